from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk

BASE = "id,en,pt\nmayor,Mayor,prefeito\nsummit,summit,cúpula\n"
OURS = BASE.replace("cúpula", "cimeira")
THEIRS = BASE.replace("prefeito", "alcaide")


def put(desk: Desk, base: str, ours: str, theirs: str) -> tuple[str, str, str]:
    for name, text in (("base.csv", base), ("ours.csv", ours), ("theirs.csv", theirs)):
        desk.put(name, text)
    return "base.csv", "ours.csv", "theirs.csv"


def test_merge_writes_our_file(desk: Desk) -> None:
    done = desk("glossary", "merge", *put(desk, BASE, OURS, THEIRS))
    assert done.exit_code == 0
    assert (desk.folder / "ours.csv").read_text(encoding="utf-8") == OURS.replace("prefeito", "alcaide")


def test_merge_reports_conflicts_and_exits_with_1(desk: Desk) -> None:
    names = put(desk, BASE, OURS, BASE.replace("cúpula", "cume"))
    done = desk("glossary", "merge", *names, "--path", "glossaries/terms.csv")
    assert done.exit_code == 1
    assert done.stdout == (
        "glossaries/terms.csv:3: summit: pt: conflict: 'cimeira' here, 'cume' there, 'cúpula' before; kept what is here\n"
    )


def test_merge_can_leave_our_file_alone(desk: Desk) -> None:
    done = desk("glossary", "merge", *put(desk, BASE, OURS, THEIRS), "--output", "-")
    assert done.stdout == OURS.replace("prefeito", "alcaide")
    assert (desk.folder / "ours.csv").read_text(encoding="utf-8") == OURS


def test_git_merges_glossaries_with_it(desk: Desk, tmp_path: Path) -> None:
    def git(*words: str) -> subprocess.CompletedProcess[str]:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        return subprocess.run(
            ["git", *who, *words], cwd=tmp_path / "desk", capture_output=True, text=True, check=False
        )

    def commit(text: str) -> None:
        desk.put("terms.csv", text)
        git("add", ".")
        git("commit", "-m", "terms")

    git("init", "-b", "main")
    git(
        "config", "merge.localize.driver", f"'{sys.executable}' -m localize glossary merge --path %P %O %A %B"
    )
    desk.put(".gitattributes", "*.csv merge=localize\n")
    commit(BASE)
    git("checkout", "-b", "theirs")
    commit(BASE.replace("summit,", "truce,truce,trégua\nsummit,", 1))
    git("checkout", "main")
    commit(BASE.replace("summit,", "treaty,treaty,tratado\nsummit,", 1))
    done = git("merge", "theirs")
    assert done.returncode == 0, done.stdout + done.stderr
    text = (desk.folder / "terms.csv").read_text(encoding="utf-8")
    assert sorted(text.splitlines()) == sorted(
        [*BASE.splitlines(), "truce,truce,trégua", "treaty,treaty,tratado"]
    )


def test_diff_is_read_by_people(desk: Desk) -> None:
    put(desk, BASE, OURS, "")
    done = desk("glossary", "diff", "base.csv", "ours.csv")
    assert done.exit_code == 0
    assert done.stdout == "~ summit\n    pt: cúpula -> cimeira\n"
    assert desk("glossary", "diff", "base.csv", "ours.csv", "--exit-code").exit_code == 1


def test_diff_is_read_by_machines(desk: Desk) -> None:
    put(desk, BASE, BASE + "truce,truce,trégua\n", "")
    done = desk("glossary", "diff", "base.csv", "ours.csv", "--json")
    assert json.loads(done.stdout) == {
        "concept": "truce",
        "change": "added",
        "cells": {
            "id": {"before": "", "after": "truce"},
            "en": {"before": "", "after": "truce"},
            "pt": {"before": "", "after": "trégua"},
        },
    }


def test_a_folder_is_compared_with_a_file(desk: Desk) -> None:
    desk.put("glossaries/a.csv", "id,en,pt\nmayor,Mayor,prefeito\n")
    desk.put("glossaries/b.csv", "id,en,pt\nsummit,summit,cúpula\n")
    desk.put("base.csv", BASE)
    assert desk("glossary", "diff", "base.csv", "glossaries", "--exit-code").exit_code == 0
