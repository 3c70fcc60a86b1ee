from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.engines.clauses import clauses


def letters(word: str) -> int:
    return len(word.strip())


def test_a_sentence_that_fits_stays_whole() -> None:
    assert clauses("The minister resigned.", letters, 100) == ["The minister resigned."]


def test_a_long_sentence_is_cut_behind_a_comma() -> None:
    sentence = "The minister resigned on Monday, and nobody in the ministry knows why."
    assert clauses(sentence, letters, 40) == [
        "The minister resigned on Monday, ",
        "and nobody in the ministry knows why.",
    ]


def test_without_a_pause_it_is_cut_between_words() -> None:
    assert clauses("one two three four five six", letters, 10) == ["one two ", "three four ", "five six"]


def test_a_word_without_end_is_cut_by_length() -> None:
    assert clauses("a" * 130, letters, 60) == ["a" * 60, "a" * 60, "a" * 10]


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_what_has_no_words_stays_as_it_is(text: str) -> None:
    assert "".join(clauses(text, letters, 10)) == text


@given(st.text(max_size=300), st.integers(1, 50))
def test_the_pieces_joined_are_the_text(text: str, limit: int) -> None:
    assert "".join(clauses(text, letters, limit)) == text


@given(st.text(alphabet="ab, ", max_size=300), st.integers(60, 100))
def test_no_piece_has_more_tokens_than_allowed(text: str, limit: int) -> None:
    assert all(sum(map(letters, piece.split())) <= limit for piece in clauses(text, letters, limit))
