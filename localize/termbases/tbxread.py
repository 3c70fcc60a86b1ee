"""Read TBX: version 3 (ISO 30042:2019, styles DCA and DCT), version 2 (``martif``), TBX-Min, and MultiTerm's own XML.

Elements are known by their names without prefixes, so that a missing namespace or a private one does no harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.termbases.base import Found, FoundTerm
from localize.termbases.categories import ACRONYMS, CONCEPT, GENDERS, NUMBERS, letters, status_of
from localize.termbases.mending import mended
from localize.termbases.rowmaking import distinct_ids, take
from localize.termbases.tags import tag_of
from localize.xmltext import Entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.termbases.base import Reading
    from localize.xmltext import Node

_ENTRIES = frozenset({"conceptEntry", "termEntry", "entry", "conceptGrp"})
_LANGUAGES = frozenset({"langSec", "langSet", "langGrp", "langGroup", "languageGrp"})
_TERMS = frozenset({"termSec", "tig", "ntig", "termGrp", "termGroup"})
_TYPED = frozenset({"descrip", "admin", "termNote", "xref", "ref", "adminNote", "descripNote"})
_GROUPS = frozenset({"descripGrp", "adminGrp", "termNoteGrp", "auxInfo", "noteGrp"})
_QUIET = frozenset({"note", "transacGrp", "transac", "date", "transacNote", "sourcelocation"})
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4,6})_")


def read(data: bytes, reading: Reading) -> None:
    """Read the entries of a TBX file."""
    for entry in Entries(mended(data, reading), reading, _ENTRIES):
        found = Found(entry.line, {"id": decoded_id(entry.attributes.get("id", ""))})
        for child in entry.children:
            if child.name in _LANGUAGES:
                _language(child, found, reading)
            elif child.name == "concept":  # MultiTerm's number
                found.about["id"] = found.about["id"] or child.all_text().strip()
            else:
                _describe(child, found, reading)
        if not found.about.get("kind") and found.terms and _all_acronyms(entry):
            found.about["kind"] = "acronym"
        take(found, reading)
    if not reading.entries:
        reading.refuse(
            "holds no entry (conceptEntry or termEntry)",
            hint="is this a TBX file, or an XML export of MultiTerm?",
        )
    distinct_ids(reading)


def decoded_id(name: str) -> str:
    """Give the id that was written as an XML name: ``_x0032_4-hours`` is ``24-hours``."""
    return _ESCAPE.sub(lambda found: _character(found[1], found[0]), name)


def _character(digits: str, otherwise: str) -> str:
    number = int(digits, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else otherwise


def _language(section: Node, found: Found, reading: Reading) -> None:
    """Read the terms of one language."""
    tag = section.language or next(
        (_multiterm(child) for child in section.children if child.name == "language"), ""
    )
    for child in section.children:
        if child.name == "language":
            continue
        if child.name in _TERMS:
            found.terms += _term(child, tag, found, reading)
        elif child.name == "term":
            found.terms.append(FoundTerm(tag, child.all_text()))
        else:
            _describe(child, found, reading)


def _multiterm(node: Node) -> str:
    """Give the language that MultiTerm names: by its code, or by the name that the termbase gives it."""
    code = node.attributes.get("lang", "")
    return code if tag_of(code) else node.attributes.get("type", "")


def _describe(node: Node, found: Found, reading: Reading) -> None:
    """Take in what is said about a concept."""
    for name, text, language in _categories(node):
        _say(name, text, language, found, reading)


def _say(name: str, text: str, language: str, found: Found, reading: Reading) -> None:
    """Take in one category; "translation needed: no" is how Weblate says that a term stays as it is."""
    column = CONCEPT.get(name)
    if name in {"translationneeded", "translationnote"}:
        if letters(text) == "no":
            found.about["kind"] = "do-not-translate"
    elif column is None:
        _lose(name, reading)
    elif column in {"kind", "case", "guard", "status"}:
        found.about[column] = text.strip()
    elif column == "domain" and language and column in found.about:
        reading.lose("a domain in another language")
    else:
        found.say(column, text.strip())


def _term(group: Node, tag: str, found: Found, reading: Reading) -> Iterator[FoundTerm]:
    """Read a term with what is said about it; what concerns the concept goes there."""
    inner = [child for child in group.children if child.name in _TERMS]
    if len(inner) > 1:
        for child in inner:
            yield from _term(child, tag, found, reading)
        return
    texts = [node.all_text() for node in group.find("term")]
    status = own = gender = number = ""
    forms: list[str] = []
    for name, text, language in _flat(group):
        value = letters(text)
        if name in {"administrativestatus", "normativeauthorization", "termstatus"}:
            status = status_of(text) or status
            reading.lose(f"status '{text.strip()[:30]}'", not status_of(text))
        elif name in {"xlocalizestatus", "status"}:
            own = status_of(text)
            reading.lose(f"status '{text.strip()[:30]}'", not own)
        elif name in {"grammaticalgender", "gender"}:
            gender = GENDERS.get(value, "")
            reading.lose(f"gender '{text.strip()[:20]}'", not gender)
        elif name in {"grammaticalnumber", "number"}:
            number = NUMBERS.get(value, "")
            reading.lose(f"number '{text.strip()[:20]}'", not number)
        elif name in {"xlocalizeform", "form"}:
            forms.append(text.strip())
        else:
            _say(name, text, language, found, reading)
    for text in texts:
        yield FoundTerm(tag, text, own or status, tuple(forms), gender, number)


def _all_acronyms(entry: Node) -> bool:
    """Tell whether every term of an entry is called an acronym."""
    terms = sum(1 for _ in entry.find("term"))
    types = [text for section in entry.children for name, text, _ in _deep(section) if name == "termtype"]
    return len(types) == terms and all(letters(text) in ACRONYMS for text in types)


def _flat(group: Node) -> Iterator[tuple[str, str, str]]:
    """Yield the categories of a term, those of groups within included."""
    for child in group.children:
        if child.name in _TERMS:
            yield from _flat(child)
        elif child.name != "term":
            yield from _categories(child)


def _deep(section: Node) -> Iterator[tuple[str, str, str]]:
    for child in section.children:
        yield from _flat(child) if child.name in _TERMS else ()


def _categories(node: Node) -> Iterator[tuple[str, str, str]]:
    """Yield (letters of the category's name, text, language) of an element, or of each within a group."""
    if node.name in _GROUPS or (node.name.endswith("Grp") and node.name not in _QUIET):
        for child in node.children:
            yield from _categories(child)
        return
    name = node.attributes.get("type") or node.name if node.name in _TYPED else node.name
    keyed = [child.all_text().strip() for child in node.children if child.name in {"noteKey", "noteValue"}]
    yield letters(name), ": ".join(keyed) or node.all_text(), node.language


def _lose(name: str, reading: Reading) -> None:
    reading.lose("history" if name.startswith("transac") or name == "date" else f"category '{name[:30]}'")
