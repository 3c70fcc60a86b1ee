"""Rules that respell a word by its ending: data of grammars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Rules = tuple[tuple[re.Pattern[str], str], ...]


def rules(rows: Sequence[Sequence[str]]) -> Rules:
    """Compile pairs of an expression and what takes its place."""
    return tuple((re.compile(pattern, re.IGNORECASE), replacement) for pattern, replacement in rows)


def respell(given: Rules, word: str) -> str:
    """Apply the first rule that fits; the capital stays."""
    for pattern, replacement in given:
        if pattern.search(word):
            made = pattern.sub(replacement, word, count=1)
            return made[:1].upper() + made[1:] if word[:1].isupper() else made
    return word
