"""Separated values in every dialect: our CSV, Google's, DeepL's, OmegaT's, and what spreadsheets make of them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from localize.glossary.table.rows import split_name, to_csv
from localize.termbases import tables
from localize.termbases.headers import fields, is_own
from localize.termbases.safety import decode, guard, unguard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Reading, Writing

_MARKS = ("\t", ";", ",", "|")
_SAMPLE = 40
_LOOKED_AT = 100_000
"""Rows and characters from which the separator is told."""
_HINT = "separate the cells by commas, semicolons or tabs"
_SIGNS = tuple(
    re.compile(sign) for sign in (r"\s*[=-]+>\s*", r"\s*→\s*", r"\s+=\s+", r"=", r"\s+[–—:]\s+", r"\s{2,}")
)
"""What people put between a term and its translation who know no CSV."""
_MOST = 0.8
"""Part of the lines that have to agree before a file is taken for such a one, or for a list of terms."""
_LONGEST_ITEM = 8
"""Words of a term in a list without translations; longer lines are prose."""


def read(data: bytes, reading: Reading) -> None:
    """Read separated values; the separator, quotation and header are told by the file itself."""
    _read(decode(data, reading), reading, headed=None)


def read_pairs(data: bytes, reading: Reading) -> None:
    """Read separated values without a header: source, target, comment (OmegaT), or DeepL's four cells."""
    _read(decode(data, reading), reading, headed=False)


def write_csv(rows: Sequence[Row], writing: Writing) -> bytes:
    """Write a glossary like ours, in which no spreadsheet finds a formula."""
    guarded = [{name: guard(cell) for name, cell in row.items()} for row in rows]
    return to_csv(guarded, writing.columns).encode()


def write_google(rows: Sequence[Row], writing: Writing) -> bytes:
    """Write Google's equivalent term sets: a header of language tags, and the terms."""
    tags = [name for name in writing.columns if split_name(name)[0] == "term"]
    return _written([tags, *([row.get(tag, "") for tag in tags] for row in rows)], ",")


def write_pairs(rows: Sequence[Row], writing: Writing, *, mark: str, comment: bool = False) -> bytes:
    """Write source and target, separated by a mark; with *comment*, the note and the definition as a third cell."""
    lines = []
    for row in rows:
        if writing.source in row and writing.target in row:
            said = "; ".join(filter(None, (row.get("note", ""), row.get("definition", ""))))
            lines.append([row[writing.source], row[writing.target], *([said] if comment else [])])
        else:
            writing.lost["a concept without a term in one of the two languages"] += 1
    return _written(lines, mark)


def _written(lines: Sequence[Sequence[str]], mark: str) -> bytes:
    text = io.StringIO(newline="")
    if mark == "\t":
        for cells in lines:
            text.write("\t".join(guard(" ".join(cell.split())) for cell in cells) + "\n")
    else:
        csv.writer(text, delimiter=mark, lineterminator="\n").writerows(map(guard, cells) for cells in lines)
    return text.getvalue().encode()


def _read(text: str, reading: Reading, *, headed: bool | None) -> None:
    first, _, rest = text.partition("\n")
    mark = ""
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        mark, text = first.strip()[4], rest
    if not text.strip():
        reading.refuse("is empty")
    mark = mark or _separator(text)
    offset = 1 if text is rest else 0
    lines = [(number + offset, cells) for number, cells in _cells(text, mark, reading)]
    lines[:1] = [(number, _uncommented(cells)) for number, cells in lines[:1]]
    own = bool(lines) and is_own([unguard(cell.strip()) for cell in lines[0][1]])
    said = [
        (number, [unguard(cell.strip()) for cell in cells])
        for number, cells in lines
        if own or not _comment(cells)  # a glossary of ours has no comments: #MeToo is a term
    ]
    if len(said) < len(lines):
        reading.notes.append(f"{len(lines) - len(said)} lines that begin with # were taken for comments")
    if not said:
        reading.refuse("holds nothing but comments")
    if headed is None and not any(len(cells) > 1 for _, cells in said):
        said = _signed(said)
        if not said[0][1][1:]:
            _list(said, reading)
            return
    tables.read(said, reading, headed=headed)


def _signed(lines: Sequence[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Take lines without a separator apart at a sign that most of them have: ``summit => cúpula``."""
    for sign in _SIGNS:
        parted = [(number, sign.split(cells[0], maxsplit=1)) for number, cells in lines]
        if sum(len(cells) == 2 and all(cells) for _, cells in parted) >= _MOST * len(lines):
            return parted
    return list(lines)


def _list(lines: Sequence[tuple[int, list[str]]], reading: Reading) -> None:
    """Read a file of one cell a line: terms without translations, below a header perhaps, or no table at all."""
    short = sum(len(cells[0].split()) <= _LONGEST_ITEM for _, cells in lines)
    header = is_own(lines[0][1]) or fields(lines[0][1]) is not None
    if short < _MOST * len(lines):
        reading.refuse("has one cell a line only, and reads like prose", place=1, hint=_HINT)
    if header:
        tables.read(lines, reading)
    else:
        tables.read_list(lines, reading)


def _uncommented(cells: list[str]) -> list[str]:
    """Take the mark of a comment off a header: ``# en<TAB>pt``."""
    bare = [cells[0].lstrip("# "), *cells[1:]]
    return bare if cells[0].startswith("#") and bare[0] and fields(bare) else cells


def _comment(cells: Sequence[str]) -> bool:
    return cells[0].lstrip().startswith("#") and not any(map(str.strip, cells[1:]))


def _separator(text: str) -> str:
    """Choose the separator that makes a header of the first line, else one that gives most lines as many cells."""
    best, most = ",", (False, 0.0, 0)
    for mark in _MARKS:
        rows = [cells for _, cells in islice(_strict(text[:_LOOKED_AT], mark, loose=True), _SAMPLE)]
        width, lines = max(
            Counter(map(len, rows)).items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0)
        )
        headed = bool(rows) and len(rows[0]) > 1 and (is_own(rows[0]) or fields(rows[0]) is not None)
        score = (headed, lines / len(rows) if width > 1 else 0.0, width)
        if score > most:
            best, most = mark, score
    return best


def _cells(text: str, mark: str, reading: Reading) -> list[tuple[int, list[str]]]:
    """Take a text apart; when its quotation marks are no CSV's, they are letters like any other."""
    try:
        return list(_strict(text, mark, loose=False))
    except csv.Error as error:
        reading.notes.append(
            f"its quotation marks are not those of CSV ({error}) and were taken as they stand"
        )
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [(number, line.split(mark)) for number, line in enumerate(lines, start=1) if line.strip()]


def _strict(text: str, mark: str, *, loose: bool) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=not loose)
    try:
        yield from (
            (number, cells) for number, cells in enumerate(reader, start=1) if any(map(str.strip, cells))
        )
    except csv.Error:
        if not loose:
            raise
