"""SARIF 2.1.0 (OASIS), which code hosts show beside the lines concerned.

Section numbers are those of the standard. Files are relative URIs; lines and columns count from 1, columns in code
points (3.14.17).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from localize.exchange.visible import dump, visible

if TYPE_CHECKING:
    from localize.document import Severity
    from localize.exchange.report import Report
    from localize.exchange.rows import FindingRow

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_PROBLEM: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "recommendation"}
"""Severities in the words of GitHub's code scanning, which does not take them from the levels."""


def to_sarif(report: Report) -> str:
    """Write the findings of a run as one SARIF log with one run.

    Every check of the table is a rule; the severities error, warning and note are SARIF levels of the same names.
    """
    rules = sorted({*report.rules, *(finding.check for finding in report.findings)})
    numbers = {name: number for number, name in enumerate(rules)}
    seen: Counter[str] = Counter()
    driver = {"name": "localize", "version": report.version, "rules": [_rule(report, name) for name in rules]}
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "properties": {"engine": report.engine},
        "results": [_result(finding, numbers[finding.check], seen) for finding in report.findings],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _invocation(report: Report) -> dict[str, object]:
    """Say whether all articles could be used, and why not (3.20.14, 3.20.21)."""
    notifications = [
        {
            "level": "error",
            "message": {"text": visible(one.message)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(one.path)}}}],
        }
        for one in report.failures
    ]
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}


def _rule(report: Report, name: str) -> dict[str, object]:
    """Describe a check (3.49): a line, the whole explanation, and what it weighs."""
    rule = report.rules.get(name)
    if rule is None:
        return {"id": name, "shortDescription": {"text": name}}
    return {
        "id": name,
        "name": "".join(map(str.capitalize, name.split("-"))),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.help},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"problem.severity": _PROBLEM[rule.severity], "tags": ["translation"]},
    }


def _result(finding: FindingRow, rule: int, seen: Counter[str]) -> dict[str, object]:
    """Write one finding (3.27); those with one identity are numbered, so that each fingerprint is there once."""
    seen[finding.identity] += 1
    region = {"startLine": finding.line, "startColumn": finding.column}
    if finding.end is not None:
        region |= {"endLine": finding.end[0], "endColumn": finding.end[1]}
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(finding.file)}, "region": region}}
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": visible(finding.message)},
        "locations": [location],
        "partialFingerprints": {"localize/v1": f"{finding.identity}:{seen[finding.identity]}"},
        "properties": {"target": finding.language},
    }


def uri(path: str) -> str:
    """Write a path as a URI reference (RFC 3986): slashes, everything else that is not unreserved percent-encoded.

    An absolute path becomes a file URI (RFC 8089), for a reference that begins with a slash has no base (3.4.4).
    """
    reference = quote(path.replace("\\", "/"), safe="/-._~", errors="surrogateescape")
    return f"file://{reference}" if reference.startswith("/") else reference
