"""Keys: one spelling for what reads the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.glossary.words.tokens import WORD, edges, fold, joint, key_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Secretary-General", "secretary general"),
        ("Secretary\u2011General", "secretary general"),
        ("secretary general", "secretary general"),
        ("President’s Office", "president's office"),
        ("U.S.", "u.s"),
        ("U. S.", "u.s"),
        ("AT & T", "at&t"),
        ("AT&T", "at&t"),
        ("St. Paul", "st.paul"),
        ("Côte d'Ivoire", "côte d'ivoire"),
        ("Co\u0302te d’Ivoire", "côte d'ivoire"),
        ("ﬁnance", "finance"),
        ("Straße", "strasse"),
        ("co\u00adoperation", "cooperation"),
        (".NET", "net"),
        ("C++", "c"),
        ("++", ""),
    ],
)
def test_keys(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize(
    ("between", "written"),
    [
        (" ", " "),
        ("\u00a0", " "),
        ("\n", " "),
        ("\r\n", " "),
        ("\n    ", " "),
        ("-", " "),
        ("-\n", " "),
        ("\u2010", " "),
        ("\n\n", None),
        ("\r\n\r\n", None),
        (", ", ","),
        (" - ", "-"),
        ("’", "'"),
        ("", None),
        ("." * 9, None),
    ],
)
def test_what_joins_words(between: str, written: str | None) -> None:
    assert joint(between) == written


@pytest.mark.parametrize(
    ("text", "marks"),
    [("C++", ("", "++")), (".NET", (".", "")), ("Inc.", ("", "")), ("Yahoo!", ("", "!")), ("NATO", ("", ""))],
)
def test_marks_at_the_ends(text: str, marks: tuple[str, str]) -> None:
    assert edges(text) == marks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.S.-led force", ["the", "U", "S", "led", "force"]),
        ("nato_report", ["nato", "report"]),
        ("प्रधानमंत्री ने कहा", ["प्रधानमंत्री", "ने", "कहा"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("مُحَمَّد", ["مُحَمَّد"]),
    ],
)
def test_words_keep_their_marks(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words


@given(st.text())
def test_composition_does_not_matter(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert [fold(word) for word in WORD.findall(composed)] == [
        fold(word) for word in WORD.findall(decomposed)
    ]


@given(st.text(max_size=40))
def test_words_cover_every_letter_and_digit(text: str) -> None:
    covered = {place for word in WORD.finditer(text) for place in range(*word.span())}
    assert all(place in covered for place, character in enumerate(text) if character.isalnum())
