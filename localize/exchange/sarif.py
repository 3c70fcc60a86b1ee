"""SARIF 2.1.0 (OASIS), which code hosts show beside the lines concerned.

Section numbers are those of the standard. Files are relative URIs; lines and columns count from 1, columns in code
points (3.14.17).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from localize.exchange.report import dump, visible

if TYPE_CHECKING:
    from localize.exchange.report import FindingRow, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def to_sarif(report: Report) -> str:
    """Write the findings of a run as one SARIF log with one run.

    Every check of the table is a rule; the severities error, warning and note are SARIF levels of the same names.
    """
    rules = sorted({*report.titles, *(finding.check for finding in report.findings)})
    seen: Counter[str] = Counter()
    driver = {"name": "localize", "version": report.version, "rules": [_rule(report, name) for name in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "properties": {"engine": report.engine},
        "results": [_result(finding, rules.index(finding.check), seen) for finding in report.findings],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(report: Report, name: str) -> dict[str, object]:
    """Describe a check (3.49); hosts want its title as help, too."""
    title = {"text": report.titles.get(name) or name}
    return {"id": name, "shortDescription": title, "fullDescription": title, "help": title}


def _result(finding: FindingRow, rule: int, seen: Counter[str]) -> dict[str, object]:
    """Write one finding (3.27).

    The fingerprint leaves the line out, so that a finding keeps its identity when text above it is edited; equal
    findings are numbered.
    """
    identity = f"{finding.check}\x00{finding.file}\x00{finding.language}\x00{finding.message}"
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
    seen[digest] += 1
    region = {"startLine": finding.line, "startColumn": finding.column}
    location = {"physicalLocation": {"artifactLocation": {"uri": uri(finding.file)}, "region": region}}
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": visible(finding.message)},
        "locations": [location],
        "partialFingerprints": {"localize/v1": f"{digest}:{seen[digest]}"},
        "properties": {"target": finding.language},
    }


def uri(path: str) -> str:
    """Write a path as a URI reference (RFC 3986): slashes, everything else that is not unreserved percent-encoded."""
    return quote(path.replace("\\", "/"), safe="/-._~", errors="surrogateescape")
