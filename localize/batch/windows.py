"""Articles window by window: read, grouped by language, through the pipeline, written; what stands is left alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from localize import formats
from localize.backwards import translated_back
from localize.batch.calls import RememberingEngine
from localize.batch.events import Failed, Kept, Skipped, Translated, Unchanged
from localize.batch.findings import edited_output, wrong_language
from localize.batch.fingerprints import Fingerprints, of_bytes
from localize.batch.reading import load, parse
from localize.batch.recognition import Recogniser, prepared
from localize.batch.rendering import holds, render
from localize.batch.shelf import Shelf
from localize.errors import FormatError, LocalizeError
from localize.exchange import FileResult, rows
from localize.languages import Pair
from localize.pipeline import Localizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.batch.events import Event
    from localize.batch.inputs import Article
    from localize.batch.recognition import Recognition
    from localize.batch.running import Batch
    from localize.batch.state import State
    from localize.document import Document

_FIRST_WINDOW, _LARGEST_WINDOW = 50_000, 250_000
"""Code points that are read before the engine starts: few at first, so that the first results are there in seconds;
more later, so that the engine's batches are full; never so many that memory depends on the length of the run."""
_GROWTH = 4
_PICTURES = 100
"""Bytes of a file that weigh as much as a code point: documents with pictures are let go sooner."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article that was read."""

    article: Article
    sha: str
    document: Document
    recognition: Recognition
    targets: tuple[str, ...]
    foreign: Mapping[str, str] = field(default_factory=dict)


