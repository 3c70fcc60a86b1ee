"""What a run has come to so far: rows of the report, kept while the articles themselves are let go."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import __version__, batch, checks, writing
from localize.cli import console
from localize.exchange import REPORT_FORMATS, GlossaryRow, Report, Rule, build

if TYPE_CHECKING:
    from localize.engines import Engine
    from localize.exchange import FailOn, FileResult, FileRow, FindingRow, TermRow
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

    def add(self, result: FileResult) -> Report:
        """Take in a result; gives the report of that result alone."""
        part = self._report([result])
        self.files += part.files
        self.terms += part.terms
        self.findings += part.findings
        return part

    def report(self) -> Report:
        """Give the report of everything so far."""
        whole = self._report([])
        return Report(
            version=whole.version,
            engine=whole.engine,
            glossaries=whole.glossaries,
            files=tuple(self.files),
            terms=tuple(self.terms),
            findings=tuple(self.findings),
            rules=whole.rules,
            fail_on=whole.fail_on,
        )

    def _report(self, results: list[FileResult]) -> Report:
        return build(
            results,
            version=__version__,
            engine=self.engine.signature,
            glossaries=[GlossaryRow(file.path, file.sha256, file.concepts) for file in self.glossary.files],
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
