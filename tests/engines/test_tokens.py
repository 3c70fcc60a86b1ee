"""Where tokens stand in the text that they spell, for SentencePiece and for BPE."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.engines.packages import find, open_package, shipped_folder
from localize.engines.tokens import spans, surface

SENTENCES = (
    "The Secretary-General of the United Nations met NATO leaders in Brussels on Monday.",
    'Prices rose 3.5%, the "worst" since 2008, said the bank\'s governor.',
    "Ukraine ukraine Ukraine: the the the the end.",
    "  Two  spaces   and\ttabs ",
    "E-mail us: press.office@example.org or call +44 20 7946 0958!",
    "日本 and 🙂 are not in the vocabulary; ﬁnance and ½ are written otherwise.",
    "x",
    "...",
)


def words(tokens: list[str], text: str) -> list[str | None]:
    return [text[slice(*span)] if span else None for span in spans(tokens, text)]


@pytest.mark.parametrize(
    ("token", "piece"),
    [
        ("▁Secret", "Secret"),
        ("ary", "ary"),
        ("▁", ""),
        ("govern@@", "govern"),
        ("&apos;s", "'s"),
        ("&quot;", '"'),
    ],
)
def test_marks_and_escapes_are_no_part_of_the_text(token: str, piece: str) -> None:
    assert surface(token) == piece


def test_pieces_of_a_word_stand_next_to_one_another() -> None:
    text = "NATO's Secretary-General"
    assert words(["▁NATO", "'", "s", "▁Secretary", "-", "General"], text) == [
        "NATO",
        "'",
        "s",
        "Secretary",
        "-",
        "General",
    ]


def test_escaped_bpe_tokens_are_found() -> None:
    text = 'The bank\'s "worst" day'
    tokens = ["The", "ban@@", "k", "&apos;s", "&quot;", "worst", "&quot;", "day"]
    assert words(tokens, text) == ["The", "ban", "k", "'s", '"', "worst", '"', "day"]


def test_a_repeated_word_is_found_where_it_is_next() -> None:
    text = "the end of the end"
    assert spans(["▁the", "▁end", "▁of", "▁the", "▁end"], text) == (
        (0, 3),
        (4, 7),
        (8, 10),
        (11, 14),
        (15, 18),
    )


def test_a_token_that_the_tokenizer_rewrote_gets_what_its_neighbours_leave() -> None:
    assert words(["▁the", "▁fi", "nance", "▁minister"], "the ﬁnance minister") == [
        "the",
        "ﬁ",
        "nance",
        "minister",
    ]
    assert words(["▁½", "▁km"], "1⁄2 km") == ["1⁄2", "km"]


def test_white_space_alone_has_no_place() -> None:
    assert spans(["▁", "▁NATO", "▁"], " NATO ") == (None, (1, 5), None)


def test_a_token_that_is_not_in_the_text_has_no_place() -> None:
    assert spans(["▁NATO", "▁OTAN"], "NATO") == ((0, 4), None)
    assert spans(["▁NATO"], "") == (None,)
    assert spans([], "NATO") == ()


@pytest.mark.model
@pytest.mark.parametrize("text", SENTENCES)
def test_the_tokens_of_the_shipped_model_cover_the_text(text: str) -> None:
    """Every character that is not white space belongs to a token, and tokens come in order."""
    package, _ = find([shipped_folder()])
    tokens = open_package(package).tokenizer.encode(text)
    places = [span for span in spans(tokens, text) if span]
    assert all(a[0] <= b[0] and (a[1] <= b[0] or a == b) for a, b in pairwise(places))
    covered = {i for start, end in places for i in range(start, end)}
    assert {i for i, character in enumerate(text) if not character.isspace()} <= covered


@given(st.lists(st.text("ab▁@&;é", max_size=5), max_size=12), st.text("ab é&", max_size=24))
def test_places_are_in_order_and_in_the_text_whatever_the_tokens(tokens: list[str], text: str) -> None:
    found = spans(tokens, text)
    assert len(found) == len(tokens)
    places = [span for span in found if span]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(st.lists(st.text("abcé", min_size=1, max_size=6), max_size=8))
def test_a_text_cut_into_pieces_is_found_piece_by_piece(parts: list[str]) -> None:
    text = " ".join(parts)
    tokens = [f"▁{part}" for part in parts]
    assert words(tokens, text) == parts


def test_a_text_full_of_unknown_tokens_takes_no_time() -> None:
    started = time.perf_counter()
    found = spans(["▁q"] * 20_000, "a b " * 2_000)
    assert len(found) == 20_000
    assert time.perf_counter() - started < 5
