"""Candidates for new concepts out of the project's articles, looked for on a thread of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localize import engines
from localize.batch import Recogniser, read
from localize.batch.mining import sentences
from localize.errors import LocalizeError
from localize.glossary.corpus.statistics import Sightings
from localize.glossary.corpus.suggestion import suggest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.batch import Article
    from localize.config import Config
    from localize.glossary import Glossary
    from localize.glossary.corpus.suggestion import Candidate, Sentence


@dataclass(slots=True)
class Search:
    """A search through articles.

    Attributes:
        articles: What is read.
        language: Only articles in this language count, a BCP 47 tag.
        done: Articles that were read.
        failed: What is wrong with those that could not be read.
        used: Articles in the language.
        candidates: What was found, the weightiest first; None while the search goes on.
        answered: Candidates that were added or are not wanted.
    """

    articles: Sequence[Article]
    language: str
    done: int = 0
    used: int = 0
    failed: list[str] = field(default_factory=list)
    candidates: Sequence[Candidate] | None = None
    answered: set[str] = field(default_factory=set)

    @property
    def left(self) -> list[Candidate]:
        """List the candidates about which nothing was said yet."""
        return [one for one in self.candidates or () if one.text not in self.answered]

    def find(self, text: str) -> Candidate | None:
        """Give a candidate by its text."""
        return next((one for one in self.candidates or () if one.text == text), None)

    def run(self, config: Config, glossary: Glossary) -> None:
        """Read the articles, and find what occurs twice or more often and is not in the glossary."""
        known = Sightings(glossary, self.language, domains=config.domains)
        recogniser = Recogniser(engines.load("echo", {}), (), told=config.source)
        found: list[Sentence] = []
        for article in self.articles:
            try:
                document = read(article.path, config)
                if recogniser.recognise(document).language == self.language:
                    found += sentences(document, self.language, glossary, known)
                    self.used += 1
            except LocalizeError as error:
                self.failed.append(str(error))
            self.done += 1
        self.candidates = suggest(found, self.language)
