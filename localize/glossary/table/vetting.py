"""Review some rows of a glossary against the rest, at the cost of those rows and not of the whole glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.glossary import Glossary
from localize.glossary.table.review import validate
from localize.glossary.table.sheet import split
from localize.glossary.words.tokens import key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from localize.glossary.table.problems import Problem
    from localize.glossary.table.sheet import Sheet


def vet(sheets: Sequence[Sheet], path: str, numbers: Collection[int]) -> tuple[Problem, ...]:
    """Give what a review holds against rows of one file; notes are left out.

    Only rows that share a spelling with them are looked at, and looked at first, so that a conflict is told of the
    rows that are asked about.

    Args:
        sheets: All files of the glossary.
        path: The file of the rows.
        numbers: The rows' numbers in that file.
    """
    wanted: dict[str, set[str]] = {}
    own: set[tuple[int, int]] = set()
    for place, sheet in enumerate(sheets):
        if sheet.path == path:
            for index in (index for index, number in enumerate(sheet.rows) if number in numbers):
                own.add((place, index))
                for tag, key in _keys(sheet, index):
                    wanted.setdefault(tag, set()).add(key)
    near = set(own)
    for place, sheet in enumerate(sheets):
        near |= {(place, index) for index in _sharing(sheet, wanted)}
    concepts = tuple(
        sheets[place].concept(index, f"{sheets[place].path}:{sheets[place].rows[index]}")
        for place, index in sorted(near, key=lambda row: (row in own, row))
    )
    found = validate(Glossary(concepts))
    return tuple(
        problem
        for problem in found
        if problem.path == path and problem.row in numbers and problem.severity != "note"
    )


def _keys(sheet: Sheet, index: int) -> Iterator[tuple[str, str]]:
    """Yield the spellings of a row that may be searched, with their languages."""
    for tag in sheet.languages:
        cells = (sheet.columns[tag][index], *_items(sheet, tag, index))
        yield from ((tag, key_of(cell)) for cell in cells if cell)


def _items(sheet: Sheet, tag: str, index: int) -> list[str]:
    column = sheet.columns.get(f"variants:{tag}")
    return split(column[index]) if column else []


def _sharing(sheet: Sheet, wanted: dict[str, set[str]]) -> Iterator[int]:
    """Yield the rows that have one of the wanted spellings."""
    for tag, keys in wanted.items():
        for index, cell in enumerate(sheet.columns.get(tag, ())):
            if cell and key_of(cell) in keys:
                yield index
        for index, cell in enumerate(sheet.columns.get(f"variants:{tag}", ())):
            if cell and any(key_of(item) in keys for item in split(cell)):
                yield index
