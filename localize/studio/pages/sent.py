"""What the form of a concept says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from localize.glossary.table.rows import LISTS, split_name
from localize.languages import LanguageTagError, normalise
from localize.studio.saving import Entry

if TYPE_CHECKING:
    from localize.glossary.table.rows import Row
    from localize.studio.visit import Visit

PREFIX = "c:"
"""Of the names of fields that hold cells."""
_ABOUT = ("definition", "note", "kind", "domain", "status", "case", "guard", "id")


def sent(visit: Visit) -> Entry:
    """Read the form of a concept. Fields of a list hold an item a line."""
    cells: dict[str, str] = {}
    for field, value in visit.fields.items():
        if not field.startswith(PREFIX):
            continue
        column = field.removeprefix(PREFIX)
        role, language = split_name(column)
        if not _is_column(role, language, column):
            continue
        lines = value.replace("|", "\n").split("\n") if role in LISTS else [" ".join(value.split())]
        cell = "|".join(item for line in lines if (item := " ".join(line.split())))
        if cell:
            cells[column] = cell
    row = visit.sent("row")
    return Entry(
        visit.sent("path"),
        _before(visit.sent("before")),
        cells,
        int(row) if row.isdecimal() and len(row) < 9 else 0,
        visit.sent("sha"),
    )


def _is_column(role: str, language: str, column: str) -> bool:
    """Tell whether a name that a form sent is a column that a glossary can have."""
    if role in _ABOUT:
        return column == role
    tag = column if role == "term" else language
    try:
        known = normalise(tag) == tag
    except LanguageTagError:
        return False
    return known and role in {"term", "gender", "number", *LISTS}


def _before(text: str) -> Row | None:
    """Read what the form says the concept was; None for a new one."""
    if not text:
        return None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {str(name): str(cell) for name, cell in data.items()}
