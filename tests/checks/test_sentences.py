from __future__ import annotations

from dataclasses import replace

import pytest

from localize.checks import CHECKS
from localize.languages import Pair
from tests.checks.build import messages, translated

TWO = "Mr. Costa arrived in Brussels on Monday. He met the leaders of the Union."


def differ(source: str, target: str, pair: str = "en-pt") -> list[str]:
    return messages("sentences-differ", source, target, pair)


def test_a_sentence_that_is_gone_is_told() -> None:
    assert differ(TWO, "O Sr. Costa chegou a Bruxelas na segunda-feira.") == [
        "the translation has 1 sentence, the source 2, and is too short"
    ]


def test_a_sentence_that_was_made_up_is_told() -> None:
    invented = "O Sr. Costa chegou a Bruxelas. Ele disse que o acordo está próximo. Obrigado pela atenção."
    assert differ("Mr. Costa arrived in Brussels.", invented) == [
        "the translation has 3 sentences, the source 1, and is too long"
    ]


@pytest.mark.parametrize(
    "target",
    [
        "O Sr. Costa chegou a Bruxelas na segunda-feira. Encontrou-se com os líderes da União.",
        "O Sr. Costa chegou na segunda-feira a Bruxelas, onde se encontrou com os líderes da União.",
        "O Sr. Costa chegou a Bruxelas. Foi na segunda-feira. Encontrou-se com os líderes da União.",
        "",
    ],
)
def test_sentences_may_be_joined_and_split(target: str) -> None:
    assert differ(TWO, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The U.S. Senate voted on the bill on Tuesday.", "O Senado dos EUA votou o projeto na terça-feira."),
        ("“We will stay. We are not leaving!” she said.", "«Vamos ficar. Não vamos embora!», disse ela."),
        ("It costs 3.5 million. No more.", "Custa 3,5 milhões. Não mais."),
    ],
)
def test_abbreviations_quotations_and_decimals_are_no_fault(source: str, target: str) -> None:
    assert differ(source, target) == []


def test_other_scripts_end_their_sentences_with_marks_of_their_own() -> None:
    chinese = "部长周一抵达布鲁塞尔。他会见了欧盟各国的领导人。"
    assert differ(TWO.replace("Mr. Costa", "The minister"), chinese, "en-zh") == []
    assert differ(TWO.replace("Mr. Costa", "The minister"), chinese[:11], "en-zh") == [
        "the translation has 1 sentence, the source 2, and is too short"
    ]


def test_a_language_without_marks_is_left_out() -> None:
    assert differ(TWO, "นายกอสตา", "en-th") == []


def test_a_source_that_was_kept_says_why() -> None:
    kept = replace(translated("It rained.", "It rained."), kept='number-mismatch "32" is missing')
    (problem,) = CHECKS["source-kept"].function(kept, Pair("en", "pt"))
    assert problem.message == 'left in English: number-mismatch "32" is missing'
    assert messages("source-kept", "It rained.", "Choveu.") == []
