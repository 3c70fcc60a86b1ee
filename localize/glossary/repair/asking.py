"""From plans to repairs, cheapest first: most edits need no other version of the sentence from the engine.

An edit that keeps gender and number is done. Of the others the engine's score first tells which words hang on the
term (``attuning``); then the edit is done, too, unless it fails the checks. An engine without scores, and one whose
edit fails, is asked for versions of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.repair.choice import EDIT, Candidate, best, sane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.glossary.repair.choice import Situation
    from localize.glossary.repair.plan import Plan
    from localize.glossary.repair.versions import Versions


def repairs(
    plans: Sequence[Plan], situations: Sequence[Situation], versions: Versions
) -> list[Candidate | None]:
    """Find a repair for each plan, all in the same engine calls; None where no candidate passes the checks."""
    attuned = versions.attuned(plans, [situation.draft.text for situation in situations])
    plans = [
        new if new.edited and sane(Candidate(EDIT, new.edited), situation) else old
        for old, new, situation in zip(plans, versions.turned(attuned), situations, strict=True)
    ]
    found = [[Candidate(EDIT, plan.edited)] if plan.edited else [] for plan in plans]
    fine = [bool(own) and sane(own[0], situation) for own, situation in zip(found, situations, strict=True)]
    result = [own[0] if ok else None for own, ok in zip(found, fine, strict=True)]

    def add(indexes: Sequence[int], made: Sequence[list[Candidate]]) -> None:
        for i, scored in zip(indexes, versions.score([plans[i] for i in indexes], made), strict=True):
            found[i] += scored

    def settle(indexes: Sequence[int], ask: Callable[[Sequence[Plan]], list[list[Candidate]]]) -> list[int]:
        if indexes:
            add(indexes, ask([plans[i] for i in indexes]))
        for i in indexes:
            result[i] = best(found[i], situations[i])
        return [i for i in indexes if result[i] is None]

    unsure = [i for i, plan in enumerate(plans) if not (plan.safe and fine[i])]
    edits = [found[i] for i in unsure]
    for i in unsure:
        found[i] = []
    add(unsure, edits)
    doubtful = [
        i for i in unsure
        if not fine[i] or not found[i][0].agrees or (found[i][0].doubtful and not versions.attunes)
    ]  # fmt: skip
    settle(settle(doubtful, versions.ask), versions.rescue)
    return versions.align(plans, result)
