"""The format of a file is told by what it holds; the table of formats and its documentation agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localize.glossary.table.rows import Row, split_name
from localize.termbases import FORMATS, choose
from tests.termbases.build import RICH, read, written

GUIDE = (Path(__file__).parents[2] / "glossaries" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("csv", "csv"),
        ("xlsx", "xlsx"),
        ("tbx", "tbx"),
        ("tbx-dct", "tbx"),
        ("tbx-v2", "tbx"),
        ("tmx", "tmx"),
        ("utx", "utx"),
        ("xliff", "xliff"),
        ("google", "csv"),
    ],
)
def test_the_format_is_told_by_the_first_bytes(name: str, told: str) -> None:
    assert choose("unnamed", written(RICH, name)) == told


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_do_not_hide_it(encoding: str) -> None:
    assert choose("unnamed", "<tmx version='1.4'/>".encode(encoding)) == "tmx"


def test_the_name_tells_what_the_bytes_do_not() -> None:
    assert choose("terms.PO", b"# terms\n") == "po"
    assert choose("terms.xlsx", b"") == "xlsx"
    assert choose("terms.tbx", b"") == "tbx"


@pytest.mark.parametrize("name", FORMATS)
def test_the_guide_says_what_each_format_cannot_hold(name: str) -> None:
    lines = [
        line for line in GUIDE.splitlines() if line.startswith("| `") and f"`{name}`" in line.split("|")[1]
    ]
    assert len(lines) == 1
    assert lines[0].split("|")[3].strip() == ("two" if FORMATS[name].pair else "all")


FULL: Row = {
    "id": "truce-1", "en": "truce", "pt": "trégua", "kind": "title", "domain": "defence", "case": "exact", "note": "A note.",
    "definition": "A pause.", "guard": "off", "variants:pt": "armistício", "forms:pt": "tréguas", "gender:pt": "f",
    "number:pt": "pl", "deprecated:pt": "pausa", "forbidden:pt": "greve",
}  # fmt: skip
"""A row that uses every column about a target; the row's own status is held as that of its terms."""


def documented(name: str) -> set[str]:
    """Read out of the guide's table what a format cannot hold."""
    said = {
        key: cells[4].partition(";")[0].strip()
        for line in GUIDE.splitlines()
        if len(cells := line.split("|")) == 6
        for key in re.findall(r"`([\w-]+)`", cells[1])
    }[name]
    roles = {split_name(column)[0] for column in FULL}
    named = set(re.findall(r"\w+", said)) | ({"term"} if "terms" in said else set())
    return roles - named if said.startswith("all but") else roles & named


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_guide_says_is_lost_is_what_is_lost(name: str) -> None:
    reading = read(written([FULL], name), "terms", using=name, source="en", target="pt")
    held = {item for row in reading.rows for cell in row.values() for item in re.split(r"\||; ", cell)}
    assert {split_name(column)[0] for column, cell in FULL.items() if cell not in held} == documented(name)
