"""A run over files as the command ``translate`` makes it: what is printed, and the exit code."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from localize.batch import (
    BLOCKS_DIFFER,
    Batch,
    Checked,
    Failed,
    Skipped,
    Staleness,
    Translated,
    Unchanged,
    Unknown,
    in_turn,
    orphans,
    parts,
    side_by_side,
    twins,
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

    from localize.batch import Article, Event, Part
    from localize.cli.reports import ReportTo
    from localize.config import Config
    from localize.exchange import Rows
    from localize.glossary import Glossary


class Run:
    """One run over files, with what it prints."""

    def __init__(
        self, config: Config, report_to: ReportTo, *, force: bool = False, quiet: bool = False
    ) -> None:
        self._config = config
        self._report_to = report_to
        self._force = force
        self._quiet = quiet
        self._opened = settings.Opened()
        self._glossaries: list[Glossary] = []
        self._engine = settings.open_engine(config)
        self._ledger = Ledger(
            self._engine, self._glossaries, config.fail_on, report_to.baseline(config, blind=[BLOCKS_DIFFER])
        )
        self._stale = 0
        self._same = 0

    def go(self, paths: tuple[Path, ...]) -> int:
        """Translate, print, report; gives the exit code."""
        found = self._found(paths)
        with interruptible() as pause:
            return self._finish(self._batch(found, pause), found)

    def check(self, paths: tuple[Path, ...]) -> int:
        """Tell what a run would change, and why; gives the exit code."""
        found = self._found(paths)
        return self._finish(self._looking(found), found)

    def _found(self, paths: tuple[Path, ...]) -> tuple[Part, ...]:
        """List the articles, and open the glossaries that are needed."""
        found = parts(paths, self._config)
        for part in found:
            self._glossaries.append(self._opened.glossary(part.config))
            self._opened.memory(part.config)
        return found

    def _batch(self, found: Sequence[Part], pause: Callable[[], None]) -> Iterator[None]:
        sizes = [sum(article.size for article in part.articles) * len(part.config.to) for part in found]
        articles = sum(len(part.articles) for part in found)
        progress = Progress(sum(sizes), articles, shown=not self._quiet)
        batches = [
            (
                Batch(
                    self._engine,
                    self._opened.glossary(part.config),
                    part.config,
                    memory=self._opened.memory(part.config),
                    force=self._force,
                    advance=progress.advance,
                    warn=self._warn,
                    pause=pause,
                ),
                part.articles,
            )
            for part in found
        ]
        progress.advance(0)
        jobs = self._config.jobs
        alone = jobs == 1 or articles == 1
        try:
            for event in in_turn(batches) if alone else side_by_side(batches, settings.equip, jobs=jobs):
                progress.clear()
                progress.count(_path(event))
                self._show(event)
                yield
        finally:
            progress.clear()
        self._twins(found)

    def _looking(self, found: Sequence[Part]) -> Iterator[None]:
        for part in found:
            yield from self._looking_at(part)
        for path in orphans(self._config, self._warn):
            self._note(f"{path} is left over: its article is gone, or left out")
        self._twins(found)

    def _looking_at(self, part: Part) -> Iterator[None]:
        glossary, memory = self._opened.glossary(part.config), self._opened.memory(part.config)
        unknown: dict[str, list[Article]] = {}
        for event in Staleness(self._engine, glossary, part.config, memory, self._warn).run(part.articles):
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
            batch = Batch(
                self._engine, glossary, replace(part.config, to=(target,)), write=False, memory=memory
            )
            for made in batch.run(some):
                self._show(made)
                yield

    def _twins(self, found: Sequence[Part]) -> None:
        """Warn of articles that have two translations, having been named in two ways."""
        both = twins(found, self._config)
        if not both:
            return
        article, one, other = both[0]
        more = f" (and so have {len(both) - 1:,} more)" if len(both) > 1 else ""
        self._warn(f"{article} has two translations, {one} and {other}{more}: delete what is out of use")
        if not self._config.folders:
            console.remark(
                "hint", "[[folders]] in localize.toml give an article one place, however it is named"
            )

    def _finish(self, steps: Iterator[None], found: Sequence[Part]) -> int:
        """Go through a run, report, and settle the exit code."""
        started = time.monotonic()
        try:
            for _ in steps:
                pass
        finally:
            paths = [str(article.path) for part in found for article in part.articles]
            self._ledger.sort(
                paths, list(dict.fromkeys(target for part in found for target in part.config.to))
            )
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
        if event.recognition.how == "empty":
            self._note(f"{file.path} is empty: copied as it is")
        if event.recognition.how == "titles":
            self._warn(
                f"{file.path}: too little front matter to tell its language: copied as it is (--from tells, or lang: in it)"
            )
        if event.kept:
            self._note(layout.kept(file.path, event.kept))
        self._stale += len(event.stale)
        state = f": stale: {', '.join(event.stale)}" if event.stale else ""
        self._said(f"{file.path}: {layout.recognised(event.recognition)} -> {file.output}{state}")
        for path in event.aside:
            was = "what was edited by hand" if self._config.state else "what was there before"
            self._note(f"{file.path}: {was} is now {path}")
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
            self._line(layout.finding(finding, self._config))

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
