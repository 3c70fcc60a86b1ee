"""What a repair must have, and which of several is best."""

from __future__ import annotations

import time

import pytest

from localize.document import Draft
from localize.glossary.repair.choice import EDIT, Candidate, Situation, best, sane
from tests.glossary.drafts import matched, spot

CSV = (
    "en,pt,kind,forbidden:pt\nSupreme Court,Supremo Tribunal,organisation,Suprema Corte\nNATO,OTAN,acronym,\n"
)
SOURCE = "The Supreme Court fined NATO 15 euros on Monday, said a@example.org."
BEFORE = "A Suprema Corte multou a OTAN em 15 euros na segunda-feira, disse a@example.org."
REPAIRED = "O Supremo Tribunal multou a OTAN em 15 euros na segunda-feira, disse a@example.org."


def situation(
    source: str = SOURCE, before: str = BEFORE, old: str | None = "Suprema Corte", held: int = 1
) -> Situation:
    span = spot(before, old) if old else None
    return Situation(
        Draft(before), matched(CSV, source), 0, frozenset([held][: 1 if held else 0]), span, "pt"
    )


def candidate(text: str, *, method: str = "prefix", score: float = -1.0, agrees: bool = True) -> Candidate:
    return Candidate(method, Draft(text), score, agrees)


def test_a_repair_that_changed_nothing_else_is_sane() -> None:
    assert sane(candidate(REPAIRED), situation())


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (BEFORE, "the term is not there"),
        (REPAIRED.replace("O Supremo", "A Suprema Corte, o Supremo"), "the rejected term is still there"),
        (REPAIRED.replace("a OTAN", "a Aliança"), "another term was lost"),
        (REPAIRED.replace("15", "50"), "a number changed"),
        (REPAIRED.replace("em 15 euros ", ""), "a number was lost"),
        (REPAIRED.replace("a@example.org", "a@example.com"), "an address changed"),
        (REPAIRED.replace("euros na", "euros euros na"), "a word is doubled"),
        ("O Supremo Tribunal: OTAN, 15, a@example.org.", "half of it is gone"),
        (
            REPAIRED + " Foi o que disse ontem à noite o porta-voz do governo em uma entrevista.",
            "much was added",
        ),
        (REPAIRED.replace("multou", "e o Supremo Tribunal multou"), "the term stands twice"),
        (
            "O Supremo Tribunal aplicou à OTAN, hoje, 15 moedas: fonte é a@example.org, sem dúvida.",
            "all is worded anew",
        ),
    ],
)
def test_a_repair_that_broke_something_is_not(wrong: str, why: str) -> None:
    assert not sane(candidate(wrong), situation()), why


def test_the_old_rendering_must_go_but_may_be_part_of_the_term() -> None:
    csv = "en,pt\nSecretary,secretário-geral\n"
    source, before = "The Secretary left.", "O secretário saiu."
    here = Situation(Draft(before), matched(csv, source), 0, frozenset(), spot(before, "secretário"), "pt")
    assert sane(candidate("O secretário-geral saiu."), here)
    assert not sane(candidate("O secretário, o secretário-geral, saiu."), here)


def test_a_long_term_in_a_short_sentence_is_no_invention() -> None:
    csv = "en,pt,kind\nMP,deputado da Assembleia da República,acronym\n"
    source, before = "An MP left.", "Um MP saiu."
    here = Situation(Draft(before), matched(csv, source), 0, frozenset(), spot(before, "MP"), "pt")
    assert sane(candidate("Um deputado da Assembleia da República saiu."), here)
    unlocated = Situation(Draft("Um MP saiu."), matched(csv, source), 0, frozenset(), None, "pt")
    assert sane(candidate("Um deputado da Assembleia da República saiu."), unlocated)


def test_a_source_that_asks_twice_may_have_the_term_twice() -> None:
    source = "The Supreme Court said the Supreme Court was right."
    before = "A Suprema Corte disse que o Supremo Tribunal tinha razão."
    here = Situation(
        Draft(before), matched(CSV, source), 0, frozenset([1]), spot(before, "Suprema Corte"), "pt"
    )
    assert sane(candidate("O Supremo Tribunal disse que o Supremo Tribunal tinha razão."), here)


def test_an_edit_goes_before_a_version_that_is_only_a_little_more_likely() -> None:
    edited = candidate(REPAIRED, method=EDIT, score=-1.0)
    anew = candidate(REPAIRED.replace("multou", "puniu"), score=-0.8)
    assert best([anew, edited], situation()) is edited


def test_a_version_that_is_far_more_likely_goes_before_an_edit() -> None:
    edited = candidate(REPAIRED, method=EDIT, score=-3.0)
    anew = candidate(REPAIRED.replace("multou", "puniu"), score=-0.5)
    assert best([edited, anew], situation()) is anew


def test_a_determiner_that_disagrees_costs() -> None:
    right = candidate(REPAIRED, score=-1.2)
    wrong = candidate(REPAIRED.replace("O Supremo", "A Supremo"), score=-1.0, agrees=False)
    assert best([wrong, right], situation()) is right


def test_of_equals_the_first_is_taken_and_of_none_nothing() -> None:
    first, second = candidate(REPAIRED), candidate(REPAIRED)
    assert best([first, second], situation()) is first
    assert best([candidate(BEFORE)], situation()) is None
    assert best([], situation()) is None


def test_what_is_not_sane_is_not_chosen_however_likely() -> None:
    good = candidate(REPAIRED, score=-9.0)
    assert best([candidate(BEFORE, score=0.0), good], situation()) is good


def test_a_long_word_takes_no_time() -> None:
    started = time.perf_counter()
    sane(candidate("Supremo Tribunal " + "x" * 200_000), situation())
    assert time.perf_counter() - started < 2
