"""Properties of a document that are prose: title, subject, description (ISO/IEC 29500-2, section 11: core properties)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.errors import FormatError
from localize.formats import xml
from localize.formats.office.atoms import Block
from localize.formats.office.parts import relations
from localize.formats.package import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.formats.archive import Archive
    from localize.formats.package import Package, Part
    from localize.formats.xml import Event

KINDS = {"dc:title": "heading", "dc:subject": "heading", "dc:description": "paragraph"}
"""Elements that hold prose, with the kinds of units that they make."""
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_PREFIXES = {
    _CORE: "cp",
    "http://purl.oclc.org/ooxml/package/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def names(archive: Archive) -> Sequence[str]:
    """Name the part with the core properties, if there is one that can be read; nothing else needs them."""
    name = next((one.target for one in relations(archive, "") if one.kind == "core-properties"), "")
    if not name:
        return ()
    try:
        text, _ = xml.decode(archive.read(name), path=archive.path, part=name)
        first = next(
            event
            for event in xml.events(text, _PREFIXES, path=archive.path, part=name)
            if event.kind == "start"
        )
        for _ in xml.events(text, _PREFIXES, path=archive.path, part=name):
            pass
    except (FormatError, StopIteration):
        return ()
    return (name,) if first.name == "cp:coreProperties" else ()


def hold(package: Package, part: Part) -> bool:
    """Tell whether a part holds the properties."""
    return part.name == package.parts[-1].name and "coreProperties" in part.text[:2000]


def blocks(part: Part, path: str) -> Iterator[Block]:
    """Yield the properties that are prose."""
    for kind, inside in _elements(part, path):
        if kind in KINDS:
            yield Block(KINDS[kind], value=(inside[0].start, inside[-1].end))


def in_language(part: Part, path: str, language: str) -> Iterator[Edit]:
    """Give the edits that set the language."""
    for kind, inside in _elements(part, path):
        if kind == "dc:language":
            yield Edit(inside[0].start, inside[-1].end, language)


def _elements(part: Part, path: str) -> Iterator[tuple[str, Sequence[Event]]]:
    """Yield the names and the content of elements that hold characters only."""
    name = ""
    inside: list[Event] = []
    for event in xml.events(part.text, _PREFIXES, path=path, part=part.name, at=part.at):
        if event.kind == "start":
            name, inside = event.name, []
        elif event.kind in {"text", "entity"}:
            inside.append(event)
        else:
            if event.kind == "end" and event.name == name and inside:
                yield name, inside
            name = ""
