"""XML of unknown origin without the tricks that XML allows: a parser for it, and entries of files, one at a time.

Built on the expat of the standard library and not on lxml: the parser hands over events, so that a file of any size takes the memory
of one entry; every entity declaration is refused where it stands, before anything expands it; no file is ever opened
for a file; and nothing has to be installed. A DOCTYPE that only names a DTD is fine, since nobody reads the DTD.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.entities import html5
from typing import TYPE_CHECKING, NoReturn, Protocol
from xml.parsers import expat
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DEEPEST = 100
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex"})
_MOST_NODES = 100_000
"""Of one entry; a row of an Excel sheet has at most 16,384 cells."""
_CHUNK = 1 << 16
_LONGEST_TEXT = 1_000_000
"""Characters between two tags."""


class UnwantedXmlError(Exception):
    """XML that is broken or not wanted; line and column count from 1, the column may be 0 for unknown.

    Whoever reads the file turns it into an error of ``errors.py`` that names the file.
    """

    def __init__(self, message: str, line: int, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class Parser:
    """The expat of the standard library with what is dangerous turned off.

    Attributes:
        expat: For handlers. Those of elements call ``enter`` and ``leave``.

    Args:
        deepest: Most elements within one another.
        encoding: Of the bytes, whatever the file says.
        separator: Put between namespace and name; None leaves prefixes as they are.
    """

    def __init__(self, *, deepest: int, encoding: str | None = None, separator: str | None = None) -> None:
        self.expat = expat.ParserCreate(encoding, separator)
        self.expat.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.expat.EntityDeclHandler = self._entity
        self._deepest = deepest
        self._depth = 0

    def read(self, data: bytes) -> Iterator[None]:
        """Parse a file part by part, giving way after each, when its handlers have been called.

        An expat before 2.6 scans a token that is not finished again with every part, so parts grow while one lasts.

        Raises:
            UnwantedXmlError: It is not well-formed, or a handler refuses it.
        """
        start, size, before = 0, _CHUNK, -1
        while start <= len(data):
            try:
                self.expat.Parse(data[start : start + size], start + size > len(data))
            except expat.ExpatError as error:
                reason = expat.ErrorString(error.code) if error.code else str(error)
                what = f"is no well-formed XML ({reason})"
                raise UnwantedXmlError(what, error.lineno, error.offset + 1) from error
            except (LookupError, ValueError) as error:
                what = f"is in an encoding that cannot be read ({error})"
                raise UnwantedXmlError(what, 1) from error
            start += size
            place = self.expat.CurrentByteIndex
            size = 2 * size if place == before else _CHUNK
            before = place
            yield

    def enter(self) -> None:
        """Note that an element begins."""
        self._depth += 1
        if self._depth > self._deepest:
            self.refuse(f"nests more than {self._deepest} elements")

    def leave(self) -> None:
        """Note that an element ends."""
        self._depth -= 1

    def refuse(self, message: str) -> NoReturn:
        """Raise an error about the place that is being parsed."""
        raise UnwantedXmlError(message, self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1)

    def _entity(self, name: str, *_rest: object) -> None:
        self.refuse(f"declares the entity '{name[:40]}'; entities can be made to fill the memory")


class Refusing(Protocol):
    """Whoever reads a file, and says in its own words that it cannot be used."""

    def refuse(self, message: str, *, place: int = 0, hint: str = "") -> NoReturn:
        """Raise an error about the file; ``place`` is a line, from 1."""
        ...


@dataclass(slots=True)
class Node:
    """An element.

    Attributes:
        name: Without its prefix.
        attributes: By name as it is written, prefix included.
        line: From 1.
        text: Characters in front of the first child.
        tail: Characters behind the element, up to the next one.
    """

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    tail: str = ""
    children: list[Node] = field(default_factory=list)

    def all_text(self) -> str:
        """Give all characters within, those of children included."""
        return self.text + "".join(child.all_text() + child.tail for child in self.children)

    def words(self) -> str:
        """Give the characters within, without those of inline codes of TMX and XLIFF."""
        inner = ((child.words() if child.name not in _CODES else "") + child.tail for child in self.children)
        return self.text + "".join(inner)

    def find(self, name: str) -> Iterator[Node]:
        """Yield the elements of a name at any depth within, in order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.find(name)

    @property
    def language(self) -> str:
        """What ``xml:lang`` says, or ``lang`` where there is none."""
        return self.attributes.get("xml:lang") or self.attributes.get("lang", "")


class Entries:
    """The elements of certain names in an XML file.

    Attributes:
        outer: Attributes of the latest element of each name outside of entries.
    """

    def __init__(self, data: bytes, reading: Refusing, names: Collection[str]) -> None:
        self._data = data
        self._reading = reading
        self._names = names
        self._open: list[Node] = []
        self._ready: list[Node] = []
        self._nodes = 0
        self.outer: dict[str, dict[str, str]] = {}
        self._parser = Parser(deepest=_DEEPEST)
        parser = self._parser.expat
        parser.buffer_text = True
        parser.buffer_size = _CHUNK
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.SkippedEntityHandler = self._skipped

    def __iter__(self) -> Iterator[Node]:
        """Yield the elements as they are complete.

        Raises:
            LocalizeError: What ``reading`` raises: the file is no well-formed XML, declares entities, or nests too deeply.
        """
        parts = self._parser.read(self._data)
        more = True
        while more:
            try:
                more = next(parts, parts) is None
            except UnwantedXmlError as error:
                self._reading.refuse(str(error), place=error.line)
            yield from self._ready
            self._ready.clear()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._parser.enter()
        local = name.rpartition(":")[2]
        if not self._open and local not in self._names:
            self.outer[local] = attributes
            return
        node = Node(local, attributes, self._parser.expat.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(node)
            self._nodes += 1
            if self._nodes > _MOST_NODES:
                self._parser.refuse(f"has an entry of more than {_MOST_NODES:,} elements")
        else:
            self._nodes = 0
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._parser.leave()
        if self._open:
            node = self._open.pop()
            if not self._open:
                self._ready.append(node)

    def _characters(self, text: str) -> None:
        if not self._open:
            return
        node = self._open[-1]
        if node.children:
            node = node.children[-1]
            node.tail += text
        else:
            node.text += text
        if len(node.text) > _LONGEST_TEXT or len(node.tail) > _LONGEST_TEXT:
            self._parser.refuse(f"has more than {_LONGEST_TEXT:,} characters between two tags")

    def _skipped(self, name: str, _parameter: bool) -> None:  # noqa: FBT001 - expat's signature
        known = html5.get(f"{name};")
        if known is None:
            self._parser.refuse(f"uses the entity '{name[:40]}' without saying what it stands for")
        self._characters(known or "")


def printable(text: str) -> str:
    """Take out control characters, lone surrogates and non-characters, which no XML file can hold."""
    return _CONTROLS.sub("", text)


def escaped(text: str) -> str:
    """Write text as the content of an element or of an attribute in double quotes."""
    return escape(printable(text), {'"': "&quot;", "\r": "&#13;"})
