"""Read and save files of any office format."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.document import Document
from localize.formats import xml
from localize.formats.office import properties
from localize.formats.office.pieces import pieces
from localize.formats.office.spelling import spell
from localize.formats.package import Edit
from localize.formats.units import Found, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from localize.document import Text
    from localize.formats.archive import Archive
    from localize.formats.office.atoms import Block
    from localize.formats.office.pieces import Piece
    from localize.formats.office.spelling import Dialect
    from localize.formats.package import Package, Part


@dataclass(frozen=True, slots=True)
class Office:
    """What tells one office format from another.

    Attributes:
        name: Key in ``FORMATS``.
        open: Opens the bytes of a file, the second argument is its path: the members that have prose, in reading order.
        blocks: Finds the paragraphs of a part, in any order. Some may stand within the markup of others.
        dialect: How the prose of a file is spelled in a language; the arguments are package and language.
        styles: Names the members that tell the language of a file.
        settle: Gives edits and new members that set the language of a file, once something of it is translated.
    """

    name: str
    open: Callable[[bytes, str], Package]
    blocks: Callable[[Package, Part], Iterable[Block]]
    dialect: Callable[[Package, str], Dialect]
    styles: Callable[[Archive], Sequence[str]]
    settle: Callable[[Package, str], tuple[Iterable[Edit], Mapping[str, bytes]]]

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file.

        Raises:
            FormatError: It is not what it should be, or damaged, or made to do harm.
        """
        package = self.open(data, path)
        for name in self.styles(
            package.archive
        ):  # that they are damaged is told before anything is translated
            for _ in xml.events(package.member(name), {}, path=path, part=name):
                pass
        text = package.text
        found = (Found(piece.span, piece.source, piece.kind) for piece in self._pieces(package, text))
        return Document(path, self.name, text, numbered(found, path=path), package=data)

    def save(self, document: Document, targets: Mapping[str, Text], language: str) -> bytes:
        """Give the bytes of a file with its units translated."""
        changed = [
            index
            for index, unit in enumerate(document.units)
            if (target := targets.get(unit.id)) is not None and target != unit.source
        ]
        if not changed:
            return document.package
        package = self.open(document.package, document.path)
        found = list(self._pieces(package, document.text))
        edits = _Edits(document.text)
        dialect = self.dialect(package, language)
        for index in reversed(changed):  # what stands within the markup of a unit comes after it
            piece = found[index]
            new = spell(piece, targets[document.units[index].id], dialect, edits.applied)
            edits.add(Edit(*piece.span, new))
            if piece.head:
                edits.add(Edit(*piece.head, dialect.head(document.text[slice(*piece.head)])))
        more, members = self.settle(package, language)
        last = package.parts[-1]
        said = properties.in_language(last, document.path, language) if properties.hold(package, last) else ()
        settled = (edit for edit in (*more, *said) if edits.free(edit))
        return package.save([*edits.all, *settled], members)

    def _pieces(self, package: Package, text: str) -> Iterator[Piece]:
        for part in package.parts:
            found = [piece for block in self.blocks(package, part) for piece in pieces(text, block)]
            yield from sorted(found, key=lambda piece: (piece.span[0], -piece.span[1]))


class _Edits:
    """Edits of a text, sorted and disjoint; inner ones have to be added before those around them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.all: list[Edit] = []

    def add(self, edit: Edit) -> None:
        """Add an edit; those within its stretch are in it already."""
        first, last = self._within(edit.start, edit.end)
        self.all[first:last] = [edit]

    def free(self, edit: Edit) -> bool:
        """Tell whether a stretch has not been edited."""
        first, last = self._within(edit.start, edit.end)
        return first == last and (first == 0 or self.all[first - 1].end <= edit.start)

    def applied(self, start: int, end: int) -> str:
        """Give a stretch of the text as it has been edited."""
        parts: list[str] = []
        for edit in self.all[slice(*self._within(start, end))]:
            parts += (self._text[start : edit.start], edit.new)
            start = edit.end
        return "".join([*parts, self._text[start:end]])

    def _within(self, start: int, end: int) -> tuple[int, int]:
        return (
            bisect_left(self.all, start, key=lambda edit: edit.start),
            bisect_left(self.all, end, key=lambda edit: edit.start),
        )
