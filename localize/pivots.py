"""Glossary terms on the way: where a translation goes over other languages, terms are held there, too.

A name that the first model spoils cannot be found again by the second; and a term that stands in the pivot as the
glossary has it mostly comes out of the last model right, inflected by it and at its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import compose
from localize.document import Draft
from localize.engines import SteerableEngine, SteppedEngine, WideEngine
from localize.glossary import Enforcer, Job, Matcher

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from localize.document import Alignment, Score
    from localize.engines import Engine
    from localize.glossary import Glossary
    from localize.languages import Pair

_KEPT = 20_000
"""Sentences whose renderings in the pivot are kept: repairs ask for the same ones again and again."""


def holding_pivots(
    engine: Engine, pair: Pair, glossary: Glossary, *, domains: Collection[str] = ()
) -> Engine:
    """Give an engine for one direction that holds the glossary's terms on the pivots of its route.

    Returns:
        The engine itself where the route has no pivot, or the glossary nothing to say in a pivot's language.

    Raises:
        UnsupportedPairError: No route leads from source to target.
    """
    if not isinstance(engine, SteppedEngine):
        return engine
    *before, (last, final) = engine.steps(pair)
    held = [step.target for _, step in before if any(glossary.surfaces(*step, _folded(domains)))]
    if not held:
        return engine
    legs = [
        _Leg(one, step, Matcher(glossary, *step, domains=domains), Enforcer(one, step))
        for one, step in before
    ]
    origin = f"{engine.origin(pair)}, terms held in {', '.join(held)}"
    if isinstance(last, SteerableEngine) and isinstance(last, WideEngine):
        return SteerableRelay(legs, last, final, engine.signature, origin)
    return Relay(legs, last, final, engine.signature, origin)


def _folded(domains: Collection[str]) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in domains)


class _Leg(NamedTuple):
    """A step that ends in a pivot."""

    engine: Engine
    pair: Pair
    matcher: Matcher
    enforcer: Enforcer

    def translate(self, sources: Sequence[str]) -> list[Draft]:
        """Translate sentences and repair the terms in them; each for itself, as if it were an article."""
        made = self.engine.translate(sources, self.pair)
        jobs = [
            Job(source, draft, self.matcher.match(source).terms, number)
            for number, (source, draft) in enumerate(zip(sources, made, strict=True))
        ]
        busy = [job for job in jobs if job.matches and job.draft.text.strip()]
        done = {job.document: one.draft for job, one in zip(busy, self.enforcer.enforce(busy), strict=True)}
        return [done.get(job.document, job.draft) for job in jobs]


class Relay:
    """An engine that translates over pivots, with the glossary held on each of them.

    Args:
        legs: The steps before the last one.
        last: The engine of the last step.
        final: Direction of the last step.
        signature: Of the engine that the steps are part of.
        origin: What stands as the origin of translations.
    """

    def __init__(self, legs: Sequence[_Leg], last: Engine, final: Pair, signature: str, origin: str) -> None:
        self.signature = signature
        self._legs = tuple(legs)
        self._engine = last
        self._final = final
        self._origin = origin
        self._known: dict[str, Draft] = {}

    def pairs(self) -> frozenset[Pair]:
        """List the one direction from the beginning to the end."""
        return frozenset({self._final._replace(source=self._legs[0].pair.source)})

    def origin(self, pair: Pair) -> str:  # noqa: ARG002
        """Name engines and models in the order of the route, and the languages in which terms were held."""
        return self._origin

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:  # noqa: ARG002
        """Translate sentences; same length, same order; each result depends on its own source only."""
        return self._on(sources, lambda texts: self._engine.translate(texts, self._final))

    def _on(self, sources: Sequence[str], do: Callable[[Sequence[str]], list[Draft]]) -> list[Draft]:
        pivots = self._to_pivot(sources)
        return [
            Draft(b.text, compose(a.alignment, b.alignment), b.score)
            for a, b in zip(pivots, do([pivot.text for pivot in pivots]), strict=True)
        ]

    def _to_pivot(self, sources: Sequence[str]) -> list[Draft]:
        """Give the renderings in the last pivot, aligned with the sources as far as the engines can tell."""
        if len(self._known) > _KEPT:
            self._known.clear()
        new = [source for source in dict.fromkeys(sources) if source not in self._known]
        drafts = [Draft(source) for source in new]
        for number, leg in enumerate(self._legs):
            made = leg.translate([draft.text for draft in drafts])
            drafts = (
                made
                if not number
                else [
                    Draft(b.text, compose(a.alignment, b.alignment), b.score)
                    for a, b in zip(drafts, made, strict=True)
                ]
            )
        found = dict(zip(new, drafts, strict=True))
        result = [found.get(source) or self._known[source] for source in sources]
        self._known |= found
        return result


class SteerableRelay(Relay):
    """A relay whose last engine can be led."""

    _engine: SteerableEngine

    def versions(self, sources: Sequence[str], pair: Pair) -> list[tuple[Draft, ...]]:  # noqa: ARG002
        """Search longer in the last step."""
        last = self._engine
        assert isinstance(last, WideEngine)
        return last.versions([pivot.text for pivot in self._to_pivot(sources)], self._final)

    def complete(
        self,
        sources: Sequence[str],
        prefixes: Sequence[str],
        pair: Pair,  # noqa: ARG002
        *,
        forbid: Sequence[str] = (),
    ) -> list[Draft]:
        """Go on from given beginnings of the targets; the last step is led."""
        return self._on(
            sources, lambda texts: self._engine.complete(texts, prefixes, self._final, forbid=forbid)
        )

    def align(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Alignment]:  # noqa: ARG002
        """Align given translations with their sources, through the pivots."""
        pivots = self._to_pivot(sources)
        final = self._engine.align([pivot.text for pivot in pivots], targets, self._final)
        return [compose(a.alignment, b) for a, b in zip(pivots, final, strict=True)]

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:  # noqa: ARG002
        """Score given translations by the last step."""
        return self._engine.score([pivot.text for pivot in self._to_pivot(sources)], targets, self._final)
