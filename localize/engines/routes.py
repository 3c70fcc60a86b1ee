"""Routes through installed models: direct when there is a model for the pair, else over the fewest pivots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.errors import UnsupportedPairError
from localize.languages import Pair, serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def route(
    pair: Pair, available: Iterable[Pair], *, prefer: Sequence[str] = (), hint: str = ""
) -> tuple[Pair, ...]:
    """Find the shortest chain of models; ties go to the first of *prefer*, to English, to the first in the alphabet.

    A regional tag is served by its own model or, by a shorter way or for want of it, by that of its base language;
    one with a script only by models of that script, for a model writes one script only.
    *hint* says in an error what to do about it, other than to install an Argos package.

    Raises:
        UnsupportedPairError: No chain leads from source to target.
    """
    rank = {tag: number for number, tag in enumerate(dict.fromkeys((*prefer, "en")))}
    models = sorted(set(available), key=lambda p: (rank.get(p.target, len(rank)), p))
    by_source: dict[str, list[Pair]] = {}
    for model in models:
        by_source.setdefault(model.source, []).append(model)
    starts = [tag for tag in serving(pair.source) if tag in by_source]
    targets = serving(pair.target)
    chains = [_shortest(start, target, by_source) for target in targets for start in starts]
    if any(chains):
        return min(filter(None, chains), key=len)
    raise UnsupportedPairError(
        pair.source,
        pair.target,
        available=[str(model) for model in sorted(models)],
        hint=hint or f"install one with: localize model install {pair.source}-{pair.target}",
    )


def preferred(options: Mapping[str, object]) -> tuple[str, ...]:
    """Read the option ``pivots``: languages that a route goes over rather than others of the same length."""
    pivots = options.get("pivots") or ()
    assert isinstance(pivots, (list, tuple))
    return tuple(map(str, pivots))


def _shortest(source: str, target: str, by_source: Mapping[str, list[Pair]]) -> tuple[Pair, ...]:
    if source == target:
        return ()
    reached: dict[str, tuple[Pair, ...]] = {source: ()}
    queue = [source]
    for language in queue:
        for model in by_source.get(language, ()):
            if model.target not in reached:
                reached[model.target] = (*reached[language], model)
                queue.append(model.target)
    return reached.get(target, ())


def reachable(available: Iterable[Pair]) -> frozenset[Pair]:
    """List every pair that some chain of models serves."""
    models = set(available)
    by_source: dict[str, list[Pair]] = {}
    for model in sorted(models):
        by_source.setdefault(model.source, []).append(model)
    languages = {tag for model in models for tag in model}
    return frozenset(
        Pair(source, target)
        for source in languages
        for target in languages
        if source != target and _shortest(source, target, by_source)
    )
