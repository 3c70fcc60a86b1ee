"""Names of which a part was kept."""

from __future__ import annotations

import pytest

from localize.glossary.naming.parts import nation_lost
from localize.glossary.naming.runs import runs


@pytest.mark.parametrize(
    ("source", "text", "lost"),
    [
        ("Members of Insulate Britain sat down.", "Membros da Insulate Grã-Bretanha sentaram-se.", True),
        ("It is made by Radio Scotland.", "É feito pela Rádio Escócia.", False),
        ("They met Juan of Spain there.", "Eles conheceram Juan da Espanha.", False),
    ],
)
def test_a_country_is_not_translated_inside_a_name_whose_words_were_kept(
    source: str, text: str, *, lost: bool
) -> None:
    assert [nation_lost(run, text, "pt") for run in runs(source)] == [lost]
