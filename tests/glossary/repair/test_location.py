"""Where in a draft a source term was rendered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Draft
from localize.glossary.repair.location import WORD, locate, whole
from tests.glossary.drafts import draft, grammar, spot

COURT = "The Supreme Court of Brazil ruled."
CORTE = "A Suprema Corte do Brasil decidiu."


def located(source: str, words: str, target: str, *pairs: str, language: str = "pt") -> str | None:
    """Write the stretch of a target that renders words of a source."""
    made = draft(source, target, *pairs)
    span = locate(made, spot(source, words), grammar(language), text=source)
    return target[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Supreme Court", "Suprema Corte"),
        ("Court", "Corte"),
        ("Brazil", "Brasil"),
        ("ruled", "decidiu"),
        ("of", None),
    ],
)
def test_a_term_stands_where_its_words_are_aligned(words: str, found: str | None) -> None:
    pairs = ("The=A", "Supreme=Suprema", "Court=Corte", "of=do", "Brazil=Brasil", "ruled=decidiu")
    assert located(COURT, words, CORTE, *pairs) == found


def test_determiners_and_prepositions_at_the_edges_are_no_part_of_it() -> None:
    assert located(COURT, "Supreme Court", CORTE, "Supreme Court=A Suprema Corte do") == "Suprema Corte"
    assert located("Of the court.", "court", "Do tribunal.", "court=Do tribunal") == "tribunal"


def test_function_words_inside_it_are() -> None:
    source, target = "The chief of staff left.", "O chefe de gabinete saiu."
    assert (
        located(source, "chief of staff", target, "chief=chefe", "staff=gabinete", "left=saiu")
        == "chefe de gabinete"
    )


def test_a_word_that_renders_something_else_parts_two_renderings() -> None:
    source, target = "The court ruled.", "O tribunal decidiu tribunal superior."
    pairs = ("court=tribunal", "ruled=decidiu", "court=tribunal superior")
    assert located(source, "court", target, *pairs) == "tribunal superior"


def test_a_quotation_mark_parts_two_renderings() -> None:
    source, target = 'Antarctica\'s "Doom Glacier" melts.', 'A "Geleira do Juízo" da Antártida derrete.'
    pairs = ("Doom=Juízo", "Glacier=Geleira", "Glacier=Antártida")
    assert located(source, "Doom Glacier", target, *pairs) == "Geleira do Juízo"


def test_a_word_aligned_mostly_with_other_words_is_not_taken() -> None:
    source, target = "The aid convoy left.", "O comboio humanitário partiu."
    pairs = ("aid=humanitário", "convoy=comboio", "aid=comboio", "convoy=comboio", "left=partiu")
    assert located(source, "aid", target, *pairs) == "humanitário"


def test_nothing_aligned_is_nothing_located() -> None:
    assert located(COURT, "Supreme Court", CORTE) is None
    assert located(COURT, "Supreme Court", CORTE, "Supreme Court=A") is None
    assert locate(Draft("", ()), (0, 5), grammar()) is None


def test_a_name_beside_a_title_is_no_part_of_it_though_it_is_aligned_with_it() -> None:
    source, target = "Rear Admiral John Stone left.", "O Contra-almir John Stone saiu."
    pairs = ("Rear Admiral=Contra", "Admiral=almir John", "Stone=Stone", "left=saiu")
    assert located(source, "Rear Admiral", target, *pairs) == "Contra-almir"


def test_a_word_that_stands_in_the_term_and_beside_it_may_be_part_of_it() -> None:
    source, target = "The Bank of Bank Street closed.", "O Bank da Bank Street fechou."
    assert located(source, "Bank", target, "Bank=Bank", "Bank#2=Bank#2", "Street=Street") == "Bank"


def test_an_adjective_that_is_aligned_with_nothing_but_a_mark_belongs_to_the_noun_before_it() -> None:
    source = "After the airstrike, it rained."
    target = "Após o ataque aéreo, choveu."
    assert located(source, "airstrike", target, "airstrike=ataque", ",=aéreo") == "ataque aéreo"
    assert located(source, "airstrike", target, "airstrike=ataque", "it=aéreo") == "ataque"
    target = "Após o ataque choveu, disse."
    assert located(source, "airstrike", target, "airstrike=ataque", ",=choveu") == "ataque"


def test_a_prefix_that_renders_another_word_stays_outside() -> None:
    source, target = "The former minister left.", "O ex-ministro saiu."
    assert located(source, "minister", target, "former=ex", "minister=ministro", "left=saiu") == "ministro"
    source, target = "The anti-war party.", "O partido antiguerra."
    assert located(source, "party", target, "anti-war=antiguerra", "party=partido") == "partido"


def test_a_hyphenated_word_is_one_word() -> None:
    source, target = "The spokesman left.", "O porta-voz saiu."
    assert located(source, "spokesman", target, "spokesman=voz", "left=saiu") == "porta-voz"


@pytest.mark.parametrize(
    ("language", "target", "pair", "found"),
    [
        ("fr", "L’alliance s'est réunie.", "army=L’alliance", "alliance"),
        ("fr", "Le chef de l'alliance.", "army=l'alliance", "alliance"),
        ("it", "Il capo dell'esercito.", "army=dell'esercito", "esercito"),
        ("es", "El ejército del país.", "army=El ejército del", "ejército"),
    ],
)
def test_an_elided_article_is_a_word_of_its_own(language: str, target: str, pair: str, found: str) -> None:
    assert located("The army.", "army", target, pair, language=language) == found


def test_without_a_grammar_every_word_counts() -> None:
    source, target = "The court ruled.", "Das Gericht entschied."
    span = locate(
        draft(source, target, "The court=Das Gericht", "ruled=entschied"), spot(source, "court"), None
    )
    assert span == (0, 11)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O porta-voz d'Água disse.", ["O", "porta-voz", "d'", "Água", "disse"]),
        (
            "L’Otan et l'UE qu'il a dell’arte",
            ["L’", "Otan", "et", "l'", "UE", "qu'", "il", "a", "dell’", "arte"],
        ),
        ("O'Neill, U.S. e G20", ["O'Neill", "U.S", "e", "G20"]),
        ("Britain's", ["Britain's"]),
    ],
)
def test_words_are_what_agreement_changes_one_by_one(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words


@given(
    st.text("ab -'", max_size=20),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 19), st.integers(1, 4)), max_size=8),
)
def test_a_place_is_whole_words_of_the_draft(text: str, pairs: list[tuple[int, int, int]]) -> None:
    alignment = tuple(((a, a + 1), (b, b + size)) for a, b, size in sorted(pairs, key=lambda pair: pair[1]))
    span = locate(Draft(text, alignment), (2, 6), grammar())
    if span is not None:
        starts = {
            start
            for found in WORD.finditer(text)
            for start in (found.start(), found.group().find("-") + found.start() + 1)
        }
        assert span[0] in starts
        assert span[1] in {found.end() for found in WORD.finditer(text)} | starts


@pytest.mark.parametrize(
    ("rejected", "place", "wanted"),
    [((5, 10), (0, 15), (0, 15)), ((0, 10), (5, 15), (0, 15)), ((0, 5), (5, 9), (0, 5)), (None, (1, 2), (1, 2)),
     ((1, 2), None, (1, 2)), (None, None, None)],
)  # fmt: skip
def test_a_rejected_term_goes_with_all_of_its_rendering(
    rejected: tuple[int, int] | None, place: tuple[int, int] | None, wanted: tuple[int, int] | None
) -> None:
    assert whole(rejected, place) == wanted
