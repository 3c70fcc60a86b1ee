"""Articles without words: what a project has as placeholders fails no job, it is copied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from localize.formats import FORMATS

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

TO = ("--to", "pt", "--no-glossary")
EMPTY = {f"en/none.{name}{one.extensions[0]}": "" for name, one in FORMATS.items()} | {
    "en/space.json": " \n",
    "en/space.xlf": "\n\n",
    "space.md": " \t\r\n\r\n",
    "mark.txt": "\ufeff\n",
}
WORDLESS = {
    "matter.md": "---\ndraft: true\ndate: 2026-11-24\n---\n",
    "code.md": "```python\nprint(1)\n```\n",
    "numbers.txt": "42\n\n17:30\n",
    "page.html": "<html><body><hr></body></html>\n",
    "en/keys.json": "{}\n",
    "en/keys.yml": "en: {}\n",
}


def test_articles_without_words_of_every_format_are_copied_and_stay_so(desk: Desk) -> None:
    for name, data in {**EMPTY, **WORDLESS}.items():
        desk.put(f"news/{name}", data)
    done = desk("translate", "news", *TO, "--export", "po", "--export", "xliff", "--export", "html")
    assert done.exit_code == 0, done.output
    for name, data in {**EMPTY, **WORDLESS}.items():
        assert Path("output/pt", name).read_bytes() == data.encode(), name
    assert "note: news/space.md is empty: copied as it is\n" in done.stderr
    assert "news/code.md: no words, copied -> output/pt/code.md\n" in done.stdout
    again = desk("translate", "news", *TO, "--export", "po", "--export", "xliff", "--export", "html")
    assert again.exit_code == 0
    assert f"{len(EMPTY) + len(WORDLESS)} unchanged" in again.stdout
    assert desk("check", "news", *TO).exit_code == 0


def test_front_matter_alone_is_copied_with_a_warning_where_its_language_cannot_be_told(desk: Desk) -> None:
    desk.put("docs/_index.md", "---\ntitle: Docs\nweight: 3\n---\n")
    done = desk("translate", "docs", *TO)
    assert done.exit_code == 0, done.output
    assert Path("output/pt/_index.md").read_text(encoding="utf-8") == "---\ntitle: Docs\nweight: 3\n---\n"
    assert (
        "warning: docs/_index.md: too little front matter to tell its language: copied as it is"
        in done.stderr
    )
    assert desk("translate", "docs", *TO, "--check").exit_code == 0
    assert desk("check", "docs", *TO).exit_code == 0
    told = desk("translate", "docs", *TO, "--from", "en", "--output", "told")
    assert told.exit_code == 0
    assert "title: Documentos" in Path("told/pt/_index.md").read_text(encoding="utf-8")


def test_front_matter_that_says_enough_is_translated(desk: Desk) -> None:
    desk.put("a.md", "---\ntitle: The ministers have not decided what to do with the old harbour\n---\n")
    assert desk("translate", "a.md", *TO).exit_code == 0
    assert "ministros" in Path("output/pt/a.md").read_text(encoding="utf-8")


def test_a_copy_of_an_empty_article_is_stale_when_the_article_is_written(desk: Desk) -> None:
    desk.put("a.md", "")
    assert desk("translate", "a.md", *TO).exit_code == 0
    assert desk("translate", "a.md", *TO, "--check").exit_code == 0
    desk.put("a.md", "The Prime Minister arrived in Brussels on Monday.\n")
    done = desk("translate", "a.md", *TO, "--check")
    assert done.exit_code == 1
    assert "the article has changed" in done.stdout


def test_of_standard_input_without_words_nothing_is_lost(desk: Desk) -> None:
    done = desk("translate", "-", *TO, given=b"\n\n")
    assert (done.exit_code, done.stdout) == (0, "\n\n")
    assert "nothing to translate; passed on as it is" in done.stderr
