"""Spell translated text in HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.formats.masks import BREAK, MARKUP, PLAIN, Masked, is_break, is_soft, layout, wrapped
from localize.formats.nested import Nested

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localize.document import Document, Text, Unit

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_AMPERSAND = re.compile(r"&(?=[A-Za-z0-9#])")


class Speller:
    """Spells the units of one document.

    Args:
        document: As it was read.
        targets: By unit id.
        xml: It is XHTML in the syntax of XML.
    """

    def __init__(self, document: Document, targets: Mapping[str, Text], *, xml: bool = False) -> None:
        self._text = document.text
        self._codec = document.encoding
        self._xml = xml
        self._nested = Nested(document, targets, self.spell)

    def spell(self, unit: Unit, target: Text) -> str:
        """Give what to write in the place of a unit."""
        quote = self._quote(unit)
        if quote is not None:
            draft = self._masked(unit, target, quote or '"')
            return draft.text if quote else f'"{draft.text}"'
        how = layout(self._text, unit)
        draft = self._masked(unit, target, "")
        return (wrapped(draft, how) if how else draft).text

    def _quote(self, unit: Unit) -> str | None:
        """Give the mark around an attribute's value, empty if there is none; None for text."""
        start, end = unit.span
        before = self._text[start - 1 : start]
        if before in {'"', "'"} and self._text[end : end + 1] == before:
            return before
        return "" if self._text[max(0, start - 80) : start].rstrip().endswith("=") else None

    def _masked(self, unit: Unit, target: Text, quote: str) -> Masked:
        markup = self._nested.markup(unit)
        parts: list[str] = []
        mask: list[bytes] = []
        protected: dict[int, bool] = {}
        done = 0

        def add(text: str, what: int) -> None:
            parts.append(text)
            mask.append(bytes([what]) * len(text))

        def plain(text: str) -> None:
            verbatim = any(protected.values())
            add(text if verbatim else self._escaped(text, quote), MARKUP if protected else PLAIN)

        for code in target.codes:
            plain(target.plain[done : code.at])
            done = max(done, code.at) + code.length
            if code.kind == "literal":
                if is_soft(code) or not code.markup:
                    plain(target.plain[done - code.length : done])
                else:
                    add(code.markup, MARKUP)
                continue
            add(markup.get((code.kind, code.id), code.markup), BREAK if is_break(code) else MARKUP)
            if code.kind == "open" and not code.translate:
                protected[code.id] = code.markup == ""
            elif code.kind == "close":
                protected.pop(code.id, None)
        plain(target.plain[done:])
        return Masked("".join(parts), b"".join(mask)).stripped()

    def _escaped(self, text: str, quote: str) -> str:
        text = _CONTROL.sub(" ", text)
        text = text.replace("&", "&amp;") if self._xml else _AMPERSAND.sub("&amp;", text)
        text = text.replace("<", "&lt;")
        if self._xml:
            text = text.replace("]]>", "]]&gt;")
        if quote:
            text = text.replace(quote, "&quot;" if quote == '"' else "&#39;")
        try:
            text.encode(self._codec)
        except UnicodeEncodeError:
            if not any("\ud800" <= character <= "\udfff" for character in text):
                return text.encode(self._codec, "xmlcharrefreplace").decode(self._codec)
        return text
