"""Units of a document vote for its language, by letters times confidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.document import Document, Unit

LIMIT = 10_000
"""Code points that are read of a text or a document; an article is sure long before."""

UNIT_LIMIT = 2_000
"""Code points that are read of one unit."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one unit says: confidence by language, and its length in letters of an alphabet."""

    found: Mapping[str, float]
    letters: float

    @property
    def language(self) -> str:
        """The best candidate; empty when there is none."""
        return max(self.found, key=lambda tag: (self.found[tag], tag), default="")

    @property
    def confidence(self) -> float:
        """Of the best candidate, 0 to 1."""
        return self.found.get(self.language, 0.0)


def prose(unit: Unit) -> str:
    """Give the beginning of a unit's text without what is protected in it (code spans, autolinks)."""
    plain, done = "", 0
    for start, end in unit.source.protected():
        plain += unit.source.plain[done:start] + " "
        done = max(done, end)
        if len(plain) >= UNIT_LIMIT:
            break
    return (plain + unit.source.plain[done:])[:UNIT_LIMIT]


def sample(document: Document) -> list[str]:
    """Choose prose from the whole length of a document, ``LIMIT`` code points of it at most."""
    texts = [text for text in (prose(unit) for unit in document.units if unit.translate) if text]
    step = -(-sum(map(len, texts)) // LIMIT) or 1
    chosen: list[str] = []
    left = LIMIT
    for text in texts[::step]:
        chosen.append(text[:left])
        left -= len(chosen[-1])
        if not left:
            break
    return chosen


def shares(votes: Sequence[Vote]) -> dict[str, float]:
    """Give each language's share of the vote, 0 to 1, largest first; empty when nobody voted."""
    cast: dict[str, float] = {}
    for vote in votes:
        if vote.language:
            cast[vote.language] = cast.get(vote.language, 0.0) + vote.letters * vote.confidence
    whole = sum(cast.values())
    return {tag: part / whole for tag, part in sorted(cast.items(), key=lambda item: (-item[1], item[0]))}


def present(votes: Sequence[Vote]) -> frozenset[str]:
    """Name the languages of a document: 10 % of the vote, or two units that are sure (0.9)."""
    sure = Counter(vote.language for vote in votes if vote.confidence >= 0.9)
    by_share = {tag for tag, share in shares(votes).items() if share >= 0.1}
    return frozenset(by_share | {tag for tag, units in sure.items() if units >= 2})


def mean_confidence(votes: Sequence[Vote], language: str) -> float:
    """Average, over the letters that voted for a language, how sure they were."""
    votes = [vote for vote in votes if vote.language == language]
    letters = sum(vote.letters for vote in votes)
    return sum(vote.letters * vote.confidence for vote in votes) / letters if letters else 0.0
