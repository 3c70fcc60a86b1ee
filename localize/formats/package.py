"""Formats that are zip archives with XML in them: the prose of several members as one text, and back.

``Document.text`` of such a file is its XML members with prose, one after the other in reading order, so that spans,
skeleton and findings are what they are for any text file. ``Document.package`` is the whole file as it was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from localize.errors import FormatError
from localize.formats import xml
from localize.formats.archive import MAX_PART, Archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Edit", "Package", "Part"]


class Edit(NamedTuple):
    """New characters for a stretch of ``Document.text``; an empty stretch inserts them."""

    start: int
    end: int
    new: str


class Part(NamedTuple):
    """A member of the archive whose text is part of the document's.

    Attributes:
        at: Where it begins in the document's text.
        codec: For ``xml.encode``.
    """

    name: str
    at: int
    text: str
    codec: str

    @property
    def end(self) -> int:
        """Place in the document's text at which it ends."""
        return self.at + len(self.text)


@dataclass(frozen=True, slots=True)
class Package:
    """An archive and those of its members that make the text of a document."""

    archive: Archive
    parts: tuple[Part, ...]

    @classmethod
    def flat(cls, data: bytes, *, path: str) -> Package:
        """Take a file that is one XML text, in place of an archive of several, for a package with one part.

        Raises:
            FormatError: It is larger than ``MAX_PART`` or in an encoding that cannot be read.
        """
        if len(data) > MAX_PART:
            raise FormatError(f"is larger than {MAX_PART:,} bytes", path=path, hint="split the file")
        text, codec = xml.decode(data, path=path)
        return cls(Archive(path, data, {}), (Part("", 0, text, codec),))

    @classmethod
    def of(cls, archive: Archive, names: Sequence[str]) -> Package:
        """Unpack and decode members, in reading order.

        Raises:
            FormatError: One is missing, damaged or no XML, or all together are larger than ``MAX_PART``.
        """
        parts: list[Part] = []
        at = size = 0
        for name in names:
            content = archive.read(name)
            size += len(content)
            if size > MAX_PART:
                raise FormatError(
                    f"its texts, unpacked, are larger than {MAX_PART:,} bytes",
                    path=archive.path,
                    hint="split the file",
                )
            text, codec = xml.decode(content, path=archive.path, part=name)
            parts.append(Part(name, at, text, codec))
            at += len(text)
        return cls(archive, tuple(parts))

    @property
    def text(self) -> str:
        """The text of the document."""
        return "".join(part.text for part in self.parts)

    def member(self, name: str) -> str:
        """Unpack and decode a member that is no part of the text.

        Raises:
            FormatError: It is missing, damaged or no text.
        """
        return xml.decode(self.archive.read(name), path=self.archive.path, part=name)[0]

    def edited(self, name: str, new: str) -> dict[str, bytes]:
        """Encode the new text of a member; nothing if it is the old one."""
        old, codec = xml.decode(self.archive.read(name), path=self.archive.path, part=name)
        return {} if new == old else {name: xml.encode(new, codec)}

    def save(self, edits: Iterable[Edit], members: Mapping[str, bytes] | None = None) -> bytes:
        """Write the archive with its texts edited; members without an edit stay as they are, byte for byte.

        Args:
            edits: In any order, disjoint, each within one part.
            members: New content of other members.
        """
        changes: dict[str, bytes] = dict(members or {})
        pending = sorted(edits, reverse=True)
        for part in self.parts:
            pieces: list[str] = []
            done = 0
            while pending and pending[-1].start < part.end:
                start, end, new = pending.pop()
                pieces += (part.text[done : start - part.at], new)
                done = end - part.at
            pieces.append(part.text[done:])
            text = "".join(pieces)
            if text != part.text:
                changes[part.name] = xml.encode(text, part.codec)
        if not self.archive.members:
            return changes.get("", self.archive.data)
        return self.archive.replaced(changes)
