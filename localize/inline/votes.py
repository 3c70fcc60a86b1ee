"""Words of a text, and which of them an alignment connects with a stretch of the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Alignment, Span

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, kana and Han: scripts that put no spaces between words."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:['’‑-][^\W{_UNSPACED}]+)*")

BLOCKED = float("-inf")
"""The vote for a word that cannot be had."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text in order: letters and digits, with hyphens and apostrophes inside."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Find the words of a text."""
        spans = [found.span() for found in _WORD.finditer(text)]
        return cls(tuple(start for start, _ in spans), tuple(end for _, end in spans))

    def within(self, start: int, end: int) -> range:
        """Give the numbers of the words that share a character with ``start`` to ``end``."""
        return range(
            bisect_right(self.ends, start), max(bisect_left(self.starts, end), bisect_right(self.ends, start))
        )

    def span(self, words: range) -> Span:
        """Give the place of a range of words that is not empty."""
        return self.starts[words.start], self.ends[words.stop - 1]


@dataclass(frozen=True, slots=True)
class Links:
    """An alignment, by target word: (source span, word, characters of the word)."""

    links: tuple[tuple[Span, int, int], ...]

    @classmethod
    def of(cls, alignment: Alignment, source: Words, target: Words) -> Links:
        """Lay an alignment over the words of both texts; punctuation at the edges of source spans does not count."""
        links: list[tuple[Span, int, int]] = []
        for (first, last), (start, end) in alignment:
            inside = source.within(first, last)
            if first >= last or not inside:
                continue
            span = max(first, source.starts[inside.start]), min(last, source.ends[inside.stop - 1])
            links += (
                (span, word, min(end, target.ends[word]) - max(start, target.starts[word]))
                for word in target.within(start, end)
            )
        return cls(tuple(links))

    def votes(self, span: Span, among: range) -> list[float]:
        """Count, for each target word among some, how far it renders a source span (positive) or the rest (negative)."""
        result = [0.0] * len(among)
        for (start, end), word, size in self.links:
            if word in among:
                inside = max(0, min(end, span[1]) - max(start, span[0])) / (end - start)
                result[word - among.start] += (2 * inside - 1) * size
        return result


def stretch(votes: Sequence[float], *, from_start: bool = False, to_end: bool = False) -> range | None:
    """Find the stretch with the largest sum of votes, the shortest of equals; None if no sum is positive.

    Args:
        votes: One a word, in order.
        from_start: The stretch has to begin with the first word.
        to_end: The stretch has to end with the last word.
    """
    if to_end and not from_start:
        found = stretch(votes[::-1], from_start=True)
        return range(len(votes) - found.stop, len(votes)) if found else None
    best, result = 0.0, None
    total, begin = 0.0, 0
    for place, vote in enumerate(votes):
        if total <= 0 and not from_start:
            total, begin = 0.0, place
        total += vote
        if total > best:
            best, result = total, range(begin, place + 1)
    return result
