"""Translate many article files, and leave alone what stands: everything that one run needs, put together."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from localize import writing
from localize.batch.fingerprints import Fingerprints
from localize.batch.recognition import Recogniser
from localize.batch.rendering import outputs, render
from localize.batch.shelf import Shelf
from localize.batch.state import State
from localize.batch.windows import Windows
from localize.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from localize.batch.events import Event
    from localize.batch.inputs import Article
    from localize.config import Config
    from localize.engines import Engine
    from localize.exchange import FileResult
    from localize.glossary import Glossary
    from localize.memory import Memory


@dataclass(frozen=True, slots=True)
class Batch:
    """Translate article files into every language of a configuration.

    What an earlier run has written, and what would come out the same, is left alone, and so is what somebody has
    edited since.

    Attributes:
        engine: Any engine.
        glossary: May be empty.
        config: Its ``to``, ``source``, ``output``, ``export``, ``back``, ``domains``, ``checking``, ``max_size`` and
            ``state`` count.
        write: False compares with what stands on disk instead of writing.
        memory: What people have approved.
        force: Write everything anew, also in place of what somebody has edited, which is put aside.
        advance: Told how many bytes of articles, times languages, were finished since it was last called.
        warn: Told of what costs time and no result.
        pause: Called between two calls of the engine, when nothing is lost if it raises.
    """

    engine: Engine
    glossary: Glossary
    config: Config
    write: bool = True
    memory: Memory | None = None
    force: bool = False
    advance: Callable[[float], None] = lambda _bytes: None
    warn: Callable[[str], None] = lambda _message: None
    pause: Callable[[], None] = lambda: None

    def run(self, articles: Sequence[Article]) -> Iterator[Event]:
        """Translate articles; results are on disk when their event arrives.

        An article that cannot be read or translated does not stop the others. Memory does not grow with the number
        of articles.

        Raises:
            EngineError: No model leads into a target, or from the configured source.
            InputError: A translation would take the place of an article.
            OutputError: A file cannot be written.
        """
        yield from in_turn([(self, articles)])

    @contextmanager
    def opened(self, *, run: int = 0) -> Iterator[Callable[[Sequence[Article]], Iterator[Event]]]:
        """Open the state and all else that a run needs; gives what translates articles, to be called part by part.

        Args:
            run: Number of the run that this is a part of; 0: it is one of its own.
        """
        recogniser = Recogniser(self.engine, self.config.to, told=self.config.source)
        remembering = self.config.home if self.config.state else None
        state = State(remembering, warn=self.warn, reading=not self.write, run=run)
        try:
            yield Windows(self, state, recogniser).over
        finally:
            state.close()

    def put(self, result: FileResult) -> tuple[str, ...]:
        """Write a translation in which people have approved some sentences, without making the others anew.

        The next run knows it for one of ours, and looks at it again: with the new approvals, other sentences may have
        other names.

        Args:
            result: Its ``output`` names the file.

        Returns:
            Files that somebody has edited since they were written; then nothing is written.

        Raises:
            OutputError: The file cannot be written.
        """
        writing.ready(self.config.output)
        state = State(self.config.home if self.config.state else None, warn=self.warn)
        try:
            prints = Fingerprints(self.engine, self.glossary, self.config, self.memory)
            shelf = Shelf(self.config, state, prints)
            edited = shelf.edited([Path(result.output)])
            if not edited:
                shelf.put(render(result, self.config))
        finally:
            state.close()
        return edited

    def number(self) -> int:
        """Take the number of a new run; 0 where nothing is remembered or written."""
        if not (self.write and self.config.state):
            return 0
        state = State(self.config.home, warn=self.warn)
        try:
            return state.number()
        finally:
            state.close()

    def prepare(self, articles: Sequence[Article], own: Mapping[str, Path]) -> None:
        """Make sure that the output folder can be written to, and that no article would be written over.

        Args:
            articles: To be translated.
            own: All articles of the run, by their real paths.

        Raises:
            InputError: A translation would take the place of an article.
            OutputError: The folder cannot be written to.
        """
        if self.write:
            writing.ready(self.config.output)
        for article in articles:
            for target in self.config.to:
                path = self.config.output / target / article.relative
                for file in outputs(path, self.config.export):
                    if os.path.realpath(file) in own:
                        raise InputError(
                            f"the translation of {article.path} would take its place",
                            path=str(own[os.path.realpath(file)]),
                            hint="name another folder with --output",
                        )


def prepare(batches: Sequence[tuple[Batch, Sequence[Article]]]) -> None:
    """Make sure that batches can run, before any of them begins.

    Raises:
        InputError: A translation would take the place of an article.
        OutputError: A folder cannot be written to.
    """
    own = {os.path.realpath(article.path): article.path for _, articles in batches for article in articles}
    for batch, articles in batches:
        batch.prepare(articles, own)


def in_turn(batches: Sequence[tuple[Batch, Sequence[Article]]]) -> Iterator[Event]:
    """Run batches that have one state, one after the other, as one run: see ``Batch.run``."""
    prepare(batches)
    run = 0
    for batch, articles in batches:
        if len(batches) > 1 and not run:
            run = batch.number()
        with batch.opened(run=run) as over:
            yield from over(articles)
