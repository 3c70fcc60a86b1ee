"""Names made of words that have a translation stay as they are where everybody knows them."""

from __future__ import annotations

from importlib.resources import files

import pytest

from localize.glossary.naming.known import is_known, is_translated, known_names


def found(source: str, *, headline: bool = False) -> list[str]:
    return [source[start:end] for start, end in known_names(source, headline=headline)]


def test_known_names_are_found_the_longest_first() -> None:
    source = "Crisis Group said so; International Crisis Group, in Truth or Consequences, did not."
    assert found(source) == ["Crisis Group", "International Crisis Group", "Truth or Consequences"]


@pytest.mark.parametrize(
    "source",
    [
        "Manchester City Council will close three libraries.",
        "The New Order of Merit was founded in 1902.",
        "They rented a beach house.",
        "The Big Young Boys choir sang.",
        "A Crisis Group-style report.",
        "We, the Ministers of Foreign Affairs, met in Luanda.",
        "The school was opened by Prince George and his mother.",
        "It pays $50 Cent by cent, and 1,050 Cent coins are left.",
    ],
)
def test_a_longer_name_or_the_plain_words_are_none(source: str) -> None:
    assert found(source) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Singer Queen Latifah will open the games.", "Queen Latifah"),
        ("Wells Fargo President Ann Low resigned.", "Wells Fargo"),
        ("Home Depot CEO Ann Low resigned.", "Home Depot"),
        ("Queen Latifah’s album is out.", "Queen Latifah"),
        ("Victoria’s Secret has 900 shops.", "Victoria’s Secret"),
        ("Rapper 21 Savage was released on bail.", "21 Savage"),
    ],
)
def test_titles_and_genitives_beside_a_name_are_no_part_of_it(source: str, name: str) -> None:
    assert found(source) == [name]
    assert is_known(name)


def test_two_common_words_are_no_name_where_every_word_has_a_capital() -> None:
    assert found("Young Boys Drown", headline=True) == []
    assert found("New Poll By Human Rights Watch", headline=True) == []  # what is before may be part of it
    assert found("Support for Human Rights Watch", headline=True) == ["Human Rights Watch"]


def test_what_has_a_usual_name_elsewhere_is_never_asked_about_and_in_one_list_only() -> None:
    assert is_translated("Silk Road")
    assert not is_known("Silk Road")
    folder = files("localize.glossary.naming.known")
    kept, others = (
        {line for line in folder.joinpath(name).read_text(encoding="utf-8").splitlines() if line[0] != "#"}
        for name in ("en.txt", "translated.txt")
    )
    assert others
    assert not kept & others


def test_the_list_is_sorted_and_has_names_of_several_words_once() -> None:
    lines = (
        files("localize.glossary.naming.known").joinpath("en.txt").read_text(encoding="utf-8").splitlines()
    )
    names = [line for line in lines if not line.startswith("#")]
    assert names == sorted(set(names), key=str.casefold)
    assert all(len(name.replace("-", " ").split()) > 1 and name == name.strip() for name in names)
