"""Split text and units into sentences."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from localize.document import Segment
from localize.segmentation.boundaries import ends
from localize.segmentation.candidates import Candidate, candidates
from localize.segmentation.place import look
from localize.segmentation.protection import Protection
from localize.segmentation.ruleset import rules

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from localize.document import Span, Unit


def split(
    text: str, language: str, *, abbreviations: Collection[str] = (), protected: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Split text into sentences.

    A line break counts as a space; a blank line ends a sentence, and so does a line that begins an item of a list.
    Takes time in proportion to the length of the text.

    Args:
        text: One block of an article.
        language: BCP 47 tag; script and region do not matter.
        abbreviations: Terms of a glossary that hold a period. No sentence ends after those that end in one; a single
            word may lack its final period. Give the same frozenset every time: its rules are made once.
        protected: Spans that no boundary may fall into, in any order: glossary hits, addresses, code.

    Returns:
        Spans in code points, half-open, sorted, disjoint and tight: no white space at either end, and nothing but
        white space between them. Empty for text without anything visible.

    Raises:
        LanguageTagError: ``language`` is no language tag.
        ConfigError: The rules of the language, a file of this package, are damaged.
    """
    known = rules(language, frozenset(abbreviations))
    kept = Protection.of(protected)
    last = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    if start >= last:
        return ()
    spans: list[Span] = []
    sentinel = Candidate(last, last, last, certain=True)
    for place, following in pairwise(chain(candidates(text, known.stops), [sentinel])):
        if kept.around(place.end) or kept.around(place.start):
            continue
        if place.certain or ends(look(text, start, place, following.end, known)):
            spans.append((start, place.end))
            start = place.start
    return (*spans, (start, last))


def segment(
    unit: Unit, language: str, *, abbreviations: Collection[str] = (), protected: Sequence[Span] = ()
) -> tuple[Segment, ...]:
    """Split a unit into segments; the gaps between them are white space.

    A heading is one segment, whatever its punctuation. No boundary falls into a ``literal`` code or into text
    that codes with ``translate=False`` enclose. Arguments and errors are those of ``split``.
    """
    source = unit.source
    literals = [(code.at, code.at + code.length) for code in source.codes if code.kind == "literal"]
    kept = [*protected, *literals, *source.protected()]
    if unit.kind == "heading":
        kept.append((0, len(source.plain)))
    spans = _widened(split(source.plain, language, abbreviations=abbreviations, protected=kept), literals)
    return tuple(Segment(unit, index, span, source.slice(*span)) for index, span in enumerate(spans))


def _widened(spans: tuple[Span, ...], literals: Sequence[Span]) -> tuple[Span, ...]:
    """Take in a literal that begins before the first sentence or ends after the last, in white space."""
    if not spans or not literals:
        return spans
    whole = Protection.of(literals)
    (start, _), (_, end) = spans[0], spans[-1]
    left, right = whole.around(start), whole.around(end)
    start, end = left[0] if left else start, right[1] if right else end
    if len(spans) == 1:
        return ((start, end),)
    return ((start, spans[0][1]), *spans[1:-1], (spans[-1][0], end))
