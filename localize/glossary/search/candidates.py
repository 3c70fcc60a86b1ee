"""Places where a term stands, before the guard: found in the index, then compared in detail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.glossary.words.boundaries import begins, ends, final_stop, possessive
from localize.glossary.words.casing import agrees
from localize.glossary.words.inflection import number_of
from localize.glossary.words.tokens import QUOTES, WORD, edges, fold, key_of, plain
from localize.glossary.words.words import word_set
from localize.languages import base

if TYPE_CHECKING:
    from localize.document import Span
    from localize.glossary.concepts import Number, Term
    from localize.glossary.pairs import Entry
    from localize.glossary.words.surroundings import Surroundings

_UNINFLECTED = word_set("do-not-translate name place")
"""Kinds without an English plural: "Jordans" is not "Jordan"."""
_PREPOSITIONS = word_set("""
    and at d da das de del della des di do dos du en for für in of on para per pour to von
""")
"""The head of a term is the last word before one of them: minister of defence, chargé d'affaires."""
_HEAD_LAST = word_set("da de en nb nl nn no sv")
"""Languages whose nouns follow what describes them; in the others the first word is the head."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to spell a term, taken apart for comparing.

    Attributes:
        entry: The concept from the pair's point of view.
        term: The source term it spells.
        words: Its words, NFKC, letter case kept.
        head: What must stand right before the first word (".NET").
        tail: What must stand right after the last ("C++"); a final full stop is no part of it.
        stop: True when it is spelled with a final full stop.
    """

    entry: Entry
    term: Term
    words: tuple[str, ...]
    head: str
    tail: str
    stop: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a term stands.

    Attributes:
        first: Index of its first word in the text.
        after: Index of the first word behind it, a possessive "s" not counted.
        span: Place in the text, possessive mark included.
        spelling: What was met.
        inflected: True when the text has another form than the spelling.
    """

    first: int
    after: int
    span: Span
    spelling: Spelling
    inflected: bool
    possessive: bool


def spellings(entry: Entry, key: str) -> tuple[Spelling, ...]:
    """List the spellings of an entry's source terms that have a key."""
    found = []
    for term in entry.sources:
        for text in (term.text, *term.forms):
            if key_of(text) == key:
                words = tuple(plain(word) for word in WORD.findall(text))
                found.append(Spelling(entry, term, words, *edges(text), text.endswith(".")))
    return tuple(found)


def fit(spelling: Spelling, around: Surroundings, first: int, size: int, language: str) -> Candidate | None:
    """Compare a spelling with a place whose key fits; None when it does not stand there as a whole."""
    concept = spelling.entry.concept
    words = [plain(word) for word in around.words[first : first + size]]
    inflected = any(fold(a) != fold(b) for a, b in zip(words, spelling.words, strict=True))
    if inflected and concept.kind in _UNINFLECTED and base(language) == "en":
        return None
    span = _with_marks(spelling, around, first, first + size)
    if span is None or not _written_so(spelling, words, around, first):
        return None
    (start, end), after = span, first + size
    if not (begins(around, first, start, language) and ends(around, after, end, language)):
        return None
    stop = spelling.stop and around.text[end : end + 1] == "."
    mark = possessive(around, after, end) or (stop and possessive(around, after, end + 1) and 3)
    if mark:
        has_s = after < len(around.words) and around.spans[after][0] < end + mark
        return Candidate(first, after + has_s, (start, end + mark), spelling, inflected, possessive=True)
    stop = stop and not final_stop(around, after, end)
    return Candidate(first, after, (start, end + stop), spelling, inflected, possessive=False)


def _with_marks(spelling: Spelling, around: Surroundings, first: int, after: int) -> Span | None:
    """Give the place of some words with the marks that the spelling has at its ends; None when they are missing."""
    start = around.spans[first][0] - len(spelling.head)
    end = around.spans[after - 1][1] + len(spelling.tail)
    head = around.text[max(0, start) : start + len(spelling.head)]
    tail = around.text[end - len(spelling.tail) : end]
    return (
        (start, end)
        if (head.translate(QUOTES), tail.translate(QUOTES)) == (spelling.head, spelling.tail)
        else None
    )


def _written_so(spelling: Spelling, words: list[str], around: Surroundings, first: int) -> bool:
    """Tell whether letter case is as the concept wants it."""
    if spelling.entry.concept.case == "fold":
        return True
    place = around.spans[first][0]
    return agrees(spelling.words, words, style=lambda: around.style(place), opens=lambda: around.opens(first))


def number(candidate: Candidate, around: Surroundings, language: str) -> Number:
    """Tell the grammatical number of an occurrence from its head word; empty where the form does not tell."""
    spelling = candidate.spelling
    if spelling.term.number and not candidate.inflected:
        return spelling.term.number
    place = next((n for n, word in enumerate(spelling.words) if n and fold(word) in _PREPOSITIONS), 0) - 1
    if place < 0:
        place = len(spelling.words) - 1 if base(language) in _HEAD_LAST else 0
    changed = [
        (word, found)
        for word, found in zip(
            around.words[candidate.first : candidate.first + len(spelling.words)], spelling.words, strict=True
        )
        if fold(word) != fold(found)
    ]
    word, found = changed[0] if changed else (around.words[candidate.first + place], spelling.words[place])
    told = number_of(fold(word), fold(found), language)
    named = spelling.entry.concept.kind in {"place", "name", "organisation", "do-not-translate"}
    return "" if named and told == "pl" and not changed else told
