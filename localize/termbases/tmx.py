"""Read and write TMX 1.4b whose units are terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.table.rows import split_name
from localize.glossary.table.sheet import split
from localize.termbases.base import Found, FoundTerm
from localize.termbases.categories import CONCEPT, letters, status_of
from localize.termbases.mending import mended
from localize.termbases.rowmaking import distinct_ids, take
from localize.xmltext import Entries, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Reading, Writing
    from localize.xmltext import Node

_ABOUT = ("domain", "definition", "kind", "case", "guard", "status")


def read(data: bytes, reading: Reading) -> None:
    """Read the units of a TMX file; the first variant of a language is its term, further ones are variants."""
    for unit in Entries(mended(data, reading), reading, {"tu"}):
        found = Found(unit.line, {"id": unit.attributes.get("tuid", "")})
        for child in unit.children:
            if child.name == "tuv":
                found.terms += _terms(child)
            elif child.name == "note":
                found.say("note", child.all_text().strip())
            elif child.name == "prop":
                _property(child, found, reading)
        take(found, reading)
    if not reading.entries:
        reading.refuse("holds no unit (tu)", hint="is this a TMX file?")
    distinct_ids(reading)


def _terms(variant: Node) -> Iterator[FoundTerm]:
    status = next(
        (
            status_of(prop.all_text())
            for prop in variant.find("prop")
            if "status" in prop.attributes.get("type", "")
        ),
        "",
    )
    for segment in variant.find("seg"):
        yield FoundTerm(variant.language, segment.words(), status)


def _property(node: Node, found: Found, reading: Reading) -> None:
    name = letters(node.attributes.get("type", "").removeprefix("x-"))
    column = "status" if name == "status" else CONCEPT.get(name)
    if column in {"kind", "case", "guard", "status"}:
        found.about[column] = node.all_text().strip()
    elif column:
        found.say(column, node.all_text().strip())
    else:
        reading.lose(f"property '{node.attributes.get('type', '')[:30]}'")


def write(rows: Sequence[Row], writing: Writing) -> bytes:
    """Write a unit a concept."""
    source = escaped(writing.source)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        (
            f'<header creationtool="localize" creationtoolversion="{escaped(writing.version)}" segtype="phrase" '
            f'o-tmf="localize" adminlang="en" srclang="{source}" datatype="plaintext"/>'
        ),
        "<body>",
        *(line for row in rows for line in _unit(row, writing.columns)),
        "</body>",
        "</tmx>",
        "",
    ]
    return "\n".join(lines).encode()


def _unit(row: Row, columns: Sequence[str]) -> Iterator[str]:
    identity = f' tuid="{escaped(row["id"])}"' if "id" in row else ""
    yield f"<tu{identity}>"
    if "note" in row:
        yield f"  <note>{escaped(row['note'])}</note>"
    for column in _ABOUT:
        if column in row:
            yield f'  <prop type="x-{column}">{escaped(row[column])}</prop>'
    for tag in columns:
        if split_name(tag)[0] == "term":
            status = row.get("status", "")
            yield from _variants(
                [row[tag]] if tag in row else [], tag, status if status != "preferred" else ""
            )
            for role, said in (
                ("variants", "admitted"),
                ("deprecated", "deprecated"),
                ("forbidden", "forbidden"),
            ):
                rejected = role == "variants" and status in {"deprecated", "forbidden"}
                yield from _variants(split(row.get(f"{role}:{tag}", "")), tag, status if rejected else said)
    yield "</tu>"


def _variants(texts: Sequence[str], tag: str, status: str) -> Iterator[str]:
    said = f'<prop type="x-status">{status}</prop>' if status else ""
    for text in texts:
        yield f'  <tuv xml:lang="{tag}">{said}<seg>{escaped(text)}</seg></tuv>'
