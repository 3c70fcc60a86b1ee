"""One concept: seen, written, checked while it is written, saved, removed; and what it was before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from localize.errors import LocalizeError
from localize.glossary.table.columns import PLAIN
from localize.glossary.table.csvfile import LONGEST_CELL, VALUES
from localize.glossary.table.rows import first_term, split_name
from localize.languages import NAMES, LanguageTagError, normalise
from localize.studio import saving
from localize.studio.checking import check as look
from localize.studio.history import history as past
from localize.studio.labels import language
from localize.studio.pages import concepts
from localize.studio.pages.sent import sent
from localize.studio.saving import Conflict, Entry, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from localize.glossary.table.problems import Problem
    from localize.glossary.table.rows import Row
    from localize.studio.visit import Visit
    from localize.studio.workspace import State

PANEL = "parts/concept.html"
_LIST = ("text", "kind", "domain", "status", "file", "missing", "all", "sort", "page")
"""Of the address: what the list beside the concept shows."""


class UnknownConceptError(LocalizeError):
    """No concept of that id."""


def show(visit: Visit) -> Response:
    """Show a concept with its form, or an empty form for a new one."""
    state = visit.desk.workspace.state()
    name = visit.asked("id")
    if not name:
        return _form(visit, _new(visit, state))
    if name not in state.numbers:
        raise UnknownConceptError(
            visit.say("There is no concept “%(name)s” any more.", name=name[:80]),
            hint=visit.say("It may have been renamed or removed; search for its term."),
        )
    return _form(visit, _entry(state, state.numbers[name]), name=name)


def check(visit: Visit) -> Response:
    """Say what is wrong with a concept while it is being written."""
    state = visit.desk.workspace.state()
    entry = sent(visit)
    number = _number(state, entry)
    problems = look(state, entry.path, entry.cells, number) if _is_open(visit, entry) else ()
    return visit.page(
        "parts/checks.html", problems=problems, checked=True, rivals=_rivals(state, entry, number)
    )


def save(visit: Visit) -> Response:
    """Save what the form says; when that cannot be, say why and show both."""
    entry = sent(visit)
    new = entry.before is None
    label = visit.say("added") if new else visit.say("changed")
    outcome = saving.save(
        visit.desk.workspace, visit.desk.journal, entry, label=label, force=visit.sent("force") == "1"
    )
    if isinstance(outcome, Refused):
        return _form(visit, entry, name=visit.sent("name"), problems=outcome.problems, refused=True)
    if isinstance(outcome, Conflict):
        return _both(visit, entry, outcome)
    if not visit.is_part or not outcome.concept:
        visit.desk.notices = [visit.say("Saved.")]
        return visit.elsewhere(
            "/concept" if outcome.concept else "/", **({"id": outcome.concept} if outcome.concept else {})
        )
    state = visit.desk.workspace.state()
    fresh = _entry(state, state.numbers[outcome.concept])
    return _form(
        visit,
        fresh,
        name=outcome.concept,
        saved=True,
        problems=outcome.problems,
        headers={"HX-Trigger": "saved", "HX-Push-Url": concept_url(outcome.concept)},
    )


def add_language(visit: Visit) -> Response:
    """Show the form with fields for one language more, and with what was written so far."""
    entry = sent(visit)
    try:
        added = normalise(visit.sent("language").strip())
    except LanguageTagError:
        added = ""
    return _form(visit, entry, name=visit.sent("name"), added=added)


def remove(visit: Visit) -> Response:
    """Take the concept out of its file."""
    entry = sent(visit)
    outcome = saving.remove(visit.desk.workspace, visit.desk.journal, entry, label=visit.say("removed"))
    if isinstance(outcome, Conflict):
        return _both(visit, entry, outcome)
    term = next((cell for name, cell in (entry.before or {}).items() if split_name(name)[0] == "term"), "")
    visit.desk.notices = [visit.say("“%(term)s” was removed. Undo brings it back.", term=term)]
    return visit.elsewhere("/")


def history(visit: Visit) -> Response:
    """Show what Git knows of a concept."""
    state = visit.desk.workspace.state()
    name = visit.asked("id")
    if name not in state.numbers:
        raise UnknownConceptError(visit.say("There is no concept “%(name)s” any more.", name=name[:80]))
    number = state.numbers[name]
    sheet, index = state.index.place(number)
    told = past(visit.desk.workspace.path(sheet.path), state.row(number), sheet.rows[index])
    return concepts.page(
        visit,
        panel="parts/history.html",
        name=name,
        told=told,
        row=state.row(number),
        file=sheet.path,
        title=first_term(state.row(number), state.languages) or name,
    )


def concept_url(name: str) -> str:
    """Give the address of a concept."""
    return f"/concept?{urlencode({'id': name})}"


def closing(visit: Visit) -> str:
    """Give the address of the list alone."""
    asked = {name: visit.asked(name) for name in _LIST if visit.asked(name)}
    return f"/?{urlencode(asked)}" if asked else "/"


def _form(
    visit: Visit,
    entry: Entry,
    *,
    name: str = "",
    problems: Sequence[Problem] | None = None,
    refused: bool = False,
    saved: bool = False,
    added: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Show the form of a concept."""
    state = visit.desk.workspace.state()
    number = state.numbers.get(name)
    if problems is None:
        problems = look(state, entry.path, entry.cells, number) if name else ()
    source, target = visit.desk.pair(state)
    wanted = [source, target, *state.languages, added]
    wanted += [split_name(column)[1] or column for column in entry.cells if column not in PLAIN]
    tags = list(filter(None, dict.fromkeys(wanted)))
    return concepts.page(
        visit,
        panel=PANEL,
        entry=entry,
        name=name,
        before=json.dumps(entry.before) if entry.before is not None else "",
        tags=tags,
        problems=problems,
        checked=bool(name or refused),
        rivals=_rivals(state, entry, number),
        refused=refused,
        saved=saved,
        added=added,
        oob=False,
        known_languages=[(tag, language(tag, visit.say)) for tag in NAMES],
        closing=closing(visit),
        values=VALUES,
        domains=state.index.values("domain"),
        files=state.files or (str(visit.desk.workspace.first),),
        longest=LONGEST_CELL,
        headers=headers,
    )


