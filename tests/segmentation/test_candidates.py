"""Places where a sentence may end are found in time that grows with the text, whatever the text is."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from localize.segmentation import cut, split
from localize.segmentation.candidates import candidates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SIZE = 40_000
PATIENCE = 10
"""Seconds. Linear work takes a fraction of one, quadratic work minutes."""

JUNK = (
    *("A. ", "a. ", "1. ", "1) ", "e.g. ", "U.S. ", "Sr. ", "p. ex. ", "XIV. ", "a.a.", "A.-", "a'b. ", "a-"),
    *("好。", "好", "。", "「好。」と", "“好。”他说", "（好！）", "।", "3．5"),
    *(".", "...x", ". . ", ". .x", "! ", "!", "?! ", "…", ".”", ". ”", ". » ", "«", '"', "[1]", ".[1]", "[...] "),
    *(" ", "\t", "\n", "\r\n", "\n\n", "\n\n\v", "\u2029", "\u200f.", "\u0301", "\x1c", "x"),
    *("(a. ", "(", ")", "• A ", "•", "- a\n", "1. A\n", "a) B ", "1) A 2) B ", "; ", ", ", ": ", "😀. ", "Yahoo! "),
)  # fmt: skip


@contextmanager
def patience() -> Iterator[None]:
    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    if not hasattr(signal, "SIGALRM"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("piece", JUNK, ids=repr)
def test_junk_is_split_and_cut_in_linear_time(piece: str) -> None:
    text = (piece * SIZE)[:SIZE]
    protected = [(at, at + 3) for at in range(0, SIZE, 100)]
    with patience():
        spans = split(text, "de", protected=protected)
        cut(text, (0, SIZE), protected=protected)
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in spans)


def test_many_protected_spans_cost_little() -> None:
    text = "Yes. " * (SIZE // 5)
    with patience():
        assert len(split(text, "en", protected=[(at, at + 6) for at in range(0, SIZE, 10)])) == SIZE // 10


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It is. So", [(6, 6, 7)]),
        ("“It is.” So", [(7, 8, 9)]),
        ("It is.) ” So", [(6, 9, 10)]),
        ("Non. » Oui", [(4, 6, 7)]),
        ("„Ja.“ Gut", [(4, 5, 6)]),
        ("So.[12] It", [(3, 7, 8)]),
        ("Wait . . . so", [(10, 10, 11)]),
        ("好。好", [(2, 2, 2)]),
        ("at 3.5 or a.b", []),
        ("the end.", []),
        ("end\n\nof", [(3, 3, 5)]),
    ],
)
def test_a_place_has_its_mark_its_closers_and_what_follows(
    text: str, places: list[tuple[int, int, int]]
) -> None:
    assert [(place.stop, place.end, place.start) for place in candidates(text)] == places


def test_only_blank_lines_and_items_are_certain() -> None:
    text = "One. Two:\n- three\n- four\n\nFive\nsix. Seven"
    certain = [text[place.start :][:5] for place in candidates(text) if place.certain]
    assert certain == ["- thr", "- fou", "Five\n"]
