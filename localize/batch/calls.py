"""An engine that remembers: what it was asked before is answered from the state.

A call is known by engine, models, direction, method and arguments, all of it; each answer depends on its own arguments
only, which every engine promises. So a run that remembers gives the same bytes as one that does not.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeVar

from localize.document import Draft, Score
from localize.engines import ChoosingEngine, MarkingEngine, SteerableEngine, SteppedEngine, WideEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.batch.state import State
    from localize.document import Alignment
    from localize.engines import Engine
    from localize.languages import Pair

_T = TypeVar("_T")


class RememberingEngine:
    """Pass each direction on to an engine that remembers.

    Args:
        engine: Any.
        state: Where answers are kept.
        pause: Called whenever answers have been stored: nothing is lost when it raises.
    """

    def __init__(self, engine: Engine, state: State, pause: Callable[[], None] = lambda: None) -> None:
        self._engine = engine
        self._state = state
        self._pause = pause
        self._made: dict[Pair, Engine] = {}
        self.signature = engine.signature

    def pairs(self) -> frozenset[Pair]:
        """List the engine's directions."""
        return self._engine.pairs()

    def origin(self, pair: Pair) -> str:
        """Name what the engine names."""
        return self._engine.origin(pair)

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Translate sentences."""
        return self.engine_for(pair).translate(sources, pair)

    def engine_for(self, pair: Pair) -> Engine:
        """Give the engine for a direction, with everything that it can do.

        An engine that takes every direction is the echo: to ask it is quicker than to remember.
        """
        if pair not in self._made:
            engine = self._engine
            origin = engine.origin(pair)
            if isinstance(engine, ChoosingEngine):
                engine = engine.engine_for(pair)
            if self._engine.pairs():
                engine = _remembering(engine, _Calls(origin, pair, self._state, self._pause))
            self._made[pair] = engine
        return self._made[pair]


class _Calls:
    """Calls of one engine in one direction."""

    def __init__(self, origin: str, pair: Pair, state: State, pause: Callable[[], None]) -> None:
        self._begin = json.dumps([origin, *pair])
        self._state = state
        self._pause = pause

    def of(self, engine: Engine, pair: Pair) -> _Calls:
        """Give the calls of another engine."""
        return _Calls(engine.origin(pair), pair, self._state, self._pause)

    def ask(
        self,
        method: str,
        arguments: Sequence[tuple[object, ...]],
        call: Callable[[list[int]], Sequence[_T]],
        pack: Callable[[_T], Any],
        unpack: Callable[[Any], _T],
    ) -> list[_T]:
        """Answer from the state, and call the engine for the rest.

        Args:
            method: Of the engine.
            arguments: One tuple an answer.
            call: Asks the engine for the answers at some indexes.
            pack: Turns an answer into what JSON can hold, exactly.
            unpack: The way back.
        """
        keys = [self._key(method, one) for one in arguments]
        stored = self._state.answers(list(dict.fromkeys(keys)))
        known = {key: unpack(json.loads(value)) for key, value in stored.items()}
        missing = {key: i for i, key in enumerate(keys) if key not in known}
        if missing:
            made = dict(zip(missing, call(list(missing.values())), strict=True))
            self._state.remember({key: json.dumps(pack(value)).encode() for key, value in made.items()})
            known |= made
        self._pause()
        return [known[key] for key in keys]

    def _key(self, method: str, arguments: tuple[object, ...]) -> bytes:
        text = f"{self._begin}{method}{json.dumps(arguments)}"
        return blake2b(text.encode(), digest_size=16).digest()


class _Plain:
    """An engine that translates, and remembers."""

    def __init__(self, engine: Any, calls: _Calls) -> None:
        self._engine = engine
        self._calls = calls
        self.signature: str = engine.signature

    def pairs(self) -> frozenset[Pair]:
        result: frozenset[Pair] = self._engine.pairs()
        return result

    def origin(self, pair: Pair) -> str:
        return str(self._engine.origin(pair))

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        return self._drafts("translate", [(source,) for source in sources], pair)

    def _drafts(
        self, method: str, arguments: Sequence[tuple[str, ...]], pair: Pair, **more: Any
    ) -> list[Draft]:
        return self._ask(method, arguments, pair, _pack_draft, _unpack_draft, **more)

    def _ask(
        self,
        method: str,
        arguments: Sequence[tuple[str, ...]],
        pair: Pair,
        pack: Callable[[_T], Any],
        unpack: Callable[[Any], _T],
        **more: Any,
    ) -> list[_T]:
        def call(indexes: list[int]) -> Sequence[_T]:
            columns = zip(*(arguments[i] for i in indexes), strict=True)
            made: Sequence[_T] = getattr(self._engine, method)(*map(list, columns), pair, **more)
            return made

        return self._calls.ask(method, [(*one, *more.values()) for one in arguments], call, pack, unpack)


class _Wide(_Plain):
    """... and can search longer."""

    def versions(self, sources: Sequence[str], pair: Pair) -> list[tuple[Draft, ...]]:
        asked = [(source,) for source in sources]
        return self._ask("versions", asked, pair, _pack_versions, _unpack_versions)


class _Steerable(_Plain):
    """... and can be led."""

    def complete(
        self, sources: Sequence[str], prefixes: Sequence[str], pair: Pair, *, forbid: Sequence[str] = ()
    ) -> list[Draft]:
        return self._drafts("complete", list(zip(sources, prefixes, strict=True)), pair, forbid=list(forbid))

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:
        both = list(zip(sources, targets, strict=True))
        return self._ask("align", both, pair, _pack_alignment, _unpack_alignment)

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:
        both = list(zip(sources, targets, strict=True))
        return self._ask("score", both, pair, tuple, _unpack_score)


class _Stepped(_Plain):
    """... and goes over pivots, remembering each step."""

    def steps(self, pair: Pair) -> tuple[tuple[Engine, Pair], ...]:
        return tuple(
            (_remembering(engine, self._calls.of(engine, step)), step)
            for engine, step in self._engine.steps(pair)
        )


class _Marking(_Plain):
    """... and tells which words it does not know."""

    def unknown(self, sources: Sequence[str], pair: Pair) -> list[tuple[str, ...]]:
        return self._ask("unknown", [(source,) for source in sources], pair, list, tuple)


_ABILITIES = (
    (WideEngine, _Wide),
    (SteerableEngine, _Steerable),
    (SteppedEngine, _Stepped),
    (MarkingEngine, _Marking),
)


def _remembering(engine: Engine, calls: _Calls) -> Engine:
    """Wrap an engine in what can do the same."""
    able = tuple(mixin for protocol, mixin in _ABILITIES if isinstance(engine, protocol))
    made: Engine = type("Remembering", (*able, _Plain), {})(engine, calls)
    return made


def _unpack_score(value: Any) -> Score:
    total, tokens, *places = value  # answers of older versions have no places
    found = tuple(((start, end), likely) for own in places for (start, end), likely in own)
    return Score(total, tokens, found)


def _pack_draft(draft: Draft) -> Any:
    return draft.text, draft.score, _pack_alignment(draft.alignment)


def _unpack_draft(value: Any) -> Draft:
    text, score, alignment = value
    return Draft(text, _unpack_alignment(alignment), score)


def _pack_versions(versions: Sequence[Draft]) -> Any:
    return [_pack_draft(draft) for draft in versions]


def _unpack_versions(value: Any) -> tuple[Draft, ...]:
    return tuple(map(_unpack_draft, value))


def _pack_alignment(alignment: Alignment) -> Any:
    return [number for pair in alignment for span in pair for number in span]


def _unpack_alignment(value: Any) -> Alignment:
    spans = zip(value[::2], value[1::2], strict=True)
    return tuple(zip(spans, spans, strict=True))
