"""The report of a run: its parts, how they are built from results, and the JSON that the contract fixes.

Keys and their order are those of the report contract; every number in ``totals`` is worked out from the parts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Literal

from localize.exchange.rows import (
    FileRow,
    FindingRow,
    GlossaryRow,
    TermRow,
    rows,
)
from localize.exchange.visible import dump

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.exchange.rows import Failure, FileResult, Rule

FailOn = Literal["error", "warning", "note", "never"]

_WEIGHT: dict[str, int] = {"note": 1, "warning": 2, "error": 3, "never": 4}


_UNTOLD = {"rules", "fail_on", "known", "failures"}
"""What the JSON of the contract has no key for."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run.

    Attributes:
        version: Of localize.
        engine: Signature of the engine.
        rules: The checks by name; for formats that describe their rules.
        fail_on: Weight from which on a finding fails the run; for formats that say passed or failed.
        known: How many findings are left out, being in the baseline.
        failures: Articles that could not be used; for formats for people and servers.
    """

    version: str
    engine: str
    glossaries: tuple[GlossaryRow, ...]
    files: tuple[FileRow, ...]
    terms: tuple[TermRow, ...]
    findings: tuple[FindingRow, ...]
    rules: Mapping[str, Rule] = field(default_factory=dict)
    fail_on: FailOn = "error"
    known: int = 0
    failures: tuple[Failure, ...] = ()

    def fails(self, finding: FindingRow) -> bool:
        """Tell whether a finding is heavy enough to fail the run."""
        return _WEIGHT[finding.severity] >= _WEIGHT[self.fail_on]

    @property
    def failed(self) -> bool:
        """Tell whether any finding fails the run."""
        return any(map(self.fails, self.findings))


def build(
    results: Sequence[FileResult],
    *,
    version: str,
    engine: str,
    glossaries: Sequence[GlossaryRow] = (),
    rules: Mapping[str, Rule] | None = None,
    fail_on: FailOn = "error",
) -> Report:
    """Gather the results of a run in a report, in the order in which they are given."""
    made = [rows(result) for result in results]
    return Report(
        version=version,
        engine=engine,
        glossaries=tuple(glossaries),
        files=tuple(one.file for one in made),
        terms=tuple(row for one in made for row in one.terms),
        findings=tuple(row for one in made for row in one.findings),
        rules=dict(rules or {}),
        fail_on=fail_on,
    )


def to_json(report: Report) -> str:
    """Write the report of the contract: one object, two spaces of indentation, a newline at the end.

    Rows of terms and findings name their language where the run had several: with one, the keys of the contract say
    all there is to know. Characters beyond ASCII stand as they are, except the ones that could disturb a reader; those
    are escaped.
    """
    several = len({row.target for row in report.files}) > 1
    names = [name for name in Report.__slots__ if name not in _UNTOLD]
    data = {name: _plain(getattr(report, name), languages=several) for name in names}
    return dump(data | {"totals": totals(report)})


def totals(report: Report) -> dict[str, object]:
    """Add up the parts of a report."""
    verdicts = Counter(row.verdict for row in report.terms)
    severities = Counter(row.severity for row in report.findings)
    return {
        "files": len(report.files),
        "segments": sum(row.segments for row in report.files),
        "from_memory": sum(row.from_memory for row in report.files),
        "from_engine": sum(row.from_engine for row in report.files),
        "terms": {name: verdicts[name] for name in ("satisfied", "repaired", "unresolved")},
        "findings": {name: severities[name] for name in ("error", "warning", "note")},
    }


def _plain(value: object, *, languages: bool) -> object:
    """Turn rows into objects with the keys of the contract."""
    if isinstance(value, tuple):
        return [_plain(item, languages=languages) for item in value]
    if isinstance(value, (FindingRow, TermRow)):
        left_out = {"end", "identity", "block"} if languages else {"end", "identity", "block", "language"}
        return {key: item for key, item in asdict(value).items() if key not in left_out}
    if isinstance(value, (GlossaryRow, FileRow)):
        return asdict(value)
    return value
