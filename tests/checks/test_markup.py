from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.checks import CHECKS
from localize.checks.markup import links
from localize.document import Code, Text
from localize.languages import Pair
from tests.checks.build import bold, messages, translated


def codes(plain: str, *codes: tuple[int, str, str, int]) -> Text:
    kinds = {"open": "open", "close": "close", "empty": "empty", "literal": "literal"}
    return Text(plain, tuple(Code(at, markup, kinds[kind], id_) for at, markup, kind, id_ in codes))  # type: ignore[arg-type]


SOURCE = bold("The ", "new", " leader spoke.")


def test_markup_that_came_through_is_fine() -> None:
    assert messages("code-lost", SOURCE, bold("O ", "novo", " líder falou.")) == []


def test_lost_markup_is_named() -> None:
    assert messages("code-lost", SOURCE, "O novo líder falou.") == ['markup "**", "**" is missing']


def test_the_problem_stands_at_the_lost_markup() -> None:
    (problem,) = CHECKS["code-lost"].function(translated(SOURCE, "O novo líder falou."), Pair("en", "pt"))
    assert problem.span == (4, 4)


def test_added_markup_is_named() -> None:
    assert messages(
        "code-lost",
        "A new leader spoke.",
        bold("Um ", "novo", " líder falou.", opening="<b>", closing="</b>"),
    ) == ['markup "<b>", "</b>" is not in the source']


def test_half_a_pair_is_lost_markup() -> None:
    half = Text("O novo líder falou.", (Code(2, "**", "open", 1),))
    assert messages("code-lost", SOURCE, half) == ['markup "**" is missing']


def test_a_pair_that_encloses_nothing_is_broken() -> None:
    assert messages("code-lost", SOURCE, bold("O novo líder falou.", "")) == ['markup "**" encloses nothing']


def test_a_pair_around_an_image_encloses_something() -> None:
    image = codes("Foto", (4, "[", "open", 1), (4, "![](a.png)", "empty", 2), (4, "](b)", "close", 1))
    assert messages("code-lost", image, image) == []


def test_a_pair_back_to_front_is_broken() -> None:
    source = codes("The new leader", (4, "<b>", "open", 1), (7, "</b>", "close", 1))
    target = codes("O novo líder", (2, "</b>", "close", 1), (6, "<b>", "open", 1))
    assert messages("code-lost", source, target) == ['markup "<b>" opens after it is closed']


def test_pairs_that_cross_are_broken() -> None:
    source = codes(
        "one two three",
        (0, "**", "open", 1),
        (4, "_", "open", 2),
        (7, "_", "close", 2),
        (13, "**", "close", 1),
    )
    target = codes(
        "um dois três",
        (0, "**", "open", 1),
        (3, "_", "open", 2),
        (7, "**", "close", 1),
        (12, "_", "close", 2),
    )
    assert messages("code-lost", source, target) == ['markup "**" crosses other markup']


def test_half_a_pair_is_fine_when_the_other_half_is_in_the_next_sentence() -> None:
    source = Text("The new leader spoke.", (Code(4, "**", "open", 1),))
    assert messages("code-lost", source, Text("O novo líder falou.", (Code(2, "**", "open", 1),))) == []


def test_another_spelling_of_a_character_is_no_loss() -> None:
    source = Text("Marks & Spencer", (Code(6, "&amp;", "literal", 1, 1),))
    assert messages("code-lost", source, "Marks e Spencer") == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Read https://example.org/a.", "Leia https://example.org/a.", []),
        ("Read https://example.org/a.", "Leia https://exemplo.org/a.", ['"https://example.org/a" became "https://exemplo.org/a"']),
        ("Read www.example.org now.", "Leia agora.", ['"www.example.org" is missing']),
        ("Write to press@example.org!", "Escreva para imprensa@example.org!", ['"press@example.org" became "imprensa@example.org"']),
        ("Follow @newsdesk for more.", "Siga @redacao para mais.", ['"@newsdesk" became "@redacao"']),
        ("Read the site.", "Leia example.com.", ['"example.com" is not in the source']),
        ("See (https://example.org/x_(y)).", "Veja (https://example.org/x_(y)).", []),
        ("The U.S. and the U.N. agreed.", "Os EUA e a ONU concordaram.", []),
        ("He left at 5 p.m.Then he returned.", "Saiu às 17h.Depois voltou.", []),
    ],
)  # fmt: skip
def test_addresses_have_to_come_through_unchanged(source: str, target: str, said: list[str]) -> None:
    assert messages("url-changed", source, target) == said


def test_punctuation_around_an_address_is_no_part_of_it() -> None:
    text = "See (https://example.org/x), «www.example.org»; or mail a.b@example.org."
    assert [text[slice(*span)] for span in links(text)] == [
        "https://example.org/x",
        "www.example.org",
        "a.b@example.org",
    ]


@given(st.text(alphabet="aw.@:/-ht p()[]", max_size=80))
def test_links_of_any_junk_are_sorted_and_disjoint(text: str) -> None:
    found = list(links(text))
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))


def kept(plain: str, *words: str) -> Text:
    """Protect words in a text, as readers do with placeholders."""
    codes = []
    for number, word in enumerate(words, 1):
        start = plain.index(word)
        codes += [
            Code(start, "", "open", number, translate=False),
            Code(start + len(word), "", "close", number),
        ]
    return Text(plain, tuple(codes))


def test_a_placeholder_has_to_come_through() -> None:
    source = kept("Deleted {count} files from %(folder)s", "{count}", "%(folder)s")
    assert messages("placeholder-lost", source, "Apagou {count} ficheiros de %(folder)s") == []
    assert messages("placeholder-lost", source, "Apagou {Count} ficheiros") == [
        '"{count}", "%(folder)s" is missing'
    ]
    assert messages("code-lost", source, "Apagou ficheiros") == []


def test_a_placeholder_that_stands_twice_has_to_stand_twice() -> None:
    source = Text(
        "%s or %s",
        (*kept("%s or %s", "%s").codes, Code(6, "", "open", 2, 0, translate=False), Code(8, "", "close", 2)),
    )
    assert messages("placeholder-lost", source, "%s ou %s") == []
    assert messages("placeholder-lost", source, "%s ou outro") == ['"%s" is missing']
