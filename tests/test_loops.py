"""Loops of drafts, seen without knowing the languages."""

from __future__ import annotations

from localize.loops import find_loop


def test_a_loop_is_told_with_what_stands_before_and_after_it() -> None:
    assert find_loop("O juiz viu o mar, o mar, o mar e riu.") == ("O juiz viu o mar", "o mar", " e riu.")
    assert find_loop("Onze de de países assinaram.") == ("Onze de", "de", " países assinaram.")
    twice = "quando mudam de emprego ou perdem o emprego ou perdem o emprego."
    assert find_loop(twice) == ("quando mudam de emprego ou perdem o", "emprego ou perdem o", " emprego.")


def test_what_is_said_twice_for_good_reason_is_no_loop() -> None:
    assert find_loop("O juiz viu o mar.") is None
    assert find_loop("Passo a passo, dia a dia.") is None
    assert find_loop("Foi o que ele disse. Foi o que ele disse.") is None
