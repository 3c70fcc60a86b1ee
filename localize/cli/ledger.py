"""What a run has come to so far: rows of the report, kept while the articles themselves are let go."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import __version__, batch, checks, writing
from localize.cli import console
from localize.exchange import REPORT_FORMATS, GlossaryRow, Report, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines import Engine
    from localize.exchange import FailOn, FileRow, FindingRow, Rows, TermRow
    from localize.glossary import Glossary


@dataclass(slots=True)
class Ledger:
    """Rows of a report, gathered result by result."""

    engine: Engine
    glossary: Glossary
    fail_on: FailOn
    files: list[FileRow] = field(default_factory=list)
    terms: list[TermRow] = field(default_factory=list)
    findings: list[FindingRow] = field(default_factory=list)

    def add(self, rows: Rows) -> None:
        """Take in the rows of one file and language."""
        self.files.append(rows.file)
        self.terms += rows.terms
        self.findings += rows.findings

    def sort(self, paths: Sequence[str], targets: Sequence[str]) -> None:
        """Put the rows in the order of articles, and of languages; those of one file and language keep theirs."""
        articles = {path: i for i, path in enumerate(paths)}
        languages = {target: i for i, target in enumerate(targets)}

        def place(path: str, target: str) -> tuple[int, int]:
            return articles.get(path, len(articles)), languages.get(target, len(languages))

        self.files.sort(key=lambda row: place(row.path, row.target))
        self.terms.sort(key=lambda row: place(row.file, row.language))
        self.findings.sort(key=lambda row: place(row.file, row.language))

    def report(self) -> Report:
        """Give the report of everything so far."""
        return Report(
            version=__version__,
            engine=self.engine.signature,
            glossaries=tuple(
                GlossaryRow(file.path, file.sha256, file.concepts) for file in self.glossary.files
            ),
            files=tuple(self.files),
            terms=tuple(self.terms),
            findings=tuple(self.findings),
            rules=_rules(),
            fail_on=self.fail_on,
        )


def _rules() -> dict[str, Rule]:
    """Describe everything that a finding can be about."""
    rules = {name: Rule(check.title, check.help, check.severity) for name, check in checks.CHECKS.items()}
    _, _, differ = batch.explain().partition("\n\n")
    return rules | {batch.BLOCKS_DIFFER: Rule(differ.partition("\n")[0], differ, "error")}


@dataclass(frozen=True, slots=True)
class ReportTo:
    """Where a report goes and as what.

    Attributes:
        path: None: nowhere; ``-``: standard output.
        format: Key of ``REPORT_FORMATS``.
    """

    path: Path | None
    format: str

    @classmethod
    def of(cls, report: Path | None, report_format: str | None) -> ReportTo:
        """Read the options: a format without a file means standard output."""
        if report is None and report_format is not None:
            report = Path("-")
        return cls(report, report_format or "json")

    @property
    def takes_output(self) -> bool:
        """Tell whether standard output is the report's, so that lines for people go to standard error."""
        return self.path == Path("-")

    def write(self, report: Report) -> None:
        """Write a report.

        Raises:
            OutputError: The file cannot be written.
        """
        if self.path is None:
            return
        text = REPORT_FORMATS[self.format](report)
        if self.takes_output:
            click.echo(text, nl=False)
        else:
            writing.write(self.path, text.encode(), hint="name another file with --report")
            console.remark("note", f"the report is in {self.path}")
