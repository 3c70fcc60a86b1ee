"""Tables of cells, from spreadsheets and separated values, into rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from localize.glossary.columns import MOST_COLUMNS, parse
from localize.glossary.sheet import split
from localize.termbases.base import Found, FoundTerm
from localize.termbases.categories import GENDERS, NUMBERS, letters, status_of
from localize.termbases.headers import Field, fields, is_own
from localize.termbases.rowmaking import add, distinct_ids, join, take
from localize.termbases.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from localize.termbases.base import Reading

Line = tuple[int, "Sequence[str]"]
"""Number of a row, from 1, and its cells."""

_LOOKED_AT = 10
"""Rows in which a header may stand; titles and comments may come before it."""
_PAIR = ("source", "target", "note")
_TRUE = frozenset({"true", "yes", "y", "1", "x", "on", "sim", "oui", "si", "sí", "ja", "wahr", "verdadeiro"})
_FALSE = frozenset({"false", "no", "n", "0", "off", "não", "non", "nein", "falsch", "falso"})
_SEPARATORS = ("|", ";", "\n")


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
        return
    for number, cells in start[:place]:
        reading.notes.append(
            f"row {number} stands before the header and was left out: {' '.join(cells)[:60]}"
        )
    header, rest = start[place][1], [*start[place + 1 :], *rows]
    if is_own(header):
        _own(header, rest, reading)
    else:
        _foreign(fields(header) or (), header, rest, reading)
    distinct_ids(reading)


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
    for number, cells in rows:
        reading.entries += 1
        reading.lose("cells beyond the header", len([cell for cell in cells[len(names) :] if cell]))
        add({name: cell for name, cell in zip(names, cells, strict=False) if name and cell}, number, reading)


def _headless(rows: Iterable[Line], reading: Reading) -> None:
    """Read source, target and perhaps a comment, or DeepL's source, target, source language, target language."""
    deepl = None
    for number, cells in rows:
        if deepl is None:
            deepl = len(cells) >= 4 and bool(tag_of(cells[2]) and tag_of(cells[3]))
        kinds = ("source", "target", "source-language", "target-language") if deepl else _PAIR
        if len(cells) == 1:
            reading.entries += 1
            reading.skip(number, "has one cell only: are the cells separated by another character?")
            continue
        _entry([Field(kind) for kind in kinds], cells, number, reading)
        reading.lose("cells beyond the third", len([cell for cell in cells[len(kinds) :] if cell]))
    join(reading)


def _foreign(known: Sequence[Field], header: Sequence[str], rows: Iterable[Line], reading: Reading) -> None:
    """Read rows below a header of another program."""
    pairs = not any(one.role in {"term", "id"} for one in known)
    for number, cells in rows:
        _entry(known, cells, number, reading)
        for place, cell in enumerate(cells[:MOST_COLUMNS]):
            if cell and (place >= len(known) or not known[place].role):
                name = header[place] if place < len(header) else ""
                reading.lose(f"column '{name[:30]}'" if name else "a column without a name")
    if pairs:
        join(reading)


def _entry(known: Sequence[Field], cells: Sequence[str], number: int, reading: Reading) -> None:
    """Read one row."""
    pairs = [(one, cell) for one, cell in zip(known, cells, strict=False) if cell]
    told = {one.role: cell for one, cell in pairs if one.role.endswith("-language")}
    languages = {
        "source": told.get("source-language") or reading.source,
        "target": told.get("target-language") or reading.target,
    }
    found = Found(number)
    details: dict[str, dict[str, str]] = {}
    for one, cell in pairs:
        if one.role in languages:
            beside = any(other.role == "term" for other in known)
            if not languages[one.role] and not beside:
                reading.need(one.role)
            if languages[one.role]:
                found.terms.append(FoundTerm(languages[one.role], cell))
        elif one.role == "term":
            found.terms.append(FoundTerm(one.language, cell))
        elif one.role in {"id", "domain", "definition", "note"}:
            found.say(one.role, cell)
        elif one.role and not one.role.endswith("-language"):
            details.setdefault(one.role, {})[one.language] = cell
    _say(details, languages, found, reading)
    texts = {term.text for term in found.terms}
    nameless = [
        cell for one, cell in pairs if one.role in languages and not languages[one.role] and cell not in texts
    ]
    reading.lose("a term whose language is not told (say it with --from or --to)", len(nameless))
    take(found, reading)


def _say(
    details: dict[str, dict[str, str]], languages: dict[str, str], found: Found, reading: Reading
) -> None:
    """Take in what a row says about its concept and terms."""
    for role, cells in details.items():
        for language, cell in cells.items():
            if role == "case":
                found.about["case"] = {True: "exact", False: "fold", None: cell}[_truth(cell)]
            elif role in {"kind", "guard"}:
                found.about[role] = cell
            elif role in {"translatable", "untranslatable"}:
                if _truth(cell) is (role == "untranslatable"):
                    found.about["kind"] = "do-not-translate"
            elif role == "status" or (role == "forbidden" and _truth(cell) is not None):
                _status(role, language, cell, found, reading)
            else:
                _about_term(
                    role, language or languages["target" if role != "variants" else "source"], cell, found
                )


def _status(role: str, language: str, cell: str, found: Found, reading: Reading) -> None:
    """Take in a status, of one language or of the whole row."""
    status = status_of(cell) if role == "status" else ("forbidden" if _truth(cell) else "preferred")
    if not status:
        reading.lose(f"status '{cell[:30]}'")
    elif not language:
        if status != "preferred":
            found.about["status"] = status
            found.terms[:] = [replace(term, status=status) for term in found.terms]
    else:
        found.terms[:] = [
            replace(term, status=status) if term.language == language else term for term in found.terms
        ]


def _about_term(role: str, language: str, cell: str, found: Found) -> None:
    """Take in further terms of a language, or what is said about the one it has."""
    items = tuple(_items(cell))
    if role in {"variants", "forbidden", "deprecated"}:
        status = "admitted" if role == "variants" else role
        found.terms += [FoundTerm(language, item, status) for item in items]
        return
    value = letters(cell)
    changes: dict[str, dict[str, Any]] = {
        "forms": {"forms": items},
        "gender": {"gender": GENDERS.get(value, "")},
        "number": {"number": NUMBERS.get(value, "")},
    }
    for place, term in enumerate(found.terms):
        if term.language == language:
            found.terms[place] = replace(term, **changes[role])
            return


def _items(cell: str) -> Iterator[str]:
    """Take a cell with several items apart, at the first of the usual separators that it holds."""
    mark = next((mark for mark in _SEPARATORS if mark in cell), "|")
    yield from split(cell.replace(mark, "|"))


def _truth(cell: str) -> bool | None:
    """Tell what a yes-or-no cell says; None when it is none."""
    lower = cell.strip().lower()
    return True if lower in _TRUE else False if lower in _FALSE else None
