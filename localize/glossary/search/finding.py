"""Find the places where terms stand, before the guard: by words, or by characters where there are no spaces."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from localize.glossary.pairs import entry_of
from localize.glossary.search.candidates import Candidate, Spelling, fit, spellings
from localize.glossary.search.characters import CharacterIndex, fold_text
from localize.glossary.search.index import BEGINNING, Forms, build, reach
from localize.glossary.words.surroundings import Surroundings
from localize.glossary.words.tokens import WORD, fold
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.glossary.glossary import Glossary
    from localize.glossary.pairs import Entry

_MOST_KEPT = 200_000
"""Words whose analysis is kept; a text of random words must not fill the memory."""
_PREFIX = 2
"""Characters that a word and its lemma share: only words that begin like some term are worth a dictionary."""
_ACCENTS = dict.fromkeys(range(0x300, 0x370))


class Claims:
    """What concepts of a glossary claim a spelling, for a pair: the first of them wins.

    Concepts of a named domain go before those without, preferred terms before variants, then order of the glossary.
    """

    def __init__(self, glossary: Glossary, source: str, target: str, domains: frozenset[str]) -> None:
        self.surfaces = glossary.surfaces(source, target, domains)
        self._glossary = glossary
        self._source = source
        self._target = target
        self._named = bool(domains)

    def entries(self, numbers: tuple[int, ...]) -> Iterator[Entry]:
        """Yield concepts by number, seen from the pair."""
        concepts = [self._glossary.concepts[number] for number in numbers]
        concepts.sort(key=lambda concept: self._named and not concept.domain)
        for concept in concepts:
            entry = entry_of(concept, self._source, self._target)
            if entry:
                yield entry

    def sort(self, found: list[Spelling]) -> tuple[Spelling, ...]:
        """Put spellings in the order of their claims."""
        found.sort(
            key=lambda one: (self._named and not one.entry.concept.domain, one.term.status != "preferred")
        )
        return tuple(found)


class WordFinder:
    """Terms of a language that parts its words, found as whole words."""

    def __init__(self, claims: Claims, language: str) -> None:
        self._claims = claims
        self._language = language
        self._table = build(claims.surfaces)
        english = base(language) == "en"
        self._prefixes = frozenset() if english else frozenset(map(_beginning, self._table))
        self._forms = Forms(language)
        self._hot: dict[str, tuple[str, ...]] = {}
        self._alone: set[str] = set()
        self._cold: set[str] = set()
        self._spellings: dict[str, tuple[Spelling, ...]] = {}

    def find(self, text: str) -> tuple[list[Candidate], Surroundings | None]:
        """Find candidates, sorted and disjoint, and the text's words for whoever judges them."""
        words = WORD.findall(text)
        self._learn(set(words))
        hot = self._hot
        starts = [index for index, word in enumerate(words) if word in hot]
        if not starts:
            return [], None
        around = Surroundings(text, words, [found.span() for found in WORD.finditer(text)])
        candidates: list[Candidate] = []
        free = 0
        for start in starts:
            if start >= free and (words[start] in self._alone or self._goes_on(around, start)):
                candidate = self._longest(around, start)
                if candidate:
                    candidates.append(candidate)
                    free = candidate.after
        return candidates, around

    def _learn(self, words: set[str]) -> None:
        """Find out which words may begin a term, and which of them may be one."""
        if len(self._cold) + len(self._hot) > _MOST_KEPT:
            self._cold.clear()
            self._hot.clear()
            self._alone.clear()
        for word in words.difference(self._cold, self._hot):
            alike = not self._prefixes or _beginning(fold(word)) in self._prefixes
            forms = tuple(form for form in self._forms[word] if form in self._table) if alike else ()
            if not forms:
                self._cold.add(word)
                continue
            self._hot[word] = forms
            if any(self._table[form] != BEGINNING for form in forms):
                self._alone.add(word)

    def _goes_on(self, around: Surroundings, start: int) -> bool:
        """Tell quickly whether a word that only begins terms is followed by a second word of one."""
        if start + 1 == len(around.words):
            return False
        if around.text[around.spans[start][1] : around.spans[start + 1][0]] != " ":
            return True
        table = self._table
        following = self._forms[around.words[start + 1]]
        for key in self._hot[around.words[start]]:
            for form in following:
                if f"{key} {form}" in table:
                    return True
        return False

    def _longest(self, around: Surroundings, start: int) -> Candidate | None:
        """Find the longest term that begins with a word; of several that fit, the one written as in the text."""
        for size, key in reach(self._table, self._hot[around.words[start]], start, around, self._forms):
            fits = [
                candidate
                for spelling in self._spelled(key)
                if (candidate := fit(spelling, around, start, size, self._language))
            ]
            if fits:
                written = tuple(around.words[start : start + size])
                return next((one for one in fits if one.spelling.words == written), fits[0])
        return None

    def _spelled(self, key: str) -> tuple[Spelling, ...]:
        known = self._spellings.get(key)
        if known is None:
            claimed = self._table[key]
            numbers = claimed if isinstance(claimed, tuple) else (claimed,)
            found = [one for entry in self._claims.entries(numbers) for one in spellings(entry, key)]
            known = self._spellings[key] = self._claims.sort(found)
        return known


def _beginning(word: str) -> str:
    """Give what a folded word and its lemma share: the first letters, without accents (Länder, Land)."""
    return unicodedata.normalize("NFD", word[:_PREFIX]).translate(_ACCENTS)[:_PREFIX]


class CharacterFinder:
    """Terms of a language whose words run on."""

    def __init__(self, claims: Claims, language: str) -> None:
        self._claims = claims
        self._index = CharacterIndex(claims.surfaces, language)

    def find(self, text: str) -> tuple[list[Candidate], Surroundings | None]:
        """Find candidates, sorted and disjoint."""
        candidates: list[Candidate] = []
        free = 0
        for span, key, numbers in self._index.find(text):
            if span[0] >= free:
                spelling = self._spelling(key, text[slice(*span)], numbers)
                if spelling:
                    candidates.append(Candidate(0, 0, span, spelling, inflected=False, possessive=False))
                    free = span[1]
        return candidates, Surroundings(text, (), ()) if candidates else None

    def _spelling(self, key: str, written: str, numbers: tuple[int, ...]) -> Spelling | None:
        """Choose the term that stands there, letter case minded where the concept wants it."""
        exact = "".join(unicodedata.normalize("NFKC", written).split("\n"))
        found = [
            Spelling(entry, term, (text,), "", "", stop=False)
            for entry in self._claims.entries(numbers)
            for term in entry.sources
            for text in (term.text, *term.forms)
            if fold_text(text) == key
            and (entry.concept.case == "fold" or unicodedata.normalize("NFKC", text) == exact)
        ]
        return next(iter(self._claims.sort(found)), None)
