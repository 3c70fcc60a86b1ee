"""What SARIF 2.1.0 requires, by its schema and by hand: the section numbers are those of the standard."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from localize.exchange import Failure, Report
from localize.exchange.sarif import to_sarif, uri
from tests.exchange.build import HOSTILE, report, result

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"
SCHEMA = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALID = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(what: Report) -> Any:
    (run,) = json.loads(to_sarif(what))["runs"]
    return run


def wrong_in(what: Report) -> list[str]:
    """List what the schema holds against the log of a report."""
    return [error.message for error in VALID.iter_errors(json.loads(to_sarif(what)))]


def test_a_log_satisfies_the_schema_of_the_standard() -> None:
    Draft4Validator.check_schema(SCHEMA)
    assert wrong_in(report(result(), result(language="es"))) == []
    assert wrong_in(Report("0.1.0", "echo", (), (), (), ())) == []


def test_the_schema_would_tell_of_a_log_that_is_wrong() -> None:
    log = json.loads(to_sarif(report()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALID.is_valid(log)


@settings(max_examples=30)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_path_and_message_satisfy_the_schema(path: str, message: str) -> None:
    assert wrong_in(report(result(path, message))) == []


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


def test_a_rule_says_what_it_is_about_how_much_it_weighs_and_all_there_is_to_know() -> None:
    *_, rule = run_of(report())["tool"]["driver"]["rules"]
    assert rule["name"] == "TermMissing"  # 3.49.7
    assert rule["fullDescription"]["text"] == "Report missing terms.\n\nForms count, too."  # 3.49.10
    assert rule["help"]["text"].endswith("Forms count, too.")  # 3.49.13
    assert rule["defaultConfiguration"] == {"level": "error"}  # 3.50.4
    assert rule["properties"] == {"problem.severity": "error", "tags": ["translation"]}


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
    region = {"startLine": 3, "startColumn": 30, "endLine": 3, "endColumn": 34}
    assert physical["region"] == region  # 3.30.5, from 1; 3.30.8, behind the last character


def test_a_finding_about_a_whole_sentence_has_all_of_it_for_a_region() -> None:
    made = result()
    whole = replace(made, findings=(replace(made.findings[1], span=None),))
    (found,) = run_of(report(whole))["results"]
    region = {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 55}
    assert found["locations"][0]["physicalLocation"]["region"] == region


def test_a_finding_about_a_whole_file_is_about_its_first_line() -> None:
    physical = run_of(report())["results"][0]["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 1, "startColumn": 1}  # 3.30.8: to the end of the line


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
        ("/home/ana/nato.md", "file:///home/ana/nato.md"),  # 3.4.4
    ],
)
def test_a_path_becomes_a_relative_reference(path: str, expected: str) -> None:
    assert uri(path) == expected
    assert unquote(expected).removeprefix("file://") == path.replace("\\", "/")


def test_hostile_paths_and_messages_stay_inside_their_strings() -> None:
    found = run_of(report(result(HOSTILE, HOSTILE)))["results"][2]
    place = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9\-._~/%]+", place)
    assert "\x1b" not in found["message"]["text"]
    assert "\\x1b[31m" in found["message"]["text"]


def prints(what: Report) -> list[str]:
    return [found["partialFingerprints"]["localize/v1"] for found in run_of(what)["results"]]  # 3.27.17


def test_a_fingerprint_outlives_an_edit_above_and_another_message() -> None:
    made = result()
    text = f"# News\n\n{made.document.text}"
    first, second = made.document.units
    moved = [replace(one, span=(one.span[0] + 8, one.span[1] + 8)) for one in (first, second)]
    segments = [replace(f.segment, unit=moved[1]) if f.segment else None for f in made.findings]
    later = replace(
        made,
        document=replace(made.document, text=text, units=tuple(moved)),
        findings=tuple(
            replace(one, segment=segment, message="another")
            for one, segment in zip(made.findings, segments, strict=True)
        ),
    )
    assert run_of(report(later))["results"][1]["locations"] != run_of(report())["results"][1]["locations"]
    assert prints(report(later)) == prints(report())


def test_file_language_check_and_words_make_a_fingerprint_of_its_own() -> None:
    made = result()
    other = replace(made, findings=(replace(made.findings[1], span=(4, 21)),))
    everything = report(result(), result("news/eu.md"), result(language="es"), other)
    assert len(set(prints(everything))) == 10


def test_twins_are_numbered() -> None:
    made = result()
    twins = report(replace(made, findings=(made.findings[1], made.findings[1])))
    first, second = prints(twins)
    assert (first.split(":")[0], first[-2:], second[-2:]) == (second.split(":")[0], ":1", ":2")


def test_an_article_that_could_not_be_used_is_a_notification() -> None:
    whole = replace(report(), failures=(Failure("news/eu.docx", "is no archive"),))
    assert wrong_in(whole) == []
    (invocation,) = run_of(whole)["invocations"]
    assert invocation["executionSuccessful"] is False  # 3.20.14
    (notification,) = invocation["toolExecutionNotifications"]  # 3.20.21
    assert notification["message"]["text"] == "is no archive"
    assert run_of(report())["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]
