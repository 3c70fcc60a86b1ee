"""The glossary as a list: searched, filtered, a page at a time."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from localize.studio import labels
from localize.studio.search import Query, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from localize.glossary.table.rows import Row
    from localize.studio.visit import Visit
    from localize.studio.workspace import State

PAGE = 50
"""Concepts on one page."""
_LONGEST = 200
"""Characters of a search."""


class Line(NamedTuple):
    """A concept in the list; ``said`` is where else the words stand that were searched: column and item."""

    id: str
    terms: Sequence[tuple[str, str]]
    kind: str
    domain: str
    status: str
    more: str
    said: tuple[str, str] | None = None


def show(visit: Visit) -> Response:
    """Show the list, with nothing beside it."""
    return page(visit, panel="")


def page(visit: Visit, *, panel: str, headers: Mapping[str, str] | None = None, **values: object) -> Response:
    """Show the list; *panel* is the template of what stands beside it."""
    if visit.is_part and panel:
        return visit.answer(panel, values, headers=headers)
    state = visit.desk.workspace.state()
    told = listing(visit, state)
    if visit.is_part:
        return visit.answer("parts/results.html", told)
    return visit.answer("glossary.html", {"panel": panel, **told, **values}, headers=headers)


def listing(visit: Visit, state: State) -> dict[str, object]:
    """Give what the templates of the list need."""
    _remember(visit, state)
    source, target = visit.desk.pair(state)
    query = _query(visit, state, target)
    found = state.index.search(query)
    pages = max(1, -(-len(found) // PAGE))
    at = min(max(1, _whole(visit.asked("page"))), pages)
    shown = (
        [source, target]
        if visit.asked("all") != "1"
        else [source, target, *(tag for tag in state.languages if tag not in {source, target})]
    )
    lines = [_line(state, number, shown, query.text) for number in found[(at - 1) * PAGE : at * PAGE]]
    kept = {name: value for name, value in asdict(query).items() if value}
    kept |= {"missing": "1"} if query.missing else {}
    kept |= {"all": "1"} if visit.asked("all") == "1" else {}
    everything = sum(len(sheet.rows) for sheet in state.sheets)
    return {
        "choosable": visit.desk.tags(state),
        "query": asdict(query),
        "lines": lines,
        "total": len(found),
        "all_concepts": everything,
        "found_text": visit.count("%(num)s concept found", "%(num)s concepts found", len(found)),
        "total_text": visit.count("%(num)s concept", "%(num)s concepts", everything),
        "choices": _choices(visit, state),
        "shown": shown,
        "source": source,
        "target": target,
        "all_languages": visit.asked("all") == "1",
        "page_number": at,
        "pages": pages,
        "first": (at - 1) * PAGE + 1,
        "selected": visit.asked("id"),
        "here": lambda **more: "/?" + urlencode({**kept, **more}),
        "there": lambda name: "/concept?" + urlencode({**kept, "page": at, "id": name}),
        "parts": lambda text: parts(text, query.text),
    }


def _choices(visit: Visit, state: State) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Give the filters: name, what it says when nothing is chosen, values with what they are called."""
    known = (
        ("kind", visit.say("Every kind"), "term"),
        ("domain", visit.say("Every domain"), ""),
        ("status", visit.say("Every status"), "preferred"),
    )
    found = []
    for name, label, unsaid in known:
        values = dict.fromkeys(filter(None, (unsaid, *state.index.values(name))))
        found.append((name, label, [(value, labels.value(value, visit.say)) for value in values]))
    return [*found, ("file", visit.say("Every file"), [(path, path) for path in state.files])]


def parts(text: str, words: str) -> list[tuple[str, bool]]:
    """Take a term apart where it has the words that were searched; the second value marks them."""
    folded = fold(text)
    wanted = [word for word in (fold(words).strip(), *fold(words).split()) if word]
    if len(folded) != len(text) or not wanted:
        return [(text, False)]
    spans: list[tuple[int, int]] = []
    for word in wanted:
        at = folded.find(word)
        if at >= 0 and all(end <= at or at + len(word) <= start for start, end in spans):
            spans.append((at, at + len(word)))
    found: list[tuple[str, bool]] = []
    done = 0
    for start, end in sorted(spans):
        found += [(text[done:start], False), (text[start:end], True)]
        done = end
    return [part for part in (*found, (text[done:], False)) if part[0]]


def _query(visit: Visit, state: State, target: str) -> Query:
    """Read what is looked for out of the address."""
    asked = {
        name: visit.asked(name)[:_LONGEST].strip() for name in ("kind", "domain", "status", "file", "sort")
    }
    query = Query(text=" ".join(visit.asked("text")[:_LONGEST].split()), **asked)
    if query.sort not in state.languages:
        query = replace(query, sort="")
    return replace(query, missing=target) if visit.asked("missing") == "1" else query


def _remember(visit: Visit, state: State) -> None:
    """Keep the languages that were chosen."""
    asked = (visit.asked("from"), visit.asked("to"))
    known = visit.desk.tags(state)
    if asked[0] in known and asked[1] in known:
        visit.desk.languages = asked if asked[0] != asked[1] else (asked[0], visit.desk.languages[0])


def _line(state: State, number: int, shown: Sequence[str], text: str) -> Line:
    row = state.row(number)
    terms = [(tag, row.get(tag, "")) for tag in shown]
    first = next((cell for tag in state.languages if (cell := row.get(tag))), "")
    return Line(
        state.ids[number],
        terms,
        row.get("kind", ""),
        row.get("domain", ""),
        row.get("status", ""),
        "" if any(term for _, term in terms) else first,
        _elsewhere(row, shown, text),
    )


def _elsewhere(row: Row, shown: Sequence[str], text: str) -> tuple[str, str] | None:
    """Find words that were searched in what the list does not show; None when it shows all of them."""
    seen = fold(" ".join((*(row.get(tag, "") for tag in shown), row.get("domain", ""))))
    for word in fold(text).split():
        if word not in seen:
            items = ((name, item) for name, cell in row.items() for item in cell.split("|"))
            return next(((name, item) for name, item in items if word in fold(item)), None)
    return None


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
