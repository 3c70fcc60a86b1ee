"""What articles have and the glossary lacks: candidates with counts, contexts and proposals, accepted one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.batch.precedent import precedents
from localize.errors import EngineError, InputError
from localize.glossary.corpus.proposal import propose as proposals
from localize.glossary.table.csvfile import LONGEST_CELL, VALUES
from localize.languages import Pair
from localize.memory import Memory
from localize.studio import saving
from localize.studio.marking import Mark, pieces
from localize.studio.reviewing import articles_of, memory_files
from localize.studio.saving import Entry, Refused
from localize.studio.suggesting import Search
from localize.studio.workspace import stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from localize.document import Draft
    from localize.engines import Engine
    from localize.glossary.corpus.suggestion import Candidate
    from localize.glossary.table.problems import Problem
    from localize.studio.visit import Visit

PAGE = 40
"""Candidates on one page."""
_CONTEXTS = 2
_MOST = 5
_AROUND = 90


def show(visit: Visit) -> Response:
    """Show the candidates, or how far the search is, or the button that begins it."""
    state = visit.desk.workspace.state()
    source, target = visit.desk.pair(state)
    search = _search(visit)
    working = search is not None and search.candidates is None  # first: the reader may end while this is made
    template = "parts/candidates.html" if visit.is_part else "suggestions.html"
    left = search.left if search and not working else []
    return visit.page(
        template,
        search=search,
        working=working,
        articles=len(articles_of(visit.desk.articles, visit.desk.config)),
        source=source,
        target=target,
        shown=[(one, _contexts(one)) for one in left[:PAGE]],
        left=len(left),
        left_text=visit.count("%(num)s candidate", "%(num)s candidates", len(left)),
        values=VALUES,
        files=state.files or (str(visit.desk.workspace.first),),
        longest=LONGEST_CELL,
    )


def start(visit: Visit) -> Response:
    """Begin to look through the articles."""
    state = visit.desk.workspace.state()
    source, _ = visit.desk.pair(state)
    search = Search(articles_of(visit.desk.articles, visit.desk.config), source)
    visit.desk.kept["suggestions"] = search
    visit.desk.read(lambda: search.run(visit.desk.config, state.glossary))
    return visit.elsewhere("/suggestions")


def propose(visit: Visit) -> Response:
    """Look for translations of one candidate: in approved translations, then in what the engine makes of its sentences."""
    candidate = _candidate(visit)
    source, target = visit.desk.pair(visit.desk.workspace.state())
    pair = Pair(source, target)

    def task(engine: Engine) -> tuple[Sequence[tuple[str, int]], tuple[str, ...]]:
        def translate(texts: Sequence[str]) -> Sequence[Draft]:
            return engine.translate(texts, pair)

        try:
            ((approved,), (made,)) = (
                precedents([candidate], _memory(visit), pair, engine),
                proposals([candidate], translate, target),
            )
        except EngineError:
            return (), ()
        return approved, made

    approved, made = visit.desk.work(task).result()
    known = dict(approved)
    found = [(text, known.get(text, 0)) for text in dict.fromkeys((*known, *made))]
    return visit.page(
        "parts/proposal.html",
        proposals=found[:_MOST],
        target=target,
        longest=LONGEST_CELL,
        candidate=candidate,
    )


def _memory(visit: Visit) -> Memory:
    """Give what people have approved; on the engine's thread only, where it is kept until a file of it changes."""
    files = memory_files(visit.desk.config)
    mark = tuple(map(stamp, files))
    kept = visit.desk.kept.get("memory")
    if isinstance(kept, tuple) and kept[0] == mark:
        found: Memory = kept[1]
        return found
    if isinstance(kept, tuple):
        kept[1].close()
    opened = Memory.open(files, index=visit.desk.config.home / ".localize" / "memory.sqlite")
    visit.desk.kept["memory"] = (mark, opened)
    return opened


def add(visit: Visit) -> Response:
    """Add a candidate to the glossary."""
    candidate = _candidate(visit)
    source, target = visit.desk.pair(visit.desk.workspace.state())
    cells = {
        source: " ".join(visit.sent("term").split())[:LONGEST_CELL],
        target: " ".join(visit.sent("target").split())[:LONGEST_CELL],
        "kind": visit.sent("kind"),
    }
    entry = Entry(visit.sent("path"), None, {name: cell for name, cell in cells.items() if cell})
    outcome = saving.save(
        visit.desk.workspace,
        visit.desk.journal,
        entry,
        label=visit.say("added"),
        force=visit.sent("force") == "1",
    )
    if isinstance(outcome, Refused):
        return _row(visit, candidate, outcome.problems, entry)
    search = _search(visit)
    assert search is not None
    search.answered.add(candidate.text)
    name = outcome.concept if isinstance(outcome, saving.Saved) else ""
    return visit.page("parts/added.html", name=name, term=cells[source], becomes=cells[target], oob=True)


def dismiss(visit: Visit) -> Response:
    """Leave a candidate out, for as long as the studio runs."""
    candidate = _candidate(visit)
    search = _search(visit)
    assert search is not None
    search.answered.add(candidate.text)
    return visit.page("parts/nothing.html")


def _row(visit: Visit, candidate: Candidate, problems: Sequence[Problem], entry: Entry) -> Response:
    state = visit.desk.workspace.state()
    source, target = visit.desk.pair(state)
    return visit.page(
        "parts/candidate.html",
        one=candidate,
        contexts=_contexts(candidate),
        problems=problems,
        cells=entry.cells,
        source=source,
        target=target,
        values=VALUES,
        files=state.files or (entry.path,),
        longest=LONGEST_CELL,
    )


def _search(visit: Visit) -> Search | None:
    search = visit.desk.kept.get("suggestions")
    return search if isinstance(search, Search) else None


def _candidate(visit: Visit) -> Candidate:
    search = _search(visit)
    found = search.find(visit.sent("candidate")) if search else None
    if found is None:
        raise InputError(
            visit.say("this list is no longer open"),
            path="-",
            hint=visit.say("Look through the articles again."),
        )
    return found


def _contexts(candidate: Candidate) -> list[list[tuple[str, Mark | None]]]:
    """Cut the sentences of a candidate to some words around it, with a mark on it."""
    found = []
    for text, (start, end) in candidate.places[:_CONTEXTS]:
        left, right = _between_words(text, start, end)
        cut = f"{'…' if left else ''}{text[left:right]}{'…' if right < len(text) else ''}"
        shift = left - bool(left)
        found.append(pieces(cut, [Mark((start - shift, end - shift), "term")]))
    return found


def _between_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the ends of the context of a place, where words begin and end, if they are not too long for that."""
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if left:
        left = text.find(" ", left, start) + 1 or left
    if right < len(text) and (space := text.rfind(" ", end, right + 1)) > 0:
        right = space
    return left, right
