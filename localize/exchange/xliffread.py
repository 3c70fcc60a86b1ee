"""Reviewed XLIFF files back in, 1.2 and 2.x, ours and those of other tools.

Specifications: OASIS XLIFF 1.2 (2008), XLIFF 2.1 (2018).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from localize.document import Code, State, Text
from localize.exchange.bitext import Bitext
from localize.exchange.xliff12 import BETWEEN
from localize.xmltext import Entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from localize.exchange.bitext import Intake
    from localize.xmltext import Node

_STATES: dict[str, State] = {
    "initial": "initial", "translated": "translated", "reviewed": "reviewed", "final": "final",
    "signed-off": "final", "needs-translation": "initial", "new": "initial", "needs-adaptation": "initial",
    "needs-l10n": "initial", "needs-review-translation": "initial", "needs-review-adaptation": "initial",
    "needs-review-l10n": "initial",
}  # fmt: skip
"""States of XLIFF 2 and 1.2 in the words of XLIFF 2; whatever a person has still to look at is ``initial``."""
_PROTECTION = re.compile(r"n\d{1,7}")
"""Names of our own annotations around what must come through unchanged."""
_OPEN, _CLOSE = frozenset({"bpt", "bx", "sc"}), frozenset({"ept", "ex", "ec"})
_ALONE, _AROUND = frozenset({"ph", "x"}), frozenset({"g", "pc"})


def read(data: bytes, intake: Intake) -> Iterator[Bitext]:
    """Yield the translated segments of an XLIFF file, each with its neighbours in the file.

    Raises:
        FormatError: It is no well-formed XML, or no XLIFF with segments.
    """
    entries = Entries(data, intake, {"unit", "trans-unit"})
    waiting: Bitext | None = None
    before, document, met = "", "", False
    for node in entries:
        met = True
        outer = entries.outer
        here = _document(outer)
        if here != document:
            if waiting:
                yield _followed(waiting, "")
            waiting, before, document = None, "", here
        for made, source in _segments(node, outer, document, intake):
            if waiting:
                yield _followed(waiting, source)
            waiting = _preceded(made, before) if made else None
            before = source
    if waiting:
        yield _followed(waiting, "")
    if not met and "xliff" not in entries.outer:
        intake.refuse("is no XLIFF", hint="name a PO, XLIFF or TMX file")


def _document(outer: Mapping[str, Mapping[str, str]]) -> str:
    file = outer.get("file", {})
    return file.get("original", file.get("id", ""))


def _preceded(entry: Bitext, source: str) -> Bitext:
    return _with(entry, previous=source)


def _followed(entry: Bitext, source: str) -> Bitext:
    return _with(entry, following=source)


def _with(entry: Bitext, *, previous: str | None = None, following: str | None = None) -> Bitext:
    return replace(
        entry,
        previous=entry.previous if previous is None else previous,
        following=entry.following if following is None else following,
    )


def _segments(
    node: Node, outer: Mapping[str, Mapping[str, str]], document: str, intake: Intake
) -> Iterator[tuple[Bitext | None, str]]:
    """Yield the segments of a unit: what can be taken of each, and its plain source."""
    root, file = outer.get("xliff", {}), outer.get("file", {})
    languages = (
        root.get("srcLang", file.get("source-language", "")),
        root.get("trgLang", file.get("target-language", "")),
    )
    kept = {
        one.attributes.get("id", ""): _spelled(one)
        for data in node.children
        if data.name == "originalData"
        for one in data.children
    }
    parts = list(_parts(node))
    said = (
        one.all_text().strip()
        for one in node.children
        if one.name == "note" and one.attributes.get("category", one.attributes.get("from")) == "reviewer"
    )
    notes = "\n".join(filter(None, said))
    for part in parts:
        ids = _Numbers()
        source, target = _content(part.source, ids, kept), _content(part.target, ids, kept)
        if not source or not source.plain.strip():
            intake.leave(part.line, "its source is empty")
        elif not target or not target.plain.strip():
            intake.leave(part.line, "it has no translation")
            yield None, source.plain
        else:
            pair = intake.pair(*languages, part.line)
            state, name = _state(node, part), _id(node, part, len(parts))
            made = pair and Bitext(source, target, pair, state, document, name, note=notes, line=part.line)
            yield made or None, source.plain


class _Part(NamedTuple):
    """A segment: of XLIFF 2 an element, of XLIFF 1.2 what is marked as one, or else the whole unit."""

    line: int
    name: str
    source: Node | None
    target: Node | None
    state: str = ""


def _parts(node: Node) -> Iterator[_Part]:
    if node.name == "unit":
        for one in node.children:
            if one.name == "segment":
                said = one.attributes
                parts = _child(one, "source"), _child(one, "target")
                yield _Part(one.line, said.get("id", ""), *parts, said.get("state", ""))
        return
    source, target = _child(node, "seg-source"), _child(node, "target")
    sources, targets = _marked(source), _marked(target)
    if not sources:
        yield _Part(node.line, "", _child(node, "source"), target)
    for name, one in sources.items():
        yield _Part(one.line, name, one, targets.get(name))


def _child(node: Node, name: str) -> Node | None:
    return next((one for one in node.children if one.name == name), None)


def _marked(node: Node | None) -> dict[str, Node]:
    """Find the segments that are marked in the text of a unit of XLIFF 1.2, by number."""
    marks = node.find("mrk") if node else ()
    return {one.attributes.get("mid", ""): one for one in marks if one.attributes.get("mtype") == "seg"}


def _spelled(data: Node) -> str:
    """Give the characters of original data."""
    return data.text + "".join(_character(one.attributes.get("hex", "")) + one.tail for one in data.children)


def _id(node: Node, part: _Part, count: int) -> str:
    """Name a segment as we do: the unit's own name, which XLIFF 2 keeps in ``name``, and the segment's number."""
    unit = node.attributes.get("name") or node.attributes.get("resname") or node.attributes.get("id", "")
    if node.name != "unit" and not part.name:
        return unit
    number = part.name.removeprefix("s")
    return f"{unit}/{number}" if number.isdecimal() or count > 1 else unit


def _state(node: Node, part: _Part) -> State | None:
    """Give the state that a file names; of XLIFF 1.2, ``approved`` counts first."""
    if node.name == "unit":
        return _STATES.get(part.state)
    target = _child(node, "target")
    said = target.attributes.get("state", "") if target else ""
    approved = node.attributes.get("approved", "")
    if approved == "yes":
        return "final" if said in {"final", "signed-off"} else "reviewed"
    state = _STATES.get(said)
    return state if state or not approved else "translated"


def _content(node: Node | None, ids: _Numbers, kept: Mapping[str, str]) -> Text | None:
    if node is None:
        return None
    reader = _Reader(ids, kept)
    reader.read(node)
    return Text(reader.plain, tuple(reader.codes))


class _Numbers:
    """One number for codes of one name in source and target."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, name: str) -> int:
        if name not in self._numbers:
            taken = set(self._numbers.values())
            wanted = int(name) if name.isdecimal() and name.isascii() and len(name) < 8 else 0
            self._numbers[name] = wanted if wanted and wanted not in taken else max(taken, default=0) + 1
        return self._numbers[name]


