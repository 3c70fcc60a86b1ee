from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, Text
from tests.checks.build import messages


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("O ministro disse que que sairia.", ['"que" is said 2 times in a row']),
        ("A crise em Nova Iorque em Nova Iorque continua.", ['"em nova iorque" is said 2 times in a row']),
        ("A ONU, a ONU, a ONU, a ONU disse.", ['"a onu" is said 4 times in a row']),
        ("O Secretarariariariarido reuniu-se.", ['"ariariariari" repeats itself']),
        ("Eleeeeeeee disse.", ['"eeeeeeee" repeats itself']),
    ],
)
def test_stutter_and_loops_are_reported(target: str, said: list[str]) -> None:
    assert messages("repeated-words", "The minister said that he would leave.", target) == said


@pytest.mark.parametrize(
    ("pair", "target"),
    [
        ("en-pt", "O guia passo a passo a seguir explica tudo."),
        ("en-pt", "Foi muito, muito difícil."),
        ("en-pt", "O voo 20 20 partiu."),
        ("en-fr", "Nous nous sommes réunis."),
        ("en-tr", "Yavaş yavaş ilerliyor."),
    ],
)
def test_what_grammar_or_rhetoric_repeats_is_fine(pair: str, target: str) -> None:
    assert messages("repeated-words", "It went on and was hard.", target, pair) == []


def test_what_the_source_repeats_may_be_repeated() -> None:
    assert (
        messages("repeated-words", "No, no, no, said the minister.", "Não, não, não, disse o ministro.") == []
    )
    assert messages("repeated-words", "Duran Duran played.", "Duran Duran tocou.") == []
    assert messages("repeated-words", "Hahahahaha!", "Hahahahaha!") == []


def test_code_is_not_read() -> None:
    target = Text("Use -e e saia.", (Code(4, "`", "open", 1, translate=False), Code(6, "`", "close", 1)))
    assert messages("repeated-words", "Use -e and leave.", target) == []


@given(st.text(alphabet="ab ,_'1", max_size=60))
def test_the_same_text_never_repeats_more_than_itself(text: str) -> None:
    assert messages("repeated-words", text, text) == []
