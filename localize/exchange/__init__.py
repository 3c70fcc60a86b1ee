"""What leaves a run beside the translated article: bilingual files for translators, reports for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.exchange import po, review, tmx, xliff, xliff12
from localize.exchange.baseline import Baseline, Place
from localize.exchange.github import to_github
from localize.exchange.gitlab import to_gitlab
from localize.exchange.junit import to_junit
from localize.exchange.markdown import to_markdown
from localize.exchange.report import FailOn, Report, build, to_json, totals
from localize.exchange.rows import (
    Failure,
    FileResult,
    FileRow,
    FindingRow,
    GlossaryRow,
    Rows,
    Rule,
    TermRow,
    finding_rows,
    rows,
)
from localize.exchange.sarif import to_sarif
from localize.exchange.termlines import VERDICTS, TermLine, term_lines
from localize.exchange.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "EXPORT_FORMATS",
    "EXPORT_SUFFIXES",
    "REPORT_FORMATS",
    "VERDICTS",
    "Baseline",
    "FailOn",
    "Failure",
    "FileResult",
    "FileRow",
    "FindingRow",
    "GlossaryRow",
    "Place",
    "Report",
    "Rows",
    "Rule",
    "TermLine",
    "TermRow",
    "build",
    "finding_rows",
    "rows",
    "term_lines",
    "to_json",
    "totals",
    "visible",
]

EXPORT_FORMATS: dict[str, Callable[[FileResult], str]] = {
    "po": po.export,
    "xliff": xliff.export,
    "xliff-1.2": xliff12.export,
    "tmx": tmx.export,
    "html": review.export,
}
"""Bilingual files of one result, by name."""

EXPORT_SUFFIXES = {"html": ".review.html", "xliff-1.2": ".xlf"}
"""What the names of exports end with, where that is not the name of the format: a page for review is no translated
page."""

REPORT_FORMATS: dict[str, Callable[[Report], str]] = {
    "json": to_json,
    "sarif": to_sarif,
    "junit": to_junit,
    "github": to_github,
    "gitlab": to_gitlab,
    "markdown": to_markdown,
}
"""Reports of a run, by the name that ``--report-format`` takes."""
