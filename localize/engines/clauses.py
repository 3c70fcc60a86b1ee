"""Sentences too long for a model, cut where a reader would pause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"\S+\s*")
_PAUSE = re.compile(r"[,;:.!?…)»”\"–—]\s*\Z")
_LONGEST = 60
"""Code points of a piece of a word that has no end."""


def clauses(text: str, tokens: Callable[[str], int], limit: int) -> list[str]:
    """Cut a text into pieces that, joined, are the text.

    Args:
        text: One sentence.
        tokens: Counts those of a word.
        limit: Tokens a piece; a single word of more is cut by length.

    Returns:
        Pieces, each ending behind a mark of punctuation where one stands in its second half, else behind a word.
    """
    words = [word[at : at + _LONGEST] for word in _WORD.findall(text) for at in range(0, len(word), _LONGEST)]
    lead = text[: len(text) - len(text.lstrip())]
    pieces: list[str] = []
    current: list[str] = []
    counts: list[int] = []
    for word in words:
        count = tokens(word)
        if current and sum(counts) + count > limit:
            cut = _cut(current)
            pieces.append("".join(current[:cut]))
            current, counts = current[cut:], counts[cut:]
        current.append(word)
        counts.append(count)
    if current:
        pieces.append("".join(current))
    return [lead + pieces[0], *pieces[1:]] if pieces else ([text] if text else [])


def _cut(words: list[str]) -> int:
    """Give the number of words in front of the best place to cut."""
    half = len(words) // 2
    return next((i + 1 for i in range(len(words) - 1, half - 1, -1) if _PAUSE.search(words[i])), len(words))
