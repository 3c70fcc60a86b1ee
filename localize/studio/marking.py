"""Texts with marks in them, as pieces that a template can write one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from localize.document import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place.

    Attributes:
        span: Half-open, code points.
        kind: ``satisfied``, ``repaired``, ``unresolved``, ``term``, ``quiet`` or ``finding``.
        title: What there is to say of it.
        number: Of the line that explains it; 0: none.
    """

    span: Span
    kind: str
    title: str = ""
    number: int = 0


def pieces(text: str, marks: Iterable[Mark]) -> list[tuple[str, Mark | None]]:
    """Take a text apart at its marks; of marks that overlap, the first one stays."""
    found: list[tuple[str, Mark | None]] = []
    done = 0
    for mark in sorted(marks, key=lambda one: one.span[0]):
        start, end = mark.span
        if start < done or end <= start or end > len(text):
            continue
        if start > done:
            found.append((text[done:start], None))
        found.append((text[start:end], mark))
        done = end
    if done < len(text):
        found.append((text[done:], None))
    return found
