"""What is exported and imported again is what it was, in all that the format can carry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localize.errors import GlossaryError
from localize.glossary.table.rows import Row, split_name
from localize.termbases import FORMATS, Reading, load
from tests.termbases.build import RICH, is_glossary, read, rows, written


def outcome(data: bytes, name: str) -> str:
    """Say what becomes of a file of doubtful content: refused with its place, or a glossary of all that was taken."""
    reading = Reading("doubtful", "en", "pt")
    try:
        load(data, reading, name)
    except GlossaryError as error:
        return "refused" if error.problems[0].startswith("doubtful:") else str(error)
    whole = reading.entries == len(reading.rows) + len(reading.skipped) + reading.joined
    return "a glossary" if whole and is_glossary(reading) else "something lost"


WHOLE = ["csv", "xlsx", "tbx", "tbx-dct", "tbx-v2"]


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_of_a_rich_glossary_is_lost(name: str) -> None:
    reading = read(written(RICH, name), f"terms{FORMATS[name].extensions[0]}")
    assert reading.rows == RICH
    assert (reading.entries, reading.skipped, reading.lost) == (5, [], {})


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=40)
@given(data=st.data())
def test_export_and_import_is_the_identity(name: str, data: st.DataObject) -> None:
    before = data.draw(rows())
    reading = read(written(before, name), f"terms{FORMATS[name].extensions[0]}")
    assert reading.rows == before


@settings(max_examples=40)
@given(before=rows())
def test_tmx_keeps_every_term_of_every_language_with_its_status(before: list[Row]) -> None:
    reading = read(written(before, "tmx"), "terms.tmx")
    lost = ("forms", "gender", "number")
    assert reading.rows == [
        {name: cell for name, cell in row.items() if split_name(name)[0] not in lost} for row in before
    ]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"csv", "xlsx", "tbx", "tbx-dct", "tbx-v2", "tmx"}))
def test_the_pair_of_terms_comes_through_every_format(name: str) -> None:
    pairs: list[Row] = [{"en": row["en"], "pt": row["pt"]} for row in RICH if "pt" in row]
    reading = read(
        written(pairs, name), f"terms{FORMATS[name].extensions[0]}", using=name, source="en", target="pt"
    )
    assert [{"en": row["en"], "pt": row["pt"]} for row in reading.rows] == pairs
    assert reading.skipped == []


@pytest.mark.parametrize("name", ["utx", "po", "omegat"])
def test_what_is_said_about_a_term_goes_along(name: str) -> None:
    pairs: list[Row] = [{"en": "tariff", "pt": "tarifa", "note": "On goods."}]
    reading = read(written(pairs, name), "terms.txt", using=name, source="en", target="pt")
    assert reading.rows[0]["note"] == "On goods."


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40)
@given(junk=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_junk_is_refused_or_becomes_a_glossary(name: str, junk: bytes) -> None:
    assert outcome(junk, name) in {"refused", "a glossary"}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40)
@given(data=st.data())
def test_a_damaged_file_is_refused_or_becomes_a_glossary(name: str, data: st.DataObject) -> None:
    whole = written(RICH, name)
    start = data.draw(st.integers(0, len(whole)))
    damaged = (
        whole[:start] + data.draw(st.binary(max_size=6)) + whole[start + data.draw(st.integers(0, 40)) :]
    )
    assert outcome(damaged, name) in {"refused", "a glossary"}
