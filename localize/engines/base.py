"""What an engine is, and what it may offer beyond translating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Alignment, Draft, Score
    from localize.languages import Pair


class Engine(Protocol):
    """Translate plain sentences.

    Attributes:
        signature: Name, version and options; part of origins and cache keys.
    """

    signature: str

    def pairs(self) -> frozenset[Pair]:
        """List the directions that it can translate, pivots included."""
        ...

    def origin(self, pair: Pair) -> str:
        """Name engine, models, versions and route for one direction.

        Raises:
            UnsupportedPairError: No route leads from source to target.
        """
        ...

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Translate sentences; same length, same order; each result depends on its own source only.

        Raises:
            UnsupportedPairError: No route leads from source to target.
        """
        ...


@runtime_checkable
class WideEngine(Engine, Protocol):
    """An engine that can search longer for better translations."""

    def versions(self, sources: Sequence[str], pair: Pair) -> list[tuple[Draft, ...]]:
        """Give versions of each sentence by a wider search: at least one, the likeliest first, not aligned."""
        ...

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:
        """Align given translations with their sources."""
        ...


@runtime_checkable
class SteerableEngine(Engine, Protocol):
    """An engine whose decoder can be led: what candidates for term repair are made with."""

    def complete(
        self, sources: Sequence[str], prefixes: Sequence[str], pair: Pair, *, forbid: Sequence[str] = ()
    ) -> list[Draft]:
        """Go on from a given beginning of each target.

        Args:
            sources: Sentences.
            prefixes: What each target must begin with, plain text; may be empty.
            pair: Direction.
            forbid: Words that must not stand in the free part of any of these targets.

        Returns:
            Whole targets, prefix included.
        """
        ...

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:
        """Align given translations with their sources."""
        ...

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:
        """Score given translations."""
        ...


@runtime_checkable
class DirectEngine(Engine, Protocol):
    """An engine that can tell which of its directions need no pivot."""

    def direct(self) -> frozenset[Pair]:
        """List the directions with a model of their own."""
        ...


@runtime_checkable
class SteppedEngine(Engine, Protocol):
    """An engine that can tell the way over pivots that a direction takes through it."""

    def steps(self, pair: Pair) -> tuple[tuple[Engine, Pair], ...]:
        """List the steps of the route: the engine of each, and the direction that it translates.

        Raises:
            UnsupportedPairError: No route leads from source to target.
        """
        ...


@runtime_checkable
class MarkingEngine(Engine, Protocol):
    """An engine that can tell which words it does not know."""

    def unknown(self, sources: Sequence[str], pair: Pair) -> list[tuple[str, ...]]:
        """List for each sentence the words that it does not know, or cannot inflect, on the way to the target."""
        ...


@runtime_checkable
class ChoosingEngine(Engine, Protocol):
    """An engine that passes each direction on to another engine."""

    def engine_for(self, pair: Pair) -> Engine:
        """Give the engine for a direction, with everything that it can do.

        Raises:
            UnsupportedPairError: No route leads from source to target.
        """
        ...
