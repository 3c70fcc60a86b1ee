"""Paragraphs of OpenDocument (ISO/IEC 26300-1, sections 5 to 7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from localize.formats import xml
from localize.formats.office.atoms import Atom, Block, Run, ends, gathered
from localize.formats.office.odfstyles import PREFIXES, Styles
from localize.formats.office.properties import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.formats.office.atoms import AtomKind
    from localize.formats.package import Part
    from localize.formats.xml import Event

PLAIN = Run("", "", "")
"""Text outside of all spans."""

_PARAGRAPHS = frozenset(["text:p", "text:h"])
_PLACEHOLDER = "placeholder"
_LEFT = frozenset(
    [
        "office:annotation",
        "text:tracked-changes",
        "table:tracked-changes",
        "office:forms",
        "text:ruby",
        _PLACEHOLDER,
    ]
)
"""Elements in which no paragraph is looked for."""
_KINDS: dict[str, AtomKind] = {"text:tab": "tab", "text:line-break": "break", "text:soft-page-break": "noise"}
_PAIRS = frozenset(["text:a", "text:meta", "text:meta-field"])
_DESCRIPTIONS = frozenset(["svg:title", "svg:desc"])
_CODE = frozenset(["Preformatted_20_Text", "Source_20_Code"])


def blocks(part: Part, path: str, *, masters: bool = True) -> Iterator[Block]:
    """Yield the paragraphs of a part, titles and descriptions of its pictures, and the properties that are prose.

    Args:
        part: The content, the styles, the properties, or all of a file.
        path: For messages.
        masters: Whether those of master pages are prose: headers and footers are, but not what slides are made after.
    """
    styles = Styles.of(part, path)
    around: list[str] = []
    events = xml.events(part.text, PREFIXES, path=path, part=part.name, at=part.at)
    left = _LEFT if masters else _LEFT | {"office:master-styles"}
    for event, whole in gathered(
        events,
        lambda one: (
            (_begins(one) and not left.intersection(around))
            or (one.name in KINDS and "office:meta" in around)
        ),
    ):
        if whole:
            yield from _Paragraph(part, whole, styles, tuple(around)).blocks()
        elif event.kind == "start":
            around.append(_place(event, sheet="office:spreadsheet" in around))
        elif event.kind == "end":
            around.pop()


def _place(event: Event, *, sheet: bool) -> str:
    """Name an element around paragraphs; on slides and in sheets, what it is for says more than its own name."""
    given = event.attributes
    computed = given.get("office:value-type", "string") != "string" or "table:formula" in given
    if given.get("presentation:placeholder") == "true" or (sheet and computed):
        return _PLACEHOLDER
    return "title" if event.attributes.get("presentation:class") == "title" else event.name


def _begins(event: Event) -> bool:
    return event.name in _PARAGRAPHS or event.name in _DESCRIPTIONS


class _Paragraph:
    """One paragraph, or one description, from its start tag to its end tag."""

    def __init__(self, part: Part, events: Sequence[Event], styles: Styles, around: Sequence[str]) -> None:
        self._part = part
        self._events = events
        self._styles = styles
        self._around = around
        self._ends = ends(events)
        self._atoms: list[Atom] = []
        self._inner: list[Block] = []
        self._pairs = 0

    def blocks(self) -> Iterator[Block]:
        """Yield the paragraph and those that stand in its notes and frames."""
        kind = self._kind()
        if self._events[0].name not in _PARAGRAPHS:
            inside = self._events[1:-1]
            if inside and all(event.kind == "text" for event in inside):
                yield Block(kind, value=(inside[0].start, inside[-1].end))
            return
        if kind:
            self._walk(1, len(self._events) - 1, PLAIN)
            yield Block(kind, tuple(self._atoms))
        yield from self._inner

    def _kind(self) -> str:
        start = self._events[0]
        style = self._styles.paragraph(start.attributes.get("text:style-name", ""))
        if style in _CODE:
            return ""
        if start.name not in _PARAGRAPHS:
            return KINDS.get(start.name, "image")
        if start.name == "text:h" or style in {"Title", "Subtitle"} or "title" in self._around:
            return "heading"
        if "table:table-cell" in self._around:
            return "table-cell"
        if "text:list-item" in self._around:
            return "list-item"
        return "quote" if style.startswith("Quot") else "paragraph"

    def _walk(self, first: int, last: int, run: Run) -> None:
        """Add content; *run* is how text looks, and the spans around it within the element around it."""
        index = first
        while index < last:
            event = self._events[index]
            end = self._ends.get(index, index)
            if event.kind == "text":
                self._add("text", index, index, run, data=event.data)
            elif event.kind != "start":
                self._add("noise", index, index, run)
            elif event.name == "text:span":
                self._span(index, end, run)
            elif event.name == "text:s":
                count = event.attributes.get("text:c", "1")
                spaces = min(int(count), 1000) if count.isascii() and count.isdigit() else 1
                self._add("text", index, end, run, data=" " * spaces)
            elif event.name in _PAIRS:
                self._pairs += 1
                pair = self._pairs
                inside = Run(
                    "", "", run.look, run.translate
                )  # a span may stand around a link, but not begin in it
                self._add("open", index, index, run, pair=pair, after=inside)
                self._walk(index + 1, end, inside)
                self._add("close", end, end, inside, pair=pair, after=run)
            elif event.name.startswith("text:") and self._says(index, end):
                self._field(index, end, run)
            else:
                self._single(index, end, run)
            index = end + 1

    def _span(self, first: int, last: int, run: Run) -> None:
        tag = self._raw(first)
        closing = self._raw(last) or f"</{tag[1:].split()[0].rstrip('>/')}>"
        look = self._styles.look(self._events[first].attributes.get("text:style-name", ""))
        translate = run.translate and look.translate
        inner = Run(run.opening + tag, closing + run.closing, run.look + look.look, translate)
        self._add("noise", first, first, run, after=inner)
        self._walk(first + 1, last, inner)
        self._add("noise", last, last, inner, after=run)

    def _says(self, first: int, last: int) -> bool:
        """Tell whether an element holds words and nothing else, as fields do."""
        inside = self._events[first + 1 : last]
        return bool(inside) and all(event.kind == "text" for event in inside)

    def _field(self, first: int, last: int, run: Run) -> None:
        """Add a field: its result comes through unchanged."""
        self._pairs += 1
        look = replace(run, translate=True)
        self._add("open", first, first, run, pair=self._pairs, translate=False)
        for index in range(first + 1, last):
            self._add("text", index, index, look, data=self._events[index].data)
        self._add("close", last, last, run, pair=self._pairs)

    def _single(self, first: int, last: int, run: Run) -> None:
        """Add an element that stands for itself, and find the paragraphs in it."""
        name = self._events[first].name
        self._add(_KINDS.get(name, "single"), first, last, run)
        index = first
        while index <= last:
            event = self._events[index]
            if event.kind == "start" and event.name in _LEFT:
                index = self._ends[index]
            elif event.kind == "start" and _begins(event):
                end = self._ends[index]
                names = [one.name for one in self._events[first:index] if one.kind == "start"]
                self._inner += _Paragraph(
                    self._part, self._events[index : end + 1], self._styles, names
                ).blocks()
                index = end
            index += 1

    def _add(
        self, kind: AtomKind, first: int, last: int, run: Run, *, data: str = "",
        pair: int = 0, translate: bool = True, after: Run | None = None,
    ) -> None:  # fmt: skip
        start, end = self._events[first].start, self._events[last].end
        if start < end:
            atom = Atom(
                start, end, kind, data, run, run, after or run, pair, within=True, translate=translate
            )
            self._atoms.append(atom)

    def _raw(self, index: int) -> str:
        event = self._events[index]
        return self._part.text[event.start - self._part.at : event.end - self._part.at]
