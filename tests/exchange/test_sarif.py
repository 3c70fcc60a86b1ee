"""What SARIF 2.1.0 requires, by hand: the section numbers are those of the standard."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest

from localize.exchange import Report
from localize.exchange.sarif import to_sarif, uri
from tests.exchange.build import HOSTILE, report, result


def run_of(what: Report) -> Any:
    (run,) = json.loads(to_sarif(what))["runs"]
    return run


def test_the_log_names_its_version_and_schema() -> None:
    log = json.loads(to_sarif(report()))
    assert log["version"] == "2.1.0"  # 3.13.2
    assert log["$schema"].endswith("sarif-2.1.0.json")  # 3.13.3
    assert len(log["runs"]) == 1  # 3.13.4


def test_the_tool_has_a_name_and_unique_rules() -> None:
    driver = run_of(report())["tool"]["driver"]  # 3.14.6, 3.18.2
    assert (driver["name"], driver["version"]) == ("localize", "0.1.0")  # 3.19.8, 3.19.13
    names = [rule["id"] for rule in driver["rules"]]  # 3.49.3
    assert names == ["length-ratio", "number-mismatch", "term-missing"]
    assert [rule["shortDescription"]["text"] for rule in driver["rules"]] == [
        "length-ratio",
        "Report changed numbers.",
        "Report missing terms.",
    ]


def test_results_point_at_their_rule_and_level() -> None:
    run = run_of(report())
    for found in run["results"]:
        assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"]  # 3.27.6
        assert found["level"] in {"none", "note", "warning", "error"}  # 3.27.10
        assert found["message"]["text"]  # 3.11.8
    assert [found["level"] for found in run["results"]] == ["note", "error", "warning"]


def test_results_point_at_their_place_in_code_points() -> None:
    run = run_of(report())
    assert run["columnKind"] == "unicodeCodePoints"  # 3.14.17
    (location,) = run["results"][1]["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "news/nato.md"
    assert physical["region"] == {"startLine": 3, "startColumn": 30}  # 3.30.5, from 1


def test_a_run_without_findings_has_an_empty_list_of_results() -> None:
    clean = Report("0.1.0", "echo", (), (), (), ())
    assert run_of(clean)["results"] == []  # 3.14.23: empty, not absent


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("news/nato.md", "news/nato.md"),
        ("notícias/a b.md", "not%C3%ADcias/a%20b.md"),
        ("a:b#c?d%e.md", "a%3Ab%23c%3Fd%25e.md"),
        ("news\\nato.md", "news/nato.md"),
    ],
)
def test_a_path_becomes_a_relative_reference(path: str, expected: str) -> None:
    assert uri(path) == expected
    assert unquote(expected) == path.replace("\\", "/")


def test_hostile_paths_and_messages_stay_inside_their_strings() -> None:
    found = run_of(report(result(HOSTILE, HOSTILE)))["results"][2]
    place = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9\-._~/%]+", place)
    assert "\x1b" not in found["message"]["text"]
    assert "\\x1b[31m" in found["message"]["text"]


def test_a_finding_keeps_its_fingerprint_and_twins_have_their_own() -> None:
    results = run_of(report(result(), result()))["results"]
    prints = [found["partialFingerprints"]["localize/v1"] for found in results]
    assert len(set(prints)) == 6
    assert run_of(report())["results"][1]["partialFingerprints"]["localize/v1"] == prints[1]
