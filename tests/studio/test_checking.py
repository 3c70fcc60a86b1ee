"""What is said of a concept while it is being written."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from localize.studio.checking import check
from localize.studio.workspace import Workspace

if TYPE_CHECKING:
    from localize.studio.desk import Desk

NEWS = "glossaries/news.csv"


def told(desk: Desk, row: dict[str, str], number: int | None = None) -> list[tuple[str, str]]:
    found = check(desk.workspace.state(), NEWS, row, number)
    return [(problem.column, problem.severity) for problem in found]


def test_a_good_concept_gets_no_remark(desk: Desk) -> None:
    assert told(desk, {"en": "treaty", "pt": "tratado", "kind": "term"}) == []


def test_a_concept_as_it_stands_is_not_held_against_itself(desk: Desk) -> None:
    state = desk.workspace.state()
    number = state.numbers["ceasefire"]
    assert told(desk, dict(state.row(number)), number) == []


def test_an_empty_form_is_told_what_is_missing(desk: Desk) -> None:
    assert told(desk, {}) == [("row", "error")]


def test_a_second_translation_of_a_term_is_a_conflict(desk: Desk) -> None:
    assert ("en", "error") in told(desk, {"en": "ceasefire", "pt": "armistício", "domain": "defence"})


def test_an_id_that_is_taken_is_an_error(desk: Desk) -> None:
    assert ("id", "error") in told(desk, {"id": "nato", "en": "treaty"})


def test_a_value_that_no_column_takes_is_an_error(desk: Desk) -> None:
    assert ("kind", "error") in told(desk, {"en": "treaty", "kind": "colour"})


def test_a_term_in_fifty_thousand_is_checked_in_less_than_a_tenth_of_a_second(project: Path) -> None:
    rows = (f"treaty {n} of the session,tratado {n} da sessão\n" for n in range(50_000))
    (project / NEWS).write_text("en,pt\n" + "".join(rows), encoding="utf-8")
    state = Workspace((Path("glossaries"),)).state()
    check(state, NEWS, {"en": "treaty 1 of the session"})
    started = time.process_time()
    found = check(state, NEWS, {"en": "treaty 49999 of the session", "pt": "acordo"})
    assert time.process_time() - started < 0.1
    assert [problem.column for problem in found] == ["en"]
