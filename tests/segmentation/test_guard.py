"""What is too long for an engine is cut where it hurts least."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.segmentation import cut

if TYPE_CHECKING:
    from localize.document import Span

TEXT = st.text(alphabet="abé ,;:—。、，\n\u0301\u00a0กิ\u200d😀", max_size=120)


def parts(text: str, limit: int, protected: list[Span] | None = None) -> list[str]:
    spans = cut(text, (0, len(text)), limit, protected=protected or [])
    return [text[start:end] for start, end in spans]


def test_what_is_short_enough_stays_whole() -> None:
    assert cut("The law passed; it is short.", (4, 28), 24) == ((4, 28),)


def test_a_semicolon_is_better_than_a_comma() -> None:
    text = "The minister, who was late, spoke; nobody, it seems, listened."
    assert parts(text, 50) == ["The minister, who was late, spoke;", "nobody, it seems, listened."]


def test_a_comma_is_better_than_a_space() -> None:
    assert parts("The minister was late, and nobody listened to him", 40) == [
        "The minister was late,",
        "and nobody listened to him",
    ]


def test_a_colon_in_a_time_and_a_comma_in_a_number_are_no_breaks() -> None:
    assert parts("talks begin at 16:44 with 1,000 people", 30) == [
        "talks begin at 16:44",
        "with 1,000 people",
    ]


def test_parts_are_about_equally_long() -> None:
    sizes = [len(part) for part in parts("word " * 99 + "end", 400)]
    assert len(sizes) == 2
    assert max(sizes) - min(sizes) <= 5


def test_chinese_is_cut_at_its_own_commas() -> None:
    assert parts("他昨天来到了北京，今天又去了上海", 10) == ["他昨天来到了北京，", "今天又去了上海"]


def test_thai_is_cut_at_spaces() -> None:
    assert parts("นายกรัฐมนตรีเดินทาง ไปกรุงเทพมหานคร", 25) == ["นายกรัฐมนตรีเดินทาง", "ไปกรุงเทพมหานคร"]


def test_a_word_without_breaks_is_cut_between_characters_not_before_an_accent() -> None:
    assert parts("e\u0301" * 6, 5) == ["e\u0301" * 2, "e\u0301" * 2, "e\u0301" * 2]


def test_no_cut_falls_into_protected_text() -> None:
    text = "the North Atlantic Treaty Organization met"
    assert parts(text, 25, [(4, 38)]) == ["the", "North Atlantic Treaty Organization", "met"]


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        cut("text", (0, 4), 0)


@given(text=TEXT, limit=st.integers(1, 30))
def test_parts_are_short_enough_and_lose_nothing(text: str, limit: int) -> None:
    done = 0
    for start, end in cut(text, (0, len(text)), limit):
        assert 0 < end - start <= limit
        assert not text[done:start].strip()
        assert text[start:end] == text[start:end].strip()
        done = end
    assert not text[done:].strip()


@given(data=st.data(), text=TEXT, limit=st.integers(1, 30))
def test_protected_text_comes_through_whole(data: st.DataObject, text: str, limit: int) -> None:
    offset = st.integers(0, len(text))
    drawn: list[Span] = data.draw(st.lists(st.tuples(offset, offset), max_size=3))
    protected = [(a, b) for a, b in drawn if a < b and text[a:b] == text[a:b].strip()]
    spans = cut(text, (0, len(text)), limit, protected=protected)
    for (_, end), (start, _) in pairwise(spans):
        assert not any(left < end < right or left < start < right for left, right in protected)
