"""The surroundings of a place where a sentence may end, as far as the rules look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from localize.segmentation.candidates import Candidate
    from localize.segmentation.ruleset import Rules

WINDOW = 300
"""Code points that rules see on either side. Bounds the work for one place, whatever the text is."""

_BEGINNING = re.compile(r"([\W_]*)((?:[^\W\d_]|\d)?)([^\W_]*)")
_LETTERS = re.compile(r"[\W_]*([^\W\d_]+)")


class Place(NamedTuple):
    """A place where a sentence may end.

    Attributes:
        left: What stands before it since the sentence began, through the mark.
        closers: Quotation marks and brackets after the mark.
        spaced: White space follows.
        right: What follows the white space, up to the next such place.
        lead: What ``right`` begins with before its first letter or digit.
        first: That letter or digit; empty when there is none.
        word: The word or number that begins with ``first``.
        starter: The first word of letters on the right is one that sentences begin with.
        rules: Of the language.
    """

    left: str
    closers: str
    spaced: bool
    right: str
    lead: str
    first: str
    word: str
    starter: bool
    rules: Rules

    @property
    def mark(self) -> str:
        """The character that may end the sentence."""
        return self.left[-1]


def look(text: str, begin: int, candidate: Candidate, end: int, rules: Rules) -> Place:
    """Look at a candidate of ``text``: the sentence so far begins at ``begin``, the next candidate is at ``end``."""
    right = text[candidate.start : min(end, candidate.start + WINDOW)]
    beginning, letters = _BEGINNING.match(right), _LETTERS.match(right)
    lead, first, rest = beginning.groups() if beginning else ("", "", "")
    return Place(
        left=text[max(begin, candidate.stop - WINDOW) : candidate.stop],
        closers=text[candidate.stop : candidate.end],
        spaced=candidate.end < candidate.start,
        right=right,
        lead=lead,
        first=first,
        word=first + rest,
        starter=letters is not None and letters[1].lower() in rules.starters,
        rules=rules,
    )
