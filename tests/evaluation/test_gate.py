"""The shipped model with localize keeps the figures of ``baseline.json``, and the bars of the project."""

from __future__ import annotations

import pytest

from tests.evaluation import baseline
from tests.evaluation.measure import SETS, Measure, Table
from tests.evaluation.methods import ALONE, OURS, Bench

pytestmark = pytest.mark.model

BARS = {
    "ordinary": {"term success": 99.5, "agreement": 97.0, "verdicts true": 99.5},
    "hard": {"term success": 99.5, "agreement": 97.0, "verdicts true": 99.5},
    "situations": {"term success": 99.5, "agreement": 97.0, "verdicts true": 99.5},
    "terms-fresh": {"term success": 99.5, "agreement": 97.0, "verdicts true": 99.5},
    "quiet": {"over-application": 10.0, "fired wrongly": 10.0},
    "quiet-news": {"over-application": 10.0, "fired wrongly": 10.0},
    "quiet-fresh": {"over-application": 10.0, "fired wrongly": 10.0},
    "names": {"names whole": 99.5},
    "names-news": {"names whole": 99.5},
    "into-english": {"term success": 99.5},
    "elsewhere": {"changed bytes": 0.0},
}
"""What the project promises, whatever the figures once were."""


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    return {table.name: table for table in Measure(Bench(), methods=()).tables()}


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_behind_its_bound(tables: dict[str, Table], name: str) -> None:
    bounds = baseline.read()
    assert bounds[name]
    assert [str(breach) for breach in baseline.breaches([tables[name]], {name: bounds[name]})] == []


@pytest.mark.parametrize("name", BARS)
def test_every_promise_is_kept(tables: dict[str, Table], name: str) -> None:
    assert [str(breach) for breach in baseline.breaches([tables[name]], {name: BARS[name]})] == []


@pytest.mark.parametrize("name", ["ordinary", "hard", "situations", "terms-fresh", "into-english"])
def test_the_text_is_never_worse_than_the_engine_s_own(tables: dict[str, Table], name: str) -> None:
    ours, alone = tables[name].figures[OURS], tables[name].figures[ALONE]
    assert ours["chrF++"].value >= alone["chrF++"].value
    assert ours["BLEU"].value >= alone["BLEU"].value
