"""Translate many article files: read, group by language, run the pipeline, write."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from localize import formats, writing
from localize.batch.reading import read
from localize.batch.recognition import Recogniser, without
from localize.errors import InputError, LocalizeError, OutputError
from localize.exchange import EXPORT_FORMATS, EXPORT_SUFFIXES, FileResult
from localize.pipeline import Localizer, unit_targets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.batch.inputs import Article
    from localize.batch.recognition import Recognition
    from localize.config import Config
    from localize.document import Document
    from localize.engines import Engine
    from localize.glossary import Glossary
    from localize.memory import Memory

_FIRST_WINDOW, _LARGEST_WINDOW = 50_000, 1_000_000
"""Code points that are read before the engine starts: few at first, so that the first results are there in seconds;
more later, so that the engine's batches are full; never so many that memory depends on the length of the run."""
_GROWTH = 4


@dataclass(frozen=True, slots=True)
class Translated:
    """An article was translated.

    Attributes:
        result: Its ``output`` is the path of the translation.
        recognition: How its language is known.
        stale: Files that differ from what stands on disk, which was left alone; empty when results are written.
        kept: Languages of the blocks that were left as they are, being in the target language or a third one.
    """

    result: FileResult
    recognition: Recognition
    stale: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An article is in the target language already."""

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An article could not be read or translated; the run went on with the others."""

    path: str
    error: LocalizeError


