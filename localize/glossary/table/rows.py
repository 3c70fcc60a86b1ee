"""Rows of a glossary as what their cells say: the shape in which entries are edited, compared and exchanged."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from localize.glossary.table.columns import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from localize.glossary.table.sheet import Sheet

Row = Mapping[str, str]
"""Cells that are not empty, by column name as the contract spells it: ``en``, ``forms:pt``, ``kind``."""

LISTS = frozenset({"variants", "forms", "forbidden", "deprecated"})
"""Roles of the columns whose cells are lists, separated by ``|``."""

_TERM_ORDER = ("variants", "forms", "gender", "number", "deprecated", "forbidden")


def rows_of(sheet: Sheet) -> list[Row]:
    """List the rows of a sheet, in order."""
    rows: list[dict[str, str]] = [{} for _ in sheet.rows]
    for name, cells in sheet.columns.items():
        for row, cell in zip(rows, cells, strict=True):
            if cell:
                row[name] = cell
    return list(rows)


class Rows(Mapping[int, Row]):
    """The rows of a sheet by their numbers in the file; one alone costs nothing, all of them are made at once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._places = {number: place for place, number in enumerate(sheet.rows)}
        self._every: list[Row] | None = None

    def __getitem__(self, number: int) -> Row:
        place = self._places[number]
        if self._every is not None:
            return self._every[place]
        return {name: cells[place] for name, cells in self._sheet.columns.items() if cells[place]}

    def __iter__(self) -> Iterator[int]:
        if self._every is None:
            self._every = rows_of(self._sheet)
        return iter(self._places)

    def __contains__(self, number: object) -> bool:
        return number in self._places

    def __len__(self) -> int:
        return len(self._places)


def split_name(column: str) -> tuple[str, str]:
    """Take a column name apart into role and language; a term column has the role ``term``."""
    role, colon, language = column.partition(":")
    if colon:
        return role, language
    return (role, "") if role in PLAIN else ("term", role)


def is_list(column: str) -> bool:
    """Tell whether a column holds lists."""
    return split_name(column)[0] in LISTS


def first_term(row: Row, languages: Iterable[str]) -> str:
    """Give the term of the first language that has one; empty without any."""
    return next((row[tag] for tag in languages if tag in row), "")


def header(names: Iterable[str]) -> tuple[str, ...]:
    """Put column names in the order in which the tool writes them.

    The id, the languages as they come, what describes the concept, then language by language what describes its term.
    A language that only such a column speaks of gets a column of its own.
    """
    have = dict.fromkeys(names)
    tags = dict.fromkeys(split_name(name)[1] or name for name in have if name not in PLAIN)
    ordered = [*(name for name in PLAIN[:1] if name in have), *tags]
    ordered += [name for name in PLAIN[1:] if name in have]
    ordered += [name for tag in tags for role in _TERM_ORDER if (name := f"{role}:{tag}") in have]
    return tuple(ordered)


def names_in(rows: Iterable[Row]) -> dict[str, None]:
    """List the names of all columns that rows use, in the order in which they come up."""
    return {name: None for row in rows for name in row}


def to_csv(rows: Sequence[Row], columns: Sequence[str] | None = None) -> str:
    """Write rows as a glossary file, in UTF-8 and with LF when encoded.

    Args:
        rows: In order.
        columns: The header; None: every column that a row uses, in the usual order.
    """
    names = header(names_in(rows)) if columns is None else columns
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return text.getvalue()
