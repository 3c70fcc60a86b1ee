"""Text that must not pass through an engine: addresses, handles, code. It rides through as a token that survives.

A stand-in is chosen by trying: engines keep different ones (measured on the shipped model: ``XQ1`` comes through 11
carrier sentences of 11, ``__1__`` through 3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import Edit, apply_edits, edit_alignment, overlap
from localize.document import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from localize.document import Alignment, Span, Text

_PROTECTED = re.compile(
    r"""
    (?:(?:https?|ftp)://|www\.)(?:[^\s<>"“”‘’«»()]|\([^\s<>"“”‘’«»()]*\))*    # URL, without what ends a sentence
        (?:[^\s<>"“”‘’«».,;:!?'()\]}]|(?<=\)))
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # e-mail
    | (?<![\w@/])@\w+(?:\.\w+)*                                       # handle
    | (?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+    # emoji
    | (?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])                            # the same by name, as programs have it
    | [\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff\u2b00-\u2bff]+          # arrows, keys, shapes
    | (?<![\w#&])\#\w*[^\W\d]\w*                                      # hashtag, not a number ("#3")
    | (?<![\w#&])\#\d{2,}(?!\w) | (?<![\w/.-])[\w.-]+/[\w.-]+\#\d+(?!\w)      # issue: #123, name/repository#5
    | (?<![\w.-])(?:[CFJ]\#|[A-Z]\+\+)(?![\w\#+])                       # C#, C++
    | (?<!`)`[^`\n]{1,80}`(?!`)                                       # code
    | </?[A-Za-z][\w:.-]{0,40}\x20?/?> | <%[^<>\n]{1,80}%>             # a tag that is spoken of; of templates
    | \\\([^\n]{1,200}?\\\) | \\\[[^\n]{1,200}?\\\] | \$\$[^$\n]{1,200}\$\$     # TeX
    | (?<![\w$])\$(?=[^$\n]{0,80}[\^_=\\{])[A-Za-z\d\\({-](?:[^$\n]{0,80}[^\s$])?\$(?!\w)
    | (?<!\w)(?:[A-Za-z]:)?(?:\\\\?[A-Za-z][\w.-]*)+(?:\{[^{}\n]{0,80}\})*\\?(?!\w)    # its commands, and paths of Windows
    | (?<![\w./-])(?:~/)?(?:[\w.-]+/)*[\w-]+(?:\.[\w-]+)*             # domain or file
        \.(?:(?:com?|org|net|gov|edu|ac)\.[a-z]{2}|com|org|net|int|gov|edu|eu|io|html?|pdf|docx?|xlsx?|pptx?|csv|json
        |xml|ya?ml|toml|txt|md|py|js|ts|zip|gz|png|jpe?g|gif|svg|mp[34])\b(?:/(?:[\w./?=&%\#~+:-]*[\w/])?)?
    | (?<![\w/])(?:/[\w.-]*\w){2,}/?                                  # path
    | (?<![\w/])(?=[\w/]*\d)[A-Z]{1,6}(?:/[A-Z\d][\w.-]*\w|/[A-Z\d])+(?![\w/])    # symbol of a document: A/80/12
    | (?<![\w.–-])\d{1,2}[-–]\d{1,2}(?:\x20\(\d{1,2}\))?                          # sets of a match: 6-7 (5), 6-4
        (?:,\x20\d{1,2}[-–]\d{1,2}(?:\x20\(\d{1,2}\))?)+(?![\w–-])
    | \{\{[^{}\n]{1,80}\}\} | \{[^{}\s]{1,80}\} | %\(\w+\)[sd] | \$\{\w+\} | (?<![\w%])%[a-z]\w+%(?!\w)    # placeholder
    """,
    re.VERBOSE,
)
_FORMULA = re.compile(
    r"""
    (?<![\w.])\d+(?:[.,]\d+)*\x20?(?:[×÷±]\x20?\d+(?:[.,]\d+)*\x20?)*[×÷±]\x20?\d+(?:[.,]\d+)*(?!\w)      # 7.2 × 10
    | (?<![\w.])\d+(?:[.,]\d+)*\x20?×(?!\w|\x20?\d)                                     # 12×
    | (?<![\w.])\d+(?:[.,]\d+)*[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?!\w)                                                 # 10²³
    | (?<![\w.])(?:\d+\x20?)?[¼½¾⅐-⅞](?!\w)                                                              # 3¼
    | (?<![\w.])\d{1,4}(?:\((?:\d{1,3}|[a-z]|[ivx]{1,4})\)){1,4}(?!\w)                                     # 12(3)(b)
    | [©℗]\x20?\d{4}(?:[-–]\d{2,4})?(?!\w)
    | [≤≥≈≠±]\x20?\d+(?:[.,]\d+)*(?!\w)                                                               # ≤ 25
    | (?<![\w-])[αβγδεθκλμπρστφχψωΓΔΘΛΞΠΣΦΨΩ](?![\w-])                                                # of a formula
    | (?<![\w^])\w{1,8}\^\{?[\w+-]{1,8}\}?(?!\w)                                                     # x^2
    | (?<![\w.])\d+(?:[.,]\d+)*\x20?[<>]=?\x20?\d+(?:[.,]\d+)*(?!\w)                                  # 5 < 6
    """,
    re.VERBOSE,
)
_SHAPES = ("XQ{}", "X{}X", "ZZQ{}", "TERM{}", "ABC{}", "X{}")
_CARRIERS = (
    "Write to {} before Friday.",
    "The report was published at {} on Monday.",
    "According to {}, the minister resigned.",
    "{} is the address of the campaign.",
    "She shared {} with the press.",
    "(see {})",
)


_COUNT = re.compile(
    r"""
      \# | %(?:\d\$)?[-+\x20]?\d*l{0,2}[diu]                                   # of ICU, of printf
    | %\(\w*\)\d*[diu] | %<\w*>d
    | (?:\d+\x20?)?[¼½¾⅐-⅞] | \d+(?:[.,]\d+)*(?:\x20?×|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)     # 3¼, 12×, 10²³: numbers that no engine can write
    | \d+(?:\(\w{1,4}\))+                                                     # 12(3)(b)
    | (?:\{\{?|[%$\#]\{|%\(|%|<%=) \s* (?:n|i|\w*(?:count|num|number|total|quantity|amount|minutes|hours|days|size|length|max|min)) \s*
      (?:,\s*number\s*)? \s* (?:\}\}?|\)[sd]|%>?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERS = ("37", "58", "43", "29", "64", "86", "73", "92")
"""What rides in the place of a number that a program will put there. Engines keep numbers, and put the right words around
them: of 14 texts of programs, the shipped model places 14 so, and 5 with a stand-in of letters. Two digits, since larger
numbers get separators."""


class Masked(NamedTuple):
    """A source with stand-ins.

    Attributes:
        original: The source as it stands.
        text: What the engine sees.
        kept: Span in ``original`` and stand-in, in order.
    """

    original: str
    text: str
    kept: tuple[tuple[Span, str], ...] = ()


def find(text: str) -> tuple[Span, ...]:
    """List the addresses, handles, file names, placeholders and formulas of a text, sorted and disjoint."""
    kept = addresses(text)
    free = (found.span() for found in _FORMULA.finditer(text))
    return tuple(sorted((*kept, *(span for span in free if not any(overlap(span, other) for other in kept)))))


def addresses(text: str) -> tuple[Span, ...]:
    """List what ``find`` lists, but not the formulas, whose numbers are written as the target does."""
    return tuple(found.span() for found in _PROTECTED.finditer(text))


def wordless(source: Text) -> Iterator[Span]:
    """Yield where no name can be: code, and what rides through an engine and is no word ("Open <File>")."""
    yield from source.protected()
    for start, end in addresses(source.plain):
        if not re.fullmatch(r"[\w.-]+", source.plain[start:end]):
            yield start, end


def choose_shape(translate: Callable[[Sequence[str]], Sequence[Draft]]) -> str | None:
    """Try which stand-in an engine leaves alone; None when it changes them all."""
    for shape in _SHAPES:
        token = shape.format(1)
        drafts = translate([carrier.format(token) for carrier in _CARRIERS])
        if all(draft.text.count(token) == 1 for draft in drafts):
            return shape
    return None


def mask(text: str, spans: Iterable[Span], shape: str, *, counting: bool = False) -> Masked:
    """Put stand-ins in place of spans; the same text gets the same stand-in.

    Args:
        text: A source.
        spans: Sorted and disjoint.
        shape: Of a stand-in.
        counting: Whether what stands for a number (``%d``, ``{count}``, "2½") gets a number for a stand-in.
    """
    kept: list[tuple[Span, str]] = []
    tokens: dict[str, str] = {}
    free = [number for number in _NUMBERS if counting and number not in text]
    for start, end in spans:
        word = text[start:end]
        if word not in tokens:
            number = free.pop(0) if free and _COUNT.fullmatch(word) else ""
            tokens[word] = number or shape.format(len(tokens) + 1)
        kept.append(((start, end), tokens[word]))
    edits = [Edit(start, end, token) for (start, end), token in kept]
    return Masked(text, apply_edits(text, edits), tuple(kept))


def unmask(masked: Masked, draft: Draft) -> Draft | None:
    """Put the originals back; None when a stand-in was lost, doubled or changed."""
    if not masked.kept:
        return draft
    edits: list[Edit] = []
    originals = {token: masked.original[slice(*span)] for span, token in masked.kept}
    for token, original in originals.items():
        places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(token)}(?!\w)", draft.text)]
        if len(places) != sum(other == token for _, other in masked.kept):
            return None
        edits += (Edit(*place, original) for place in places)
    edits.sort()
    alignment = _to_original(masked, edit_alignment(draft.alignment, edits))
    return Draft(apply_edits(draft.text, edits), alignment, draft.score)


def _to_original(masked: Masked, alignment: Alignment) -> Alignment:
    """Move source spans from the masked text to the original."""
    steps: list[tuple[int, int, int]] = []  # start in masked text, end, shift after it
    shift = 0
    for (start, end), token in masked.kept:
        steps.append((start + shift, start + shift + len(token), shift))
        shift += len(token) - (end - start)

    def move(offset: int, *, end: bool) -> int:
        moved = offset
        for index, (start, stop, before) in enumerate(steps):
            span = masked.kept[index][0]
            if start < offset < stop or (offset == stop and end) or (offset == start and not end):
                return span[1] if end else span[0]
            if offset >= stop:
                moved = offset - (before + (stop - start) - (span[1] - span[0]))
        return moved

    return tuple(((move(a, end=False), move(b, end=True)), target) for (a, b), target in alignment)
