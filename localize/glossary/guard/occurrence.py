"""A place where a term stands, with what the guard's rules ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.glossary.guard.neighbours import Neighbour, after, before
from localize.glossary.words.people import COUNTRIES, GIVEN_NAMES, SURNAME_PLACES
from localize.glossary.words.tokens import fold
from localize.glossary.words.vocabulary import LEADERS, TITLES

if TYPE_CHECKING:
    from collections.abc import Container

    from localize.glossary.search.candidates import Candidate
    from localize.glossary.words.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Facts about one candidate.

    Attributes:
        around: The text.
        first: Index of the first word.
        end: Offset of the end.
        word: The first word, folded.
        single: Whether the term is one word.
        kind: The concept's kind.
        capital: Whether it is written with a capital in the text.
        style: ``Surroundings.style`` of its line.
        common: Whether the glossary writes it without any capital.
        bare: Whether nothing but a mark or a small letter follows it.
        acronym: Whether the glossary writes it all in capitals.
        title: Whether it is an office or a rank.
        place: Whether it is, or may be, a place.
        surname: Whether it is a person's name that is no given name.
        led: Whether a word such as "in" or "from" goes before it, as before a place.
        previous: The word before, if it may belong to one name with the term.
        following: The word after; None behind a possessive.
        owned: The word after a possessive.
        quotation: What is quoted around it, without quotation marks and not longer than a title; may be empty.
    """

    around: Surroundings
    first: int
    end: int
    word: str
    single: bool
    kind: str
    capital: bool
    style: str
    common: bool
    bare: bool
    acronym: bool
    title: bool
    place: bool
    surname: bool
    led: bool
    previous: Neighbour | None
    following: Neighbour | None
    owned: Neighbour | None
    quotation: str

    def opens(self, neighbour: Neighbour) -> bool:
        """Tell whether a neighbour stands where a capital says nothing."""
        return self.around.opens(neighbour.index)

    def name(self, neighbour: Neighbour) -> str:
        """Write the longer name that a neighbour and the term make, as the text has it."""
        start, end = self.around.spans[self.first][0], self.end
        left, right = self.around.spans[neighbour.index]
        return " ".join(self.around.text[min(start, left) : max(end, right)].split())


def observe(candidate: Candidate, around: Surroundings, matched: Container[int]) -> Occurrence:
    """Gather the facts about a candidate; *matched* holds the indices of all words that are part of one."""
    words = candidate.spelling.words
    kind = candidate.spelling.entry.concept.kind
    single = len(words) == 1
    word = fold(around.words[candidate.first])
    letters = "".join(words)
    acronym = kind == "acronym" or (letters.isupper() and 1 < len(letters) <= 6)
    known_place = single and (word in COUNTRIES or word in SURNAME_PLACES)
    start, end = candidate.span
    following = after(around, candidate.after, end, matched)
    return Occurrence(
        around=around,
        first=candidate.first,
        end=end,
        word=word,
        single=single,
        kind=kind,
        capital=around.words[candidate.first][0].isupper(),
        style=around.style(start),
        common=letters.islower(),
        bare=following is None or not following.capital,
        acronym=acronym,
        title=kind == "title" or (kind == "term" and any(fold(one) in TITLES for one in words)),
        place=kind == "place" or (kind in {"term", "name"} and known_place),
        surname=kind == "name" and word not in GIVEN_NAMES and not known_place,
        led=candidate.first > 0 and around.words[candidate.first - 1].lower() in LEADERS,
        previous=before(around, candidate.first, matched),
        following=None if candidate.possessive else following,
        owned=following if candidate.possessive else None,
        quotation=around.quotation(candidate.span),
    )