def _both(visit: Visit, entry: Entry, conflict: Conflict) -> Response:
    """Show what stands in the file now beside what was written in the form."""
    theirs, before = conflict.theirs or {}, entry.before or {}
    names = dict.fromkeys((*before, *theirs, *entry.cells))
    cells = [(name, before.get(name, ""), theirs.get(name, ""), entry.cells.get(name, "")) for name in names]
    return concepts.page(
        visit,
        panel="parts/conflict.html",
        entry=entry,
        conflict=conflict,
        theirs_json=json.dumps(conflict.theirs) if conflict.theirs is not None else "",
        differing=[cell for cell in cells if cell[2] != cell[3]],
        same=[(cell[0], cell[2]) for cell in cells if cell[2] == cell[3] and cell[2]],
        name=visit.sent("name"),
    )


def _new(visit: Visit, state: State) -> Entry:
    """Begin a new concept: in the file that is shown, with what the address says."""
    files = state.files or (str(visit.desk.workspace.first),)
    path = visit.asked("file") if visit.asked("file") in files else files[0]
    source, _ = visit.desk.pair(state)
    text = " ".join(visit.asked("text").split())[:LONGEST_CELL]
    cells = {source: text} if text else {}
    return Entry(path, None, cells)


def _entry(state: State, number: int) -> Entry:
    sheet, index = state.index.place(number)
    row = state.row(number)
    return Entry(sheet.path, row, row, sheet.rows[index], sheet.sha256)


def _number(state: State, entry: Entry) -> int | None:
    """Tell which concept a form is about; None for a new one."""
    if entry.before is None:
        return None
    for start, sheet in zip(state.index.starts, state.sheets, strict=True):
        if sheet.path == entry.path:
            found = [n for n in state.claimants(entry.before) if n >= start and state.row(n) == entry.before]
            return found[0] if found else None
    return None


def _is_open(visit: Visit, entry: Entry) -> bool:
    return visit.desk.workspace.path(entry.path) is not None


def _rivals(state: State, entry: Entry, number: int | None) -> list[tuple[str, Row]]:
    """List other concepts that claim a spelling of this one."""
    near = sorted(state.claimants(entry.cells) - {number})
    return [(state.ids[one], state.row(one)) for one in near[:5]]
