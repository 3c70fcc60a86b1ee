"""Alignments: what renders what, and how it follows edits of the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.alignment import (
    Edit,
    aligned,
    aligned_sources,
    apply_edits,
    compose,
    edit_alignment,
    overlap,
    pinned,
    shift_offset,
)

if TYPE_CHECKING:
    from localize.document import Alignment, Span

SOURCE = "The Supreme Court ruled."
TARGET = "A Suprema Corte decidiu."
RULED: Alignment = (((0, 3), (0, 1)), ((4, 11), (2, 9)), ((12, 17), (10, 15)), ((18, 23), (16, 23)))


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Make a text with sorted edits that do not overlap."""
    text = draw(st.text("abc ", max_size=12))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Edit(*span, draw(st.text("xyz", max_size=4))) for span in spans]


@st.composite
def spans_of(draw: st.DrawFn, size: int) -> Span:
    start = draw(st.integers(0, size - 1))
    return start, draw(st.integers(start + 1, size))


def test_the_renderings_of_a_term_are_the_target_spans_of_its_words() -> None:
    assert aligned(RULED, (4, 17)) == ((2, 9), (10, 15))
    assert aligned(RULED, (11, 12)) == ()
    assert aligned(RULED, (16, 19)) == ((10, 15), (16, 23))


def test_the_sources_of_a_rendering_are_found_the_other_way_round() -> None:
    assert aligned_sources(RULED, (2, 15)) == ((4, 11), (12, 17))
    assert aligned_sources(RULED, (23, 24)) == ()


def test_spans_that_touch_do_not_overlap() -> None:
    assert overlap((0, 3), (2, 5))
    assert not overlap((0, 3), (3, 5))
    assert not overlap((2, 2), (2, 5))


def test_an_edit_moves_what_stands_behind_it() -> None:
    edits = [Edit(0, 1, "O"), Edit(2, 15, "Supremo Tribunal Federal")]
    text = apply_edits(TARGET, edits)
    assert text == "O Supremo Tribunal Federal decidiu."
    moved = edit_alignment(RULED, edits)
    assert [text[slice(*target)] for _, target in moved] == [
        "O",
        "Supremo Tribunal Federal",
        "Supremo Tribunal Federal",
        "decidiu",
    ]


@pytest.mark.parametrize(
    ("offset", "end", "moved"),
    [
        (0, False, 0),
        (2, False, 4),
        (2, True, 4),
        (3, False, 4),
        (3, True, 7),
        (5, True, 7),
        (5, False, 7),
        (6, True, 8),
    ],
)
def test_an_offset_inside_a_replaced_part_goes_to_its_edge(offset: int, moved: int, *, end: bool) -> None:
    edits = [Edit(1, 1, "··"), Edit(2, 5, "xyz")]
    assert apply_edits("abcdefg", edits) == "a··bxyzfg"
    assert shift_offset(offset, edits, end=end) == moved


def test_an_insertion_stands_before_the_span_that_begins_there_and_inside_the_one_that_ends_there() -> None:
    edits = [Edit(2, 2, "--")]
    assert shift_offset(2, edits) == 2
    assert shift_offset(2, edits, end=True) == 4


@given(edited())
def test_what_no_edit_touches_is_found_at_its_new_place(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    result = apply_edits(text, edits)
    for i, character in enumerate(text):
        if not any(edit.start <= i < edit.end for edit in edits) and not any(
            edit.start == edit.end == i for edit in edits
        ):
            assert result[shift_offset(i, edits)] == character


@given(edited())
def test_the_ends_of_every_edit_enclose_its_replacement(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    result = apply_edits(text, edits)
    for edit in edits:
        start, end = shift_offset(edit.start, edits), shift_offset(edit.end, edits, end=True)
        assert edit.replacement in result[start:end]
        assert end - start >= len(edit.replacement)


@given(edited(), st.booleans())
def test_offsets_keep_their_order_and_stay_inside(case: tuple[str, list[Edit]], end: bool) -> None:  # noqa: FBT001
    text, edits = case
    moved = [shift_offset(i, edits, end=end) for i in range(len(text) + 1)]
    assert moved == sorted(moved)
    assert moved[0] >= 0
    assert moved[-1] <= len(apply_edits(text, edits))


@given(edited())
def test_edits_applied_from_the_back_one_by_one_are_the_same(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    result = text
    for edit in reversed(edits):
        result = result[: edit.start] + edit.replacement + result[edit.end :]
    assert apply_edits(text, edits) == result


@given(edited(), st.data())
def test_an_alignment_follows_an_edit_without_a_span_turning_over(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    if not text:
        return
    spans = data.draw(st.lists(spans_of(len(text)), max_size=4).map(sorted))
    moved = edit_alignment(tuple(((0, 1), span) for span in spans), edits)
    assert [source for source, _ in moved] == [(0, 1)] * len(spans)
    assert all(0 <= start <= end <= len(apply_edits(text, edits)) for _, (start, end) in moved)


def test_what_is_known_wins_over_what_was_aligned() -> None:
    court, place = (4, 17), (2, 15)
    strayed: Alignment = (((0, 3), (0, 1)), ((4, 11), (2, 9)), ((18, 23), (10, 15)), ((18, 23), (16, 23)))
    assert pinned(strayed, [(court, place)]) == (((0, 3), (0, 1)), (court, place), ((18, 23), (16, 23)))
    assert pinned(strayed, []) == strayed


def test_two_alignments_join_over_the_pivot() -> None:
    english_to_portuguese: Alignment = (((0, 3), (0, 1)), ((4, 9), (2, 7)))
    portuguese_to_spanish: Alignment = (((0, 1), (0, 2)), ((2, 4), (3, 6)), ((4, 7), (6, 9)))
    assert compose(english_to_portuguese, portuguese_to_spanish) == (
        ((0, 3), (0, 2)),
        ((4, 9), (3, 6)),
        ((4, 9), (6, 9)),
    )


def test_what_the_pivot_lost_is_aligned_with_nothing() -> None:
    assert compose((((0, 3), (0, 1)),), (((5, 6), (0, 2)),)) == ()
    assert compose((), RULED) == compose(RULED, ()) == ()


@given(st.lists(st.tuples(spans_of(9), spans_of(9)), max_size=5))
def test_joining_with_the_identity_changes_nothing_but_the_order(pairs: list[tuple[Span, Span]]) -> None:
    letters = tuple(((i, i + 1), (i, i + 1)) for i in range(9))
    alignment: Alignment = tuple(pairs)
    joined = compose(letters, alignment)
    assert {target for _, target in joined} == {target for _, target in alignment}
    for source, target in joined:
        assert any(target == other and overlap(source, origin) for origin, other in alignment)
    assert list(joined) == sorted(joined, key=lambda pair: (pair[1], pair[0]))
