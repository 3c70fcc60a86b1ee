"""Bounds move the right way, and only on request the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation import baseline
from tests.evaluation.measure import Table
from tests.evaluation.methods import ALONE, OURS
from tests.evaluation.metrics import Figure
from tests.evaluation.printing import render

if TYPE_CHECKING:
    from pathlib import Path


def table(**figures: float) -> Table:
    found = {metric.replace("_", " "): Figure(value, 40) for metric, value in figures.items()}
    return Table("hard", "localize 1.0; engine x", {ALONE: {"term success": Figure(2.5, 40)}, OURS: found})


def test_a_figure_below_its_floor_or_above_its_ceiling_is_a_breach() -> None:
    measured = [table(term_success=98.0, changed_bytes=3.0, agreement=97.0)]
    bounds = {"hard": {"term success": 99.5, "changed bytes": 0.0, "agreement": 97.0}}
    assert [str(breach) for breach in baseline.breaches(measured, bounds)] == [
        "hard, term success: 98.00 is below 99.50",
        "hard, changed bytes: 3.00 is above 0.00",
    ]


def test_a_bound_that_nothing_was_measured_for_is_a_breach() -> None:
    assert baseline.breaches([table(agreement=99.0)], {"hard": {"term success": 99.0}}) != []
    assert baseline.breaches([], {"names": {"names whole": 99.0}}) != []


def test_bounds_lie_a_little_beyond_the_figures_but_changed_bytes_lie_on_them() -> None:
    new, laxer = baseline.updated([table(term_success=100.0, fired_wrongly=2.0, changed_bytes=0.0)], {})
    assert new == {"hard": {"term success": 99.5, "fired wrongly": 2.5, "changed bytes": 0.0}}
    assert laxer == []


def test_less_is_better_in_a_part_of_a_set_as_in_the_whole() -> None:
    part = Table("quiet", "localize 1.0", {OURS: {"unread: fired wrongly": Figure(8.0, 40)}})
    assert baseline.updated([part], {})[0] == {"quiet": {"unread: fired wrongly": 8.5}}
    assert [
        str(breach) for breach in baseline.breaches([part], {"quiet": {"unread: fired wrongly": 7.0}})
    ] == ["quiet, unread: fired wrongly: 8.00 is above 7.00"]


def test_a_better_figure_tightens_its_bound_and_a_worse_one_is_told() -> None:
    old = {"hard": {"term success": 98.0, "agreement": 99.0}, "names": {"names whole": 99.0}}
    new, laxer = baseline.updated([table(term_success=100.0, agreement=97.0)], old)
    assert new == {"hard": {"term success": 99.5, "agreement": 96.5}, "names": {"names whole": 99.0}}
    assert [(breach.metric, breach.value, breach.bound) for breach in laxer] == [("agreement", 96.5, 99.0)]
    assert baseline.tightened(new, laxer)["hard"] == {"term success": 99.5, "agreement": 99.0}


def test_bounds_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert baseline.read(path) == {}
    baseline.write({"names": {"names whole": 99.0}}, path)
    assert baseline.read(path) == {"names": {"names whole": 99.0}}


def test_a_table_prints_a_line_a_method_and_its_signature() -> None:
    assert render(table(agreement=97.0)).splitlines() == [
        "hard          term success   agreement",
        "engine alone     2.50 (40)           -",
        "localize                 -  97.00 (40)",
        "[localize 1.0; engine x]",
    ]
