"""The blocks of a translated file, with the gaps between their segments: the units of XLIFF."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Text, Translation, Unit
    from localize.exchange.rows import FileResult


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a unit, or a gap.

    Attributes:
        source: With its codes.
        target: Of a gap, its source.
        translation: None for a gap.
    """

    source: Text
    target: Text
    translation: Translation | None = None

    @property
    def name(self) -> str:
        """Name a segment within its unit: ``s0``, ``s1`` and so on."""
        return f"s{self.translation.segment.index}" if self.translation else ""


def units(result: FileResult) -> Iterator[tuple[Unit, Sequence[Part]]]:
    """Yield the units that have segments, in order, each with its segments and gaps; joined, they are the unit."""
    for unit, translations in groupby(result.translations, key=lambda one: one.segment.unit):
        parts: list[Part] = []
        done = 0
        for translation in translations:
            start, end = translation.segment.span
            parts += _gap(unit, done, start)
            parts.append(Part(translation.segment.source, translation.target, translation))
            done = end
        yield unit, (*parts, *_gap(unit, done, len(unit.source.plain)))


def _gap(unit: Unit, start: int, end: int) -> list[Part]:
    source = unit.source.slice(start, end)
    return [Part(source, source)] if start < end else []
