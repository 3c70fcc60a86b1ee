"""What stands in the output folder now, read back and checked; nothing is translated."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from localize import formats
from localize.batch.events import Failed, Skipped, Translated
from localize.batch.findings import blocks_differ, wrong_language
from localize.batch.inputs import find
from localize.batch.reading import read
from localize.batch.recognition import Recogniser
from localize.document import Draft, Finding, Segment, Translation
from localize.errors import InputError, LocalizeError
from localize.exchange import FileResult, rows
from localize.glossary import Matcher, TermVerdict
from localize.glossary.repair.acceptance import accept
from localize.languages import LanguageTagError, Pair, normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from localize.batch.events import Event
    from localize.batch.inputs import Article
    from localize.config import Config
    from localize.document import Document, Unit
    from localize.engines import Engine
    from localize.glossary import Glossary, TermMatch


@dataclass(frozen=True, slots=True)
class Missing:
    """An article has no translation yet."""

    path: str
    output: str


@dataclass(frozen=True, slots=True)
class Audit:
    """Check translations that were written before, and perhaps edited by people since.

    A translation is compared with its article block by block. A glossary match is satisfied when its block's
    translation holds the term in any form, wherever it stands, since nobody can say which word renders which.

    Attributes:
        engine: Asked which languages it translates, for what a doubtful text is taken for.
    """

    engine: Engine
    glossary: Glossary
    config: Config
    _matchers: dict[Pair, Matcher] = field(default_factory=dict)

    def run(self, articles: Sequence[Article]) -> Iterator[Event | Missing]:
        """Check the translations of articles into the languages of the configuration."""
        recogniser = Recogniser(self.engine, self.config.to, told=self.config.source, translating=False)
        for article in articles:
            for target in self.config.to:
                try:
                    yield self._article(article, target, recogniser)
                except LocalizeError as error:
                    yield Failed(str(article.path), error)

    def _article(self, article: Article, target: str, recogniser: Recogniser) -> Event | Missing:
        output = self.config.output / target / article.relative
        if not output.is_file():
            return Missing(str(article.path), str(output))
        started = time.perf_counter()
        document = read(article.path, self.config)
        found = recogniser.recognise(document)
        source = recogniser.source(found, document.path, target)
        if source is None:
            return Skipped(document.path, target)
        kept = recogniser.foreign(document, source, target, keep=self.config.foreign == "keep")
        document = replace(document, language=source)
        written = formats.beside(document, read(output, self.config))
        translations, odd = self._compare(document, written, Pair(source, target), frozenset(kept))
        checking = replace(
            self.config.checking, on_bad="fail" if self.config.on_bad == "fail" else "keep-draft"
        )
        translations, findings = checking.check(document, translations, target)
        stranger = recogniser.stranger(translations, target)
        if stranger:
            odd = (*odd, wrong_language(stranger, target))
        odd = tuple(weighed for one in odd for weighed in checking.weighed(one))
        seconds = time.perf_counter() - started
        result = FileResult(document, target, str(output), translations, (*odd, *findings), seconds=seconds)
        return Translated(rows(result), found)

    def _compare(
        self, document: Document, written: Document, pair: Pair, kept: Collection[str] = ()
    ) -> tuple[tuple[Translation, ...], tuple[Finding, ...]]:
        """Put each block beside its translation; when their numbers differ, that is all there is to say."""
        sources = [unit for unit in document.units if unit.translate]
        targets = [unit for unit in written.units if unit.translate]
        if len(sources) != len(targets):
            return (), (blocks_differ(len(sources), len(targets), written.path),)
        if pair not in self._matchers:
            self._matchers[pair] = Matcher(self.glossary, *pair, domains=self.config.domains)
        matcher = self._matchers[pair]
        matched = matcher.match_all(unit.source.plain for unit in sources)
        made = (
            _translation(a, b, found.terms, pair.target)
            for a, b, found in zip(sources, targets, matched, strict=True)
            if a.id not in kept
        )
        return tuple(made), ()


def languages(output: Path) -> tuple[str, ...]:
    """List the languages that an output folder holds translations in: its folders whose names are language tags."""
    if not output.is_dir():
        return ()
    return tuple(
        sorted(folder.name for folder in output.iterdir() if folder.is_dir() and _is_tag(folder.name))
    )


def sources(output: Path, targets: Sequence[str]) -> tuple[Path, ...]:
    """List the articles below the current folder whose translations are in an output folder.

    Raises:
        InputError: There are none, or a translation has no article there.
    """
    found: dict[Path, None] = {}
    for target in targets:
        for article in find([output / target], output=output):
            path = Path(article.relative)
            if not path.is_file():
                raise InputError(
                    f"there is no article {path} that it could be compared with",
                    path=str(article.path),
                    hint="name the folder of the articles, as it was given to translate",
                )
            found[path] = None
    return tuple(found)


def _is_tag(name: str) -> bool:
    try:
        return normalise(name) == name
    except LanguageTagError:
        return False


def _translation(unit: Unit, written: Unit, matches: Sequence[TermMatch], target: str) -> Translation:
    """Take a block and its translation for one segment, with a verdict for every term."""
    found = accept(Draft(written.source.plain), matches, target)
    verdicts = []
    for match, accepted in zip(matches, found, strict=True):
        if accepted.span is None:
            verdicts.append(TermVerdict(match, "unresolved"))
        else:
            words = written.source.plain[slice(*accepted.span)]
            verdicts.append(TermVerdict(match, "satisfied", "found", words, words, span=accepted.span))
    whole = Segment(unit, 0, (0, len(unit.source.plain)), unit.source)
    return Translation(whole, written.source, terms=tuple(verdicts))
