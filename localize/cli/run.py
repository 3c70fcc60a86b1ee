"""A run over files as the command ``translate`` makes it: what is printed, and the exit code."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from localize.batch import (
    Batch,
    Checked,
    Failed,
    Skipped,
    Staleness,
    Translated,
    Unchanged,
    Unknown,
    find,
    side_by_side,
)
from localize.cli import console, layout, settings
from localize.cli.interrupt import interruptible
from localize.cli.ledger import Ledger
from localize.cli.progress import Progress
from localize.exchange import totals
from localize.languages import name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from localize.batch import Article, Event
    from localize.cli.reports import ReportTo
    from localize.config import Config
    from localize.exchange import Rows


class Run:
    """One run over files, with what it prints."""

    def __init__(
        self, config: Config, report_to: ReportTo, *, force: bool = False, quiet: bool = False
    ) -> None:
        self._config = config
        self._report_to = report_to
        self._force = force
        self._quiet = quiet
        self._glossary = settings.open_glossary(config)
        self._engine = settings.open_engine(config)
        self._memory = settings.open_memory(config)
        self._ledger = Ledger(self._engine, self._glossary, config.fail_on, report_to.baseline(config))
        self._stale = 0
        self._same = 0

    def go(self, paths: tuple[Path, ...]) -> int:
        """Translate, print, report; gives the exit code."""
        articles = find(paths, output=self._config.output, targets=self._config.to)
        with interruptible() as pause:
            return self._finish(self._batch(articles, pause), articles)

    def check(self, paths: tuple[Path, ...]) -> int:
        """Tell what a run would change, and why; gives the exit code."""
        articles = find(paths, output=self._config.output, targets=self._config.to)
        looking = Staleness(self._engine, self._glossary, self._config, self._memory, self._warn)
        return self._finish(self._looking(looking, articles), articles)

    def _batch(self, articles: Sequence[Article], pause: Callable[[], None]) -> Iterator[None]:
        size = sum(article.size for article in articles) * len(self._config.to)
        progress = Progress(size, len(articles), shown=not self._quiet)
        batch = Batch(
            self._engine,
            self._glossary,
            self._config,
            memory=self._memory,
            force=self._force,
            advance=progress.advance,
            warn=self._warn,
            pause=pause,
        )
        progress.advance(0)
        try:
            for event in self._events(batch, articles):
                progress.clear()
                progress.count(_path(event))
                self._show(event)
                yield
        finally:
            progress.clear()

    def _events(self, batch: Batch, articles: Sequence[Article]) -> Iterator[Event]:
        if self._config.jobs == 1 or len(articles) == 1:
            return batch.run(articles)
        return side_by_side(batch, articles, settings.equip, jobs=self._config.jobs)

    def _looking(self, looking: Staleness, articles: Sequence[Article]) -> Iterator[None]:
        unknown: dict[str, list[Article]] = {}
        for event in looking.run(articles):
            if isinstance(event, Unknown):
                unknown.setdefault(event.target, []).append(event.article)
            elif isinstance(event, Checked):
                self._checked(event)
            else:
                self._show(event)
            yield
        for target, some in unknown.items():
            told = layout.count(len(some), "translation is", "translations are")
            self._note(f"{told} not remembered: compared with new ones")
            config = replace(self._config, to=(target,))
            batch = Batch(self._engine, self._glossary, config, write=False, memory=self._memory)
            for made in batch.run(some):
                self._show(made)
                yield
        for path in looking.orphans():
            self._note(f"{path} is left over: its article is gone")

    def _finish(self, steps: Iterator[None], articles: Sequence[Article]) -> int:
        """Go through a run, report, and settle the exit code."""
        started = time.monotonic()
        try:
            for _ in steps:
                pass
        finally:
            self._ledger.sort([str(article.path) for article in articles], self._config.to)
            self._summary(time.monotonic() - started)
        report = self._ledger.report()
        self._report_to.write(report)
        settled = self._report_to.settle(self._ledger.baseline, self._config)
        if report.failures:
            return 2
        return int((report.failed and not settled) or self._stale > 0)

    def _show(self, event: Event) -> None:
        if isinstance(event, Failed):
            self._ledger.fail(event.path, event.error)
            console.failure(event.path, event.error)
        elif isinstance(event, Skipped):
            self._note(f"{event.path} is in {name(event.target)} already; left out")
        elif isinstance(event, Translated):
            self._translated(event)
        elif isinstance(event, Unchanged):
            self._same += 1
            self._rows(event.rows)
            for path in event.edited:
                self._edited(path)
        else:
            self._rows(event.rows)

    def _translated(self, event: Translated) -> None:
        file = event.rows.file
        for warning in event.recognition.detection.warnings if event.recognition.detection else ():
            self._warn(f"{file.path}: {warning}")
        if event.kept:
            self._note(layout.kept(file.path, event.kept))
        self._stale += len(event.stale)
        state = f": stale: {', '.join(event.stale)}" if event.stale else ""
        self._said(f"{file.path}: {layout.recognised(event.recognition)} -> {file.output}{state}")
        for path in event.aside:
            self._note(f"{file.path}: what was edited by hand is now {path}")
        self._rows(event.rows)

    def _checked(self, event: Checked) -> None:
        self._stale += bool(event.reasons)
        self._same += not event.reasons
        state = f"stale: {'; '.join(event.reasons)}" if event.reasons else "up to date"
        say = self._line if event.reasons else self._said
        say(f"{event.path} -> {event.output}: {state}")
        for path in event.edited:
            self._edited(path)
        if event.rows:
            self._rows(event.rows)

    def _edited(self, path: str) -> None:
        self._note(f"{path} was edited by hand: left as it is (--force makes it anew)")

    def _rows(self, rows: Rows) -> None:
        for finding in self._ledger.add(rows):
            self._line(str(finding))

    def _summary(self, seconds: float) -> None:
        for text in layout.terms(self._ledger.terms):
            self._said(text)
        if self._ledger.files:
            self._said("")
            self._said(layout.totals(totals(self._ledger.report()), seconds, unchanged=self._same))

    def _note(self, message: str) -> None:
        if not self._quiet:
            console.remark("note", message)

    def _warn(self, message: str) -> None:
        console.remark("warning", message)

    def _said(self, text: str) -> None:
        if not self._quiet:
            self._line(text)

    def _line(self, text: str) -> None:
        console.line(text, err=self._report_to.takes_output)


def _path(event: Event) -> str:
    return event.path if isinstance(event, (Failed, Skipped)) else event.rows.file.path
