"""Code Quality report of GitLab, which merge requests show beside the lines concerned.

Source of the fields: "Implement a custom tool" in GitLab's documentation of Code Quality.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from localize.exchange.visible import dump, visible

if TYPE_CHECKING:
    from localize.document import Severity
    from localize.exchange.report import Report
    from localize.exchange.rows import FindingRow

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "note": "info"}


def to_gitlab(report: Report) -> str:
    """Write the findings of a run as a JSON array; fingerprints are those of the SARIF report."""
    seen: Counter[str] = Counter()
    return dump([_issue(finding, seen) for finding in report.findings])


def _issue(finding: FindingRow, seen: Counter[str]) -> dict[str, object]:
    seen[finding.identity] += 1
    language = f" ({finding.language})" if finding.language else ""
    return {
        "description": visible(f"{finding.message}{language}"),
        "check_name": finding.check,
        "fingerprint": f"{finding.identity}:{seen[finding.identity]}",
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.file.replace("\\", "/"), "lines": {"begin": finding.line}},
    }
