"""After an approval, one sentence of an article is another one: the rest of the review is kept, however long it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from localize.exchange.bitext import as_written, contexts
from localize.memory import Place
from localize.memory import translation as recalled

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from localize.document import Finding, Translation
    from localize.exchange import FileResult
    from localize.guards import Checking
    from localize.memory import Memory
    from localize.studio.reviewing import Review


def settled(review: Review, segments: Collection[str], memory: Memory, checking: Checking) -> Review | None:
    """Have some segments of a review as a memory has them now, and leave all others as they are.

    Args:
        review: As it was.
        segments: Ids of those whose approval has changed; sentences that are the same go with them.
        memory: As it is now.
        checking: What is checked.

    Returns:
        The review; its ``standing`` is not looked at. None where only the engine could tell what one of them is now.
    """
    every = [one.segment for one in review.result.translations]
    said = {as_written(one.source) for one in every if one.id in segments}
    around = contexts(every)
    made = dict(review.made)
    changed: dict[str, Translation] = {}
    for at, one in enumerate(review.result.translations):
        name = one.segment.id
        if as_written(one.segment.source) not in said:
            continue
        if not one.origin.startswith("memory "):
            made[name] = one
        hit = memory.find(one.segment, review.pair, Place(review.result.document.path, *around[at]))
        if hit is None and name not in made:
            return None
        matches = [verdict.match for verdict in one.terms]
        changed[name] = (
            recalled(one.segment, matches, hit, review.pair.target) if hit is not None else made[name]
        )
    translations = tuple(changed.get(one.segment.id, one) for one in review.result.translations)
    findings = _findings(review.result, changed, checking)
    return replace(
        review, result=replace(review.result, translations=translations, findings=findings), made=made
    )


def _findings(
    result: FileResult, changed: Mapping[str, Translation], checking: Checking
) -> tuple[Finding, ...]:
    """Check the segments that have changed; what was found of the others stays, all in order."""
    _, found = checking.check(result.document, tuple(changed.values()), result.language)
    kept = [one for one in result.findings if one.segment is None or one.segment.id not in changed]
    order = {one.segment.id: at for at, one in enumerate(result.translations)}
    return tuple(
        sorted((*kept, *found), key=lambda one: -1 if one.segment is None else order[one.segment.id])
    )
