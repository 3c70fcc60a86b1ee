"""The page of the README for pull requests: its workflow, run step by step as it stands there."""

from __future__ import annotations

import json
import re
import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from tests.runner import ARTICLE, ROOT, Runner, load

if TYPE_CHECKING:
    from pathlib import Path

CONTEXT = {"github.token": "secret", "github.event.pull_request.number": "7"}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """Give a project that has only what the page says, on a runner on which the action is installed."""
    runner = Runner(tmp_path)
    (runner.project / "localize.toml").unlink()
    runner.program(
        "gh", 'printf "%s|%s\\n" "$GH_TOKEN" "$*" >> calls; cp "$RUNNER_TEMP/localize/comment.md" . || true'
    )
    programs = runner.temporary / "localize-venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "localize").write_text(f'#!/bin/bash\nexec {shlex.quote(sys.executable)} -m localize "$@"\n')
    (programs / "localize").chmod(0o755)
    return runner


def inputs(tmp_path: Path) -> dict[str, str]:
    """Copy the workflow from the page; gives what it hands to the action, as the host does: all of it text."""
    (text,) = re.findall(
        r"```yaml\n(# \.github/workflows.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "translate.yml").write_text(text, encoding="utf-8")
    steps = load(tmp_path / "translate.yml")["jobs"]["translate"]["steps"]
    (given,) = [step["with"] for step in steps if ".github/actions/translate" in step.get("uses", "")]
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in given.items()
    }


@pytest.mark.model
def test_a_pull_request_is_translated_and_commented_by_what_the_page_says(
    runner: Runner, tmp_path: Path
) -> None:
    done = runner.uses(inputs(tmp_path), CONTEXT)
    assert [(name, code) for name, _, code in done] == [
        ("Install", 0),
        ("Translate", 0),
        ("Comment", 0),
        ("Result", 0),
    ], done
    translation = (runner.project / "output" / "pt" / "a b.md").read_text(encoding="utf-8")
    assert "secretário-geral da OTAN" in translation
    assert "32" in translation
    comment = (runner.project / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith("<!-- localize: translate -->\n## localize: passed\n")
    calls = (runner.project / "calls").read_text(encoding="utf-8").splitlines()
    assert calls[1].startswith("secret|api --silent --method POST repos/news/site/issues/7/comments ")


def test_findings_fail_the_job_after_the_comment(runner: Runner) -> None:
    runner.put("output/pt/a b.md", "# A NATO\n\nO chefe falou de 33 membros.\n")
    given = {"command": "check", "paths": "articles", "to": "pt", "comment": "true"}
    done = runner.uses(given, CONTEXT)
    assert [(name, code) for name, _, code in done][1:] == [("Translate", 0), ("Comment", 0), ("Result", 1)]
    assert "::error file=articles/a b.md,line=3" in done[1][1]


def test_outside_a_pull_request_nothing_is_commented(runner: Runner) -> None:
    given = {
        "paths": "articles",
        "to": "pt",
        "comment": "true",
        "arguments": "--engine\necho\n--no-glossary",
        "fail-on": "never",
    }
    done = runner.uses(given, {"github.token": "secret"})
    assert [name for name, _, _ in done] == ["Install", "Translate", "Result"]
    assert done[-1][2] == 0, done
    assert (runner.project / "output" / "pt" / "a b.md").read_text(encoding="utf-8") == ARTICLE


def test_models_are_installed_before_and_one_that_is_not_there_stops_the_job(runner: Runner) -> None:
    runner.put("empty.json", json.dumps([]))
    runner.put("localize.toml", 'index = "empty.json"\n')
    done = runner.uses({"models": "en-es\nen-fr", "paths": "articles", "to": "pt"}, CONTEXT)
    ((name, said, code),) = done
    assert (name, code) == ("Install", 2)
    assert "en-es" in said


def test_what_the_job_does_not_say_the_project_says(runner: Runner) -> None:
    """An input that is not given must not win over the configuration."""
    runner.put(
        "localize.toml",
        'from = "en"\nto = ["pt"]\nengine = "echo"\nfail_on = "warning"\non_bad = "keep-source"\nglossary = []\n'
        '[[folders]]\npath = "articles"\noutput = "site"\n',
    )
    done = runner.uses({}, CONTEXT)
    assert (runner.project / "site" / "pt" / "a b.md").read_text(encoding="utf-8") == ARTICLE
    assert not (runner.project / "output" / "pt").exists()
    assert "title=source-kept" in done[1][1]
    assert done[-1] == ("Result", "", 1)
