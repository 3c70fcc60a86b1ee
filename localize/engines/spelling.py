"""Characters that a model's vocabulary lacks: spelled another way for the engine, and put back afterwards.

A small model knows straight quotes but no curly ones, ``$`` but no ``€``, ``g`` but no ``ğ``; what it does not know
comes out as another word or not at all. So each such character is replaced by the nearest known spelling, and the
target gets the source's own characters back: quotes and dashes by their kind, names letter by letter, currency
signs by alignment.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.alignment import Edit, aligned, apply_edits, edit_alignment, overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.document import Alignment, Span

_DOUBLE_QUOTES = "“”„‟«»〝〞＂"
_SINGLE_QUOTES = "‘’‚‛‹›ʼ′`´"
_DASHES = "—―"
_CURRENCIES = "€£¥₹₽₩₺₴₦฿"
_MARKS = "®†‡"
"""Signs behind a word that no engine needs to see: they come back with the word, where it came through unchanged."""
_SPELLINGS = {
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys(_CURRENCIES, "$"),
    "…": "...", "•": "-", "·": "-", "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d",
    "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "ß": "ss", "ı": "i", "Þ": "Th", "þ": "th", "Ð": "D", "ð": "d",
    "Ə": "A", "ə": "a", "№": "No.", "§": "art.",
}  # fmt: skip
"""Fallbacks of single characters; letters with diacritics are decomposed instead."""

_CURRENCY_NAMES = {
    "dólares": ("euros", "libras", "ienes"), "dólar": ("euro", "libra", "iene"),
    "dollars": ("euros", "pounds", "yen"), "dollar": ("euro", "pound", "yen"),
    "dollari": ("euro", "sterline", "yen"), "Dollar": ("Euro", "Pfund", "Yen"),
}  # fmt: skip
"""What the engine makes of a dollar sign, and what it must be for ``€``, ``£`` and ``¥``."""
_NAMED = "€£¥"

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Respelled:
    """A source as the engine sees it.

    Attributes:
        original: The source as it stands in the article.
        text: The same with every unknown character respelled.
        offsets: For each offset of ``text``, and its end, the offset in ``original``.
        put_in: Spans of ``text`` that are other words than in ``original``.
    """

    original: str
    text: str
    offsets: tuple[int, ...]
    put_in: tuple[Span, ...] = ()

    def to_original(self, span: Span) -> Span:
        """Map a span of ``text`` to the span of ``original`` that it spells; part of a spelling is the character.

        A character that was left out belongs to the one before it.
        """
        start, end = span
        last = max(self.offsets[end - 1] + 1, self.offsets[end]) if end > start else self.offsets[end]
        return self.offsets[start], last


def respell(source: str, covered: Callable[[str], bool], edits: Sequence[Edit] = ()) -> Respelled:
    """Spell every character that the vocabulary does not cover in another way.

    Args:
        source: One sentence.
        covered: Tells of a character whether the vocabulary has it.
        edits: What else is written in another way, sorted and disjoint; what is put in counts for what it replaces, or
            for the character before it.
    """
    if not edits and all(map(covered, set(source))):
        return Respelled(source, source, tuple(range(len(source) + 1)))
    parts: list[str] = []
    offsets: list[int] = []
    put_in: list[Span] = []
    waiting = [*edits, Edit(len(source) + 1, len(source) + 1, "")]
    done = 0
    for i in range(len(source) + 1):
        while waiting[0].start <= i:
            start, done, written = waiting.pop(0)
            parts.append(written)
            put_in.append((len(offsets), len(offsets) + len(written)))
            last = max(0, done - 1)
            offsets += [min(start, last)] * (len(written) - 1) + [last] * bool(written)
        if i < done or i == len(source):
            continue
        character = source[i]
        spelled = character if covered(character) else _spelling(source, i, covered)
        parts.append(spelled)
        offsets += [i] * len(spelled)
    return Respelled(source, "".join(parts), (*offsets, len(source)), tuple(put_in))


def _spelling(source: str, i: int, covered: Callable[[str], bool]) -> str:
    character = source[i]
    if _is_dash(source, i):
        before = "" if source[i - 1 : i].isspace() or i == 0 else " "
        after = "" if source[i + 1 : i + 2].isspace() or i + 1 == len(source) else " "
        return f"{before}--{after}"
    if character in _MARKS and source[i - 1 : i].isalnum():
        return ""
    known = _SPELLINGS.get(character)
    if known is not None:
        return known
    if character.isspace():
        return " "
    letters = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return letters if letters and all(map(covered, letters)) else character


def _is_dash(source: str, i: int) -> bool:
    """Tell whether a character parts clauses, rather than joining words or the ends of a range."""
    spaced = source[i - 1 : i].isspace() and source[i + 1 : i + 2].isspace()
    return source[i] in _DASHES or (source[i] == "–" and spaced)


def restore(source: Respelled, target: str, alignment: Alignment) -> tuple[str, Alignment]:
    """Put the source's own characters into a target made from its respelling.

    Args:
        source: What ``respell`` gave.
        target: The engine's translation of ``source.text``.
        alignment: Source spans count in ``source.original``.

    Returns:
        Target and alignment, the latter following every change.
    """
    if source.original == source.text:
        return target, alignment
    for find in (_names, _currencies, _quotes, _dashes, _points, _dots):
        edits: list[Edit] = []
        for edit in sorted(find(source, target, alignment)):
            if not edits or edits[-1].end <= edit.start:
                edits.append(edit)
        target, alignment = apply_edits(target, edits), edit_alignment(alignment, edits)
    return target, alignment


def _names(source: Respelled, target: str, alignment: Alignment) -> Iterator[Edit]:  # noqa: ARG001
    """Find words that came through unchanged but for the respelled letters (Erdogan, for Erdoğan)."""
    taken: list[Span] = []
    for word in _WORD.finditer(source.text):
        start, end = word.span()
        if any(overlap((start, end), span) for span in source.put_in):
            continue
        parts = [part.span() for part in _PART.finditer(source.text, start, end)]
        if end - start == 1:  # a letter alone is no name, but "Ó Dálaigh" is
            following = _PART.match(source.text, end + 1)
            parts = [(start, following.end())] if following else []
        for span in ((start, end), *parts):  # "Erdoğan’s" whole, else "Erdoğan"
            found = _unchanged(source, span, target, taken)
            if found:
                taken.append((found.start, found.end))
                yield found
                break


def _unchanged(source: Respelled, span: Span, target: str, taken: Sequence[Span]) -> Edit | None:
    """Find a respelled word in the target, and give the edit that spells it as the source does."""
    spelled, whole = source.text[slice(*span)], source.original[slice(*source.to_original(span))]
    if whole == spelled or len(spelled) == 1 or not any(map(str.isalpha, whole)):
        return None
    for found in re.finditer(rf"(?<!\w){re.escape(spelled)}(?!\w)", target):
        if not any(overlap(found.span(), span) for span in taken):
            return Edit(*found.span(), whole)
    return None


def _currencies(source: Respelled, target: str, alignment: Alignment) -> Iterator[Edit]:
    """Find the dollar signs that stand for another currency."""
    seen = (
        i for i, c in zip(source.offsets, source.text, strict=False) if c == "$"
    )  # others are written out
    signs = [(i, c) for i in seen if (c := source.original[i]) in _CURRENCIES or c == "$"]
    written = list(re.finditer(r"(?:(?<!\w)(?:US|R|A|C|HK|NZ)\s?)?\$", target))
    for i, sign in signs:
        spans = aligned(alignment, (i, i + 1))
        hit = next((w for w in written if any(overlap(w.span(), span) for span in spans)), None)
        if hit is None and len(written) == len(signs):
            hit = written[signs.index((i, sign))]
        if hit is not None and sign != "$":
            yield Edit(*hit.span(), sign)
        elif hit is None and sign in _NAMED:
            yield from _currency_word(target, sign, spans)


def _currency_word(target: str, sign: str, spans: Sequence[Span]) -> Iterator[Edit]:
    """Find the word that stands for the dollar sign in place of another currency's: "bilhões de dólares"."""
    words = list(re.finditer(rf"\b(?:{'|'.join(_CURRENCY_NAMES)})\b", target))
    hit = next((w for w in words if any(overlap(w.span(), span) for span in spans)), None)
    if hit is None and len(words) == 1:
        hit = words[0]
    if hit is not None:
        yield Edit(*hit.span(), _CURRENCY_NAMES[hit.group()][_NAMED.index(sign)])


