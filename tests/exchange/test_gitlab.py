from __future__ import annotations

import json
from typing import Any

from localize.exchange import REPORT_FORMATS, Report
from tests.exchange.build import HOSTILE, report, result


def issues(what: Report) -> Any:
    return json.loads(REPORT_FORMATS["gitlab"](what))


def test_a_finding_has_the_fields_that_gitlab_requires() -> None:
    _, issue, _ = issues(report())
    fingerprint = issue.pop("fingerprint")
    assert len(fingerprint) == 66
    assert issue == {
        "description": '"NATO" should be "OTAN" (pt)',
        "check_name": "term-missing",
        "severity": "critical",
        "location": {"path": "news/nato.md", "lines": {"begin": 3}},
    }


def test_weights_are_those_of_gitlab() -> None:
    assert [issue["severity"] for issue in issues(report())] == ["info", "critical", "minor"]


def test_every_finding_has_a_fingerprint_of_its_own() -> None:
    found = issues(report(result(), result(), result(language="es")))
    assert len({issue["fingerprint"] for issue in found}) == 9


def test_no_findings_are_an_empty_list() -> None:
    assert issues(Report("0.1.0", "echo", (), (), (), ())) == []


def test_hostile_messages_are_spelled_out() -> None:
    said = issues(report(result(message=HOSTILE)))[2]["description"]
    assert "\\x1b[31m" in said
