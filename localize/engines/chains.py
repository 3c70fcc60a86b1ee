"""Several models or engines in a row: each translates what the one before it made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.alignment import compose
from localize.document import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines.base import Engine
    from localize.languages import Pair


class Chain:
    """An engine made of others, a step of the route each.

    Args:
        steps: Engines with the direction that each translates; the target of one is the source of the next.
    """

    def __init__(self, steps: Sequence[tuple[Engine, Pair]]) -> None:
        self._steps = tuple(steps)
        self.signature = " + ".join(dict.fromkeys(engine.signature for engine, _ in self._steps))

    def pairs(self) -> frozenset[Pair]:
        """List the one direction from the beginning to the end."""
        (_, first), (_, last) = self._steps[0], self._steps[-1]
        return frozenset({type(first)(first.source, last.target)})

    def steps(self, pair: Pair) -> tuple[tuple[Engine, Pair], ...]:  # noqa: ARG002
        """List the steps of the route."""
        return self._steps

    def origin(self, pair: Pair) -> str:  # noqa: ARG002
        """Name the engines and their models in the order of the route."""
        return " + ".join(engine.origin(step) for engine, step in self._steps)

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:  # noqa: ARG002
        """Translate sentences through all steps; what one step left empty stays empty."""
        (engine, step), *others = self._steps
        drafts = engine.translate(sources, step)
        for engine, step in others:
            drafts = through(drafts, engine.translate([draft.text for draft in drafts], step))
        return drafts


def through(first: Sequence[Draft], second: Sequence[Draft]) -> list[Draft]:
    """Join the drafts of two steps: the second's text, alignment through the pivot, the lower score."""
    return [
        Draft(
            b.text,
            compose(a.alignment, b.alignment),
            min((s for s in (a.score, b.score) if s is not None), default=None),
        )
        for a, b in zip(first, second, strict=True)
    ]
