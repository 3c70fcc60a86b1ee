"""A target as words, between which lines and cues may be parted, with the inline codes that belong to each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.subtitles.compose import ARROW
from localize.formats.subtitles.width import columns, may_part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from localize.document import Code, Text

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_ARROW = re.compile("-+>")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Word(NamedTuple):
    """What is never parted.

    Attributes:
        parts: Text as it is written, and codes.
        size: Columns that it takes.
        text: What is read, without markup.
        space: A space parts it from the next word, if both are on one line.
    """

    parts: tuple[str | Code, ...]
    size: int
    text: str
    space: bool


def words(target: Text, *, escapes: bool) -> list[Word]:
    """Part a target at its spaces, and between characters of scripts that have none.

    A code belongs to the word that it touches; an opening one rather to what follows it. Borders of cues and ends of
    lines are left out.
    """
    making = _Making()
    for read, written in _pieces(target, escapes=escapes):
        if not isinstance(written, str):
            making.codes.append(written)
        elif read == written == " ":
            making.finish(space=True)
        else:
            if making.read and may_part(making.read[-1][-1:], read[:1]):
                making.finish(space=False, leave=_first_open(making.codes))
            making.add(read, written)
    making.finish(space=False)
    return making.made


@dataclass(slots=True)
class _Making:
    """Words that are being made; ``codes`` came after the text of the last one."""

    made: list[Word] = field(default_factory=list)
    parts: list[str | Code] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

    def add(self, read: str, written: str) -> None:
        self.parts += [*self.codes, written]
        self.codes = []
        self.read.append(read)

    def finish(self, *, space: bool, leave: int | None = None) -> None:
        """End the word; the codes from ``leave`` on belong to the next one."""
        count = len(self.codes) if leave is None else leave
        parts = (*self.parts, *self.codes[:count])
        if parts:
            text = "".join(self.read)
            self.made.append(Word(parts, columns(text), text, space))
        self.parts, self.codes, self.read = [], self.codes[count:], []


def _first_open(codes: Sequence[Code]) -> int:
    return next((number for number, code in enumerate(codes) if code.kind == "open"), len(codes))


def _pieces(target: Text, *, escapes: bool) -> Iterator[tuple[str, str | Code]]:
    """Yield what is read with what is written for it: characters, spellings, codes."""
    done = 0
    for code in target.codes:
        yield from _characters(target.plain[done : code.at], escapes=escapes)
        done = max(done, code.at) + code.length
        breaks = ARROW in code.markup or "\n" in code.markup or "\r" in code.markup or not code.markup
        if code.kind == "literal":
            read = target.plain[done - code.length : done]
            yield from _characters(read, escapes=escapes) if breaks else [(read, code.markup)]
        elif not breaks:
            yield "", code
    yield from _characters(target.plain[done:], escapes=escapes)


def _characters(text: str, *, escapes: bool) -> Iterator[tuple[str, str]]:
    text = _CONTROL.sub(" ", text)
    if not escapes:
        text = _ARROW.sub("→", text)  # else a player may take it for times
    return ((char, char.translate(_ESCAPES) if escapes else char) for char in text)


class Styles:
    """Pairs of codes that are open while cues are written: they end with each cue and begin again in the next.

    Args:
        target: Its codes tell how pairs end.
        whole: Numbers of pairs that go over borders in the source, too, and stay as they are.
    """

    def __init__(self, target: Text, whole: Collection[int]) -> None:
        self._ends: Mapping[int, str] = {
            code.id: code.markup for code in target.codes if code.kind == "close"
        }
        self._whole = whole
        self._open: list[Code] = []

    def cue(self, lines: Iterable[Sequence[Word]], newline: str, *, last: bool) -> str:
        """Write the lines of a cue."""
        parts = [code.markup for code in self._cut()]
        for number, line in enumerate(lines):
            parts += [newline] if number else []
            for place, word in enumerate(line):
                parts += [self._part(one) for one in word.parts]
                parts += [" "] if word.space and place < len(line) - 1 else []
        if not last:
            parts += [self._ends[code.id] for code in reversed(self._cut())]
        return "".join(parts)

    def _cut(self) -> list[Code]:
        return [code for code in self._open if code.id not in self._whole and code.id in self._ends]

    def _part(self, part: str | Code) -> str:
        if isinstance(part, str):
            return part
        if part.kind == "open":
            self._open.append(part)
        elif part.kind == "close":
            self._open = [code for code in self._open if code.id != part.id]
        return part.markup


def whole_pairs(source: Text) -> frozenset[int]:
    """List the numbers of the pairs that go over a border of cues in a source."""
    borders = [
        place for place, code in enumerate(source.codes) if ARROW in code.markup and code.kind == "empty"
    ]
    opened = {code.id: place for place, code in enumerate(source.codes) if code.kind == "open"}
    closed = {code.id: place for place, code in enumerate(source.codes) if code.kind == "close"}
    return frozenset(
        number
        for number, start in opened.items()
        if any(start < border < closed.get(number, start) for border in borders)
    )
