"""``localize translate``: article files in, translated article files out."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from localize.batch import Batch, Checked, Failed, Skipped, Staleness, Translated, Unchanged, Unknown, find
from localize.cli import console, layout, settings
from localize.cli.interrupt import interruptible
from localize.cli.ledger import Ledger
from localize.cli.matches import show_matches
from localize.cli.progress import Progress
from localize.cli.reports import ReportTo
from localize.cli.stream import translate_stream
from localize.conventions import Conventions
from localize.exchange import EXPORT_FORMATS, totals
from localize.formats import FORMATS
from localize.languages import name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.batch import Article, Event
    from localize.config import Config
    from localize.exchange import Rows

STREAM = Path("-")


@click.command(epilog="Example: localize translate articles --to pt --to es --export po")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="PATH...")
@settings.language_options
@settings.glossary_options
@settings.memory_options
@click.option("--output", type=click.Path(path_type=Path), metavar="DIR", help="Default: output.")
@click.option(
    "--export",
    multiple=True,
    metavar="FORMAT",
    help=f"Bilingual files beside the translations, for people and their tools: {', '.join(EXPORT_FORMATS)}. Repeatable.",
)
@click.option(
    "--back",
    is_flag=True,
    default=None,
    help="Translate back, too, for who does not read the target: a column of the page that --export html makes.",
)
@click.option(
    "--engine",
    metavar="NAME",
    help="argos, firefox, apertium, several such as argos+apertium in order of preference, auto for all that are "
    "installed, or echo, which changes nothing. Default: argos.",
)
@click.option("--beam", type=int, help="Width of the search. Default: what each model was made for.")
@click.option("--threads", type=int, help="Default: one a core.")
@click.option(
    "--conventions",
    type=click.Choice(get_args(Conventions)),
    help="When quotation marks, numbers and dates are written as the target's region does: for targets with a region "
    "such as pt-PT (the default), always, or never.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; tell what is out of date and why, and then exit with 1."
)
@click.option(
    "--force", is_flag=True, help="Write all anew, also in place of edited files, which are put aside."
)
@click.option("--no-state", is_flag=True, help="Forget earlier runs, remember nothing: translate everything.")
@click.option(
    "--dry-run", is_flag=True, help="Show where terms apply and where not, and why; translate nothing."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    help="Of standard input. Default: text.",
)
@click.option(
    "--on-bad",
    type=click.Choice(["keep-draft", "keep-source", "fail"]),
    help="What becomes of a translation that is a copy, loops, or has lost numbers or sentences, after other "
    "searches: keep it, keep the source in its place, or make it an error. Default: keep-draft.",
)
@settings.report_options
def translate(
    paths: tuple[Path, ...],
    *,
    check: bool,
    force: bool,
    no_state: bool,
    dry_run: bool,
    format_: str | None,
    **options: Any,
) -> int:
    """Translate article files into one or more languages.

    PATH is a file or a folder; a folder stands for all articles in it. Translations go to
    output/LANGUAGE/RELATIVE PATH. With - as PATH, standard input is translated to standard output.

    The exit code is 0 when all is well, 1 when a check found errors, 2 when something could not be read, written or
    translated.
    """
    report_to = ReportTo.take(options)
    given = settings.glossary_paths(options.pop("glossary"), none=options.pop("no_glossary"))
    if options.pop("no_memory"):
        options["memory"] = []
    config = settings.resolve(glossary=given, domains=options.pop("domain"), **options)
    config = replace(config, state=config.state and not no_state)
    if config.back and "html" not in config.export:
        config = replace(config, export=(*config.export, "html"))
    if not paths:
        raise click.UsageError("name article files or folders, or - for standard input")
    if not config.to:
        raise click.UsageError("name a language to translate into, such as --to pt")
    if STREAM in paths:
        if len(paths) > 1 or check or dry_run or config.export:
            raise click.UsageError("- stands alone: no other PATH, no --check, --dry-run, --export or --back")
        return translate_stream(config, format_ or "text", report_to)
    if format_:
        raise click.UsageError("--format is for standard input; files tell their format by their names")
    if dry_run:
        return show_matches(paths, config)
    run = Run(config, report_to, force=force)
    return run.check(paths) if check else run.go(paths)


class Run:
    """One run over files, with what it prints."""

    def __init__(self, config: Config, report_to: ReportTo, *, force: bool = False) -> None:
        self._config = config
        self._report_to = report_to
        self._force = force
        self._glossary = settings.open_glossary(config)
        self._engine = settings.open_engine(config)
        self._memory = settings.open_memory(config)
        self._ledger = Ledger(self._engine, self._glossary, config.fail_on, report_to.baseline(config))
        self._failed = 0
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
        progress = Progress(size, shown=sys.stderr.isatty())
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
            for event in batch.run(articles):
                progress.clear()
                self._show(event)
                yield
        finally:
            progress.clear()

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
            console.remark("note", f"{len(some)} translations are not remembered: compared with new ones")
            config = replace(self._config, to=(target,))
            batch = Batch(self._engine, self._glossary, config, write=False, memory=self._memory)
            for made in batch.run(some):
                self._show(made)
                yield
        for path in looking.orphans():
            console.remark("note", f"{path} is left over: its article is gone")

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
        if self._failed:
            return 2
        return int((report.failed and not settled) or self._stale > 0)

    def _show(self, event: Event) -> None:
        if isinstance(event, Failed):
            self._failed += 1
            console.failure(event.path, event.error)
        elif isinstance(event, Skipped):
            console.remark("note", f"{event.path} is in {name(event.target)} already; left out")
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
            console.remark("note", layout.kept(file.path, event.kept))
        self._stale += len(event.stale)
        state = f": stale: {', '.join(event.stale)}" if event.stale else ""
        self._line(f"{file.path}: {layout.recognised(event.recognition)} -> {file.output}{state}")
        for path in event.aside:
            self._warn(f"{file.path}: its translation was edited by hand; that is now {path}")
        self._rows(event.rows)

    def _checked(self, event: Checked) -> None:
        self._stale += bool(event.reasons)
        self._same += not event.reasons
        state = f"stale: {'; '.join(event.reasons)}" if event.reasons else "up to date"
        self._line(f"{event.path} -> {event.output}: {state}")
        for path in event.edited:
            self._edited(path)
        if event.rows:
            self._rows(event.rows)

    def _edited(self, path: str) -> None:
        console.remark("note", f"{path} was edited by hand: left as it is (--force makes it anew)")

    def _rows(self, rows: Rows) -> None:
        for finding in self._ledger.add(rows):
            self._line(str(finding))

    def _summary(self, seconds: float) -> None:
        for text in layout.terms(self._ledger.terms):
            self._line(text)
        if self._ledger.files:
            self._line("")
            self._line(layout.totals(totals(self._ledger.report()), seconds, unchanged=self._same))

    def _warn(self, message: str) -> None:
        console.remark("warning", message)

    def _line(self, text: str) -> None:
        console.line(text, err=self._report_to.takes_output)