def _quotes(source: Respelled, target: str, alignment: Alignment) -> Iterator[Edit]:  # noqa: ARG001
    """Give straight quotes in the target the source's shape; opening and closing by what stands around them."""
    doubles = [c for c in source.original if c in _DOUBLE_QUOTES]
    if doubles and '"' not in source.original:
        opening, closing = _shape(doubles)
        for i, opens in _straight(target, '"'):
            yield Edit(i, i + 1, opening if opens else closing)
    singles = [c for c in source.original if c in _SINGLE_QUOTES]
    if singles and "'" not in source.original:
        for i, opens in _straight(target, "'"):
            yield Edit(i, i + 1, "‘" if opens and "‘" in singles else "’")


def _straight(text: str, quote: str) -> Iterator[tuple[int, bool]]:
    """Yield the places of a straight quote, and whether it opens: by its neighbours, else by turns."""
    opened = False
    for found in re.finditer(quote, text):
        i = found.start()
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        free = not before or before.isspace() or before in "([-\"'"
        ends = not after or after.isspace() or after in ".,;:!?)]"
        inside = before.isalnum() and after.isalnum()
        opens = not opened if free == ends and not inside else free
        opened = opened if inside else opens
        yield i, opens


def _shape(quotes: list[str]) -> tuple[str, str]:
    """Tell opening and closing quotes from those of a sentence, in order; one of them may stand elsewhere."""
    if quotes[0] == "„":
        return "„", "”" if "”" in quotes else "“"
    if quotes[0] == "»" and "«" in quotes:
        return "»", "«"
    return ("«", "»") if quotes[0] in "«»" else ("“", "”")


