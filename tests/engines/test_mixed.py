"""The best way for a direction over several engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize.document import Document, Draft, Text, Unit
from localize.engines import ChoosingEngine, MarkingEngine, SteerableEngine, load
from localize.engines.chains import Chain
from localize.engines.mixed import MixedEngine, automatic
from localize.errors import EngineError, UnknownEngineError, UnsupportedPairError
from localize.glossary import Glossary
from localize.languages import Pair, base, parse_pair
from localize.pipeline import Localizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines import Engine
    from localize.engines.argos import ArgosEngine


class Signpost:
    """An engine that writes down the way: each sentence comes back with the engine's name and direction behind it."""

    def __init__(self, name: str, directions: str) -> None:
        self.signature = name
        self._directions = frozenset(map(parse_pair, directions.split()))

    def pairs(self) -> frozenset[Pair]:
        return self._directions

    def origin(self, pair: Pair) -> str:
        return f"{self.signature}: {pair}"

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        assert pair in self._directions or Pair(pair.source, base(pair.target)) in self._directions
        return [Draft(f"{source} {self.signature} {pair}") for source in sources]


def way(pair: str, *engines: str) -> str:
    """Give the way of a direction over engines, each written ``name: directions``."""
    signs = [Signpost(*map(str.strip, engine.split(":"))) for engine in engines]
    (draft,) = MixedEngine(signs, "mixed").translate(["="], parse_pair(pair))
    return draft.text


@pytest.mark.parametrize(
    ("pair", "engines", "expected"),
    [
        ("en-es", ("a: en-es", "b: en-es"), "= a en-es"),
        ("en-es", ("a: en-fr", "b: en-es"), "= b en-es"),
        ("fr-pt", ("a: fr-en en-pt", "b: fr-pt"), "= b fr-pt"),
        ("fr-pt", ("a: fr-es", "b: es-pt"), "= a fr-es b es-pt"),
        ("fr-pt", ("a: fr-en fr-es", "b: en-pt es-pt"), "= a fr-en b en-pt"),
        ("en-pt-BR", ("a: en-ca ca-pt-BR", "b: en-pt"), "= b en-pt-BR"),
        ("en-pt-BR", ("a: en-pt", "b: en-pt-BR"), "= b en-pt-BR"),
    ],
)
def test_the_shortest_way_wins_and_of_equal_ones_the_first_engine(
    pair: str, engines: tuple[str, ...], expected: str
) -> None:
    assert way(pair, *engines) == expected


def test_a_direction_without_a_way_is_an_error_with_what_there_is() -> None:
    with pytest.raises(UnsupportedPairError, match="no model translates en to is"):
        way("en-is", "a: en-es", "b: es-pt")


def test_directions_are_those_of_all_engines_and_of_chains_of_them() -> None:
    engine = MixedEngine([Signpost("a", "fr-es"), Signpost("b", "es-pt")], "mixed")
    assert engine.pairs() == {Pair("fr", "es"), Pair("es", "pt"), Pair("fr", "pt")}


def test_the_origin_names_every_engine_on_the_way() -> None:
    engine = MixedEngine([Signpost("a", "fr-es"), Signpost("b", "es-pt")], "a+b")
    assert engine.origin(Pair("fr", "pt")) == "a+b (a; b): a: fr-es + b: es-pt"


def test_an_engine_that_can_be_led_is_led_through_the_mixture(argos: ArgosEngine) -> None:
    engine = MixedEngine([Signpost("a", "fr-es"), argos], "mixed")
    assert isinstance(engine, ChoosingEngine)
    assert isinstance(engine.engine_for(Pair("en", "pt")), SteerableEngine)


def test_documents_go_the_mixed_way_and_say_so() -> None:
    engine = MixedEngine([Signpost("a", "fr-es"), Signpost("b", "es-pt")], "a+b")
    unit = Unit("p1", (0, 12), Text("Il fait beau"))
    document = Document("news.txt", "text", "Il fait beau", (unit,), "fr")
    ((translation,),) = (
        result.translations for result in Localizer(engine, Glossary()).translate([document], "pt")
    )
    assert translation.origin == "a: fr-es + b: es-pt"
    assert translation.target.plain.startswith("Il fait beau")


class Marker(Signpost):
    """A signpost that knows no word with a q in it."""

    def unknown(self, sources: Sequence[str], pair: Pair) -> list[tuple[str, ...]]:
        assert pair in self._directions
        return [tuple(word for word in source.split() if "q" in word) for source in sources]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Marker("a", "fr-es"), Signpost("b", "es-pt"), ("qui",)),
        (Signpost("q", "fr-es"), Marker("b", "es-pt"), ("qui", "q")),
        (Marker("q", "fr-es"), Marker("b", "es-pt"), ("qui", "qui", "q")),
    ],
)
def test_a_chain_tells_the_words_that_any_of_its_steps_does_not_know(
    first: Signpost, second: Signpost, expected: tuple[str, ...]
) -> None:
    engine = MixedEngine([first, second], "mixed").engine_for(Pair("fr", "pt"))
    assert isinstance(engine, MarkingEngine)
    assert engine.unknown(["qui va", "bien"], Pair("fr", "pt"))[0] == expected


def test_what_is_not_installed_is_left_out_of_auto() -> None:
    def made(name: str) -> Engine:
        if name == "broken":
            raise EngineError("it is not installed here")
        return Signpost(name, "" if name == "empty" else "en-es")

    engine = automatic(made, ["broken", "empty", "good"])
    assert [one.signature for one in engine.engines] == ["good"]
    with pytest.raises(EngineError, match="broken: it is not installed here; empty: it has no models"):
        automatic(made, ["broken", "empty"])


def test_engines_are_mixed_by_name() -> None:
    engine = load("echo+echo", {})
    assert isinstance(engine, MixedEngine)
    assert [type(one).__name__ for one in engine.engines] == ["EchoEngine", "EchoEngine"]
    assert Pair("en", "pt") in load("auto", {}).pairs()
    with pytest.raises(UnknownEngineError, match="'babel'"):
        load("echo+babel", {})


def test_a_chain_of_real_engines_translates(argos: ArgosEngine, mixed: MixedEngine) -> None:
    engine = MixedEngine([argos, *mixed.engines], "all")
    chosen = engine.engine_for(Pair("fr", "pt"))
    assert chosen.translate(["La maison est blanche."], Pair("fr", "pt"))[0].text == "A casa é branca."
    chain = engine.engine_for(Pair("pt", "it"))
    assert chain.translate(["A casa é branca."], Pair("pt", "it"))[0].text == "La casa è bianca."
    assert not isinstance(Chain([(argos, Pair("en", "pt"))]), SteerableEngine)
