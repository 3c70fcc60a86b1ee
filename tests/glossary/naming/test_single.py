"""Single words inside sentences that may be names."""

from __future__ import annotations

import pytest

from localize.glossary.naming.single import single_words


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("The bank hired sixty engineers from Target last year.", ["Target"]),
        ("It was paid by Parliament in March.", []),
        ("He spoke of the Law on Grants.", []),
        ("They met at Victory Park.", []),
        ("She voted for the Target.", []),
        ("A FINE FOR TARGET", []),
    ],
)
def test_a_capital_inside_a_sentence_may_be_a_name_where_no_article_is(source: str, names: list[str]) -> None:
    assert [run.name for run in single_words(source)] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("The Dolphins scored in the last minute.", ["Dolphins"]),
        ("They lost to the Bears in overtime.", ["Bears"]),
        ("Nobody has counted the Dolphins.", []),
        ("The Democrats scored a point.", []),
        ("The Social Democrats won 30 seats.", []),
    ],
)
def test_a_plural_with_an_article_may_be_a_team_where_something_is_played(
    source: str, names: list[str]
) -> None:
    assert [run.name for run in single_words(source)] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Boots will close 200 stores.", ["Boots"]),
        ("Next raised its forecast for the year.", ["Next"]),
        ("Snow closed 200 shops.", []),
        ("Parliament raised its budget.", []),
        ("Britain will close 200 stores.", []),
        ("Next week 200 stores will close.", []),
    ],
)
def test_the_first_word_may_be_a_company_where_it_does_what_companies_do(
    source: str, names: list[str]
) -> None:
    assert [run.name for run in single_words(source)] == names
