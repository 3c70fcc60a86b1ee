"""What an engine makes of a term alone: where that stands in the draft, there the term was rendered.

Alignments err by a word or two: they miss half of "incêndios florestais", point at an adverb beside the noun, or take
the adjective before it along. The words themselves tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import aligned, overlap
from localize.glossary.repair.location import WORD, unless_taken
from localize.glossary.repair.plan import same_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from localize.document import Draft, Span
    from localize.glossary.repair.grammar import Grammar

_NEAR = 60
"""Code points between the aligned words and the term's own, at most: an alignment errs by few words."""
_POSSESSIVE = re.compile(r"['’]s?$")
_CONTENT = re.compile(r"[^\W\d_]{4,}")
"""A word that a translation does not drop: small words may have no rendering of their own."""


class Place(NamedTuple):
    """Where a term stands in a source, and where its draft renders it by the alignment."""

    source: str
    term: Span
    draft: Draft
    old: Span | None
    others: Sequence[Span]


class Renderings:
    """Renderings of terms alone, each asked for once.

    Args:
        translate: Gives one draft a text, in order.
        grammar: Of the target language.
    """

    def __init__(
        self, translate: Callable[[Sequence[str]], Sequence[Draft]], grammar: Grammar | None
    ) -> None:
        self._translate = translate
        self._grammar = grammar
        self._known: dict[str, tuple[str, ...]] = {}

    def settle(self, places: Sequence[Place]) -> list[Span | None]:
        """Correct places by the terms' renderings alone; a place without better evidence stays as it is."""
        grammar = self._grammar
        if grammar is None:
            return [place.old for place in places]
        texts = [_POSSESSIVE.sub("", place.source[slice(*place.term)]) for place in places]
        self._learn(texts, grammar)
        return [
            _settled(place, self._known[text], grammar) for place, text in zip(places, texts, strict=True)
        ]

    def _learn(self, texts: Iterable[str], grammar: Grammar) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for text, draft in zip(new, self._translate(new) if new else (), strict=True):
            words = [word.lower() for word in WORD.findall(draft.text)]
            while words and (determiner := grammar.determiner(words[0])) and determiner.definite:
                del words[0]
            self._known[text] = tuple(words)


def _settled(place: Place, words: Sequence[str], grammar: Grammar) -> Span | None:
    source, term, draft, old, others = place
    found = [span for span in _runs(draft.text, words, grammar) if unless_taken(span, others)]
    here = next((span for span in found if old and overlap(span, old)), None)
    if here and old:
        wider = here[0] <= old[0] and old[1] <= here[1]
        return here if wider or _leaves_out(source, term, draft, old) else old
    once = len(found) == 1 and source.lower().count(source[slice(*term)].lower()) == 1
    if once and (old is None or max(old[0] - found[0][1], found[0][0] - old[1]) <= _NEAR):
        return found[0]
    return old


def _runs(text: str, words: Sequence[str], grammar: Grammar) -> list[Span]:
    """List where words, in either number, stand one after the other."""
    ours = list(WORD.finditer(text))
    size = len(words)
    return [
        (ours[i].start(), ours[i + size - 1].end())
        for i in range(len(ours) - size + 1 if size else 0)
        if all(
            same_word(found.group(), word, grammar)
            for found, word in zip(ours[i : i + size], words, strict=True)
        )
    ]


def _leaves_out(source: str, term: Span, draft: Draft, old: Span) -> bool:
    """Tell whether a place is the only rendering of a word beside the term, which would be lost with it."""
    before = re.search(r"[^\W_]+(?= $)", source[: term[0]])
    after = re.match(r" ([^\W_]+)", source[term[1] :])
    beside = [before.span()] if before else []
    beside += [(term[1] + after.start(1), term[1] + after.end(1))] if after else []
    return any(
        _CONTENT.fullmatch(source[slice(*span)]) is not None
        and all(overlap(target, old) for target in aligned(draft.alignment, span))
        for span in beside
    )
