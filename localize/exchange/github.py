"""Annotations for GitHub Actions: workflow commands, one line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.exchange.visible import visible

if TYPE_CHECKING:
    from localize.exchange.report import Report
    from localize.exchange.rows import FindingRow

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def to_github(report: Report) -> str:
    """Write the findings of a run, and what could not be used, as workflow commands; empty when there are none."""
    unusable = (
        f"::error file={_property(one.path)},title=localize::{_data(one.message)}\n"
        for one in report.failures
    )
    return "".join((*unusable, *map(_annotation, report.findings)))


def _annotation(finding: FindingRow) -> str:
    """Write ``::error file=...,line=...,col=...,title=...::message``.

    Source of the escapes: escapeData and escapeProperty of the actions toolkit.
    """
    title = f"{finding.check} ({finding.language})" if finding.language else finding.check
    values = {"file": finding.file, "line": finding.line, "col": finding.column, "title": title}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in values.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(finding.message)}\n"


def _data(text: str) -> str:
    """Escape a message: percent first, then the line ends; other control characters are spelled out."""
    lines = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(lines)


def _property(text: str) -> str:
    """Escape a property, in which colon and comma mean something, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
