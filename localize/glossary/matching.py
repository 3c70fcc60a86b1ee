"""Find the terms of a glossary in text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.glossary.concepts import QuietMatch, TermMatch
from localize.glossary.guard.judge import Guard, Mentions
from localize.glossary.search.candidates import number
from localize.glossary.search.characters import UNSPACED
from localize.glossary.search.finding import CharacterFinder, Claims, WordFinder
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from localize.glossary.glossary import Glossary
    from localize.glossary.search.candidates import Candidate
    from localize.glossary.words.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Matches:
    """What a glossary finds in one text.

    Attributes:
        terms: Where terms apply; sorted, disjoint.
        quiet: Where terms stand but are not applied, with the reason; sorted, disjoint from one another and from
            ``terms``.
    """

    terms: tuple[TermMatch, ...] = ()
    quiet: tuple[QuietMatch, ...] = ()


class Matcher:
    """The terms of a glossary for one pair of languages, ready to be looked for.

    Whole words only, the leftmost first, of several at one place the longest. A hyphen, a space and a soft line end
    are the same between two words; straight and curly apostrophes are the same; so are composed and decomposed
    letters and ligatures. English plurals and possessives are found, forms in other languages by dictionary, whose
    first use takes up to some seconds. Chinese, Japanese, Korean, Thai and their like are searched by character.

    Letter case as the concept's policy says (``casing.agrees``). Inside e-mail and web addresses, handles, hash
    tags, paths and file names nothing applies; inside longer names only what switches its guard off (``guard``).

    Making one costs some microseconds a concept; the time of matching hardly depends on the number of concepts.
    """

    def __init__(
        self, glossary: Glossary, source: str, target: str, *, domains: Collection[str] = ()
    ) -> None:
        """Index a glossary.

        Args:
            glossary: Where two concepts claim one spelling, the first wins.
            source: BCP 47 tag of the texts.
            target: BCP 47 tag of the translation.
            domains: Concepts of other domains are left out; those without a domain, and with no domains given all,
                apply. A concept of a named domain goes before one without.
        """
        self._language = source
        claims = Claims(glossary, source, target, frozenset(name.strip().casefold() for name in domains))
        finder = CharacterFinder if base(source) in UNSPACED else WordFinder
        self._finder = finder(claims, source)
        self._guard = Guard(source)

    def match(self, text: str) -> Matches:
        """Find terms in the plain text of a unit or segment. Never raises, whatever the text."""
        return self._match(text, Mentions())

    def match_all(self, texts: Iterable[str]) -> Iterator[Matches]:
        """Find terms in the texts of one article, in order.

        Better than one by one: a surname that is a place, too ("Jordan"), is known from the paragraph in which the
        person was named in full.
        """
        mentions = Mentions()
        for text in texts:
            yield self._match(text, mentions)

    def _match(self, text: str, mentions: Mentions) -> Matches:
        candidates, around = self._finder.find(text)
        if not around or not candidates:
            return Matches()
        reasons = self._guard.reasons(candidates, around, mentions)
        judged = list(zip(candidates, reasons, strict=True))
        return Matches(
            tuple(self._term(candidate, around) for candidate, reason in judged if not reason),
            tuple(QuietMatch(c.span, c.spelling.entry.concept, reason) for c, reason in judged if reason),
        )

    def _term(self, candidate: Candidate, around: Surroundings) -> TermMatch:
        """Write a candidate as a match."""
        entry, term = candidate.spelling.entry, candidate.spelling.term
        told = number(candidate, around, self._language) if around.words else term.number
        return TermMatch(candidate.span, entry.concept, term, entry.target, told, candidate.possessive)
