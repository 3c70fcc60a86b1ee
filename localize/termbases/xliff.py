"""Read and write the glossary module of XLIFF 2; files without one are read segment by segment, XLIFF 1.2 too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.table.sheet import split
from localize.termbases.base import Found, FoundTerm
from localize.termbases.rowmaking import distinct_ids, join, take
from localize.termbases.tbxread import decoded_id
from localize.termbases.tbxwrite import encoded_id
from localize.xmltext import Entries, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Reading, Writing
    from localize.xmltext import Node

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"


def read(data: bytes, reading: Reading) -> None:
    """Read an XLIFF file."""
    entries = Entries(data, reading, {"glossEntry", "segment", "trans-unit", "note"})
    pairs: list[Found] = []
    for node in entries:
        if node.name == "note":
            reading.lose("a note of a unit")
            continue
        languages = _languages(entries, reading)
        if node.name == "glossEntry":
            take(_glossary_entry(node, languages, reading), reading)
        else:
            pairs.append(_segment(node, languages))
    if reading.entries:
        distinct_ids(reading)
        reading.lose(
            "a segment beside the glossary", sum(any(t.text.strip() for t in one.terms) for one in pairs)
        )
        return
    for found in pairs:
        take(found, reading)
    if not pairs:
        reading.refuse("holds neither a glossary nor segments", hint="is this an XLIFF file?")
    join(reading)


def _languages(entries: Entries, reading: Reading) -> tuple[str, str]:
    """Give the languages that the file names."""
    root, file = entries.outer.get("xliff", {}), entries.outer.get("file", {})
    source = root.get("srcLang") or file.get("source-language") or reading.need("source")
    return source, root.get("trgLang") or file.get("target-language") or reading.target


def _glossary_entry(node: Node, languages: tuple[str, str], reading: Reading) -> Found:
    found = Found(node.line, {"id": decoded_id(node.attributes.get("id", ""))})
    source, target = languages
    found.terms += [FoundTerm(source, term.all_text()) for term in node.find("term")]
    found.terms += [FoundTerm(target, term.all_text()) for term in node.find("translation")]
    for definition in node.find("definition"):
        found.say("definition", definition.all_text().strip())
    for child in node.children:
        if child.name not in {"term", "translation", "definition"}:
            reading.lose(f"element '{child.name[:30]}'")
    return found


def _segment(node: Node, languages: tuple[str, str]) -> Found:
    """Read a segment as if it were a term."""
    found = Found(node.line)
    for name, language in zip(("source", "target"), languages, strict=True):
        found.terms += [FoundTerm(language, one.words()) for one in node.children if one.name == name]
    for note in node.find("note"):
        found.say("note", note.all_text().strip())
    return found


def write(rows: Sequence[Row], writing: Writing) -> bytes:
    """Write one unit that holds a glossary, an entry a concept."""
    source, target = escaped(writing.source), escaped(writing.target)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="2.0" srcLang="{source}" trgLang="{target}" xmlns="{_NAMESPACE}" xmlns:gls="{_GLOSSARY}">',
        '<file id="glossary"><unit id="glossary">',
        "<gls:glossary>",
        *(line for row in rows for line in _entry(row, writing)),
        "</gls:glossary>",
        "<segment><source></source></segment>",
        "</unit></file>",
        "</xliff>",
        "",
    ]
    return "\n".join(lines).encode()


def _entry(row: Row, writing: Writing) -> Iterator[str]:
    if writing.source not in row:
        writing.lost["a concept without a term in the source language"] += 1
        return
    identity = f' id="{encoded_id(row["id"])}"' if "id" in row else ""
    yield f"<gls:glossEntry{identity}>"
    yield f"  <gls:term>{escaped(row[writing.source])}</gls:term>"
    targets = [row[writing.target]] if writing.target in row else []
    for text in (*targets, *split(row.get(f"variants:{writing.target}", ""))):
        yield f"  <gls:translation>{escaped(text)}</gls:translation>"
    if "definition" in row:
        yield f"  <gls:definition>{escaped(row['definition'])}</gls:definition>"
    yield "</gls:glossEntry>"
