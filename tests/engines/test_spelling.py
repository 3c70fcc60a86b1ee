"""Characters that a model lacks: spelled another way for it, and put back into what it made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.engines.spelling import Respelled, respell, restore

if TYPE_CHECKING:
    from localize.document import Alignment

KNOWN = frozenset(
    " !\"#$%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzáâãàçéêíóôõúÁÉÍ"
)
"""A vocabulary like that of a small English-Portuguese model."""

HARD = st.text(
    st.sampled_from("ab Oğ1905.-—–“”‘’«»„€£$'\"…łßÆ´ \u00a0\u0301½🙂日") | st.characters(codec="utf-8"),
    max_size=30,
)


def spelled(source: str) -> Respelled:
    return respell(source, KNOWN.__contains__)


def back(source: str, target: str, alignment: Alignment = ()) -> str:
    return restore(spelled(source), target, alignment)[0]


def in_order(text: str) -> Alignment:
    """Align every character with the same place."""
    return tuple(((i, i + 1), (i, i + 1)) for i in range(len(text)))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("Erdoğan met Łukasz", "Erdogan met Lukasz"),
        ("Ciarán Ó Dálaigh", "Ciarán O Dálaigh"),
        ("François", "François"),
        ("Straße, Øresund, œuvre, Æthelred", "Strasse, Oresund, oeuvre, Aethelred"),
        ("“We won’t stop”", '"We won\'t stop"'),
        ("«Nous» and „wir“", '"Nous" and "wir"'),
        ("2019–2020", "2019-2020"),
        ("no — never", "no -- never"),
        ("no—never", "no -- never"),
        ("no – never", "no -- never"),
        ("Wait…", "Wait..."),
        ("€5 and £6", "$5 and $6"),
        ("10\u00a0km", "10 km"),
        ("ﬁnance", "finance"),
        ("m²", "m2"),
        ("東京 said", "東京 said"),
    ],
)
def test_the_engine_sees_the_nearest_spelling_that_it_knows(source: str, seen: str) -> None:
    assert spelled(source).text == seen


def test_what_the_vocabulary_has_is_left_alone() -> None:
    source = "The “€5” – Erdoğan…"
    assert respell(source, lambda _: True).text == source


def test_part_of_a_spelling_is_the_character_that_it_spells() -> None:
    dash = spelled("no—never")
    start = dash.text.index("--")
    assert dash.to_original((start, start + 1)) == (2, 3)
    assert dash.to_original((start + 1, start + 2)) == (2, 3)
    assert dash.to_original((0, len(dash.text))) == (0, 8)
    assert dash.to_original((len(dash.text), len(dash.text))) == (8, 8)


@pytest.mark.parametrize(
    ("source", "made", "wanted"),
    [
        # names, letter by letter; those that were translated stay translated
        ("Erdoğan met Łukasz.", "Erdogan conheceu Lukasz.", "Erdoğan conheceu Łukasz."),
        ("Erdoğan’s ally", "O aliado de Erdogan", "O aliado de Erdoğan"),
        ("Erdoğan-led talks", "Conversas lideradas por Erdogan", "Conversas lideradas por Erdoğan"),
        ("Ciarán Ó Dálaigh", "Ciarán O Dálaigh", "Ciarán Ó Dálaigh"),
        ("talks in Łódź", "conversas em Lódz", "conversas em Łódź"),
        ("O’Neill won", "O'Neill venceu", "O’Neill venceu"),
        ("the café of Kraków in Köln", "o café de Cracóvia em Colônia", "o café de Cracóvia em Colônia"),
        ("Müller and Müller", "Muller e Muller", "Müller e Müller"),
        ("Şahin", "Sahinha", "Sahinha"),
        # quotes
        ("“No,” she said.", '"Não", disse ela.', "“Não”, disse ela."),
        ("He said “no”", 'Ele disse "não"', "Ele disse “não”"),
        (
            "“‘Never’ is a word,” he said",
            "\"'Nunca' é uma palavra\", disse ele",
            "“‘Nunca’ é uma palavra”, disse ele",
        ),
        ("He called it ‘a disgrace.’", "Ele chamou de 'uma vergonha.'", "Ele chamou de ‘uma vergonha.’"),
        ("the workers’ rights", "os direitos dos 'workers'", "os direitos dos ’workers’"),
        ("don’t", "copo d'água", "copo d’água"),
        ("« Oui », dit-il", '" Sim ", disse ele', "« Sim », disse ele"),
        ("„Ja“ sagte er", '"Sim", disse ele', "„Sim“, disse ele"),
        ("„Tak” powiedział", '"Sim", disse ele', "„Sim”, disse ele"),
        ("»Ja«, sagte er", '"Sim", disse ele', "»Sim«, disse ele"),
        ("he ended.”", 'ele terminou."', "ele terminou.”"),
        ("“He began", '"Ele começou', "“Ele começou"),
        ("(“NATO”)", '("OTAN")', "(“OTAN”)"),
        # dashes
        ("no — never", "não -- nunca", "não — nunca"),
        ("no – never", "não -- nunca", "não – nunca"),
        ("no — never", "não - nunca", "não — nunca"),
        ("a – b — c", "a -- b -- c", "a – b — c"),
        ("2019–2020 — yes", "2019-2020 -- sim", "2019–2020 — sim"),
        ("on 3–4 and 5–6 May", "em 3-4 e 5-6 de maio", "em 3–4 e 5–6 de maio"),
        ("Moscow–Kyiv", "Moscow-Kyiv", "Moscow–Kyiv"),
        # dots
        ("Wait…", "Espere...", "Espere…"),
        ("Lumo® sold Lumo® to Ana†.", "Lumo vendeu Lumo a Ana.", "Lumo® vendeu Lumo® a Ana†."),
        ("The phone† died.", "O telefone morreu.", "O telefone morreu."),
        ("Price · Tested · $5", "Preço - Testado - US$ 5", "Preço · Testado · US$ 5"),
        ("Price · a - b", "Preço - a - b", "Preço - a - b"),
        ("HelioLift™ cuts CO₂.", "HelioLiftTM corta o CO2.", "HelioLift™ corta o CO₂."),
        # currencies
        ("€5 million", "$5 milhões", "€5 milhões"),
        ("€5 million", "US$ 5 milhões", "€ 5 milhões"),
        ("€5", "R$5", "€5"),
        ("NASA got €5", "A NASA recebeu $5", "A NASA recebeu €5"),
        ("€5 and £6", "US$ 5 e US$ 6", "€ 5 e £ 6"),
        ("€5 billion", "5 bilhões de dólares", "5 bilhões de euros"),
        ("£2 billion", "2 bilhões de dólares", "2 bilhões de libras"),
    ],
)
def test_the_target_gets_the_characters_of_the_source(source: str, made: str, wanted: str) -> None:
    assert back(source, made) == wanted


def test_a_dollar_beside_a_euro_stays_a_dollar_by_alignment() -> None:
    source, made = "$5 and €6", "US$ 6 e US$ 5"
    swapped: Alignment = (((7, 9), (0, 5)), ((3, 6), (6, 7)), ((0, 2), (8, 13)))
    assert back(source, made, swapped) == "€ 6 e US$ 5"


def test_quotes_that_the_source_mixes_are_left_straight() -> None:
    assert back('“No," she said…', '"Não", disse ela...') == '"Não", disse ela…'


def test_the_alignment_follows_every_change() -> None:
    source, made = "“Erdoğan” … €5", '"Erdogan" ... US$ 5'
    alignment: Alignment = (
        ((1, 8), (1, 8)),
        ((10, 11), (10, 13)),
        ((12, 13), (14, 17)),
        ((13, 14), (18, 19)),
    )
    target, moved = restore(spelled(source), made, alignment)
    assert target == "“Erdoğan” … € 5"
    assert [(source[slice(*a)], target[slice(*b)]) for a, b in moved] == [
        ("Erdoğan", "Erdoğan"),
        ("…", "…"),
        ("€", "€"),
        ("5", "5"),
    ]


@given(HARD)
def test_offsets_rise_and_cover_the_source(source: str) -> None:
    made = spelled(source)
    assert len(made.offsets) == len(made.text) + 1
    assert list(made.offsets) == sorted(made.offsets)
    assert made.to_original((0, len(made.text))) == (0, len(source))


@given(HARD, st.data())
def test_every_stretch_of_the_spelling_stands_for_something(source: str, data: st.DataObject) -> None:
    made = spelled(source)
    if not made.text:
        return
    start = data.draw(st.integers(0, len(made.text) - 1))
    first, last = made.to_original((start, data.draw(st.integers(start + 1, len(made.text)))))
    assert 0 <= first < last <= len(source)


@given(st.text(st.sampled_from(sorted(KNOWN)), max_size=30), HARD)
def test_a_source_that_needed_no_respelling_leaves_the_target_alone(source: str, target: str) -> None:
    assert restore(spelled(source), target, ()) == (target, ())


@given(HARD, HARD)
def test_restoring_never_fails_and_keeps_the_alignment_in_the_target(source: str, target: str) -> None:
    text, alignment = restore(spelled(source), target, in_order(target[: len(source)]))
    assert all(0 <= start <= end <= len(text) for _, (start, end) in alignment)
    assert [origin for origin, _ in alignment] == [origin for origin, _ in in_order(target[: len(source)])]


@given(st.lists(st.text(st.sampled_from("abğłŁÓ"), min_size=2, max_size=6), max_size=5).map(" ".join))
def test_names_that_the_engine_left_alone_are_those_of_the_source(source: str) -> None:
    made = spelled(source)
    assert restore(made, made.text, in_order(made.text))[0] == source


def test_a_currency_aligned_twice_is_written_once() -> None:
    assert back("€5", "US$ 5", (((0, 1), (0, 3)), ((0, 1), (4, 5)))) == "€ 5"
