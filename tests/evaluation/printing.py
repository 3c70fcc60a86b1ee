"""The tables as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.evaluation.measure import Table
    from tests.evaluation.metrics import Figure


def render(table: Table) -> str:
    """Write a table: a line a method, a column a metric, then what was counted, and the signature."""
    metrics = list(dict.fromkeys(metric for row in table.figures.values() for metric in row))
    lines = [[table.name, *metrics]]
    for method, row in table.figures.items():
        lines.append([method, *(_cell(row.get(metric)) for metric in metrics)])
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    text = [
        "  ".join(
            [line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True))]
        )
        for line in lines
    ]
    return "\n".join([*text, f"[{table.signature}]", ""])


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return "-"
    return f"{figure.value:.2f} ({figure.of})" if figure.of else f"{figure.value:.2f}"
