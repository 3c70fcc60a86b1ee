"""Write TBX: version 3 as DCA or DCT, and version 2.

What TBX-Basic has no category for (kind, case, guard, forms, and forbidden as against deprecated) goes into categories of our
own, ``x-localize-...``, which other programs pass over and ``tbxread`` reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.glossary.table.rows import split_name
from localize.glossary.table.sheet import split
from localize.termbases.categories import GENDER_NAMES, NUMBER_NAMES, STATUS_NAMES
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Writing

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_MODULES = {
    "min": "http://www.tbxinfo.net/ns/min",
    "basic": "http://www.tbxinfo.net/ns/basic",
    "own": "urn:x-localize:tbx",
}
_MODULE_OF = {
    "subjectField": "min",
    "administrativeStatus": "min",
    "definition": "basic",
    "grammaticalGender": "basic",
}
_NOT_IN_NAMES = re.compile(r"[^\w.-]|_x(?=[0-9A-Fa-f]{4,6}_)", re.ASCII)
_NOT_FIRST = re.compile(r"^[-.0-9]")


class _Style(NamedTuple):
    """Names of the elements of a version."""

    root: str
    header: str
    entry: str
    language: str
    term: str
    dct: bool


_STYLES = {
    "dca": _Style("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec", dct=False),
    "dct": _Style("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec", dct=True),
    "v2": _Style("martif", "martifHeader", "termEntry", "langSet", "tig", dct=False),
}


def write(rows: Sequence[Row], writing: Writing, *, style: str = "dca") -> bytes:
    """Write rows as TBX; *style* is ``dca``, ``dct`` or ``v2``."""
    made = _STYLES[style]
    languages = [name for name in writing.columns if split_name(name)[0] == "term"]
    lines = [*_head(made, style, writing)]
    for row in rows:
        lines += _entry(row, languages, made)
    lines += ["</body></text>", f"</{made.root}>", ""]
    return "\n".join(lines).encode()


def encoded_id(name: str) -> str:
    """Write an id as an XML name: a character that cannot stand there becomes ``_xHHHH_``."""
    name = _NOT_IN_NAMES.sub(lambda found: f"_x{ord(found[0][0]):04X}_{found[0][1:]}", name)
    return _NOT_FIRST.sub(lambda found: f"_x{ord(found[0]):04X}_", name)


def _head(made: _Style, style: str, writing: Writing) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    language = f'xml:lang="{escaped(writing.source)}"'
    if style == "v2":
        yield f'<martif type="TBX" {language}>'
    else:
        modules = "".join(f' xmlns:{name}="{uri}"' for name, uri in _MODULES.items()) if made.dct else ""
        yield f'<tbx type="TBX-Basic" style="{style}" {language} xmlns="{_NAMESPACE}"{modules}>'
    title, source = escaped(writing.title), f"Glossary written by localize {escaped(writing.version)}"
    yield (
        f"<{made.header}><fileDesc><titleStmt><title>{title}</title></titleStmt>"
        f"<sourceDesc><p>{source}</p></sourceDesc></fileDesc></{made.header}>"
    )
    yield "<text><body>"


def _entry(row: Row, languages: Sequence[str], made: _Style) -> Iterator[str]:
    """Write a concept."""
    identity = f' id="{encoded_id(row["id"])}"' if "id" in row else ""
    yield f"<{made.entry}{identity}>"
    for column, name in (("domain", "subjectField"), ("definition", "definition")):
        yield from _category(made, "descrip", name, row.get(column, ""), "  ")
    for column, name in (("kind", "kind"), ("status", "row-status"), ("case", "case"), ("guard", "guard")):
        yield from _category(made, "admin", f"x-localize-{name}", row.get(column, ""), "  ")
    if "note" in row:
        yield f"  <note>{escaped(row['note'])}</note>"
    for tag in languages:
        terms = [line for each in _terms(row, tag) for line in _term(each, row, tag, made)]
        if terms:
            yield f'  <{made.language} xml:lang="{tag}">'
            yield from terms
            yield f"  </{made.language}>"
    yield f"</{made.entry}>"


def _terms(row: Row, tag: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (text, status, whether it is the first) of the terms of one language."""
    if tag in row:
        yield row[tag], row.get("status", "preferred"), True
    rejected = row.get("status") in {"deprecated", "forbidden"}
    for role, status in (
        ("variants", row["status"] if rejected else "admitted"),
        ("deprecated", "deprecated"),
        ("forbidden", "forbidden"),
    ):
        for item in split(row.get(f"{role}:{tag}", "")):
            yield item, status, False


def _term(each: tuple[str, str, bool], row: Row, tag: str, made: _Style) -> Iterator[str]:
    text, status, first = each
    yield f"    <{made.term}>"
    yield f"      <term>{escaped(text)}</term>"
    yield from _category(made, "termNote", "administrativeStatus", STATUS_NAMES[status], "      ")
    if status in {"deprecated", "forbidden"}:
        yield from _category(made, "termNote", "x-localize-status", status, "      ")
    if first:
        gender, number = row.get(f"gender:{tag}", ""), row.get(f"number:{tag}", "")
        yield from _category(made, "termNote", "grammaticalGender", GENDER_NAMES.get(gender, ""), "      ")
        yield from _category(made, "termNote", "grammaticalNumber", NUMBER_NAMES.get(number, ""), "      ")
        for form in split(row.get(f"forms:{tag}", "")):
            yield from _category(made, "termNote", "x-localize-form", form, "      ")
    yield f"    </{made.term}>"


def _category(made: _Style, element: str, name: str, text: str, indent: str) -> Iterator[str]:
    """Write a category in the style of the file; nothing for no text."""
    if not text:
        return
    if made.dct:
        tag = f"{_MODULE_OF.get(name, 'own')}:{name.removeprefix('x-localize-')}"
        yield f"{indent}<{tag}>{escaped(text)}</{tag}>"
    else:
        yield f'{indent}<{element} type="{name}">{escaped(text)}</{element}>'
