"""Sentences written anew around a name that the engine took for a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from localize.document import Draft
from localize.glossary import Enforcer, Job
from localize.glossary.naming.names import Names, Sighting
from localize.glossary.naming.standins import Anew, bears, written_anew
from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.versions import Versions
from localize.languages import Pair
from tests.lexicon import Lexicon

if TYPE_CHECKING:
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
WORDS = {"winters": "os invernos", "said": "disse", "kowalski": "", "that": "que"}


def versions(words: dict[str, str]) -> Versions:
    return Versions(Lexicon(words), PAIR, grammar_for("pt"))


def anew(source: str, text: str) -> Anew:
    found = Names(versions({}), PAIR).damaged([Sighting(0, source, Draft(text), ())])
    return Anew(source, Draft(text), found[0])


def test_another_name_rides_in_its_place_and_its_own_is_put_back() -> None:
    one = anew("Winters said no.", "os invernos disse no.")
    assert [bears(match) for match in one.matches] == [True]
    (draft,) = written_anew(versions({"winters": "os invernos", "said": "disse"}), [one], "pt")
    assert draft is not None
    assert draft.text == "Winters disse no."


def test_a_sentence_whose_other_name_is_lost_is_not_written_anew() -> None:
    one = anew("Winters said no.", "os invernos disse no.")
    lossy = {"kowalski": "ele", "said": "disse"}
    assert written_anew(versions(lossy), [one], "pt") == [None]


def test_a_sentence_that_has_the_other_name_already_gets_a_third() -> None:
    one = anew("Winters said no to Kowalski.", "os invernos disse no to Kowalski.")
    engine = Lexicon({"said": "disse"})
    (draft,) = written_anew(Versions(engine, PAIR, grammar_for("pt")), [one], "pt")
    assert engine.asked == ["Schneider said no to Kowalski."]
    assert draft is not None
    assert draft.text == "Winters disse no to Kowalski."


def test_no_sentences_ask_the_engine_nothing() -> None:
    assert written_anew(versions({}), [], "pt") == []


def test_what_is_nobodys_name_does_not_ride() -> None:
    (match,) = anew("Winters said no.", "os invernos disse no.").matches
    assert not bears(replace(match, concept=replace(match.concept, definition="")))


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Winters will be sentenced on 4 May.", "Winters será condenado em 4 de maio."),
        ("Police arrested Virgil Church on Thursday.", "A polícia prendeu Virgil Church na quinta-feira."),
        (
            "Shares in Boots rose by 3 per cent on Tuesday.",
            "As ações da Boots aumentaram 3 por cento na terça-feira.",
        ),
    ],
)
def test_verbs_and_articles_are_those_of_a_name(argos: ArgosEngine, source: str, target: str) -> None:
    (draft,) = argos.translate([source], PAIR)
    (result,) = Enforcer(argos, PAIR).enforce([Job(source, draft, ())])
    assert result.draft.text == target
    assert [verdict.method for verdict in result.names] == ["placeholder"]
