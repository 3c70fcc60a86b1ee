"""The header rows of other programs' tables: which column holds what.

The names are in ``headers.toml``; they are compared by words, so that ``Source_Term``, ``source term`` and ``sourceTerm`` are one.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from localize.glossary.table.columns import parse
from localize.termbases.tags import folded, tag_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOINT = re.compile(r"(?<=[a-zß-ÿ0-9])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")
_GENERAL = frozenset({"term", "concept", "entry", "glossary", "termo", "término", "terme"})
"""What stands in front of a role and says no more: "Term Gender", "Entry_Subject"."""
_BRACKET = re.compile(r"^(.*?)[\s:]*[(\[{]\s*([^)\]}]+?)\s*[)\]}]\s*$")
_TERMS = frozenset({"term", "source", "target"})
_BY_LANGUAGE = {
    "": "term", "source": "term", "target": "term", "definition": "definition", "note": "note", "status": "status",
    "variants": "variants", "forms": "forms", "gender": "gender", "number": "number", "forbidden": "forbidden",
    "deprecated": "deprecated",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """What a column of a foreign table holds.

    Attributes:
        role: ``term``, ``source``, ``target``, ``source-language``, ``target-language``, the name of a column of a
            glossary, ``translatable``, ``untranslatable``, ``flags`` (of Weblate), ``term-info`` (of memoQ, about the term
            before it), or empty for a column that a glossary has no place for.
        language: BCP 47 tag where the header names one.
    """

    role: str
    language: str = ""


def is_own(header: Sequence[str]) -> bool:
    """Tell whether a header is that of a glossary of ours, every column of it."""
    columns, problems = parse([cell.strip() for cell in header])
    named = [column for column, cell in zip(columns, header, strict=False) if cell.strip()]
    return (
        not problems
        and all(column.role for column in named)
        and any(column.role == "term" for column in named)
    )


def fields(header: Sequence[str]) -> tuple[Field, ...] | None:
    """Read a header row; None when the row is no header but an entry.

    A header names two columns of terms, or one among columns of which a third is understood; of a short row every cell
    must be understood.
    """
    found = [_field(cell.strip()) for cell in header]
    known = [one for one, cell in zip(found, header, strict=True) if one.role and cell.strip()]
    named = sum(1 for cell in header if cell.strip())
    terms = [one for one in known if one.role in _TERMS]
    if not terms or (named < 3 and len(known) < named) or (len(terms) < 2 and len(known) * 3 < named):
        return None
    if len(terms) == len(known) > len(set(known)) == 1:
        return None  # "term, termo" and "Portuguese, português" are entries
    if len(known) == 1 < named or (named == 1 and terms[0].role != "term"):
        return None
    if len(found) in {4, 5} and not (found[0].role or found[1].role) and _languages(found[2:4]):
        return None  # DeepL: two terms and their languages
    return tuple(found)


def _languages(pair: Sequence[Field]) -> bool:
    return all(one.language for one in pair)


@cache
def _roles() -> dict[str, str]:
    text = resources.files(__package__).joinpath("headers.toml").read_text("utf-8")
    return {
        words(name): role for role, names in tomllib.loads(text).items() for name in re.split(r",\s+", names)
    }


def _role(cell: str) -> str | None:
    """Give the role that a name means; None when it means none."""
    name = words(cell)
    first, _, rest = name.partition(" ")
    return _roles().get(name) or (_roles().get(rest) if first in _GENERAL else None)


def _field(cell: str) -> Field:
    """Tell what a header cell names."""
    (column,), _ = parse([cell])
    if column.role and not (column.role == "term" and cell.lower() == "id"):
        return Field(column.role, column.language)
    role = _role(cell)
    if role is not None:
        return Field(role)
    whole = tag_of(cell)
    if whole:
        return Field("term", whole)
    bracket = _BRACKET.match(cell)
    if bracket:
        return _with_language(bracket[1], bracket[2]) or _with_language(bracket[2], bracket[1]) or Field("")
    return _parted(cell)


def words(cell: str) -> str:
    """Give the words of a header cell, in lower case, without accents, with one blank between."""
    return folded(_JOINT.sub(" ", cell).replace("-", " ")) or cell.strip()


def _with_language(what: str, language: str) -> Field | None:
    """Read a cell that names a role and a language; None when it does not."""
    tag = tag_of(language)
    role = _role(what) or ("" if not words(what) or tag_of(what) == tag else None)
    if not tag or role not in _BY_LANGUAGE:
        return None
    return Field(_BY_LANGUAGE[role], tag)


def _parted(cell: str) -> Field:
    """Read a cell such as ``translation_pt``, ``en_description`` or ``English term``."""
    for mark in ("_", ":", " ", "-", "."):
        for first, found, last in (cell.partition(mark), cell.rpartition(mark)):
            made = (_with_language(first, last) or _with_language(last, first)) if found else None
            if made:
                return made
    return Field("")
