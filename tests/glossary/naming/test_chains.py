"""Surnames that follow one another."""

from __future__ import annotations

import pytest

from localize.glossary.naming.chains import chained, opening_pair


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Banks and Wigmore were questioned in private.", ["Banks"]),
        ("Steel, Lake and Frost all refused to sign.", ["Steel", "Lake", "Frost"]),
        ("Marsh (Labour, Hull), Berry (Poole) and Wood voted for it.", ["Marsh", "Berry", "Wood"]),
        ("May and Corbyn spoke in private.", ["May"]),
        ("May and June are dry.", []),
        ("Justice and Peace has no office here.", []),
        ("The Church and Wood families sold it.", []),
        ("Parliament and Council agreed.", []),
        ("Bread and wine are served.", []),
        ("The Department for Work and Price closed it.", []),
    ],
)
def test_words_joined_to_names_are_surnames(source: str, names: list[str]) -> None:
    assert [source[slice(*span)] for span in chained(source)] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Journey and Heart will tour together.", ["Journey", "Heart"]),
        ("Pulp and Suede reunited.", ["Pulp", "Suede"]),
        ("Rain and wind closed the road.", []),
        ("Snow and Ice closed the road.", []),
        ("Parliament and Council agreed.", []),
    ],
)
def test_a_second_capital_makes_the_first_one_worth_a_question(source: str, names: list[str]) -> None:
    assert [source[slice(*span)] for span in opening_pair(source)] == names
