"""What is inside a ``source`` or ``target`` of XLIFF: characters, and inline elements that stand for markup.

Specifications: OASIS XLIFF 1.2 (2008), section 2.4; XLIFF 2.1 (2018), section 4.7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.formats.resources.strings import String
from localize.formats.runs import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.formats.xml import Event

_AROUND = frozenset({"g", "pc", "mrk"})
_OPEN, _CLOSE = frozenset({"bx", "bpt", "sc", "sm"}), frozenset({"ex", "ept", "ec", "em"})
_STANDS_FOR = "\N{OBJECT REPLACEMENT CHARACTER}"
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(\w+));|\r\n|.", re.DOTALL)


@dataclass(slots=True)
class Content:
    """What is inside a ``source``, a ``target``, or a ``mrk`` that stands for a sentence.

    Attributes:
        span: Of the content.
        string: Its characters, each inline element standing as one of them.
        codes: The inline elements.
    """

    span: tuple[int, int]
    string: String
    codes: tuple[Token, ...]


def laid_out(events: Sequence[Event], span: tuple[int, int], text: str) -> Content:
    """Lay out characters and inline elements."""
    layout = _Layout(text)
    for event in events:
        layout.take(event)
    return layout.content(span)


class _Layout:
    """Characters with their places; an inline element, or each of its two tags, is one of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain: list[str] = []
        self._places: list[int] = []
        self._tokens: list[Token] = []
        self._opened: list[tuple[str, str, bool, int]] = []  # name, id, protects, number of the token
        self._halves: dict[
            int, tuple[str, str]
        ] = {}  # of elements that are one end of a pair: which end, and of what
        self._inside = 0
        self._pending: int | None = None

    def take(self, event: Event) -> None:
        if event.kind == "start":
            self._start(event)
        elif event.kind == "end":
            self._end(event)
        elif event.kind == "text" and not self._inside:
            self._characters(event)
        elif event.kind in {"other", "entity"} and self._pending is None and not self._inside:
            self._pending = event.start  # goes with what comes after it

    def _start(self, event: Event) -> None:
        name = event.name.removeprefix("x:")
        if self._inside or name not in _AROUND:
            self._inside += 1
            if self._inside == 1:
                self._element(name, event)
            return
        protects = event.attributes.get("translate") == "no" or event.attributes.get("mtype") == "protected"
        self._opened.append((name, "", protects, len(self._tokens)))
        self._add("empty", event.start)

    def _end(self, event: Event) -> None:
        if self._inside:
            self._inside -= 1
            return
        name, _, protects, number = self._opened.pop()
        del name
        first = self._tokens[number]
        self._tokens[number] = first._replace(kind="open", translate=not protects)
        self._add("close", event.start, first.id)

    def _element(self, name: str, event: Event) -> None:
        if name == "cp":
            digits = event.attributes.get("hex", "")
            number = int(digits, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,6}", digits) else 0
            self._plain.append(chr(number) if 31 < number < 0xD800 else "\ufffd")
            self._places.append(self._taken(event.start))
            return
        half = _half(name, event.attributes)
        if half:
            self._halves[len(self._tokens)] = half
        self._add("empty", event.start)

    def _add(self, kind: str, start: int, number: int = 0) -> None:
        at = len(self._plain)
        assert kind in {"empty", "close"}
        token = Token(at, at + 1, "close" if kind == "close" else "empty", number or len(self._tokens) + 1)
        self._tokens.append(token)
        self._plain.append(_STANDS_FOR)
        self._places.append(self._taken(start))

    def _taken(self, start: int) -> int:
        place = start if self._pending is None else self._pending
        self._pending = None
        return place

    def _characters(self, event: Event) -> None:
        raw = self._text[event.start : event.end]
        if raw == event.data and self._pending is None:
            self._plain += raw
            self._places += range(event.start, event.end)
            return
        tokens = list(_REFERENCE.finditer(raw))
        if len(tokens) != len(event.data):
            self._plain.append(" ")
            self._places.append(self._taken(event.start))
            return
        for found, character in zip(tokens, event.data, strict=True):
            self._plain.append(character)
            self._places.append(self._taken(event.start + found.start()))

    def content(self, span: tuple[int, int]) -> Content:
        string = String("".join(self._plain), (*self._places, span[1]))
        return Content(span, string, tuple(self._paired()))

    def _paired(self) -> list[Token]:
        """Make pairs of the elements that are one end each, where no other pair begins or ends between them alone."""
        tokens = list(self._tokens)
        opened: list[int] = []
        for number, token in enumerate(self._tokens):
            side, key = self._halves.get(number, ("", ""))
            if token.kind == "open" or side == "open":
                opened.append(number)
            elif token.kind == "close":
                while self._tokens[opened.pop()].id != token.id:
                    pass
            elif side == "close":
                inner = len(opened) - 1
                while inner >= 0 and self._halves.get(opened[inner], ("", ""))[1] not in {"", key}:
                    inner -= 1
                if inner >= 0 and self._halves.get(opened[inner], ("", ""))[1] == key:
                    begin = opened[inner]
                    tokens[begin] = tokens[begin]._replace(kind="open")
                    tokens[number] = token._replace(kind="close", id=tokens[begin].id)
                    del opened[inner:]
        return tokens


def _half(name: str, said: Mapping[str, str]) -> tuple[str, str] | None:
    """Tell which end of which pair an element is; Angular names the ends of tags in ``id``."""
    if name in _OPEN:
        return "open", said.get("rid") or said.get("id", "")
    if name in _CLOSE:
        return "close", said.get("rid") or said.get("startRef") or said.get("id", "")
    angular = re.fullmatch(r"(START|CLOSE)_(\w+?)(?:_\d+)?", said.get("id", ""))
    if angular and name in {"x", "ph"}:
        return ("open" if angular[1] == "START" else "close"), angular[2]
    return None
