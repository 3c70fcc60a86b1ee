"""Choose among candidate repairs: what a good one must have, and which of the good ones is best."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from localize.glossary.repair.acceptance import accept, pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Draft, Span
    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.acceptance import Accepted

_FIXED = re.compile(r"\d+|(?<!\S)[^\s@/]*[@/]\S*\w")
"""Numbers and addresses: no candidate may lose one."""
_WORDS = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 0.7, 1.4
"""Length of a candidate as a share of what is expected; beyond, the engine has dropped or invented something."""
_KEPT = 0.5
"""Share of the draft's words that a candidate made by the engine must keep."""
_CHANGE_COST = 0.5
"""Mean log-probability that a candidate must win for changing all words of a sentence besides the term."""


EDIT = "located-edit"
"""The method that keeps all of the draft but the term and what agrees with it."""
_ANEW = 0.4
"""Mean log-probability that a sentence written anew must win over an edit."""
_DISAGREEMENT = 0.5
"""What a determiner that disagrees costs, in mean log-probability."""


class Candidate(NamedTuple):
    """A possible repair.

    Attributes:
        method: Name for the report.
        draft: The whole sentence with the repair.
        score: Mean log-probability a token on the untouched source; 0 when the engine cannot tell.
        agrees: False when a determiner before the term contradicts its gender or number.
        doubtful: True when another word may have to agree with the term, too, or nobody can tell.
    """

    method: str
    draft: Draft
    score: float = 0.0
    agrees: bool = True
    doubtful: bool = False


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
    expected = _expected(accepted[situation.wanted], situation)
    if not _SHORTEST <= (len(text) + 10) / (expected + 10) <= _LONGEST:
        return False
    if Counter(_FIXED.findall(before)) - Counter(_FIXED.findall(text)):
        return False
    own = len(_DOUBLED.findall(situation.matches[situation.wanted].target.text))  # "Wagga Wagga"
    if len(_DOUBLED.findall(text)) > len(_DOUBLED.findall(before)) + own:
        return False
    return (
        not _repeats(text, situation) and not _old_remains(text, situation) and _keeps(candidate, situation)
    )


def _expected(accepted: Accepted, situation: Situation) -> int:
    """Give the length of the draft with the term in place of the old rendering, or of what is as long as the source's."""
    start, end = situation.old or situation.matches[situation.wanted].span
    new = accepted.span[1] - accepted.span[0] if accepted.span else 0
    return max(new, len(situation.draft.text) - (end - start) + new)


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
    """Pick the best sane candidate.

    An edit of the draft goes before a version that the engine wrote anew, since it keeps everything else, unless
    the engine finds it far worse: then the place was not the right one. Within a kind the score decides, words
    changed besides the term cost, and ties go to the first.
    """
    good = [candidate for candidate in candidates if sane(candidate, situation)]
    before = Counter(_WORDS.findall(situation.draft.text.lower()))

    def worth(candidate: Candidate) -> float:
        lost = before - Counter(_WORDS.findall(candidate.draft.text.lower()))
        cost = _CHANGE_COST * lost.total() / max(1, before.total())
        anew = 0.0 if candidate.method == EDIT else _ANEW
        return candidate.score - cost - anew - (0.0 if candidate.agrees else _DISAGREEMENT)

    return max(good, key=worth, default=None)
