"""An engine for tests that translates word by word from a list: small, but an engine in every respect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.document import Draft
from localize.languages import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from localize.document import Span

_WORD = re.compile(r"\w+")


class Lexicon:
    """Translate words that are in a list, phrases of it first, and leave all others alone.

    Args:
        words: From lower case to the translation; a capital of the source is kept.
        rewrite: What is done to a word that is not in the list.
        aligned: Whether drafts come with an alignment.
    """

    signature = "lexicon 1"

    def __init__(
        self,
        words: Mapping[str, str],
        *,
        rewrite: Callable[[str], str] = lambda word: word,
        aligned: bool = True,
    ) -> None:
        self._words = words
        self._rewrite = rewrite
        self._aligned = aligned
        phrases = sorted(map(re.escape, words), key=len, reverse=True)
        self._unit = re.compile("|".join([*(rf"\b{phrase}\b" for phrase in phrases), r"\w+"]), re.IGNORECASE)
        self.asked: list[str] = []

    def pairs(self) -> frozenset[Pair]:
        return frozenset({Pair("en", "pt")})

    def origin(self, pair: Pair) -> str:
        return f"{self.signature} {pair}"

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        assert pair in self.pairs()
        self.asked += sources
        return [self._draft(source) for source in sources]

    def _draft(self, source: str) -> Draft:
        text, done = "", 0
        pairs: list[tuple[Span, Span]] = []
        for found in self._unit.finditer(source):
            word = self._words.get(found.group().lower()) or self._rewrite(found.group())
            if found.group()[0].isupper():
                word = word[:1].upper() + word[1:]
            text += source[done : found.start()]
            pairs += [(found.span(), (len(text) + a, len(text) + b)) for a, b in _words(word)]
            text += word
            done = found.end()
        return Draft(text + source[done:], tuple(pairs) if self._aligned else (), -0.1)


def _words(text: str) -> list[Span]:
    return [found.span() for found in _WORD.finditer(text)]
