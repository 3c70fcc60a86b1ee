"""Places that are others, or part of a name of another language: [applied] and {kept quiet}."""

from __future__ import annotations

import pytest

from tests.glossary.build import matcher, outcome


@pytest.mark.parametrize(
    "sentence",
    [
        "{London}, Ontario, is smaller than [London], England.",
        "A fire in {Athens}, West Virginia, spread.",
        "They live in [Athens], New Delhi and Rome.",
        "Cécile de {France} lives in [France].",
        "Baroness {Scotland} left [Scotland] in May.",
    ],
)
def test_a_place_is_not_always_the_place(sentence: str) -> None:
    terms = matcher(
        "en,pt,kind\nLondon,Londres,place\nAthens,Atenas,place\nFrance,França,place\nScotland,Escócia,place\n"
    )
    assert outcome(sentence, terms) == (sentence, sentence)
