"""Names that an engine has spelled wrong: "Joko Wido" for "Joko Widodo"."""

from __future__ import annotations

import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from localize.glossary.words.tokens import WORD
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIKE = 0.8
"""Similarity from which a word is the other, misspelled (twice the common letters over the letters of both)."""
_SHORTEST = 3


def misspelled(name: str, rendering: str, language: str) -> bool:
    """Tell whether a rendering is the name with letters wrong.

    Every word of the name is there, if once where it is doubled ("Wagga Wagga"), or one much like it in place of a word that the source language does not have;
    a word that it has may have been translated ("Museum" to "Museu").

    Args:
        name: Of the source; one word is enough.
        rendering: What stands at its place.
        language: Source language.
    """
    written = WORD.findall(rendering)
    lost = list((Counter(WORD.findall(name)) - Counter(written)).elements())
    own = [word for word in WORD.findall(name) if word in written and len(word) >= _SHORTEST]
    if not lost or (not own and " " in name):
        return False
    return all(
        word in written or (_near(word, written) and not is_word(word.lower(), language)) for word in lost
    )


def _near(word: str, written: Sequence[str]) -> bool:
    bare = _bare(word)
    return any(_bare(other)[:1] == bare[:1] and _alike(bare, _bare(other)) for other in written)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _bare(word: str) -> str:
    """Write a word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
