"""Cut what is too long for an engine."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from localize.segmentation.protection import Protection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Span

LIMIT = 400
"""Code points that a segment may have by default: about 150 tokens, what translation models are trained on."""

_BREAKS = (
    re.compile(r"[;:؛·](?=\s)|[；：]|(?<=\s)[—–](?=\s)|—"),
    re.compile(r"[,،](?=\s)|[，、]"),
    re.compile(r"\S(?=\s)"),
)
"""Places to cut after, the best first: ; : and dashes, commas, white space."""


def cut(text: str, span: Span, limit: int = LIMIT, *, protected: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Cut a span of text into parts of at most ``limit`` code points.

    Cuts at ; : or a dash, else at a comma, else at white space (the only place there is in Thai, Lao and Khmer),
    else anywhere; parts come out about equally long. A protected span longer than ``limit`` stays whole.
    Takes time in proportion to the length of the span.

    Args:
        text: What ``span`` counts in.
        span: A segment, tight.
        limit: At least 1.
        protected: Spans that no cut may fall into, in any order; white space at their ends does not count.

    Returns:
        Spans that are sorted, disjoint and tight, with nothing but white space between them; the span itself when
        it is short enough, and none for white space alone.

    Raises:
        ValueError: ``limit`` is below 1.
    """
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    kept = Protection.of(_tight(text, *each) for each in protected)
    parts: list[Span] = []
    start, end = _tight(text, *span)
    while end - start > limit:
        at = _best(text, start, end, limit, kept)
        part, rest = _tight(text, start, at), _tight(text, at, end)
        parts.append(part)
        start = rest[0]
    return (*parts, (start, end)) if start < end else tuple(parts)


def _best(text: str, start: int, end: int, limit: int, kept: Protection) -> int:
    """Choose where to cut: the best kind of break in the last three quarters, nearest to equal parts."""
    ideal = start + -(-(end - start) // -(-(end - start) // limit))
    last = start + limit
    for breaks in _BREAKS:
        found = breaks.finditer(text, start + limit // 4, last + 1)
        free = [match.end() for match in found if match.end() <= last and not kept.around(match.end())]
        if free:
            return min(free, key=lambda place: abs(place - ideal))
    return _anywhere(text, start, end, last, kept)


def _anywhere(text: str, start: int, end: int, last: int, kept: Protection) -> int:
    """Cut at ``last``, or earlier to spare a protected span or a character with its accents, or else after it."""
    inside = kept.around(last)
    if inside:
        return inside[0] if inside[0] > start else min(inside[1], end)
    at = last
    while at > start + 1 and last - at < 16 and _joins(text, at):
        at -= 1
    return last if _joins(text, at) or kept.around(at) else at


def _joins(text: str, at: int) -> bool:
    """Tell whether the character at an offset belongs to the one before it: accents, vowel signs, joiners."""
    return (
        text[at] in "\u200d\ufe0f"
        or text[at - 1] == "\u200d"
        or unicodedata.category(text[at]) in {"Mn", "Mc"}
    )


def _tight(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
