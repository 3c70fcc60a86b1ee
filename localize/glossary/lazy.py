"""The concepts of glossary files, made when they are asked for."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, repeat
from pathlib import PurePath
from typing import TYPE_CHECKING, overload

from localize.glossary.concepts import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.glossary.table.sheet import Sheet

_NOT_IN_IDS = re.compile(r"[\W_]+")


class Concepts(Sequence[Concept]):
    """The concepts of glossary files in order of files and rows, each made when it is first asked for."""

    __slots__ = ("_ids", "_made", "_sheets", "_starts", "_total")

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = tuple(sheets)
        self._starts: list[int] = []
        self._total = 0
        for sheet in sheets:
            self._starts.append(self._total)
            self._total += len(sheet.rows)
        self._ids: list[str] = []
        self._made: dict[int, Concept] = {}

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The files' cells."""
        return self._sheets

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all concepts, in order; cheaper than making the concepts."""
        self._ids = self._ids or _identities(self._sheets)
        return self._ids

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Concept]:
        """Yield all concepts in order; those that were not there yet are made file by file."""
        for start, sheet in zip(self._starts, self._sheets, strict=True):
            stop = start + len(sheet.rows)
            if all(place in self._made for place in range(start, stop)):
                yield from (self._made[place] for place in range(start, stop))
            else:
                for place, concept in enumerate(sheet.concepts(self.ids[start:stop]), start):
                    yield self._made.setdefault(place, concept)

    @overload
    def __getitem__(self, index: int) -> Concept: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Concept]: ...
    def __getitem__(self, index: int | slice) -> Concept | Sequence[Concept]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self._total)))
        place = range(self._total)[index]
        concept = self._made.get(place)
        if concept is None:
            number = bisect_right(self._starts, place) - 1
            concept = self._sheets[number].concept(place - self._starts[number], self.ids[place])
            self._made[place] = concept
        return concept

    def surfaces(self, source: str, target: str, domains: frozenset[str]) -> Iterator[tuple[str, int]]:
        """Yield every spelling the source may have, with the index of its concept."""
        for start, sheet in zip(self._starts, self._sheets, strict=True):
            for text, row in sheet.surfaces(source, target, domains):
                yield text, start + row


def identity_of(term: str) -> str:
    """Make an id from a term: lower case, hyphens between words."""
    return _NOT_IN_IDS.sub("-", term.casefold()).strip("-") or "concept"


def _identities(sheets: Sequence[Sheet]) -> list[str]:
    """Give every row its id: the one it states, else one made from its first term.

    A made id is the term in lower case with hyphens (``secretary-general``). When that is taken, by a stated id or
    an earlier row, eight hexadecimal digits of a digest over the row's terms and domain follow, so that the id stays
    when other rows come and go. An id that an earlier file states gets the name of its file before it
    (``mine/secretary-general``). What is taken even then is numbered.
    """
    stated = [cell for sheet in sheets for cell in sheet.columns.get("id") or repeat("", len(sheet.rows))]
    distinct = set(stated)
    if len(distinct) == len(stated) and "" not in distinct:
        return stated
    used: set[str] = set()
    next_number: dict[str, int] = {}
    made: list[str] = []
    rows = chain.from_iterable(zip(repeat(sheet), range(len(sheet.rows))) for sheet in sheets)
    for given, (sheet, index) in zip(stated, rows, strict=True):
        first = identity = given
        if given in used:
            first = identity = f"{PurePath(sheet.path).stem}/{given}"
        elif not given:
            cells = [sheet.columns[tag][index] for tag in sheet.languages]
            first = identity = identity_of(next(filter(None, cells)))
            if identity in used or identity in distinct:
                content = "\0".join((*cells, *sheet.columns.get("domain", ())[index : index + 1]))
                first = identity = f"{identity}-{hashlib.sha256(content.encode()).hexdigest()[:8]}"
        while identity in used or (identity in distinct and identity != given):
            next_number[first] = number = next_number.get(first, 1) + 1
            identity = f"{first}-{number}"
        used.add(identity)
        made.append(identity)
    return made
