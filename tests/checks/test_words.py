"""Words that an engine does not know, and words that it makes up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from localize.checks import CHECKS
from localize.glossary import Glossary
from localize.glossary.concepts import Concept, Term
from localize.languages import Pair
from localize.pipeline import Localizer
from tests.checks.build import messages, translated, verdict
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


def left(source: str, target: str, pair: str = "en-pt") -> list[str]:
    return messages("word-left", source, target, pair)


@pytest.mark.parametrize(
    ("source", "target", "word"),
    [
        ("The last ferryman of Pale Water", "O último ferryman de Pale Water", "ferryman"),
        ("Stocks reacted with a shrug.", "As ações reagiram com um shrug.", "shrug"),
        ("Fans who had booed him left.", "Torcedores que o booed saíram.", "booed"),
    ],
)
def test_a_word_that_was_left_in_english_is_reported(source: str, target: str, word: str) -> None:
    assert left(source, target) == [f'"{word}" is left as it was']


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The startup sold drones.", "A startup vendeu drones."),
        ("A screen of 1,080 pixels", "Uma tela de 1.080 pixels"),
        ("The think tank met.", "O think tank reuniu-se."),
        ("Newcastle upon Tyne", "Em Newcastle upon Tyne"),
        ('He said "ceasefire" twice.', 'Ele disse "ceasefire" duas vezes.'),
        ("Write to ferryman@example.org.", "Escreva a ferryman@example.org."),
        ("The capital is calm.", "A capital está calma."),
        ("It is a shrug.", "É um gesto."),
        ("The ferryman", "The ferryman"),
    ],
)
def test_words_that_may_stand_in_both_languages_are_not(source: str, target: str) -> None:
    assert left(source, target) == []


def test_words_are_looked_for_where_the_language_is_known() -> None:
    assert left("The last ferryman", "El último ferryman", "en-es") == []


def made_up(source: str, target: str, pair: str = "en-pt") -> list[str]:
    return messages("word-invented", source, target, pair)


@pytest.mark.parametrize(
    ("source", "target", "word"),
    [
        ("The cellist died on Tuesday.", "A violoncelon morreu na terça-feira.", "violoncelon"),
        ("She is survived by a daughter.", "Ela é sobreviveda por uma filha.", "sobreviveda"),
        ("Background", "Antecedor", "Antecedor"),
        ("We undertook to help.", "Comprompomos a ajudar.", "Comprompomos"),
        ("He will direct you there.", "Ele vai encaminá-lo para lá.", "encaminá-lo"),
    ],
)
def test_a_word_that_portuguese_does_not_have_is_reported(source: str, target: str, word: str) -> None:
    assert made_up(source, target) == [f'"{word}" is no word of Portuguese']


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("A multi-year coalition, unfortunately.", "Uma coalizão plurianual, infelizmente."),
        ("They can support them with distraction.", "Podem apoiá-los com distração; encontra-se um pênalti."),
        ("The former foreign minister left.", "O ex-ministro e vice-presidente saiu; dir-lhe-ei amanhã."),
        ("Kharkiv was hit by shells.", "Carcóvia foi atingida por obuses."),
        ("She praised minilateralism.", "Ela elogiou o minilateralismo."),
        ("See curl and otoferlin.", "Veja curl e otoferlina."),
        ("Ms Xylander spoke in Ürümqi.", "A senhora Xylander falou em Urumqui."),
        ("The UNHCR met.", "O ACNUR reuniu-se."),
    ],
)
def test_names_cognates_compounds_and_brazilian_spellings_are_words(source: str, target: str) -> None:
    assert made_up(source, target) == []


def test_only_languages_that_are_known_well_are_looked_at() -> None:
    assert made_up("The cellist died.", "La violoncelon murió.", "en-es") == []
