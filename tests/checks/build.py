"""Short ways to make translations for the tests of checks."""

from __future__ import annotations

from localize.checks import CHECKS
from localize.document import Code, Segment, Text, Translation, Unit
from localize.glossary.concepts import CasePolicy, Concept, Term, TermMatch, TermVerdict, Verdict
from localize.languages import Pair


def translated(source: str | Text, target: str | Text, terms: tuple[TermVerdict, ...] = ()) -> Translation:
    """Make a translation of a unit of one sentence."""
    source = Text(source) if isinstance(source, str) else source
    target = Text(target) if isinstance(target, str) else target
    span = 0, len(source.plain)
    unit = Unit("p1", (0, len(source.render())), source)
    return Translation(Segment(unit, 0, span, source), target, terms=terms)


def messages(check: str, source: str | Text, target: str | Text, pair: str = "en-pt") -> list[str]:
    """Run one check on one sentence; give its messages."""
    found = CHECKS[check].function(translated(source, target), Pair(*pair.split("-", 1)))
    return [problem.message for problem in found]


def bold(before: str, inside: str, after: str = "", *, opening: str = "**", closing: str = "**") -> Text:
    """Make a text with one pair of inline codes."""
    start, end = len(before), len(before + inside)
    return Text(before + inside + after, (Code(start, opening, "open", 1), Code(end, closing, "close", 1)))


def verdict(
    source: str,
    words: str,
    targets: tuple[Term, ...],
    *,
    outcome: Verdict = "satisfied",
    before: str = "",
    after: str = "",
    reason: str = "",
    case: CasePolicy = "fold",
) -> TermVerdict:
    """Say what became of *words*, an occurrence of a concept in *source* whose Portuguese terms are *targets*."""
    term = Term(words, "en")
    concept = Concept(words.lower(), {"en": (term,), targets[0].language: targets}, case=case)
    start = source.index(words)
    match = TermMatch((start, start + len(words)), concept, term, targets[0])
    return TermVerdict(match, outcome, before=before, after=after, reason=reason)
