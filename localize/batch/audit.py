"""What stands in the output folder now, read back and checked; nothing is translated."""

from __future__ import annotations

import json
import os
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from localize import formats
from localize.batch.events import Failed, Skipped, Translated, Unchanged
from localize.batch.findings import OUTPUT_EDITED, blocks_differ, wrong_language
from localize.batch.fingerprints import Fingerprints, of_bytes
from localize.batch.inputs import find
from localize.batch.reading import load, parse
from localize.batch.recognition import Recogniser
from localize.batch.records import parse_rows, plain
from localize.batch.state import FILE, FOLDER, State
from localize.document import Draft, Finding, Segment, Translation
from localize.errors import InputError, LocalizeError
from localize.exchange import FileResult, rows
from localize.glossary import Matcher, TermVerdict
from localize.glossary.repair.acceptance import accept
from localize.languages import LanguageTagError, Pair, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from localize.batch.events import Event
    from localize.batch.inputs import Article
    from localize.config import Config
    from localize.document import Document, Unit
    from localize.engines import Engine
    from localize.glossary import Glossary, TermMatch


UNSEEN = ("term-unified", "source-kept", OUTPUT_EDITED)
"""Checks of how a translation was made, which nobody can tell from what stands there."""


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

    What was found is remembered where runs remember, and recalled as long as nothing that it depends on has changed.

    Attributes:
        engine: Asked which languages it translates, for what a doubtful text is taken for.
        glossary: May be empty.
        config: As for ``Batch``.
        warn: Told when the state cannot be used.
    """

    engine: Engine
    glossary: Glossary
    config: Config
    warn: Callable[[str], None] = lambda _message: None
    _matchers: dict[Pair, Matcher] = field(default_factory=dict)

    def run(self, articles: Sequence[Article]) -> Iterator[Event | Missing]:
        """Check the translations of articles into the languages of the configuration."""
        recogniser = Recogniser(self.engine, self.config.to, told=self.config.source, translating=False)
        prints = Fingerprints(self.engine, self.glossary, self.config)
        with closing(State(self._home(), warn=self.warn)) as state:
            for article in articles:
                for target in self.config.to:
                    try:
                        yield self._article(article, target, recogniser, prints, state)
                    except LocalizeError as error:
                        yield Failed(str(article.path), error)

    def _home(self) -> Path | None:
        """Name the folder in which runs remember, if they do: a check that finds nothing there leaves nothing, either."""
        state = self.config.home / FOLDER / FILE
        usable = self.config.state and all(os.access(one, os.W_OK) for one in (state, state.parent))
        return self.config.home if usable else None

    def _article(
        self, article: Article, target: str, recogniser: Recogniser, prints: Fingerprints, state: State
    ) -> Event | Missing:
        """Check one translation, or recall what a check of the same files found."""
        output = self.config.output / target / article.relative
        if not output.is_file():
            return Missing(str(article.path), str(output))
        data, written = load(article.path, self.config), load(output, self.config)
        key = prints.audit(str(article.path), of_bytes(data), str(output), of_bytes(written), target)
        known = parse_rows(state.answers([key]).get(key, b""))
        if known:
            return Unchanged(known._replace(file=replace(known.file, seconds=0.0)))
        document, translation = (
            parse(some, path, self.config) for some, path in ((data, article.path), (written, output))
        )
        event = self._compared(document, translation, target, recogniser)
        if key and isinstance(event, Translated):
            state.remember({key: json.dumps(plain(event.rows)).encode()})
        return event

    def _compared(
        self, document: Document, written: Document, target: str, recogniser: Recogniser
    ) -> Translated | Skipped:
        started = time.perf_counter()
        output = written.path
        found = recogniser.recognise(document)
        source = recogniser.source(found, document.path, target)
        if source is None:
            return Skipped(document.path, target)
        kept = recogniser.foreign(document, source, target, keep=self.config.foreign == "keep")
        document = replace(document, language=source)
        if document.units:
            written = formats.beside(document, written)
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
        result = FileResult(document, target, output, translations, (*odd, *findings), seconds=seconds)
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
