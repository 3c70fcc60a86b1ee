from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.batch.calls import RememberingEngine
from localize.batch.state import State
from localize.document import Draft
from localize.engines import ChoosingEngine, MarkingEngine, SteerableEngine, SteppedEngine, WideEngine
from tests.batch.desk import PAIR, PhraseBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.engines import Engine
    from localize.engines.argos import ArgosEngine
    from localize.languages import Pair

SOURCES = ["The summit will take place in Brussels.", "NATO was founded in 1949.", "", "Talks go on."]
PROTOCOLS = (WideEngine, SteerableEngine, SteppedEngine, MarkingEngine)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    made = State(tmp_path, warn=pytest.fail)
    yield made
    made.close()


class Marking(PhraseBook):
    """... and tells which words it does not know."""

    def unknown(self, sources: Sequence[str], pair: Pair) -> list[tuple[str, ...]]:
        """List the words in capitals."""
        self.translate(sources, pair)
        return [tuple(word for word in source.split() if word.isupper()) for source in sources]


class OverSpanish:
    """A route over Spanish; it can do nothing but name its steps."""

    signature = "over Spanish"

    def __init__(self, first: PhraseBook, second: PhraseBook) -> None:
        self._steps = ((first, PAIR), (second, PAIR))

    def pairs(self) -> frozenset[Pair]:
        return frozenset({PAIR})

    def origin(self, pair: Pair) -> str:  # noqa: ARG002
        return "over Spanish"

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        for engine, step in self._steps:
            sources = [draft.text for draft in engine.translate(sources, step)]
        assert pair == PAIR
        return [Draft(source) for source in sources]

    def steps(self, pair: Pair) -> tuple[tuple[Engine, Pair], ...]:  # noqa: ARG002
        return self._steps


def test_every_answer_of_the_shipped_model_is_given_again_as_it_was(argos: ArgosEngine, state: State) -> None:
    bare = argos.engine_for(PAIR) if isinstance(argos, ChoosingEngine) else argos
    assert isinstance(bare, SteerableEngine)
    assert isinstance(bare, WideEngine)
    targets = [draft.text for draft in bare.translate(SOURCES, PAIR)]
    prefixes = [target[:6].rpartition(" ")[0] for target in targets]
    for _ in range(2):
        engine = RememberingEngine(argos, state).engine_for(PAIR)
        assert isinstance(engine, SteerableEngine)
        assert isinstance(engine, WideEngine)
        assert engine.translate(SOURCES, PAIR) == bare.translate(SOURCES, PAIR)
        assert engine.versions(SOURCES, PAIR) == bare.versions(SOURCES, PAIR)
        assert engine.align(SOURCES, targets, PAIR) == bare.align(SOURCES, targets, PAIR)
        assert engine.score(SOURCES, targets, PAIR) == bare.score(SOURCES, targets, PAIR)
        for forbid in ((), ("Bruxelas",), ("Bruxelas", "OTAN")):
            led = engine.complete(SOURCES, prefixes, PAIR, forbid=forbid)
            assert led == bare.complete(SOURCES, prefixes, PAIR, forbid=forbid)


def test_what_is_asked_twice_is_answered_once(state: State) -> None:
    book = PhraseBook()
    engine = RememberingEngine(book, state)
    first = engine.translate(["Talks go on.", "Paris said no.", "Talks go on."], PAIR)
    assert book.asked == ["Talks go on.", "Paris said no."]
    assert [draft.text for draft in first] == ["conversas go on.", "Paris disse no.", "conversas go on."]
    again = RememberingEngine(book, state)
    assert again.translate(["Paris said no.", "Paris said so."], PAIR)[0] == first[1]
    assert book.asked == ["Talks go on.", "Paris said no.", "Paris said so."]


def test_engines_of_different_versions_have_nothing_in_common(state: State) -> None:
    for version in ("phrase book 1", "phrase book 2"):
        book = PhraseBook(version)
        RememberingEngine(book, state).translate(["Talks go on."], PAIR)
        assert book.asked == ["Talks go on."]


@pytest.mark.parametrize("engine", [PhraseBook(), Marking(), OverSpanish(PhraseBook(), PhraseBook())])
def test_an_engine_that_remembers_can_do_what_the_engine_can_and_nothing_else(
    engine: Engine, state: State
) -> None:
    remembering = RememberingEngine(engine, state).engine_for(PAIR)
    assert [isinstance(remembering, one) for one in PROTOCOLS] == [
        isinstance(engine, one) for one in PROTOCOLS
    ]
    assert (remembering.signature, remembering.pairs()) == (engine.signature, engine.pairs())
    assert remembering.origin(PAIR) == engine.origin(PAIR)


def test_words_that_an_engine_does_not_know_are_remembered(state: State) -> None:
    engine = Marking()
    for _ in range(2):
        marking = RememberingEngine(engine, state).engine_for(PAIR)
        assert isinstance(marking, MarkingEngine)
        assert marking.unknown(["NATO meets", "Talks go on."], PAIR) == [("NATO",), ()]
    assert engine.asked == ["NATO meets", "Talks go on."]


def test_each_step_of_a_route_is_remembered_for_itself(state: State) -> None:
    first, second = PhraseBook("first"), PhraseBook("second")
    for _ in range(2):
        engine = RememberingEngine(OverSpanish(first, second), state).engine_for(PAIR)
        assert isinstance(engine, SteppedEngine)
        (one, _), (two, _) = engine.steps(PAIR)
        assert one.translate(["Talks go on."], PAIR)[0].text == "conversas go on."
        assert two.translate(["Talks go on."], PAIR)[0].text == "conversas go on."
    assert (first.asked, second.asked) == (["Talks go on."], ["Talks go on."])


def test_the_echo_is_asked_every_time(tmp_path: Path) -> None:
    from localize.engines.echo import EchoEngine  # noqa: PLC0415

    state = State(tmp_path, warn=pytest.fail)
    engine = RememberingEngine(EchoEngine({}), state)
    assert engine.translate(["Talks go on."], PAIR)[0].text == "Talks go on."
    state.close()
    assert not Path(tmp_path, ".localize").exists()


def test_between_two_calls_a_run_may_stop_and_has_lost_nothing(state: State) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    book = PhraseBook()
    with pytest.raises(KeyboardInterrupt):
        RememberingEngine(book, state, stop).translate(["Talks go on."], PAIR)
    assert RememberingEngine(book, state).translate(["Talks go on."], PAIR)[0].text == "conversas go on."
    assert book.asked == ["Talks go on."]
