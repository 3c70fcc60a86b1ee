from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from localize.exchange import Failure, FileRow, Report
from localize.exchange.junit import to_junit
from tests.exchange.build import HOSTILE, report, result

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"
SCHEMA = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def parsed(what: Report) -> Element:
    """Read a report, which the schema of Jenkins has to allow."""
    data = to_junit(what).encode("utf-8")
    SCHEMA.assertValid(etree.fromstring(data))
    return fromstring(data)


def test_the_schema_would_tell_of_a_report_that_is_wrong() -> None:
    wrong = to_junit(report()).replace("<system-out>", "<output>").replace("</system-out>", "</output>")
    assert not SCHEMA.validate(etree.fromstring(wrong.encode()))


def test_a_file_and_language_is_a_suite() -> None:
    root = parsed(report(result(), result(language="es")))
    assert root.tag == "testsuites"
    assert [suite.get("name") for suite in root] == ["news/nato.md (pt)", "news/nato.md (es)"]
    assert [(suite.get("tests"), suite.get("failures"), suite.get("time")) for suite in root] == [
        ("3", "1", "1.235"),
        ("3", "1", "1.235"),
    ]
    assert (root.get("tests"), root.get("failures")) == ("6", "2")


def test_what_fails_the_run_is_a_failure_and_what_does_not_is_output() -> None:
    cases = list(parsed(report()).iter("testcase"))
    assert [case.get("name") for case in cases] == [
        "length-ratio at line 1, column 1",
        "term-missing at line 3, column 30",
        "number-mismatch at line 3, column 44",
    ]
    failure = cases[1].find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("term-missing", '"NATO" should be "OTAN"')
    assert failure.text == 'news/nato.md:3:30: term-missing "NATO" should be "OTAN"'
    assert cases[2].find("failure") is None
    assert cases[2].findtext("system-out") == 'news/nato.md:3:44: number-mismatch "32" is missing'


@pytest.mark.parametrize(("fail_on", "failures"), [("never", "0"), ("warning", "2"), ("note", "3")])
def test_the_weight_that_fails_can_be_chosen(fail_on: str, failures: str) -> None:
    assert parsed(report(fail_on=fail_on)).get("failures") == failures


def test_a_clean_file_shows_up_as_passed() -> None:
    row = FileRow("a.txt", "en", "pt", "output/pt/a.txt", 1, 0, 1, 0.5)
    (suite,) = parsed(Report("0.1.0", "echo", (), (row,), (), ()))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [case.get("name") for case in suite] == ["no findings"]


@given(st.text(max_size=30))
def test_any_path_and_message_makes_well_formed_xml(text: str) -> None:
    (suite,) = parsed(report(result(text, text)))
    assert len(suite) == 3


def test_hostile_text_is_spelled_out() -> None:
    (suite,) = parsed(report(result(HOSTILE, HOSTILE)))
    said = suite[2].findtext("system-out") or ""
    assert "::error::\\x1b[31m\\u202e]]>&<\"'\\udc80\\u2028\\ufffe" in said


def test_a_finding_of_a_file_that_was_not_listed_has_a_suite_of_its_own() -> None:
    whole = report()
    (suite,) = parsed(Report("0.1.0", "echo", (), (), (), whole.findings[:1]))
    assert (suite.get("name"), suite.get("tests"), suite.get("time")) == ("news/nato.md (pt)", "1", "0.000")


def test_an_article_that_could_not_be_used_is_an_error() -> None:
    whole = replace(report(), failures=(Failure("news/eu.docx", "is no archive\x1b"),))
    root = parsed(whole)
    suite = root[1]
    assert (suite.get("name"), suite.get("errors"), root.get("errors")) == ("news/eu.docx", "1", "1")
    error = suite.find("testcase/error")
    assert error is not None
    assert error.get("message") == "is no archive\\x1b"
