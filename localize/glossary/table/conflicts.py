"""Rows of a glossary that get in each other's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.table.problems import Problem
from localize.glossary.words.tokens import WORD, key_of
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Severity
    from localize.glossary.concepts import Concept, Term

_LIVE = frozenset({"preferred", "admitted"})
_MOST_SHOWN = 3


def conflicts(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Yield rows whose source another row of the same domain claims already.

    The source language is that of a row's first term. With other targets that is an error, with the same a warning;
    when one of the two spellings is only a variant, a note of which row wins. Rows that are exact and written
    differently ("Turkey", "turkey") live beside each other.
    """
    seen: dict[tuple[str, str, str], list[tuple[Concept, Term]]] = {}
    for concept in concepts:
        language = next(iter(concept.terms), "")
        for term in concept.terms.get(language, ()):
            if term.status not in _LIVE:
                continue
            claims = seen.setdefault((language, key_of(term.text), concept.domain.casefold()), [])
            for other, claimed in claims[:_MOST_SHOWN]:
                if other is not concept and _meet(concept, term, other, claimed):
                    severity, message = _judge(concept, term, other, claimed)
                    column = language if term.status == "preferred" else f"variants:{language}"
                    yield Problem(concept.path, concept.row, column, severity, message)
                    break
            claims.append((concept, term))


def hidden(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Yield a note for terms that stand inside longer ones, which win there: worth knowing, seldom wrong."""
    short: dict[tuple[str, str], Concept] = {}
    for concept in concepts:
        language = next(iter(concept.terms), "")
        for term in concept.terms.get(language, ())[:1]:
            short.setdefault((language, key_of(term.text)), concept)
    longer: dict[tuple[str, str], list[str]] = {}
    for language, key in short:
        for part in _parts(key):
            if (language, part) in short:
                longer.setdefault((language, part), []).append(key)
    for place, keys in longer.items():
        concept = short[place]
        shown = ", ".join(f"'{key}'" for key in keys[:_MOST_SHOWN]) + (
            " ..." if len(keys) > _MOST_SHOWN else ""
        )
        message = Message(
            "'%(term)s' is part of %(longer)s; the longer term wins there", term=place[1], longer=shown
        )
        yield Problem(concept.path, concept.row, place[0], "note", message)


def _meet(concept: Concept, term: Term, other: Concept, claimed: Term) -> bool:
    """Tell whether one spelling in a text could be either of two terms."""
    return term.text == claimed.text or "fold" in {concept.case, other.case}


def _judge(concept: Concept, term: Term, other: Concept, claimed: Term) -> tuple[Severity, str]:
    """Say what it means that two rows claim a spelling."""
    place = (
        f"{other.path}:{other.row}" if other.path != concept.path else Message("row %(row)s", row=other.row)
    )
    if "admitted" in {term.status, claimed.status}:
        if term.status == claimed.status:
            return "warning", Message(
                "'%(term)s' is a variant in %(place)s, too, which wins; remove one",
                term=term.text,
                place=place,
            )
        return "note", Message(
            "'%(term)s' stands in %(place)s, too; the row that prefers it wins", term=term.text, place=place
        )
    ours, theirs = _targets(concept), _targets(other)
    for language, text in ours.items():
        if theirs.get(language, text) != text:
            return "error", Message(
                "'%(term)s' stands in %(place)s, too, with another %(language)s ('%(here)s' here, '%(there)s' there); "
                "keep one, or give domains",
                term=term.text,
                place=place,
                language=language,
                here=text,
                there=theirs[language],
            )
    return "warning", Message(
        "'%(term)s' stands in %(place)s, too, with the same targets; remove one", term=term.text, place=place
    )


def _targets(concept: Concept) -> Mapping[str, str]:
    """Give the preferred terms by language, without the row's first."""
    return {
        tag: terms[0].text for tag, terms in list(concept.terms.items())[1:] if terms[0].status == "preferred"
    }


def _parts(key: str) -> Iterator[str]:
    """Yield every run of words of a key that is shorter than the key."""
    spans = [word.span() for word in WORD.finditer(key)]
    for first in range(len(spans)):
        for last in range(first, len(spans)):
            if last - first + 1 < len(spans):
                yield key[spans[first][0] : spans[last][1]]
