"""Renderings made comparable: "dos secretários gerais" and "secretário geral" are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simplemma import lemmatize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FUNCTION = frozenset(
    re.findall(
        r"\w+", "a à ao aos as às da das de do dos e em na nas no nos o os para pela pelas pelo pelos um uma"
    )
)


def normalised(text: str, spans: Sequence[Span]) -> str:
    """Give the lemmas of the words that spans touch, without function words, in order.

    Args:
        text: A Portuguese sentence.
        spans: Places in it, in any order; parts of words stand for the words.
    """
    touched = [
        found.group().lower()
        for found in _WORD.finditer(text)
        if any(start < found.end() and found.start() < end for start, end in spans)
    ]
    return " ".join(lemmatize(word, "pt").lower() for word in touched if word not in _FUNCTION)
