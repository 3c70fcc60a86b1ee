"""JUnit XML, which CI servers show as test results.

A file and a target language are a suite, a finding is a test case; a suite without findings holds one case that has
passed, so that it shows up. There is no official schema; elements and attributes are those that the xUnit plugin of
Jenkins requires.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from localize.exchange.visible import visible

if TYPE_CHECKING:
    from localize.exchange.report import Report
    from localize.exchange.rows import FindingRow


def to_junit(report: Report) -> str:
    """Write the findings of a run as JUnit XML.

    Articles that could not be used are errors; findings that fail the run are failures; lighter ones have passed and carry their message as output. Characters
    that XML 1.0 has no way to write are spelled out.
    """
    suites = {(row.path, row.target): _suite(row.path, row.target, row.seconds) for row in report.files}
    for finding in report.findings:
        key = finding.file, finding.language
        if key not in suites:
            suites[key] = _suite(*key, 0)
        _case(suites[key], finding, fails=report.fails(finding))
    for failure in report.failures:
        suite = suites.setdefault((failure.path, ""), _suite(failure.path, "", 0))
        case = SubElement(suite, "testcase", classname=suite.get("name", ""), name="can be used")
        SubElement(case, "error", message=visible(failure.message))
    root = Element("testsuites", name="localize")
    for suite in suites.values():
        if len(suite) == 0:
            SubElement(suite, "testcase", classname=suite.get("name", ""), name="no findings")
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(len(suite.findall("testcase/failure"))))
        suite.set("errors", str(len(suite.findall("testcase/error"))))
        root.append(suite)
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(path: str, language: str, seconds: float) -> Element:
    name = f"{path} ({language})" if language else path
    return Element("testsuite", name=visible(name), time=f"{seconds:.3f}")


def _case(suite: Element, finding: FindingRow, *, fails: bool) -> None:
    """Add a finding to the suite of its file."""
    place = f"{finding.check} at line {finding.line}, column {finding.column}"
    case = SubElement(suite, "testcase", classname=suite.get("name", ""), name=place)
    if fails:
        message = visible(finding.message)
        SubElement(case, "failure", type=finding.check, message=message).text = str(finding)
    else:
        SubElement(case, "system-out").text = str(finding)
