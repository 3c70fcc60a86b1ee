"""Paragraphs of Office Open XML: those of WordprocessingML and those of DrawingML, which are built alike.

Source: ISO/IEC 29500-1, sections 17.3 (paragraphs and runs), 17.16 (fields) and 21.1.2 (text of drawings).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localize.formats import xml
from localize.formats.office.atoms import Atom, Block, Run, ends, gathered
from localize.formats.office.fields import FieldMarks, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from localize.formats.office.atoms import AtomKind
    from localize.formats.package import Part
    from localize.formats.xml import Event

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
PREFIXES = {
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OOXML}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OOXML}presentationml/2006/main": "p",
    f"{_STRICT}presentationml/main": "p",
    f"{_OOXML}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OOXML}markup-compatibility/2006": "mc",
    f"{_OOXML}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    "urn:schemas-microsoft-com:vml": "v",
}
TITLE = "title"
"""Stands among the names around a paragraph if it is in a place for titles."""

_NO_PROPERTIES = "rPr()"
_PHRASES = {
    "wp:docPr": "descr", "p:cNvPr": "descr", "v:shape": "alt", "v:textpath": "string", "w:hyperlink": "w:tooltip",
    "w:tblCaption": "w:val", "w:tblDescription": "w:val",
}  # fmt: skip
"""Attributes that people read: descriptions of pictures and tables, letters drawn as a picture, what shows above a link."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the elements of a paragraph are, by name.

    Attributes:
        prefix: Of the names of paragraphs, runs and texts.
        kinds: What stands alone, breaks lines or is noise; other elements stand alone, too.
        texts: Elements that spell a character, and which.
        pairs: Elements around runs.
        left: Elements in which no paragraph is looked for.
        unseen: Elements, and attributes of properties, that do not change how a run looks.
        kind: Names a unit, given the paragraph's style and properties and the elements around it.
        hidden: Tells from the properties of a run that it does not show.
        code: Character styles of what is not to be translated.
    """

    prefix: str
    kinds: Mapping[str, AtomKind]
    texts: Mapping[str, str]
    pairs: frozenset[str]
    left: frozenset[str]
    unseen: frozenset[str]
    kind: Callable[[Sequence[Event], Sequence[str]], str]
    hidden: Callable[[Sequence[Event]], bool] = lambda _properties: False
    code: frozenset[str] = field(default_factory=frozenset)


def blocks(part: Part, grammar: Grammar, path: str) -> Iterator[Block]:
    """Yield the paragraphs of a part, and the descriptions of its pictures."""
    name = f"{grammar.prefix}:p"
    around: list[str] = []
    events = xml.events(part.text, PREFIXES, path=path, part=part.name, at=part.at)
    for event, whole in gathered(
        events, lambda one: one.name == name and not grammar.left.intersection(around)
    ):
        if whole:
            yield from Paragraph(part, whole, grammar, tuple(around)).blocks()
        elif event.kind == "start":
            if (
                event.name == "p:ph"
                and event.attributes.get("type") in {"title", "ctrTitle"}
                and "p:sp" in around
            ):
                around[around.index("p:sp")] = TITLE
            around.append(event.name)
            yield from _description(part, event)
        elif event.kind == "end":
            around.pop()


def _description(part: Part, event: Event) -> Iterator[Block]:
    """Yield an attribute that people read."""
    name = _PHRASES.get(event.name, "")
    tag = event.start - part.at, event.end - part.at
    if event.attributes.get(name) and (span := xml.value_span(part.text, tag, name)):
        yield Block("image", value=(span[0] + part.at, span[1] + part.at))


class Paragraph:
    """One paragraph, from its start tag to its end tag."""

    def __init__(self, part: Part, events: Sequence[Event], grammar: Grammar, around: Sequence[str]) -> None:
        self._part = part
        self._events = events
        self._grammar = grammar
        self._around = around
        self._ends = ends(events)
        self._atoms: list[Atom] = []
        self._marks: FieldMarks = {}
        self._inner: list[Block] = []
        self._runs: dict[str, Run] = {}
        self._pairs = 0

    def blocks(self) -> Iterator[Block]:
        """Yield the paragraph and those that stand in its text boxes."""
        first = self._skip(1, f"{self._grammar.prefix}:pPr")
        kind = self._grammar.kind(self._events[:first], self._around)
        if kind:
            self._walk(first, len(self._events) - 1)
            head = self._events[0].start, self._events[first - 1].end
            atoms = resolved(self._atoms, self._marks, self._pairs)
            yield Block(kind, tuple(atoms), head=head)
        yield from self._inner

    def _skip(self, index: int, name: str) -> int:
        """Give the index behind an element that may be next."""
        place = index
        while place < len(self._events) and self._events[place].kind in {"text", "other"}:
            place += 1
        if (
            place < len(self._events)
            and self._events[place].kind == "start"
            and self._events[place].name == name
        ):
            return self._ends[place] + 1
        return index

    def _walk(self, first: int, last: int) -> None:
        """Add what stands between runs."""
        prefix = self._grammar.prefix
        index = first
        while index < last:
            event = self._events[index]
            end = self._ends.get(index, index)
            if event.kind != "start":
                self._add("noise", index, index)
            elif event.name == f"{prefix}:r":
                self._run(index, end)
            elif event.name in self._grammar.pairs:
                self._pair(index, end)
            else:
                self._single(index, end, None)
            index = end + 1

    def _pair(self, first: int, last: int) -> None:
        """Add an element around runs, its properties with its start tag."""
        self._pairs += 1
        pair = self._pairs
        name = self._events[first].name
        self._inner += _description(self._part, self._events[first])
        inner, outer = first + 1, last
        if name == "w:sdt":
            places = [
                index
                for index in self._children(first, last)
                if self._events[index].name == "w:sdtContent" and index in self._ends
            ]
            if not places:
                self._single(first, last, None)
                return
            inner, outer = places[0] + 1, self._ends[places[0]]
        else:
            while (after := self._skip(inner, f"{name}Pr")) != inner:
                inner = after
        protects = name == "w:fldSimple"
        self._add("open", first, inner - 1, pair=pair, translate=not protects)
        self._walk(inner, outer)
        self._add("close", outer, last, pair=pair)

    def _children(self, first: int, last: int) -> Iterator[int]:
        index = first + 1
        while index < last:
            yield index
            index = self._ends.get(index, index) + 1

    def _run(self, first: int, last: int) -> None:
        """Add a run."""
        prefix = self._grammar.prefix
        inner = self._skip(first + 1, f"{prefix}:rPr")
        properties = self._events[first + 1 : inner]
        run = self._look(self._raw(first, inner - 1), properties)
        hidden = self._grammar.hidden(properties)
        if inner > first + 1:
            self._add("noise", first, first)
        self._add("noise", first + (inner > first + 1), inner - 1, around=(None, run))
        for index in self._children_from(inner, last):
            event = self._events[index]
            end = self._ends.get(index, index)
            if event.kind != "start":
                self._add("noise", index, index, run)
            elif event.name == f"{prefix}:t" and not hidden:
                for place in range(index, end + 1):
                    inside = self._events[place]
                    self._add("text" if inside.kind == "text" else "noise", place, place, run, inside.data)
            elif event.name in self._grammar.texts and not hidden:
                data = self._grammar.texts[event.name]
                self._add("text" if data else "noise", index, end, run, data)
            else:
                self._single(index, end, run)
        self._add("noise", last, last, around=(run, None))

    def _children_from(self, first: int, last: int) -> Iterator[int]:
        return self._children(first - 1, last)

    def _single(self, first: int, last: int, run: Run | None) -> None:
        """Add an element that stands for itself, and find the paragraphs in it."""
        event = self._events[first]
        kind = self._grammar.kinds.get(event.name, "single")
        if event.name in {"w:fldChar", "w:instrText"}:
            data = "".join(one.data for one in self._events[first : last + 1])
            what = event.attributes.get("w:fldCharType", "") if event.name == "w:fldChar" else "instruction"
            self._marks[len(self._atoms)] = (what, data)
        self._add(kind, first, last, run)
        index = first
        while index <= last and event.name not in self._grammar.left:
            inside = self._events[index]
            if inside.kind == "start":
                self._inner += _description(self._part, inside)
                if inside.name == f"{self._grammar.prefix}:p":
                    end = self._ends[index]
                    events = self._events[index : end + 1]
                    self._inner += Paragraph(self._part, events, self._grammar, ()).blocks()
                    index = end
            index += 1

    def _add(
        self,
        kind: AtomKind,
        first: int,
        last: int,
        run: Run | None = None,
        data: str = "",
        *,
        pair: int = 0,
        translate: bool = True,
        around: tuple[Run | None, Run | None] | None = None,
    ) -> None:
        """Add an atom that covers events, in a run or between runs; *around* are the runs before and after it."""
        start, end = self._events[first].start, self._events[last].end
        before, after = around or (run, run)
        if start < end:
            self._atoms.append(
                Atom(start, end, kind, data, run, before, after, pair, run is not None, translate)
            )

    def _raw(self, first: int, last: int) -> str:
        at = self._part.at
        return self._part.text[self._events[first].start - at : self._events[last].end - at]

    def _look(self, opening: str, properties: Sequence[Event]) -> Run:
        if opening not in self._runs:
            name = re.match(r"<([^\s/>]+)", opening)
            look: list[str] = []
            skipped = 0
            translate = True
            for event in properties:
                if event.kind == "start":
                    if skipped or event.name in self._grammar.unseen:
                        skipped += 1
                        continue
                    attributes = (
                        f"{key}={value}"
                        for key, value in sorted(event.attributes.items())
                        if key not in self._grammar.unseen
                    )
                    look.append(f"{event.name.partition(':')[2]}({','.join(attributes)}")
                    style = event.attributes.get("w:val", "")
                    translate = translate and not (event.name == "w:rStyle" and style in self._grammar.code)
                elif event.kind == "end":
                    if skipped:
                        skipped -= 1
                    else:
                        look.append(")")
            closing = f"</{name[1]}>" if name else ""
            self._runs[opening] = Run(opening, closing, "".join(look).replace(_NO_PROPERTIES, ""), translate)
        return self._runs[opening]
