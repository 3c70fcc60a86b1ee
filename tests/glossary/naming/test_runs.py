"""Stretches of a source that may be names."""

from __future__ import annotations

import pytest

from localize.glossary.naming.runs import runs


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("A hotel in Truth or Consequences offers a free night.", ["Truth or Consequences"]),
        ("They asked whether Biden or Trump would win.", []),
        ("The prize goes to Anna or Zoë tonight.", []),
        ("He moved to Sugar Land in May.", ["Sugar Land"]),
    ],
)
def test_names_are_runs_of_capitals_and_common_words_with_an_or_between_them(
    source: str, names: list[str]
) -> None:
    assert [run.name for run in runs(source)] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Can I be refused entry at the border?", []),
        ("Once I'd admitted that, the book wrote itself.", []),
        ("On Thursday I'll sail for Sugar Land.", ["Sugar Land"]),
        ("Between October and March the pass is closed.", []),
        ("Don't Greece and Turkey share that sea?", []),
        ("Read the IPCC report in full.", []),
        ("Happy Friday, everyone.", []),
        ("It struck at 2247 GMT Sunday.", []),
        ("FORMULA ONE: A title is won.", []),
        ("In July Mrs. van der Meulen flew in.", ["van der Meulen"]),
        ("Then the Mayor of London Sadiq Khan spoke.", ["Sadiq Khan"]),
        ("It was signed by H.E. Ms. Kaja Kallas.", ["Kaja Kallas"]),
        ("Can Germany Today be trusted?", ["Germany Today"]),
        ("They met Your Excellencies in May.", []),
        ("It was Her Majesty Queen Margrethe.", ["Queen Margrethe"]),
        ("It was the CME's FedWatch that told.", []),
        ("It was NASA's Psyche Mission Centre.", ["Psyche Mission Centre"]),
    ],
)
def test_openings_pronouns_days_and_forms_of_address_are_no_part_of_a_name(
    source: str, names: list[str]
) -> None:
    assert [run.name for run in runs(source)] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("ICARO Media Group", ["ICARO Media Group"]),
        ("Brannox Holdings", ["Brannox Holdings"]),
        ("Working Group", []),
        ("ICARO Media Group Wins Tender", []),
    ],
)
def test_a_line_may_be_nothing_but_the_name_of_a_company(source: str, names: list[str]) -> None:
    assert [run.name for run in runs(source)] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Can Yücel was a poet.", ["Can Yücel"]),
        ("It ended with Elizabeth I alone on the throne.", ["Elizabeth I"]),
        ("The graves are from World War I.", ["World War I"]),
    ],
)
def test_a_given_name_that_is_a_verb_and_the_number_of_a_king_or_war_are_part_of_a_name(
    source: str, names: list[str]
) -> None:
    assert [run.name for run in runs(source)] == names


def test_the_country_that_a_person_is_from_is_no_part_of_the_name() -> None:
    assert [run.name for run in runs("Then Letsile Tebogo of Botswana won the final.")] == ["Letsile Tebogo"]
    assert [run.name for run in runs('"It is a rally," said Gordon Marsh of Edward Jones.')] == [
        "Gordon Marsh"
    ]
    assert [run.name for run in runs("It was Charlotte School of Law that closed.")] == [
        "Charlotte School of Law"
    ]
    assert [run.name for run in runs("It was the Royal Bank of Scotland that paid.")] == [
        "Royal Bank of Scotland"
    ]
