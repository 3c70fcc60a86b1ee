"""The article before a term that the engine got right by itself."""

from __future__ import annotations

import pytest

from localize.alignment import apply_edits
from localize.document import Draft
from localize.glossary.repair.articles import article_edit
from localize.glossary.repair.grammar import grammar_for
from tests.glossary.build import matcher
from tests.glossary.drafts import spot

CSV = (
    "en,pt,es,fr,kind,gender:es\n"
    "Secretary-General,secretário-geral,secretario general,secrétaire général,title,\n"
    "Prime Minister,chefe do governo,jefe de gobierno,chef du gouvernement,title,\n"
    "NATO,OTAN,OTAN,OTAN,acronym,f\n"
    "European Union,União Europeia,Unión Europea,Union européenne,organisation,f\n"
)


def mended(language: str, source: str, text: str, term: str, *, aligned: bool = False) -> str:
    (match,) = matcher(CSV, "en", language).match(source).terms
    pairs = ((match.span, spot(text, term)),) if aligned else ()
    edit = article_edit(source, Draft(text, pairs), match, spot(text, term), grammar_for(language))
    return apply_edits(text, [edit] if edit else [])


@pytest.mark.parametrize(
    ("language", "text", "term", "wanted"),
    [
        ("pt", "De acordo com secretário-geral Stoltenberg,", "secretário-geral", "De acordo com o secretário-geral"),
        ("pt", "Uma carta de secretário-geral Stoltenberg", "secretário-geral", "Uma carta do secretário-geral"),
        ("pt", "Segundo secretário-geral Stoltenberg,", "secretário-geral", "Segundo o secretário-geral Stoltenberg"),
        ("es", "Según secretario general Stoltenberg,", "secretario general", "Según el secretario general"),
        ("es", "De acuerdo con secretario general Stoltenberg,", "secretario general", "con el secretario general"),
        ("fr", "Avec secrétaire général Stoltenberg,", "secrétaire général", "Avec le secrétaire général"),
    ],
)  # fmt: skip
def test_a_title_before_a_name_has_an_article_behind_a_preposition(
    language: str, text: str, term: str, wanted: str
) -> None:
    made = mended(language, "According to Secretary-General Stoltenberg,", text, term, aligned=True)
    assert wanted in made


def test_a_woman_s_title_that_has_one_form_has_her_article() -> None:
    made = mended("pt", "A letter to Prime Minister Anna Kowalska", "Uma carta para chefe do governo Anna Kowalska", "chefe do governo")  # fmt: skip
    assert made == "Uma carta para a chefe do governo Anna Kowalska"


@pytest.mark.parametrize(
    ("source", "text", "term"),
    [
        ("The post of Secretary-General is vacant.", "O cargo de secretário-geral está vago.", "secretário-geral"),
        ("The second Secretary-General Rutte met", "O segundo secretário-geral Rutte encontrou", "secretário-geral"),
        ("He met Secretary-General Rutte.", "Ele encontrou o secretário-geral Rutte.", "secretário-geral"),
    ],
)  # fmt: skip
def test_a_title_without_a_name_or_with_an_article_stays(source: str, text: str, term: str) -> None:
    assert mended("pt", source, text, term, aligned=True) == text


@pytest.mark.parametrize(
    ("language", "source", "text", "term", "wanted"),
    [
        ("es", "A summit of NATO", "Una cumbre de OTAN", "OTAN", "Una cumbre de la OTAN"),
        ("fr", "A summit of NATO", "Un sommet de OTAN", "OTAN", "Un sommet de l'OTAN"),
        ("es", "A law of the European Union", "Una ley del Unión Europea", "Unión Europea", "Una ley de la Unión Europea"),
    ],
)  # fmt: skip
def test_bodies_have_the_article_that_an_engine_without_a_dictionary_entry_lacks(
    language: str, source: str, text: str, term: str, wanted: str
) -> None:
    assert mended(language, source, text, term) == wanted
