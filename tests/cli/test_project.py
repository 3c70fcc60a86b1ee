"""A project in ``localize.toml``: every command does its folders when no path is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

NEWSROOM = """\
from = "en"
to = ["pt"]
engine = "echo"

[[folders]]
path = "news"
glossary = ["un.csv"]

[[folders]]
path = "site/en"
output = "site"
"""


@pytest.fixture(autouse=True)
def newsroom(desk: Desk) -> None:
    """Set up a project of two folders, with a term in one of them."""
    desk.put("localize.toml", NEWSROOM)
    desk.put("un.csv", "en,pt\ncouncil,Conselho\n")
    desk.put("news/world/strike.md", "# Strike\n\nThe council met.\n")
    desk.put("site/en/index.md", "The council is here.\n")


def test_translate_without_paths_does_the_project(desk: Desk) -> None:
    done = desk("translate")
    assert done.exit_code == 0, done.stderr
    assert "news/world/strike.md: " in done.stdout
    assert (
        Path("output/pt/news/world/strike.md").read_text(encoding="utf-8")
        == "# Strike\n\nThe Conselho met.\n"
    )
    assert Path("site/pt/index.md").read_text(encoding="utf-8") == "The council is here.\n"
    assert "2 files (2 unchanged)" in desk("translate").stdout
    assert "1 file (1 unchanged)" in desk("translate", "news/world/strike.md").stdout


def test_check_tells_what_is_out_of_date_in_the_whole_project(desk: Desk) -> None:
    desk("translate")
    assert desk("translate", "--check").exit_code == 0
    desk.put("un.csv", "en,pt\ncouncil,Assembleia\n")
    done = desk("translate", "--check")
    assert done.exit_code == 1
    assert (
        "news/world/strike.md -> output/pt/news/world/strike.md: stale: the glossary has changed: council"
        in done.stdout
    )
    assert "site/en/index.md -> site/pt/index.md: up to date" in done.stdout


def test_dry_run_shows_the_terms_of_each_folder(desk: Desk) -> None:
    lines = desk("translate", "--dry-run").stdout.splitlines()
    assert [line for line in lines if "term" in line] == [
        "news/world/strike.md:3:5: term council -> Conselho"
    ]


def test_translations_are_checked_and_languages_told_for_the_whole_project(desk: Desk) -> None:
    desk("translate")
    done = desk("check", "--report-format", "json")
    report = json.loads(done.stdout)
    assert [file["path"] for file in report["files"]] == ["news/world/strike.md", "site/en/index.md"]
    assert [term["verdict"] for term in report["terms"]] == ["satisfied"]
    assert [glossary["path"] for glossary in report["glossaries"]] == ["un.csv"]
    rows = [json.loads(line) for line in desk("detect", "--json").stdout.splitlines()]
    assert [row["path"] for row in rows] == ["news/world/strike.md", "site/en/index.md"]


def test_settings_are_shown_with_the_folders_and_where_their_translations_go(desk: Desk) -> None:
    shown = desk("config", "show").stdout
    assert (
        '\n[[folders]]  # translations go to output/LANGUAGE/news\npath = "news"  (localize.toml)\n' in shown
    )
    assert "\n[[folders]]  # translations go to site/LANGUAGE\n" in shown
    assert 'output = "site"  (localize.toml: site/en)\n' in shown
    rows = [json.loads(line) for line in desk("config", "show", "--json").stdout.splitlines()]
    assert rows[-1] == {
        "key": "output",
        "value": "site",
        "origin": "localize.toml: site/en",
        "folder": "site/en",
    }


def test_a_mistake_in_a_folder_is_one_clear_error(desk: Desk) -> None:
    desk.put("localize.toml", NEWSROOM + 'domain = ["un"]\n')
    done = desk("translate")
    assert done.exit_code == 2
    assert done.stderr.startswith(
        "error: localize.toml:12: folders[2].domain: unknown key\nhint: did you mean domains? keys: path, from, to, "
    )


def test_an_article_named_in_two_ways_without_a_project_is_told(desk: Desk) -> None:
    desk.put("localize.toml", 'from = "en"\nto = ["pt"]\nengine = "echo"\n')
    assert desk("translate", "news").exit_code == 0
    done = desk("translate", "news/world/strike.md")
    assert (
        "warning: news/world/strike.md has two translations, output/pt/news/world/strike.md and "
        "output/pt/world/strike.md: delete what is out of use\nhint: [[folders]] in localize.toml"
        in done.stderr
    )
    assert "has two translations" in desk("translate", "news", "--check").stderr
    Path("output/pt/world/strike.md").unlink()
    assert "has two translations" not in desk("translate", "news/world/strike.md").stderr


def test_the_glossaries_of_a_project_are_those_of_its_folders_each_by_itself(desk: Desk) -> None:
    desk.put("site.csv", "en,pt\ncouncil,Câmara\nmayor,prefeita\n")
    desk.put("localize.toml", NEWSROOM + 'glossary = ["site.csv"]\n')
    done = desk("glossary", "validate")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "3 concepts in 2 files: 0 remarks, 0 errors" in done.stderr
    assert "mayor" in desk("glossary", "list").stdout


def test_what_is_imported_goes_where_translating_looks_for_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved = (
        'msgid ""\nmsgstr "Language: pt\\nX-Source-Language: en\\n"\n\nmsgid "Strike"\nmsgstr "Greve"\n'
    )
    desk.put("approved.po", approved)
    monkeypatch.chdir("news")
    assert "1 added" in desk("memory", "import", "../approved.po").stdout
    assert [path.name for path in Path("../memory").iterdir()] == ["en-pt.tmx"]
    monkeypatch.chdir("..")
    assert desk("translate", "-q").exit_code == 0
    assert Path("output/pt/news/world/strike.md").read_text(encoding="utf-8").startswith("# Greve\n")
    desk.put("localize.toml", 'memory = ["reviewed"]\n' + NEWSROOM)
    desk("memory", "import", "approved.po")
    assert Path("reviewed/en-pt.tmx").is_file()


def test_the_glossary_is_held_against_all_articles_of_the_project(desk: Desk) -> None:
    done = desk("glossary", "stats", "--glossary", "un.csv")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.split()[:4] == ["2", "in", "2", "files"]
    desk.put("site/en/more.md", "Marta Voss spoke. Then Marta Voss left.\n")
    assert "Marta Voss" in desk("glossary", "suggest").stdout
    Path("localize.toml").unlink()
    done = desk("glossary", "stats")
    assert done.exit_code == 2
    assert "there is no project, which names its own" in done.stderr
