"""Search a glossary of a hundred thousand concepts while somebody types."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from localize.glossary.table.rows import LISTS, split_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from localize.glossary.table.sheet import Sheet

_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+")
"""Accents, Hebrew points and Arabic vowels: written or left out as one likes."""
_SAID_ELSEWHERE = ("id", "domain", "note", "definition")


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for; an empty field leaves nothing out.

    Attributes:
        text: Words that must all stand in a concept, in any order; letter case and accents do not matter.
        kind: As the column says; ``domain`` and ``status`` likewise.
        file: Path of the glossary file.
        missing: A language in which the concept must have no term.
        sort: A language by whose terms to sort; empty: the best hits first, without ``text`` the order of the files.
    """

    text: str = ""
    kind: str = ""
    domain: str = ""
    status: str = ""
    file: str = ""
    missing: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """The concepts of glossary files, ready to be searched; numbers count them in order of files and rows.

    Attributes:
        sheets: The files.
        starts: Number of the first concept of each.
        hays: What is searched in each concept: its terms, a line each, then what else it says.
    """

    sheets: tuple[Sheet, ...]
    starts: tuple[int, ...]
    hays: tuple[str, ...]
    _orders: dict[str, list[int]] = field(default_factory=dict, repr=False)

    def place(self, number: int) -> tuple[Sheet, int]:
        """Give the file of a concept and its index in there."""
        at = max(at for at, start in enumerate(self.starts) if start <= number)
        return self.sheets[at], number - self.starts[at]

    def search(self, query: Query) -> list[int]:
        """Find concepts: those with exactly these words as a term first, then by how near they are."""
        found = self._words(fold(query.text).split(), self._filtered(query))
        if query.sort:
            order = self._order(query.sort)
            return sorted(found, key=order.__getitem__)
        return self._ranked(found, fold(query.text)) if query.text.strip() else found

    def values(self, column: str) -> tuple[str, ...]:
        """List what a column says, sorted."""
        said = {cell for sheet in self.sheets for cell in sheet.columns.get(column, ())}
        return tuple(sorted(said - {""}, key=fold))

    def _filtered(self, query: Query) -> list[int]:
        """Give the numbers of the concepts that the filters leave."""
        found: list[int] = []
        for start, sheet in zip(self.starts, self.sheets, strict=True):
            if query.file and sheet.path != query.file:
                continue
            left: Sequence[int] = range(len(sheet.rows))
            if query.kind:
                wanted = {query.kind, ""} if query.kind == "term" else {query.kind}
                left = _where(sheet, "kind", left, wanted.__contains__)
            if query.domain:
                left = _where(sheet, "domain", left, query.domain.__eq__)
            if query.status:
                wanted = {query.status, ""} if query.status == "preferred" else {query.status}
                left = _where(sheet, "status", left, wanted.__contains__)
            if query.missing:
                left = _where(sheet, query.missing, left, "".__eq__)
            found += [start + index for index in left] if start else left
        return found

    def _words(self, words: Sequence[str], numbers: list[int]) -> list[int]:
        """Keep the concepts that have all words, each perhaps as a part of a word."""
        hays = self.hays
        for word in sorted(words, key=len, reverse=True):
            numbers = [number for number in numbers if word in hays[number]]
        return numbers

    def _ranked(self, numbers: list[int], text: str) -> list[int]:
        """Put terms that are the text first, then those that begin with it, those in which a word does, all others."""
        text = " ".join(text.split())
        whole, start, word = f"\n{text}\n", f"\n{text}", f" {text}"
        hays = self.hays

        def rank(number: int) -> tuple[int, int]:
            hay = hays[number]
            if start in hay:
                return (0, 0) if whole in hay else (1, hay.index("\n", hay.index(start) + 1))
            return (2 if word in hay else 3, 0)

        return sorted(numbers, key=rank)

    def _order(self, language: str) -> list[int]:
        """Give each concept's place in the alphabet of a language's terms; those without come last."""
        if language not in self._orders:
            cells: list[str] = []
            for sheet in self.sheets:
                cells += sheet.columns.get(language) or [""] * len(sheet.rows)
            keys = [fold(cell) or "\U0010ffff" for cell in cells]
            places = [0] * len(keys)
            for place, number in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
                places[number] = place
            self._orders[language] = places
        return self._orders[language]


def build(sheets: Iterable[Sheet]) -> Index:
    """Make the index of glossary files; takes some seconds for a million concepts."""
    sheets = tuple(sheets)
    starts: list[int] = []
    hays: list[str] = []
    for sheet in sheets:
        starts.append(len(hays))
        names = list(sheet.columns)
        worded = [name for name in names if split_name(name)[0] in {"term", *LISTS}]
        rest = [name for name in _SAID_ELSEWHERE if name in names]
        columns = [sheet.columns[name] for name in (*worded, *rest)]
        size = len(sheet.rows)
        columns[len(worded) : len(worded)] = [list(repeat("\0", size))]
        hays += [_hay("\n".join(filter(None, cells))) for cells in zip(*columns, strict=True)]
    return Index(sheets, tuple(starts), tuple(hays))


@lru_cache(maxsize=1 << 18)
def _hay(joined: str) -> str:
    """Write the cells of a concept so that they can be searched; after a save, nearly all are known already."""
    return fold(f"\n{joined}\n".replace("|", "\n") if "|" in joined else f"\n{joined}\n")


def fold(text: str) -> str:
    """Write a text so that letter case, accents and the ways of writing a letter do not matter."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def _where(sheet: Sheet, column: str, indices: Sequence[int], wanted: Callable[[str], bool]) -> Sequence[int]:
    """Keep the rows whose cell in a column is wanted; a column that is not there says nothing in all of them."""
    cells = sheet.columns.get(column)
    if cells is None:
        return indices if wanted("") else ()
    return [index for index in indices if wanted(cells[index])]
