"""A thousand millions, in Brazil and in Portugal."""

from __future__ import annotations

import pytest

from localize.alignment import apply_edits
from localize.conventions.billions import billions


@pytest.mark.parametrize(
    ("target", "text", "wanted"),
    [
        ("pt", "custa 40 mil milhões de euros", "custa 40 bilhões de euros"),
        ("pt-BR", "12,5 mil milhões e 1,2 mil milhões", "12,5 bilhões e 1,2 bilhão"),
        ("pt", "dezenas de mil milhões, vários mil milhões", "dezenas de bilhões, vários bilhões"),
        ("pt", "dois mil milhões, quarenta mil milhões", "dois bilhões, quarenta bilhões"),
        ("pt", "Mil milhões de pessoas, quase mil milhões", "Um bilhão de pessoas, quase um bilhão"),
        ("pt", "40 mil pessoas, 3 milhões", "40 mil pessoas, 3 milhões"),
        ("pt-PT", "40 bilhões e 1,2 bilhão", "40 mil milhões e 1,2 mil milhões"),
        ("pt-PT", "um bilhão de euros, dois trilhões", "mil milhões de euros, dois biliões"),
        ("pt-PT", "um bilhão e meio", "um bilhão e meio"),
        ("pt-PT", "40 mil milhões", "40 mil milhões"),
        ("pt-AO", "40 mil milhões, 3 bilhões", "40 mil milhões, 3 bilhões"),
    ],
)
def test_a_region_has_its_own_word(target: str, text: str, wanted: str) -> None:
    assert apply_edits(text, [*billions(text, target)]) == wanted
