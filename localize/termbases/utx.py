"""Read and write UTX (AAMT, versions 1.00 to 1.20): a header of comments, then cells separated by tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.table.sheet import split
from localize.termbases.base import Found, FoundTerm
from localize.termbases.categories import GENDERS, letters, status_of
from localize.termbases.rowmaking import distinct_ids, take
from localize.termbases.safety import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Reading, Writing

_PAIR = re.compile(r";\s*([A-Za-z]{2,3}(?:-[\w-]+)?)\s*/\s*([A-Za-z]{2,3}(?:-[\w-]+)?)?")
_COLUMNS = ("src", "tgt", "src:pos")
_STATUSES = {
    "preferred": "approved",
    "admitted": "approved",
    "deprecated": "non-standard",
    "forbidden": "forbidden",
}


def read(data: bytes, reading: Reading) -> None:
    """Read a UTX file; rows of one concept id are one concept."""
    lines = [*enumerate(decode(data, reading).splitlines(), start=1)]
    comments = [(number, line) for number, line in lines if line.startswith("#")]
    if not comments:
        reading.refuse("does not begin with a UTX header", place=1, hint="is it a table of another kind?")
    pair = _PAIR.search(comments[0][1])
    source = pair[1] if pair else reading.need("source")
    target = (pair[2] if pair else "") or reading.target
    names = next(
        (
            line.lstrip("#").split("\t")
            for _, line in reversed(comments)
            if line.lstrip("# ").startswith("src\t")
        ),
        None,
    )
    columns = [name.strip().lower() for name in names] if names else list(_COLUMNS)
    concepts: dict[str, Found] = {}
    for number, line in lines:
        if line.startswith("#") or not line.strip():
            continue
        cells = {
            name: cell.strip()
            for name, cell in zip(columns, line.split("\t"), strict=False)
            if cell.strip(" -")
        }
        identity = cells.pop("concept id", cells.pop("id", ""))
        found = concepts.get(identity) if identity else None
        if found is None:
            found = Found(number, {"id": identity} if identity else {})
            concepts[identity or f"\0{number}"] = found
        else:
            reading.entries += 1
            reading.joined += 1
        _entry(cells, found, (source, target), reading)
    for found in concepts.values():
        take(found, reading)
    distinct_ids(reading)


def _entry(cells: dict[str, str], found: Found, pair: tuple[str, str], reading: Reading) -> None:
    """Take in one line."""
    status = status_of(cells.pop("term status", "")) if "term status" in cells else ""
    gender = GENDERS.get(letters(cells.pop("tgt:gender", cells.pop("gender", ""))), "")
    forms = tuple(split(cells.pop("tgt:forms", cells.pop("tgt:plural", "")).replace(";", "|")))
    for name, language in zip(("src", "tgt"), pair, strict=True):
        if name in cells:
            target = name == "tgt"
            term = FoundTerm(
                language,
                cells.pop(name),
                status if target else "",
                forms if target else (),
                gender if target else "",
            )
            if term.text not in {other.text for other in found.terms if other.language == language}:
                found.terms.append(term)
    for name, cell in cells.items():
        if name in {"src:comment", "tgt:comment", "comment", "note", "tgt:note", "src:note"}:
            found.say("note", cell)
        elif name in {"definition", "src:definition", "description"}:
            found.say("definition", cell)
        elif name in {"domain", "subject field", "subject"}:
            found.say("domain", cell)
        else:
            reading.lose(f"column '{name[:30]}'")


def write(rows: Sequence[Row], writing: Writing) -> bytes:
    """Write a line for every target term that has a source; variants of the source get lines of their own."""
    head = [
        f"#UTX 1.20; {writing.source}/{writing.target}; bidirectional; dictionary ID: {writing.title}",
        "#"
        + "\t".join((*_COLUMNS, "term status", "tgt:gender", "tgt:forms", "domain", "comment", "concept ID")),
    ]
    lines = [line for number, row in enumerate(rows, start=1) for line in _lines(row, number, writing)]
    return "".join(f"{line}\n" for line in (*head, *lines)).encode()


def _lines(row: Row, number: int, writing: Writing) -> Iterator[str]:
    source, target = writing.source, writing.target
    sources = [row[source]] if source in row else []
    sources += split(row.get(f"variants:{source}", ""))
    if not sources or target not in row:
        writing.lost["a concept without a term in one of the two languages"] += 1
        return
    own = row.get("status", "preferred")
    targets = [(row[target], own)]
    targets += [(item, "admitted") for item in split(row.get(f"variants:{target}", ""))]
    targets += [
        (item, role)
        for role in ("deprecated", "forbidden")
        for item in split(row.get(f"{role}:{target}", ""))
    ]
    pairs = [(sources[0], text, status) for text, status in targets]
    pairs += [(text, row[target], own) for text in sources[1:]]
    for place, (text, translated, status) in enumerate(pairs):
        about = ["", "", "", ""]
        if place == 0:
            note = "; ".join(filter(None, (row.get("note", ""), row.get("definition", ""))))
            forms = row.get(f"forms:{target}", "").replace("|", ";")
            about = [row.get(f"gender:{target}", ""), forms, row.get("domain", ""), note]
        cells = [text, translated, "-", _STATUSES[status], *about, row.get("id", f"c{number}")]
        yield "\t".join(" ".join(cell.split()) for cell in cells)
