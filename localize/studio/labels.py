"""What columns, values and languages are called on the pages, in English; the catalogues have them in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize import languages
from localize.glossary.table.rows import split_name

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = {
    "id": "Id",
    "kind": "Kind",
    "domain": "Domain",
    "status": "Status",
    "case": "Capitals",
    "note": "Note",
    "definition": "Definition",
    "guard": "Inside longer names",
    "variants": "Also right",
    "forms": "Forms",
    "forbidden": "Never",
    "deprecated": "No longer",
    "gender": "Gender",
    "number": "Number",
    "row": "Concept",
    "file": "File",
    "header": "Columns",
}
"""By name or role of a column."""

VALUES = {
    "title": "title",
    "name": "name",
    "organisation": "organisation",
    "place": "place",
    "acronym": "acronym",
    "term": "term",
    "do-not-translate": "do not translate",
    "preferred": "preferred",
    "admitted": "admitted",
    "deprecated": "deprecated",
    "forbidden": "forbidden",
    "fold": "do not matter",
    "exact": "as written",
    "on": "keeps out",
    "off": "matches",
    "m": "masculine",
    "f": "feminine",
    "n": "neuter",
    "mf": "masculine or feminine",
    "sg": "singular",
    "pl": "plural",
    "error": "error",
    "warning": "warning",
}
"""By what stands in the cell."""


CHOSEN = frozenset({"kind", "status", "case", "guard", "gender", "number"})
"""Roles of columns that take few values."""

VERDICTS = {"satisfied": "already right", "repaired": "repaired", "unresolved": "not resolved"}
"""What became of a term."""


def column(name: str, say: Callable[[str], str]) -> str:
    """Name a column: ``forms:pt`` is "Forms (Portuguese)"."""
    role, tag = split_name(name)
    if role == "term":
        return title(tag, say)
    said = say(COLUMNS[role]) if role in COLUMNS else role
    return f"{said} ({language(tag, say)})" if tag else said


def value(cell: str, say: Callable[[str], str]) -> str:
    """Name a value of a column that takes few; what is none stays as it is."""
    return say(VALUES[cell]) if cell in VALUES else cell


def cell(text: str, column: str, say: Callable[[str], str]) -> str:
    """Write a cell for people: values by their names, lists with commas."""
    return value(text, say) if split_name(column)[0] in CHOSEN else text.replace("|", ", ")


def title(tag: str, say: Callable[[str], str]) -> str:
    """Name a language where it stands alone: with a capital, whatever the reader's language does in a sentence."""
    name = language(tag, say)
    return name[:1].upper() + name[1:]


def language(tag: str, say: Callable[[str], str]) -> str:
    """Name a language within a sentence, with script and region in brackets."""
    bare, bracket, rest = languages.name(tag).partition(" (")
    return f"{say(bare)}{bracket}{rest}"
