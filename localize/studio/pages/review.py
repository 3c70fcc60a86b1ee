"""An article beside its translation: filtered, approved or corrected sentence by sentence, taken back."""

from __future__ import annotations

from concurrent.futures import TimeoutError as Late
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

from localize import memory
from localize.errors import InputError
from localize.exchange import EXPORT_FORMATS
from localize.exchange.bitext import as_written, squeeze
from localize.studio.journal import Reviewed
from localize.studio.marking import Mark, pieces
from localize.studio.pages.opening import article_of, begin, change, fresh, open_review, target_of
from localize.studio.reviewing import is_approved, memory_files
from localize.studio.sifting import SHOWN, View, sift

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.responses import Response

    from localize.document import Finding, Translation
    from localize.exchange.bitext import Offer
    from localize.studio.reviewing import Review, Reviewer
    from localize.studio.visit import Visit

PATIENCE = 1.0
"""Seconds for which a page waits for a translation before it tells how far that is."""
LONGEST = 10_000
"""Characters of one segment's translation."""
_NAMED = 60
"""Characters of a sentence by which the list of changes names it."""


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
        terms: What the glossary says of it: source and target terms.
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
    terms: Sequence[tuple[str, str]]


def show(visit: Visit) -> Response:
    """Show an article beside its translation; while it is being made, how far that is."""
    article, target = article_of(visit, visit.asked("path")), target_of(visit, visit.asked("to"))
    opening = begin(visit, article, target)
    try:
        opened = opening.future.result(PATIENCE)
    except Late:
        again = f"/article?{visit.request.url.query}"
        return visit.page(
            "opening.html", article=str(article.path), target=target, opening=opening, again=again
        )
    return visit.page(
        "review.html", **_told(visit, fresh(opened, visit.desk.config), editing=visit.asked("edit"))
    )


def edit(visit: Visit) -> Response:
    """Show one segment with a field to write in, or without it again."""
    opened, _ = open_review(visit, visit.asked("path"), visit.asked("to"))
    name = visit.asked("segment")
    editing = "" if visit.asked("cancel") == "1" else name
    if not visit.is_part:
        return _page(visit, opened, name, **({"edit": name} if editing else {}))
    return _one(visit, opened, name, editing=editing)


def approve(visit: Visit) -> Response:
    """Keep the translation of a segment, as it is or as it was corrected, and write the article again."""
    path, target, segment = visit.sent("path"), visit.sent("to"), visit.sent("segment")
    opened, _ = open_review(visit, path, target)
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
    label = visit.say("approved") if as_written(found.target) == text else visit.say("corrected")
    return _changed(
        visit, opened, segment, label, lambda reviewer, latest: reviewer.approve(latest, segment, text)
    )


def withdraw(visit: Visit) -> Response:
    """Take an approval back."""
    segment = visit.sent("segment")
    opened, _ = open_review(visit, visit.sent("path"), visit.sent("to"))

    def act(reviewer: Reviewer, latest: Review) -> None:
        reviewer.withdraw(latest, segment)

    return _changed(visit, opened, segment, visit.say("approval withdrawn"), act)


def settle_again(visit: Visit, done: Reviewed) -> Response:
    """Write an article again after an approval was undone or done again, and show its sentence."""
    opened, _ = open_review(visit, done.article, done.target, source=done.source)
    now, _ = change(visit, opened, [done.segment])
    return _page(visit, now, done.segment)


def _changed(
    visit: Visit, opened: Review, segment: str, label: str, act: Callable[[Reviewer, Review], None]
) -> Response:
    """Change the memory, remember how that is taken back, and show the segment as it is now."""
    found = opened.find(segment)
    words = squeeze(found.segment.source.plain) if found else ""
    what = words if len(words) <= _NAMED else f"{words[: _NAMED - 1]}…"
    review = Reviewed(str(opened.article.path), opened.pair.target, opened.pair.source, segment)

    def noted(reviewer: Reviewer, latest: Review) -> None:
        with visit.desk.workspace.lock:
            before = reviewer.kept()
            act(reviewer, latest)
            for path in sorted({*before, *reviewer.kept()}):
                visit.desk.journal.note(path, before.get(path), label, concept=what, review=review)

    now, kept = change(visit, opened, [segment], noted)
    if not visit.is_part:
        return _page(visit, now, segment)
    return _one(visit, now, segment, kept=kept, twins=True)


