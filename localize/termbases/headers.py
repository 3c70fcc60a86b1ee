"""The header rows of other programs' tables: which column holds what.

Names come from MateCat, Crowdin, Lokalise, Phrase, Lingohub, Smartling, GlotPress, Google, DeepL, MultiTerm and spreadsheets that people
make; they are compared by words, so that ``Source_Term``, ``source term`` and ``sourceTerm`` are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.glossary.columns import parse
from localize.termbases.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = {
    "source": "source term, source, src, source language term, term source, source string, source text, original, original term, "
    "original string, term, word, phrase, keyword, entry, key term, headword, msgid, from",
    "target": "target term, target, tgt, target language term, term target, target string, target text, translation, translated, "
    "translated term, translated text, term translation, equivalent, msgstr, replacement, value, to",
    "source-language": "source language, source lang, sourcelang, sourcelanguage, src lang, source locale, term locale, term language, from language, "
    "language from, lang source",
    "target-language": "target language, target lang, targetlang, targetlanguage, tgt lang, target locale, locale, language, lang, to language, language to, "
    "lang target, translation language",
    "id": "id, concept id, entry id, term id, concept, uuid, guid, identifier, string id, record id, phrase id, number, no., nr, "
    "entry number, concept number, concept identifier",
    "domain": "domain, subject, subject field, subject area, category, topic, area, tags, tag, labels, field, subdomain, sub domain, theme",
    "definition": "definition, description, desc, meaning, explanation, concept definition, entry description, "
    "concept description, general description, term description, glossary definition",
    "note": "note, notes, comment, comments, remark, remarks, usage note, usage notes, concept note, general notes, info, "
    "additional information, annotation, hint, usage",
    "kind": "kind",
    "case": "case, case sensitive, casesensitive, case sensitivity, match case, is case sensitive, exact case",
    "translatable": "translatable, translate, is translatable, entry translatable, to be translated",
    "untranslatable": "do not translate, dnt, non translatable, untranslatable, not translatable, is dnt, "
    "do not translate term, keep original, no translate",
    "status": "status, term status, administrative status, usage status, state, usage, approval, approval status",
    "forbidden": "forbidden, is forbidden, prohibited, do not use, blacklisted, blacklist, forbidden term, forbidden terms, "
    "not allowed, banned, forbidden translation, forbidden translations",
    "variants": "synonyms, synonym, variants, variant, alternatives, aliases, alias, alternative terms, also, variations, "
    "alternative, other terms, source synonyms, source variants",
    "forms": "forms, plural, inflections, inflected forms, plural form, other forms",
    "gender": "gender, grammatical gender",
    "number": "grammatical number",
}  # fmt: skip
_ROLES = {name.strip(): role for role, names in _NAMES.items() for name in names.split(",")}
_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+|\d+")
_BRACKET = re.compile(r"^(.*?)[\s:]*[(\[{]\s*([^)\]}]+?)\s*[)\]}]\s*$")
_BY_LANGUAGE = {
    "": "term", "source": "term", "target": "term", "definition": "definition", "note": "note", "status": "status",
    "variants": "variants", "forms": "forms", "gender": "gender", "number": "number", "forbidden": "forbidden",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """What a column of a foreign table holds.

    Attributes:
        role: ``term``, ``source``, ``target``, ``source-language``, ``target-language``, the name of a column of a
            glossary, ``translatable``, ``untranslatable``, or empty for a column that a glossary has no place for.
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
    terms = [one for one in known if one.role in {"term", "source", "target"}]
    if not terms or (named < 3 and len(known) < named) or (len(terms) < 2 and len(known) * 3 < named):
        return None
    if (
        len(found) in {4, 5}
        and not (found[0].role or found[1].role)
        and found[2].language
        and found[3].language
    ):
        return None  # DeepL: two terms and their languages
    if named == 1 and terms[0].role != "term":
        return None
    return tuple(found)


def _field(cell: str) -> Field:
    """Tell what a header cell names."""
    (column,), _ = parse([cell])
    if column.role and not (column.role == "term" and cell.lower() == "id"):
        return Field(column.role, column.language)
    role = _ROLES.get(words(cell))
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
    """Give the words of a header cell, in lower case with one blank between."""
    return " ".join(word.lower() for word in _WORD.findall(cell))


def _with_language(what: str, language: str) -> Field | None:
    """Read a cell that names a role and a language; None when it does not."""
    tag = tag_of(language)
    role = _ROLES.get(words(what), "" if not words(what) or tag_of(what) == tag else None)
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
