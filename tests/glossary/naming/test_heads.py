"""Runs of capitals without the function words, days and pronouns that are beside a name."""

from __future__ import annotations

import pytest

from localize.glossary.naming.runs import runs


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Without the European Union there would be no agreement.", ["European Union"]),
        ("Between Red Hook and Long Beach, homes were flooded.", ["Red Hook", "Long Beach"]),
        ("On Monday Jordan recalled its envoy.", []),
        ("On Friday Sugar Land had no water.", ["Sugar Land"]),
        ("Ask the Ministry of Labour for the form.", ["Ministry of Labour"]),
        ("Call the Embassy if you lose your passport.", []),
        ("The march was organised by Fridays for Future.", ["Fridays for Future"]),
        ("Can I be refused entry?", []),
        ("Once I’d admitted it, they left.", []),
        ("Did the White House know?", ["White House"]),
        ("Will Boris Johnson resign?", ["Boris Johnson"]),
        ("Will Smith won the prize.", ["Will Smith"]),
        ("Nobody met Elizabeth I there.", ["Elizabeth I"]),
        ("They asked Donald Trump Monday about it.", ["Donald Trump"]),
        ("He left Sheffield Wednesday in June.", ["Sheffield Wednesday"]),
        ("The pass is closed in June or July.", []),
        ("She thanked the nurse May Parsons.", ["May Parsons"]),
        ("Chance the Rapper gave a million dollars to schools.", ["Chance the Rapper"]),
        ("Ask the Senator for the form.", []),
        ("Have I Got News for You is back.", ["Have I Got News for You"]),
        ("This Is Us returns in May.", ["This Is Us"]),
        ("Five Guys opened in Leeds.", ["Five Guys"]),
        ("Five Britons were hurt.", []),
        ("Then Barack Obama spoke.", ["Barack Obama"]),
        ("Trader Joe's recalled a salad.", ["Trader Joe's"]),
        ("They shop at Trader Joe's.", ["Trader Joe's"]),
        ("Trader Jack's salad was recalled.", ["Trader Jack"]),
        ("A friend of Barack Obama's.", ["Barack Obama"]),
        ("Profits of Samsung Electronics Q1 were up.", ["Samsung Electronics"]),
        ("They watched Spring Budget LIVE for hours.", ["Spring Budget"]),
        ("They watched Monster Truck FM for hours.", ["Monster Truck FM"]),
    ],
)
def test_a_run_has_neither_function_words_nor_days_nor_the_pronoun(source: str, names: list[str]) -> None:
    assert [run.name for run in runs(source)] == names
