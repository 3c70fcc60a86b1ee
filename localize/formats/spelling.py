"""Spell a translated text in Markdown so that it is read again as what it is.

Plain characters are escaped only where they would be read as markup: the text is scanned, and what is found where
there should be plain text gets a backslash. Ordinary prose ("snake_case", "5 * 3", "[sic]") stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from localize.document import Text
from localize.formats.inlines import scan, scan_plain
from localize.formats.masks import PLAIN, Masked, layout, line_start, lines, masked, wrapped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from localize.document import Code, Unit
    from localize.formats.runs import Token

_ROUNDS = 5
"""Times that a text is scanned; each finds what the escapes of the one before have uncovered."""
_MARKUP = frozenset("\\`*_~[]<>&$!{^%=")
_TAIL = re.compile(r"(?<!\\)\](?=[(\[])")
_BELOW = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)([^\r\n]*)")
_ATX = re.compile(r"#[ \t]+\Z")
_TRAILING_MARKS = re.compile(r"(?:\A|(?<=[ \t]))#+\Z")
_BACKSLASHES = re.compile(r"\\+\Z")
_LINE_START = re.compile(
    r"""
      (?P<first>
          \#{1,6}(?=[ \t]|\Z) | [-+*:](?=[ \t]|\Z) | > | ``` | ~~~ | ::: | =+[ \t]*\Z | [|:\- \t]+\Z
        | [-*_](?:[ \t]*[-*_]){2,}[ \t]*\Z
        | <(?=[A-Za-z/!?])
        | \[(?: [ xX]\](?=[ \t]) | ![A-Za-z][\w-]*\] | [^\[\]]{1,999}\]: )
      )
    | \d{1,9} (?P<after>[.)]) (?=[ \t]|\Z)
    """,
    re.VERBOSE,
)
"""What begins a block, or turns the line before it into a heading or a table."""


@dataclass(frozen=True, slots=True)
class Speller:
    """Spells units of one document.

    Attributes:
        text: The document's.
        references: Normalised labels of its link reference definitions.
    """

    text: str
    references: Collection[str]

    def spell(self, unit: Unit, target: Text) -> str:
        """Give what to write in the place of a unit of Markdown text."""
        if unit.kind == "title":
            return self._title(unit, target)
        target = _starred(_relabelled(unit.source, target))
        how = layout(self.text, unit)
        cell = unit.kind == "table-cell"
        draft = masked(target, rewrap=how is not None)
        if cell:
            draft = _with_pipes(draft)
        draft = self._escaped(draft, target, cell=cell, alone=self._alone(unit))
        if unit.kind == "image":
            draft = draft.insert(_bare(draft, "[]|"))  # a bar would end the cell of a table
        elif unit.kind == "heading" and _ATX.search(self.text, max(0, unit.span[0] - 80), unit.span[0]):
            marks = _TRAILING_MARKS.search(draft.text)
            draft = draft.insert([marks.start()] if marks else [])
        elif not cell or "|" not in self.text[line_start(self.text, unit.span[0]) : unit.span[0]]:
            draft = wrapped(draft, how) if how else draft
            draft = draft.insert(_line_starts(draft))
        tail = _BACKSLASHES.search(draft.text)
        return draft.text + "\\" if tail and len(tail[0]) % 2 else draft.text

    def _title(self, unit: Unit, target: Text) -> str:
        """Write the title of a link: characters between quotes, in which there is no markup."""
        quote = self.text[unit.span[1] : unit.span[1] + 1]
        draft = masked(
            Text(target.plain, tuple(one for one in target.codes if one.kind == "literal")), rewrap=True
        )
        draft = draft.insert(_bare(draft, {quote, "(" if quote == ")" else quote, "|", "\\"}))
        return (
            draft.insert([tail.start()]).text
            if (tail := _BACKSLASHES.search(draft.text)) and len(tail[0]) % 2
            else draft.text
        )

    def _alone(self, unit: Unit) -> bool:
        """Tell whether blank lines are around a unit; else it may share a paragraph, and so pairs, with others."""
        start, end = unit.span
        first = line_start(self.text, start)
        newline = 2 if self.text[first - 2 : first] == "\r\n" else 1
        above = self.text[line_start(self.text, max(0, first - newline)) : first]
        below = _BELOW.match(self.text, end)
        return not above.strip() and (below is None or not below[1].strip())

    def _escaped(self, draft: Masked, target: Text, *, cell: bool, alone: bool) -> Masked:
        """Escape the plain characters that would be read as markup.

        What could be paired with something outside the unit is found by reading the text twice over.
        """
        expected = [code.markup.strip() for code in target.codes if code.kind != "literal" and code.markup]
        escaped = draft
        for _ in range(_ROUNDS):
            tokens = scan(escaped.text, references=self.references, cell=cell)
            wrong = _misread(tokens, escaped)
            if not alone:
                twice = scan(escaped.text + "\n" + escaped.text, references=self.references, cell=cell)
                wrong |= _misread(twice, escaped)
                wrong |= {
                    found.start()
                    for found in _TAIL.finditer(escaped.text)
                    if _is_plain(escaped, found.start())
                }
            if not wrong:
                found = [
                    escaped.text[token.start : token.end].strip()
                    for token in tokens
                    if token.kind != "literal"
                ]
                if [markup for markup in found if markup] == expected:
                    return escaped
                break
            escaped = escaped.insert(wrong)
        return draft.insert(_bare(draft, _MARKUP))


def _misread(tokens: Collection[Token], draft: Masked) -> set[int]:
    """Find plain characters at which markup would begin; an escape at the opening half of a pair is enough."""
    plain = [token for token in tokens if _is_plain(draft, token.start) and token.start < token.end]
    opened = {token.id for token in plain if token.kind == "open"}
    return {
        place
        for token in plain
        if token.kind != "close" or token.id not in opened
        for place in _escapable(token, draft)
    }


def _escapable(token: Token, draft: Masked) -> Iterable[int]:
    """Give the places to escape in a token: all of a run of delimiters, the bracket of an image, else the first."""
    if token.inner:
        return (token.start + 1,)
    first = draft.text[token.start]
    if first in "*_~`":
        end = min(token.end, len(draft.text))  # the text may have been read twice over
        return (place for place in range(token.start, end) if draft.text[place] == first)
    return (token.start,)


def _is_plain(draft: Masked, place: int) -> bool:
    return place < len(draft.mask) and draft.mask[place] == PLAIN


def _bare(draft: Masked, characters: Collection[str]) -> list[int]:
    """Find the plain characters among the given ones that have no backslash yet and are in no web address."""
    edges = [token.start for token in scan_plain(draft.text) if token.start == token.end]
    addresses = {place for edge in zip(edges[::2], edges[1::2], strict=True) for place in range(*edge)}
    return [
        place
        for place, (character, what) in enumerate(zip(draft.text, draft.mask, strict=True))
        if what == PLAIN
        and character in characters
        and place not in addresses
        and not (place and draft.text[place - 1] == "\\" and not _is_plain(draft, place - 1))
    ]


def _line_starts(draft: Masked) -> list[int]:
    """Find the plain characters with which a line would begin a block."""
    found = (_LINE_START.match(draft.text, *line) for line in lines(draft))
    places = [match.start("first") if match["first"] else match.start("after") for match in found if match]
    return [place for place in places if _is_plain(draft, place)]


def _with_pipes(draft: Masked) -> Masked:
    """Escape the pipes of a table cell, in code too (GitHub Flavored Markdown 0.29, section 4.10)."""
    text, mask = draft
    return draft.insert(
        [
            found.start()
            for found in re.finditer(r"\|", text)
            if mask[found.start()] == PLAIN or text[found.start() - 1 : found.start()] != "\\"
        ]
    )


def _relabelled(source: Text, target: Text) -> Text:
    """Give links whose text was their own reference label that label, now that the text is another."""
    labels = {number: content for number, content, close in _pairs(source) if close.markup in {"]", "][]"}}
    changed = {
        number: labels[number]
        for number, content, _ in _pairs(target)
        if labels.get(number, content) != content
    }
    return Text(
        target.plain,
        tuple(
            replace(code, markup=f"][{changed[code.id]}]")
            if code.kind == "close" and code.id in changed
            else code
            for code in target.codes
        ),
    )


def _starred(target: Text) -> Text:
    """Spell emphasis that touches letters with stars; underscores do not work inside words."""
    inside = {
        code.id
        for code in target.codes
        if code.markup.startswith("_") and _touches_letter(code, target.plain)
    }
    return Text(
        target.plain,
        tuple(
            replace(code, markup="*" * len(code.markup))
            if code.id in inside and code.kind != "literal"
            else code
            for code in target.codes
        ),
    )


def _touches_letter(code: Code, plain: str) -> bool:
    """Tell whether a letter or digit is right outside a code."""
    outside = plain[max(0, code.at - 1) : code.at] if code.kind == "open" else plain[code.at : code.at + 1]
    return outside.isalnum()


def _pairs(text: Text) -> Iterator[tuple[int, str, Code]]:
    """Yield the number, the content as it stands in the file, and the closing code of each pair."""
    opened: dict[int, int] = {}
    for place, code in enumerate(text.codes):
        if code.kind == "open" and code.markup == "[":
            opened[code.id] = place
        elif code.kind == "close" and code.id in opened:
            first = opened.pop(code.id)
            begin = text.codes[first].at
            inner = (replace(part, at=part.at - begin) for part in text.codes[first + 1 : place])
            yield code.id, Text(text.plain[begin : code.at], tuple(inner)).render(), code
