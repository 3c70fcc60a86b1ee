"""Whether an edited sentence is asked about again: by how likely the engine finds the words that would agree."""

from __future__ import annotations

import pytest

from localize.document import Draft, Score
from localize.glossary.repair.doubts import doubtful
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.plan import make_plan
from tests.glossary.drafts import grammar, matched, spot

SOURCE = "The vaccine, which came from Lisbon, was approved in nine days."
DRAFT = "A vacina, que veio de Lisboa, foi aprovada em nove dias."
CSV = "en,pt,gender:pt\nvaccine,imunizante,m\n"


def doubt(csv: str, *unlikely: str, source: str = SOURCE, draft: str = DRAFT, old: str = "vacina") -> bool:
    """Put a term into a draft and name the words of the result that the engine finds unlikely."""
    (match,) = matched(csv, source)
    plan = make_plan(source, Draft(draft), match, old=spot(draft, old), asked=Features(), grammar=grammar())
    assert plan.edited
    words = plan.edited.text.split()
    places = [(spot(plan.edited.text, word.strip(".,")), -0.1) for word in words]
    places += [(spot(plan.edited.text, word), -4.0) for word in unlikely]
    return doubtful(plan, Score(-1.0, len(places), tuple(places)), grammar())


def test_a_participle_of_the_other_gender_that_the_engine_stumbles_over_is_a_doubt() -> None:
    assert doubt(CSV, "aprovada")
    assert not doubt(CSV)


@pytest.mark.parametrize("word", ["imunizante", "O", "que", "nove", "Lisboa"])
def test_a_surprise_at_the_term_or_at_words_that_never_agree_is_none(word: str) -> None:
    assert not doubt(CSV, word)


def test_another_number_is_always_a_doubt_since_verbs_follow_it() -> None:
    assert doubt("en,pt,gender:pt,number:pt\nvaccine,vacinas,f,pl\n")


def test_without_likelihoods_nobody_can_tell() -> None:
    (match,) = matched(CSV, SOURCE)
    plan = make_plan(SOURCE, Draft(DRAFT), match, old=(2, 8), asked=Features(), grammar=grammar())
    assert doubtful(plan, Score(0.0, 1), grammar())
    assert not doubtful(plan, Score(0.0, 1), None)
