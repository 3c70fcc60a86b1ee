"""Divide a block of Markdown at the line breaks that its author meant.

To CommonMark, a paragraph's line breaks are spaces and hard breaks are markup within it. To a translator, the lines
of a dateline, a signature or an address are texts of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from localize.formats.runs import SOFT
from localize.formats.wrapping import Line, ended, goes_on, wrapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Span
    from localize.formats.runs import Run, Token

SHORT = 60
"""Longest line, in code points, that stands for itself although no sentence ends there and no hard break follows."""

_LOOK = 200
"""Code points of a line that are looked at, on either side of a break."""


class _Break(NamedTuple):
    """A line break outside all paired markup; ``hard`` if it is one by its markup."""

    start: int
    end: int
    hard: bool


def parts(run: Run, tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield the parts of a block, without white space at either end.

    A block is divided at a line break outside all paired markup if no sentence goes on there and the break is a hard
    one, or both lines are short and the block is not hard-wrapped.
    """
    text, start = run.text, 0
    if len(run.lines) > 1 or any(token.kind == "break" for token in tokens):
        wrapped = _wrapped(run, tokens)
        for place in _breaks(text, tokens):
            line = run.line(place.start)
            last = run.line(place.end)
            before = text[max(run.starts[line], place.start - _LOOK) : place.start].rstrip()
            after = text[place.end : min(run.ends(last), place.end + _LOOK)].lstrip()
            if _apart(before, after, hard=place.hard) and (place.hard or not wrapped[line]):
                yield _stripped(text, start, place.start)
                start = place.end
    yield _stripped(text, start, len(text))


def _apart(before: str, after: str, *, hard: bool) -> bool:
    """Tell whether the lines around a break are texts of their own.

    Sentences that end at soft breaks are left to segmentation, which parts them anyway.
    """
    if hard:
        return not goes_on(before, after)
    return not ended(before) and not goes_on(before, after) and max(len(before), len(after)) <= SHORT


def _breaks(text: str, tokens: Sequence[Token]) -> Iterator[_Break]:
    """Yield the line breaks outside all paired markup, in order."""
    done, depth = 0, 0
    for token in tokens:
        if depth == 0:
            yield from _soft(text, done, token.start)
        if token.kind == "break" and depth == 0:
            yield _Break(token.start, token.end, hard=True)
        depth += (token.kind == "open") - (token.kind == "close")
        done = token.end
    yield from _soft(text, done, len(text))


def _soft(text: str, start: int, end: int) -> Iterator[_Break]:
    while (place := text.find(SOFT, start, end)) >= 0:
        yield _Break(place, place + 1, hard=False)
        start = place + 1


def _wrapped(run: Run, tokens: Sequence[Token]) -> list[bool]:
    """Tell for each line whether it is part of a hard-wrapped stretch; hard breaks part stretches."""
    hard = {run.line(token.start) for token in tokens if token.kind == "break"}
    verdicts: list[bool] = []
    stretch: list[Line] = []
    for number, (start, end) in enumerate(run.lines):
        stretch.append(Line(run.column(number), run.document[start:end]))
        if number in hard or number + 1 == len(run.lines):
            verdicts += [wrapping(stretch) != "no"] * len(stretch)
            stretch = []
    return verdicts


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
