"""Where in a draft a source term was rendered, by word alignment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import overlap

if TYPE_CHECKING:
    from localize.document import Draft, Span
    from localize.glossary.grammar import Grammar

WORD = re.compile(
    r"(?<![^\W_])(?:[cdjlmnst]|qu|(?:a|co|da|de|ne|su)ll|quell|un)['’]|[^\W_]+(?:[-‐‑'’.][^\W_]+)*",
    re.IGNORECASE,
)
"""A word; what is elided before another (l', d', dell') is a word of its own."""
_FAR = 2
"""Function words that may stand between two words of one rendering ("chefe de gabinete")."""


class Word(NamedTuple):
    """A word of the target, with the number of aligned tokens inside and outside the source term."""

    span: Span
    text: str
    inside: int
    outside: int
    function: bool

    @property
    def core(self) -> bool:
        """Tell whether the word renders the term."""
        return self.inside > 0 and self.inside >= self.outside


def locate(draft: Draft, source: Span, grammar: Grammar | None) -> Span | None:
    """Find the stretch of the draft that renders a source span.

    Returns:
        The run of words with most tokens aligned into the span, function words trimmed at both ends; None when no
        content word is aligned with it.
    """
    words = _words(draft, source, grammar)
    runs: list[list[Word]] = []
    gap = 0
    for word in words:
        if word.core:
            if runs and gap <= _FAR:
                runs[-1].append(word)
            else:
                runs.append([word])
            gap = 0
        elif word.function or (not word.inside and not word.outside):
            gap += 1
        else:
            gap = _FAR + 1
    trimmed = [run for run in map(_trim, runs) if run]
    if not trimmed:
        return None
    best = max(trimmed, key=lambda run: sum(word.inside for word in run if not word.function))
    return _after_prefix(draft, best[0], source), best[-1].span[1]


def _after_prefix(draft: Draft, word: Word, source: Span) -> int:
    """Leave out a hyphenated prefix that renders a word outside the term: "ex-" of "ex-secretário-geral"."""
    start, end = word.span
    prefix, hyphen, rest = draft.text[start:end].partition("-")
    origins = [origin for origin, target in draft.alignment if overlap(target, (start, start + len(prefix)))]
    if hyphen and rest and origins and not any(overlap(origin, source) for origin in origins):
        return start + len(prefix) + 1
    return start


def _words(draft: Draft, source: Span, grammar: Grammar | None) -> list[Word]:
    words = []
    for found in WORD.finditer(draft.text):
        origins = [origin for origin, target in draft.alignment if overlap(target, found.span())]
        inside = sum(overlap(origin, source) for origin in origins)
        text = found.group().lower()
        determiner = grammar.determiner(text) if grammar else None
        function = grammar is not None and (
            text in grammar.prepositions or (determiner is not None and (determiner.definite or not inside))
        )
        words.append(Word(found.span(), found.group(), inside, len(origins) - inside, function))
    return words


def _trim(run: list[Word]) -> list[Word]:
    start, end = 0, len(run)
    while start < end and run[start].function:
        start += 1
    while start < end and run[end - 1].function:
        end -= 1
    return run[start:end]
