"""Tables of cells, from spreadsheets and separated values, into rows: which shape a table has, and its rows in turn."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from localize.glossary.table.columns import MOST_COLUMNS, parse
from localize.termbases.guessing import tell_languages
from localize.termbases.headers import Field, fields, is_own
from localize.termbases.rowmaking import add, distinct_ids, join, take
from localize.termbases.tablerows import entry
from localize.termbases.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.termbases.base import Found, Reading

Line = tuple[int, "Sequence[str]"]
"""Number of a row, from 1, and its cells."""

_LOOKED_AT = 10
"""Rows in which a header may stand; titles and comments may come before it."""
_PAIR = ("source", "target", "note")
_DEEPL = ("source", "target", "source-language", "target-language")


def read(lines: Iterable[Line], reading: Reading, *, headed: bool | None = None) -> None:
    """Read a table.

    Args:
        lines: Rows with their numbers; blank ones may be left out.
        reading: What is gathered.
        headed: False: the first row is an entry already; None: look.
    """
    rows = ((number, [cell.strip() for cell in cells]) for number, cells in lines if any(cells))
    start = list(islice(rows, _LOOKED_AT))
    place = None if headed is False else _header(start)
    if place is None:
        _headless([*start, *rows], reading)
        distinct_ids(reading)
        return
    for number, cells in start[:place]:
        reading.notes.append(
            f"row {number} stands before the header and was left out: {' '.join(cells)[:60]}"
        )
    header, rest = start[place][1], [*start[place + 1 :], *rows]
    known = fields(header) or ()
    if is_own(header):
        _own(header, rest, reading)
    elif _is_long(known):
        _long(known, header, rest, reading)
    else:
        _foreign(_numbered(known, header, rest), header, rest, reading)
    distinct_ids(reading)


def read_list(lines: Sequence[Line], reading: Reading) -> None:
    """Read a table of one column without a header: terms without translations."""
    known = (Field("source"),)
    tell_languages(known, lines, reading)
    for number, cells in lines:
        take(entry(known, cells, number, reading), reading)
    reading.notes.append("has one cell a line, which was taken for a list of terms without translations")


def _header(start: Sequence[Line]) -> int | None:
    """Find the header among the first rows."""
    for place, (_, cells) in enumerate(start):
        if is_own(cells) or fields(cells) is not None:
            return place
    return None


def _own(header: Sequence[str], rows: Iterable[Line], reading: Reading) -> None:
    """Take rows of a glossary like ours as they are."""
    columns, _ = parse(list(header))
    names = [column.name for column in columns]
    several: list[int] = []
    for number, cells in rows:
        reading.entries += 1
        if any("; " in cell and one.role == "term" for one, cell in zip(columns, cells, strict=False)):
            several.append(number)
        reading.lose("cells beyond the header", len([cell for cell in cells[len(names) :] if cell]))
        add({name: cell for name, cell in zip(names, cells, strict=False) if name and cell}, number, reading)
    if several:
        more = f" and {len(several) - 1:,} more" if len(several) > 1 else ""
        reading.notes.append(
            f"a term holds ';' in row {several[0]}{more}: a term stands alone in its cell, others go into variants, separated by |"
        )


def _headless(rows: Sequence[Line], reading: Reading) -> None:
    """Read source, target and perhaps a comment, or DeepL's source, target, source language, target language."""
    first = rows[0][1] if rows else ()
    deepl = len(first) >= 4 and bool(tag_of(first[2]) and tag_of(first[3]))
    numbered = len(first) > 2 and all(cells[0].rstrip(".").isdecimal() for _, cells in rows)
    roles = _DEEPL if deepl else ("id", *_PAIR) if numbered else _PAIR
    known = tuple(Field(role) for role in roles)
    tell_languages(known, rows, reading)
    for number, cells in rows:
        if len(cells) == 1:
            reading.entries += 1
            reading.skip(number, "has one cell only: are the cells separated by another character?")
            continue
        take(entry(known, cells, number, reading), reading)
        reading.lose(f"cells beyond number {len(known)}", len([cell for cell in cells[len(known) :] if cell]))
    join(reading)


def _foreign(known: Sequence[Field], header: Sequence[str], rows: Sequence[Line], reading: Reading) -> None:
    """Read rows below a header of another program."""
    pairs = not any(one.role in {"term", "id"} for one in known)
    tell_languages(known, rows, reading)
    for number, cells in rows:
        take(entry(known, cells, number, reading), reading)
        _count_unread(known, header, cells, reading)
    if pairs:
        join(reading)


def _is_long(known: Sequence[Field]) -> bool:
    """Tell whether each row holds one term and its language, and the terms of a concept stand below one another."""
    roles = [one.role for one in known]
    return (
        roles.count("target-language") == 1
        and roles.count("source") == 1
        and not {"target", "term", "source-language"} & set(roles)
    )


def _long(known: Sequence[Field], header: Sequence[str], rows: Sequence[Line], reading: Reading) -> None:
    """Read a table of one term a row; rows of one id are one concept."""
    roles = {"target-language": "source-language"}
    known = [Field(roles.get(one.role, one.role), one.language) for one in known]
    concepts: dict[str, Found] = {}
    for number, cells in rows:
        found = entry(known, cells, number, reading)
        found.about.pop("status", None)  # it is that of the term, which has it
        _count_unread(known, header, cells, reading)
        first = concepts.setdefault(found.about.get("id") or f"\0{number}", found)
        if first is not found:
            reading.entries += 1
            reading.joined += 1
            first.terms += found.terms
            for column, text in found.about.items():
                first.say(column, text)
    for found in concepts.values():
        take(found, reading)


def _numbered(known: Sequence[Field], header: Sequence[str], rows: Sequence[Line]) -> list[Field]:
    """Take a column "No" for numbers and not for Norwegian when it holds nothing but numbers."""
    made = list(known)
    for place, one in enumerate(known):
        if one == Field("term", "no") and header[place].strip(" .").lower() == "no":
            cells = {cells[place] for _, cells in rows if len(cells) > place and cells[place]}
            if cells and all(cell.rstrip(".").isdecimal() for cell in cells):
                made[place] = Field("id")
    return made


def _count_unread(
    known: Sequence[Field], header: Sequence[str], cells: Sequence[str], reading: Reading
) -> None:
    for place, cell in enumerate(cells[:MOST_COLUMNS]):
        if cell and (place >= len(known) or not known[place].role):
            name = header[place] if place < len(header) else ""
            reading.lose(f"column '{name[:30]}'" if name else "a column without a name")
