"""Quotations, numbers, dates and spaces as a region writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize import conventions
from localize.alignment import apply_edits
from localize.conventions.locales import locale
from localize.languages import Pair


def written(source: str, text: str, target: str, *, origin: str = "en") -> str:
    return apply_edits(text, conventions.edits(source, text, Pair(origin, target)))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("pt-BR", "Ele disse: “Não”."),
        ("pt-PT", "Ele disse: «Não»."),
        ("pt-AO", "Ele disse: «Não»."),
        ("de", "Ele disse: „Não“."),
        ("fr", "Ele disse\u00a0: «\u00a0Não\u00a0»."),
        ("fr-CA", "Ele disse\u00a0: «\u00a0Não\u00a0»."),
        ("sv", "Ele disse: ”Não”."),
        ("zh-Hant", "Ele disse: 「Não」."),
    ],
)
@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“"])
def test_a_quotation_has_the_marks_of_the_region(target: str, expected: str, marks: str) -> None:
    assert written("", f"Ele disse: {marks[0]}Não{marks[1]}.", target) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"A frase 'sim' não basta\"", "«A frase 'sim' não basta»"),
        ("“O “não” é claro”, disse.", "«O “não” é claro», disse."),
        ("“Uma frase que continua.", "«Uma frase que continua."),
        ("E que acaba aqui.”", "E que acaba aqui.»"),
        ('Um ecrã de 12" ou “maior”', 'Um ecrã de 12" ou «maior»'),
        ("« Com espaços », disse.", "«Com espaços», disse."),
        ("(“Assim”)", "(«Assim»)"),
        ("Sem aspas d'água", "Sem aspas d'água"),
    ],
)
def test_nested_cut_and_spaced_quotations(text: str, expected: str) -> None:
    assert written("", text, "pt-PT") == expected


def test_marks_whose_side_nobody_can_tell_stay() -> None:
    assert written("", 'Um " só, e “outro”.', "pt-PT") == 'Um " só, e “outro”.'


@pytest.mark.parametrize(
    ("source", "text", "target", "expected"),
    [
        ("It grew 3.5 percent.", "Creció un 3,5 por ciento.", "es-MX", "Creció un 3.5 por ciento."),
        ("It grew 3.5%.", "Creció un 3.5%.", "es-AR", "Creció un 3,5%."),
        ("They need $3.5 billion.", "Necesitan 3.500 millones.", "es-MX", "Necesitan 3,500 millones."),
        (
            "Some 1,500 people came.",
            "Cerca de 1.500 pessoas vieram.",
            "pt-PT",
            "Cerca de 1\u00a0500 pessoas vieram.",
        ),
        ("Some 1,234,567.89 francs", "Etwa 1.234.567,89 Franken", "de-CH", "Etwa 1’234’567.89 Franken"),
        ("He paid $1,500.", "Ele pagou $1,500.", "pt-BR", "Ele pagou US$ 1.500."),
        ("Python 3.11 is out.", "O Python 3.11 saiu.", "pt-PT", "O Python 3.11 saiu."),
        ("See 192.168.1.1 today", "Veja 192.168.1.1 hoje", "pt-PT", "Veja 192.168.1.1 hoje"),
        ("At 10.30 on 1 May", "Às 10.30 de 1 de maio", "pt-PT", "Às 10.30 de 1 de maio"),
        ("It is 4,5 here", "São 9,5 aqui", "es-MX", "São 9,5 aqui"),
    ],
)
def test_numbers_that_come_from_the_source_have_the_signs_of_the_region(
    source: str, text: str, target: str, expected: str
) -> None:
    assert written(source, text, target) == expected


@pytest.mark.parametrize(
    ("date", "origin", "target", "expected"),
    [
        ("10/31/2026", "en", "pt-BR", "31/10/2026"),
        ("10/31/2026", "en", "de", "31.10.2026"),
        ("03/04/2026", "en-US", "pt-PT", "04/03/2026"),
        ("03/04/2026", "en-GB", "pt-PT", "03/04/2026"),
        ("03/04/2026", "en", "pt-PT", "03/04/2026"),
        ("31/10/2026", "en", "en-US", "10/31/2026"),
        ("10/31/26", "en", "sv", "10/31/26"),
        ("10/31/2026", "en", "zh", "2026/10/31"),
        ("40/50/2026", "en", "pt-BR", "40/50/2026"),
        ("2026-10-31", "en", "de", "2026-10-31"),
    ],
)
def test_dates_in_digits_are_put_in_order_when_the_month_is_certain(
    date: str, origin: str, target: str, expected: str
) -> None:
    assert written(f"On {date} it ended.", f"X {date} x.", target, origin=origin) == f"X {expected} x."


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("fr", "Vraiment\u202f? Oui\u202f! Voici\u00a0: à 10:30\u202f; http://a.fr"),
        ("fr-CA", "Vraiment? Oui! Voici\u00a0: à 10:30; http://a.fr"),
        ("es", "Vraiment? Oui ! Voici : à 10:30 ; http://a.fr"),
    ],
)
def test_french_sets_spaces_before_marks_that_end_a_word(target: str, expected: str) -> None:
    assert written("", "Vraiment? Oui ! Voici : à 10:30 ; http://a.fr", target) == expected


def test_what_is_fixed_stays() -> None:
    text = 'O jornal "Público" e o "Expresso"'
    fixed = [(9, 18)]
    assert text[9:18] == '"Público"'
    edits = conventions.edits("", text, Pair("en", "pt-PT"), fixed=fixed)
    assert apply_edits(text, edits) == 'O jornal "Público" e o «Expresso»'


@pytest.mark.parametrize(
    ("tag", "decimal", "group"),
    [
        ("es-MX", ".", ","),
        ("es-ES", ",", "."),
        ("es-CO", ",", "."),
        ("pt-BR", ",", "."),
        ("pt-MZ", ",", "\u00a0"),
        ("en-IN", ".", ","),
    ],
)
def test_a_region_that_is_not_listed_follows_its_group(tag: str, decimal: str, group: str) -> None:
    known = locale(tag)
    assert known
    assert (known.decimal, known.group) == (decimal, group)


def test_a_language_without_data_is_left_alone() -> None:
    assert written('A "word"', 'A "word"', "tlh") == 'A "word"'


@pytest.mark.parametrize(
    ("setting", "target", "expected"),
    [("region", "pt", False), ("region", "pt-PT", True), ("always", "pt", True), ("never", "pt-PT", False)],
)
def test_when_conventions_are_followed(
    setting: conventions.Conventions, target: str, *, expected: bool
) -> None:
    assert conventions.asked(setting, target) is expected


@given(
    st.text(alphabet='ab "“”«»„.,;:!?135 \u00a0', max_size=60),
    st.sampled_from(["pt-PT", "es-MX", "fr", "de-CH", "sv"]),
)
def test_letters_and_digits_survive(text: str, target: str) -> None:
    assert list(filter(str.isalnum, written(text, text, target))) == list(filter(str.isalnum, text))
