"""Whole files against what a person reads in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from localize import formats
from tests.formats.build import shown

DATA = Path(__file__).parent.parent / "data"
FILES = sorted([*DATA.glob("markdown/*.md"), *DATA.glob("text/*.txt"), *DATA.glob("articles/*.*")])


def names(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", [path for path in FILES if path.with_suffix(".json").exists()], ids=names)
def test_a_file_has_the_units_that_a_reader_sees(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = [{"kind": unit.kind, "text": shown(unit.source)} for unit in formats.read(path).units]
    assert found == expected


@pytest.mark.parametrize("path", FILES, ids=names)
def test_a_file_without_translations_comes_back_byte_for_byte(path: Path) -> None:
    document = formats.read(path)
    assert formats.save(document, {}, "pt") == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=names)
def test_every_unit_renders_to_its_part_of_the_file(path: Path) -> None:
    document = formats.read(path)
    assert [unit.source.render() for unit in document.units] == [
        document.text[slice(*unit.span)] for unit in document.units
    ]


def test_all_fixtures_have_expectations() -> None:
    without = [path.name for path in FILES if not path.with_suffix(".json").exists()]
    assert without == ["summit.md"]