def _page(visit: Visit, opened: Review, segment: str, **more: str) -> Response:
    """Lead to the page of an article where a segment is."""
    asked = {"path": str(opened.article.path), "to": opened.pair.target, "at": segment, **more}
    return visit.elsewhere("/article", fragment=anchor(segment), **asked)


def anchor(segment: str) -> str:
    """Name the element of a segment."""
    return f"s-{segment.replace('/', '-')}"


def _one(
    visit: Visit,
    opened: Review,
    segment: str,
    *,
    editing: str = "",
    kept: Sequence[str] = (),
    twins: bool = False,
) -> Response:
    """Answer with one segment, with what is to be said of the whole article, and with sentences that are the same."""
    told = _told(visit, opened, segment, editing=editing, twins=twins)
    return visit.answer("parts/segment-alone.html", {**told, "kept": kept})


def _told(
    visit: Visit, opened: Review, segment: str = "", *, editing: str = "", twins: bool = False
) -> dict[str, object]:
    """Give what the templates need: of all segments that the view shows, or of one."""
    path, target = str(opened.article.path), opened.pair.target
    asked = _asked(visit)
    sifted = sift(opened.result, View.read(asked), asked.get("at", ""))
    every = opened.result.translations
    visit.desk.sizes[path, target] = len(every)
    shown = list(sifted.shown)
    if segment:
        asked_for = opened.find(segment)
        words = asked_for.segment.source.plain if twins and asked_for else None
        shown = [
            item
            for item in enumerate(every, start=1)
            if item[1].segment.id == segment or item[1].segment.source.plain == words
        ]
        shown.sort(key=lambda item: item[1].segment.id != segment)
    by_segment: dict[str, list[Finding]] = {}
    for finding in opened.result.findings:
        by_segment.setdefault(finding.segment.id if finding.segment else "", []).append(finding)
    edited = opened.find(editing) if editing else None
    base = {"path": path, "to": target}
    return {
        "opened": opened,
        "article": path,
        "source": opened.pair.source,
        "target": target,
        "lines": [_line(visit, number, one, by_segment.get(one.segment.id, ())) for number, one in shown],
        "loose": by_segment.get("", ()),
        "progress": visit.say(
            "%(done)s of %(all)s sentences approved", done=str(opened.approved), all=str(len(every))
        ),
        "editing": editing,
        "offers": _offers(visit, opened, edited) if edited else (),
        "kept": (),
        "view": sifted.view,
        "sifted": sifted,
        "choices": [(name, visit.say(label), sifted.counts[name]) for name, label in SHOWN.items()],
        "formats": list(EXPORT_FORMATS),
        "anchor": anchor,
        "url": lambda **more: f"/article?{urlencode({**base, **sifted.view.asked(**more)})}",
        "segment_url": lambda name, **more: (
            f"/article/segment?{urlencode({**base, 'segment': name, **more})}"
        ),
    }


def _asked(visit: Visit) -> Mapping[str, str]:
    """Give what the address of the page asks for, also where a part of it is wanted."""
    if not visit.is_part:
        return dict(visit.request.query_params)
    query = urlsplit(visit.request.headers.get("hx-current-url", "")[:4000]).query
    return {name: values[0] for name, values in parse_qs(query).items()}


def _offers(visit: Visit, opened: Review, one: Translation) -> Sequence[Offer]:
    """Look up what is approved for sentences like this one."""
    files = memory_files(visit.desk.config)
    if not files:
        return ()
    index = visit.desk.config.home / ".localize" / "memory.sqlite"
    with closing(memory.Memory.open(files, index=index)) as book:
        return memory.offers(book, one.segment, opened.pair)


def _line(visit: Visit, number: int, one: Translation, findings: Sequence[Finding]) -> Line:
    source = [Mark(verdict.match.span, verdict.verdict, verdict.match.target.text) for verdict in one.terms]
    source += [
        Mark(finding.span, "finding", visit.tell(finding.message)) for finding in findings if finding.span
    ]
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
        findings,
        list(dict.fromkeys((v.match.source.text, v.match.target.text) for v in one.terms)),
    )
