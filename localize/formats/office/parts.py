"""Find the parts of an Office Open XML file by their relationships (ISO/IEC 29500-2, sections 6.5 and 7.2.3)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from localize.errors import FormatError
from localize.formats import xml
from localize.formats.archive import Archive
from localize.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.formats.xml import Event


WORD = ("wordprocessingml", "ms-word")
SHOW = ("presentationml", "ms-powerpoint")
"""Words in the content types of documents and of slide shows, the second ones for those with macros."""


class Relation(NamedTuple):
    """What one part says about another: the last word of the type, the name of the other, and the relationship's own."""

    kind: str
    target: str
    id: str


def opener(parts: Callable[[Archive], Sequence[str]]) -> Callable[[bytes, str], Package]:
    """Make what opens a file, from what names its parts with prose in reading order."""

    def opened(data: bytes, path: str) -> Package:
        archive = Archive.open(data, path=path)
        return Package.of(archive, parts(archive))

    return opened


def main_part(archive: Archive, kinds: Sequence[str]) -> str:
    """Give the name of the main part.

    Raises:
        FormatError: There is none, or its content type has none of the words ``kinds`` in it.
    """
    name = next((one.target for one in relations(archive, "") if one.kind == "officeDocument"), "")
    if not name:
        raise FormatError("says nowhere which part of it is the document", path=archive.path)
    types = _content_types(archive)
    said = types.get("/" + name) or types.get(name.rpartition(".")[2], "")
    if not any(kind in said for kind in kinds):
        raise FormatError(f"is another kind of file: its main part is '{said[:100]}'", path=archive.path)
    return name


def related(archive: Archive, part: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """Name the parts that a part uses, by kind and then in the order in which it names them, each once."""
    found = list(relations(archive, part))
    return tuple(dict.fromkeys(one.target for kind in kinds for one in found if one.kind == kind))


def relations(archive: Archive, part: str) -> Iterator[Relation]:
    """Yield the relationships of a part within the archive; of the archive itself if the name is empty."""
    folder, _, name = part.rpartition("/")
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place not in archive.members:
        return
    for event in _events(archive, place):
        if event.kind == "start" and event.name.endswith("Relationship"):
            given = event.attributes
            target = unquote(given.get("Target", ""))
            if given.get("TargetMode") == "External" or not target:
                continue
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if path in archive.members:
                yield Relation(given.get("Type", "").rpartition("/")[2], path, given.get("Id", ""))


def _content_types(archive: Archive) -> dict[str, str]:
    """Read content types by part, with a slash in front, or by extension."""
    found: dict[str, str] = {}
    for event in _events(archive, "[Content_Types].xml"):
        if event.kind == "start" and "ContentType" in event.attributes:
            key = event.attributes.get("PartName") or event.attributes.get("Extension", "")
            found[key] = event.attributes["ContentType"]
    return found


def _events(archive: Archive, name: str) -> Iterator[Event]:
    text, _ = xml.decode(archive.read(name), path=archive.path, part=name)
    return xml.events(text, {}, path=archive.path, part=name)
