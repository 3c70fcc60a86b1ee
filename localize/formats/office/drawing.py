"""Text in DrawingML (ISO/IEC 29500-1, section 21.1.2): on slides, in charts and diagrams.

Of a chart, titles and labels that somebody wrote are read; names of categories and series are those of its spreadsheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.formats.office import ooxml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.formats.xml import Event

BESIDE = ("chart", "diagramData", "diagramDrawing")
"""Kinds of parts with drawings that a document or a slide uses."""


def _kind(_head: Sequence[Event], around: Sequence[str]) -> str:
    if "a:tc" in around:
        return "table-cell"
    return "heading" if ooxml.TITLE in around else "paragraph"


GRAMMAR = ooxml.Grammar(
    prefix="a",
    kinds={"a:br": "break"},
    texts={},
    pairs=frozenset(),
    left=frozenset(),
    unseen=frozenset(["lang", "altLang", "dirty", "err", "noProof", "smtClean", "smtId", "bmk", "kumimoji"]),
    kind=_kind,
)
