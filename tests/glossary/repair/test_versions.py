"""Versions of a sentence that hold its term: made, aligned, scored by any engine, and by one that can be led."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from localize.document import Draft, Score
from localize.glossary.repair.choice import EDIT, Candidate
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.plan import Plan, make_plan
from localize.glossary.repair.versions import Versions
from localize.languages import Pair
from tests.glossary.drafts import draft, grammar, matched, spot
from tests.lexicon import Lexicon

if TYPE_CHECKING:
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
COURT = "en,pt,kind,gender:pt\nSupreme Court,Supremo Tribunal,organisation,m\n"
SOURCE = "The Supreme Court was divided."
TARGET = "A Suprema Corte estava dividida."
WORDS = {"the": "a", "supreme court": "Suprema Corte", "was": "estava", "divided": "dividida"}


def court() -> Plan:
    (match,) = matched(COURT, SOURCE)
    made = draft(SOURCE, TARGET, "The=A", "Supreme Court=Suprema Corte", "was=estava", "divided=dividida")
    return make_plan(
        SOURCE, made, match, old=spot(TARGET, "Suprema Corte"), asked=Features(), grammar=grammar()
    )


def texts(candidates: list[Candidate]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for candidate in candidates:
        found.setdefault(candidate.method, []).append(candidate.draft.text)
    return found


def test_any_engine_translates_the_source_with_the_term_already_in_it() -> None:
    engine = Lexicon(WORDS)
    (found,) = Versions(engine, PAIR, grammar()).ask([court()])
    assert engine.asked == ["The Supremo Tribunal was divided."]
    assert texts(found)["substitution"] == ["O Supremo Tribunal estava dividida."]  # the article is ours
    assert "prefix" not in texts(found)


def test_the_agreement_of_a_version_is_taken_over_into_the_edit() -> None:
    engine = Lexicon(WORDS | {"divided": "dividido"})
    (found,) = Versions(engine, PAIR, grammar()).ask([court()])
    assert texts(found)[EDIT] == ["O Supremo Tribunal estava dividido."]


def test_a_name_before_a_term_that_was_not_located_is_put_behind_it() -> None:
    source = "He praised the outgoing NATO Secretary-General."
    (match,) = matched("en,pt,kind\nSecretary-General,secretário-geral,title\n", source)
    plan = make_plan(source, Draft("Elogiou o geral."), match, old=None, asked=Features(), grammar=grammar())
    words = {"secretary-general": "secretário-geral", "the": "o", "of": "de", "he praised": "Elogiou"}
    (found,) = Versions(Lexicon(words), PAIR, grammar()).ask([plan])
    assert texts(found)["reordering"] == ["Elogiou o outgoing Secretário-geral de NATO."]


def test_nothing_asked_is_nothing_made() -> None:
    engine = Lexicon(WORDS)
    versions = Versions(engine, PAIR, grammar())
    assert versions.ask([]) == versions.rescue([]) == versions.score([], []) == []
    assert engine.asked == []


def test_a_stand_in_rides_through_and_is_replaced_with_agreement() -> None:
    (found,) = Versions(Lexicon(WORDS), PAIR, grammar()).rescue([court()])
    assert texts(found)["placeholder"][0] == "O Supremo Tribunal estava dividida."


def test_a_stand_in_that_the_engine_loses_gives_no_candidate() -> None:
    engine = Lexicon(WORDS, rewrite=lambda _: "algo")
    assert Versions(engine, PAIR, grammar()).rescue([court()]) == [[]]


def test_a_rendering_is_located_by_what_stand_ins_change() -> None:
    engine = Lexicon(WORDS, aligned=False)
    (place,) = Versions(engine, PAIR, grammar()).perturbed([(SOURCE, spot(SOURCE, "Supreme Court"), TARGET)])
    assert place is not None
    assert TARGET[slice(*place)] == "Suprema Corte"


def test_an_article_that_a_stand_in_changes_is_no_part_of_the_rendering() -> None:
    class Dropping(Lexicon):
        def _draft(self, source: str) -> Draft:
            return Draft(super()._draft(source).text.replace("O XQ7", "XQ7").replace("O Unesco", "Unesco"))

    words = {"the": "o", "foreign minister": "ministro dos assuntos", "left": "saiu"}
    source, target = "The foreign minister left.", "O ministro dos assuntos saiu."
    engine = Dropping(words, aligned=False)
    (place,) = Versions(engine, PAIR, grammar()).perturbed(
        [(source, spot(source, "foreign minister"), target)]
    )
    assert place is not None
    assert target[slice(*place)] == "ministro dos assuntos"


def test_a_rendering_that_stand_ins_do_not_change_is_not_located() -> None:
    engine = Lexicon(WORDS, rewrite=lambda _: "algo", aligned=False)
    assert Versions(engine, PAIR, grammar()).perturbed([(SOURCE, spot(SOURCE, "Supreme Court"), TARGET)]) == [
        None
    ]


def test_an_engine_that_cannot_score_finds_all_alike() -> None:
    versions = Versions(Lexicon(WORDS), PAIR, grammar())
    assert versions.steering is None
    assert versions.scores([SOURCE] * 2, [TARGET, "x"]) == [Score(0.0, 1)] * 2
    chosen: list[Candidate | None] = [Candidate(EDIT, Draft(TARGET)), None]
    assert versions.align([court()] * 2, chosen) == chosen


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("O Supremo Tribunal estava dividido.", True),
        ("A Supremo Tribunal estava dividida.", False),
        ("Supremo Tribunal dividido.", True),
        ("Estava dividida.", True),
        ("İ o supremo tribunal", True),
        ("İ a supremo tribunal", False),
    ],
)
def test_a_determiner_that_contradicts_the_term_is_seen(text: str, *, agrees: bool) -> None:
    versions = Versions(Lexicon(WORDS), PAIR, grammar())
    ((judged,),) = versions.score([court()], [[Candidate("prefix", Draft(text))]])
    assert judged.agrees == agrees


@pytest.mark.model
def test_an_engine_that_can_be_led_goes_on_from_the_term(argos: ArgosEngine) -> None:
    versions = Versions(argos, PAIR, grammar())
    (found,) = versions.ask([court()])
    assert re.fullmatch("O Supremo Tribunal (estava|foi) dividido.", texts(found)["prefix"][0])
    assert texts(found)[EDIT][0] == "O Supremo Tribunal estava dividido."
    assert re.search("Supremo Tribunal", texts(found)["substitution"][0])


@pytest.mark.model
def test_scores_and_alignments_come_from_the_engine_on_the_untouched_source(argos: ArgosEngine) -> None:
    versions = Versions(argos, PAIR, grammar())
    good, bad = "O Supremo Tribunal estava dividido.", "Estava o dividido Tribunal Supremo."
    (judged,) = versions.score(
        [court()], [[Candidate("prefix", Draft(good)), Candidate("prefix", Draft(bad))]]
    )
    assert judged[0].score > judged[1].score
    (aligned,) = versions.align([court()], [judged[0]])
    assert aligned is not None
    assert aligned.draft.alignment
    kept = Candidate(EDIT, Draft(good, (((0, 1), (0, 1)),)))
    assert versions.align([court()], [kept]) == [kept]
