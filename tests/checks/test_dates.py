from __future__ import annotations

import pytest

from localize.checks import CHECKS
from localize.languages import Pair
from tests.checks.build import messages, translated


def changed(source: str, target: str, pair: str = "en-pt") -> list[str]:
    return messages("date-changed", source, target, pair)


@pytest.mark.parametrize(
    ("source", "target", "pair", "said"),
    [
        ("They met on Monday.", "Reuniram-se na terça-feira.", "en-pt", '"Monday" became "terça-feira"'),
        ("It opens on 5 May 2024.", "Abre em 5 de junho de 2024.", "en-pt", '"May" became "junho"'),
        ("The vote is in October.", "A votação é em novembro.", "en-pt", '"October" became "novembro"'),
        ("Il arrive lundi.", "Er kommt am Dienstag.", "fr-de", '"lundi" became "Dienstag"'),
        ("Llegó el jueves.", "È arrivato venerdì.", "es-it", '"jueves" became "venerdì"'),
        ("Chegou em março.", "He arrived in April.", "pt-en", '"março" became "April"'),
    ],
)
def test_another_day_or_month_is_told(source: str, target: str, pair: str, said: str) -> None:
    assert changed(source, target, pair) == [said]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("They met on Monday and on Friday.", "Reuniram-se na segunda e na sexta-feira."),
        ("It opens on 5 May 2024.", "Abre em 05/05/2024."),
        ("It opened on Oct. 5.", "Abriu em 5 de outubro."),
        ("It opened on 10/5/2024.", "Abriu em 5 de outubro de 2024."),
        ("They met on Monday.", "Reuniram-se ontem."),
        ("They met yesterday.", "Reuniram-se na terça-feira."),  # said by who knows the day
        ("The troops march in April and may stay.", "As tropas marcham em abril e podem ficar."),
        ("June Smith sang on Sunday in Santo Domingo.", "June Smith cantou no domingo em Santo Domingo."),
        ("Theresa May resigned in June.", "Theresa May renunciou em junho."),
        ("On Good Friday the shops are shut.", "Na Sexta-Feira Santa as lojas estão fechadas."),
    ],
)
def test_the_same_day_written_otherwise_is_no_fault(source: str, target: str) -> None:
    assert changed(source, target) == []


def test_languages_that_it_cannot_read_are_left_out() -> None:
    assert changed("They met on Monday.", "De möttes på tisdagen.", "en-sv") == []


def test_the_words_concerned_are_pointed_at() -> None:
    found = CHECKS["date-changed"].function(
        translated("They met on Monday.", "Reuniram-se na terça-feira."), Pair("en", "pt")
    )
    assert [problem.span for problem in found] == [(12, 18)]
