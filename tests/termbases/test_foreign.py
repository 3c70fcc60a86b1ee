"""Termbases and tables as other programs and people write them, in their encodings: read from ``tests/data/termbases``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from localize.termbases import Reading, load

FILES = Path(__file__).parent.parent / "data" / "termbases"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((FILES / "expected.toml").read_text("utf-8"))


def loaded(name: str) -> Reading:
    """Read a file with what its user has to say."""
    reading = Reading(name, EXPECTED[name].get("from", ""), EXPECTED[name].get("to", ""))
    load((FILES / name).read_bytes(), reading)
    return reading


def test_each_file_says_what_it_holds() -> None:
    assert {path.name for path in FILES.iterdir()} == {*EXPECTED, "expected.toml"}


@pytest.mark.parametrize("name", EXPECTED)
def test_its_entries_are_read_for_what_they_say(name: str) -> None:
    rows = loaded(name).rows
    for expected in EXPECTED[name]["rows"]:
        assert any(expected.items() <= row.items() for row in rows), rows


@pytest.mark.parametrize("name", EXPECTED)
def test_none_of_its_entries_is_dropped_in_silence(name: str) -> None:
    reading = loaded(name)
    assert (
        reading.entries
        == EXPECTED[name]["entries"]
        == len(reading.rows) + reading.joined + len(reading.skipped)
    )
    assert len(reading.skipped) == EXPECTED[name].get("left_out", 0)
    assert all(reason for _, reason in reading.skipped)