def _dashes(source: Respelled, target: str, alignment: Alignment) -> Iterator[Edit]:  # noqa: ARG001
    """Turn what the engine made of dashes back into the source's, spaced as the engine spaced them."""
    dashes = [c for i, c in enumerate(source.original) if _is_dash(source.original, i)]
    spaced = "" if " - " in source.original else r"|(?<=\s)-(?=\s)"
    written = list(re.finditer(f"--{spaced}", target)) if dashes and "--" not in source.original else []
    for i, found in enumerate(written):
        yield Edit(*found.span(), dashes[i] if len(written) == len(dashes) else dashes[0])
    for found in re.finditer(r"(\d+)–(\d+)", source.original):
        at = target.find(f"{found[1]}-{found[2]}")
        if at >= 0:
            yield Edit(at + len(found[1]), at + len(found[1]) + 1, "–")


def _points(source: Respelled, target: str, alignment: Alignment) -> Iterator[Edit]:  # noqa: ARG001
    """Turn the hyphens that stand for points between items ("8/10 · $799") back into those."""
    points = re.findall(r"(?<=\s)[·•](?=\s)", source.original)
    written = list(re.finditer(r"(?<=\s)-(?=\s)", target))
    if len(points) == len(written) and " - " not in source.original:
        for point, found in zip(points, written, strict=True):
            yield Edit(*found.span(), point)


def _dots(source: Respelled, target: str, alignment: Alignment) -> Iterator[Edit]:  # noqa: ARG001
    """Turn three dots back into an ellipsis where the source writes only that."""
    if "…" in source.original and "..." not in source.original:
        for found in re.finditer(r"\.\.\.", target):
            yield Edit(*found.span(), "…")
