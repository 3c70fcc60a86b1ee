"""A sentence on its way through enforcement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Draft, Span
    from localize.glossary.concepts import TermMatch


DRIFT = Message("rendered otherwise elsewhere in the document")
"""Reason of a verdict that is satisfied by a term which is not the document's usual one."""

UNIFIED = Message("so that the document calls one thing one thing")
"""Reason of a verdict that is repaired only because the document renders the concept otherwise elsewhere."""


class Job(NamedTuple):
    """One segment to be enforced.

    Attributes:
        source: Plain.
        draft: What the engine made of it.
        matches: The glossary's; their spans count in the source.
        document: Number of the article it is from; names are learnt within one.
        protected: Spans of the source that come through unchanged anyway: code, placeholders.
    """

    source: str
    draft: Draft
    matches: tuple[TermMatch, ...]
    document: int = 0
    protected: tuple[Span, ...] = ()


@dataclass(slots=True)
class State:
    """A segment under repair.

    Attributes:
        pending: Indexes of the matches still to be repaired.
        names: How many matches, the last ones, are names and not the glossary's.
        methods: How a match was repaired, and what stood there before.
        failed: Why a match could not be repaired.
        narrowed: Matches as they were before the document's consistency asked for one term only.
        unified: Matches that were repaired for the document's consistency.
    """

    job: Job
    draft: Draft
    pending: list[int]
    names: int
    methods: dict[int, tuple[str, str]] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)
    narrowed: dict[int, TermMatch] = field(default_factory=dict)
    unified: set[int] = field(default_factory=set)

    def narrow(self, index: int, match: TermMatch) -> None:
        """Ask a match for one term only."""
        matches = list(self.job.matches)
        self.narrowed[index] = matches[index]
        matches[index] = match
        self.job = self.job._replace(matches=tuple(matches))

    def widen(self, drifting: Sequence[int]) -> None:
        """Ask every match for what its entry allows again; what still departs from the document is noted."""
        matches = list(self.job.matches)
        for i, match in self.narrowed.items():
            matches[i] = match
        self.job = self.job._replace(matches=tuple(matches))
        self.failed |= dict.fromkeys(drifting, DRIFT)
