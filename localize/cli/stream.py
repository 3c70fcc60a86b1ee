"""``localize translate -``: standard input to standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from localize.batch import Recogniser, prepared, read_stream, render
from localize.cli import console, layout, settings
from localize.cli.ledger import Ledger
from localize.exchange import FileResult, rows
from localize.pipeline import Localizer

if TYPE_CHECKING:
    from localize.cli.reports import ReportTo
    from localize.config import Config
    from localize.document import Document
    from localize.engines import Engine
    from localize.glossary import Glossary

NAME = "standard input"


def translate_stream(config: Config, format_: str, report_to: ReportTo) -> int:
    """Translate standard input; findings go to standard error. Gives the exit code."""
    if len(config.to) != 1:
        raise click.UsageError("standard input is translated into one language: give one --to")
    if report_to.takes_output:
        raise click.UsageError("standard output is taken by the translation: name a file with --report")
    glossary, engine = settings.open_glossary(config), settings.open_engine(config)
    baseline = report_to.baseline(config)
    document = read_stream(sys.stdin.buffer, NAME, format_, config)
    result = _translate(document, config, engine, glossary)
    (data,) = render(result, config).values()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    ledger = Ledger(engine, [glossary], config.fail_on, baseline)
    for finding in ledger.add(rows(result)):
        console.line(str(finding), err=True)
    report = ledger.report()
    report_to.write(report)
    settled = report_to.settle(baseline, config)
    return int(report.failed and not settled)


def _translate(document: Document, config: Config, engine: Engine, glossary: Glossary) -> FileResult:
    """Translate one document; what is in the target language already comes back as it is."""
    (target,) = config.to
    recogniser = Recogniser(engine, config.to, told=config.source)
    found = recogniser.recognise(document)
    for warning in found.detection.warnings if found.detection else ():
        console.remark("warning", warning)
    source = recogniser.source(found, NAME, target)
    if source is None or found.wordless:
        console.remark("note", "nothing to translate; passed on as it is")
        return FileResult(document, target, "", ())
    kept = recogniser.foreign(document, source, target, keep=config.foreign == "keep")
    if kept:
        console.remark("note", layout.kept(NAME, kept.values()))
    memory = settings.open_memory(config)
    localizer = Localizer(
        engine, glossary, config.domains, config.checking, memory, config.fuzzy, config.conventions
    )
    (result,) = localizer.translate([prepared(document, source, kept)], target)
    return result
