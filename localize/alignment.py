"""Word alignment between a source and its translation, as pairs of spans.

An ``Alignment`` is a tuple of (source span, target span), sorted by target span; spans count code points of plain
text. Engines give one pair for each target token that they can attribute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.document import Alignment, Span


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``replacement``; start == end inserts."""

    start: int
    end: int
    replacement: str


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two spans share a code point."""
    return a[0] < b[1] and b[0] < a[1]


def aligned(alignment: Alignment, source: Span) -> tuple[Span, ...]:
    """List the target spans that render any part of a source span, in target order."""
    return tuple(target for origin, target in alignment if overlap(origin, source))


def aligned_sources(alignment: Alignment, target: Span) -> tuple[Span, ...]:
    """List the source spans that any part of a target span renders, in target order."""
    return tuple(origin for origin, rendering in alignment if overlap(rendering, target))


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Apply edits that are sorted and do not overlap."""
    parts: list[str] = []
    done = 0
    for start, end, replacement in edits:
        parts += (text[done:start], replacement)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def shift_offset(offset: int, edits: Iterable[Edit], *, end: bool = False) -> int:
    """Follow an offset of the old text into the edited text.

    An offset inside a replaced part moves to the replacement's start, or to its end when it is the ``end`` of a
    span.
    """
    moved = offset
    for start, stop, replacement in edits:
        if stop <= offset and not (start == stop == offset and not end):
            moved += len(replacement) - (stop - start)
        elif start < offset < stop:
            moved += (start + len(replacement) if end else start) - offset
    return moved


def edit_alignment(alignment: Alignment, edits: Sequence[Edit]) -> Alignment:
    """Follow every target span of an alignment into the edited target."""
    return tuple(
        (source, (shift_offset(start, edits), shift_offset(stop, edits, end=True)))
        for source, (start, stop) in alignment
    )


def pinned(alignment: Alignment, known: Sequence[tuple[Span, Span]]) -> Alignment:
    """Hold an alignment to what is known: each source span is rendered by its target span, all of it and nothing else.

    Args:
        alignment: An engine's, in which a word may render its neighbour's.
        known: Pairs of source span and target span, such as terms and where they stand.
    """
    if not known:
        return alignment
    kept = [
        (source, target)
        for source, target in alignment
        if not any(overlap(source, one) or overlap(target, other) for one, other in known)
    ]
    return tuple(sorted((*kept, *known), key=lambda pair: (pair[1], pair[0])))


def compose(first: Alignment, second: Alignment) -> Alignment:
    """Join source-pivot and pivot-target alignments into a source-target one."""
    pairs = {
        (source, target)
        for pivot, target in second
        for source, rendering in first
        if overlap(rendering, pivot)
    }
    return tuple(sorted(pairs, key=lambda pair: (pair[1], pair[0])))
