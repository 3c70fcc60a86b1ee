"""``localize glossary import`` and ``export``: termbases and spreadsheets of other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import __version__, writing
from localize.cli import console
from localize.cli.glossary import PATHS, open_book
from localize.errors import InputError
from localize.glossary.lazy import Concepts
from localize.glossary.table.editing import Editor
from localize.glossary.table.rows import header, names_in, rows_of, split_name, to_csv
from localize.languages import normalise
from localize.termbases import FORMATS, Reading, Writing, choose, export, load
from localize.termbases.base import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.glossary import Glossary
    from localize.glossary.table.rows import Row

_MOST_TOLD = 100
"""Entries left out that are named one by one."""
FORMAT = click.option(
    "--format", "format_", type=click.Choice(list(FORMATS)), help="Default: told by the file."
)
SOURCE = click.option(
    "--from", "source", metavar="LANGUAGE", help="Language of the first terms, where the format has two."
)
TARGET = click.option("--to", "target", metavar="LANGUAGE", help="Language of the second terms.")
OUTPUT = click.option(
    "--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Default: standard output."
)


@click.command("import", epilog="Example: localize glossary import terms.tbx --output glossaries/terms.csv")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@FORMAT
@SOURCE
@TARGET
@click.option("--encoding", default="", help="Of text files, such as cp1250. Default: told by the file.")
@OUTPUT
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="FILE", help="Add what is new to this glossary."
)
@click.option("--strict", is_flag=True, help="Exit with 1 when an entry was left out.")
def import_(
    file: Path,
    *,
    format_: str | None,
    source: str | None,
    target: str | None,
    encoding: str,
    output: Path | None,
    into: Path | None,
    strict: bool,
) -> int:
    """Read a termbase or spreadsheet of another program and write it as a glossary.

    Reads CSV and tab-separated files in every dialect (of memoQ, Google, DeepL, OmegaT and spreadsheets, too), Excel
    workbooks, TBX, MultiTerm's XML, TMX, UTX, PO and XLIFF. Languages that a file does not name are told by its words. Every
    entry that cannot be taken is named with the reason, and whatever a glossary has no place for is counted.

    The exit code is 0 when entries were taken, even if others were left out, unless --strict is given; 2 when the file
    cannot be read at all.
    """
    if output and into:
        raise click.UsageError("--output and --into exclude each other")
    data = sys.stdin.buffer.read(MOST_BYTES + 1) if str(file) == "-" else _bytes(file)
    reading = Reading(str(file), _tag(source), _tag(target), encoding)
    load(data, reading, format_ or "")
    if into:
        add_rows(reading.rows, into)
    else:
        _give(to_csv(reading.rows).encode(), output)
    _tell(reading)
    return int(strict and bool(reading.skipped))


@click.command("export", epilog="Example: localize glossary export --format xlsx --output terms.xlsx")
@PATHS
@FORMAT
@SOURCE
@TARGET
@OUTPUT
def export_(
    paths: tuple[Path, ...],
    *,
    format_: str | None,
    source: str | None,
    target: str | None,
    output: Path | None,
) -> None:
    """Write glossaries in a format of other programs; what that format cannot hold is counted.

    In tables, a cell that a spreadsheet would take for a formula gets an apostrophe in front, which import takes
    away again.
    """
    name = format_ or (choose(str(output), b"") if output else "csv")
    if output is None and name == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("a workbook is no text for a terminal; name a file with --output")
    book = open_book(paths)
    rows, columns = _rows(book)
    languages = [column for column in columns if split_name(column)[0] == "term"]
    first = _language(_tag(source) or languages[0], languages, "--from")
    rest = [tag for tag in languages if tag != first]
    if FORMATS[name].pair and not target and len(rest) != 1:
        raise click.UsageError(f"{name} holds two languages: say which with --to ({', '.join(rest)})")
    second = _language(_tag(target), languages, "--to") if target else next(iter(rest), first)
    how = Writing(columns, first, second, title=_title(book), version=__version__)
    _give(export(rows, name, how), output)
    for what, count in how.lost.most_common():
        console.remark("note", f"{FORMATS[name].title} has no place for {what}: {_many(count, 'time')}")
    console.remark("note", f"{_many(len(rows), 'concept')} written as {FORMATS[name].title}")


def _bytes(file: Path) -> bytes:
    """Read a file that is not too large; one byte more than may be is enough to see that it is.

    Raises:
        InputError: It cannot be read.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", path=str(file), hint="check the path"
        ) from error


def _tag(language: str | None) -> str:
    return normalise(language) if language else ""


def _language(tag: str, languages: Sequence[str], option: str) -> str:
    if tag not in languages:
        raise click.UsageError(f"{option} {tag}: the glossary has {', '.join(languages)}")
    return tag


def _rows(book: Glossary) -> tuple[list[Row], tuple[str, ...]]:
    """Give all rows, and the columns: those of the file, or of several files in the usual order."""
    sheets = book.concepts.sheets if isinstance(book.concepts, Concepts) else ()
    rows = [row for sheet in sheets for row in rows_of(sheet)]
    if len(sheets) == 1:
        return rows, tuple(sheets[0].columns)
    return rows, header({**{name: None for sheet in sheets for name in sheet.columns}, **names_in(rows)})


def _title(book: Glossary) -> str:
    return ", ".join(Path(file.path).stem for file in book.files)


def _give(data: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(data, nl=False)
    else:
        writing.write(output, data)


def add_rows(rows: Sequence[Row], path: Path) -> None:
    """Add rows to a glossary file; those whose id or first term it has already are left out and told."""
    editor = Editor(path.read_bytes() if path.exists() else b"", str(path))
    known = editor.extend(rows)
    writing.write(path.resolve(), editor.finish(), hint="check the permissions of the glossary file")
    for place in known[:_MOST_TOLD]:
        row = rows[place]
        term = next(cell for name, cell in row.items() if split_name(name)[0] == "term")
        console.remark("note", f"{path} has '{term}' already; left as it is")
    console.remark(
        "note", f"{len(rows) - len(known):,} concepts added to {path}, {len(known):,} were there already"
    )


def _tell(reading: Reading) -> None:
    """Say how a file was understood and what became of every entry."""
    for note in reading.notes[:_MOST_TOLD]:
        console.remark("note", f"{reading.path}: {note}")
    for place, reason in reading.skipped[:_MOST_TOLD]:
        console.remark("warning", f"{reading.path}:{place}: left out: {reason}")
    if len(reading.skipped) > _MOST_TOLD:
        console.remark("warning", f"and {len(reading.skipped) - _MOST_TOLD:,} more were left out")
    for what, count in reading.lost.most_common(_MOST_TOLD):
        console.remark("note", f"a glossary has no place for {what}: {_many(count, 'time')}")
    entries = _many(reading.entries, "entry")
    console.remark(
        "note",
        f"{reading.path}: {entries} read, {_many(len(reading.rows), 'concept')}, {reading.joined:,} joined with another entry, "
        f"{len(reading.skipped):,} left out",
    )


def _many(count: int, what: str) -> str:
    """Write a number of things: ``1 entry``, ``2,000 entries``."""
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count:,} {what if count == 1 else plural}"
