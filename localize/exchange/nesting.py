"""Inline codes as the content of XML elements: which pairs nest, and so can be elements that hold what is between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.document import Code, Span, Text


class Event(NamedTuple):
    """Something that stands at a place in a text.

    Attributes:
        at: Offset in the plain text.
        order: Among what stands there: -1 what ends before the codes, 0 codes, 1 what begins behind them.
        kind: ``open``, ``close`` or ``empty``.
        key: The same for the two ends of one thing, and for nothing else.
        code: Of a code; None for the ends of an annotation.
    """

    at: int
    order: int
    kind: str
    key: str
    code: Code | None


class Tags(Protocol):
    """How a format spells events."""

    def tag(self, event: Event, other: Event | None) -> str:
        """Write an event; *other* is the other end of a pair that may be one element."""
        ...

    def characters(self, text: str) -> str:
        """Write what stands between events."""
        ...


def key(code: Code) -> str:
    """Name a code's pair."""
    return f"{code.id}"


def events(text: Text, annotations: Mapping[str, Span] | None = None) -> list[Event]:
    """List the codes of a text that are more than spellings, with the ends of some annotations, in their order.

    An annotation stands as close around its words as it can. Around what an open code with ``translate=False``
    protects there is one named ``n`` and the code's key.
    """
    found: list[Event] = []
    kept = {
        code.id
        for code in text.codes
        if code.kind == "open" and not code.translate and code.id in ids(text, "close")
    }
    for code in text.codes:
        if code.kind == "literal":
            continue
        protection = Event(code.at, 0, code.kind, f"n{key(code)}", None)
        if code.kind == "close" and code.id in kept:
            found.append(protection)
        found.append(Event(code.at, 0, code.kind, key(code), code))
        if code.kind == "open" and code.id in kept:
            found.append(protection)
    for name, (start, end) in (annotations or {}).items():
        found += (Event(start, 1, "open", name, None), Event(end, -1, "close", name, None))
    return sorted(found, key=lambda event: (event.at, event.order))


def ids(text: Text, kind: str) -> frozenset[int]:
    """Give the numbers of the codes of one kind."""
    return frozenset(code.id for code in text.codes if code.kind == kind)


def pairs(found: Sequence[Event]) -> dict[int, Event]:
    """Give the ends of pairs, by number, their other ends, where none overlaps another: these may be elements."""
    opened: list[int] = []
    others: dict[int, Event] = {}
    for number, event in enumerate(found):
        if event.kind == "open":
            opened.append(number)
        elif event.kind == "close":
            begin = next((one for one in reversed(opened) if found[one].key == event.key), None)
            if begin is not None and begin == opened[-1]:
                others[begin], others[number] = event, found[begin]
            if begin is not None:
                opened.remove(begin)
    return others


def lonely(texts: Sequence[Text]) -> frozenset[str]:
    """Name the codes of which one half is missing, or in the wrong order, in all parts of a unit together."""
    opened: set[str] = set()
    matched: set[str] = set()
    every: set[str] = set()
    for text in texts:
        for code in text.codes:
            if code.kind in {"open", "close"}:
                every.add(key(code))
            if code.kind == "open":
                opened.add(key(code))
            elif code.kind == "close" and key(code) in opened:
                matched.add(key(code))
    return frozenset(every - matched)


def content(text: Text, tags: Tags, annotations: Mapping[str, Span] | None = None) -> str:
    """Write a text with its codes and some annotations, by name and span, as the content of an element."""
    found = events(text, annotations)
    others = pairs(found)
    parts: list[str] = []
    done = 0
    for number, event in enumerate(found):
        parts.append(tags.characters(text.plain[done : event.at]))
        done = max(done, event.at)
        parts.append(tags.tag(event, others.get(number)))
    return "".join((*parts, tags.characters(text.plain[done:])))
