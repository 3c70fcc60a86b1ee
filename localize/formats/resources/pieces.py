"""Cut a string into the texts in it.

A program breaks lines where it has to: between paragraphs, items, labels, and also within sentences. Lines that stand
for themselves are texts of their own; within a sentence, a line break is a code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.resources import icu
from localize.formats.resources.marks import Marks
from localize.formats.resources.prose import wordy
from localize.formats.resources.strings import String, compose
from localize.formats.runs import Token, absorb
from localize.formats.wrapping import Line, goes_on, wrapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Text

_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_ITEM = re.compile(r"(?:[-*•–+]|\d{1,3}[.)]|[A-Za-z][.)]|--?\w)\s")


class Piece(NamedTuple):
    """A text within a string; the places count in ``String.plain``."""

    start: int
    end: int
    source: Text


def pieces(
    text: str,
    string: String,
    marks: Marks,
    *,
    messages: bool | None = None,
    known: Sequence[Token] = (),
) -> Iterator[Piece]:
    """Yield the texts of a string that a person would translate, in order.

    Args:
        text: The file's.
        string: A string in it.
        marks: What is no text in it.
        messages: Whether the string is in the message format of ICU; None: it is if it has a plural or a choice.
        known: Markup that the file's format says is markup.
    """
    if len(string.plain) != len(string.places) - 1 or _unpaired(string.plain):
        return
    if messages is None:
        messages = icu.is_message(string.plain)
    branches = icu.branches(string.plain) if messages else None
    if branches is None or not _whole(branches, known):
        branches = [icu.Branch(0, len(string.plain), plural=False)]
        messages = False
    for start, end, plural, _ in branches:
        extra = (*marks.extra, "plural") if plural else marks.extra
        found = [
            token._replace(start=token.start + start, end=token.end + start)
            for token in Marks(extra, entities=marks.entities).find(
                string.plain[start:end],
                [
                    one._replace(start=one.start - start, end=one.end - start)
                    for one in known
                    if start <= one.start < end
                ],
            )
        ]
        tokens = list(icu.quoted(string.plain, found, start, end)) if messages else found
        for first, last in _parts(string.plain, tokens, start, end):
            yield from _piece(text, string, tokens, first, last)


def _whole(branches: Sequence[icu.Branch], known: Sequence[Token]) -> bool:
    """Tell whether all known markup stands in the texts of a message, both ends of a pair in the same."""
    places: dict[int, set[int]] = {}
    starts = [branch.start for branch in branches]
    for token in known:
        number = bisect_right(starts, token.start) - 1
        if number < 0 or token.end > branches[number].end:
            return False
        places.setdefault(token.id, set()).add(number)
    return all(len(numbers) == 1 for numbers in places.values())


def _piece(text: str, string: String, tokens: Sequence[Token], start: int, end: int) -> Iterator[Piece]:
    """Make one piece, if there is anything to translate in it."""
    inside = [token for token in tokens if start <= token.start and token.end <= end]
    broken = _with_breaks(string.plain, inside, start, end)
    source = compose(text, string, absorb(string.plain, broken, start, end), start, end)
    if start < end and wordy(source):
        yield Piece(start, end, source)


def _with_breaks(plain: str, tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """Add the line breaks between tokens."""
    result: list[Token] = []
    number = max((token.id for token in tokens), default=0)
    done = start
    for token in [*tokens, Token(end, end, "empty")]:
        for found in _BREAK.finditer(plain, done, token.start):
            number += 1
            result.append(Token(*found.span(), "break", number))
        result.append(token)
        done = token.end
    return result[:-1]


def _parts(plain: str, tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a string, without white space at either end; no part begins or ends within paired codes."""
    for block in _blocks(plain, _free_breaks(plain, tokens, start, end), start, end):
        lines = [plain[first:last].strip() for first, last in block]
        wrapped = wrapping([Line(0, line) for line in lines]) == "sure"
        first = block[0][0]
        for number, (place, last) in enumerate(block):
            if number and (
                _ITEM.match(lines[number]) or not (wrapped or goes_on(lines[number - 1], lines[number]))
            ):
                yield _stripped(plain, first, block[number - 1][1])
                first = place
            if number == len(block) - 1:
                yield _stripped(plain, first, last)


def _stripped(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    while start < end and plain[end - 1].isspace():
        end -= 1
    return start, end


def _free_breaks(plain: str, tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of line breaks outside all codes and pairs."""
    done, depth = start, 0
    for token in [*tokens, Token(end, end, "empty")]:
        if depth == 0:
            yield from (found.span() for found in _BREAK.finditer(plain, done, token.start))
        depth += (token.kind == "open") - (token.kind == "close")
        done = token.end


def _blocks(
    plain: str, breaks: Iterator[tuple[int, int]], start: int, end: int
) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines between blank lines, a block at a time."""
    block: list[tuple[int, int]] = []
    for first, last in breaks:
        block.append((start, first))
        start = last
        if len(_NEWLINE.findall(plain, first, last)) > 1:
            yield block
            block = []
    yield [*block, (start, end)]


def _unpaired(plain: str) -> bool:
    """Tell whether a string holds half of a surrogate pair, which is no character."""
    return any("\ud800" <= character <= "\udfff" for character in plain)
