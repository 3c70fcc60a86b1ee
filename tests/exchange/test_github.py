from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from localize.exchange import Failure, Report
from localize.exchange.github import to_github
from tests.exchange.build import report, result


def test_a_finding_is_one_workflow_command() -> None:
    assert to_github(report()).splitlines() == [
        "::notice file=news/nato.md,line=1,col=1,title=length-ratio (pt)::the file is short",
        '::error file=news/nato.md,line=3,col=30,title=term-missing (pt)::"NATO" should be "OTAN"',
        '::warning file=news/nato.md,line=3,col=44,title=number-mismatch (pt)::"32" is missing',
    ]


def test_no_findings_no_commands() -> None:
    assert to_github(Report("0.1.0", "echo", (), (), (), ())) == ""


def test_a_message_keeps_colons_and_commas_but_no_percent_or_line_end() -> None:
    line = to_github(report(result(message="50%: a, b\r\nc"))).splitlines()[2]
    assert line.partition("::warning ")[2].partition("::")[2] == "50%25: a, b%0D%0Ac"


def test_a_property_has_neither_comma_nor_colon_nor_percent_of_its_own() -> None:
    line = to_github(report(result("a,b:c%d\ne.md"))).splitlines()[2]
    assert line.startswith("::warning file=a%2Cb%3Ac%25d%0Ae.md,line=3,col=44,title=")


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_starts_a_command_of_its_own(path: str, message: str) -> None:
    lines = to_github(report(result(path, message))).split("\n")
    assert len(lines) == 4
    assert all(line.startswith(("::notice ", "::error ", "::warning ")) for line in lines[:3])
    assert not any("\r" in line or "\x1b" in line for line in lines)


def test_an_article_that_could_not_be_used_is_an_error_of_its_file() -> None:
    whole = replace(report(), failures=(Failure("news/eu,1.docx", "is no archive: 100%"),))
    assert (
        to_github(whole).splitlines()[0]
        == "::error file=news/eu%2C1.docx,title=localize::is no archive: 100%25"
    )