class _Reader:
    """The content of a ``source`` or ``target``."""

    def __init__(self, ids: _Numbers, kept: Mapping[str, str]) -> None:
        self.plain = ""
        self.codes: list[Code] = []
        self._ids = ids
        self._kept = kept

    def read(self, node: Node) -> None:
        self.plain += node.text
        for child in node.children:
            self._child(child)
            self.plain += child.tail

    def _child(self, node: Node) -> None:
        said = node.attributes
        name = said.get("startRef") or said.get("rid") or said.get("id", "")
        if said.get("isolated") == "yes":
            name = name.removesuffix("e")  # so that the two ends of a pair may have names of their own
        if node.name == "mrk" and said.get("translate") == "no" and _PROTECTION.fullmatch(name):
            self._protected(node, self._ids.of(name[1:]))
        elif node.name in _AROUND:
            number = self._ids.of(name)
            start, _, end = said.get("equiv-text", "").partition(BETWEEN)
            self._add(self._kept.get(said.get("dataRefStart", ""), start), "open", number)
            self.read(node)
            self._add(self._kept.get(said.get("dataRefEnd", ""), end), "close", number)
        elif node.name in _OPEN:
            self._add(self._markup(node), "open", self._ids.of(name))
        elif node.name in _CLOSE:
            self._add(self._markup(node), "close", self._ids.of(name))
        elif node.name == "it":
            self._add(
                self._markup(node), "close" if said.get("pos") == "close" else "open", self._ids.of(name)
            )
        elif node.name in _ALONE:
            self._add(self._markup(node), "empty", self._ids.of(name))
        elif node.name == "cp":
            self.plain += _character(said.get("hex", ""))
        else:
            self.read(node)  # mrk marks words, and no more

    def _protected(self, node: Node, number: int) -> None:
        """Read what is protected; where there is markup around it, that says so."""
        last = self.codes[-1] if self.codes else None
        inside = last is not None and (last.kind, last.id, last.at) == ("open", number, len(self.plain))
        if not inside:
            self._add("", "open", number)
        self.read(node)
        if not inside:
            self._add("", "close", number)

    def _markup(self, node: Node) -> str:
        said = node.attributes
        return node.all_text() or self._kept.get(said.get("dataRef", ""), said.get("equiv-text", ""))

    def _add(self, markup: str, kind: str, number: int) -> None:
        assert kind in {"open", "close", "empty"}
        self.codes.append(Code(len(self.plain), markup, kind, number))  # type: ignore[arg-type]


def _character(hexadecimal: str) -> str:
    try:
        return chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return ""
