"""Words that an engine does not know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from localize.checks import CHECKS
from localize.glossary import Glossary
from localize.glossary.concepts import Concept, Term
from localize.languages import Pair
from localize.pipeline import Localizer
from tests.checks.build import translated, verdict
from tests.engines.test_black_box import article

if TYPE_CHECKING:
    from localize.engines.apertium import ApertiumEngine

EN_ES = Pair("en", "es")
SOURCE = "The snowmelt in Kyiv was early."
TARGET = "El snowmelt en Kyiv fue temprano."


def told(*unknown: str, target: str = TARGET, terms: tuple[str, ...] = ()) -> list[str]:
    verdicts = tuple(verdict(SOURCE, term, (Term("deshielo", "es"),)) for term in terms)
    made = replace(translated(SOURCE, target, verdicts), unknown=unknown)
    return [problem.message for problem in CHECKS["word-unknown"].function(made, EN_ES)]


def test_a_word_that_came_through_untranslated_is_reported() -> None:
    assert told("snowmelt") == ['the engine does not know "snowmelt"']


def test_names_terms_and_words_that_were_repaired_are_not() -> None:
    assert told("Kyiv") == []
    assert told("snowmelt", terms=("snowmelt",)) == []
    assert told("snowmelt", target="El deshielo en Kyiv fue temprano.") == []


def test_apertium_tells_its_unknown_words_and_the_glossary_mends_them(apertium: ApertiumEngine) -> None:
    document = article([SOURCE], "en")
    (result,) = Localizer(apertium, Glossary()).translate([document], "es")
    assert [str(one.message) for one in result.findings] == ['the engine does not know "snowmelt"']
    assert result.findings[0].span == (4, 12)
    terms = {"en": (Term("snowmelt", "en"),), "es": (Term("deshielo", "es", gender="m"),)}
    (result,) = Localizer(apertium, Glossary((Concept("snowmelt", terms),))).translate([document], "es")
    assert result.findings == ()
    assert "El deshielo" in result.translations[0].target.plain
