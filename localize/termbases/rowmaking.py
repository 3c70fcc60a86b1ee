"""From what files state to rows that a glossary can hold; whatever does not fit is counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.table.csvfile import LONGEST_CELL, MOST_WORDS, VALUES
from localize.glossary.table.rows import is_list, split_name
from localize.glossary.table.sheet import split
from localize.termbases.tags import tag_of
from localize.xmltext import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Found, FoundTerm, Reading

_INDENTED = re.compile(r"[^\S\n]*\r?\n(?:[^\S\n]{4,}|\t+)\s*")
_RANK = {"preferred": 0, "": 1, "admitted": 2}


def take(found: Found, reading: Reading) -> None:
    """Turn an entry into a row, or note why not."""
    reading.entries += 1
    add(_cells(found, reading), found.place, reading)


def add(cells: Row, place: int, reading: Reading) -> None:
    """Take in a row that is written like one of our own, once its cells are in order."""
    row: dict[str, str] = {}
    for name, cell in cells.items():
        kept = _clean(name, cell, reading)
        if kept:
            row[name] = kept
    terms = [name for name in row if split_name(name)[0] == "term"]
    if not terms:
        reading.skip(place, "has no term in a language that can be told")
        return
    for name in terms:
        if len(row[name]) > LONGEST_CELL or len(row[name].replace("-", " ").split()) > MOST_WORDS:
            reading.skip(
                place,
                f"has a term of more than {MOST_WORDS} words: '{row[name][:40]}...' is a sentence, not a term",
            )
            return
    reading.rows.append(row)


def join(reading: Reading) -> None:
    """Put rows of one source term into one row: other targets become variants. For files that hold pairs.

    Rows whose targets, notes or anything else disagree are joined too: what is different is added.
    """
    first: dict[str, dict[str, str]] = {}
    kept: list[Row] = []
    for row in reading.rows:
        name = next(iter(name for name in row if split_name(name)[0] == "term"))
        key = f"{name}={row[name]}"
        if key not in first:
            first[key] = dict(row)
            kept.append(first[key])
            continue
        reading.joined += 1
        _pour(row, first[key])
    reading.rows[:] = kept


def distinct_ids(reading: Reading) -> None:
    """Take the id away from rows whose id stands before."""
    seen: set[str] = set()
    for index, row in enumerate(reading.rows):
        name = row.get("id", "")
        if name and name in seen:
            reading.lose("an id that stands twice")
            reading.rows[index] = {column: cell for column, cell in row.items() if column != "id"}
        seen.add(name)


def _pour(row: Row, into: dict[str, str]) -> None:
    for name, cell in row.items():
        role, language = split_name(name)
        have = into.get(name, "")
        if not have:
            into[name] = cell
        elif role == "term" and cell != have:
            into[f"variants:{language}"] = _joined([into.get(f"variants:{language}", ""), cell])
        elif is_list(name):
            into[name] = _joined([have, cell])
        elif role in {"note", "definition"} and cell not in have.split("; "):
            into[name] = f"{have}; {cell}"[:LONGEST_CELL]


def _joined(cells: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(item for cell in cells for item in split(cell)))


def _cells(found: Found, reading: Reading) -> dict[str, str]:
    """Lay an entry's terms out over columns: the preferred one of each language, then what else there is."""
    cells = dict(found.about)
    by_language: dict[str, list[FoundTerm]] = {}
    for term in found.terms:
        tag = tag_of(term.language)
        if not tag:
            reading.lose(f"a term in the unknown language '{term.language[:20]}'")
        elif term.text.strip():
            by_language.setdefault(tag, []).append(term)
    status = cells.get("status", "") or _common_status(by_language)
    if status not in {"", "preferred"}:
        cells["status"] = status
    for tag, terms in by_language.items():
        _language(tag, terms, status, cells, reading)
    return cells


def _common_status(by_language: dict[str, list[FoundTerm]]) -> str:
    """Give the status of an entry none of whose terms is preferred: that of its first term."""
    terms = [term for terms in by_language.values() for term in terms]
    if not terms or any(term.status in {"", "preferred"} for term in terms):
        return ""
    return terms[0].status


def _language(
    tag: str, terms: Sequence[FoundTerm], status: str, cells: dict[str, str], reading: Reading
) -> None:
    """Lay out the terms of one language."""
    ranks = {**_RANK, status: -1} if status not in {"", "preferred"} else _RANK
    wanted = [term for term in terms if ranks.get(term.status, 9) <= 1]
    main = min(wanted, key=lambda term: ranks[term.status]) if wanted else None
    if main is not None:
        cells[tag] = _line(main.text)
        cells[f"forms:{tag}"] = "|".join(main.forms)
        cells[f"gender:{tag}"], cells[f"number:{tag}"] = main.gender, main.number
    for term in terms:
        if term is main:
            continue
        for what in ("forms", "gender", "number"):
            reading.lose(f"{what} of a term that is not the first", bool(getattr(term, what)))
        role = (
            term.status
            if term.status in {"deprecated", "forbidden"} and term.status != status
            else "variants"
        )
        text = _line(term.text)
        if main is None or text != cells[tag] or role != "variants":
            if "|" in text:
                reading.lose("a variant that holds '|'")
            cells[f"{role}:{tag}"] = _joined([cells.get(f"{role}:{tag}", ""), text.replace("|", "/")])


def _line(text: str) -> str:
    return " ".join(text.split())


def _clean(name: str, cell: str, reading: Reading) -> str:
    """Make a cell fit for a glossary file."""
    role, language = split_name(name)
    cell = cell.strip() if cell.isprintable() else printable(cell.replace("\r\n", "\n")).strip()
    if not cell:
        return ""
    if role == "term":
        return _line(cell)
    if role in VALUES:
        if cell.lower() not in VALUES[role]:
            reading.lose(f"{role} '{cell[:20]}'")
            return ""
        return cell.lower()
    if language:
        items = [_line(item) for item in split(cell)]
        short = [item for item in items if len(item.replace("-", " ").split()) <= MOST_WORDS]
        while len("|".join(short)) > LONGEST_CELL:
            short.pop()
        reading.lose(f"items of a list longer than {LONGEST_CELL:,} characters", len(items) - len(short))
        return "|".join(short)
    cell = _INDENTED.sub(" ", cell)
    if len(cell) > LONGEST_CELL:
        reading.lose(f"the rest of a {role} of more than {LONGEST_CELL:,} characters")
        cell = cell[: LONGEST_CELL - 1].rstrip() + "…"
    return cell
