"""Names of which a part was kept."""

from __future__ import annotations

import pytest

from localize.glossary.naming.parts import nation_lost, rest_of_body
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


@pytest.mark.parametrize(
    ("source", "text", "rest"),
    [
        (
            "The Department of Health and Human Services said so.",
            "O Departamento de Saúde e Serviços Humanos disse isso.",
            [True],
        ),
        ("It was paid by Health and Human Services.", "Foi pago pela Saúde e Serviços Humanos.", [False]),
    ],
)
def test_the_second_half_of_what_a_body_is_about_is_no_name(source: str, text: str, rest: list[bool]) -> None:
    found = [run for run in runs(source) if run.name == "Human Services"]
    assert [rest_of_body(run, source, text) for run in found] == rest
