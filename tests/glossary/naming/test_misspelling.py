"""A name with letters wrong is told from one that was translated."""

from __future__ import annotations

import pytest

from localize.glossary.naming.misspelling import misspelled


@pytest.mark.parametrize(
    ("name", "rendering"),
    [
        ("Joko Widodo", "Joko Wido"),
        ("Wagga Wagga", "Wagga"),
        ("Świdnica", "Swidnica"),
        ("Katarzyna Wójcik", "Katarzyna Wojcik"),
    ],
)
def test_a_word_that_is_no_english_one_is_misspelled_where_one_much_like_it_stands(
    name: str, rendering: str
) -> None:
    assert misspelled(name, rendering, "en")


@pytest.mark.parametrize(
    ("name", "rendering"),
    [
        ("Joko Widodo", "Joko Widodo"),
        ("Museum Ludwig", "Museu Ludwig"),
        ("Addis Ababa", "Adis Abeba"),
        ("Kanye West", "Kanye Oeste"),
        ("Świdnica", "Schweidnitz"),
    ],
)
def test_what_is_whole_translated_or_has_another_name_is_not(name: str, rendering: str) -> None:
    assert not misspelled(name, rendering, "en")
