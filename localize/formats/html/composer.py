"""Write the text of a unit of HTML: plain text and codes side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.document import Code, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import CodeKind
    from localize.formats.html.marks import Page
    from localize.formats.runs import Token

_CHUNK = re.compile(r"[ \t\n\r\f]++|\xad++|[^ \t\n\r\f\xad]++")
_BLANKS = " \t\n\r\f"


class Composer:
    """Writes plain text and codes side by side; ``space`` tells that white space would be one too many."""

    def __init__(self, page: Page, start: int) -> None:
        self.page = page
        self.plain: list[str] = []
        self.codes: list[Code] = []
        self.size = 0
        self.done = start
        self.space = True
        self.numbers: dict[int, int] = {}
        self.visible: set[int] = set()

    def text(self, tokens: Sequence[Token], end: int, shown: frozenset[int]) -> Text:
        """Compose the text up to ``end``; ``shown`` are the places of the single codes that show."""
        for number, token in enumerate(tokens):
            following = tokens[number + 1].start if number + 1 < len(tokens) else end
            self._chunks(token.start if token.kind != "break" else self._before(token.start))
            if token.kind == "literal":
                self._literal(token)
                continue
            last = token.end
            visible = token.start in shown
            if token.kind == "break" or (visible and self.space):
                while last < following and self.page.shadow[last] in _BLANKS:
                    last += 1
            kind: CodeKind = "empty" if token.kind == "break" else token.kind
            identity = self.numbers.setdefault(token.id, len(self.numbers) + 1)
            self.visible |= {identity} if visible else set()
            markup = self.page.text[self.done : last]
            self.codes.append(Code(self.size, markup, kind, identity, 0, token.translate))
            if token.kind == "break":
                self._spell("", " ")
                self.space = True
            elif visible and last == token.end:
                self.space = False
            self.done = last
        self._chunks(end)
        self._strip()
        return Text("".join(self.plain), tuple(self.codes))

    def _before(self, place: int) -> int:
        """Leave the white space before a break to the break."""
        while place > self.done and self.page.shadow[place - 1] in _BLANKS:
            place -= 1
        return place

    def _chunks(self, end: int) -> None:
        for chunk in _CHUNK.finditer(self.page.shadow, self.done, end):
            raw = self.page.text[chunk.start() : chunk.end()]
            if chunk[0][0] in _BLANKS:
                self._blank(raw)
            elif chunk[0][0] == "\xad":
                self._spell(raw, "")
            else:
                self.plain.append(raw)
                self.size += len(raw)
                self.space = False
        self.done = max(self.done, end)

    def _blank(self, raw: str) -> None:
        if self.space:
            self._spell(raw, "")
        elif raw == " ":
            self.plain.append(" ")
            self.size += 1
        else:
            self._spell(raw, " ")
        self.space = True

    def _literal(self, token: Token) -> None:
        raw = self.page.text[token.start : token.end]
        self.done = token.end
        if token.plain.strip(_BLANKS) == "":
            self._blank(raw) if raw != " " else None
        elif token.plain == "\xad":
            self._spell(raw, "")
        else:
            self._spell(raw, token.plain)
            self.space = False

    def _spell(self, raw: str, plain: str) -> None:
        self.codes.append(Code(self.size, raw, "literal", 0, len(plain)))
        self.plain.append(plain)
        self.size += len(plain)

    def _strip(self) -> None:
        """Take a space at the end out of the plain text: into the next tag, if any that follows shows something."""
        if not self.plain or not "".join(self.plain[-2:]).endswith(" "):
            return
        whole = "".join(self.plain)
        last = len(whole) - 1
        raw = next((code.markup for code in self.codes if code.at == last and code.length == 1), " ")
        shows = any(code.at > last and code.id in self.visible for code in self.codes)
        codes: list[Code] = []
        for code in self.codes:
            if code.kind == "literal" and code.at == last and code.length == 1:
                continue
            markup = code.markup
            if code.at > last:
                if code.kind != "literal" and shows:
                    markup, raw = raw + markup, ""
                elif raw:
                    codes.append(Code(last, raw, "literal"))
                    raw = ""
            codes.append(Code(min(code.at, last), markup, code.kind, code.id, code.length, code.translate))
        if raw:
            codes.append(Code(last, raw, "literal"))
        self.plain, self.codes = [whole[:-1]], codes
