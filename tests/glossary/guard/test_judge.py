"""The guard on sentences of news prose: [applied] and {kept quiet}."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.glossary.build import matcher, outcome, unmark

if TYPE_CHECKING:
    from localize.glossary.matching import Matcher

HERE = Path(__file__).parent
TERMS = (HERE / "terms.csv").read_text(encoding="utf-8")
SENTENCES = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()


def test_every_sentence_is_marked_as_written() -> None:
    terms = matcher(TERMS)
    judged = [outcome(sentence, terms) for sentence in SENTENCES]
    assert [(wanted, got) for wanted, got in judged if wanted != got] == []


def test_without_kinds_few_names_are_touched_and_few_terms_lost() -> None:
    """Hold a glossary of two columns to the bars of the studies: 10 % of the names, 3 % of the terms."""
    terms = matcher("\n".join(",".join(row.split(",")[:2]) for row in TERMS.splitlines()))
    touched, lost, names, places = 0, 0, 0, 0
    for sentence in SENTENCES:
        text, applied, quiet = unmark(sentence)
        got = {match.span for match in terms.match(text).terms}
        named = [span for span in applied if text[span[0]].isupper()]
        touched, names = touched + len(got.intersection(quiet)), names + len(quiet)
        lost, places = lost + len(set(named) - got), places + len(named)
    assert names > 200
    assert places > 400
    assert touched <= 0.1 * names
    assert lost <= 0.03 * places


@pytest.fixture(scope="module")
def places() -> Matcher:
    return matcher(
        "en,pt,kind,guard\nJordan,Jordânia,place,\nParis,Paris,place,\nGeorgia,Geórgia,place,off\n"
    )


def reasons(text: str, terms: Matcher) -> list[str]:
    return [quiet.reason for quiet in terms.match(text).quiet]


def test_a_reason_names_the_longer_name(places: Matcher) -> None:
    assert reasons("The golfer Jordan Spieth won.", places) == ["part of the name 'Jordan Spieth'"]
    assert reasons("He met Michael Jordan there.", places) == ["a person's name: 'Michael Jordan'"]
    assert reasons("Jordan, who is 24, won.", places) == ["a person, to judge by 'who'"]


def test_a_person_stays_a_person_but_a_place_is_a_place(places: Matcher) -> None:
    text = "Michael Jordan won. Jordan had trained in Jordan."
    matches = places.match(text)
    assert [match.span for match in matches.terms] == [(42, 48)]
    assert matches.quiet[1].reason == "a person's name: 'Michael Jordan', mentioned before"


def test_an_article_tells_who_a_surname_is(places: Matcher) -> None:
    article = [
        "Jordan Retires at 40",
        "Michael Jordan left on Monday.",
        "Jordan said so in Jordan.",
        "Jordan wept.",
    ]
    assert [len(matches.terms) for matches in places.match_all(article)] == [1, 0, 1, 0]
    country = ["Jordan has a new king.", "He met Michael Jordan.", "Jordan is small."]
    assert [len(matches.terms) for matches in places.match_all(country)] == [1, 0, 1]


def test_the_guard_of_a_row_can_be_switched_off(places: Matcher) -> None:
    assert [match.span for match in places.match("He left Georgia Tech.").terms] == [(8, 15)]


def test_a_target_that_is_spelled_like_the_source_needs_no_guard(places: Matcher) -> None:
    assert [match.span for match in places.match("Then Paris Hilton left.").terms] == [(5, 10)]


def test_a_word_made_from_a_place_is_not_the_place() -> None:
    rows = "en,pt,variants:pt,kind,guard\nUkraine,Ucrânia,ucraniano|ucraniana,place,{}\n"
    text = "A Ucrânia venceu, disse o ucraniano."
    told = matcher(rows.format(""), "pt", "en").match(text)
    assert [text[slice(*match.span)] for match in told.terms] == ["Ucrânia"]
    assert [quiet.reason for quiet in told.quiet] == ["an adjective or inhabitants, not the place"]
    assert len(matcher(rows.format("off"), "pt", "en").match(text).terms) == 2


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("pt", "O golfista {Jordânia} Spieth venceu na [Jordânia]."),
        ("pt", "Em [Jordânia] choveu. A Rádio {Jordânia} fechou."),
        ("fr", "Le golfeur {Jordânia} Spieth a gagné en [Jordânia]."),
        ("de", "Der Staat [Jordânia] Mitte bleibt."),
    ],
)
def test_other_languages_go_by_capitals(language: str, sentence: str) -> None:
    terms = matcher(f"{language},en,kind\nJordânia,Jordan,place\n", language, "en")
    assert outcome(sentence, terms) == (sentence, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The band {Queen} played; the [queen] listened to fans of {Queen}.",
        "In an essay published by {Foreign Affairs} they argue so.",
        "He told {Foreign Policy} magazine that [foreign policy] is hard.",
        "Read The {Economist}, said the [economist].",
        "The Ministry of [Foreign Affairs] agreed, and the [Foreign Policy] adviser did.",
        "The role of [Queen] is hard.",
        "TELL {US} MORE, SAID THE GOVERNOR",
        "{WHO} IS NEXT, ASKS THE [WHO]",
        "[US] TROOPS AND THE [US] NAVY LEAVE",
        "The Ottawa {Senators} lost; the Republican [Senators] won.",
        "Reform {UK} won the seat, and senior [UK] officials resigned.",
        "New [Germany] plans were few; only New {England} and West {Germany} stayed.",
    ],
)
def test_other_senses(sentence: str) -> None:
    terms = matcher(
        "en,pt,kind\nQueen,rainha,title\nforeign affairs,relações exteriores,term\nforeign policy,política externa,term\n"
        "economist,economista,title\nUS,EUA,acronym\nWHO,OMS,acronym\nSenator,senador,title\nUK,Reino Unido,acronym\n"
        "England,Inglaterra,place\nGermany,Alemanha,place\n"
    )
    assert outcome(sentence, terms) == (sentence, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Truce in doubt as {drone strikes} port city",
        "{Drone strikes} hospital in Gaza",
        "[Drone strikes] killed 12 people on Sunday, and [drone strikes] the army denied killed two.",
        "Oil jumps as [drone strikes] hit refinery",
        "A {court orders} the firm to pay; the police ignored two [court orders].",
        "The [court orders] the ministry ignored were published.",
        "High {court orders} minister to publish the list",
    ],
)
def test_a_term_whose_last_word_is_a_verb_is_not_the_term(sentence: str) -> None:
    terms = matcher("en,pt,kind\ndrone strike,ataque com drone,term\ncourt order,ordem judicial,term\n")
    assert outcome(sentence, terms) == (sentence, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Texas {Rangers} won 4-2, and park [rangers] found the ball.",
        "Children queued for Power {Rangers} toys.",
        "The Georgia {Bulldogs} lost; two [bulldogs] barked.",
    ],
)
def test_a_common_noun_behind_a_state_is_a_team(sentence: str) -> None:
    terms = matcher("en,pt,kind\nranger,guarda florestal,term\nbulldog,buldogue,term\n")
    assert outcome(sentence, terms) == (sentence, sentence)


def test_a_bare_title_that_sings_is_a_name() -> None:
    terms = matcher("en,pt,kind\nprince,príncipe,title\n")
    sentence = "{Prince}, the singer, died in 2016. The [prince], a singer in his youth, was there."
    assert outcome(sentence, terms) == (sentence, sentence)
