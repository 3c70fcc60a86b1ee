"""Save a concept into its file: one line of it changes, and nothing that somebody else wrote meanwhile is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.errors import GlossaryError
from localize.glossary.table.difference import pairing
from localize.glossary.table.editing import Editor
from localize.glossary.table.rows import first_term
from localize.studio.checking import check
from localize.studio.journal import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from localize.glossary.table.problems import Problem
    from localize.glossary.table.rows import Row
    from localize.studio.journal import Journal
    from localize.studio.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form says of a concept.

    Attributes:
        path: The glossary file, as the page names it.
        before: Its cells when the form was made; None for a new concept.
        cells: Its cells now, without empty ones.
        row: Number of its row when the form was made; 0 for a new one.
        sha: SHA-256 of the file when the form was made.
    """

    path: str
    before: Row | None
    cells: Row
    row: int = 0
    sha: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """It was written.

    Attributes:
        concept: Its id now; empty when it was removed.
        problems: What could be better.
    """

    concept: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written, because of errors in the concept."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Nothing was written, because the concept is not what it was when the form was made.

    Attributes:
        theirs: Its cells now; None when it is no longer there.
        row: Number of its row now.
        sha: SHA-256 of the file now.
    """

    theirs: Row | None
    row: int
    sha: str


Outcome = Saved | Refused | Conflict


def save(workspace: Workspace, journal: Journal, entry: Entry, *, label: str, force: bool = False) -> Outcome:
    """Add or change a concept.

    Rows that others have changed meanwhile do not matter, unless it is this one.

    Args:
        workspace: The open files.
        journal: Writes the file.
        entry: What the form says.
        label: What is done, for the list of changes.
        force: Write even what is an error.

    Raises:
        GlossaryError: The file could not be read afterwards.
        OutputError: The system refuses.
    """
    with workspace.lock:
        path = _path(workspace, entry)
        data = path.read_bytes() if path.exists() else b""
        editor = _editor(workspace, data, entry.path)
        state = workspace.state()
        row: int | None = None
        if entry.before is not None:
            row = _locate(editor.rows, entry, data)
            if row is None or editor.rows[row] != entry.before:
                return Conflict(editor.rows.get(row or 0), row or 0, sha256(data))
        number = _number(workspace, entry.path, row) if row is not None else None
        problems = check(state, entry.path, entry.cells, number)
        if not force and any(problem.severity == "error" for problem in problems):
            return Refused(problems)
        if row is None:
            editor.add(entry.cells)
        else:
            editor.edit(row, _changes(editor.rows[row], entry.cells))
        made = editor.finish()
        workspace.expect(editor.after)
        journal.write(path, data if path.exists() else None, made, label, concept=_name(entry))
        return Saved(_id(workspace, entry), problems)


def remove(workspace: Workspace, journal: Journal, entry: Entry, *, label: str) -> Saved | Conflict:
    """Take a concept out of its file.

    Raises:
        GlossaryError: The file could not be read afterwards.
        OutputError: The system refuses.
    """
    with workspace.lock:
        path = _path(workspace, entry)
        data = path.read_bytes()
        editor = _editor(workspace, data, entry.path)
        row = _locate(editor.rows, entry, data)
        if row is None or editor.rows[row] != entry.before:
            return Conflict(editor.rows.get(row or 0), row or 0, sha256(data))
        editor.remove(row)
        made = editor.finish()
        workspace.expect(editor.after)
        journal.write(path, data, made, label)
        return Saved("")


def extend(
    workspace: Workspace, journal: Journal, name: str, rows: Sequence[Row], *, label: str
) -> list[int]:
    """Add many concepts to a file, but for those it has already.

    Returns:
        The places of the rows that were not added.

    Raises:
        GlossaryError: The file could not be read afterwards.
        OutputError: The system refuses.
    """
    with workspace.lock:
        path = _path(workspace, Entry(name, None, {}))
        before = path.read_bytes() if path.exists() else None
        editor = _editor(workspace, before or b"", name)
        left = editor.extend(rows)
        made = editor.finish()
        workspace.expect(editor.after)
        journal.write(path, before, made, label)
        return left


def _editor(workspace: Workspace, data: bytes, path: str) -> Editor:
    """Open a file, which is seldom another one than the pages have read."""
    have = next((sheet for sheet in workspace.state().sheets if sheet.path == path), None)
    return Editor(data, path, sheet=have if have and have.sha256 == sha256(data) else None)


def _path(workspace: Workspace, entry: Entry) -> Path:
    path = workspace.path(entry.path)
    if path is None:
        raise GlossaryError([f"{entry.path}: is not open here"], path=entry.path)
    return path


def _locate(rows: Mapping[int, Row], entry: Entry, data: bytes) -> int | None:
    """Find the row of a concept in a file that may have changed; None when it is gone."""
    if entry.sha == sha256(data) and entry.row in rows:
        return entry.row
    before = entry.before or {}
    same = [number for number, row in rows.items() if row == before]
    if same:
        return min(same, key=lambda number: abs(number - entry.row))
    partner = pairing(list(rows.values()), [before]).get(0)
    return None if partner is None else list(rows)[partner]


def _changes(now: Row, cells: Row) -> dict[str, str]:
    """Give the cells that are different, empty ones included."""
    return {
        name: cells.get(name, "") for name in {**now, **cells} if cells.get(name, "") != now.get(name, "")
    }


def _number(workspace: Workspace, path: str, row: int) -> int | None:
    """Tell which concept stands in a row of a file."""
    state = workspace.state()
    for start, sheet in zip(state.index.starts, state.sheets, strict=True):
        if sheet.path == path and row in sheet.rows:
            return start + list(sheet.rows).index(row)
    return None


def _id(workspace: Workspace, entry: Entry) -> str:
    """Tell the id of a concept that was just written."""
    state = workspace.state()
    start = next(
        start
        for start, sheet in zip(state.index.starts, state.sheets, strict=True)
        if sheet.path == entry.path
    )
    stated = entry.cells.get("id", "")
    if stated in state.numbers:
        return stated
    found = (number for number in state.claimants(entry.cells) if number >= start)
    rest = {name: cell for name, cell in entry.cells.items() if name != "id"}
    for number in found:
        row = {name: cell for name, cell in state.row(number).items() if name != "id" or "id" in entry.cells}
        if row in (rest, entry.cells):
            return state.ids[number]
    return ""


def _name(entry: Entry) -> str:
    return first_term(entry.cells, list(entry.cells))
