"""What an engine makes of candidates in their sentences: proposals for their translations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.location import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.document import Draft
    from localize.glossary.corpus.sighting import Candidate

_LONGEST = 400
"""Characters of a sentence that is worth translating for a proposal."""


def propose(
    candidates: Sequence[Candidate], translate: Callable[[Sequence[str]], Sequence[Draft]], target: str
) -> list[tuple[str, ...]]:
    """Propose translations.

    Each candidate is translated in its sentences, where the alignment shows its rendering, and alone.

    Args:
        candidates: Any number.
        translate: Gives one draft a sentence, in order.
        target: BCP 47 tag.

    Returns:
        For each candidate its renderings, the most frequent first; none where the engine gave nothing.
    """
    grammar = grammar_for(target)
    asked: dict[str, int] = {}
    for candidate in candidates:
        for text in (candidate.text, *(text for text, _ in candidate.places if len(text) <= _LONGEST)):
            asked.setdefault(text, len(asked))
    drafts = translate(list(asked))
    proposals: list[tuple[str, ...]] = []
    for candidate in candidates:
        votes: Counter[str] = Counter()
        for text, span in candidate.places:
            found = locate(drafts[asked[text]], span, grammar) if text in asked else None
            if found:
                votes[drafts[asked[text]].text[slice(*found)]] += 1
        alone = drafts[asked[candidate.text]].text.strip()
        if not candidate.text.endswith("."):
            alone = alone.rstrip(".")
        if alone:
            votes[_cased(alone, candidate.text)] += 1
        proposals.append(tuple(text for text, _ in votes.most_common()))
    return proposals


def _cased(text: str, like: str) -> str:
    """Take away the capital that a translation has only because it begins a line."""
    return text[:1].lower() + text[1:] if like[:1].islower() else text
