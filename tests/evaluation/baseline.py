"""Bounds that the figures of localize must keep: ``baseline.json``, written by the command, held to by CI."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.evaluation.methods import OURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.evaluation.measure import Table

PATH = Path(__file__).parent / "baseline.json"

_LESS_IS_BETTER = frozenset(
    ["forbidden form", "over-application", "fired wrongly", "changed bytes", "left as they are"]
)
_EXACT = frozenset(["changed bytes"])
_SLACK = 0.5
"""Points (per cent, or of chrF++ and BLEU) that a bound lies beyond the figure: processors round differently, and a
sentence in some hundreds comes out another way."""

Bounds = dict[str, dict[str, float]]
"""By set and metric."""


class Breach(NamedTuple):
    """A figure on the wrong side of its bound."""

    table: str
    metric: str
    value: float
    bound: float

    def __str__(self) -> str:
        side = "above" if _less_is_better(self.metric) else "below"
        return f"{self.table}, {self.metric}: {self.value:.2f} is {side} {self.bound:.2f}"


def read(path: Path = PATH) -> Bounds:
    """Read the bounds; none when there is no file yet."""
    if not path.is_file():
        return {}
    bounds: Bounds = json.loads(path.read_text(encoding="utf-8"))
    return bounds


def write(bounds: Bounds, path: Path = PATH) -> None:
    """Write the bounds."""
    path.write_text(json.dumps(bounds, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def breaches(tables: Sequence[Table], bounds: Bounds) -> list[Breach]:
    """List the figures of localize that miss their bounds; a bound without a figure is missed, too."""
    measured = _measured(tables)
    return [
        Breach(table, metric, measured.get(table, {}).get(metric, float("nan")), bound)
        for table, metrics in bounds.items()
        for metric, bound in metrics.items()
        if not _keeps(metric, measured.get(table, {}).get(metric), bound)
    ]


def updated(tables: Sequence[Table], bounds: Bounds) -> tuple[Bounds, list[Breach]]:
    """Move the bounds to the figures.

    Returns:
        The new bounds, and those of the old that they are laxer than.
    """
    new: Bounds = {table: dict(metrics) for table, metrics in bounds.items()}
    laxer = []
    for table, metrics in _measured(tables).items():
        for metric, value in metrics.items():
            bound, old = _bound(metric, value), bounds.get(table, {}).get(metric)
            if old is not None and not _keeps(metric, bound, old):
                laxer.append(Breach(table, metric, bound, old))
            new.setdefault(table, {})[metric] = bound
    return new, laxer


def tightened(bounds: Bounds, laxer: Sequence[Breach]) -> Bounds:
    """Take back the bounds that would become laxer."""
    kept = {(breach.table, breach.metric): breach.bound for breach in laxer}
    return {
        table: {metric: kept.get((table, metric), bound) for metric, bound in metrics.items()}
        for table, metrics in bounds.items()
    }


def _measured(tables: Sequence[Table]) -> Mapping[str, Mapping[str, float]]:
    return {table.name: dict(_values(table)) for table in tables}


def _values(table: Table) -> Iterator[tuple[str, float]]:
    for metric, figure in table.figures[OURS].items():
        yield metric, figure.value


def _keeps(metric: str, value: float | None, bound: float) -> bool:
    if value is None:
        return False
    return value <= bound if _less_is_better(metric) else value >= bound


def _bound(metric: str, value: float) -> float:
    slack = 0.0 if metric in _EXACT else _SLACK
    bound = value + slack if _less_is_better(metric) else value - slack
    return round(max(0.0, bound), 2)


def _less_is_better(metric: str) -> bool:
    """Tell it by the metric, whatever part of a set it is of ("unread: over-application")."""
    return metric.rpartition(": ")[2] in _LESS_IS_BETTER
