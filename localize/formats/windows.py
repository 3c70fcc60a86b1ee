"""A stretch of a document as the bytes that the block parser reads, and the way back to code points."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from localize.document import Span

_EARLIEST = 1
"""Bytes before the first one of the document: a newline, without which the parser would see front matter."""


@dataclass(frozen=True, slots=True)
class Window:
    """Whole lines of a document.

    Attributes:
        data: UTF-8, in which every line ends with LF, CR LF being written as a space and LF; a newline comes first.
        start: Where the window begins in the document, code points.
        end: Where it ends in the document.
        last: That is the end of the document.
    """

    data: bytearray
    start: int
    end: int
    last: bool
    _offsets: array[int] | None

    @classmethod
    def of(cls, text: str, start: int, size: int) -> Window:
        """Cut the lines that begin in the next ``size`` code points out of a document."""
        end = min(start + size, len(text))
        while end < len(text) and text[end - 1] != "\n" and (text[end - 1] != "\r" or text[end] == "\n"):
            end = min(_line_end(text, end), len(text))
        lines = text[start:end].replace("\r\n", " \n").replace("\r", "\n")
        data = bytearray(f"\n{lines}\n".encode(errors="surrogatepass"))
        offsets = None if lines.isascii() else array("L", accumulate(byte & 0xC0 != 0x80 for byte in data))
        return cls(data, start, end, end == len(text), offsets)

    def offset(self, place: int) -> int:
        """Give the offset in the document, in code points, of a byte of ``data`` at which a character begins."""
        if self._offsets is None:
            return self.start + place - _EARLIEST
        return self.start + (self._offsets[place - 1] if place else 0) - _EARLIEST

    def line_start(self, place: int) -> int:
        """Give the offset in the document of the line that a byte of ``data`` is in."""
        return self.offset(self.data.rfind(b"\n", 0, place) + 1)

    def after_blank(self, place: int) -> bool:
        """Tell whether a blank line comes before the line that a byte of ``data`` is in."""
        end = max(0, self.data.rfind(b"\n", 0, place))
        return not self.data[self.data.rfind(b"\n", 0, end) + 1 : end].strip()

    def mask(self, spans: Iterable[Span]) -> None:
        """Overwrite the last byte of each span with a letter, so that the parser does not see a marker there."""
        for _, end in spans:
            self.data[end - 1] = ord("x")


def _line_end(text: str, start: int) -> int:
    """Give the offset after the next line break, or the length of the text."""
    lf, cr = text.find("\n", start), text.find("\r", start, start + 4096)
    if cr >= 0 and (lf < 0 or cr < lf):
        return cr + (2 if text.startswith("\n", cr + 1) else 1)
    return lf + 1 if lf >= 0 else len(text)
