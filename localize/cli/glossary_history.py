"""``localize glossary diff`` and ``merge``: versions of a glossary, concept by concept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import writing
from localize.cli import console
from localize.errors import InputError
from localize.glossary import load
from localize.glossary.lazy import Concepts
from localize.glossary.table.difference import compare, lines
from localize.glossary.table.editing import Editor
from localize.glossary.table.merging import merge as merged
from localize.glossary.table.rows import rows_of

if TYPE_CHECKING:
    from localize.glossary.table.difference import Change
    from localize.glossary.table.rows import Row

_FILE = click.Path(path_type=Path)
_MARKS = {True: "added", False: "removed"}


@click.command(epilog="Example: localize glossary diff old.csv glossaries/terms.csv")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a concept.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when there is a difference.")
def diff(old: Path, new: Path, *, as_json: bool, exit_code: bool) -> int:
    """Say which concepts were added (+), removed (-) and changed (~) between two files or folders.

    A concept is known again by its id, else by what it says; the order of rows and columns does not matter.

    \b
    JSON keys: concept, change (added, removed or changed), cells: {column: {before, after}}.
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    changes = compare(_rows(old), _rows(new))
    for change in changes:
        if as_json:
            console.json_line(_data(change))
        else:
            for line in lines(change):
                console.line(line)
    added = sum(change.old is None for change in changes)
    removed = sum(change.new is None for change in changes)
    console.remark(
        "note", f"{added:,} added, {removed:,} removed, {len(changes) - added - removed:,} changed"
    )
    return int(exit_code and bool(changes))


@click.command(epilog="Example: localize glossary merge base.csv glossaries/terms.csv theirs.csv")
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Default: OURS, as Git wants it. - is standard output.",
)
@click.option("--path", "name", metavar="NAME", help="What to call the file in messages. Default: OURS.")
def merge(base: Path, ours: Path, theirs: Path, *, output: Path | None, name: str | None) -> int:
    """Bring what changed between BASE and THEIRS into OURS, concept by concept and cell by cell.

    Changes of different concepts, of different cells of one concept, and of different items of one list never
    conflict. Where both sides give one cell different values, that of OURS is kept and the conflict printed; the exit
    code is then 1.

    \b
    As a merge driver of Git, in .gitattributes:
        glossaries/*.csv merge=localize
    and once a clone:
        git config merge.localize.driver "localize glossary merge --path %P %O %A %B"
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    path = name or str(ours)
    result = merged(_bytes(base), _bytes(ours), _bytes(theirs), path=path)
    to_stdout = str(output) == "-"
    if to_stdout:
        click.echo(result.data, nl=False)
    else:
        writing.write((output or ours).resolve(), result.data)
    for conflict in result.conflicts:
        place = f"{path}:{conflict.row}" if conflict.row else path
        said = f"{place}: {conflict.concept}: {conflict.column}: conflict: {conflict.message}"
        console.line(said, err=to_stdout)
    if result.conflicts:
        number = len(result.conflicts)
        console.remark("error", f"{number:,} {'conflict' if number == 1 else 'conflicts'} in {path}")
    return int(bool(result.conflicts))


def _bytes(path: Path) -> bytes:
    """Read a version of a file.

    Raises:
        InputError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", path=str(path), hint="check the path"
        ) from error


def _rows(path: Path) -> list[Row]:
    """Give the rows of a file, which may have none, or of a folder."""
    if not path.is_dir():
        return list(Editor(_bytes(path), str(path)).rows.values())
    concepts = load([path]).concepts
    sheets = concepts.sheets if isinstance(concepts, Concepts) else ()
    return [row for sheet in sheets for row in rows_of(sheet)]


def _data(change: Change) -> dict[str, object]:
    both = change.old is not None and change.new is not None
    cells = {name: {"before": before, "after": after} for name, before, after in change.cells}
    return {
        "concept": change.name,
        "change": "changed" if both else _MARKS[change.old is None],
        "cells": cells,
    }
