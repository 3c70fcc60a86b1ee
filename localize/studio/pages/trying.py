"""Try a sentence: which terms it has, which keep quiet and why, and what becomes of them in a translation."""

from __future__ import annotations

from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as Late
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from localize import formats
from localize.errors import LocalizeError
from localize.glossary import Matcher
from localize.languages import LanguageTagError, normalise
from localize.pipeline import Localizer
from localize.studio.marking import Mark, pieces

if TYPE_CHECKING:
    from concurrent.futures import Future

    from starlette.responses import Response

    from localize.document import Span
    from localize.engines import Engine
    from localize.exchange import FileResult
    from localize.glossary import TermVerdict
    from localize.studio.visit import Visit
    from localize.studio.workspace import State

LONGEST = 4_000
"""Characters that are tried at once."""
_PATIENCE = 60.0
"""Seconds for which a page waits for the engine."""
_ORDER = count(1)


class Outcome(NamedTuple):
    """What became of one term."""

    verdict: str
    source: str
    target: str
    before: str
    after: str
    reason: str
    concept: str


def show(visit: Visit) -> Response:
    """Show the empty form, or with the sentence of the address."""
    state = visit.desk.workspace.state()
    source, target = visit.desk.pair(state)
    return visit.page(
        "try.html",
        choosable=visit.desk.tags(state),
        source=source,
        target=target,
        longest=LONGEST,
        text=visit.asked("text")[:LONGEST],
    )


def answer(visit: Visit) -> Response:
    """Mark the terms of a text at once; translate it when that is asked for."""
    state = visit.desk.workspace.state()
    source, target = _languages(visit, state)
    text = visit.sent("text")[:LONGEST].replace("\r\n", "\n")
    if visit.sent("translate") == "1":
        return _translated(visit, state, text, source, target)
    number = visit.desk.kept["try"] = next(_ORDER)
    found = _matcher(visit, state, source, target).match(text)
    marks = [Mark(one.span, "term", one.target.text) for one in found.terms]
    marks += [Mark(one.span, "quiet", visit.tell(one.reason)) for one in found.quiet]
    return visit.page(
        "parts/matches.html",
        text=text,
        pieces=pieces(text, marks),
        terms=[(text[slice(*one.span)], one.target.text, one.concept.id) for one in found.terms],
        quiet=[(text[slice(*one.span)], one.reason, one.concept.id) for one in found.quiet],
        source=source,
        target=target,
        number=number,
    )


def _translated(visit: Visit, state: State, text: str, source: str, target: str) -> Response:
    """Translate a text, unless a newer one is waiting already."""
    number = int(visit.sent("number") or 0)
    document = formats.parse(text.encode("utf-8", "replace"), path="text", using=formats.FORMATS["text"])

    def task(engine: Engine) -> FileResult | None:
        if visit.desk.kept.get("try") != number:
            return None
        config = visit.desk.config
        localizer = Localizer(
            engine, state.glossary, config.domains, config.checking, conventions=config.conventions
        )
        return localizer.translate([replace(document, language=source)], target)[0]

    try:
        result = _wait(visit.desk.work(task))
    except LocalizeError as error:
        return visit.page(
            "parts/translation.html", error=str(error), hint=error.hint, late=False, result=None
        )
    if result is None:
        return visit.page("parts/translation.html", error="", hint="", late=True, result=None)
    lines = [list(_marked(one.target.plain, one.terms)) for one in result.translations]
    verdicts = [
        _outcome(one)
        for translation in result.translations
        for one in (*translation.terms, *translation.names)
    ]
    findings = [finding for finding in result.findings if not finding.check.startswith("term-")]
    return visit.page(
        "parts/translation.html", error="", hint="", late=False, result=result, lines=lines, verdicts=verdicts,
        findings=findings, target=target,
    )  # fmt: skip


def _wait(future: Future[FileResult | None]) -> FileResult | None:
    try:
        return future.result(_PATIENCE)
    except (Late, CancelledError):
        future.cancel()
        return None


def _marked(text: str, verdicts: tuple[TermVerdict, ...]) -> list[tuple[str, Mark | None]]:
    placed = [(one, one.span or _find(text, one.after)) for one in verdicts]
    return pieces(text, [Mark(span, one.verdict, one.before) for one, span in placed if span])


def _find(text: str, words: str) -> Span | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def _outcome(one: TermVerdict) -> Outcome:
    match = one.match
    return Outcome(
        one.verdict, match.source.text, match.target.text, one.before, one.after, one.reason, match.concept.id
    )


def _languages(visit: Visit, state: State) -> tuple[str, str]:
    """Read the two languages; what is no language stays what it was."""
    chosen = list(visit.desk.pair(state))
    for place, name in enumerate(("from", "to")):
        try:
            chosen[place] = normalise(visit.sent(name)) if visit.sent(name) else chosen[place]
        except LanguageTagError:
            continue
    return chosen[0], chosen[1]


def _matcher(visit: Visit, state: State, source: str, target: str) -> Matcher:
    """Make the matcher of a pair, once for each state of the glossary."""
    kept = visit.desk.kept.get(f"matcher {source} {target}")
    if isinstance(kept, tuple) and kept[0] is state:
        found: Matcher = kept[1]
        return found
    found = Matcher(state.glossary, source, target, domains=visit.desk.config.domains)
    visit.desk.kept[f"matcher {source} {target}"] = (state, found)
    return found
