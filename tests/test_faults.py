"""Faults of drafts that show without knowing the languages."""

from __future__ import annotations

import pytest

from localize.faults import before_loop, faults


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The minister resigned on Friday.", "O ministro renunciou na sexta-feira."),
        ("More than 14,000 people fled.", "Mais de 14 mil pessoas fugiram."),
        ("It cost 2,000,000 euros.", "Custou 2 milhões de euros."),
        ("It grew by 2.5% to 1,200.", "Cresceu 2,5%, para 1.200."),
        ("No, no, no, he said.", "Não, não, não, disse ele."),
    ],
)
def test_a_sound_draft_has_no_faults(source: str, target: str) -> None:
    assert faults(source, target) == 0


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("The judge said so.", "O juiz disse, o juiz disse, o juiz disse.", 2),
        ("Eleven countries signed.", "Onze de de países assinaram.", 1),
        ("The bill for 380 million passed.", "A conta de milhões passou.", 1),
        ("She was 31 in 1998.", "Ela tinha 13 anos em 1989.", 2),
        ("The harbour master closed the port for a week after the storm.", "Porto.", 1),
    ],
)
def test_loops_doubled_words_lost_numbers_and_lost_text_are_counted(
    source: str, target: str, count: int
) -> None:
    assert faults(source, target) == count


def test_a_loop_is_told_with_what_stands_before_it() -> None:
    assert before_loop("O juiz viu o mar, o mar, o mar.") == ("O juiz viu o mar", "o mar")
    assert before_loop("O juiz viu o mar.") is None
