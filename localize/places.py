"""Line and column in the file of what a check or a term is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from localize.document import Document, Segment, Span, Text


class Places:
    """Line and column in the file of any character of any segment of one document.

    Made once a document, so that thousands of findings cost a binary search each.
    """

    def __init__(self, document: Document) -> None:
        text = "" if document.package else document.text
        self._lines = [0, *(end.end() for end in re.finditer("\r\n|\r|\n", text))]
        self._numbers = {unit.span: n for n, unit in enumerate(document.units, 1)} if document.package else {}
        self._rendered: dict[Span, tuple[list[int], list[int]]] = {}

    def locate(self, segment: Segment, offset: int = 0) -> tuple[int, int]:
        """Give line and column, both from 1, of ``segment.source.plain[offset]``.

        Markup in front of the character counts; a character that a ``literal`` spells is where its markup begins.
        """
        unit = segment.unit
        if unit.span in self._numbers:
            return self._numbers[unit.span], segment.span[0] + offset + 1
        if unit.span not in self._rendered:
            self._rendered[unit.span] = _breaks(unit.source)
        plain, rendered = self._rendered[unit.span]
        at = segment.span[0] + offset
        last = bisect_right(plain, at) - 1
        place = unit.span[0] + rendered[last] + at - plain[last]
        line = bisect_right(self._lines, place)
        return line, place - self._lines[line - 1] + 1

    def end(self, segment: Segment, span: Span) -> tuple[int, int]:
        """Give line and column, both from 1, behind the last character of a span of a segment's plain source.

        Markup that follows is left out; that of a ``literal`` belongs to the characters that it spells.
        """
        start, end = span
        if end <= start:
            return self.locate(segment, start)
        last = end - 1
        if any(
            code.kind == "literal" and code.at <= last < code.at + code.length
            for code in segment.source.codes
        ):
            return self.locate(segment, end)
        line, column = self.locate(segment, last)
        return line, column + 1


def locate(document: Document, segment: Segment, offset: int = 0) -> tuple[int, int]:
    """Give line and column in the file, both from 1, of a character of a segment's plain source."""
    return Places(document).locate(segment, offset)


def _breaks(text: Text) -> tuple[list[int], list[int]]:
    """List the plain offsets at which markup shifts the rest, and where each of them is in ``text.render()``."""
    plain, rendered = [0], [0]
    for code in text.codes:
        at = max(plain[-1], code.at)
        start = rendered[-1] + at - plain[-1]
        for inner in range(1, code.length):
            plain.append(at + inner)
            rendered.append(start)
        plain.append(at + code.length)
        rendered.append(start + len(code.markup))
    return plain, rendered
