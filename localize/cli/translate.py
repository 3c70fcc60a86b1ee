"""``localize translate``: article files in, translated article files out."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from localize.batch import Batch, Failed, Skipped, Translated, find
from localize.cli import console, layout, settings
from localize.cli.ledger import Ledger, ReportTo
from localize.cli.matches import show_matches
from localize.cli.progress import Progress
from localize.cli.stream import translate_stream
from localize.conventions import Conventions
from localize.exchange import EXPORT_FORMATS, totals
from localize.languages import name

if TYPE_CHECKING:
    from localize.batch import Event
    from localize.config import Config

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
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file in output would change.")
@click.option(
    "--dry-run", is_flag=True, help="Show where terms apply and where not, and why; translate nothing."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown", "html"]),
    help="Of standard input. Default: text.",
)
@settings.report_options
def translate(
    paths: tuple[Path, ...],
    *,
    check: bool,
    dry_run: bool,
    format_: str | None,
    report: Path | None,
    report_format: str | None,
    **options: Any,
) -> int:
    """Translate article files into one or more languages.

    PATH is a file or a folder; a folder stands for all articles in it. Translations go to
    output/LANGUAGE/RELATIVE PATH. With - as PATH, standard input is translated to standard output.

    The exit code is 0 when all is well, 1 when a check found errors, 2 when something could not be read, written or
    translated.
    """
    given = settings.glossary_paths(options.pop("glossary"), none=options.pop("no_glossary"))
    if options.pop("no_memory"):
        options["memory"] = []
    config = settings.resolve(glossary=given, domains=options.pop("domain"), **options)
    if not paths:
        raise click.UsageError("name article files or folders, or - for standard input")
    if not config.to:
        raise click.UsageError("name a language to translate into, such as --to pt")
    if STREAM in paths:
        if len(paths) > 1 or check or dry_run or config.export:
            raise click.UsageError("- stands alone: no other PATH, no --check, --dry-run or --export")
        return translate_stream(config, format_ or "text", ReportTo.of(report, report_format))
    if format_:
        raise click.UsageError("--format is for standard input; files tell their format by their names")
    if dry_run:
        return show_matches(paths, config)
    return Run(config, ReportTo.of(report, report_format), check=check).go(paths)


class Run:
    """One run over files, with what it prints."""

    def __init__(self, config: Config, report_to: ReportTo, *, check: bool) -> None:
        self._config = config
        self._report_to = report_to
        self._check = check
        self._glossary = settings.open_glossary(config)
        self._engine = settings.open_engine(config)
        self._memory = settings.open_memory(config)
        self._ledger = Ledger(self._engine, self._glossary, config.fail_on)
        self._failed = 0
        self._stale = 0

    def go(self, paths: tuple[Path, ...]) -> int:
        """Translate, print, report; gives the exit code."""
        started = time.monotonic()
        articles = find(paths, output=self._config.output, targets=self._config.to)
        size = sum(article.size for article in articles) * len(self._config.to)
        progress = Progress(size, shown=sys.stderr.isatty())
        batch = Batch(
            self._engine,
            self._glossary,
            self._config,
            write=not self._check,
            advance=progress.advance,
            memory=self._memory,
        )
        progress.advance(0)
        try:
            for event in batch.run(articles):
                progress.clear()
                self._show(event)
        finally:
            progress.clear()
            self._summary(time.monotonic() - started)
        self._report_to.write(self._ledger.report())
        if self._failed:
            return 2
        return int(self._ledger.report().failed or self._stale > 0)

    def _show(self, event: Event) -> None:
        if isinstance(event, Failed):
            self._failed += 1
            console.failure(event.path, event.error)
        elif isinstance(event, Skipped):
            console.remark("note", f"{event.path} is in {name(event.target)} already; left out")
        else:
            self._translated(event)

    def _translated(self, event: Translated) -> None:
        result = event.result
        part = self._ledger.add(result)
        for warning in event.recognition.detection.warnings if event.recognition.detection else ():
            console.remark("warning", f"{result.document.path}: {warning}")
        if event.kept:
            console.remark("note", layout.kept(result.document.path, event.kept))
        state = ""
        if self._check:
            self._stale += len(event.stale)
            state = f": stale: {', '.join(event.stale)}" if event.stale else ": up to date"
        self._line(
            f"{result.document.path}: {layout.recognised(event.recognition)} -> {result.output}{state}"
        )
        for finding in part.findings:
            self._line(str(finding))

    def _summary(self, seconds: float) -> None:
        for text in layout.terms(self._ledger.terms):
            self._line(text)
        if self._ledger.files:
            self._line("")
            self._line(layout.totals(totals(self._ledger.report()), seconds))

    def _line(self, text: str) -> None:
        console.line(text, err=self._report_to.takes_output)
