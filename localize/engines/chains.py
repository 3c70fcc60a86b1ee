"""Several models or engines in a row: each translates what the one before it made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.alignment import compose
from localize.document import Draft
from localize.engines.base import MarkingEngine

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


class MarkingChain(Chain):
    """A chain with a step whose engine can tell which words it does not know."""

    def unknown(self, sources: Sequence[str], pair: Pair) -> list[tuple[str, ...]]:  # noqa: ARG002
        """List for each sentence the words that some step does not know, in the order of the steps.

        What stands before the last such step is translated once more.
        """
        marking = [engine for engine, _ in self._steps if isinstance(engine, MarkingEngine)]
        texts, found = list(sources), [()] * len(sources)  # type: list[str], list[tuple[str, ...]]
        for engine, step in self._steps:
            if isinstance(engine, MarkingEngine):
                marks = engine.unknown(texts, step)
                found = [(*old, *new) for old, new in zip(found, marks, strict=True)]
                marking.pop()
            if not marking:
                break
            texts = [draft.text for draft in engine.translate(texts, step)]
        return found


def chain(steps: Sequence[tuple[Engine, Pair]]) -> Chain:
    """Put engines in a row, a step of the route each, so that the whole can tell what its parts can."""
    marks = any(isinstance(engine, MarkingEngine) for engine, _ in steps)
    return MarkingChain(steps) if marks else Chain(steps)


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
