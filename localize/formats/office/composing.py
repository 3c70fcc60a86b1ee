"""Put a unit's text together from what stands in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.document import Code, Text

if TYPE_CHECKING:
    from localize.document import CodeKind

_CHUNK = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_BLANKS = " \t\r\n"


class Composer:
    """A text in the making; rendered, it is the markup that was given, in order.

    White space is one space between words and none at the ends.

    Attributes:
        lead: White space that stands in front of the text.
        trail: White space that stands behind it.
    """

    def __init__(self) -> None:
        self.lead = ""
        self.trail = ""
        self._plain: list[str] = []
        self._size = 0
        self._codes: list[Code] = []
        self._blank = False
        self._numbers: dict[int, int] = {}
        self._count = 0

    def number(self, pair: int = 0) -> int:
        """Give a new number for a code, or that of a pair."""
        if pair and pair in self._numbers:
            return self._numbers[pair]
        self._count += 1
        if pair:
            self._numbers[pair] = self._count
        return self._count

    def noise(self, markup: str) -> None:
        """Add markup that is nothing to a reader."""
        if markup:
            self._codes.append(Code(self._size, markup, "literal"))

    def code(self, markup: str, kind: CodeKind, number: int, *, translate: bool = True) -> None:
        """Add an inline code."""
        self._codes.append(Code(self._size, markup, kind, number, 0, translate))

    def text(self, raw: str, data: str) -> None:
        """Add characters, which the file spells ``raw``."""
        if raw == data:
            for chunk in _CHUNK.findall(data):
                self._add(chunk, chunk)
        elif data:
            self._add(raw, data)
        else:
            self.noise(raw)

    def finish(self) -> Text:
        """Give the text; a space at its end becomes markup."""
        plain = "".join(self._plain)
        if not self._blank or not plain:
            return Text(plain, tuple(self._codes))
        last = len(plain) - 1
        codes: list[Code] = []
        spelled = False
        for code in self._codes:
            if code.kind == "literal" and code.at == last and code.length == 1:
                codes.append(Code(last, code.markup, "literal"))
                spelled = True
                self.trail = code.markup and " "
                continue
            if code.at > last and not spelled:
                codes.append(Code(last, " ", "literal"))
                spelled = True
                self.trail = " "
            at = min(code.at, last)
            codes.append(Code(at, code.markup, code.kind, code.id, code.length, code.translate))
        if not spelled:
            codes.append(Code(last, " ", "literal"))
            self.trail = " "
        return Text(plain[:-1], tuple(codes))

    def _add(self, raw: str, data: str) -> None:
        if data.strip(_BLANKS):
            self._put(raw, data)
            self._blank = False
        elif not self._size:
            self.lead += data if raw else ""
            self.noise(raw)
        elif self._blank:
            self.noise(raw)
        else:
            self._put(raw, " ")
            self._blank = True

    def _put(self, raw: str, data: str) -> None:
        if raw != data:
            self._codes.append(Code(self._size, raw, "literal", 0, len(data)))
        self._plain.append(data)
        self._size += len(data)
