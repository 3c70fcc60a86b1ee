"""Glossary files as comma-separated values: bytes in, a sheet or its problems out."""

from __future__ import annotations

import csv
import hashlib
import io
from itertools import islice
from typing import TYPE_CHECKING

from localize.glossary.table.columns import Column, parse
from localize.glossary.table.problems import Problem
from localize.glossary.table.sheet import Sheet
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST_CELL = 1_000
"""Characters."""
MOST_WORDS = 64
"""Of a term; bounds the time of matching."""
_BATCH = 500
"""Rows that are turned into columns at once: few enough that the garbage collector never sees many lists."""

VALUES = {
    "kind": ("title", "name", "organisation", "place", "acronym", "term", "do-not-translate"),
    "status": ("preferred", "admitted", "deprecated", "forbidden"),
    "case": ("fold", "exact"),
    "guard": ("on", "off"),
    "gender": ("m", "f", "n", "mf"),
    "number": ("sg", "pl"),
}
"""What a cell of these columns may hold, besides nothing; letter case is ignored."""


def parse_bytes(data: bytes, path: str) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Read the bytes of a glossary file.

    Args:
        data: UTF-8, with or without byte order mark.
        path: The file, for messages.

    Returns:
        The sheet and no problems, or no sheet and every problem that was seen, in order of rows.
    """
    reading = _Reading()
    text = reading.decode(data)
    if not reading.slips:
        reading.read(text)
        reading.check()
    if reading.slips:
        slips = sorted(reading.slips)
        return None, tuple(Problem(path, row, column, "error", message) for row, column, message in slips)
    cells = {column.name: kept for column, kept in zip(reading.columns, reading.cells, strict=True)}
    cells.pop("", None)
    languages = tuple(column.language for column in reading.columns if column.role == "term")
    stray = tuple(Problem(path, row, name, "note", message) for row, name, message in sorted(reading.stray))
    return Sheet(path, hashlib.sha256(data).hexdigest(), cells, languages, reading.rows, stray), ()


class _Reading:
    """What is known while one file is read; slips are (row, column, message)."""

    def __init__(self) -> None:
        self.slips: list[tuple[int, str, str]] = []
        self.stray: list[tuple[int, str, str]] = []
        self.columns: tuple[Column, ...] = ()
        self.cells: list[list[str]] = []
        self.rows: list[int] = []

    def decode(self, data: bytes) -> str:
        """Turn bytes into text, or note why they are none."""
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            row = data.count(b"\n", 0, error.start) + 1
            self.slips.append(
                (
                    row,
                    "file",
                    Message("byte %(at)s is not UTF-8; save the file as CSV in UTF-8", at=error.start),
                )
            )
            return ""
        if "\0" in text:
            row = text.count("\n", 0, text.index("\0")) + 1
            self.slips.append((row, "file", Message("holds a NUL character; save the file as CSV in UTF-8")))
        elif not text.strip():
            self.slips.append((1, "file", Message("is empty; begin with a header row such as en,pt")))
        return text

    def read(self, text: str) -> None:
        """Take the text apart into columns."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = next(reader, [])
            self.columns, unknown = parse(header)
            self.cells = [[] for _ in self.columns]
            self.slips += [(1, cell, message) for cell, message in unknown]
            first = 2
            while batch := list(islice(reader, _BATCH)):
                self._take(batch, first)
                first += len(batch)
        except csv.Error as error:
            self.slips.append(
                (
                    reader.line_num,
                    "row",
                    Message("is no CSV (%(error)s); mend its quotation marks", error=error),
                )
            )

    def _take(self, batch: list[list[str]], first: int) -> None:
        """Add rows to the columns; blank rows are left out, short ones filled up."""
        width = len(self.columns)
        numbers = range(first, first + len(batch))
        if set(map(len, batch)) == {width}:
            self.rows += numbers
        else:
            for number, row in zip(numbers, batch, strict=True):
                if any(map(str.strip, row[width:])):
                    excess = Message(
                        "has %(cells)s cells, the header has %(columns)s; quote cells that hold a comma",
                        cells=len(row),
                        columns=width,
                    )
                    self.slips.append((number, "row", excess))
            kept = [number for number, row in zip(numbers, batch, strict=True) if row]
            self.rows += kept
            batch = [row[:width] + [""] * (width - len(row)) for row in batch if row]
        for column, more in zip(self.cells, zip(*batch, strict=True), strict=False):
            column.extend(more)

    def check(self) -> None:
        """Strip every cell, in place, and note what cannot be used."""
        for place, (column, raw) in enumerate(zip(self.columns, self.cells, strict=True)):
            stripped = list(map(str.strip, raw))
            name = column.name or f"column {place + 1}"
            if stripped != raw:
                edges = (row for row, a, b in zip(self.rows, raw, stripped, strict=True) if a != b)
                self.stray += [(row, name, Message("has white space at an end; remove it")) for row in edges]
            self.cells[place] = stripped
            if max(map(len, stripped), default=0) > LONGEST_CELL:
                self._each(
                    place,
                    lambda cell: len(cell) > LONGEST_CELL,
                    Message("is longer than %(most)s characters", most=LONGEST_CELL),
                )
            if not column.role:
                self._each(place, bool, Message("has a cell but no name; name the column in the header"))
            elif column.role in VALUES:
                self._values(place, VALUES[column.role])
            elif column.role == "id":
                self._ids(place)
            elif column.language:
                self._terms(place)
        self._blanks()

    def _each(self, place: int, wrong: Callable[[str], bool], message: str) -> None:
        """Note every cell of a column that is wrong."""
        name = self.columns[place].name or f"column {place + 1}"
        cells = zip(self.rows, self.cells[place], strict=True)
        self.slips += [(row, name, message) for row, cell in cells if wrong(cell)]

    def _values(self, place: int, valid: Sequence[str]) -> None:
        """Lower the cells of a column that takes few values, and note the others."""
        self.cells[place] = list(map(str.lower, self.cells[place]))
        name, known = self.columns[place].name, {"", *valid}
        if not known.issuperset(self.cells[place]):
            for row, cell in zip(self.rows, self.cells[place], strict=True):
                if cell not in known:
                    self.slips.append(
                        (
                            row,
                            name,
                            Message("'%(cell)s' is none of %(values)s", cell=cell[:40], values=tuple(valid)),
                        )
                    )

    def _ids(self, place: int) -> None:
        """Note ids that stand twice."""
        seen: dict[str, int] = {}
        for row, cell in zip(self.rows, self.cells[place], strict=True):
            if cell and seen.setdefault(cell, row) != row:
                self.slips.append(
                    (
                        row,
                        "id",
                        Message(
                            "'%(id)s' is the id of row %(row)s already; change one",
                            id=cell[:40],
                            row=seen[cell],
                        ),
                    )
                )

    def _terms(self, place: int) -> None:
        """Note terms that hold a line break or more words than matching takes."""
        joined = "".join(self.cells[place])
        if "\n" in joined or "\r" in joined:
            self._each(
                place,
                lambda cell: "\n" in cell or "\r" in cell,
                Message("holds a line break; write it in one line"),
            )
        if max(map(len, self.cells[place]), default=0) > 2 * MOST_WORDS:
            self._each(
                place, _wordy, Message("has a term of more than %(most)s words; shorten it", most=MOST_WORDS)
            )

    def _blanks(self) -> None:
        """Drop rows without any cell; note rows that say something but have no term, and files without rows."""
        terms = [
            cells for column, cells in zip(self.columns, self.cells, strict=True) if column.role == "term"
        ]
        if not terms and not self.slips:
            self.slips.append((1, "header", Message("names no language; add columns such as en and pt")))
        empty = [index for index, row in enumerate(zip(*terms, strict=True)) if not any(row)]
        if empty:
            said = {index for index in empty if any(cells[index] for cells in self.cells)}
            self.slips += [
                (self.rows[i], "row", Message("has no term in any language; add one, or remove it"))
                for i in said
            ]
            gone = set(empty) - said
            self.rows = [row for index, row in enumerate(self.rows) if index not in gone]
            self.cells = [[c for i, c in enumerate(cells) if i not in gone] for cells in self.cells]
        if not self.rows and not self.slips:
            self.slips.append((1, "file", Message("holds no concept; add a row below the header")))


def _wordy(cell: str) -> bool:
    """Tell whether a term of the cell has too many words (counted generously: at spaces and hyphens)."""
    return any(len(part.replace("-", " ").split()) > MOST_WORDS for part in cell.split("|"))
