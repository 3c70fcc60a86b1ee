"""Words far from a term agree with it where the engine's score shows that they hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.document import Draft, Score
from localize.glossary.repair.attuning import attune
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.plan import Plan
from tests.glossary.drafts import grammar, matched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def attuned(
    source: str,
    before: str,
    edited: str,
    term: str,
    told: Mapping[str, float],
    *,
    plural: bool = False,
    renumbered: bool = False,
) -> str:
    """Attune an edit with an engine that finds sentences as likely as *told*, and others absurd.

    It is surer of the words of the draft than of those of any other sentence.
    """

    def scores(sources: Sequence[str], targets: Sequence[str]) -> list[Score]:
        assert set(sources) <= {source}
        return [
            Score(
                told.get(target, -40.0),
                10,
                tuple(((i, i + 1), -0.2 if target == before else -1.0) for i in range(200)),
            )
            for target in targets
        ]

    start = edited.index(term)
    plan = Plan(
        source,
        matched("en,pt\nhospital,unidade hospitalar\n", "The hospital")[0],
        (0, 1),
        term,
        Features(feminine=True, plural=plural),
        Draft(edited),
        (start, start + len(term)),
        renumbered=plural or renumbered,
    )
    (found,) = attune([plan], [before], scores, grammar())
    assert found.edited is not None
    assert found.edited.text[slice(*found.term)] == term
    return found.edited.text


def test_a_predicate_follows_the_new_noun_though_the_source_still_speaks_for_the_old_one() -> None:
    assert (
        attuned(
            "The hospital will be closed.",
            "O hospital será fechado.",
            "A unidade hospitalar será fechado.",
            "unidade hospitalar",
            {
                "O hospital será fechado.": -1.0,
                "O hospital será fechada.": -9.0,
                "A unidade hospitalar será fechado.": -12.0,
                "A unidade hospitalar será fechada.": -12.5,
            },
        )
        == "A unidade hospitalar será fechada."
    )


def test_a_word_that_hangs_on_another_noun_stays_though_the_engine_is_not_sure_of_it() -> None:
    assert (
        attuned(
            "The hospital with the new roof.",
            "O hospital com o teto novo.",
            "A unidade hospitalar com o teto novo.",
            "unidade hospitalar",
            {
                "O hospital com o teto novo.": -1.0,
                "O hospital com o teto nova.": -9.0,
                "A unidade hospitalar com o teto novo.": -12.0,
                "A unidade hospitalar com o teto nova.": -19.5,
            },
        )
        == "A unidade hospitalar com o teto novo."
    )


def test_a_verb_and_its_participle_change_together_where_neither_can_alone() -> None:
    assert (
        attuned(
            "The UN is based here.",
            "A ONU está sediada aqui.",
            "As Nações Unidas está sediada aqui.",
            "Nações Unidas",
            {
                "A ONU está sediada aqui.": -1.0,
                "A ONU estão sediadas aqui.": -12.0,
                "As Nações Unidas está sediada aqui.": -6.0,
                "As Nações Unidas estão sediadas aqui.": -6.5,
            },
            plural=True,
        )
        == "As Nações Unidas estão sediadas aqui."
    )


def test_a_word_of_which_the_engine_is_as_sure_as_before_is_not_tried() -> None:
    asked: list[str] = []

    def scores(_sources: Sequence[str], targets: Sequence[str]) -> list[Score]:
        asked.extend(targets)
        return [Score(-1.0, 10, tuple(((i, i + 1), -0.2) for i in range(200))) for _ in targets]

    edited = "A unidade hospitalar será fechado."
    term = matched("en,pt\nhospital,unidade hospitalar\n", "The hospital")[0]
    plan = Plan(
        "The hospital will be closed.",
        term,
        (0, 1),
        "unidade hospitalar",
        Features(feminine=True, plural=False),
        Draft(edited),
        (2, 20),
    )
    (found,) = attune([plan], ["O hospital será fechado."], scores, grammar())
    assert found == plan
    assert asked == [edited, "O hospital será fechado."]


def rejected(told: Mapping[str, float]) -> str:
    """Attune "Os Países Baixos rejeitaram o plano." that has become "A Holanda rejeitaram o plano."."""
    first = {
        "Os Países Baixos rejeitaram o plano.": -1.0,
        "Os Países Baixos rejeitou o plano.": -12.0,
        "Os Países Baixos rejeitara o plano.": -14.0,
        "Os Países Baixos rejeitou a plano.": -25.0,
        "A Holanda rejeitaram o plano.": -12.0,
    }
    return attuned(
        "The Netherlands rejected the plan.",
        "Os Países Baixos rejeitaram o plano.",
        "A Holanda rejeitaram o plano.",
        "Holanda",
        {**first, **told},
        renumbered=True,
    )


def test_of_the_forms_of_a_verb_the_likeliest_is_taken() -> None:
    told = {"A Holanda rejeitou o plano.": -2.0, "A Holanda rejeitara o plano.": -3.0}
    assert rejected(told) == "A Holanda rejeitou o plano."


def test_a_word_does_not_ride_on_the_verb_beside_it() -> None:
    told = {"A Holanda rejeitou o plano.": -2.0, "A Holanda rejeitou a plano.": -9.0}
    assert rejected(told) == "A Holanda rejeitou o plano."


def joined(source: str, texts: tuple[str, str], term: str, form: str, told: tuple[float, float]) -> str:
    """Attune an edit of which another form of the last word is as likely as told beside the old noun, and the new."""
    (before, edited), (was, now) = texts, told
    other = [text.rsplit(" ", 1)[0] + f" {form}." for text in (before, edited)]
    likely = {before: -1.0, other[0]: -1.0 + was, edited: -12.0, other[1]: -12.0 + now}
    return attuned(source, before, edited, term, likely).rsplit(" ", 1)[1]


def test_of_two_nouns_a_predicate_is_feminine_only_where_both_are() -> None:
    source = "The firm and the hospital were closed."
    one = "A firma e o hospital foram fechados.", "A firma e a unidade hospitalar foram fechados."
    assert joined(source, one, "unidade hospitalar", "fechadas", (-8.0, -3.0)) == "fechadas."
    two = "O banco e o hospital foram fechados.", "O banco e a unidade hospitalar foram fechados."
    assert joined(source, two, "unidade hospitalar", "fechadas", (-8.0, -3.0)) == "fechados."


def test_a_term_is_not_joined_to_what_comes_behind_a_comma() -> None:
    source = "The hospitals are closed, and all are old."
    edits = "Os hospitais fecharam, e todos são velhos.", "As unidades fecharam, e todos são velhos."
    told = (-8.0, -3.0)
    assert joined(source, edits, "unidades", "velhas", told) == "velhos."


def test_of_one_of_many_a_predicate_is_in_the_singular() -> None:
    source = "None of the hospitals was closed."
    edits = "Nenhum dos hospitais foi fechado.", "Nenhuma das unidades foi fechado."
    assert joined(source, edits, "unidades", "fechada", (-8.0, -3.0)) == "fechada."
