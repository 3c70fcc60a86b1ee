"""Where a draft goes round in circles, seen without knowing the language."""

from __future__ import annotations

import re
from typing import NamedTuple

_LOOP = re.compile(r"(?<!\w)(\w+(?:\W+\w+){0,3})(?:\W+\1(?!\w)){2,}", re.IGNORECASE)
_DOUBLED = re.compile(r"(?<!\w)(\w{2,}) \1(?!\w)", re.IGNORECASE)
_TWICE = re.compile(r"(?<!\w)(\w+(?:[^\w.!?]+\w+){2,5})[^\w.!?]+\1(?!\w)", re.IGNORECASE)
_READ = 2000
"""Code points in which a loop is looked for; drafts are sentences."""


class Loop(NamedTuple):
    """Where a text goes round: what stands before the second round, what goes round, and what follows the last."""

    before: str
    round: str
    after: str


def find_loop(target: str) -> Loop | None:
    """Find a word that stands twice in a row, a phrase of up to four words three times, one of three to six twice."""
    read = target[:_READ]
    loop = _LOOP.search(read) or _DOUBLED.search(read) or _TWICE.search(read)
    return Loop(target[: loop.end(1)], loop.group(1), target[loop.end() :]) if loop else None
