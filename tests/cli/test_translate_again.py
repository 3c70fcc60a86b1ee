"""``localize translate`` over articles that were translated before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

SUMMIT = "# NATO meets\n\nThe Secretary-General of NATO spoke to reporters in Brussels on Monday.\n"
STRIKE = "# The strike ends\n\nThe strike in Paris ended on Monday, the ministry said.\n"
TERMS = "en,pt\nNATO,OTAN\nSecretary-General,secretário-geral\n"
GO = ("translate", "news", "--from", "en", "--to", "pt")


def tree(folder: str = "output") -> dict[str, bytes]:
    found = (path for path in Path(folder).rglob("*") if path.is_file() and ".localize" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(found)}


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Put two articles and a glossary on the desk."""
    desk.put("news/strike.md", STRIKE)
    desk.put("news/summit.md", SUMMIT)
    desk.put("glossaries/terms.csv", TERMS)
    return desk


@pytest.mark.model
def test_a_run_without_news_says_how_much_is_unchanged(desk: Desk) -> None:
    first = desk(*GO)
    assert first.exit_code == 0, first.stderr
    before = tree()
    second = desk(*GO)
    assert second.exit_code == 0, second.stderr
    assert second.stdout.splitlines()[-1].startswith("2 files (2 unchanged), 4 segments, ")
    assert "-> output" not in second.stdout
    assert tree() == before


@pytest.mark.model
def test_check_lists_what_is_stale_and_why_and_its_exit_code_says_so(desk: Desk) -> None:
    desk(*GO)
    done = desk(*GO, "--check")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == [
        "news/strike.md -> output/pt/strike.md: up to date",
        "news/summit.md -> output/pt/summit.md: up to date",
    ]
    desk.put("glossaries/terms.csv", TERMS.replace("OTAN", "Aliança"))
    before = tree()
    done = desk(*GO, "--check")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:2] == [
        "news/strike.md -> output/pt/strike.md: up to date",
        "news/summit.md -> output/pt/summit.md: stale: the glossary has changed: nato",
    ]
    assert tree() == before
    desk.put("news/broken.txt", "")
    Path("news/broken.txt").write_bytes(b"caf\xe9")
    assert desk(*GO, "--check").exit_code == 2


@pytest.mark.model
def test_quiet_leaves_what_somebody_has_to_look_at(desk: Desk) -> None:
    done = desk(*GO, "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert desk(*GO, "--check", "--quiet").stdout == ""
    desk.put("news/strike.md", STRIKE + "\nThe strike in Lyon goes on.\n")
    done = desk(*GO, "--check", "--quiet")
    assert (done.exit_code, done.stdout) == (
        1,
        "news/strike.md -> output/pt/strike.md: stale: the article has changed\n",
    )


@pytest.mark.model
def test_one_edited_entry_translates_the_sentences_that_have_its_term(desk: Desk) -> None:
    desk(*GO)
    before = tree()
    desk.put("glossaries/terms.csv", TERMS.replace("OTAN", "Aliança"))
    done = desk(*GO, "--report", "report.json")
    assert done.exit_code == 0, done.stderr
    totals = json.loads(Path("report.json").read_text(encoding="utf-8"))["totals"]
    assert (totals["segments"], totals["from_memory"], totals["from_engine"]) == (4, 2, 2)
    assert tree()["pt/strike.md"] == before["pt/strike.md"]
    assert "Aliança" in tree()["pt/summit.md"].decode()


@pytest.mark.model
def test_an_edited_translation_is_kept_told_and_only_replaced_when_forced(desk: Desk) -> None:
    desk(*GO)
    desk.put("output/pt/summit.md", "Reescrito.\n")
    done = desk(*GO)
    assert done.exit_code == 0
    assert (
        done.stderr == "note: output/pt/summit.md was edited by hand: left as it is (--force makes it anew)\n"
    )
    desk.put("news/summit.md", SUMMIT + "\nTalks go on.\n")
    done = desk(*GO, "--fail-on", "warning")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == (
        "news/summit.md:1:1: output-edited output/pt/summit.md was edited by hand and is out of date: left as it is"
    )
    assert tree()["pt/summit.md"] == b"Reescrito.\n"
    desk.put("localize.toml", 'exclude_checks = ["output-edited", "wrong-language"]\n')
    assert "output-edited" not in desk(*GO, "--fail-on", "warning").stdout
    assert tree()["pt/summit.md"] == b"Reescrito.\n"
    done = desk(*GO, "--force")
    assert done.exit_code == 0
    assert done.stderr == (
        "note: news/summit.md: what was edited by hand is now output/.localize/edited/pt/summit.md\n"
    )
    assert b"OTAN" in tree()["pt/summit.md"]


@pytest.mark.model
def test_without_state_the_bytes_are_the_same_and_nothing_is_remembered(desk: Desk) -> None:
    desk(*GO)
    done = desk(*GO, "--no-state", "--output", "other")
    assert done.exit_code == 0, done.stderr
    assert tree("other") == tree()
    assert not Path("other/.localize").exists()
    desk.put("news/summit.md", SUMMIT + "\nTalks go on.\n")
    done = desk(*GO, "--no-state", "--output", "other")  # which cannot know whether anybody has edited it
    assert done.stderr == (
        "note: news/summit.md: what was there before is now other/.localize/edited/pt/summit.md\n"
    )


@pytest.mark.model
def test_processes_of_one_run_use_its_glossary_memory_and_settings(desk: Desk) -> None:
    desk.put(
        "memory/en-pt.tmx",
        '<tmx version="1.4"><header srclang="en" segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext"'
        ' creationtool="x" creationtoolversion="1"/><body><tu><prop type="state">final</prop>'
        '<tuv xml:lang="en"><seg>The strike ends</seg></tuv><tuv xml:lang="pt"><seg>Acaba a greve</seg></tuv>'
        "</tu></body></tmx>",
    )
    alone = desk(*GO, "--export", "po", "--output", "alone")
    together = desk(*GO, "--export", "po", "--jobs", "2")
    assert (alone.exit_code, together.exit_code, together.stderr) == (0, 0, "")
    assert "# Acaba a greve" in tree()["pt/strike.md"].decode()
    assert "OTAN" in tree()["pt/summit.md"].decode()
    assert tree() == tree("alone")
    assert together.stdout.splitlines()[:-1] == alone.stdout.replace("alone/", "output/").splitlines()[:-1]


@pytest.mark.model
def test_two_runs_at_once_on_one_folder_lose_and_break_nothing(desk: Desk) -> None:
    for number in range(6):
        desk.put(f"news/{number}.md", SUMMIT + f"\nThe minister spoke {number + 2} times.\n")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "localize", *GO, "--threads", "1"]
    runs = [subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [run.communicate()[1] for run in runs] == ["", ""]
    assert [run.returncode for run in runs] == [0, 0]
    assert desk(*GO, "--no-state", "--output", "alone").exit_code == 0
    assert tree() == tree("alone")
    assert desk(*GO).stdout.splitlines()[-1].startswith("8 files (8 unchanged), ")
