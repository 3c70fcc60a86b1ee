"""E-books (``.epub``, EPUB 3.3 and 2.0.1): chapters in reading order, titles, tables of contents.

Chapters are XHTML and read like all HTML; the package document and the NCX are XML with a few words in it. The language of
the book becomes that of the targets, and so does the direction of its pages. ``mimetype`` stays the first member, not packed.
"""

from __future__ import annotations

import posixpath
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from localize.document import Document
from localize.errors import FormatError
from localize.formats import xml
from localize.formats.archive import Archive
from localize.formats.html import Speller, renamed
from localize.formats.html import units as html_units
from localize.formats.office.atoms import Block
from localize.formats.office.pieces import pieces
from localize.formats.package import Edit, Package
from localize.formats.units import Found, numbered, splice
from localize.languages import direction
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Text, Unit
    from localize.formats.package import Part
    from localize.formats.xml import Event

_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "container",
    "http://www.idpf.org/2007/opf": "opf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.daisy.org/z3986/2005/ncx/": "ncx",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_KINDS = {"dc:title": "heading", "dc:description": "paragraph", "ncx:text": "heading"}
"""Elements of the package document and the NCX that hold prose."""
_PAGES = frozenset(["application/xhtml+xml", "image/svg+xml"])
_NCX = "application/x-dtbncx+xml"


def parse(data: bytes, path: str) -> Document:
    """Read a book.

    Raises:
        FormatError: It is no EPUB, damaged, encrypted, or made to do harm.
    """
    package = _open(data, path)
    found = (
        each._replace(span=(each.span[0] + part.at, each.span[1] + part.at))
        for part in package.parts
        for each in _found(part, path)
    )
    return Document(path, "epub", package.text, numbered(found, path=path), package=data)


def save(document: Document, targets: Mapping[str, Text], language: str) -> bytes:
    """Give the bytes of a book with its units translated."""
    if all(targets.get(unit.id) in {None, unit.source} for unit in document.units):
        return document.package
    package = _open(document.package, document.path)
    units = iter(document.units)
    edits: list[Edit] = []
    for part in package.parts:
        count = sum(1 for _ in _found(part, document.path))
        own = tuple(_moved(next(units), -part.at) for _ in range(count))
        inner = Document(document.path, "html", part.text, own, encoding=part.codec)
        if _is_chapter(part):
            new = splice(inner, targets, Speller(inner, targets, xml=True).spell)
            new = new if new == part.text else renamed(new, part.text, language, xml=True)
        else:
            new = splice(inner, targets, partial(_spelled, part.text))
            new = _settled(new, language, document.path, part.name)
        edits.append(Edit(part.at, part.end, new))
    return package.save(edits)


def _spelled(text: str, unit: Unit, target: Text) -> str:
    written = escaped(" ".join(target.plain.split()))
    return written.replace("'", "&#39;") if text[unit.span[0] - 1] == "'" else written


def _moved(unit: Unit, by: int) -> Unit:
    start, end = unit.span
    return type(unit)(unit.id, (start + by, end + by), unit.source, unit.kind, unit.note, unit.translate)


def _is_chapter(part: Part) -> bool:
    return not part.name.lower().endswith((".opf", ".ncx"))


def _found(part: Part, path: str) -> Iterator[Found]:
    """Yield the units of a part; places count from its start."""
    if _is_chapter(part):
        yield from html_units(part.text, xml=True)
        return
    inside: list[Event] = []
    for event in xml.events(part.text, _PREFIXES, path=path, part=part.name):
        if event.kind == "start":
            inside = [event]
            if event.name == "opf:reference":
                yield from _value(part.text, event)
        elif event.kind in {"text", "entity"} and inside:
            inside.append(event)
        else:
            if event.kind == "end" and len(inside) > 1 and inside[0].name in _KINDS:
                block = Block(_KINDS[inside[0].name], value=(inside[1].start, inside[-1].end))
                for piece in pieces(part.text, block):
                    yield Found(piece.span, piece.source, piece.kind)
            inside = []


def _value(text: str, event: Event) -> Iterator[Found]:
    """Yield the name under which EPUB 2 lists a part of the book, such as its cover."""
    span = xml.value_span(text, (event.start, event.end), "title")
    if span:
        for piece in pieces(text, Block("heading", value=span)):
            yield Found(piece.span, piece.source, piece.kind)


def _settled(text: str, language: str, path: str, part: str) -> str:
    """Set the language of the package document or the NCX, and the direction in which pages are turned."""
    edits: list[Edit] = []
    spoken = False
    for event in xml.events(text, _PREFIXES, path=path, part=part):
        if event.kind == "text" and spoken:
            edits.append(Edit(event.start, event.end, language))
        spoken = event.kind == "start" and event.name == "dc:language"
        if event.kind != "start":
            continue
        new = {"xml:lang": language} if "xml:lang" in event.attributes else {}
        if event.name == "opf:spine":
            way = direction(language)
            if way == "rtl" or "page-progression-direction" in event.attributes:
                new["page-progression-direction"] = way
        if new:
            edits.append(
                Edit(event.start, event.end, xml.with_attributes(text[event.start : event.end], new))
            )
    pieces_, done = [], 0
    for start, end, new_text in edits:
        pieces_ += [text[done:start], new_text]
        done = end
    return "".join([*pieces_, text[done:]])


def _open(data: bytes, path: str) -> Package:
    archive = Archive.open(data, path=path)
    if "mimetype" in archive.members and archive.read("mimetype").strip() != b"application/epub+zip":
        raise FormatError("is another kind of file: its mimetype is not that of EPUB", path=path)
    main = next((event.attributes["full-path"] for event in _events(archive, "META-INF/container.xml")
                 if event.kind == "start" and event.attributes.get("full-path")), "")  # fmt: skip
    if not main:
        raise FormatError("says nowhere which part of it is the book", path=path)
    names = (main, *_content(archive, main))
    if locked := _encrypted(archive).intersection(names):
        raise FormatError(
            f"member {min(locked)!r} is encrypted", path=path, hint="use a copy without protection"
        )
    return Package.of(archive, names)


class _Item(NamedTuple):
    name: str
    media: str
    properties: str


def _content(archive: Archive, main: str) -> Sequence[str]:
    """Name the parts with prose: the tables of contents, then the chapters."""
    items: dict[str, _Item] = {}
    spine: list[str] = []
    for event in _events(archive, main):
        if event.kind != "start":
            continue
        given = event.attributes
        if event.name == "opf:item":
            href = unquote(given.get("href", ""))
            name = posixpath.normpath(posixpath.join("/", posixpath.dirname(main), href)).lstrip("/")
            items[given.get("id", "")] = _Item(name, given.get("media-type", ""), given.get("properties", ""))
        elif event.name == "opf:itemref":
            spine.append(given.get("idref", ""))
    tables = [one.name for one in items.values() if one.media == _NCX or "nav" in one.properties.split()]
    chapters = [items[one].name for one in spine if one in items and items[one].media in _PAGES]
    return tuple(dict.fromkeys([*tables, *chapters]))


def _encrypted(archive: Archive) -> set[str]:
    """Name the members that are encrypted; fonts often are, which hurts nobody."""
    name = "META-INF/encryption.xml"
    if name not in archive.members:
        return set()
    return {
        unquote(event.attributes.get("URI", ""))
        for event in _events(archive, name)
        if event.name == "enc:CipherReference"
    }


def _events(archive: Archive, name: str) -> Iterator[Event]:
    text, _ = xml.decode(archive.read(name), path=archive.path, part=name)
    return xml.events(text, _PREFIXES, path=archive.path, part=name)
