"""Articles and their translations: listed, reviewed side by side, approved or corrected sentence by sentence."""

from __future__ import annotations

from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from starlette.responses import Response

from localize.errors import InputError
from localize.exchange import EXPORT_FORMATS, EXPORT_SUFFIXES
from localize.exchange.bitext import as_written, squeeze
from localize.exchange.taking import take_bytes
from localize.studio.marking import Mark, pieces
from localize.studio.pages.opening import article_of, begin, fresh, open_review, target_of, work
from localize.studio.reviewing import Reviewer, articles_of, is_approved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.batch import Article
    from localize.document import Finding, Translation
    from localize.studio.reviewing import Review
    from localize.studio.visit import Visit

PAGE = 50
"""Segments on one page."""
PATIENCE = 1.0
"""Seconds for which a page waits for a translation before it tells how far that is."""
LONGEST = 10_000
"""Characters of one segment's translation."""


@dataclass(frozen=True, slots=True)
class Line:
    """A segment as the page shows it.

    Attributes:
        id: Of the segment.
        number: From 1.
        kind: Of its block: ``heading``, ``paragraph`` ...
        source: Its pieces; ``target``: its translation's.
        written: The translation with its markup, for editing.
        plain: The source as it was shown, to notice when the article has changed.
    """

    id: str
    number: int
    kind: str
    source: Sequence[tuple[str, Mark | None]]
    target: Sequence[tuple[str, Mark | None]]
    written: str
    plain: str
    approved: bool
    findings: Sequence[Finding]


def show(visit: Visit) -> Response:
    """List the articles, with the languages into which they are translated."""
    config = visit.desk.config
    source, target = visit.desk.pair(visit.desk.workspace.state())
    targets = list(dict.fromkeys((*config.to, target)))
    found = articles_of(visit.desk.articles, config)
    rows = [
        (str(article.path), [(tag, (config.output / tag / article.relative).is_file()) for tag in targets])
        for article in found[:1000]
    ]
    return visit.page("articles.html", rows=rows, targets=targets, total=len(found), source=source, url=_url)


def review(visit: Visit) -> Response:
    """Show an article beside its translation; while it is being made, how far that is."""
    article, target = article_of(visit, visit.asked("path")), target_of(visit, visit.asked("to"))
    opening = begin(visit, article, target)
    try:
        opened = opening.future.result(PATIENCE)
    except Late:
        return visit.page("opening.html", article=str(article.path), target=target, opening=opening, url=_url)
    return visit.page("review.html", **_told(visit, fresh(opened)))


def edit(visit: Visit) -> Response:
    """Show one segment with a field to write in, or without it again."""
    opened, _ = open_review(visit, visit.asked("path"), visit.asked("to"))
    return _one(visit, opened, visit.asked("segment"), editing=visit.asked("cancel") != "1")


def approve(visit: Visit) -> Response:
    """Keep the translation of a segment, as it is or as it was corrected, and write the article again."""
    path, target, segment = visit.sent("path"), visit.sent("to"), visit.sent("segment")
    opened, article = open_review(visit, path, target)
    found = opened.find(segment)
    if found is None or found.segment.source.plain != visit.sent("source"):
        raise InputError(
            visit.say("this sentence has changed in the article meanwhile"),
            path=path,
            hint=visit.say("Open the article again; nothing was saved."),
        )
    text = squeeze(visit.sent("text")[:LONGEST])
    if not text:
        raise InputError(visit.say("the translation is empty"), path=path)
    kept = work(visit, lambda reviewer: _kept(reviewer, opened, segment, text, article))
    now, _ = open_review(visit, path, target, source=opened.pair.source)
    return _one(visit, now, segment, kept=kept)


def withdraw(visit: Visit) -> Response:
    """Take an approval back."""
    path, target, segment = visit.sent("path"), visit.sent("to"), visit.sent("segment")
    opened, article = open_review(visit, path, target)

    def task(reviewer: Reviewer) -> tuple[str, ...]:
        reviewer.withdraw(opened, segment)
        return reviewer.write(article, target, source=opened.pair.source)

    kept = work(visit, task)
    now, _ = open_review(visit, path, target, source=opened.pair.source)
    return _one(visit, now, segment, kept=kept)


def write(visit: Visit) -> Response:
    """Write the translation of an article to the output folder."""
    path, target = visit.sent("path"), visit.sent("to")
    article = article_of(visit, path)
    edited = work(visit, lambda reviewer: reviewer.write(article, target_of(visit, target)))
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
    change = work(visit, lambda reviewer: reviewer.take(taken.entries))
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


def _kept(reviewer: Reviewer, opened: Review, segment: str, text: str, article: Article) -> tuple[str, ...]:
    reviewer.approve(opened, segment, text)
    return reviewer.write(article, opened.pair.target, source=opened.pair.source)


def _one(
    visit: Visit, opened: Review, segment: str, *, editing: bool = False, kept: Sequence[str] = ()
) -> Response:
    """Answer with one segment, and with what is to be said of the whole article."""
    told = _told(visit, opened, segment)
    return visit.answer("parts/segment-alone.html", {**told, "editing": editing, "kept": kept})


def _told(visit: Visit, opened: Review, segment: str = "") -> dict[str, object]:
    every = opened.result.translations
    at = _whole(visit.asked("page"))
    pages = max(1, -(-len(every) // PAGE))
    at = min(max(1, at), pages)
    wanted = [
        (number, one) for number, one in enumerate(every, start=1) if not segment or one.segment.id == segment
    ]
    shown = wanted if segment else wanted[(at - 1) * PAGE : at * PAGE]
    path, target = str(opened.article.path), opened.pair.target
    findings = opened.result.findings
    return {
        "opened": opened,
        "article": path,
        "source": opened.pair.source,
        "target": target,
        "lines": [_line(number, one, findings) for number, one in shown],
        "loose": [finding for finding in findings if finding.segment is None],
        "progress": visit.say(
            "%(done)s of %(all)s sentences approved", done=str(opened.approved), all=str(len(every))
        ),
        "editing": False,
        "kept": (),
        "page_number": at,
        "pages": pages,
        "formats": list(EXPORT_FORMATS),
        "url": lambda **more: f"/article?{urlencode({'path': path, 'to': target, **more})}",
        "segment_url": lambda name, **more: (
            f"/article/segment?{urlencode({'path': path, 'to': target, 'segment': name, **more})}"
        ),
    }


def _line(number: int, one: Translation, findings: Sequence[Finding]) -> Line:
    own = [
        finding
        for finding in findings
        if finding.segment is not None and finding.segment.id == one.segment.id
    ]
    source = [Mark(verdict.match.span, verdict.verdict, verdict.match.target.text) for verdict in one.terms]
    source += [Mark(finding.span, "finding", finding.message) for finding in own if finding.span]
    target = [
        Mark(verdict.span, verdict.verdict, verdict.match.source.text)
        for verdict in one.terms
        if verdict.span
    ]
    return Line(
        one.segment.id,
        number,
        one.segment.unit.kind,
        pieces(one.segment.source.plain, source),
        pieces(one.target.plain, target),
        as_written(one.target),
        one.segment.source.plain,
        is_approved(one),
        own,
    )


def _url(path: str, target: str) -> str:
    return f"/article?{urlencode({'path': path, 'to': target})}"


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
