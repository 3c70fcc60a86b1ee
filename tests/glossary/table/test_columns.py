"""The header row of a glossary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.glossary.table.columns import Column, parse


def test_a_header_may_name_languages_alone() -> None:
    assert parse(["en", "pt"]) == ((Column("term", "en"), Column("term", "pt")), ())


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("EN", "en"),
        ("pt_br", "pt-BR"),
        ("zh-TW", "zh-Hant"),
        (" pt ", "pt"),
        ("Kind", "kind"),
        ("id", "id"),
        ("id-ID", "id-ID"),
        ("eu", "eu"),
    ],
)
def test_names_are_normalised(cell: str, name: str) -> None:
    (column,), problems = parse([cell])
    assert column.name == name
    assert not problems


def test_columns_of_a_language_stand_beside_its_terms() -> None:
    columns, problems = parse(["en", "pt", "forms:PT", "variants: en"])
    assert [column.name for column in columns] == ["en", "pt", "forms:pt", "variants:en"]
    assert not problems


@pytest.mark.parametrize(
    ("header", "cell", "advice"),
    [
        (["en", "knd"], "knd", "did you mean 'kind'"),
        (["en", "varients:en"], "varients:en", "did you mean 'variants:en'"),
        (["en", "forms:klingon"], "forms:klingon", "is no known language"),
        (["en", "comment about it"], "comment about it", "a column is a language tag"),
        (["en;pt"], "en;pt", "separated by semicolons"),
        (["en\tpt"], "en\tpt", "separated by tabs"),
        (["en", "EN"], "en", "stands twice"),
        (["en", "gender:pt"], "gender:pt", "no column 'pt'"),
        (["en", "pos"], "pos", "is no known column"),
    ],
)
def test_what_is_wrong_is_said_with_advice(header: list[str], cell: str, advice: str) -> None:
    _, problems = parse(header)
    assert [place for place, _ in problems] == [cell]
    assert advice in problems[0][1]


def test_a_header_of_very_many_columns_is_refused() -> None:
    columns, problems = parse(["en", *["x"] * 5000])
    assert len(columns) == 1000
    assert ("header", "has more than 1000 columns; is this a glossary?") in problems


@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_header_gives_one_column_a_cell(header: list[str]) -> None:
    columns, _ = parse(header)
    assert len(columns) == len(header)
