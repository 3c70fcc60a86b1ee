"""The best way for each direction over several engines: direct before pivot, the preferred engine first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.engines.base import DirectEngine
from localize.engines.chains import chain
from localize.engines.routes import reachable, route
from localize.errors import EngineError, UnsupportedPairError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.document import Draft
    from localize.engines.base import Engine
    from localize.languages import Pair


class MixedEngine:
    """Pass each direction on to the engine that suits it, or to a chain of them.

    The shortest route wins. Of equally short ones, that of one engine wins over a mixed one, the engines tried in
    order, for an engine that sees the whole route can align through it and be led; in a mixed one, each step goes to
    the first engine that has it.

    Args:
        engines: In order of preference.
        name: How the whole is called in signatures.
        pivots: Languages that a route goes over rather than others of the same length.
    """

    def __init__(self, engines: Sequence[Engine], name: str, pivots: Sequence[str] = ()) -> None:
        self.engines = tuple(engines)
        self.signature = f"{name} ({'; '.join(engine.signature for engine in self.engines)})"
        self._pivots = tuple(pivots)
        self._chosen: dict[Pair, Engine] = {}

    def pairs(self) -> frozenset[Pair]:
        """List the directions that the engines serve alone or together, pivots included."""
        return reachable(self.direct()).union(*(engine.pairs() for engine in self.engines))

    def direct(self) -> frozenset[Pair]:
        """List the directions with a model of their own in some engine."""
        return frozenset().union(*map(_direct, self.engines))

    def origin(self, pair: Pair) -> str:
        """Name what the chosen engine names for the direction."""
        return f"{self.signature}: {self.engine_for(pair).origin(pair)}"

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Translate sentences with the engine for the direction."""
        return self.engine_for(pair).translate(sources, pair)

    def engine_for(self, pair: Pair) -> Engine:
        """Choose the engine for a direction.

        Raises:
            UnsupportedPairError: No route leads from source to target.
        """
        if pair not in self._chosen:
            self._chosen[pair] = self._choose(pair)
        return self._chosen[pair]

    def close(self) -> None:
        """Close the engines that can be closed."""
        self._chosen.clear()
        for engine in self.engines:
            getattr(engine, "close", lambda: None)()

    def _choose(self, pair: Pair) -> Engine:
        steps = route(
            pair,
            self.direct(),
            prefer=self._pivots,
            hint=f"localize model install {pair}, or install another engine",
        )
        for engine in self.engines:
            own = _route(pair, _direct(engine), self._pivots)
            over = [step.target for step in own if step.target in self._pivots]
            alike = over == [step.target for step in steps if step.target in self._pivots]
            if len(own) == len(steps) and own[-1].target == steps[-1].target and alike:
                return engine
        return chain([(self._first(step), step) for step in steps])

    def _first(self, step: Pair) -> Engine:
        return next(engine for engine in self.engines if step in _direct(engine))


def automatic(load: Callable[[str], Engine], names: Sequence[str], pivots: Sequence[str] = ()) -> MixedEngine:
    """Take every engine that is installed and has something to offer, in the order of the names.

    Raises:
        EngineError: None is.
    """
    found: list[Engine] = []
    problems: list[str] = []
    for name in names:
        try:
            engine = load(name)
        except EngineError as error:
            problems.append(f"{name}: {error}")
            continue
        if engine.pairs():
            found.append(engine)
        else:
            problems.append(f"{name}: it has no models")
    if not found:
        raise EngineError(f"no engine is installed here ({'; '.join(problems)})", hint="localize doctor")
    return MixedEngine(found, "auto", pivots)


def _direct(engine: Engine) -> frozenset[Pair]:
    return engine.direct() if isinstance(engine, DirectEngine) else engine.pairs()


def _route(pair: Pair, available: frozenset[Pair], pivots: Sequence[str]) -> tuple[Pair, ...]:
    """Give the shortest route, empty when there is none."""
    try:
        return route(pair, available, prefer=pivots)
    except UnsupportedPairError:
        return ()
