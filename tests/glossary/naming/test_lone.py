"""Single words that are names by what stands around them, and those that only look like it."""

from __future__ import annotations

import pytest

from localize.glossary.naming.lone import is_somebody, lone_names
from localize.glossary.naming.runs import runs


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Winter, the oldest player in the squad, will captain the side.", ["Winter"]),
        ("Winter, the coldest month, begins in June.", []),
        ("On the list is Wood (Plaid Cymru, Llanelli).", ["Wood"]),
        ("Young and Petrov were booked.", ["Young"]),
        ("The Sun and the Daily Mirror ran the photograph.", ["Sun"]),
        ("Time named her person of the year.", ["Time"]),
        ("Young, Price Lead Spurs Past Kings", ["Young", "Price"]),
        ("Oil, Gold Fall in Early Trade", []),
        ("Time is running out.", []),
        ("He wrote in Nature that the drug worked.", ["Nature"]),
        ("It was printed in Science.", ["Science"]),
        ("Price: “We were lucky.”", ["Price"]),
        ("The Sun and the moon are far away.", []),
    ],
)
def test_an_apposition_an_aside_or_another_name_tells_a_name(source: str, names: list[str]) -> None:
    assert [run.name for run in lone_names(source)] == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Stone said that the door had been forced.", ["Stone"]),
        ("Banks was sentenced to six years in prison.", ["Banks"]),
        ("Winters will be sentenced on 4 May.", ["Winters"]),
        ("Banks denied that he had seen the letter.", ["Banks"]),
        ("Baker has won four titles since 2009.", ["Baker"]),
        ("“We have nothing to hide,” Church said.", ["Church"]),
        ("“It was a mistake,” said East.", ["East"]),
        ("Mr. Long and Ms. Short have worked together since 2009.", ["Long", "Short"]),
        ("Senator Rice voted against the bill.", ["Rice"]),
        ("Pope, 45, was arrested at his home in Leeds.", ["Pope"]),
        ("King, who was 87, had been in hospital.", ["King"]),
        ("Love’s lawyer asked the court to dismiss the case.", ["Love"]),
        ("The committee accused Fisher of lying under oath.", ["Fisher"]),
        ("The letter was read aloud by Marsh.", ["Marsh"]),
        ("The Guardian and The Times both printed the photograph.", ["Guardian", "Times"]),
        ("The Sun apologised to the actor.", ["Sun"]),
        ("Shares in Boots rose by 3 per cent.", ["Boots"]),
        ("Light chaired the inquiry.", ["Light"]),
        ("Church sang at the Vatican when she was 12.", ["Church"]),
        ("Flowers grew up in Nevada.", ["Flowers"]),
        ("Banks signed a deal.", []),
        ("Staff voted for the plan.", []),
        ("Flowers bloomed early.", []),
        ("Crisis, a charity for homeless people, has opened a shelter.", ["Crisis"]),
    ],
)
def test_a_word_is_a_name_where_people_speak_are_addressed_aged_or_sentenced(
    source: str, names: list[str]
) -> None:
    assert [run.name for run in lone_names(source)] == names


@pytest.mark.parametrize(
    "source",
    [
        "The Sun rose at six.",
        "The Guardian of the child was not told.",
        "Stone was used for the lower floors.",
        "Banks denied that they had fixed the rate.",
        "Rice prices rose by a fifth in May.",
        "Winter came early to the mountains.",
        "The West has imposed new sanctions.",
        "The Church said that it would open its archives.",
        "Church bells rang for an hour.",
        "Young people are leaving the islands.",
        "Snow closed the motorway for the second day.",
        "Hope is fading for the miners.",
        "Can I be refused entry?",
        "Will the court hear the case?",
        "May I ask who told you?",
        "Once I had admitted it, they left.",
        "Between October and March, the pass is closed.",
        "Oil rose as ministers met in Vienna.",
        "Read the letter before you sign it.",
        "Mark the date in your diary.",
        "Post Office Workers Walk Out",
        "BANKS SAID TO BE READY",
        "She flew to London in March, said the clerk.",
        "The Department of Justice objected.",
        "Trade between East and West has ceased.",
        "The lawyer of Jan van den Berg objected.",
        "Mr. President, the floor is yours.",
        "Customers of AT&T could not make calls.",
        "He lives in Paris with his sister.",
    ],
)
def test_a_word_at_the_head_of_a_sentence_a_month_or_what_an_article_goes_before_is_none(source: str) -> None:
    assert [run.name for run in lone_names(source)] == []


@pytest.mark.parametrize(
    ("source", "somebody"),
    [
        ("Virgil Church was arrested on Thursday.", True),
        ("The trial of Virgil Church begins on Monday.", True),
        ("Police arrested Diane Law on Thursday.", True),
        ("The prize went to Helen Stone.", True),
        ("Grace Church was founded in 1846.", False),
        ("The Virgil Church was founded in 1846.", False),
        ("Victoria Park was closed on Sunday.", False),
        ("They met at Baker Street on Sunday.", False),
    ],
)
def test_a_given_name_before_what_may_be_a_building_wants_what_is_said_of_people(
    source: str,
    somebody: bool,  # noqa: FBT001 - a case
) -> None:
    (run,) = runs(source)
    assert is_somebody(source, run) == somebody
