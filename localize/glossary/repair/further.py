"""Words that agree with a noun and stand behind it, or at the beginning of its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit, aligned_sources, overlap
from localize.glossary.repair.location import WORD

if TYPE_CHECKING:
    from localize.glossary.repair.agreement import Context, Replacement
    from localize.glossary.repair.grammar import Grammar

_OPENING = re.compile(r"([A-Z]\w+[aei]d[ao]s?) (\w+)[^,]{0,60}, $")
"""A participle, the word behind it and what goes with them, before the subject of a sentence."""


def agree_after(new: Replacement, grammar: Grammar) -> list[Edit]:
    """Inflect an adjective directly after the noun that renders a word directly before the term."""
    text, end = new.draft.text, new.span[1]
    word = WORD.match(text, end + 1)
    if word is None or text[end : end + 1] != " ":
        return []
    if not (_modifies(new, word) if new.draft.alignment else _may_modify(new, word, grammar)):
        return []
    agreeing = grammar.agree(word.group(), new.features)
    return [] if word.group()[0].isupper() else [Edit(*word.span(), agreeing)]


def agree_opening(new: Replacement, found: Context, grammar: Grammar) -> list[Edit]:
    """Inflect a participle that opens a sentence whose subject is the term: "Fechada desde maio, a [escola]"."""
    start = found.chain[-1].span[0] if found.chain else new.span[0]
    word = _OPENING.match(new.draft.text, 0, start)
    if word is None or None in found.features or grammar.determiner(word.group(2)):
        return []
    own = word.group(1)
    agreed = grammar.agree(own.lower(), found.features) == own.lower()
    return [Edit(*word.span(1), grammar.agree(own.lower(), new.features).capitalize())] if agreed else []


def _modifies(new: Replacement, word: re.Match[str]) -> bool:
    """Tell by the alignment whether a word renders what stands directly before the term."""
    origins = aligned_sources(new.draft.alignment, word.span())
    return (
        bool(origins)
        and 0 <= new.match.span[0] - origins[-1][1] <= 1
        and not any(overlap(origin, new.match.span) for origin in origins)
    )


def _may_modify(new: Replacement, word: re.Match[str], grammar: Grammar) -> bool:
    """Tell without alignment: "the German Prime Minister" has an adjective with a capital, so that is what follows."""
    text = word.group().lower()
    before = re.search(r"(?<=[^.!?:] )[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ]+ $", new.source[: new.match.span[0]])
    return before is not None and text not in grammar.prepositions and grammar.determiner(text) is None
