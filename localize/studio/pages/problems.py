"""What a review holds against the glossary: conflicts, repeated and stray terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.table.review import validate
from localize.glossary.table.rows import first_term

if TYPE_CHECKING:
    from starlette.responses import Response

    from localize.glossary.table.problems import Problem
    from localize.studio.visit import Visit
    from localize.studio.workspace import State

_MOST = 300
"""Shown; the rest is counted."""


def show(visit: Visit) -> Response:
    """List errors and warnings; reviewing a large glossary takes a while, and is done once for each of its states."""
    state = visit.desk.workspace.state()
    found = [problem for problem in _review(visit, state) if problem.severity != "note"]
    found.sort(key=lambda problem: problem.severity != "error")
    rows = {
        (sheet.path, row): start + index
        for start, sheet in zip(state.index.starts, state.sheets, strict=True)
        for index, row in enumerate(sheet.rows)
    }
    told = []
    for problem in found[:_MOST]:
        number = rows.get((problem.path, problem.row))
        name = state.ids[number] if number is not None else ""
        told.append((problem, name, state.row(number) if number is not None else {}))
    return visit.page(
        "problems.html",
        told=told,
        total=len(found),
        total_text=visit.count("%(num)s problem.", "%(num)s problems.", len(found)),
        most=_MOST,
        title=lambda row: first_term(row, state.languages),
    )


def _review(visit: Visit, state: State) -> tuple[Problem, ...]:
    kept = visit.desk.kept.get("review")
    if isinstance(kept, tuple) and kept[0] is state:
        found: tuple[Problem, ...] = kept[1]
        return found
    found = validate(state.glossary)
    visit.desk.kept["review"] = (state, found)
    return found
