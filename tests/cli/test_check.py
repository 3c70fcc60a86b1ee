from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

ARTICLE = "# NATO meets\n\nThe Secretary-General of NATO spoke of 32 members on Monday.\n"
GOOD = "# A OTAN reúne-se\n\nO secretário-geral da OTAN falou de 32 membros na segunda-feira.\n"


@pytest.fixture(autouse=True)
def project(desk: Desk) -> None:
    desk.put("glossaries/terms.csv", "en,pt\nNATO,OTAN\nSecretary-General,secretário-geral\n")
    desk.put("localize.toml", 'from = "en"\n')
    desk.put("news/a.md", ARTICLE)


def test_a_good_translation_passes(desk: Desk) -> None:
    desk.put("output/pt/news/a.md", GOOD)
    done = desk("check", "news/a.md", "--to", "pt")
    assert done.exit_code == 0, done.stderr
    (totals,) = done.stdout.splitlines()
    assert totals.startswith("1 file, 2 segments, ")
    assert "terms: 3 satisfied, 0 repaired, 0 unresolved" in totals
    assert done.stderr == ""


def test_a_term_that_an_edit_has_lost_fails_with_its_place_in_the_article(desk: Desk) -> None:
    desk.put("output/pt/a.md", GOOD.replace("secretário-geral", "chefe"))
    done = desk("check", "news", "--to", "pt")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == (
        'news/a.md:3:5: term-missing "Secretary-General" should be "secretário-geral"'
    )


def test_without_paths_all_translations_are_checked(desk: Desk) -> None:
    desk.put("output/pt/news/a.md", GOOD.replace("32", "31"))
    desk.put("output/es/news/a.md", GOOD)
    done = desk("check", "--fail-on", "warning")
    assert done.exit_code == 1
    assert done.stdout.startswith("news/a.md:3:40: number-mismatch ")
    assert "2 files, 4 segments" in done.stdout


def test_the_languages_are_those_of_output_unless_named(desk: Desk) -> None:
    desk.put("output/pt/news/a.md", GOOD)
    done = desk("check")
    assert done.exit_code == 0, done.stderr
    assert "1 file, 2 segments" in done.stdout


def test_an_article_without_a_translation_is_told(desk: Desk) -> None:
    desk.put("news/b.md", ARTICLE)
    desk.put("output/pt/a.md", GOOD)
    done = desk("check", "news", "--to", "pt")
    assert done.exit_code == 0
    assert done.stderr == "note: news/b.md has no translation output/pt/b.md yet\n"


def test_nothing_to_check_is_an_error(desk: Desk) -> None:
    done = desk("check")
    assert done.exit_code == 2
    assert "there is nothing in output" in done.stderr


def test_the_report_is_that_of_translate(desk: Desk) -> None:
    desk.put("output/pt/news/a.md", GOOD.replace("OTAN falou", "aliança falou"))
    done = desk("check", "--report", "report.json")
    assert done.exit_code == 1
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert [(row["source"], row["verdict"]) for row in report["terms"]] == [
        ("NATO", "satisfied"),
        ("Secretary-General", "satisfied"),
        ("NATO", "unresolved"),
    ]
    assert report["totals"]["findings"]["error"] == 1


def test_nothing_is_written(desk: Desk) -> None:
    desk.put("output/pt/news/a.md", GOOD)
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    desk("check")
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
