"""Protected spans know what a cut would divide."""

from __future__ import annotations

from localize.segmentation.protection import Protection


def test_a_cut_inside_divides_the_span_and_one_at_its_edges_does_not() -> None:
    kept = Protection.of([(10, 20)])
    assert [kept.around(offset) for offset in (9, 10, 11, 19, 20)] == [None, None, (10, 20), (10, 20), None]


def test_spans_that_overlap_are_one_and_spans_that_touch_are_two() -> None:
    kept = Protection.of([(5, 8), (0, 3), (2, 5)])
    assert (kept.starts, kept.ends) == ((0, 5), (5, 8))


def test_a_span_inside_another_and_an_empty_one_change_nothing() -> None:
    kept = Protection.of([(0, 9), (2, 4), (6, 6), (12, 12)])
    assert (kept.starts, kept.ends) == ((0,), (9,))
    assert Protection.of([]).around(3) is None
