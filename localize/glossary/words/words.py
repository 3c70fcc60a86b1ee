"""Lists of words as sets."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Make a set of the words of a text; long lists of words are easier to read and to keep in order so."""
    return frozenset(text.split())
