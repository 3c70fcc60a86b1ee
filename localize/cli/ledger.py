"""What a run has come to so far: rows of the report, kept while the articles themselves are let go."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from localize import __version__, batch, checks
from localize.exchange import Baseline, Failure, GlossaryRow, Place, Report, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines import Engine
    from localize.errors import LocalizeError
    from localize.exchange import FailOn, FileRow, FindingRow, Rows, TermRow
    from localize.glossary import Glossary


@dataclass(slots=True)
class Ledger:
    """Rows of a report, gathered result by result."""

    engine: Engine
    glossaries: Sequence[Glossary]
    fail_on: FailOn
    baseline: Baseline = field(default_factory=Baseline)
    files: list[FileRow] = field(default_factory=list)
    terms: list[TermRow] = field(default_factory=list)
    findings: list[FindingRow] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def add(self, rows: Rows) -> tuple[FindingRow, ...]:
        """Take in the rows of one file and language; gives the findings that the baseline does not know."""
        plain = [
            replace(row, message=str(row.message)) for row in rows.findings
        ]  # what they are made of is larger
        new = self.baseline.new(Place(rows.file.path, rows.file.target), plain)
        self.files.append(rows.file)
        self.terms += rows.terms
        self.findings += new
        return new

    def fail(self, path: str, error: LocalizeError) -> None:
        """Take in an article that could not be used."""
        message = str(error).removeprefix(f"{path}: ")
        self.failures.append(Failure(path, f"{message}; {error.hint}" if error.hint else message))

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
                dict.fromkeys(
                    GlossaryRow(file.path, file.sha256, file.concepts)
                    for glossary in self.glossaries
                    for file in glossary.files
                )
            ),
            files=tuple(self.files),
            terms=tuple(self.terms),
            findings=tuple(self.findings),
            rules=_rules(),
            fail_on=self.fail_on,
            known=self.baseline.known,
            failures=tuple(self.failures),
        )


def _rules() -> dict[str, Rule]:
    """Describe everything that a finding can be about."""
    rules = {name: Rule(check.title, check.help, check.severity) for name, check in checks.CHECKS.items()}
    return rules | batch.RULES
