"""Entries of XML files, one at a time and without the tricks that XML allows.

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
        self._depth = 0
        self._nodes = 0
        self.outer: dict[str, dict[str, str]] = {}
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.buffer_size = _CHUNK
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    def __iter__(self) -> Iterator[Node]:
        """Yield the elements as they are complete.

        Raises:
            LocalizeError: What ``reading`` raises: the file is no well-formed XML, declares entities, or nests too deeply.
        """
        for start in range(0, len(self._data), _CHUNK):
            self._feed(self._data[start : start + _CHUNK], last=False)
            yield from self._ready
            self._ready.clear()
        self._feed(b"", last=True)
        yield from self._ready

    def _feed(self, chunk: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code) if error.code else str(error)
            self._reading.refuse(f"is no well-formed XML ({reason})", place=error.lineno)
        except (LookupError, ValueError) as error:
            self._reading.refuse(f"is in an encoding that cannot be read ({error})", place=1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(f"nests more than {_DEEPEST} elements")
        local = name.rpartition(":")[2]
        if not self._open and local not in self._names:
            self.outer[local] = attributes
            return
        node = Node(local, attributes, self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(node)
            self._nodes += 1
            if self._nodes > _MOST_NODES:
                self._refuse(f"has an entry of more than {_MOST_NODES:,} elements")
        else:
            self._nodes = 0
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._depth -= 1
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
            self._refuse(f"has more than {_LONGEST_TEXT:,} characters between two tags")

    def _entity(self, name: str, *_rest: object) -> None:
        self._refuse(f"declares the entity '{name[:40]}'; entities can be made to fill the memory")

    def _skipped(self, name: str, _parameter: bool) -> None:  # noqa: FBT001 - expat's signature
        known = html5.get(f"{name};")
        if known is None:
            self._refuse(f"uses the entity '{name[:40]}' without saying what it stands for")
        self._characters(known or "")

    def _refuse(self, message: str) -> None:
        self._reading.refuse(message, place=self._parser.CurrentLineNumber)


def printable(text: str) -> str:
    """Take out control characters, lone surrogates and non-characters, which no XML file can hold."""
    return _CONTROLS.sub("", text)


def escaped(text: str) -> str:
    """Write text as the content of an element or of an attribute in double quotes."""
    return escape(printable(text), {'"': "&quot;", "\r": "&#13;"})
