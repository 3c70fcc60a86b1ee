"""Judge candidates by the rules of the guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.guard.acronyms import elsewhere, stands_for
from localize.glossary.guard.occurrence import Occurrence, observe
from localize.glossary.guard.rules import ABOUT_PERSONS, RULES
from localize.glossary.search.characters import UNSPACED
from localize.glossary.words.people import SURNAME_PLACES
from localize.glossary.words.tokens import fold
from localize.glossary.words.vocabulary import LEADERS
from localize.languages import base
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from localize.glossary.guard.rules import Rule
    from localize.glossary.search.candidates import Candidate
    from localize.glossary.words.surroundings import Surroundings

_WITHOUT_CAPITALS = UNSPACED | {"de", "lb", "ar", "he", "fa", "ur", "hi", "ka"}
"""Languages in which a capital tells no name: all nouns have one, or nothing has."""


class Mentions:
    """What places that are surnames as well have stood for in an article so far: "Jordan".

    The first mention in running text decides. Articles name a person in full before they use the surname alone, so
    after "Michael Jordan" a bare "Jordan" is he, unless a word such as "in" leads it; after "Jordan's king" it is the
    country.
    """

    def __init__(self) -> None:
        self._persons: dict[str, str] = {}
        self._places: set[str] = set()
        self._bodies: dict[str, str] = {}

    def person(self, candidate: Candidate, around: Surroundings) -> str:
        """Give the reason to take a bare name for a person mentioned before; empty when there is none."""
        known = self._persons.get(fold(around.words[candidate.first]))
        if known is None or len(candidate.spelling.words) > 1:
            return ""
        led = candidate.first > 0 and around.words[candidate.first - 1].lower() in LEADERS
        return "" if led else Message("%(reason)s, mentioned before", reason=known)

    def body(self, candidate: Candidate, around: Surroundings, matched: Container[int]) -> str:
        """Give the reason to take an acronym for that of another body, by what the article says that it stands for."""
        word = fold(around.words[candidate.first])
        if len(candidate.spelling.words) > 1 or not around.words[candidate.first].isupper():
            return ""
        told = stands_for(candidate, around, matched)
        if told:
            self._bodies.pop(word, None)
            if not told[1]:
                self._bodies[word] = told[0]
        other = self._bodies.get(word)
        return Message("stands for '%(name)s'", name=other) if other else elsewhere(candidate, around)

    def note(self, candidate: Candidate, around: Surroundings, reason: str, rule: Rule | None) -> None:
        """Learn what a name stood for: a person by the rules about persons, a place where it was applied."""
        word = fold(around.words[candidate.first])
        if word not in SURNAME_PLACES or len(candidate.spelling.words) > 1:
            return
        if rule in ABOUT_PERSONS and word not in self._places:
            self._persons.setdefault(word, reason)
        elif not reason and word not in self._persons and around.style(candidate.span[0]) == "running":
            self._places.add(word)


class Guard:
    """Judges the candidates of a text; the lists of words are English, other languages go by capitals alone."""

    def __init__(self, language: str) -> None:
        self._english = base(language) == "en"
        self._silent = base(language) in _WITHOUT_CAPITALS

    def reasons(self, candidates: Sequence[Candidate], around: Surroundings, mentions: Mentions) -> list[str]:
        """Give for each candidate why it is not applied; empty when it is.

        *mentions* is asked about places that are persons' names as well, and learns from this text.
        """
        matched = {index for c in candidates for index in range(c.first, c.after)}
        reasons: list[str] = []
        for candidate in candidates:
            reason, rule = self._reason(candidate, around, matched)
            if self._english and candidate.spelling.entry.concept.guard:
                reason = (
                    reason or mentions.person(candidate, around) or mentions.body(candidate, around, matched)
                )
                mentions.note(candidate, around, reason, rule)
            reasons.append(reason)
        return reasons

    def _reason(
        self, candidate: Candidate, around: Surroundings, matched: Container[int]
    ) -> tuple[str, Rule | None]:
        """Judge one candidate by itself: the reason, and the rule that gave it.

        A target that is spelled like the source can do no harm in a longer name and is let through.
        """
        entry = candidate.spelling.entry
        if around.address(candidate.span):
            return Message("inside an address, a file name or code"), None
        if not entry.concept.guard or entry.target.text == candidate.spelling.term.text:
            return "", None
        derived = _derived(candidate)
        if derived or self._silent:
            return derived, None
        occurrence = observe(candidate, around, matched)
        if not self._english:
            return _by_capitals(occurrence), None
        for rule in RULES:
            reason = rule(occurrence)
            if reason:
                return reason, rule
        return "", None


def _derived(candidate: Candidate) -> str:
    """Judge a word in small letters that is made from a place's name: "ucranianos" of "Ucrânia".

    Entries list such words because they are right as translations; what they mean is not the place.
    """
    entry = candidate.spelling.entry
    spelled, name = candidate.spelling.term.text, entry.sources[0].text
    if entry.concept.kind == "place" and name[:1].isupper() and spelled.islower() and " " not in spelled:
        return Message("an adjective or inhabitants, not the place")
    return ""


def _by_capitals(it: Occurrence) -> str:
    """Judge by capitals alone: one word, no title, acronym or organisation, beside a capital inside a sentence."""
    guarded = it.single and it.capital and not it.title and not it.acronym and it.kind in {"place", "term"}
    if not guarded or it.style != "running":
        return ""
    for neighbour in (it.following, it.previous):
        if not neighbour or neighbour.link != "space" or not neighbour.capital:
            continue
        if neighbour.matched or neighbour.upper or (neighbour is it.previous and it.opens(neighbour)):
            continue
        return Message("part of the name '%(name)s'", name=it.name(neighbour))
    return ""
