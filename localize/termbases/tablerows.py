"""One row of a foreign table: its cells, by what their columns hold, into an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from localize.glossary.table.sheet import split
from localize.termbases.base import Found, FoundTerm
from localize.termbases.categories import GENDERS, NUMBERS, letters, status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.termbases.base import Reading
    from localize.termbases.headers import Field

_TRUE = frozenset({"true", "yes", "y", "1", "x", "on", "sim", "oui", "si", "sí", "ja", "wahr", "verdadeiro"})
_FALSE = frozenset({"false", "no", "n", "0", "off", "não", "non", "nein", "falsch", "falso"})
_SEPARATORS = ("|", ";", "\n")
_FLAG = re.compile(r"[\s,;|]+")
_ENTITY = re.compile(r"&#?\w+$")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("“", "”"))
_SETTINGS = frozenset({"casepermissive", "caseinsense", "halfprefix", "fuzzy", "exact", "custom", "prefix"})
"""How memoQ looks for a term; here every term is found by its forms."""


@dataclass(slots=True)
class _Row:
    """What is gathered of a row.

    Attributes:
        found: The entry.
        languages: Of the columns "source" and "target", as far as they are known.
        details: Cells about terms, by role and language.
        last: Place among the terms of the one that the column before held; None when it was empty.
    """

    found: Found
    languages: dict[str, str]
    details: dict[str, dict[str, str]] = field(default_factory=dict)
    last: int | None = None


def entry(known: Sequence[Field], cells: Sequence[str], number: int, reading: Reading) -> Found:
    """Read one row.

    Args:
        known: What the columns hold.
        cells: Stripped; there may be fewer or more than columns.
        number: Of the row in the file.
        reading: Knows the languages of "source" and "target"; what a glossary cannot hold is counted there.

    Raises:
        GlossaryError: A term stands in a column of which nobody knows the language, and there is no other.
    """
    told = {one.role: cell for one, cell in zip(known, cells, strict=False) if cell}
    row = _Row(
        Found(number),
        {
            "source": told.get("source-language") or reading.source,
            "target": told.get("target-language") or reading.target,
        },
    )
    beside = any(one.role == "term" for one in known)
    nameless: list[str] = []
    for one, cell in zip(known, cells, strict=False):
        if one.role in {"source", "target", "term"}:
            language = one.language or row.languages.get(one.role, "")
            if cell and not language and not beside:
                reading.need(one.role)
            if cell and not language:
                nameless.append(cell)
            row.last = len(row.found.terms) if cell and language else None
            if cell and language:
                row.found.terms += _terms(cell, language, reading)
        elif cell and one.role:
            _other(one, cell, row, reading)
    _say(row, reading)
    texts = {term.text for term in row.found.terms}
    reading.lose(
        "a term whose language is not told (say it with --from or --to)",
        len([cell for cell in nameless if cell not in texts]),
    )
    return row.found


def _terms(cell: str, language: str, reading: Reading) -> list[FoundTerm]:
    """Read the term of a cell, or the terms that people have put into it, the first of which they prefer."""
    first, *others = _apart(cell)
    reading.lose("several terms in a cell but as variants of the first one", bool(others))
    return [FoundTerm(language, first), *(FoundTerm(language, other, "admitted") for other in others)]


def _apart(cell: str) -> list[str]:
    """Take a cell apart at the first separator that leaves terms on both sides."""
    for mark in _SEPARATORS:
        parts = [part.strip() for part in cell.split(mark)]
        if len(parts) > 1 and all(map(_is_term, parts)):
            return list(dict.fromkeys(parts))
    return [cell]


def _is_term(part: str) -> bool:
    """Tell whether a part of a cell is whole: has a letter, closes its brackets, and is no half of ``&amp;``."""
    whole = all(part.count(a) == part.count(b) for a, b in _PAIRS) and part.count('"') % 2 == 0
    return whole and any(map(str.isalpha, part)) and not _ENTITY.search(part)


def _other(one: Field, cell: str, row: _Row, reading: Reading) -> None:
    """Take in a cell that is no term."""
    if one.role in {"id", "domain", "definition", "note"}:
        row.found.say(one.role, cell)
    elif one.role == "flags":
        _flags(cell, row, reading)
    elif one.role == "term-info":
        _info(cell, row, reading)
    elif not one.role.endswith("-language"):
        row.details.setdefault(one.role, {})[one.language] = cell


def _flags(cell: str, row: _Row, reading: Reading) -> None:
    """Read the flags that Weblate gives a term."""
    for flag in filter(None, _FLAG.split(cell.lower())):
        if flag == "read-only":
            row.found.about["kind"] = "do-not-translate"
        elif flag in {"forbidden", "case-sensitive"}:
            row.details.setdefault(flag.removesuffix("-sensitive"), {})[""] = "yes"
        elif flag != "terminology":
            reading.lose(f"flag '{flag[:20]}'")


def _info(cell: str, row: _Row, reading: Reading) -> None:
    """Read what memoQ says about the term in the column before."""
    for part in filter(None, _FLAG.split(cell)):
        name = letters(part)
        if name == "forbidden" and row.last is not None:
            row.found.terms[row.last] = replace(row.found.terms[row.last], status="forbidden")
        elif name == "casesense":
            row.found.about["case"] = "exact"
        elif name not in _SETTINGS:
            reading.lose(f"what memoQ calls '{part[:20]}'")


def _say(row: _Row, reading: Reading) -> None:
    """Take in what a row says about its concept and terms."""
    found = row.found
    for role, cells in row.details.items():
        for language, cell in cells.items():
            if role == "case":
                found.about["case"] = {True: "exact", False: "fold", None: cell}[_truth(cell)]
            elif role in {"kind", "guard"}:
                found.about[role] = cell
            elif role in {"translatable", "untranslatable"}:
                if _truth(cell) is (role == "untranslatable"):
                    found.about["kind"] = "do-not-translate"
            elif role == "status" or (role in {"forbidden", "deprecated"} and _truth(cell) is not None):
                _status(role, language, cell, row, reading)
            else:
                _about_term(role, language or row.languages[_side(role)], cell, found, reading)


def _side(role: str) -> str:
    return "source" if role == "variants" else "target"


def _status(role: str, language: str, cell: str, row: _Row, reading: Reading) -> None:
    """Take in a status: of one language, of the translation that a row warns of, or of the whole row."""
    found = row.found
    status = status_of(cell) if role == "status" else (role if _truth(cell) else "preferred")
    if not status:
        reading.lose(f"status '{cell[:30]}'")
        return
    if not language and status == "preferred":
        return
    present = [term.language for term in found.terms]
    meant = {language} if language else set(present)
    bad = status in {"forbidden", "deprecated"}
    if not language and bad and row.languages["target"] in present and row.languages["source"] in present:
        meant = {row.languages["target"]}
    elif not language and bad and role != "status" and len(meant) > 1:
        meant -= {present[0]}
    elif not language:
        found.about["status"] = status
    found.terms[:] = [
        replace(term, status=status) if term.language in meant else term for term in found.terms
    ]


def _about_term(role: str, language: str, cell: str, found: Found, reading: Reading) -> None:
    """Take in further terms of a language, or what is said about the one it has."""
    items = tuple(_items(cell))
    if role in {"variants", "forbidden", "deprecated"}:
        status = "admitted" if role == "variants" else role
        if not language:
            languages = list(dict.fromkeys(term.language for term in found.terms))
            language = (languages[:1] if role == "variants" else languages[1:2] or languages[:1] or [""])[0]
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
    reading.lose(f"{role} of a term that is not there")


def _items(cell: str) -> list[str]:
    """Take a cell with several items apart, at the first of the usual separators that it holds."""
    mark = next((mark for mark in (*_SEPARATORS, ", ") if mark in cell), "|")
    return list(split(cell.replace(mark, "|")))


def _truth(cell: str) -> bool | None:
    """Tell what a yes-or-no cell says; None when it is none."""
    lower = cell.strip().lower()
    return True if lower in _TRUE else False if lower in _FALSE else None
