"""``localize glossary add``, ``edit`` and ``remove``: one entry changed, one line in the diff."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import writing
from localize.cli import console
from localize.cli.glossary import open_book
from localize.errors import GlossaryError, InputError, LocalizeError
from localize.glossary.lazy import Concepts
from localize.glossary.table.editing import Editor, assignments, with_items
from localize.glossary.table.rows import rows_of
from localize.glossary.table.vetting import vet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.glossary import Concept, Glossary
    from localize.glossary.table.problems import Problem
    from localize.glossary.table.sheet import Sheet

GLOSSARY = click.option(
    "--glossary",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Glossary file, or folder of them. Default: the configuration's, else the folder glossaries.",
)
FORCE = click.option("--force", is_flag=True, help="Write even what validate calls an error.")


@click.command(epilog="Example: localize glossary add en=ceasefire pt=cessar-fogo kind=term gender:pt=m")
@click.argument("words", nargs=-1, required=True, metavar="COLUMN=VALUE...")
@GLOSSARY
@FORCE
def add(words: tuple[str, ...], *, paths: tuple[Path, ...], force: bool) -> None:
    """Add a concept to a glossary file, where the order of the file wants it.

    A column is a language tag, or one of id, kind, domain, status, case, note, definition, guard, and variants:pt,
    forms:pt, gender:pt and so on; items of a list are separated by |. A file that does not exist yet is made.

    Nothing is written when validate would call the new row an error.
    """
    cells, items = assignments(words)
    cells |= {name: with_items(cells.get(name, ""), changes) for name, changes in items.items()}
    path = _file_for(paths)
    others = () if paths == (path,) else _sheets(open_book(paths))
    editor = Editor(path.read_bytes() if path.exists() else b"", str(path))
    editor.add({name: cell for name, cell in cells.items() if cell})
    data = editor.finish()
    number = _new_row(editor)
    _save(path, data, [*_but(path, others), editor.after], [number], force=force)
    console.remark("note", f"added as row {number} of {path}")


@click.command(
    epilog='Example: localize glossary edit ceasefire es="alto el fuego" variants:en+=cease-fire note='
)
@click.argument("concept")
@click.argument("words", nargs=-1, required=True, metavar="COLUMN=VALUE...")
@GLOSSARY
@FORCE
def edit(concept: str, words: tuple[str, ...], *, paths: tuple[Path, ...], force: bool) -> None:
    """Change cells of the concept that has CONCEPT as its id or as a term.

    COLUMN=VALUE sets a cell, COLUMN= clears it; in lists, COLUMN+=ITEM adds an item and COLUMN-=ITEM takes it out.
    """
    cells, items = assignments(words)
    book = open_book(paths)
    found = _find(book, concept)
    path = Path(found.path)
    editor = Editor(path.read_bytes(), found.path)
    now = editor.rows[found.row]
    for name, changes in items.items():
        cells[name] = with_items(cells.get(name, now.get(name, "")), changes)
    editor.edit(found.row, {name: cell for name, cell in cells.items() if cell != now.get(name, "")})
    data = editor.finish()
    _save(path, data, [*_but(path, _sheets(book)), editor.after], [found.row], force=force)
    console.remark("note", f"changed row {found.row} of {path}")


@click.command(epilog="Example: localize glossary remove ceasefire")
@click.argument("concepts", nargs=-1, required=True, metavar="CONCEPT...")
@GLOSSARY
def remove(concepts: tuple[str, ...], *, paths: tuple[Path, ...]) -> None:
    """Remove the concepts that have CONCEPT as their id or as a term; all of them or, if one is not found, none."""
    book = open_book(paths)
    files: dict[str, set[int]] = {}
    for name in concepts:
        found = _find(book, name)
        files.setdefault(found.path, set()).add(found.row)
    ready: list[tuple[Path, bytes]] = []
    for file, numbers in files.items():
        editor = Editor(Path(file).read_bytes(), file)
        for number in numbers:
            editor.remove(number)
        ready.append((Path(file).resolve(), editor.finish()))
    for path, data in ready:
        writing.write(path, data)
    for file, numbers in files.items():
        console.remark("note", f"removed row {', '.join(map(str, sorted(numbers)))} of {file}")


def _file_for(paths: Sequence[Path]) -> Path:
    """Choose the file that a new row goes to.

    Raises:
        InputError: There are several to choose from.
    """
    if len(paths) == 1 and not paths[0].is_dir():
        return paths[0]
    files = [file.path for file in open_book(tuple(paths)).files]
    if len(files) != 1:
        raise InputError(
            "there are several files that it could go to",
            path=", ".join(files),
            hint="name one with --glossary",
        )
    return Path(files[0])


def _find(book: Glossary, name: str) -> Concept:
    """Find the one concept that has an id, else the one that has a term.

    Raises:
        LocalizeError: There is none, or there are several.
    """
    ids = book.concepts.ids if isinstance(book.concepts, Concepts) else ()
    if name in ids:
        return book.concepts[ids.index(name)]
    tags = dict.fromkeys(tag for concept in book.concepts for tag in concept.terms)
    found = {concept.id: concept for tag in tags for concept in book.lookup(name, tag)}
    if not found:
        raise LocalizeError(
            f"no concept has the id or the term '{name}'", hint="localize glossary list shows what there is"
        )
    preferred = [
        concept
        for concept in found.values()
        if any(terms[0].text == name for terms in concept.terms.values())
    ]
    chosen = preferred if len(preferred) == 1 else list(found.values())
    if len(chosen) > 1:
        raise LocalizeError(
            f"several concepts have the term '{name}': {', '.join(found)}", hint="name one of these ids"
        )
    return chosen[0]


def _sheets(book: Glossary) -> tuple[Sheet, ...]:
    return book.concepts.sheets if isinstance(book.concepts, Concepts) else ()


def _but(path: Path, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Give the sheets of other files."""
    return [sheet for sheet in sheets if Path(sheet.path).resolve() != path.resolve()]


def _new_row(editor: Editor) -> int:
    """Tell the number of the row that was added."""
    assert editor.after is not None, "a file to which a row was added has rows"
    before = list(editor.rows.values())
    after = rows_of(editor.after)
    place = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    return editor.after.rows[place]


def _save(
    path: Path, data: bytes, sheets: Sequence[Sheet | None], rows: Sequence[int], *, force: bool
) -> None:
    """Write a file if its changed rows are in order, and say what could be better.

    Args:
        path: The file.
        data: Its new bytes.
        sheets: All files of the glossary, this one as it will be.
        rows: Numbers of the rows that are new or changed.
        force: Write it even so.

    Raises:
        GlossaryError: A changed row is an error.
    """
    problems = vet(list(filter(None, sheets)), str(path), rows)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors and not force:
        raise GlossaryError(
            list(map(str, errors)), path=str(path), hint="nothing was written; --force writes it all the same"
        )
    writing.write(path.resolve(), data, hint="check the permissions of the glossary file")
    for problem in problems:
        _tell(problem)


def _tell(problem: Problem) -> None:
    console.remark("warning", f"{problem.path}:{problem.row}: {problem.column}: {problem.message}")
