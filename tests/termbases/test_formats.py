"""The format of a file is told by what it holds; the table of formats and its documentation agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from localize.termbases import FORMATS, choose
from tests.termbases.build import RICH, written

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
