"""Where in a draft a source term was rendered, by word alignment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import aligned_sources, overlap
from localize.glossary.repair.grammar import Features

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from localize.document import Draft, Span
    from localize.glossary.repair.grammar import Grammar

WORD = re.compile(
    r"(?<![^\W_])(?:[cdjlmnst]|qu|(?:a|co|da|de|ne|su)ll|quell|un)['’]|[^\W_]+(?:[-‐‑'’.][^\W_]+)*",
    re.IGNORECASE,
)
"""A word; what is elided before another (l', d', dell') is a word of its own."""
PREFIXES = ("ex", "vice", "anti", "não", "non", "pró", "pro", "pre", "pré", "pós", "post")
"""What may stand hyphenated before any term and leaves it what it is."""
_MARKS = re.compile(r"[\"“”«»]")
"""What one rendering does not go across."""
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


def locate(draft: Draft, source: Span, grammar: Grammar | None, *, text: str = "") -> Span | None:
    """Find the stretch of the draft that renders a source span.

    A name that the source has elsewhere is no part of it, whatever the alignment says: "Contra-almir John" of a rear
    admiral.

    Args:
        draft: Of a sentence.
        source: The span in the sentence.
        grammar: Of the target language.
        text: The sentence; without it, nothing is known of names in it.

    Returns:
        The run of words with most tokens aligned into the span, function words trimmed at both ends; None when no
        content word is aligned with it.
    """
    words = _words(draft, source, grammar, _names_beside(text, source))
    runs: list[list[Word]] = []
    gap = 0
    parted = _MARKS.search(draft.text) is not None
    for word in words:
        if word.core:
            if (
                runs
                and gap <= _FAR
                and not (parted and _MARKS.search(draft.text, runs[-1][-1].span[1], word.span[0]))
            ):
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
    behind = words[words.index(best[-1]) + 1 :][:1]
    if behind and behind[0].span[0] == best[-1].span[1] + 1 and _loose(behind[0], draft, text, grammar):
        best = [*best, *behind]
    return best[0].span[0], best[-1].span[1]


def _loose(word: Word, draft: Draft, text: str, grammar: Grammar | None) -> bool:
    """Tell whether an adjective is aligned with nothing but marks: "ataque [aéreo]" of an airstrike and a comma."""
    one, many = Features(feminine=False, plural=False), Features(feminine=False, plural=True)
    if (
        not text or grammar is None or word.function or word.text.endswith("u")
    ):  # "choveu" looks like "europeu"
        return False
    if grammar.agree(word.text, one) == grammar.agree(word.text, many):
        return False
    origins = aligned_sources(draft.alignment, word.span)
    return bool(origins) and not any(map(str.isalnum, "".join(text[a:b] for a, b in origins)))


def bare(span: Span | None, text: str, grammar: Grammar | None) -> Span | None:
    """Leave out the articles at the beginning of a stretch, if it has more than them."""
    if span is None or grammar is None:
        return span
    for word in WORD.finditer(text, *span):
        determiner = grammar.determiner(word.group())
        if determiner is None or not determiner.definite:
            return word.start(), span[1]
    return span


def whole(rejected: Span | None, place: Span | None) -> Span | None:
    """Widen a rejected term to all of its rendering: "[vitória de deslizamento] de terra"."""
    if rejected and place and overlap(rejected, place):
        return min(rejected[0], place[0]), max(rejected[1], place[1])
    return rejected or place


def unless_taken(place: Span | None, others: Sequence[Span]) -> Span | None:
    """Give a place up that another term takes."""
    return None if place and any(overlap(place, other) for other in others) else place


def clipped(place: Span | None, others: Sequence[Span]) -> Span | None:
    """Take from a place what it shares with other terms; all of it where one stands in its midst."""
    if place is None:
        return None
    start, end = place
    for a, b in others:
        if a <= start < b:
            start = b
        elif a < end <= b:
            end = a
    return unless_taken((start, end), others) if start < end else None


def _names_beside(text: str, source: Span) -> frozenset[str]:
    """List the words with a capital that a text has, but not within a span."""
    start, end = source
    around = {word for word in (*WORD.findall(text[:start]), *WORD.findall(text[end:])) if word[0].isupper()}
    return frozenset(around.difference(WORD.findall(text[start:end])))


def _words(draft: Draft, source: Span, grammar: Grammar | None, names: Container[str]) -> list[Word]:
    words = []
    for span in _pieces(draft.text):
        start, end = span
        origins = [origin for origin, (a, b) in draft.alignment if a < end and start < b]
        inside = sum(overlap(origin, source) for origin in origins)
        if draft.text[slice(*span)] in names and inside:
            origins, inside = [source], 0
        text = draft.text[slice(*span)].lower()
        determiner = grammar.determiner(text) if grammar else None
        function = grammar is not None and (
            text in grammar.prepositions
            or text in grammar.adverbs
            or (determiner is not None and (determiner.definite or not inside))
        )
        words.append(Word(span, text, inside, len(origins) - inside, function))
    return words


def _pieces(text: str) -> Iterator[Span]:
    """Yield the words of a text; a hyphenated prefix is one by itself: "ex-" of "ex-ministro"."""
    for found in WORD.finditer(text):
        start, end = found.span()
        prefix, hyphen, rest = found.group().partition("-")
        if hyphen and rest and prefix.lower() in PREFIXES:
            yield start, start + len(prefix)
            start += len(prefix) + 1
        yield start, end


def _trim(run: list[Word]) -> list[Word]:
    start, end = 0, len(run)
    while start < end and run[start].function:
        start += 1
    while start < end and run[end - 1].function:
        end -= 1
    return run[start:end]
