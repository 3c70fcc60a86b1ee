"""Changed rows are reviewed against the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.table.csvfile import parse_bytes
from localize.glossary.table.vetting import vet

if TYPE_CHECKING:
    from localize.glossary.table.sheet import Sheet


def sheet(path: str, text: str) -> Sheet:
    found, problems = parse_bytes(text.encode(), path)
    assert found, problems
    return found


def test_a_source_that_another_file_translates_otherwise_is_an_error() -> None:
    files = [sheet("a.csv", "en,pt\nsummit,cúpula\n"), sheet("b.csv", "en,pt\nUN,ONU\nSummit,cimeira\n")]
    (problem,) = vet(files, "b.csv", [3])
    assert (problem.path, problem.row, problem.severity) == ("b.csv", 3, "error")
    assert "a.csv:2" in problem.message


def test_rows_that_were_not_changed_are_not_judged() -> None:
    files = [sheet("a.csv", "en,pt\nsummit,cúpula\nsummit,cimeira\nUN,ONU\n")]
    assert vet(files, "a.csv", [4]) == ()


def test_a_spelling_that_another_row_lists_as_a_variant_is_found() -> None:
    files = [sheet("a.csv", "en,pt,variants:en\ntruce,trégua,armistice\nceasefire,cessar-fogo,armistice\n")]
    (problem,) = vet(files, "a.csv", [3])
    assert problem.column == "variants:en"
