"""What is bad is asked for again, another way; what is fine stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.checks import invented
from localize.document import Draft
from localize.engines import load
from localize.guards import weigh
from localize.languages import Pair
from localize.loops import find_loop
from localize.searching import Searcher
from tests.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.document import Alignment
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
WORDS = {
    "the minister": "o ministro", "met": "encontrou-se com", "members": "membros", "and": "e", "said": "disse",
    "in brussels": "em Bruxelas", "on monday": "na segunda-feira", "after": "depois de", "long": "longas", "talks": "negociações",
    "that the budget of the union had": "que o orçamento da União tinha", "passed": "passado", "with": "com", "of": "de",
}  # fmt: skip


class Spoiling(Lexicon):
    """Says something wrong of some whole sentences, unless it searches wider or sees a part of them."""

    def __init__(self, wrong: Mapping[str, str], wide: Mapping[str, str] | None = None) -> None:
        super().__init__(WORDS)
        self._wrong = wrong
        self._wide = wide or {}
        self.widened: list[str] = []

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        drafts = super().translate(sources, pair)
        return [
            Draft(self._wrong.get(source, draft.text)) for source, draft in zip(sources, drafts, strict=True)
        ]

    def versions(self, sources: Sequence[str], pair: Pair) -> list[tuple[Draft, ...]]:
        self.widened += sources
        drafts = self.translate(sources, pair)
        return [
            (draft, Draft(self._wide.get(source, draft.text)))
            for source, draft in zip(sources, drafts, strict=True)
        ]

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:  # noqa: ARG002
        return [(((0, len(s)), (0, len(t))),) for s, t in zip(sources, targets, strict=True)]


def searched(engine: Lexicon, *texts: str) -> list[str]:
    return [draft.text for draft in Searcher(engine, PAIR).translate(texts)]


SHORT = "The minister met 32 members."
LONG = "The minister met 32 members in Brussels on Monday, and after long talks said that the budget of the Union had passed."
WHOLE = (
    "O ministro encontrou-se com 32 membros em Bruxelas na segunda-feira, e depois de longas negociações disse que o "
    "orçamento da União tinha passado."
)


@pytest.mark.parametrize(
    "wrong",
    [
        SHORT,  # a copy
        "O ministro encontrou-se com 31 membros.",
        "O ministro encontrou-se com membros.",
        "O ministro encontrou-se com 32 membros membros membros membros.",
        "O ministro встретился с 32 membros.",
        "O ministro encontrou-se com 32 membros. Obrigado pela sua atenção. Até à próxima semana.",
    ],
)
def test_a_bad_draft_is_searched_again_wider(wrong: str) -> None:
    good = "O ministro encontrou-se com 32 membros."
    assert searched(Spoiling({SHORT: wrong}, {SHORT: good}), SHORT) == [good]


def test_what_is_fine_is_not_asked_for_again() -> None:
    engine = Spoiling({})
    assert searched(engine, SHORT, LONG) == ["O ministro encontrou-se com 32 membros.", WHOLE]
    assert engine.widened == []


def test_a_mark_that_is_lost_is_worth_a_wider_search_too() -> None:
    source, good = "The minister (32) said.", "O ministro (32) disse."
    assert searched(Spoiling({source: "O ministro 32 disse."}, {source: good}), source) == [good]


def test_what_a_draft_adds_in_brackets_is_dropped() -> None:
    good = "O ministro encontrou-se com 32 membros."
    engine = Spoiling({SHORT: "O ministro encontrou-se com 32 membros (em inglês)."})
    assert searched(engine, SHORT) == [good]
    assert engine.widened == []


def test_a_wider_search_that_finds_nothing_better_changes_nothing() -> None:
    wrong = "O ministro encontrou-se com 31 membros."
    engine = Spoiling({SHORT: wrong}, {SHORT: "O ministro reuniu-se com 33 membros."})
    assert searched(engine, SHORT) == [wrong]
    assert engine.widened == [SHORT]


def test_a_long_sentence_is_translated_in_halves_when_nothing_else_helps() -> None:
    assert searched(Spoiling({LONG: LONG}), LONG) == [WHOLE]


def test_a_half_keeps_no_full_stop_and_no_capital_of_its_own() -> None:
    first, second = LONG[: LONG.index(",") + 1], LONG[LONG.index("and") :]
    wrong = {
        LONG: LONG,
        first: "O ministro encontrou-se com 32 membros em Bruxelas na segunda-feira,",
        second: "E depois disse que tinha passado.",
    }
    assert searched(Spoiling(wrong), LONG) == [
        "O ministro encontrou-se com 32 membros em Bruxelas na segunda-feira, e depois disse que tinha passado."
    ]


def test_halves_that_are_no_better_are_not_taken() -> None:
    first = LONG[: LONG.index(",") + 1]
    assert searched(Spoiling({LONG: LONG, first: first}), LONG) != [WHOLE]
    lost = "O ministro disse que o orçamento da União tinha passado na segunda-feira depois de longas negociações."
    engine = Spoiling({LONG: lost, first: "O ministro encontrou-se com membros,"})
    assert searched(engine, LONG) == [lost]


def test_the_parts_of_a_joined_draft_stay_aligned() -> None:
    class Copying(Lexicon):
        def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
            drafts = super().translate(sources, pair)
            return [
                Draft(LONG) if source == LONG else draft
                for source, draft in zip(sources, drafts, strict=True)
            ]

    (draft,) = Searcher(Copying(WORDS), PAIR).translate([LONG])
    found = {LONG[slice(*ours)]: draft.text[slice(*theirs)] for ours, theirs in draft.alignment}
    assert found["talks"] == "negociações"
    assert found["passed"] == "passado"


@given(st.lists(st.text(st.sampled_from("ab AB.,(1é "), max_size=90), max_size=4))
def test_the_echo_stays_the_echo(texts: list[str]) -> None:
    drafts = Searcher(load("echo", {}), PAIR).translate(texts)
    assert [draft.text for draft in drafts] == texts


@pytest.mark.model
def test_the_shipped_model_keeps_its_good_drafts(argos: ArgosEngine) -> None:
    texts = ["The minister met 32 members of the committee in Brussels.", "It rained on Monday."]
    assert Searcher(argos, PAIR).translate(texts) == argos.translate(texts, PAIR)


@pytest.mark.model
def test_the_shipped_model_is_led_out_of_a_loop(argos: ArgosEngine) -> None:
    """Two sentences of which its first drafts say "macacos macacos" and "ou perdem emprego ou perdem emprego"."""
    texts = [
        (
            "The scientists located the neurones in an area of the brain known as the orbitofrontal cortex (OFC) while studying "
            "macaque monkeys that had to choose between different flavours and quantities of juices."
        ),
        (
            "Let's at least pass meaningful insurance reform so that no American risks losing coverage for facing skyrocketing "
            "prices, that nobody loses their coverage because they face high prices or unavailable insurance when they change "
            "jobs or lose a job or a family member gets sick."
        ),
    ]
    for draft in Searcher(argos, PAIR).translate(texts):
        assert find_loop(draft.text) is None


@pytest.mark.model
def test_the_shipped_model_is_led_to_the_right_number(argos: ArgosEngine) -> None:
    """Its first draft says "60.000.000"."""
    source = (
        "The plan called for divestiture by Du Pont of its 63,000,000 shares of General Motors stock by equal annual "
        "distributions to its stockholders, as a dividend, over a period of ten years."
    )
    (draft,) = Searcher(argos, PAIR).translate([source])
    assert weigh(source, draft.text, PAIR)[0] == 0


@pytest.mark.model
def test_the_shipped_model_is_led_past_a_made_up_word(argos: ArgosEngine) -> None:
    """Its first drafts say "Antecedor", "pertenece" and "Comprompomos"."""
    texts = [
        "Background",
        'She stressed that the Agreement "belongs to the people and to nobody else".',
        "We undertook to step up the fight against smugglers, to facilitate returns and to open legal pathways.",
    ]
    drafts = Searcher(argos, PAIR).translate(texts)
    assert [invented(text, draft.text, PAIR) for text, draft in zip(texts, drafts, strict=True)] == [None] * 3
    assert drafts[0].text == "Antecedentes"


@pytest.mark.model
def test_the_shipped_model_is_led_through_the_whole_of_a_number(argos: ArgosEngine) -> None:
    """Its first draft says "4163.388", and after "416" it says so again."""
    source = "By contrast, China's BYD sold 416,388 battery-electric cars, up 39%, and another 569,710 plug-in hybrids."
    (draft,) = Searcher(argos, PAIR).translate([source])
    assert "416.388" in draft.text
