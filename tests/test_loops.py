"""Loops of drafts, seen without knowing the languages."""

from __future__ import annotations

from localize.loops import before_loop


def test_a_loop_is_told_with_what_stands_before_it() -> None:
    assert before_loop("O juiz viu o mar, o mar, o mar.") == ("O juiz viu o mar", "o mar")
    assert before_loop("O juiz viu o mar.") is None
