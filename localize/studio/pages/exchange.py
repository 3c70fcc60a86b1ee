"""Glossaries of other programs: read, looked at, added; and the glossary written for them."""

from __future__ import annotations

from pathlib import PurePath
from secrets import token_urlsafe
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import Response

from localize import __version__
from localize.errors import InputError
from localize.glossary.table.rows import header, names_in, rows_of, split_name
from localize.languages import LanguageTagError, normalise
from localize.studio import saving
from localize.termbases import FORMATS, Reading, Writing, load
from localize.termbases import export as write

if TYPE_CHECKING:
    from localize.glossary.table.rows import Row
    from localize.studio.visit import Visit

_MOST_TOLD = 50
"""Entries left out that are named one by one."""
_SAMPLE = 8


def show(visit: Visit) -> Response:
    """Show the forms for importing and exporting."""
    state = visit.desk.workspace.state()
    source, target = visit.desk.pair(state)
    return visit.page(
        "exchange.html", state=state, source=source, target=target, formats=_choices(visit), reading=None
    )


def export(visit: Visit) -> Response:
    """Give the glossary as a file of another program."""
    state = visit.desk.workspace.state()
    name = visit.asked("format")
    chosen = visit.asked("file")
    sheets = [sheet for sheet in state.sheets if chosen in {"", sheet.path}]
    if name not in FORMATS or not sheets:
        raise InputError(visit.say("There is nothing to export."), path=chosen or name)
    rows: list[Row] = [row for sheet in sheets for row in rows_of(sheet)]
    columns = header({**{column: None for sheet in sheets for column in sheet.columns}, **names_in(rows)})
    columns = tuple(sheets[0].columns) if len(sheets) == 1 else columns
    tags = [column for column in columns if split_name(column)[0] == "term"]
    source = visit.asked("from") if visit.asked("from") in tags else tags[0]
    rest = [tag for tag in tags if tag != source] or [source]
    target = visit.asked("to") if visit.asked("to") in rest else rest[0]
    title = PurePath(sheets[0].path).stem if len(sheets) == 1 else "glossary"
    data = write(rows, name, Writing(columns, source, target, title=title, version=__version__))
    pair = f"-{source}-{target}" if FORMATS[name].pair else ""
    filename = quote(f"{title}{pair}{FORMATS[name].extensions[0]}")
    return Response(
        data,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{filename}"},
    )


def read(visit: Visit) -> Response:
    """Read a file that was sent, and show what would be added."""
    name, data = visit.file("file")
    if not data:
        raise InputError(visit.say("no file was chosen, or it is empty"), path=name or "-")
    reading = Reading(
        PurePath(name).name[:200],
        _tag(visit.sent("from")),
        _tag(visit.sent("to")),
        visit.sent("encoding")[:40],
    )
    chosen = visit.sent("format")
    found = load(data, reading, chosen if chosen in FORMATS else "")
    state = visit.desk.workspace.state()
    source, target = visit.desk.pair(state)
    mark = token_urlsafe(12)
    visit.desk.kept["import"] = (mark, reading)
    return visit.page(
        "exchange.html",
        state=state,
        source=source,
        target=target,
        formats=_choices(visit),
        reading=reading,
        mark=mark,
        rows_text=visit.count("%(num)s concept", "%(num)s concepts", len(reading.rows)),
        skipped_text=visit.count(
            "%(num)s entry cannot be taken", "%(num)s entries cannot be taken", len(reading.skipped)
        )
        if reading.skipped
        else "",
        title=visit.say(FORMATS[found].title),
        columns=[tag for tag in header(names_in(reading.rows)) if split_name(tag)[0] == "term"],
        sample=reading.rows[:_SAMPLE],
        skipped=reading.skipped[:_MOST_TOLD],
        lost=reading.lost.most_common(_MOST_TOLD),
        files=state.files or (str(visit.desk.workspace.first),),
    )


def add(visit: Visit) -> Response:
    """Add what was read to a glossary file."""
    kept = visit.desk.kept.get("import")
    if not isinstance(kept, tuple) or kept[0] != visit.sent("mark"):
        raise InputError(
            visit.say("this import is no longer open"), path="-", hint=visit.say("Choose the file again.")
        )
    reading: Reading = kept[1]
    left = saving.extend(
        visit.desk.workspace,
        visit.desk.journal,
        visit.sent("path"),
        reading.rows,
        label=visit.say("imported %(file)s", file=reading.path),
    )
    del visit.desk.kept["import"]
    added = visit.count("%(num)s concept added.", "%(num)s concepts added.", len(reading.rows) - len(left))
    there = visit.count("%(num)s was there already.", "%(num)s were there already.", len(left))
    visit.desk.notices = [f"{added} {there}" if left else added]
    return visit.elsewhere("/")


def _choices(visit: Visit) -> list[tuple[str, str, bool]]:
    return [(name, visit.say(known.title), known.pair) for name, known in FORMATS.items()]


def _tag(text: str) -> str:
    try:
        return normalise(text.strip()) if text.strip() else ""
    except LanguageTagError:
        return ""
