"""Checks of terminology: required terms that are missing, rejected terms that stand in the target."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from localize.checks.base import Problem, quote
from localize.languages import Pair, base
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from localize.document import Span, Translation
    from localize.glossary.concepts import Term, TermMatch

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of scripts that write no spaces between words, where a word boundary cannot be asked for."""


def term_missing(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report glossary terms whose target term is not in the translation.

    Every glossary match of a segment has a verdict; the ones that neither the engine nor enforcement could satisfy
    are reported here, with the reason.
    """
    for verdict in translation.terms:
        if verdict.verdict == "unresolved":
            match = verdict.match
            message = _should_be(quote(match.source.text), quote(match.target.text), verdict.before)
            if verdict.reason:
                message = Message("%(message)s (%(reason)s)", message=message, reason=verdict.reason)
            yield Problem(message, match.span)


def term_drift(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report terms that are rendered otherwise elsewhere in the document.

    The glossary admits several target terms for them; the document settles on one, and here another stands.
    """
    for verdict in translation.terms:
        if verdict.verdict == "satisfied" and verdict.reason:
            yield Problem(
                Message(
                    "%(target)s for %(source)s is %(reason)s",
                    target=quote(verdict.after),
                    source=quote(verdict.match.source.text),
                    reason=verdict.reason,
                ),
                verdict.match.span,
            )


def term_unified(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report terms that were right by themselves and were repaired because the document has another rendering of them."""
    for verdict in translation.terms:
        if verdict.verdict == "repaired" and verdict.reason:
            yield Problem(
                Message(
                    "%(source)s is %(target)s instead of %(before)s, %(reason)s",
                    source=quote(verdict.match.source.text),
                    target=quote(verdict.after),
                    before=quote(verdict.before),
                    reason=verdict.reason,
                ),
                verdict.match.span,
            )


def name_changed(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report names that did not come through letter for letter and could not be made whole."""
    for verdict in translation.names:
        if verdict.verdict == "unresolved":
            words = quote(verdict.match.source.text)
            yield Problem(
                Message(
                    "%(words)s should stay as it is, not %(before)s",
                    words=words,
                    before=quote(verdict.before),
                )
                if verdict.before
                else Message("%(words)s should stay as it is", words=words),
                verdict.match.span,
            )


def term_forbidden(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report renderings that the glossary forbids or has deprecated.

    Looked for as whole words, in all listed forms, in segments whose source has the concept. A rejected term that is
    part of a required one ("Secretary" within "Secretary-General") is no problem, and neither is one that another
    concept of the segment requires.
    """
    matches = {verdict.match.concept.id: verdict.match for verdict in translation.terms}
    rejected = [
        (match, term)
        for match in matches.values()
        for term in _terms(match, pair)
        if term.status in {"forbidden", "deprecated"}
    ]
    if not rejected:
        return
    target = translation.target.plain
    allowed = [
        span
        for match in matches.values()
        for term in (match.target, *_terms(match, pair))
        if term.status in {"preferred", "admitted"}
        for span in _places(term, target, exact=match.concept.case == "exact")
    ]
    allowed += [v.span for v in translation.terms if v.span and v.verdict != "unresolved"]
    cover = _Cover(allowed)
    for match, term in rejected:
        by_case = term.text.casefold() == match.target.text.casefold()
        for span in _places(term, target, exact=by_case or match.concept.case == "exact"):
            if not cover.holds(span, properly=by_case):
                words = quote(target[slice(*span)])
                yield Problem(
                    Message(
                        "%(words)s is %(status)s, use %(target)s",
                        words=words,
                        status=Message(term.status),
                        target=quote(match.target.text),
                    ),
                    match.span,
                )
                break


def _should_be(source: str, target: str, before: str) -> Message:
    if before:
        return Message(
            "%(source)s should be %(target)s, not %(before)s",
            source=source,
            target=target,
            before=quote(before),
        )
    return Message("%(source)s should be %(target)s", source=source, target=target)


def _terms(match: TermMatch, pair: Pair) -> tuple[Term, ...]:
    """List a concept's terms of the target language, also when one side names a region and the other does not."""
    tags = dict.fromkeys((match.target.language, pair.target, base(pair.target)))
    return tuple(term for tag in tags for term in match.concept.terms.get(tag, ()))


def _places(term: Term, text: str, *, exact: bool) -> list[Span]:
    """Find a term and its forms as whole words; *exact* minds letter case."""
    flags = re.NOFLAG if exact else re.IGNORECASE
    forms = dict.fromkeys(form.strip() for form in (term.text, *term.forms) if form.strip())
    return [hit.span() for form in forms for hit in re.finditer(_whole_word(form), text, flags)]


def _whole_word(form: str) -> str:
    """Write the pattern of a form that is not the middle of a longer word; white space within it may vary."""
    words = r"\s+".join(re.escape(word) for word in form.split())
    before = "" if _UNSPACED.match(form) or not form[0].isalnum() else r"(?<!\w)"
    after = "" if _UNSPACED.match(form[-1]) or not form[-1].isalnum() else r"(?!\w)"
    return before + words + after


class _Cover:
    """The places that required and admitted terms take up, asked by binary search."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = [0, *accumulate((end for _, end in ordered), max)]

    def holds(self, span: Span, *, properly: bool) -> bool:
        """Tell whether a place is one of them or part of one; *properly*: part of a larger one."""
        start, end = span
        from_before = self._reach[bisect_left(self._starts, start)]
        from_here = self._reach[bisect_right(self._starts, start)]
        return from_before >= end or (from_here > end if properly else from_here >= end)
