"""What a review says about a glossary."""

from __future__ import annotations

import pytest

from localize.glossary.concepts import Concept, Term
from localize.glossary.glossary import Glossary
from localize.glossary.table.review import validate
from tests.glossary.build import glossary


def review(text: str) -> list[str]:
    return [f"{problem.severity} {problem}" for problem in validate(glossary(text))]


def test_a_glossary_in_good_order_has_no_problems() -> None:
    rows = "en,pt,forms:pt,forbidden:pt\nPrime Minister,primeiro-ministro,primeira-ministra,primeiro ministro\nTurkey,Turquia,,\n"
    assert review(rows) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "en,pt\nbank,banco\nbank,margem\n",
            "error terms.csv:3: en: 'bank' stands in row 2, too, with another pt",
        ),
        (
            "en,pt,domain\nbank,banco,money\nBank,margem,Money\n",
            "error terms.csv:3: en: 'Bank' stands in row 2",
        ),
        (
            "en,pt\nbank,banco\nbank,banco\n",
            "warning terms.csv:3: en: 'bank' stands in row 2, too, with the same",
        ),
        (
            "en,pt,variants:en\nbank,banco,\nlender,credor,bank\n",
            "note terms.csv:3: variants:en: 'bank' stands in row 2",
        ),
        (
            "en,pt,variants:en\nloan,x,bank\nlender,y,bank\n",
            "warning terms.csv:3: variants:en: 'bank' is a variant",
        ),
        (
            "en,pt\nminister,ministro\nprime minister,primeiro-ministro\n",
            "note terms.csv:2: en: 'minister' is part of",
        ),
        (
            "en,pt,forms:pt\nminister,ministro,ministro|ministra\n",
            "warning terms.csv:2: forms:pt: 'ministro' repeats",
        ),
        (
            "en,pt,forms:pt\nminister,ministro,ministra|ministra\n",
            "warning terms.csv:2: forms:pt: 'ministra' repeats",
        ),
        (
            "en,pt,variants:pt\nminister,ministro,ministro\n",
            "warning terms.csv:2: variants:pt: 'ministro' stands there",
        ),
        (
            "en,pt,forbidden:pt\nminister,ministro,ministro\n",
            "error terms.csv:2: forbidden:pt: 'ministro' is wanted",
        ),
        (
            "en,pt,deprecated:pt\nminister,ministro,ministro\n",
            "error terms.csv:2: deprecated:pt: 'ministro' is wanted",
        ),
        (
            "en,pt\nprime  minister,primeiro-ministro\n",
            "warning terms.csv:2: en: 'prime  minister' holds a double",
        ),
        ("en,pt\nminister ,ministro\n", "note terms.csv:2: en: has white space at an end"),
        ("en,pt\nNАTO,OTAN\n", "warning terms.csv:2: en: 'NАTO' mixes Cyrillic and Latin"),
        ("en,pt\nminister,\n,juiz\n", "note terms.csv:2: pt: has no term in pt"),
        ("en,pt\n?!,x\n", "error terms.csv:2: en: '?!' has no letter"),
        ("en,pt\nNATO|the Alliance,OTAN\n", "warning terms.csv:2: en: 'NATO|the Alliance' holds '|'"),
        ("en,pt,case\nWHO,OMS,fold\n", "warning terms.csv:2: en: 'WHO' also finds the common word 'who'"),
        (
            "en,pt\nthe Netherlands,Países Baixos\n",
            "note terms.csv:2: en: 'the Netherlands' begins with an article",
        ),
        ('en,pt\nminister,"ministro,"\n', "warning terms.csv:2: pt: 'ministro,' ends with a mark"),
    ],
)
def test_problems_are_found(rows: str, expected: str) -> None:
    found = review(rows)
    assert any(problem.startswith(expected) for problem in found), found


@pytest.mark.parametrize(
    "rows",
    [
        "en,pt,domain\nbank,banco,money\nbank,margem,rivers\n",
        "en,pt,case\nTurkey,Turquia,exact\nturkey,peru,exact\n",
        "en,pt,status\nBurma,Birmânia,deprecated\nBurma,Mianmar,preferred\n",
        "en,pt\nForeign Minister,chanceler\nForeign Secretary,chanceler\n",
        "en,pt,pt-PT\nIran,Irã,Irão\nNATO,OTAN,\n",
        "en,pt,kind\nReuters,,do-not-translate\nNATO,OTAN,\n",
        "en,ru\nNATO,НАТО\n",
    ],
)
def test_what_is_right_is_left_alone(rows: str) -> None:
    assert review(rows) == []


def test_problems_come_in_order_of_rows() -> None:
    rows = "en,pt,forms:pt\nbank,banco,\nlender,credor,credor\nbank,margem,\n"
    assert [problem.split(":")[1] for problem in review(rows)] == ["3", "4"]


def test_concepts_made_in_memory_are_reviewed_too() -> None:
    one = Concept("a", {"en": (Term("bank", "en"),), "pt": (Term("banco", "pt"),)})
    other = Concept("b", {"en": (Term("bank", "en"),), "pt": (Term("margem", "pt"),)})
    assert [problem.severity for problem in validate(Glossary((one, other)))] == ["error"]