class Windows:
    """A batch on its way.

    Args:
        batch: What is to be done.
        state: What earlier runs have done.
        recogniser: Settles the languages of articles.
    """

    def __init__(self, batch: Batch, state: State, recogniser: Recogniser) -> None:
        self._batch = batch
        self._config = batch.config
        self._state = state
        self._recogniser = recogniser
        self._engine = RememberingEngine(batch.engine, state, batch.pause)
        self._prints = Fingerprints(batch.engine, batch.glossary, batch.config, batch.memory)
        self._shelf = Shelf(self._config, state, self._prints, force=batch.force)
        self._limit = _FIRST_WINDOW

    def over(self, articles: Sequence[Article]) -> Iterator[Event]:
        """Go through articles window by window."""
        if self._batch.write:
            self._shelf.clean()
        window: list[_Ready] = []
        size = 0
        for article in articles:
            self._batch.pause()
            targets = list(self._config.to)
            try:
                data = load(article.path, self._config)
                sha = of_bytes(data)
                for target in self._config.to if self._batch.write else ():
                    standing = self._shelf.standing(article, sha, target)
                    if standing:
                        targets.remove(target)
                        self._batch.advance(article.size)
                        yield Unchanged(*standing)
                if not targets:
                    continue
                document = parse(data, article.path, self._config)
                self._tell(document)
                ready = _Ready(article, sha, document, self._recogniser.recognise(document), tuple(targets))
            except LocalizeError as error:
                self._batch.advance(article.size * len(targets))
                yield Failed(str(article.path), error)
                continue
            window.append(ready)
            size += len(document.text) + len(data) // _PICTURES
            if size >= self._limit:
                yield from self._window(window)
                window, size, self._limit = [], 0, min(self._limit * _GROWTH, _LARGEST_WINDOW)
        yield from self._window(window)

    def _tell(self, document: Document) -> None:
        """Say in which encoding a file was taken to be, if neither it nor the user says so."""
        encoding = formats.guessed(document)
        if encoding and not self._config.encoding:
            message = f"is not UTF-8 and was read as {encoding}; if letters are wrong, use --encoding"
            self._batch.warn(f"{document.path}: {message}")

    def _window(self, window: Sequence[_Ready]) -> Iterator[Event]:
        """Translate what was read into every target, articles of one language together."""
        for target in self._config.to:
            groups: dict[str, list[_Ready]] = {}
            for ready in window:
                if target not in ready.targets:
                    continue
                try:
                    source = self._recogniser.source(ready.recognition, ready.document.path, target)
                except LocalizeError as error:
                    self._batch.advance(ready.article.size)
                    yield Failed(ready.document.path, error)
                    continue
                if source is None:
                    self._batch.advance(ready.article.size)
                    yield Skipped(ready.document.path, target)
                else:
                    groups.setdefault(source, []).append(self._prepared(ready, source, target))
            for source, group in groups.items():
                yield from self._group(group, Pair(source, target))

    def _prepared(self, ready: _Ready, source: str, target: str) -> _Ready:
        """Settle the language of an article, and which of its blocks are left as they are."""
        keep = self._config.foreign == "keep"
        foreign = self._shelf.foreign(ready.article, ready.sha, Pair(source, target))
        if foreign is None:
            foreign = self._recogniser.foreign(ready.document, source, target, keep=keep)
        document = prepared(ready.document, source, foreign)
        return replace(ready, document=document, foreign=foreign)

    def _group(self, group: Sequence[_Ready], pair: Pair) -> Iterator[Event]:
        """Translate articles of one language into another and write the results."""
        wanted: list[_Ready] = []
        parts: list[dict[str, object]] = []
        for ready in group:
            made = self._prints.parts(ready.document, ready.sha, pair, ready.foreign)
            event = self._left_alone(ready, made, pair.target) if self._batch.write else None
            if event:
                self._batch.advance(ready.article.size)
                yield event
            else:
                wanted.append(ready)
                parts.append(made)
        results = self._translate(wanted, pair.target)
        for ready, made, result in zip(wanted, parts, results, strict=True):
            try:
                yield self._finish(ready, made, result, pair)
            except FormatError as error:  # it holds translations into another language
                yield Failed(ready.document.path, error)

    def _left_alone(self, ready: _Ready, parts: Mapping[str, object], target: str) -> Event | None:
        """Leave a translation alone that stands, or that somebody has edited; exports are there to be edited."""
        standing = self._shelf.standing_after_all(ready.article, parts, target)
        if standing:
            return Unchanged(*standing)
        path = self._shelf.place(ready.article, target)
        edited = () if self._batch.force else self._shelf.edited([path])
        if not edited:
            return None
        found = self._config.checking.weighed(edited_output(edited))
        return Kept(rows(FileResult(ready.document, target, str(path), (), found)), edited)

    def _translate(self, group: Sequence[_Ready], target: str) -> list[FileResult]:
        """Run the pipeline on what has something to translate; the rest is its own translation."""
        documents = [ready.document for ready in group]
        wordy = [i for i, one in enumerate(documents) if any(unit.translate for unit in one.units)]
        results = [FileResult(document, target, "", ()) for document in documents]
        weight = sum(ready.article.size for ready in group)
        segments = 0

        def announce(total: int) -> None:
            nonlocal segments
            segments = total

        def advance(done: int) -> None:
            self._batch.advance(weight * done / segments)

        localizer = Localizer(
            self._engine,
            self._batch.glossary,
            self._config.domains,
            self._config.checking,
            self._batch.memory,
            self._config.fuzzy,
            self._config.conventions,
            offer=bool(self._config.export),
        )
        translated = localizer.translate(
            [documents[i] for i in wordy], target, advance=advance, announce=announce
        )
        if self._config.back and translated:
            pair = Pair(translated[0].document.language or "und", target)
            translated = translated_back(self._engine, translated, pair)
        for i, result in zip(wordy, translated, strict=True):
            results[i] = result
        if not segments:
            self._batch.advance(weight)
        return results

    def _finish(
        self, ready: _Ready, parts: Mapping[str, object], result: FileResult, pair: Pair
    ) -> Translated:
        """Write one translation and its exports, or compare them with what is there."""
        result = replace(result, output=str(self._shelf.place(ready.article, result.language)))
        stranger = self._recogniser.stranger(result.translations, pair.target)
        if stranger:
            found = self._config.checking.weighed(wrong_language(stranger, pair.target))
            result = replace(result, findings=(*found, *result.findings))
        sentences = [
            self._prints.sentence(one.segment.source.plain, one.origin, [v.match for v in one.terms], pair)
            for one in result.translations
        ]
        seen = self._state.seen(list(dict.fromkeys(sentences)))
        known = min(result.from_engine, sum(key in seen for key in sentences))
        result = replace(
            result, from_memory=result.from_memory + known, from_engine=result.from_engine - known
        )
        files = render(result, self._config, self._config.export)
        made = rows(result)
        if not self._batch.write:
            stale = tuple(str(file) for file, data in files.items() if not holds(file, data))
            return Translated(made, ready.recognition, stale, kept=tuple(ready.foreign.values()))
        aside = self._shelf.put(files)
        self._shelf.finish(ready.article, parts, files, made, sentences)
        return Translated(made, ready.recognition, aside=aside, kept=tuple(ready.foreign.values()))
