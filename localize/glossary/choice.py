"""Choose among candidate repairs: what a good one must have, and which of the good ones is best."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from localize.glossary.acceptance import accept, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Draft, Span
    from localize.glossary.concepts import TermMatch

_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 0.7, 1.4
"""Length of a candidate as a share of the draft's; beyond, the engine has dropped or invented something."""
_KEPT = 0.5
"""Share of the draft's words that a candidate made by the engine must keep."""
_CHANGE_COST = 0.5
"""Mean log-probability that a candidate must win for changing all words of a sentence besides the term."""


class Candidate(NamedTuple):
    """A possible repair.

    Attributes:
        method: Name for the report.
        draft: The whole sentence with the repair.
        score: Mean log-probability a token on the untouched source; 0 when the engine cannot tell.
    """

    method: str
    draft: Draft
    score: float = 0.0


class Situation(NamedTuple):
    """What a candidate is judged against.

    Attributes:
        draft: The sentence before the repair.
        matches: All matches of the sentence.
        wanted: Index of the match under repair.
        held: Indexes of the matches that the draft already satisfies.
        old: The wrong rendering in the draft, when it was located.
        language: Target language.
    """

    draft: Draft
    matches: Sequence[TermMatch]
    wanted: int
    held: frozenset[int]
    old: Span | None
    language: str


def sane(candidate: Candidate, situation: Situation) -> bool:
    """Tell whether a candidate has the term, lost nothing, and repeats nothing."""
    text, before = candidate.draft.text, situation.draft.text
    accepted = accept(candidate.draft, situation.matches, situation.language)
    if any(accepted[i].span is None or accepted[i].forbidden for i in {situation.wanted, *situation.held}):
        return False
    if not _SHORTEST <= (len(text) + 10) / (len(before) + 10) <= _LONGEST:
        return False
    if Counter(_DIGITS.findall(before)) - Counter(_DIGITS.findall(text)):
        return False
    if len(_DOUBLED.findall(text)) > len(_DOUBLED.findall(before)):
        return False
    return (
        not _repeats(text, situation) and not _old_remains(text, situation) and _keeps(candidate, situation)
    )


def _repeats(text: str, situation: Situation) -> bool:
    """Tell whether the term stands more often than the source asks for."""
    match = situation.matches[situation.wanted]
    search = pattern(match.concept, situation.language, "preferred", "admitted")
    asked = sum(other.concept.id == match.concept.id for other in situation.matches)
    already = len(search.findall(situation.draft.text)) if search else 0
    return search is not None and len(search.findall(text)) > max(asked, already + 1)


def _old_remains(text: str, situation: Situation) -> bool:
    """Tell whether the wrong rendering still stands, as often as before, outside the terms themselves."""
    if situation.old is None:
        return False
    old = re.escape(situation.draft.text[slice(*situation.old)])
    match = situation.matches[situation.wanted]
    term = pattern(match.concept, situation.language, "preferred", "admitted")

    def count(written: str) -> int:
        rest = term.sub("\0", written) if term else written
        return len(re.findall(rf"(?<!\w){old}(?!\w)", rest, re.IGNORECASE))

    return count(text) >= count(situation.draft.text) > 0


def _keeps(candidate: Candidate, situation: Situation) -> bool:
    before = Counter(_WORDS.findall(situation.draft.text.lower()))
    kept = before & Counter(_WORDS.findall(candidate.draft.text.lower()))
    return kept.total() >= _KEPT * before.total() - 2


def best(candidates: Sequence[Candidate], situation: Situation) -> Candidate | None:
    """Pick the sane candidate with the best score; words changed besides the term cost, ties go to the first."""
    good = [candidate for candidate in candidates if sane(candidate, situation)]
    if not good:
        return None
    before = Counter(_WORDS.findall(situation.draft.text.lower()))

    def worth(candidate: Candidate) -> float:
        lost = before - Counter(_WORDS.findall(candidate.draft.text.lower()))
        return candidate.score - _CHANGE_COST * lost.total() / max(1, before.total())

    return max(good, key=worth)
