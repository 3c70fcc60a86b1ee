"""Checks of translations. A check is a function; the table says which there are and how much they weigh."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from localize.checks.base import Check, CheckFunction, Problem, UnknownCheckError
from localize.checks.dates import date_changed
from localize.checks.markup import code_guessed, code_lost, placeholder_lost, url_changed
from localize.checks.money import currency_changed
from localize.checks.numbers import number_mismatch
from localize.checks.punctuation import brackets_mismatch, quotes_mismatch
from localize.checks.repetition import repeated_words
from localize.checks.sentences import sentences_differ, source_kept
from localize.checks.terms import name_changed, term_drift, term_forbidden, term_missing, term_unified
from localize.checks.text import length_ratio, target_empty, untranslated, wrong_script
from localize.checks.words import invented, word_invented, word_left, word_unknown
from localize.document import Finding, Segment, Severity, Span, Translation
from localize.languages import Pair

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from localize.document import Document

__all__ = [
    "CHECKS",
    "OF_FILES",
    "Check",
    "CheckFunction",
    "Problem",
    "UnknownCheckError",
    "explain",
    "invented",
    "run",
]

CHECKS: dict[str, Check] = {
    check.name: check
    for check in (
        Check("term-missing", "error", term_missing),
        Check("term-forbidden", "error", term_forbidden),
        Check("target-empty", "error", target_empty, guard=True),
        Check("code-lost", "error", code_lost),
        Check("placeholder-lost", "error", placeholder_lost),
        Check("code-guessed", "note", code_guessed),
        Check("url-changed", "error", url_changed, guard=True),
        Check("term-drift", "note", term_drift),
        Check("term-unified", "note", term_unified),
        Check("name-changed", "warning", name_changed),
        Check("number-mismatch", "warning", number_mismatch, guard=True),
        Check("date-changed", "warning", date_changed, guard=True),
        Check("currency-changed", "warning", currency_changed, guard=True),
        Check("untranslated", "warning", untranslated, guard=True),
        Check("word-unknown", "warning", word_unknown),
        Check("word-left", "note", word_left),
        Check("word-invented", "warning", word_invented, guard=True),
        Check("sentences-differ", "warning", sentences_differ, guard=True),
        Check("length-ratio", "warning", length_ratio, guard=True),
        Check("repeated-words", "warning", repeated_words, guard=True),
        Check("wrong-script", "warning", wrong_script, guard=True),
        Check("source-kept", "warning", source_kept),
        Check("brackets-mismatch", "note", brackets_mismatch, guard=True),
        Check("quotes-mismatch", "note", quotes_mismatch, guard=True),
    )
}

OF_FILES = ("blocks-differ", "output-edited", "wrong-language")
"""What else can be wrong, with files as a whole: told by who has the files, left out and weighed by name as checks are."""

_OF_KEPT = {"source-kept", "term-missing"}
"""Checks of sentences that have the source in the place of a translation; the others would say the same again."""


def run(
    document: Document,
    translations: Sequence[Translation],
    language: str,
    *,
    only: Collection[str] | None = None,
    exclude: Collection[str] = (),
    severities: Mapping[str, Severity] | None = None,
) -> tuple[Finding, ...]:
    """Check the translations of a document.

    Args:
        document: Its ``language`` is the source language.
        translations: Of its segments.
        language: Target, a BCP 47 tag.
        only: Names of checks to run; None for all.
        exclude: Names of checks to leave out.
        severities: What findings weigh, by check, where it is not what the table says.

    Returns:
        The findings, sorted by place in the source, then by check.

    Raises:
        UnknownCheckError: *only*, *exclude* or *severities* names a check that is not in the table, nor in ``OF_FILES``.
    """
    weights = severities or {}
    for name in (*(only or ()), *exclude, *weights):
        if name not in OF_FILES:
            _known(name)
    chosen = [
        check for name, check in CHECKS.items() if (only is None or name in only) and name not in exclude
    ]
    pair = Pair(document.language or "und", language)
    problems = [
        (translation.segment, check, problem)
        for translation in translations
        for check in chosen
        if not translation.kept or check.name in _OF_KEPT
        for problem in check.function(translation, pair)
    ]
    return tuple(
        Finding(check.name, weights.get(check.name, check.severity), problem.message, segment, problem.span)
        for segment, check, problem in sorted(problems, key=_place)
    )


def explain(name: str) -> str:
    """Say what a check looks for, how much it weighs, and what it leaves alone.

    Raises:
        UnknownCheckError: No check of that name.
    """
    check = _known(name)
    guard = (
        "\n\nIt is a guard: --on-bad says what becomes of a translation that it holds against."
        if check.guard
        else ""
    )
    return f"{check.name} ({check.severity})\n\n{check.help}{guard}"


def _known(name: str) -> Check:
    """Look a check up."""
    if name in CHECKS:
        return CHECKS[name]
    near = get_close_matches(name, CHECKS, n=1)
    guess = f"did you mean {near[0]}? " if near else ""
    raise UnknownCheckError(f"no check is called '{name}'", hint=f"{guess}checks: {', '.join(CHECKS)}")


def _place(found: tuple[Segment, Check, Problem]) -> tuple[int, int, Span, str, str]:
    """Order by unit, segment and place in the segment, then by name."""
    segment, check, problem = found
    return segment.unit.span[0], segment.span[0], problem.span or (0, 0), check.name, problem.message
