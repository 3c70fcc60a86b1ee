"""Tell hard-wrapped paragraphs from lines that stand for themselves, and wrap again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST, WIDEST = 40, 120
"""Widths, in code points, at which people and programs wrap text."""

_FIRST_WORD = re.compile(r"\S*")
_TERMINAL = ".!?…。！？｡।؟۔"
_LEADING_ON = ",;–—-(/&"
_CLOSING = "\"'”’»›)]}*_~`"
_OPENING = re.compile(r"[^\w\s]*")


class Line(NamedTuple):
    """A line of a block.

    Attributes:
        column: Where its text begins, code points from the start of the line.
        text: Without prefix and trailing white space.
    """

    column: int
    text: str


def wrapping(lines: Sequence[Line]) -> Literal["sure", "open", "no"]:
    """Tell whether a block is one paragraph that has been wrapped at some width.

    It can be only if no line but the last had room for the first word of the next one, and if some line ends within
    a sentence. It is for sure if a line also goes on visibly (see ``goes_on``); else the rest of the file decides.
    """
    if len(lines) < 2:
        return "no"
    lengths = [line.column + len(line.text) for line in lines]
    longest = max(lengths)
    if not NARROWEST <= longest <= WIDEST:
        return "no"
    verdict: Literal["sure", "open", "no"] = "no"
    for length, line, following in zip(lengths, lines, lines[1:], strict=False):
        word = _FIRST_WORD.match(following.text)
        if word and length + 1 + word.end() <= longest:
            return "no"
        if verdict != "sure" and not ended(line.text):
            verdict = "sure" if goes_on(line.text, following.text) else "open"
    return verdict


def ended(text: str) -> bool:
    """Tell whether a line ends like a sentence."""
    return text.rstrip(_CLOSING).endswith(tuple(_TERMINAL))


def goes_on(before: str, after: str) -> bool:
    """Tell whether a sentence visibly goes on from one line to the next.

    It does if the next line begins with a letter that is no capital, or if the line ends with a comma or the like.
    """
    if ended(before):
        return False
    opening = _OPENING.match(after)
    first = after[opening.end() if opening else 0 :][:1]
    if first.isalpha() and not first.isupper() and not first.istitle():
        return True
    return before.rstrip(_CLOSING).endswith(tuple(_LEADING_ON))


def breaks(text: str, spaces: Sequence[int], *, first: int, others: int, width: int) -> Iterator[int]:
    """Choose the spaces at which to wrap, line by line, each line as long as it may be.

    Args:
        text: One line.
        spaces: Where in ``text`` a line may end, sorted.
        first: Column at which the first line begins.
        others: Length of the prefix of the other lines.
        width: Longest line, prefix included. Words that are longer stand on a line of their own.
    """
    start, column = 0, first
    candidate = -1
    for space in [*spaces, len(text)]:
        if column + space - start > width and candidate > start:
            yield candidate
            start, column = candidate + 1, others
        candidate = space
