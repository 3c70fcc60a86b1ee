"""Several reports of one run, and the baseline of known findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from localize.exchange import REPORT_FORMATS
from localize.guards import OnBad

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

ARTICLE = "# NATO meets\n\nThe Secretary-General of NATO spoke of 32 members on Monday.\n"
BAD = "# A OTAN reúne-se\n\nO chefe da OTAN falou de 31 membros na segunda-feira.\n"
CHECK = ("check", "news", "--to", "pt", "--fail-on", "warning")


@pytest.fixture(autouse=True)
def project(desk: Desk) -> None:
    desk.put("glossaries/terms.csv", "en,pt\nNATO,OTAN\nSecretary-General,secretário-geral\n")
    desk.put("localize.toml", 'from = "en"\n')
    desk.put("news/a.md", ARTICLE)
    desk.put("output/pt/a.md", BAD)


def known() -> list[str]:
    data = json.loads(Path("known.json").read_text(encoding="utf-8"))
    return [row["check"] for row in data["findings"]]


def test_one_run_writes_several_reports(desk: Desk) -> None:
    done = desk(
        *CHECK, "--report", "r.json", "--report-format", "json",
        "--report", "r.md", "--report-format", "markdown", "--report-format", "github",
    )  # fmt: skip
    assert done.exit_code == 1
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["totals"]["findings"]["error"] == 1
    assert Path("r.md").read_text(encoding="utf-8").startswith("## localize: failed\n")
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == ["::error", "::warning"]


def test_the_options_name_all_there_is(desk: Desk) -> None:
    told = " ".join(desk("translate", "--help").stdout.split())
    assert f"--report-format [{'|'.join(REPORT_FORMATS)}]" in told
    assert f"--on-bad [{'|'.join(get_args(OnBad))}]" in told


@pytest.mark.parametrize(
    "words",
    [
        ("--report", "a.json", "--report", "b.json"),
        ("--report", "a.json", "--report", "b.md", "--report-format", "markdown"),
        ("--report-format", "markdown", "--report-format", "json"),
        ("--report", "a", "--report-format", "json", "--report", "./a", "--report-format", "sarif"),
    ],
)
def test_reports_that_cannot_be_told_apart_are_refused(desk: Desk, words: tuple[str, ...]) -> None:
    done = desk(*CHECK, *words)
    assert done.exit_code == 2
    assert "report" in done.stderr


def test_known_findings_do_not_fail_and_are_not_shown(desk: Desk) -> None:
    first = desk(*CHECK, "--baseline", "known.json", "--write-baseline")
    assert first.exit_code == 0
    assert first.stderr == "note: what was found is known now, in known.json\n"
    assert known() == ["number-mismatch", "term-missing"]
    again = desk(*CHECK, "--baseline", "known.json", "--report", "r.json")
    assert again.exit_code == 0
    assert "findings: 0 errors, 0 warnings, 0 notes" in again.stdout
    assert "note: 2 known findings are left out (known.json)\n" in again.stderr
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["findings"] == []


def test_a_line_above_changes_nothing_but_a_new_finding_fails(desk: Desk) -> None:
    desk.put("localize.toml", 'from = "en"\nbaseline = "known.json"\n')
    desk(*CHECK, "--write-baseline")
    desk.put("news/a.md", f"An introduction.\n\n{ARTICLE}")
    desk.put("output/pt/a.md", f"Uma introdução.\n\n{BAD}")
    assert desk(*CHECK).exit_code == 0
    desk.put("output/pt/a.md", f"Uma introdução.\n\n{BAD}".replace("A OTAN", "A aliança"))
    done = desk(*CHECK)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == 'news/a.md:3:3: term-missing "NATO" should be "OTAN"'


def test_what_was_mended_is_told_and_taken_out(desk: Desk) -> None:
    desk(*CHECK, "--baseline", "known.json", "--write-baseline")
    desk.put("output/pt/a.md", BAD.replace("31", "32"))
    done = desk(*CHECK, "--baseline", "known.json")
    assert done.exit_code == 0
    assert done.stderr.splitlines()[:2] == [
        "note: 1 known finding is left out (known.json)",
        'note: not found any more: news/a.md (pt): number-mismatch "32" became "31"',
    ]
    desk(*CHECK, "--baseline", "known.json", "--write-baseline")
    assert known() == ["term-missing"]


def test_a_baseline_that_is_missing_is_an_error(desk: Desk) -> None:
    done = desk(*CHECK, "--baseline", "known.json")
    assert done.exit_code == 2
    assert "known.json: cannot be read: No such file or directory" in done.stderr


def test_writing_one_needs_a_name(desk: Desk) -> None:
    done = desk(*CHECK, "--write-baseline")
    assert done.exit_code == 2
    assert "name the file to write with --baseline" in done.stderr


def test_a_file_that_cannot_be_used_is_in_the_reports(desk: Desk) -> None:
    desk.put("news/b.md", "")
    Path("news/b.md").write_bytes(b"\xff\xfe\xff")
    desk.put("output/pt/b.md", "")
    done = desk("check", "news", "--to", "pt", "--fail-on", "never", "--report-format", "markdown")
    assert done.exit_code == 2
    assert done.stdout.startswith("## localize: failed\n")
    assert "1 file that could not be used" in done.stdout
