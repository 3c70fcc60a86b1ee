"""XML as a sequence of events, each with its place in the text, so that a file can be spliced and need not be written anew.

Nothing of a file changes but what is replaced: prefixes, quotes, order of attributes, entities and white space stay. The
parser is the expat of the standard library; it takes the memory of what it is at, not of the whole tree.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from localize.errors import FormatError
from localize.xmltext import Parser, UnwantedXmlError, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from localize.document import Span

MAX_DEPTH = 500
"""Deepest nesting of elements; a table in a table in a table, written by a word processor, is about 40 deep."""

_DECLARED = re.compile(r"""<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]{0,39})["']""")
_ATTRIBUTE = re.compile(r"""\s+([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
ATTRIBUTES = r"""(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*"""
"""Regular expression of what may stand in a start tag behind the name; values may hold any character but ``<``."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
"""First bytes of a file and the codec that they tell; a byte order mark stays in the text as U+FEFF."""

EventKind = Literal["start", "end", "text", "entity", "other"]


class Event(NamedTuple):
    """A piece of XML.

    The events of a text follow one another without a gap and cover all of it but a byte order mark.

    Attributes:
        kind: ``start`` and ``end`` of an element (of ``<a/>``, the end is an empty piece), ``text``, ``entity`` for a
            reference to one that the file does not define, ``other`` for everything else: comments, processing
            instructions, the declaration, the marks around a CDATA section.
        start: Place in the text, in code points.
        end: Where the next event starts.
        name: ``prefix:local`` of an element, with the prefix from the caller's table whatever prefix the file has;
            ``local`` if it has no namespace, and ``namespace local`` if that is not in the table. Name of an entity.
        attributes: By name, spelled like those of elements.
        data: Characters of a ``text``, which ``text[start:end]`` may spell another way (``&amp;`` for ``&``).
    """

    kind: EventKind
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = {}
    data: str = ""


def decode(data: bytes, *, path: str, part: str = "") -> tuple[str, str]:
    """Decode an XML file by its byte order mark, else by what its declaration says, else as UTF-8.

    Args:
        data: The file.
        path: For messages.
        part: Member of the archive ``path``, if it is in one; for messages, too.

    Returns:
        The text and the Python codec that ``encode`` takes to give the same bytes again.

    Raises:
        FormatError: The encoding is unknown or the bytes are not valid in it.
    """
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if not codec:
        declared = _DECLARED.match(data[:200].decode("latin-1"))
        codec = declared[1].lower() if declared else "utf-8"
        codec = (
            "utf-8" if codec in {"utf8", "utf-16"} else codec
        )  # a file that says so in ASCII is not UTF-16
    try:
        if codecs.lookup(codec)._is_text_encoding:  # noqa: SLF001 - how codecs tell rot13 from encodings
            text = data.decode(codec)
            if text.encode(codec, "xmlcharrefreplace") == data:
                return text, codec
        what = f"cannot be read in the encoding {codec}"
    except (LookupError, UnicodeError) as error:
        what = f"cannot be read in the encoding {codec}: {error}"
    raise failure(what, path=path, part=part)


def encode(text: str, codec: str) -> bytes:
    """Encode XML; characters that the encoding lacks become references."""
    return text.encode(codec, "xmlcharrefreplace")


def events(
    text: str, prefixes: Mapping[str, str], *, path: str, part: str = "", at: int = 0
) -> Iterator[Event]:
    """Yield the events of an XML text.

    Args:
        text: The decoded file.
        prefixes: The prefix of each namespace that the caller knows; several may have one prefix.
        path: For messages.
        part: Member of the archive ``path``, if it is in one; for messages, too.
        at: Added to every place, for a text that is part of a longer one.

    Raises:
        FormatError: It is not well-formed, defines entities or is nested deeper than ``MAX_DEPTH``.
    """
    data = text.encode("utf-8", "surrogatepass")
    tokens = _Tokens(prefixes)
    places = _Places(data, at)
    held: _Raw | None = None
    try:
        for _ in tokens.parser.read(data):
            for raw in tokens.taken():
                place = places.of(raw.at)
                if held:
                    yield _event(held, place)
                held = raw._replace(at=place)
    except UnwantedXmlError as error:
        raise failure(str(error), path=path, part=part, line=error.line, column=error.column) from error
    if held:
        yield _event(held, at + len(text))


def with_attributes(tag: str, attributes: Mapping[str, str | None]) -> str:
    """Set attributes of a start tag, by the names that they have in the file; None takes one out."""
    parts: list[str] = []
    done = 0
    missing = dict(attributes)
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] in attributes:
            value = missing.pop(found[1], None)
            parts.append(
                tag[done : found.start()] + ("" if value is None else f' {found[1]}="{escaped(value)}"')
            )
            done = found.end()
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    parts.append(tag[done:end].rstrip())
    parts += (f' {name}="{escaped(value)}"' for name, value in missing.items() if value is not None)
    return "".join([*parts, tag[end:]])


def value_span(text: str, tag: Span, name: str) -> Span | None:
    """Find where the value of an attribute stands, without its quotes; None if the tag has none, or an empty one."""
    for found in _ATTRIBUTE.finditer(text, *tag):
        if found[1] == name and found.end(2) - found.start(2) > 2:
            return found.start(2) + 1, found.end(2) - 1
    return None


def attributes_of(tag: str) -> dict[str, str]:
    """Give the attributes of a start tag by the names that they have in the file, values as they are spelled."""
    return {found[1]: found[2][1:-1] for found in _ATTRIBUTE.finditer(tag)}


def failure(what: str, *, path: str, part: str = "", line: int = 0, column: int = 0) -> FormatError:
    """Make an error that names the part of the archive, if there is one, and the place in it."""
    if not part:
        return FormatError(what, path=path, line=line, column=column)
    place = f" (line {line}, column {column})" if line else ""
    return FormatError(f"member {part!r} {what}{place}", path=path)


class _Raw(NamedTuple):
    kind: EventKind
    at: int
    name: str = ""
    attributes: Mapping[str, str] = {}
    data: str = ""


def _event(raw: _Raw, end: int) -> Event:
    return Event(raw.kind, raw.at, end, raw.name, raw.attributes, raw.data)


class _Places:
    """Places in code points of growing places in bytes."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._bytes = 0
        self._at = at

    def of(self, place: int) -> int:
        self._at += len(self._data[self._bytes : place].decode("utf-8", "surrogatepass"))
        self._bytes = place
        return self._at


class _Tokens:
    """What a parser comes by."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._found: list[_Raw] = []
        self.parser = Parser(deepest=MAX_DEPTH, encoding="utf-8", separator=" ")
        self._expat = self.parser.expat
        self._expat.buffer_text = False
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text
        self._expat.SkippedEntityHandler = self._skipped
        self._expat.DefaultHandlerExpand = self._other

    def taken(self) -> list[_Raw]:
        """Give what was found since the last time."""
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.parser.enter()
        named = {self._name(key): value for key, value in attributes.items()}
        self._found.append(_Raw("start", self._expat.CurrentByteIndex, self._name(name), named))

    def _end(self, name: str) -> None:
        self.parser.leave()
        self._found.append(_Raw("end", self._expat.CurrentByteIndex, self._name(name)))

    def _text(self, data: str) -> None:
        self._found.append(_Raw("text", self._expat.CurrentByteIndex, data=data))

    def _skipped(self, name: str, _parameter: bool) -> None:  # noqa: FBT001 - expat's signature
        self._found.append(_Raw("entity", self._expat.CurrentByteIndex, name))

    def _other(self, _data: str) -> None:
        self._found.append(_Raw("other", self._expat.CurrentByteIndex))

    def _name(self, expanded: str) -> str:
        """Write a name with the caller's prefix."""
        if expanded not in self._names:
            space, _, local = expanded.rpartition(" ")
            prefix = self._prefixes.get(space)
            self._names[expanded] = f"{prefix}:{local}" if prefix else expanded
        return self._names[expanded]
