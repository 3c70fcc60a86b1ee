"""Read and write terminology in PO files, as Weblate and Pootle keep it: a term an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.exchange.catalogue import CatalogueEntry, parse_catalogue, render_catalogue
from localize.termbases.base import Found, FoundTerm
from localize.termbases.rowmaking import join, take
from localize.termbases.safety import decode
from localize.xmltext import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Reading, Writing

_DEFINITION = "definition: "
_DOMAIN = "domain: "


def read(data: bytes, reading: Reading) -> None:
    """Read the entries of a PO file.

    The target language is the header's ``Language``; the source language must be told, unless the header has
    ``X-Source-Language``.
    """
    text = decode(data, reading)
    try:
        header, entries = parse_catalogue(text)
    except ValueError as error:
        reading.refuse(f"is no PO file ({error})")
    source = header.get("X-Source-Language") or reading.need("source")
    target = header.get("Language") or reading.need("target")
    for entry in entries:
        found = Found(entry.line)
        status = "forbidden" if "forbidden" in entry.flags else "admitted" if "fuzzy" in entry.flags else ""
        found.terms = [FoundTerm(source, entry.source), FoundTerm(target, entry.target, status)]
        if "read-only" in entry.flags:
            found.about["kind"] = "do-not-translate"
        for line in entry.comments:
            if line.startswith(_DEFINITION):
                found.say("definition", line.removeprefix(_DEFINITION))
            elif line.startswith(_DOMAIN):
                found.say("domain", line.removeprefix(_DOMAIN))
            else:
                found.say("note", line)
        if entry.context:
            found.say("note", entry.context)
        take(found, reading)
    if not reading.entries:
        reading.refuse("holds no entry", hint="is this a PO file?")
    join(reading)


def write(rows: Sequence[Row], writing: Writing) -> bytes:
    """Write an entry for every concept with a term in the source language."""
    entries: dict[tuple[str, str], CatalogueEntry] = {}
    for row in rows:
        if writing.source not in row:
            writing.lost["a concept without a term in the source language"] += 1
            continue
        text = row[writing.source]
        domain, definition = row.get("domain", ""), row.get("definition", "")
        comments = [
            f"{_DOMAIN}{domain}" if domain else "",
            f"{_DEFINITION}{_line(definition)}" if definition else "",
            _line(row.get("note", "")),
        ]
        context = "" if (text, "") not in entries else row.get("id", str(len(entries)))
        flags = ("read-only",) if row.get("kind") == "do-not-translate" else ()
        entries[text, context] = CatalogueEntry(
            text, row.get(writing.target, ""), context, tuple(filter(None, comments)), flags
        )
    header = {
        "Language": writing.target.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"localize {writing.version}",
        "X-Source-Language": writing.source.replace("-", "_"),
    }
    return render_catalogue(list(entries.values()), header).encode()


def _line(text: str) -> str:
    return " ".join(printable(text).split())
