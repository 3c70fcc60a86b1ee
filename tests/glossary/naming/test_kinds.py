"""Words that are names of something stay as they are where the sentence is about that, or another name is joined to them."""

from __future__ import annotations

import pytest

from localize.glossary.naming.known.kinds import kinds
from localize.glossary.naming.lone import lone_names
from localize.glossary.words.people import COUNTRIES, STATES


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Subway opened its first restaurant in Turin in 1998.", ["Subway"]),
        ("Coach and Kate Spade belong to the same group.", ["Coach"]),
        ("Citizens and Regions also reported lower profits.", ["Citizens", "Regions"]),
        ("Orange and Three want to share their masts.", ["Orange", "Three"]),
        ("The Onion bought the site at an auction.", ["Onion"]),
        ("The Atlantic published the messages in full.", ["Atlantic"]),
        ("Variety called the film “a small miracle”.", ["Variety"]),
        ("Saints are bottom of the table.", ["Saints"]),
        ("The Heat lost at home to the Magic.", ["Heat", "Magic"]),
        ("Perseverance has landed in a crater on Mars.", ["Perseverance"]),
        ("Succession and The Bear won most of the awards.", ["Succession"]),
        ("The Warriors are without Steph Curry.", ["Warriors"]),
        ("Mind said that young people wait too long.", ["Mind"]),
    ],
)
def test_a_word_is_a_name_in_a_sentence_about_its_kind(source: str, names: list[str]) -> None:
    assert [run.name for run in lone_names(source)] == names


@pytest.mark.parametrize(
    "source",
    [
        "Subway fares rose by a fifth.",
        "Coaches and parents met at the school.",
        "Three have been arrested, police said.",
        "Three lost their jobs when the firm closed its shops.",
        "The Atlantic is warming.",
        "Variety is the spice of life.",
        "Saints are prayed to in every village.",
        "The heat lost its force at home.",
        "Perseverance is what the job needs.",
        "Apple orchards closed to visitors after the frost.",
        "Next came the fall of the bank's shares.",
        "Next, the bank raised its price.",
        "The Guardian of the child was not told.",
        "Hurricanes hit the coast twice.",
        "Warriors of the tribe beat drums.",
        "SUBWAY OPENS ITS FIRST RESTAURANT",
    ],
)
def test_elsewhere_it_is_a_word(source: str) -> None:
    assert not list(lone_names(source))


def test_no_country_is_in_the_lists_and_no_name_has_two_words() -> None:
    words = [word for kind in kinds() for word in kind.words]
    assert all(word[0].isupper() for word in words)
    assert not {word.lower() for word in words} & (COUNTRIES | STATES)
