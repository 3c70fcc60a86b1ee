"""What is to be said of a concept while somebody writes it: at the cost of its neighbours, not of the whole glossary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from localize.glossary.table.csvfile import parse_bytes
from localize.glossary.table.problems import Problem
from localize.glossary.table.rows import Row, to_csv
from localize.glossary.table.sheet import Sheet
from localize.glossary.table.vetting import vet
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from localize.studio.workspace import State


def check(state: State, path: str, row: Row, number: int | None = None) -> tuple[Problem, ...]:
    """Say what ``validate`` would hold against a concept if it were saved as it is written now.

    Args:
        state: The glossary.
        path: The file it is for.
        row: Its cells.
        number: The concept that is being changed; None for a new one.

    Returns:
        Errors and warnings, each with the column it is about.
    """
    if not row:
        return (
            Problem(path, 0, "row", "error", Message("has no term in any language; add one, or remove it")),
        )
    written, wrong = parse_bytes(to_csv([row]).encode(), path)
    if written is None:
        return tuple(replace(problem, row=0) for problem in wrong)
    near = state.claimants(row) - {number}
    sheets = [*_parts(state, path, near), replace(written, rows=[0])]
    ids = _id_taken(state, path, row, number)
    return (*ids, *vet([_merged(path, sheets), *_others(state, path, near)], path, [0]))


def _parts(state: State, path: str, numbers: Collection[int]) -> list[Sheet]:
    """Cut the rows of some concepts out of a file."""
    return [part for part in _cut(state, numbers) if part.path == path]


def _others(state: State, path: str, numbers: Collection[int]) -> list[Sheet]:
    """Cut the rows of some concepts out of the other files."""
    return [part for part in _cut(state, numbers) if part.path != path]


def _cut(state: State, numbers: Collection[int]) -> list[Sheet]:
    by_sheet: dict[int, list[int]] = {}
    for number in sorted(numbers):
        sheet, index = state.index.place(number)
        by_sheet.setdefault(state.sheets.index(sheet), []).append(index)
    return [_only(state.sheets[place], indices) for place, indices in by_sheet.items()]


def _only(sheet: Sheet, indices: Sequence[int]) -> Sheet:
    columns = {name: [cells[index] for index in indices] for name, cells in sheet.columns.items()}
    rows = [sheet.rows[index] for index in indices]
    return Sheet(sheet.path, sheet.sha256, columns, sheet.languages, rows)


def _merged(path: str, sheets: Sequence[Sheet]) -> Sheet:
    """Join parts of one file; the row that is being written comes last."""
    names = dict.fromkeys(name for sheet in sheets for name in sheet.columns)
    columns = {
        name: [cell for sheet in sheets for cell in sheet.columns.get(name) or [""] * len(sheet.rows)]
        for name in names
    }
    rows = [row for sheet in sheets for row in sheet.rows]
    languages = tuple(dict.fromkeys(tag for sheet in sheets for tag in sheet.languages))
    return Sheet(path, "", columns, languages, rows)


def _id_taken(state: State, path: str, row: Row, number: int | None) -> tuple[Problem, ...]:
    """Find out whether another concept of the file has the id already."""
    other = state.numbers.get(row.get("id", ""))
    if other is None or other == number:
        return ()
    sheet, index = state.index.place(other)
    if sheet.path != path:
        return ()
    message = Message(
        "'%(id)s' is the id of row %(row)s already; change one", id=row["id"][:40], row=sheet.rows[index]
    )
    return (Problem(path, 0, "id", "error", message),)
