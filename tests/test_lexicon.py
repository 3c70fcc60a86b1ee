"""Which words Portuguese has, and that the list of them is one that people can keep in order."""

from __future__ import annotations

from importlib.resources import files

import pytest

from localize.lexicon import NAMED, attested, is_name, is_word


@pytest.mark.parametrize(
    "word",
    ["coalizão", "certamente", "apoiá-los", "fazê-lo", "dizer-lhe", "ex-ministro", "guarda-chuva", "tênue"],
)
def test_portuguese_has_words_of_both_its_shores_and_compounds(word: str) -> None:
    assert attested(word, "pt-BR")


@pytest.mark.parametrize("word", ["violoncelon", "sobreviveda", "encaminá-lo", "guarda-chuvo"])
def test_portuguese_does_not_have_what_only_sounds_like_it(word: str) -> None:
    assert not attested(word, "pt")


@pytest.mark.parametrize("name", ["Alemanha", "Espanha", "Quênia", "Quénia", "Londres", "Moscovo"])
def test_portuguese_has_names_of_its_own_for_places(name: str) -> None:
    assert attested(name, "pt")


def test_what_is_always_a_name_is_told_from_words() -> None:
    assert is_name("Nepal", "en")
    assert not is_name("nepal", "en")
    assert not is_name("Quake", "en")


def test_of_other_languages_nothing_is_said() -> None:
    assert attested("violoncelon", "es")


def test_the_list_is_sorted_and_has_only_what_the_dictionary_lacks() -> None:
    words = files("localize.lexicon").joinpath("pt.txt").read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words))
    assert all(word.isalpha() and word.islower() for word in words)
    assert not [word for word in words[::97] if is_word(word, "pt")]


@pytest.mark.parametrize("language", sorted(NAMED))
def test_the_list_of_names_is_sorted(language: str) -> None:
    names = (
        files("localize.lexicon").joinpath(f"{language}-names.txt").read_text(encoding="utf-8").splitlines()
    )
    assert names == sorted(set(names))
    assert all(name[0].isupper() and name.replace("-", "").isalpha() for name in names)