Event = Translated | Skipped | Failed


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article that was read."""

    article: Article
    document: Document
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class Batch:
    """Translate article files into every language of a configuration.

    Attributes:
        engine: Any engine.
        glossary: May be empty.
        config: Its ``to``, ``source``, ``output``, ``export``, ``domains``, ``exclude_checks`` and ``max_size`` count.
        write: False compares with what stands on disk instead of writing.
        memory: What people have approved.
        advance: Told how many bytes of articles, times languages, were finished since it was last called.
    """

    engine: Engine
    glossary: Glossary
    config: Config
    write: bool = True
    advance: Callable[[float], None] = lambda _bytes: None
    memory: Memory | None = None

    def run(self, articles: Sequence[Article]) -> Iterator[Event]:
        """Translate articles; results are on disk when their event arrives.

        An article that cannot be read or translated does not stop the others. Memory does not grow with the number
        of articles.

        Raises:
            EngineError: No model leads into a target, or from the configured source.
            InputError: A translation would take the place of an article.
            OutputError: A file cannot be written.
        """
        self._spare(articles)
        if self.write:
            writing.ready(self.config.output)
        recogniser = Recogniser(self.engine, self.config.to, told=self.config.source)
        window: list[_Ready] = []
        size, limit = 0, _FIRST_WINDOW
        for article in articles:
            try:
                ready = self._read(article, recogniser)
            except LocalizeError as error:
                self.advance(article.size * len(self.config.to))
                yield Failed(str(article.path), error)
                continue
            window.append(ready)
            size += len(ready.document.text)
            if size >= limit:
                yield from self._window(window, recogniser)
                window, size, limit = [], 0, min(limit * _GROWTH, _LARGEST_WINDOW)
        yield from self._window(window, recogniser)

    def _spare(self, articles: Sequence[Article]) -> None:
        """Refuse to write over an article."""
        own = {os.path.realpath(article.path): article.path for article in articles}
        for article in articles:
            for target in self.config.to:
                path = self._place(article, target)
                for file in (path, *(_beside(path, name) for name in self.config.export)):
                    if os.path.realpath(file) in own:
                        raise InputError(
                            f"the translation of {article.path} would take its place",
                            path=str(own[os.path.realpath(file)]),
                            hint="name another folder with --output",
                        )

    def _place(self, article: Article, target: str) -> Path:
        return self.config.output / target / article.relative

    def _read(self, article: Article, recogniser: Recogniser) -> _Ready:
        document = read(article.path, self.config)
        return _Ready(article, document, recogniser.recognise(document))

    def _window(self, window: Sequence[_Ready], recogniser: Recogniser) -> Iterator[Event]:
        """Translate what was read into every target, articles of one language together."""
        for target in self.config.to:
            groups: dict[str, list[_Ready]] = {}
            for ready in window:
                try:
                    source = recogniser.source(ready.recognition, ready.document.path, target)
                except LocalizeError as error:
                    self.advance(ready.article.size)
                    yield Failed(ready.document.path, error)
                    continue
                if source is None:
                    self.advance(ready.article.size)
                    yield Skipped(ready.document.path, target)
                else:
                    groups.setdefault(source, []).append(ready)
            for source, group in groups.items():
                yield from self._group(group, source, target, recogniser)

    def _group(
        self, group: Sequence[_Ready], source: str, target: str, recogniser: Recogniser
    ) -> Iterator[Event]:
        """Translate articles of one language into another and write the results."""
        keep = self.config.foreign == "keep"
        kept = [recogniser.foreign(ready.document, source, target, keep=keep) for ready in group]
        documents = [
            replace(without(ready.document, foreign), language=source)
            for ready, foreign in zip(group, kept, strict=True)
        ]
        results = self._translate(documents, group, target)
        for ready, foreign, result in zip(group, kept, results, strict=True):
            yield replace(self._finish(ready, result), kept=tuple(foreign.values()))

    def _translate(
        self, documents: Sequence[Document], group: Sequence[_Ready], target: str
    ) -> list[FileResult]:
        """Run the pipeline on what has something to translate; the rest is its own translation."""
        wordy = [i for i, one in enumerate(documents) if any(unit.translate for unit in one.units)]
        results = [FileResult(document, target, "", ()) for document in documents]
        weight = sum(ready.article.size for ready in group)
        segments = 0

        def announce(total: int) -> None:
            nonlocal segments
            segments = total

        def advance(done: int) -> None:
            self.advance(weight * done / segments)

        localizer = Localizer(
            self.engine,
            self.glossary,
            self.config.domains,
            self.config.exclude_checks,
            self.memory,
            self.config.fuzzy,
            self.config.conventions,
        )
        translated = localizer.translate(
            [documents[i] for i in wordy], target, advance=advance, announce=announce
        )
        for i, result in zip(wordy, translated, strict=True):
            results[i] = result
        if not segments:
            self.advance(weight)
        return results

    def _finish(self, ready: _Ready, result: FileResult) -> Translated:
        """Write one translation and its exports, or compare them with what is there."""
        path = self._place(ready.article, result.language)
        result = replace(result, output=str(path))
        files = render(result, self.config.export)
        if self.write:
            for file, data in files.items():
                _contain(file, self.config.output)
                writing.write(file, data)
            return Translated(result, ready.recognition)
        stale = tuple(str(file) for file, data in files.items() if not _holds(file, data))
        return Translated(result, ready.recognition, stale)


def render(result: FileResult, exports: Sequence[str] = ()) -> dict[Path, bytes]:
    """Give the bytes of a translation and of its exports, by path; everything is there before anything is written."""
    path = Path(result.output)
    targets = unit_targets(result.document, result.translations)
    files = {path: formats.save(result.document, targets, result.language)}
    return files | {_beside(path, name): EXPORT_FORMATS[name](result).encode() for name in exports}


def _beside(path: Path, export: str) -> Path:
    """Name an export: ``summit.md`` gives ``summit.md.po`` and ``summit.md.review.html``."""
    return path.with_name(path.name + EXPORT_SUFFIXES.get(export, f".{export}"))


def _contain(path: Path, output: Path) -> None:
    """Refuse a path that links lead out of the output folder.

    Raises:
        OutputError: It is outside.
    """
    if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(output)):
        raise OutputError("a link leads out of the output folder", path=str(path), hint="remove the link")


def _holds(path: Path, data: bytes) -> bool:
    """Tell whether a file has exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
