from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.formats.wrapping import Line, breaks, goes_on, wrapping


def lines(*texts: str) -> list[Line]:
    return [Line(0, text) for text in texts]


def test_lines_without_room_for_the_next_word_are_wrapped() -> None:
    block = lines(
        "The Secretary-General of the United Nations will visit",
        "the region next week, according to a spokesperson who",
        "asked not to be named.",
    )
    assert wrapping(block) == "sure"


def test_a_line_with_room_for_the_next_word_was_meant_to_end() -> None:
    block = lines("Names of the members of the delegation to Geneva:", "Anna", "who leads it", "Bento")
    assert wrapping(block) == "no"


def test_one_sentence_a_line_is_not_wrapped() -> None:
    block = lines("The council met for the last time before the summer.", "Nobody spoke for long.")
    assert wrapping(block) == "no"


def test_short_lines_are_not_wrapped() -> None:
    assert wrapping(lines("roses are red and", "violets are blue")) == "no"


def test_lines_longer_than_any_editor_wraps_are_not_wrapped() -> None:
    assert wrapping(lines("word " * 30 + "and", "so on")) == "no"


def test_a_capital_on_the_next_line_leaves_it_open() -> None:
    assert wrapping(lines("Leaders agree on a new target for defence in Tallinn", "By Anna Smith")) == "open"


def test_the_prefix_counts_as_part_of_the_line() -> None:
    block = [Line(20, "a line that is short but far to the right"), Line(20, "and goes on")]
    assert wrapping(block) == "sure"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("He met the prime", "minister there", True),
        ("In Brussels,", "Belgium", True),
        ("The end.", "another start", False),
        ("“The end.”", "another start", False),
        ("Politics", "24 May", False),
        ("Politics", "World", False),
        ("قال الأمين", "العام", True),
        ("He wrote", "“to whom it", True),
    ],
)
def test_a_sentence_visibly_goes_on_or_not(before: str, after: str, *, expected: bool) -> None:
    assert goes_on(before, after) == expected


@given(
    st.lists(st.text("ab", min_size=1, max_size=12), min_size=1, max_size=40),
    st.integers(5, 30),
    st.integers(0, 4),
)
def test_wrapped_lines_are_as_long_as_they_may_be(words: list[str], width: int, column: int) -> None:
    text = " ".join(words)
    spaces = [place for place, character in enumerate(text) if character == " "]
    wrapped = list(text)
    for place in breaks(text, spaces, first=column, others=2, width=width):
        wrapped[place] = "\n"
    result = "".join(wrapped).split("\n")
    assert " ".join(result) == text
    for number, line in enumerate(result):
        length = len(line) + (2 if number else column)
        assert length <= width or " " not in line
        if number + 1 < len(result):
            assert length + 1 + len(result[number + 1].split(" ")[0]) > width
