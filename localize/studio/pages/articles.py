"""Articles and their translations: listed with how far their review is, written, exported, taken in from other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.responses import Response

from localize.errors import InputError
from localize.exchange import EXPORT_FORMATS, EXPORT_SUFFIXES
from localize.exchange.taking import take_bytes
from localize.studio.pages.opening import article_of, open_review, target_of, work
from localize.studio.progress import approvals, segments
from localize.studio.reviewing import articles_of, memory_files
from localize.studio.search import fold
from localize.studio.workspace import stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localize.memory import Change
    from localize.studio.reviewing import Reviewer
    from localize.studio.visit import Visit

_MOST = 300
"""Articles that are listed; the rest is found by its name."""


def show(visit: Visit) -> Response:
    """List the articles, with the languages into which they are translated and how far their review is."""
    config = visit.desk.config
    source, target = visit.desk.pair(visit.desk.workspace.state())
    targets = list(dict.fromkeys((*config.to, target)))
    every = articles_of(visit.desk.articles, config)
    words = fold(visit.asked("find")[:200]).split()
    found = [one for one in every if all(word in fold(str(one.path)) for word in words)]
    approved = _approvals(visit)
    totals = segments(config, found[:_MOST], targets)
    totals = {key: visit.desk.sizes.get(key, total) for key, total in totals.items()}
    rows = [
        (str(article.path), [_standing(str(article.path), tag, totals, approved) for tag in targets])
        for article in found[:_MOST]
    ]
    return visit.page(
        "articles.html",
        rows=rows,
        total=len(found),
        every=len(every),
        find=visit.asked("find")[:200],
        source=source,
        url=_url,
    )


def _standing(
    path: str, tag: str, totals: Mapping[tuple[str, str], int], approved: Mapping[tuple[str, str], int]
) -> tuple[str, int | None, int]:
    """Give language, sentences (None: there is no translation) and how many of them are approved."""
    total = totals.get((path, tag))
    return tag, total, min(approved.get((path, tag), 0), total or 0)


def _approvals(visit: Visit) -> Mapping[tuple[str, str], int]:
    """Count approvals, once for each state of the memory."""
    files = memory_files(visit.desk.config)
    mark = tuple(map(stamp, files))
    kept = visit.desk.kept.get("approvals")
    if not isinstance(kept, tuple) or kept[0] != mark:
        kept = visit.desk.kept["approvals"] = (mark, approvals(files, visit.desk.config.home))
    found: Mapping[tuple[str, str], int] = kept[1]
    return found


def write(visit: Visit) -> Response:
    """Write the translation of an article to the output folder."""
    path, target = visit.sent("path"), visit.sent("to")
    article = article_of(visit, path)
    edited = work(visit, lambda reviewer: reviewer.write(article, target_of(visit, target)), article)
    visit.desk.notices = [
        visit.say("Not written: %(files)s was edited by hand.", files=", ".join(edited))
        if edited
        else visit.say("Written.")
    ]
    return visit.elsewhere("/article", path=path, to=target)


def export(visit: Visit) -> Response:
    """Give the translation as a file for another program."""
    name = visit.asked("format")
    opened, article = open_review(visit, visit.asked("path"), visit.asked("to"))
    if name not in EXPORT_FORMATS:
        raise InputError(visit.say("There is nothing to export."), path=name[:40])
    filename = quote(f"{article.relative.name}.{opened.pair.target}{EXPORT_SUFFIXES.get(name, f'.{name}')}")
    return Response(
        EXPORT_FORMATS[name](opened.result).encode(),
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{filename}"},
    )


def take(visit: Visit) -> Response:
    """Take in a file that was reviewed in another program: PO, XLIFF or TMX."""
    name, data = visit.file("file")
    if not data:
        raise InputError(visit.say("no file was chosen, or it is empty"), path=name[:200] or "-")
    taken = take_bytes(data, name[:200])

    def act(reviewer: Reviewer) -> Change:
        with visit.desk.workspace.lock:
            before = reviewer.kept()
            change = reviewer.take(taken.entries)
            for path in change.paths:
                label = visit.say("imported %(file)s", file=name[:80])
                visit.desk.journal.note(path, before.get(path), label, concept="")
        return change

    change = work(visit, act)
    told = [
        visit.count("%(num)s translation is new,", "%(num)s translations are new,", change.added),
        visit.count("%(num)s was replaced,", "%(num)s were replaced,", change.replaced),
        visit.count("%(num)s was there already.", "%(num)s were there already.", change.same),
    ]
    visit.desk.notices = [" ".join(told)]
    visit.desk.notices += [
        visit.say("Left out %(count)s: %(reason)s", count=str(len(lines)), reason=reason)
        for reason, lines in list(taken.reasons().items())[:5]
    ]
    return visit.elsewhere("/articles")


def _url(path: str, target: str) -> str:
    return f"/article?{urlencode({'path': path, 'to': target})}"
