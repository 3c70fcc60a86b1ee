"""What every engine promises, whatever it is made of."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Draft
from localize.engines import SteerableEngine, WideEngine, load
from localize.engines.echo import EchoEngine
from localize.errors import UnknownEngineError
from localize.languages import Pair
from tests.engines.prose import SENTENCES

if TYPE_CHECKING:
    from localize.engines import Engine
    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
NASTY = [
    "",
    " ",
    "\n\t",
    "\u200b",
    "\u00a0",
    "a",
    "🙂",
    "▁",
    "</s>",
    "<unk>",
    "\ufeffNATO",
    "e\u0301",
    "\ud7ff",
    "a" * 300,
]


@pytest.fixture(params=["argos", "echo", "apertium", "firefox", "mixed", "relay"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Give each engine in turn; those that are costly to make are fixtures of their own."""
    if request.param == "echo":
        return load("echo", {})
    shared: Engine = request.getfixturevalue(request.param)
    return shared


def inside(drafts: list[Draft], sources: list[str]) -> bool:
    """Tell whether every span of every alignment lies in its text."""
    return all(
        0 <= a < b <= len(source) and 0 <= c < d <= len(draft.text)
        for source, draft in zip(sources, drafts, strict=True)
        for (a, b), (c, d) in draft.alignment
    )


@pytest.mark.model
def test_as_many_drafts_come_back_as_sources_went_in(engine: Engine) -> None:
    assert engine.translate([], PAIR) == []
    drafts = engine.translate(["The minister resigned.", "", "NATO"], PAIR)
    assert len(drafts) == 3
    assert drafts[0].text
    assert drafts[1].text == ""


@pytest.mark.model
def test_equal_sources_get_equal_drafts_and_the_order_of_sources_is_kept(engine: Engine) -> None:
    one, two = "The minister resigned.", "Nobody knows why."
    drafts = engine.translate([one, two, one, one], PAIR)
    assert drafts[0] == drafts[2] == drafts[3]
    assert drafts[0] != drafts[1]
    assert engine.translate([two, one], PAIR) == [drafts[1], drafts[0]]


@pytest.mark.model
def test_strange_strings_are_translated_without_an_error(engine: Engine) -> None:
    drafts = engine.translate(NASTY, PAIR)
    assert len(drafts) == len(NASTY)
    assert inside(drafts, NASTY)
    assert all(
        draft == Draft("") or draft.text == source for draft, source in zip(drafts[:3], NASTY, strict=False)
    )


@pytest.mark.model
def test_alignments_lie_in_their_texts_and_follow_the_target(engine: Engine) -> None:
    sources = list(SENTENCES[::8])
    drafts = engine.translate(sources, PAIR)
    assert inside(drafts, sources)
    for draft in drafts:
        targets = [target for _, target in draft.alignment]
        assert targets == sorted(targets)


@pytest.mark.model
def test_scores_are_log_probabilities(engine: Engine) -> None:
    for draft in engine.translate(list(SENTENCES[::16]), PAIR):
        assert draft.score is None or draft.score <= 0


@pytest.mark.model
def test_the_origin_begins_with_the_signature(engine: Engine) -> None:
    assert engine.signature
    assert engine.origin(PAIR).startswith(engine.signature)


@pytest.mark.model
def test_a_batch_gives_what_one_by_one_gives_in_any_order(argos: ArgosEngine) -> None:
    """With padded batches about one greedy translation in a thousand differs; here none does."""
    sources = list(SENTENCES)
    assert len(sources) == len(set(sources)) == 133
    alone = [argos.translate([source], PAIR)[0] for source in sources]
    random.Random(7).shuffle(order := list(range(len(sources))))
    shuffled = argos.translate([sources[i] for i in order], PAIR)
    assert [draft.text for draft in shuffled] == [alone[i].text for i in order]
    assert [draft.alignment for draft in shuffled] == [alone[i].alignment for i in order]


@given(st.lists(st.text(max_size=20), max_size=5))
def test_the_echo_gives_everything_back_aligned_with_itself(sources: list[str]) -> None:
    drafts = EchoEngine({}).translate(sources, Pair("xx", "yy"))
    assert [draft.text for draft in drafts] == sources
    assert all(origin == target for draft in drafts for origin, target in draft.alignment)
    assert all(len(draft.alignment) == len(draft.text) for draft in drafts)


def test_engines_are_found_by_name() -> None:
    assert isinstance(load("echo", {}), EchoEngine)
    with pytest.raises(UnknownEngineError, match="no engine is called 'babel'") as caught:
        load("babel", {})
    assert "argos" in caught.value.hint
    assert "echo" in caught.value.hint


def test_an_engine_says_by_its_methods_what_it_can_do(argos: ArgosEngine) -> None:
    assert isinstance(argos, SteerableEngine)
    assert isinstance(argos, WideEngine)
    assert not isinstance(EchoEngine({}), SteerableEngine)
    assert not isinstance(EchoEngine({}), WideEngine)
