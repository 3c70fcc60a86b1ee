"""How long a translation is likely to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.languages import base

if TYPE_CHECKING:
    from localize.languages import Pair

_DENSITY = {"zh": 0.33, "ja": 0.45, "ko": 0.5, "ar": 0.85, "he": 0.8, "fa": 0.9, "th": 0.9}
"""Characters with which a language says what English says in one; 1 where nothing stands. Round figures: scripts
that write syllables or leave out vowels are short, alphabets differ by less than any bound allows for."""


def expected_length(source: str, pair: Pair) -> float:
    """Estimate the length of a translation, in characters."""
    return len(source) * _DENSITY.get(base(pair.target), 1) / _DENSITY.get(base(pair.source), 1)
