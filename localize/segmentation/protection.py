"""Spans that no boundary may fall into."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from localize.document import Span


@dataclass(frozen=True, slots=True)
class Protection:
    """Protected spans, merged where they overlap, sorted.

    Attributes:
        starts: Offsets at which they begin.
        ends: Offsets at which they end, in the same order.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Protection:
        """Collect spans given in any order; they may overlap, and empty ones protect nothing."""
        merged: list[list[int]] = []
        for start, end in sorted(spans):
            if merged and start < merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            elif start < end:
                merged.append([start, end])
        return cls(tuple(start for start, _ in merged), tuple(end for _, end in merged))

    def around(self, offset: int) -> Span | None:
        """Give the protected span that a cut at ``offset`` would divide, or None."""
        at = bisect_left(self.starts, offset) - 1
        return (self.starts[at], self.ends[at]) if at >= 0 and offset < self.ends[at] else None
