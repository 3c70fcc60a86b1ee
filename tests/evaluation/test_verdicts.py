"""Verdicts are judged by what stands in the output."""

from __future__ import annotations

from localize.glossary.concepts import Term, Verdict
from tests.checks.build import translated, verdict
from tests.evaluation.rows import Row, Wanted
from tests.evaluation.verdicts import figures

SOURCE = "The truce and the strike"
TRUCE, STRIKE = Wanted(("truce",), ("trégua",)), Wanted(("strike",), ("greve", "greves"))
TRULY: tuple[str, str, Verdict] = ("truce", "trégua", "satisfied")
REPAIRED: tuple[str, str, Verdict] = ("strike", "greve", "repaired")
ROW = Row("1", SOURCE, (TRUCE, STRIKE))


def judged(target: str, *verdicts: tuple[str, str, Verdict]) -> tuple[float, float]:
    told = tuple(
        verdict(SOURCE, word, (Term(lemma, "pt"),), outcome=outcome) for word, lemma, outcome in verdicts
    )
    found = figures([[translated(SOURCE, target, told)]], [ROW])
    return found["told of"].value, found["verdicts true"].value


def test_a_term_that_stands_in_the_output_is_truly_satisfied() -> None:
    assert judged("A trégua e as greves", TRULY, REPAIRED) == (100, 100)


def test_a_term_that_does_not_stand_there_is_not() -> None:
    assert judged("A trégua e a paralisação", TRULY, REPAIRED) == (100, 50)


def test_unresolved_is_true_where_the_term_is_missing_only() -> None:
    assert judged("A trégua e a paralisação", ("strike", "greve", "unresolved")) == (50, 100)
    assert judged("A trégua e a greve", ("strike", "greve", "unresolved")) == (50, 0)


def test_one_place_vouches_for_one_verdict() -> None:
    assert judged("A trégua", TRULY, TRULY) == (50, 50)
