"""XLIFF files as segments with their places: what is to be translated, and where its translation goes.

Specifications: OASIS XLIFF 1.2 (2008), XLIFF 2.1 (2018).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localize.errors import FormatError
from localize.formats import xml
from localize.formats.resources.xlifflayout import Content, laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.formats.xml import Event

_SPACES = {
    f"urn:oasis:names:tc:xliff:document:{version}": "x" for version in ("1.1", "1.2", "2.0", "2.1", "2.2")
}


@dataclass(slots=True)
class Segment:
    """A sentence with its translation.

    Attributes:
        names: Ids of unit and segment; of the latter empty if there is none.
        source: What is translated.
        target: Of its translation, if there is an element for it.
        notes: For the translator.
        translate: False where the file says so.
        state: As the file spells it.
    """

    names: tuple[str, str]
    source: Content
    target: Content | None = None
    notes: str = ""
    translate: bool = True
    state: str = ""


@dataclass(slots=True)
class Holder:
    """An element that has one source and one target: a ``segment`` (2), or a ``trans-unit`` (1.2).

    Attributes:
        tag: Span of its start tag.
        source: Span of the element after which a target goes, ``source`` or ``seg-source``, and of its content.
        target: Span of the ``target``, of its start tag, and of its content; None: there is none.
        segments: One, or in XLIFF 1.2 one a marked sentence.
    """

    tag: tuple[int, int]
    source: tuple[int, int] = (0, 0)
    content: tuple[int, int] = (0, 0)
    target: tuple[int, int] | None = None
    target_tag: tuple[int, int] = (0, 0)
    segments: list[Segment] = field(default_factory=list)


@dataclass(slots=True)
class Scanned:
    """A file.

    Attributes:
        root: Span of the start tag of ``xliff``, and ``attributes``, its attributes.
        files: Span and attributes of each start tag of a ``file``.
    """

    root: tuple[int, int] = (0, 0)
    attributes: Mapping[str, str] = field(default_factory=dict)
    files: list[tuple[tuple[int, int], Mapping[str, str]]] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)

    @property
    def newer(self) -> bool:
        """Whether it is of version 2."""
        return "srcLang" in self.attributes or self.attributes.get("version", "").startswith("2")


@dataclass(slots=True)
class _Element:
    name: str
    attributes: Mapping[str, str]
    start: int
    tag_end: int
    translate: bool
    events: list[Event] | None = None


def scan(text: str, *, path: str) -> Scanned:
    """Read an XLIFF text.

    Raises:
        FormatError: It is no well-formed XML, or no XLIFF.
    """
    reader = _Reader()
    for event in xml.events(text, _SPACES, path=path):
        reader.take(event, text)
    if not reader.met:
        raise FormatError("is no XLIFF", path=path, line=1, hint="its outer element has to be xliff")
    reader.scanned.holders = list(_apart(reader.scanned.holders))
    return reader.scanned


def _apart(holders: Sequence[Holder]) -> Iterator[Holder]:
    """Yield holders in their order; of those that a broken file has within one another, the outer one."""
    done = 0
    for holder in sorted(holders, key=lambda one: one.source[0]):
        if holder.source[0] >= done:
            yield holder
            done = max(holder.source[1], holder.target[1] if holder.target else 0)


class _Reader:
    """Follows the events of a file."""

    def __init__(self) -> None:
        self.scanned = Scanned()
        self.met = False
        self._stack: list[_Element] = []
        self._gathering: list[_Element] = []
        self._unit: _Unit | None = None

    def take(self, event: Event, text: str) -> None:
        """Go on by one event."""
        if event.kind == "start":
            self._start(event)
        elif self._gathering and event.kind != "end":
            self._gather(event)
        elif event.kind == "end":
            self._end(event, text)

    def _gather(self, event: Event) -> None:
        for element in self._gathering:
            assert element.events is not None
            element.events.append(event)

    def _start(self, event: Event) -> None:
        if self._gathering:
            self._gather(event)
        name = event.name.removeprefix("x:")
        outer = self._stack[-1] if self._stack else None
        said = event.attributes.get("translate")
        translate = said != "no" if said else outer is None or outer.translate
        element = _Element(name, event.attributes, event.start, event.end, translate)
        self._stack.append(element)
        if outer is None:
            self.met = name == "xliff"
            self.scanned.root, self.scanned.attributes = (event.start, event.end), event.attributes
        elif name == "file":
            self.scanned.files.append(((event.start, event.end), event.attributes))
        elif name in {"unit", "trans-unit"}:
            self._unit = _Unit(element)
        elif self._unit and _gathered(name, outer.name):
            element.events = []
            self._gathering.append(element)

    def _end(self, event: Event, text: str) -> None:
        element = self._stack.pop()
        if self._gathering and self._gathering[-1] is element:
            self._gathering.pop()
            if self._unit and self._stack:
                self._unit.add(element, self._stack[-1], event, text)
        elif self._unit and element is self._unit.element:
            self.scanned.holders += self._unit.holders(text)
            self._unit = None
        if self._gathering:
            self._gather(event)


def _gathered(name: str, outer: str) -> bool:
    if name in {"source", "target"}:
        return outer in {"segment", "trans-unit"}
    return (name == "seg-source" and outer == "trans-unit") or (
        name == "note" and outer in {"notes", "trans-unit"}
    )


class _Unit:
    """A ``unit`` or ``trans-unit`` that is being read."""

    def __init__(self, element: _Element) -> None:
        self.element = element
        self._parts: dict[int, tuple[_Element, dict[str, tuple[_Element, Event]]]] = {}
        self._notes: list[str] = []

    def add(self, element: _Element, outer: _Element, end: Event, text: str) -> None:
        """Take what was gathered of an element."""
        if element.name == "note":
            said = "".join(event.data for event in element.events or () if event.kind == "text")
            self._notes.append(said.strip())
        else:
            _, have = self._parts.setdefault(outer.start, (outer, {}))
            have.setdefault(element.name, (element, end))
        del text

    def holders(self, text: str) -> Iterator[Holder]:
        """Yield what has a source, in order."""
        for outer, parts in self._parts.values():
            if "source" not in parts:
                continue
            marked = _sentences(parts["seg-source"][0], text) if "seg-source" in parts else {}
            base, base_end = parts["seg-source" if marked else "source"]
            after = parts.get("seg-source", parts["source"])
            holder = Holder(
                (outer.start, outer.tag_end), (after[0].start, after[1].end), (base.tag_end, base_end.start)
            )
            target = parts.get("target")
            targets: Mapping[str, Content] = {}
            if target:
                holder.target = target[0].start, target[1].end
                holder.target_tag = target[0].start, target[0].tag_end
                whole = laid_out(target[0].events or (), (target[0].tag_end, target[1].start), text)
                targets = {"": whole} if not marked else _sentences(target[0], text)
            sources = marked or {"": laid_out(base.events or (), holder.content, text)}
            state = (target[0] if target and self.element is outer else outer).attributes.get("state", "")
            for name, source in sources.items():
                inner = name if self.element is outer else outer.attributes.get("id", "")
                names = self.element.attributes.get("id", ""), inner
                notes = "\n".join(filter(None, self._notes))
                holder.segments.append(
                    Segment(names, source, targets.get(name), notes, outer.translate, state)
                )
            yield holder


def _sentences(element: _Element, text: str) -> dict[str, Content]:
    """Find the sentences that XLIFF 1.2 marks in a text, by number."""
    found: dict[str, Content] = {}
    opened: list[tuple[str, int]] = []
    events = element.events or []
    for number, event in enumerate(events):
        if event.kind == "start":
            mark = event.name.removeprefix("x:") == "mrk" and event.attributes.get("mtype") == "seg"
            opened.append((event.attributes.get("mid", "") if mark else "", number))
        elif event.kind == "end" and opened:
            name, begin = opened.pop()
            if name:
                inner = events[begin + 1 : number]
                found.setdefault(name, laid_out(inner, (events[begin].end, event.start), text))
    return found
