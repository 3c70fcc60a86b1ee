"""``localize check``: what the checks find in translations that are there already."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from localize.batch import UNSEEN, Audit, Failed, Missing, Skipped, languages, parts, sources
from localize.cli import console, layout, settings
from localize.cli.ledger import Ledger
from localize.cli.reports import ReportTo
from localize.exchange import totals
from localize.languages import name

if TYPE_CHECKING:
    from localize.batch import Event, Part
    from localize.config import Config


@click.command(epilog="Example: localize check articles --to pt --report-format github")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@settings.language_options
@settings.glossary_options
@click.option("--output", type=click.Path(path_type=Path), metavar="DIR", help="Default: output.")
@click.option("--engine", metavar="NAME", help="Whose languages to reckon with. Default: argos.")
@settings.report_options
def check(paths: tuple[Path, ...], **options: Any) -> int:
    """Check the translations that stand in output now, without translating.

    PATH is an article or a folder of articles, as it was given to translate. Without PATH, every translation in output
    is compared with the article at the same place below the current folder; in a project, every article of its folders
    with its translations. Without --to and no languages in the configuration, those that output has.

    Edits by people are checked like everything else; what has not changed since the last check is recalled. A term counts as right when the translation of its paragraph has
    it in any form.
    """
    report_to = ReportTo.take(options)
    given = settings.glossary_paths(options.pop("glossary"), none=options.pop("no_glossary"))
    config = settings.resolve(glossary=given, domains=options.pop("domain"), **options)
    if not (config.to or config.folders):
        found = languages(config.output)
        if not found:
            raise click.UsageError(f"there is nothing in {config.output}: translate first, or name --output")
        config = replace(config, to=found)
    if not (paths or config.folders):
        paths = sources(config.output, config.to)
    return _run(parts(paths, config), config, report_to)


def _run(found: tuple[Part, ...], config: Config, report_to: ReportTo) -> int:
    started = time.monotonic()
    opened, engine = settings.Opened(), settings.open_engine(config)
    glossaries = [opened.glossary(part.config) for part in found]
    ledger = Ledger(engine, glossaries, config.fail_on, report_to.baseline(config, blind=UNSEEN))
    for part, glossary in zip(found, glossaries, strict=True):
        for event in Audit(engine, glossary, part.config, _warn).run(part.articles):
            _show(event, ledger, report_to, config)
    report = ledger.report()
    console.line(layout.totals(totals(report), time.monotonic() - started), err=report_to.takes_output)
    report_to.write(report)
    settled = report_to.settle(ledger.baseline, config)
    return 2 if report.failures else int(report.failed and not settled)


def _warn(message: str) -> None:
    console.remark("warning", message)


def _show(event: Event | Missing, ledger: Ledger, report_to: ReportTo, config: Config) -> None:
    if isinstance(event, Failed):
        ledger.fail(event.path, event.error)
        console.failure(event.path, event.error)
    elif isinstance(event, Skipped):
        console.remark("note", f"{event.path} is in {name(event.target)} already; left out")
    elif isinstance(event, Missing):
        console.remark("note", f"{event.path} has no translation {event.output} yet")
    else:
        for finding in ledger.add(event.rows):
            console.line(layout.finding(finding, config), err=report_to.takes_output)
