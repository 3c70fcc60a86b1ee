"""How often the concepts of a glossary occur in articles, and what became of them in a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localize.glossary.lazy import Concepts
from localize.glossary.matching import Matcher
from localize.glossary.pairs import chain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from localize.document import Span
    from localize.glossary.glossary import Glossary

VERDICTS = ("satisfied", "repaired", "unresolved")


@dataclass(slots=True)
class Usage:
    """What is known of one concept.

    Attributes:
        spellings: How often it occurs, by what the articles write.
        quiet: How often one of its terms stands where it does not apply.
        files: Articles in which it applies.
        verdicts: How often it was satisfied, repaired and unresolved, as far as reports tell.
    """

    spellings: Counter[str] = field(default_factory=Counter)
    quiet: int = 0
    files: set[str] = field(default_factory=set)
    verdicts: Counter[str] = field(default_factory=Counter)

    @property
    def hits(self) -> int:
        """Say how often the concept applies."""
        return self.spellings.total()


class Sightings:
    """Where the concepts of a glossary stand in texts of one language, whatever they are translated into.

    A place counts when the concept applies there for one target at least; concepts of the source language alone count,
    too.
    """

    def __init__(
        self, glossary: Glossary, source: str, *, target: str = "", domains: Collection[str] = ()
    ) -> None:
        """Index a glossary.

        Args:
            glossary: Whose concepts are looked for.
            source: BCP 47 tag of the texts.
            target: Look only for what has a term in this language; empty: for everything.
            domains: As for ``Matcher``.
        """
        languages = languages_of(glossary)
        own = chain(source, languages)
        targets = [target] if target else [tag for tag in languages if tag not in own]
        self._own = frozenset(own)
        self._matchers = [Matcher(glossary, source, tag, domains=domains) for tag in targets]
        self._alone = None if target else Matcher(glossary, source, source, domains=domains)

    def find(self, text: str) -> tuple[dict[tuple[Span, str], None], set[tuple[Span, str]]]:
        """Give the places where concepts apply, and those where a term keeps quiet, as (span, id of the concept)."""
        hits: dict[tuple[Span, str], None] = {}
        quiet: set[tuple[Span, str]] = set()
        for matcher in self._matchers:
            found = matcher.match(text)
            hits |= dict.fromkeys((match.span, match.concept.id) for match in found.terms)
            quiet |= {(match.span, match.concept.id) for match in found.quiet}
        if self._alone:
            for match in self._alone.match(text).terms:
                if self._own.issuperset(match.concept.terms):
                    hits[match.span, match.concept.id] = None
        return hits, quiet - hits.keys()


def languages_of(glossary: Glossary) -> tuple[str, ...]:
    """List the languages that a glossary has terms in, in order."""
    if isinstance(glossary.concepts, Concepts):
        return tuple(dict.fromkeys(tag for sheet in glossary.concepts.sheets for tag in sheet.languages))
    return tuple(dict.fromkeys(tag for concept in glossary.concepts for tag in concept.terms))


class Statistics:
    """Count concepts in articles.

    Attributes:
        usage: By id, for all concepts of the glossary, in its order.
    """

    def __init__(self, glossary: Glossary, *, target: str = "", domains: Collection[str] = ()) -> None:
        """Begin to count.

        Args:
            glossary: Whose concepts are counted.
            target: Count only what has a term in this language; empty: everything that is looked for.
            domains: Leave out concepts of other domains.
        """
        self.usage = {concept.id: Usage() for concept in glossary.concepts}
        self._glossary = glossary
        self._target = target
        self._domains = domains
        self._sightings: dict[str, Sightings] = {}

    def count(self, path: str, language: str, texts: Iterable[str]) -> None:
        """Count an article, given as the plain texts of its blocks."""
        sightings = self._sightings.get(language)
        if sightings is None:
            sightings = Sightings(self._glossary, language, target=self._target, domains=self._domains)
            self._sightings[language] = sightings
        for text in texts:
            hits, quiet = sightings.find(text)
            for span, concept in hits:
                usage = self.usage[concept]
                usage.spellings[" ".join(text[slice(*span)].split())] += 1
                usage.files.add(path)
            for _, concept in quiet:
                self.usage[concept].quiet += 1

    def add_verdicts(self, terms: Iterable[Mapping[str, object]]) -> int:
        """Take in the rows ``terms`` of a report.

        Returns:
            How many rows are of concepts that the glossary does not have.
        """
        unknown = 0
        for row in terms:
            usage = self.usage.get(str(row.get("concept")))
            if usage is None:
                unknown += 1
            else:
                usage.verdicts[str(row.get("verdict"))] += 1
        return unknown
