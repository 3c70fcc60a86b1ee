"""``exclude`` in the configuration: what a project holds beside its articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

SETTINGS = 'from = "en"\nto = ["pt"]\nengine = "echo"\nglossary = []\n'
FOLDERS = '\n[[folders]]\npath = "news"\n'


def test_what_is_left_out_of_a_project_is_left_out_of_every_command(desk: Desk) -> None:
    desk.put("localize.toml", SETTINGS + 'exclude = ["drafts", "README.md"]\n' + FOLDERS)
    for name in ("news/a.md", "news/README.md", "news/drafts/b.md"):
        desk.put(name, "The minister left.\n")
    assert desk("translate").exit_code == 0
    assert [path.name for path in Path("output").rglob("*.md")] == ["a.md"]
    for words in (["translate", "--check"], ["translate", "--dry-run"], ["detect"], ["check"]):
        done = desk(*words)
        assert done.exit_code == 0, done.output
        assert "README" not in done.output
        assert "drafts" not in done.output


def test_a_translation_of_what_is_left_out_now_is_told_to_be_left_over(desk: Desk) -> None:
    desk.put("localize.toml", SETTINGS)
    desk.put("news/a.md", "The minister left.\n")
    desk.put("news/drafts/b.md", "The minister came.\n")
    assert desk("translate", "news").exit_code == 0
    desk.put("localize.toml", SETTINGS + 'exclude = ["drafts"]\n')
    done = desk("translate", "news", "--check")
    assert done.exit_code == 0
    assert "note: output/pt/drafts/b.md is left over: its article is gone, or left out\n" in done.stderr
    assert "a.md is left over" not in done.stderr
