"""Glossary entries, where they occur, and what became of them, in the words of TBX (ISO 30042)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localize.document import Span

Kind = Literal["title", "name", "organisation", "place", "acronym", "term", "do-not-translate"]
Status = Literal["preferred", "admitted", "deprecated", "forbidden"]
CasePolicy = Literal["fold", "exact"]
Gender = Literal["", "m", "f", "n", "mf"]
Number = Literal["", "sg", "pl"]
Verdict = Literal["satisfied", "repaired", "unresolved"]


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language.

    Attributes:
        text: The lemma as the glossary spells it.
        language: BCP 47 tag.
        status: TBX administrative status.
        forms: Inflected forms beyond ``text``, as the glossary lists them; may be empty.
        gender: Grammatical gender, ``mf`` for common gender (o/a presidente), empty when unknown.
        number: ``pl`` for a term that is plural as it stands ("United States"), empty when it follows the source.
    """

    text: str
    language: str
    status: Status = "preferred"
    forms: tuple[str, ...] = ()
    gender: Gender = ""
    number: Number = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of a glossary: a meaning, with its terms in several languages.

    Attributes:
        id: Unique within a glossary.
        terms: By BCP 47 tag, the preferred term first, then admitted, deprecated and forbidden ones.
        case: ``exact``: the source must be written as the entry is; ``fold``: letter case is ignored.
        path: File it came from, and ``row`` (from 1, the header is row 1) in that file.
        guard: False switches off the guard that keeps quiet inside longer names.
    """

    id: str
    terms: Mapping[str, tuple[Term, ...]]
    kind: Kind = "term"
    domain: str = ""
    case: CasePolicy = "fold"
    note: str = ""
    definition: str = ""
    guard: bool = True
    path: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class TermMatch:
    """An occurrence of a concept in the source.

    Attributes:
        span: Place in the plain text that was searched. Matches of one text are sorted and never overlap.
        concept: The concept that was met.
        source: The source term that matched.
        target: The preferred term of the target language.
        number: Grammatical number of the occurrence, as far as the source's form tells.
        possessive: True when the occurrence carries a possessive mark ("NATO's"); the mark is inside ``span``.
    """

    span: Span
    concept: Concept
    source: Term
    target: Term
    number: Number = ""
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class QuietMatch:
    """A place where a term stands but is not applied, with the reason in words ("part of the name ...")."""

    span: Span
    concept: Concept
    reason: str


@dataclass(frozen=True, slots=True)
class TermVerdict:
    """What became of one match in one translation: the proof.

    Attributes:
        match: The match; its span counts in the segment's source.
        verdict: ``satisfied`` by the engine's own draft, ``repaired`` by us, or ``unresolved``.
        method: How it was repaired (``located-edit``, ``prefix``, ...); ``engine`` when satisfied.
        before: The rendering in the draft, as far as it could be located.
        after: The rendering in the final target.
        reason: Why it is unresolved, that another term is used elsewhere in the document, or that it was repaired for
            the sake of the document alone; empty otherwise.
        span: Place of ``after`` in the target's plain text, when known.
    """

    match: TermMatch
    verdict: Verdict
    method: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    span: Span | None = field(default=None)
