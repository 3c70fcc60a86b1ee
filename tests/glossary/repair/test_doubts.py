"""Whether an edited sentence is asked about again: by how likely the engine finds the words that would agree."""

from __future__ import annotations

import pytest

from localize.document import Draft, Score
from localize.glossary.repair.doubts import doubtful, turned, unbound
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.plan import make_plan
from tests.glossary.drafts import draft as aligned_draft
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


@pytest.mark.parametrize(
    ("source", "target", "pairs", "old", "wanted"),
    [
        (
            "Drone attack kills three",
            "Drone ataque mata três",
            ["Drone=Drone", "attack=ataque", "kills=mata", "three=três"],
            "Drone",
            "Ataque de aeronave não tripulada mata três",
        ),
        (
            "Three dead: drone attack",
            "Três mortos: drone ataque",
            ["Three=Três", "dead=mortos", "drone=drone", "attack=ataque"],
            "drone",
            "Três mortos: ataque de aeronave não tripulada",
        ),
        # an article, a comma, a preposition, and a word of another place leave the term alone
        (
            "The drone attack failed.",
            "O drone ataque falhou.",
            ["drone=drone", "attack=ataque", "failed=falhou"],
            "drone",
            None,
        ),
        ("Drone strikes", "Drone ataque", ["Drone=Drone", "strikes=ataque"], "Drone", None),
        ("Drones attack", "Drones ataque", ["Drones=Drones", "attack=ataque"], "Drones", None),
        ("Drone, attack", "Drone, ataque", ["Drone=Drone", "attack=ataque"], "Drone", None),
        ("Drone in flight", "Drone em voo", ["Drone=Drone", "in=em", "flight=voo"], "Drone", None),
        ("Attack by drone", "Drone ataque", ["drone=Drone", "Attack=ataque"], "Drone", None),
        ("Drone attack", "Drone Ataque", ["Drone=Drone", "attack=Ataque"], "Drone", None),
    ],
)
def test_a_bare_term_is_turned_round_with_the_noun_that_it_describes(
    source: str, target: str, pairs: list[str], old: str, wanted: str | None
) -> None:
    (match,) = matched("en,pt,gender:pt\ndrone,aeronave não tripulada,f\n", source)
    made = aligned_draft(source, target, *pairs)
    plan = make_plan(source, made, match, old=spot(target, old), asked=Features(), grammar=grammar())
    found = turned(plan, grammar())
    assert (found.edited.text if found and found.edited else None) == wanted
    if found and found.edited:
        assert found.edited.text[slice(*found.term)] == "aeronave não tripulada"
        near = [
            found.edited.text[slice(*span)] for origin, span in found.edited.alignment if origin == match.span
        ]
        assert near == ["aeronave não tripulada"]


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("o segundo da OTAN secretário-geral", True),
        ("o secretário-geral da OTAN", False),
        ("a OTAN, secretário-geral", False),
        ("nomeou secretário-geral", False),
        ("Novo secretário-geral", False),
    ],
)
def test_a_term_right_behind_a_name_is_not_bound_to_anything(text: str, *, bad: bool) -> None:
    assert unbound(text, spot(text, "secretário-geral"), grammar()) is bad
    assert not unbound(text, spot(text, "secretário-geral"), grammar("en"))
