from __future__ import annotations

import pytest

from localize.checks import CHECKS
from localize.languages import Pair
from tests.checks.build import messages, translated


@pytest.mark.parametrize(
    ("pair", "source", "target"),
    [
        ("en-pt", "It costs $30.", "Custa US$ 30."),
        ("en-pt", "It costs 30 dollars.", "Custa US$ 30."),
        ("en-pt", "It costs $30.", "Custa 30 dólares."),
        ("pt-en", "Custa 30 reais.", "It costs R$30."),
        ("en-pt", "It costs 30 euros.", "Custa €30."),
        ("en-ja", "It costs ¥30.", "￥30です。"),
        ("en-pt", "It fell by £30 in real terms.", "Caiu 30 libras em termos reais."),
        ("en-pt", "The film won an award.", "O filme ganhou um prémio na vida real."),
        ("ja-en", "30ドルです。", "It costs $30."),
    ],
)
def test_a_currency_may_be_a_sign_or_a_word(pair: str, source: str, target: str) -> None:
    assert messages("currency-changed", source, target, pair) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("It costs €30.", "Custa $30.", '"€" became "$"'),
        ("European aid of £30.", "Ajuda europeia de €30.", '"£" became "€"'),
        ("Police seized £250,000.", "A polícia apreendeu 250.000 euros.", '"£" became "euros"'),
        ("It costs 30.", "Custa £30.", '"£" is not in the source'),
    ],
)
def test_another_currency_is_reported(source: str, target: str, message: str) -> None:
    assert messages("currency-changed", source, target) == [message]


def test_dollars_beside_the_right_euros_are_reported() -> None:
    source = "It suspended more than €120 million and redirected €30 million."
    target = "Suspendeu mais de 120 milhões de dólares e redirecionou 30 milhões de euros."
    assert messages("currency-changed", source, target) == ['"dólares" is not in the source']
    assert messages("currency-changed", "The eurozone grew.", "A zona do euro cresceu.") == []


def test_the_problem_stands_at_the_sign() -> None:
    (problem,) = CHECKS["currency-changed"].function(
        translated("It costs €30.", "Custa $30."), Pair("en", "pt")
    )
    assert problem.span == (9, 10)
