"""Forms of words and their number."""

from __future__ import annotations

import pytest

from localize.glossary.words.inflection import lemmas_of, number_of
from localize.lexicon import lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ministers", "minister"),
        ("Secretaries", "secretary"),
        ("spokesmen", "spokesman"),
        ("women", "woman"),
        ("Children", "child"),
        ("boxes", "box"),
        ("crises", "crisis"),
        ("bases", "base"),
        ("bases", "basis"),
        ("leaves", "leaf"),
        ("knives", "knife"),
        ("heroes", "hero"),
        ("churches", "church"),
        ("attorneys", "attorney"),
        ("NGOs", "ngo"),
        ("movies", "movie"),
        ("speeches", "speech"),
    ],
)
def test_english_plurals_lead_to_their_lemma(word: str, lemma: str) -> None:
    forms = lemmas_of(word, "en")
    assert forms[0] == word.lower()
    assert lemma in forms


@pytest.mark.parametrize("word", ["boss", "US", "as", "minister"])
def test_other_words_stay_alone(word: str) -> None:
    assert lemmas_of(word, "en") == (word.lower(),)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("ministros", "pt", "ministro"),
        ("capitães", "pt", "capitão"),
        ("países", "es", "país"),
        ("chevaux", "fr", "cheval"),
        ("Länder", "de", "land"),
        ("ministri", "it", "ministro"),
    ],
)
def test_other_languages_go_by_dictionary(word: str, language: str, expected: str) -> None:
    assert expected in lemmas_of(word, language)


def test_a_language_without_dictionary_leaves_words_alone() -> None:
    assert lemma("vatandaşlar", "tlh") == "vatandaşlar"
    assert lemmas_of("NATO", "tlh") == ("nato",)


@pytest.mark.parametrize(
    ("word", "found", "language", "number"),
    [
        ("ministers", "minister", "en", "pl"),
        ("minister", "minister", "en", "sg"),
        ("sanctions", "sanctions", "en", "pl"),
        ("crisis", "crisis", "en", "sg"),
        ("headquarters", "headquarters", "en", ""),
        ("men", "men", "en", "pl"),
        ("ministros", "ministro", "pt", "pl"),
        ("ministro", "ministro", "pt", "sg"),
        ("ministri", "ministro", "it", ""),
    ],
)
def test_number_is_told_as_far_as_the_form_tells(word: str, found: str, language: str, number: str) -> None:
    assert number_of(word, found, language) == number
