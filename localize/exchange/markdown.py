"""A summary of a run for people, as Markdown: the page of a CI job, a comment on a pull request.

What stands in articles is shown in HTML code elements with all punctuation as character references: there, GitHub and
GitLab see no markup, no mention, no reference to an issue and no formula. The whole is short enough for a comment.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from localize.exchange.report import totals
from localize.exchange.termlines import VERDICTS, term_lines
from localize.exchange.visible import visible
from localize.languages import name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Severity
    from localize.exchange.report import Report
    from localize.exchange.rows import FindingRow

_LARGEST = 60_000
"""Bytes of UTF-8 after which no more rows are added; GitHub takes 65,536 characters in a comment."""
_VALUE = 300
"""Code points of one value; what is longer is cut."""
_OPEN_FILES = 20
"""Files up to which their table is not folded."""
_PUNCTUATION = re.compile(r"[!#$&*+./:;<=>@\[\\\]^_`{|}~]")
_KINDS: tuple[Severity, ...] = ("error", "warning", "note")


class _Page:
    """Markdown up to a number of bytes; rows that do not fit any more are counted."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._left = _LARGEST

    def add(self, *lines: str) -> None:
        """Add lines whatever they take; they are few."""
        self._lines += lines
        self._left -= sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)

    def table(self, heading: Sequence[str], numbers: int, rows: Iterator[Sequence[str]]) -> None:
        """Add a table, the last *numbers* columns of which are numbers."""
        rule = ["---"] * (len(heading) - numbers) + ["---:"] * numbers
        self.add(_row(heading), _row(rule))
        more = 0
        for cells in rows:
            line = _row(cells)
            if len(line.encode("utf-8", "replace")) < self._left:
                self.add(line)
            else:
                more += 1
        self.add("", *([f"And {more:,} more.", ""] if more else []))

    def text(self) -> str:
        return "\n".join(self._lines).rstrip("\n") + "\n"


def to_markdown(report: Report) -> str:
    """Write what became of files and terms, and the findings by weight; what is long is folded."""
    page = _Page()
    went = "failed" if report.failed or report.failures else "passed"
    page.add(f"## localize: {went}", "", _summary(report), "")
    if report.failures:
        page.add(*_fold(f"{_count(len(report.failures), 'file')} that could not be used", is_open=True))
        rows = ((code(one.path), code(one.message)) for one in report.failures)
        page.table(("Article", "What is wrong"), 0, rows)
        page.add("</details>", "")
    for kind in _KINDS:
        _findings(page, report, kind)
    for language, lines in term_lines(report.terms).items():
        counts = sum((Counter(line.counts) for line in lines), Counter[str]())
        told = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in VERDICTS)
        cells = (
            (
                f"{code(line.source)} → {code(line.target)}",
                "<br>".join(map(code, line.changes)),
                *(f"{line.counts.get(verdict) or ''}" for verdict in VERDICTS),
            )
            for line in lines
        )
        page.add(*_fold(f"Terms, {name(language)}: {told}", is_open=False))
        page.table(("Term", "What was changed", *map(str.capitalize, VERDICTS)), 3, cells)
        page.add("</details>", "")
    _files(page, report)
    return page.text()


def code(text: str) -> str:
    """Show text of unknown origin as it is, whatever it is, in a Markdown table; empty stays empty."""
    shown = visible(text)
    shown = f"{shown[: _VALUE - 1]}…" if len(shown) > _VALUE else shown
    if not shown:
        return ""
    safe = _PUNCTUATION.sub(lambda sign: f"&#{ord(sign.group())};", shown)
    return f"<code>{safe.replace('&#64;', '&#64;<!-- -->')}</code>"  # no e-mail address that becomes a link


def _summary(report: Report) -> str:
    data = totals(report)
    verdicts, severities = data["terms"], data["findings"]
    assert isinstance(verdicts, dict)
    assert isinstance(severities, dict)
    parts = [_count(data["files"], "file"), _count(data["segments"], "segment")]
    if data["from_memory"]:
        parts.append(f"{data['from_memory']:,} from memory")
    terms = ", ".join(f"{count:,} {verdict}" for verdict, count in verdicts.items())
    found = ", ".join(_count(severities[kind], kind) for kind in _KINDS)
    known = f" {report.known:,} more in the baseline." if report.known else ""
    return f"{', '.join(parts)}. Terms: {terms}. Findings: {found}.{known}"


def _findings(page: _Page, report: Report, kind: Severity) -> None:
    found = [finding for finding in report.findings if finding.severity == kind]
    if not found:
        return
    page.add(*_fold(_count(len(found), kind), is_open=any(map(report.fails, found))))
    several = len({row.target for row in report.files}) > 1
    heading = ("Place", *(["Language"] if several else []), "Check", "What is wrong")
    page.table(heading, 0, (_finding(one, several=several) for one in found))
    page.add("</details>", "")


def _finding(finding: FindingRow, *, several: bool) -> Sequence[str]:
    place = code(f"{finding.file}:{finding.line}:{finding.column}")
    language = [code(finding.language)] if several else []
    return (place, *language, code(finding.check), code(finding.message))


def _files(page: _Page, report: Report) -> None:
    if not report.files:
        return
    terms: Counter[tuple[str, ...]] = Counter((row.file, row.language, row.verdict) for row in report.terms)
    found: Counter[tuple[str, ...]] = Counter(
        (row.file, row.language, row.severity) for row in report.findings
    )
    cells = (
        (
            code(row.path),
            code(row.target),
            f"{row.segments:,}",
            f"{row.from_memory or ''}",
            *(f"{terms[row.path, row.target, verdict] or ''}" for verdict in VERDICTS),
            *(f"{found[row.path, row.target, kind] or ''}" for kind in _KINDS),
        )
        for row in report.files
    )
    heading = ("Article", "Language", "Segments", "From memory", *map(str.capitalize, VERDICTS))
    page.add(*_fold(_count(len(report.files), "file"), is_open=len(report.files) <= _OPEN_FILES))
    page.table((*heading, "Errors", "Warnings", "Notes"), 8, cells)
    page.add("</details>", "")


def _fold(title: str, *, is_open: bool) -> tuple[str, ...]:
    return f"<details{' open' if is_open else ''}><summary>{title}</summary>", ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _count(number: object, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
