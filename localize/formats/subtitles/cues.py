"""The cues of a subtitle file, and the lines of text in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "[ \t]{0,8}"
_TIME = rf"-?(?:\d{{1,4}}{_SPACE}:{_SPACE})?\d{{1,3}}{_SPACE}:{_SPACE}\d{{1,3}}(?:{_SPACE}[.,:]{_SPACE}\d{{1,9}})?"
_TIMES = re.compile(rf"[ \t\ufeff]*({_TIME})[ \t]*-{{1,3}}>[ \t]*({_TIME})(?![\d:.,])")
"""Both times, more kindly than either format: players read what people write."""
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SHOWN = 60


class Line(NamedTuple):
    """A line of text in a cue, from its first to behind its last character that is no white space."""

    start: int
    end: int


class Cue(NamedTuple):
    """What is shown from one time to another.

    Attributes:
        begin: Seconds, and ``end``.
        blocks: Its lines, parted where a blank line is between; empty if there are none.
    """

    begin: float
    end: float
    blocks: tuple[tuple[Line, ...], ...]


def cues(text: str, path: str, *, numbers: bool) -> Iterator[Cue]:
    """Yield the cues of a file.

    Args:
        text: Of the file.
        path: For messages.
        numbers: As in SubRip: a line of digits before the times is the cue's number, even if no blank line parts it
            from the cue before, and text after a blank line belongs to the cue before. Else as in WebVTT: an empty
            line ends the cue, and what follows without times is a note, a style or a region.

    Raises:
        FormatError: A line has an arrow but no times, or there is text and no cue.
    """
    times: tuple[float, float] | None = None
    blocks: list[list[Line]] = [[]]
    any_cue = any_text = False
    for number, found in enumerate(_LINE.finditer(text), 1):
        content = found[1]
        spoken = bool(times and (blocks[-1] or len(blocks) == 1))  # no blank line parts it from its times
        spoken = spoken or (not numbers and content.startswith("NOTE"))
        if "->" in content and (here := _times(content, path, number, spoken=spoken)):
            if times:
                yield _cue(times, _unnumbered(text, blocks) if numbers else blocks)
            times, blocks, any_cue = here, [[]], True
        elif not content.strip("\ufeff \t"):
            blocks.append([])
            if times and not numbers and not content:
                yield _cue(times, blocks)
                times = None
        else:
            any_text = True
            start = found.start() + len(content) - len(content.lstrip())
            blocks[-1].append(Line(start, found.start() + len(content.rstrip())))
    if times:
        yield _cue(times, blocks)
    if any_text and not any_cue and numbers:
        raise FormatError(
            "has no times such as 00:00:01,000 --> 00:00:03,500",
            path=path,
            line=1,
            hint="if it is plain text, name it .txt",
        )


def _times(content: str, path: str, line: int, *, spoken: bool) -> tuple[float, float] | None:
    """Read a line of times; None for a line of text with an arrow, which has a digit before it only in a damaged file.

    Raises:
        FormatError: It has the long arrow and no times, and is not *spoken*, within the text of a cue or a note.
    """
    found = _TIMES.match(content)
    if found:
        return _seconds(found[1]), _seconds(found[2])
    before, arrow, _ = content.partition("-->")
    if not arrow or (spoken and not any(one.isdigit() for one in before)):
        return None
    raise FormatError(
        f"the times cannot be read: {content.strip()[:_SHOWN]!a}",
        path=path,
        line=line,
        hint="write them like 00:00:01,000 --> 00:00:03,500",
    )


def shown(text: str) -> list[float]:
    """Give the seconds between the two times of each line of times in a text."""
    lines = (_TIMES.match(found[1]) for found in _LINE.finditer(text) if "->" in found[1])
    return [max(0.0, _seconds(found[2]) - _seconds(found[1])) for found in lines if found]


def _seconds(time: str) -> float:
    """Read a time. Hours and the fraction may be missing; a fraction after a colon counts as frames, which are none."""
    clock, _, fraction = "".join(time.split()).replace(".", ",").partition(",")
    seconds = 0.0
    for part in clock.lstrip("-").split(":")[:3]:
        seconds = seconds * 60 + float(part)
    return seconds + (float(f"0.{fraction}") if fraction else 0.0)


def _cue(times: tuple[float, float], blocks: list[list[Line]]) -> Cue:
    return Cue(*times, tuple(tuple(block) for block in blocks if block))


def _unnumbered(text: str, blocks: list[list[Line]]) -> list[list[Line]]:
    """Leave out the number of the next cue, which is the last line before its times."""
    last = next((block for block in reversed(blocks) if block), None)
    if last and blocks[-1] and text[last[-1].start : last[-1].end].isdigit():
        last.pop()
    return blocks
