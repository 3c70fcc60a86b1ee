"""What the pages share while the server runs: glossary, articles, engine, settings."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from localize.studio.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from localize.config import Config
    from localize.engines import Engine
    from localize.studio.workspace import State, Workspace


T = TypeVar("T")


@dataclass(slots=True)
class Desk:
    """The one desk at which somebody works.

    Attributes:
        workspace: The open glossary files.
        config: Settings of the project.
        articles: Files and folders of articles, as ``translate`` takes them.
        open_engine: Makes the engine, when it is first asked for something.
        journal: What was written.
        languages: From which language into which one works; empty before it was chosen.
        notices: What the next page is to say first.
        sizes: How many sentences the articles have that were opened, by path and target language.
        kept: What pages remember between requests, by their own names.
    """

    workspace: Workspace
    config: Config
    articles: Sequence[Path]
    open_engine: Callable[[], Engine]
    journal: Journal = field(default_factory=Journal)
    languages: tuple[str, str] = ("", "")
    notices: list[str] = field(default_factory=list)
    sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    kept: dict[str, object] = field(default_factory=dict)
    _worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "engine"))
    _reader: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "reader"))
    _engine: Engine | None = None

    def work(self, task: Callable[[Engine], T]) -> Future[T]:
        """Give the engine something to do, on its one thread, after what it does already."""
        return self._worker.submit(lambda: task(self._ready()))

    def read(self, task: Callable[[], T]) -> Future[T]:
        """Give the reader something to do, beside the engine."""
        return self._reader.submit(task)

    def close(self) -> None:
        """Let nothing new begin."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        self._reader.shutdown(wait=False, cancel_futures=True)

    def tags(self, state: State) -> tuple[str, ...]:
        """List the languages that one can work in: those of the glossary, and those that articles are translated into."""
        return tuple(dict.fromkeys((*state.languages, *self.config.to, *self.pair(state))))

    def pair(self, state: State) -> tuple[str, str]:
        """Tell from which language into which one works: chosen, or configured, or the first of the glossary."""
        have = state.languages
        source, target = self.languages
        known = {*have, *self.config.to}
        source = source if source in known else self.config.source if self.config.source in have else ""
        source = source or next(iter(have), "en")
        wanted = (target, *self.config.to, *have, "pt", "es")
        return source, next(tag for tag in wanted if tag and tag != source)

    def _ready(self) -> Engine:
        if self._engine is None:
            self._engine = self.open_engine()
        return self._engine
