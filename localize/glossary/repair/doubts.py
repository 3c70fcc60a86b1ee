"""Does a term that was put into a sentence leave words behind that no longer agree with it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.alignment import overlap
from localize.glossary.repair.location import WORD

if TYPE_CHECKING:
    from localize.document import Score
    from localize.glossary.repair.grammar import Features, Grammar
    from localize.glossary.repair.plan import Plan

_UNLIKELY = -1.0
"""Log-probability of a token below which an engine stumbles.

Measured on 157 edits that changed gender or number: of the 27 after which other words had to change, 24 have a word
below it that another inflection would suit, of the 130 others 28.
"""


def doubtful(plan: Plan, score: Score, grammar: Grammar | None) -> bool:
    """Tell whether the engine stumbles over an inflected word of the plan's edit that does not agree with the term.

    Args:
        plan: With an edit.
        score: Of the edit's text. Without places nobody can tell, so there is doubt; and where the number is another
            one there is, since verbs follow it.
        grammar: Of the target language; nothing agrees without one.
    """
    if grammar is None or plan.edited is None:
        return False
    if not score.places or plan.renumbered:
        return True
    unlikely = [span for span, likely in score.places if likely < _UNLIKELY]
    return any(
        any(overlap(word.span(), span) for span in unlikely)
        for word in WORD.finditer(plan.edited.text)
        if (word.group()[0].islower() or word.start() == 0)  # a name agrees with nothing
        and not overlap(word.span(), plan.term)
        and _disagrees(word.group().lower(), plan.features, grammar)
    )


def _disagrees(word: str, features: Features, grammar: Grammar) -> bool:
    """Tell whether a word has the form of another gender or number."""
    determiner = grammar.determiner(word)
    if determiner is None:
        return grammar.agree(word, features) != word
    told = zip(grammar.told(determiner, word, ""), features, strict=True)
    return any(own is not None and own != bool(asked) for own, asked in told)
