from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.errors import FormatError, InputError
from localize.exchange import Baseline, FindingRow, Place
from tests.exchange.build import HOSTILE, report, result

if TYPE_CHECKING:
    from pathlib import Path

HERE = Place("news/nato.md", "pt")
ELSEWHERE = Place("news/eu.md", "pt")
FOUND = report().findings


def saved(path: Path, *found: FindingRow, place: Place = HERE) -> Baseline:
    """Make findings known, by way of a file."""
    first = Baseline()
    first.new(place, found)
    path.write_text(first.renewed(), encoding="utf-8")
    return Baseline.load(path)


def test_without_a_file_everything_is_new() -> None:
    assert Baseline().new(HERE, FOUND) == FOUND


def test_what_was_written_is_known(tmp_path: Path) -> None:
    baseline = saved(tmp_path / "known.json", *FOUND)
    assert baseline.new(HERE, FOUND) == ()
    assert baseline.known == 3
    assert baseline.stale() == ()


def test_a_finding_stays_known_when_lines_move_and_its_message_changes(tmp_path: Path) -> None:
    baseline = saved(tmp_path / "known.json", *FOUND)
    later = [replace(one, line=one.line + 40, message="another") for one in FOUND]
    assert baseline.new(HERE, later) == ()


def test_one_more_of_the_same_is_new(tmp_path: Path) -> None:
    baseline = saved(tmp_path / "known.json", FOUND[1], FOUND[1])
    assert baseline.new(HERE, [FOUND[1]] * 3) == (FOUND[1],)


def test_another_language_of_the_same_file_is_not_known(tmp_path: Path) -> None:
    baseline = saved(tmp_path / "known.json", *FOUND)
    spanish = report(result(language="es")).findings
    assert baseline.new(Place("news/nato.md", "es"), spanish) == spanish


def test_what_is_not_found_any_more_is_stale_once_its_file_was_looked_at(tmp_path: Path) -> None:
    baseline = saved(tmp_path / "known.json", *FOUND)
    assert baseline.stale() == ()
    baseline.new(HERE, FOUND[:1])
    assert [entry.check for entry in baseline.stale()] == ["number-mismatch", "term-missing"]


def test_what_stood_in_a_file_that_is_gone_is_stale(tmp_path: Path) -> None:
    baseline = saved(tmp_path / "known.json", FOUND[1])
    assert [entry.check for entry in baseline.stale({"news/nato.md"})] == ["term-missing"]
    assert json.loads(baseline.renewed({"news/nato.md"}))["findings"] == []


def test_renewing_keeps_what_was_not_looked_at(tmp_path: Path) -> None:
    other = report(result("news/eu.md")).findings[1]
    first = Baseline()
    first.new(HERE, FOUND)
    first.new(ELSEWHERE, [other])
    (tmp_path / "known.json").write_text(first.renewed(), encoding="utf-8")
    baseline = Baseline.load(tmp_path / "known.json")
    baseline.new(HERE, FOUND[:1])
    rows = json.loads(baseline.renewed())["findings"]
    assert [(row["file"], row["check"]) for row in rows] == [
        ("news/eu.md", "term-missing"),
        ("news/nato.md", "length-ratio"),
    ]


def test_the_file_can_be_read_and_compared_by_people() -> None:
    baseline = Baseline()
    baseline.new(HERE, [FOUND[1], FOUND[1]])
    data = json.loads(baseline.renewed())
    (row,) = data["findings"]
    assert data["version"] == 1
    assert row.pop("identity") == FOUND[1].identity
    assert row == {
        "file": "news/nato.md",
        "language": "pt",
        "check": "term-missing",
        "message": '"NATO" should be "OTAN"',
        "count": 2,
    }


@given(st.permutations(FOUND), st.permutations([HERE, ELSEWHERE]))
def test_the_order_of_findings_and_files_does_not_show(found: list[FindingRow], places: list[Place]) -> None:
    def written(order: list[FindingRow], of: list[Place]) -> str:
        baseline = Baseline()
        for place in of:
            baseline.new(place, order)
        return baseline.renewed()

    assert written(found, places) == written(list(FOUND), [HERE, ELSEWHERE])


def test_hostile_text_survives_the_file(tmp_path: Path) -> None:
    found = report(result(HOSTILE, HOSTILE)).findings
    baseline = saved(tmp_path / "known.json", *found, place=Place(HOSTILE, "pt"))
    assert baseline.new(Place(HOSTILE, "pt"), found) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"findings": []}',
        '{"version": 1, "findings": [{}]}',
        '{"version": 1, "findings": [{"file": 1}]}',
        '{"version": 1, "findings": 5}',
        "[" * 100_000,
        (
            '{"version": 1, "findings": [{"file": "a", "language": "pt", "check": "c", "message": "m", '
            '"identity": "i", "count": 0}]}'
        ),
        "\xff",
    ],
)
def test_a_file_that_is_no_baseline_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(FormatError, match=r"known\.json: is no baseline") as caught:
        Baseline.load(path)
    assert "--write-baseline" in caught.value.hint


def test_a_later_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text('{"version": 2, "findings": []}', encoding="utf-8")
    with pytest.raises(FormatError, match="is of version 2"):
        Baseline.load(path)


def test_a_file_that_is_missing_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file") as caught:
        Baseline.load(tmp_path / "known.json")
    assert "--write-baseline" in caught.value.hint


def test_what_is_known_of_a_sentence_is_known_of_its_block_and_the_other_way_round(tmp_path: Path) -> None:
    """``translate`` has sentences, ``check`` has blocks."""
    (sentence,) = (replace(FOUND[1], identity="sentence", block="block"),)
    block = replace(sentence, identity="block")
    assert saved(tmp_path / "known.json", sentence).new(HERE, [block]) == ()
    assert saved(tmp_path / "known.json", block).new(HERE, [sentence]) == ()
    neighbour = replace(sentence, identity="neighbour")
    assert saved(tmp_path / "known.json", sentence).new(HERE, [neighbour]) == (neighbour,)
    assert saved(tmp_path / "known.json", sentence).new(HERE, [block, block]) == (block,)


def test_what_a_run_cannot_find_is_neither_missed_nor_dropped(tmp_path: Path) -> None:
    saved(tmp_path / "known.json", *FOUND)
    blind = Baseline.load(tmp_path / "known.json", blind=["term-missing"])
    blind.new(HERE, [])
    assert {entry.check for entry in blind.stale()} == {"length-ratio", "number-mismatch"}
    assert [row["check"] for row in json.loads(blind.renewed())["findings"]] == ["term-missing"]


def test_a_file_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    row = replace(FOUND[1], block=FOUND[1].identity)
    baseline = saved(tmp_path / "known.json", row)
    assert '"block"' not in (tmp_path / "known.json").read_text(encoding="utf-8")
    assert baseline.new(HERE, [row]) == ()
