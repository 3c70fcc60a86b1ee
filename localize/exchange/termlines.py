"""What became of each term of the glossary, counted over a run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from localize.exchange.rows import TermRow

VERDICTS = ("satisfied", "repaired", "unresolved")
_CHANGES = 3
"""Different repairs of one term that are told."""


class TermLine(NamedTuple):
    """What became of one term in one language: counts by verdict, and repairs as ``before -> after``."""

    source: str
    target: str
    counts: Mapping[str, int]
    changes: tuple[str, ...]


def term_lines(rows: Iterable[TermRow]) -> dict[str, list[TermLine]]:
    """Count verdicts by language and concept, in the order in which they were met."""
    groups: dict[str, dict[tuple[str, str], list[TermRow]]] = {}
    for row in rows:
        of_language = groups.setdefault(row.language, {})
        of_language.setdefault((row.concept, row.target), []).append(row)
    return {language: [_line(group) for group in terms.values()] for language, terms in groups.items()}


def _line(rows: Sequence[TermRow]) -> TermLine:
    changes = Counter(_change(row) for row in rows if row.verdict != "satisfied")
    del changes[""]
    shown = [text if n == 1 else f"{n} x {text}" for text, n in changes.most_common(_CHANGES)]
    if len(changes) > _CHANGES:
        shown.append(f"and {len(changes) - _CHANGES} more")
    return TermLine(rows[0].source, rows[0].target, Counter(row.verdict for row in rows), tuple(shown))


def _change(row: TermRow) -> str:
    """Say what was repaired, or what stands there instead; empty when the old rendering was not found."""
    if row.verdict == "repaired" and row.before.casefold() == row.after.casefold():
        return "letter case"
    if row.verdict == "repaired":
        return f"{row.before} -> {row.after}" if row.before else ""
    return f"left: {row.before}" if row.before else ""
