from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.exchange import REPORT_FORMATS, to_json, visible
from tests.exchange.build import HOSTILE, report, result


def test_the_report_has_the_keys_of_the_contract_in_their_order() -> None:
    data = json.loads(to_json(report()))
    assert list(data) == ["version", "engine", "glossaries", "files", "terms", "findings", "totals"]
    assert list(data["glossaries"][0]) == ["path", "sha256", "concepts"]
    assert list(data["files"][0]) == [
        "path", "source", "target", "output", "segments", "from_memory", "from_engine", "seconds",
    ]  # fmt: skip
    assert list(data["terms"][0]) == [
        "file", "line", "segment", "concept", "source", "target", "verdict", "method", "before", "after",
    ]  # fmt: skip
    assert list(data["findings"][0]) == ["check", "severity", "file", "line", "column", "message"]
    assert list(data["totals"]) == ["files", "segments", "from_memory", "from_engine", "terms", "findings"]


def test_a_file_is_reported_with_its_languages_and_segments() -> None:
    (row,) = json.loads(to_json(report()))["files"]
    assert row == {
        "path": "news/nato.md",
        "source": "en",
        "target": "pt",
        "output": "output/pt/news/nato.md",
        "segments": 2,
        "from_memory": 0,
        "from_engine": 2,
        "seconds": 1.235,
    }


def test_every_glossary_match_has_one_row() -> None:
    rows = json.loads(to_json(report()))["terms"]
    assert [(row["line"], row["segment"], row["source"], row["verdict"]) for row in rows] == [
        (1, "p1/0", "NATO", "satisfied"),
        (3, "p2/0", "Secretary-General", "repaired"),
        (3, "p2/0", "NATO", "unresolved"),
    ]
    assert rows[1] == {
        "file": "news/nato.md",
        "line": 3,
        "segment": "p2/0",
        "concept": "secretary-general",
        "source": "Secretary-General",
        "target": "Secretário-Geral",
        "verdict": "repaired",
        "method": "located-edit",
        "before": "secretário geral",
        "after": "Secretário-Geral",
    }


def test_findings_stand_where_their_words_stand_in_the_file() -> None:
    rows = json.loads(to_json(report()))["findings"]
    assert [(row["check"], row["line"], row["column"]) for row in rows] == [
        ("length-ratio", 1, 1),
        ("term-missing", 3, 30),
        ("number-mismatch", 3, 44),
    ]


def test_rows_name_their_language_where_the_run_had_several() -> None:
    both = json.loads(to_json(report(result(), result(language="es"))))
    assert [row["language"] for row in both["terms"]] == ["pt", "pt", "pt", "es", "es", "es"]
    assert [row["language"] for row in both["findings"]] == ["pt", "pt", "pt", "es", "es", "es"]
    one = json.loads(to_json(report(result(), result("news/eu.md"))))
    assert not any("language" in row for row in one["terms"] + one["findings"])


def test_totals_are_the_sums_of_the_parts() -> None:
    both = report(result(), result(language="es"))
    assert json.loads(to_json(both))["totals"] == {
        "files": 2,
        "segments": 4,
        "from_memory": 0,
        "from_engine": 4,
        "terms": {"satisfied": 2, "repaired": 2, "unresolved": 2},
        "findings": {"error": 2, "warning": 2, "note": 2},
    }


def test_letters_stand_as_they_are_and_the_file_ends_with_a_newline() -> None:
    text = to_json(report())
    assert '"target": "Secretário-Geral"' in text
    assert text.startswith('{\n  "version": "0.1.0",\n')
    assert text.endswith("}\n")


def test_a_finding_prints_as_one_line_that_editors_can_jump_to() -> None:
    assert str(report().findings[1]) == 'news/nato.md:3:30: term-missing "NATO" should be "OTAN"'
    hostile = str(report(result("a\x1b[2J.md", "x\ny\u202e")).findings[2])
    assert hostile == "a\\x1b[2J.md:3:44: number-mismatch x\\ny\\u202e"


@pytest.mark.parametrize(("fail_on", "failed"), [("never", 0), ("error", 1), ("warning", 2), ("note", 3)])
def test_findings_fail_a_run_from_the_given_weight_on(fail_on: str, failed: int) -> None:
    run = report(fail_on=fail_on)
    assert sum(map(run.fails, run.findings)) == failed
    assert run.failed == (failed > 0)


def test_json_gives_hostile_text_back_as_it_was() -> None:
    text = to_json(report(result(HOSTILE, HOSTILE)))
    text.encode("utf-8")
    data = json.loads(text)
    assert data["findings"][2]["message"] == HOSTILE
    assert data["files"][0]["path"] == HOSTILE
    assert text.count("\n") == len(text.splitlines())
    assert all(character.isprintable() or character == "\n" for character in text)


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_every_format_is_deterministic_utf8_text(name: str) -> None:
    write = REPORT_FORMATS[name]
    first = write(report(result(), result(HOSTILE, HOSTILE)))
    assert first == write(report(result(), result(HOSTILE, HOSTILE)))
    assert first.encode("utf-8")
    assert first.endswith("\n")


@given(st.text(max_size=40))
def test_visible_text_is_one_line_without_control_characters(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in shown)
    assert visible("é — «ok» 日本") == "é — «ok» 日本"
