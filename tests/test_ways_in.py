"""What others build on: the GitHub action, the GitLab job, the hooks of pre-commit, the image, the README's workflow.

Files are held to the schemas of their hosts; scripts are run as a runner runs them.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pre_commit.clientlib import load_manifest

from localize.formats import FORMATS
from tests.runner import ACTION, ARTICLE, ROOT, Runner, load

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPTS = sorted(ACTION.glob("*.sh"))
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PROGRAMS = Path(sys.executable).parent

GOOD = "# A OTAN reúne-se\n\nO secretário-geral da OTAN falou de 32 membros na segunda-feira.\n"
BAD = GOOD.replace("secretário-geral", "chefe")


def held_against(schema: str, path: Path, *more: str) -> str:
    """Hold a file to the schema of its host; gives what is wrong with it, empty: nothing."""
    words = [str(PROGRAMS / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *more, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_the_action_is_one_that_github_takes() -> None:
    assert held_against("github-actions", ACTION / "action.yml") == ""


def test_the_job_is_one_that_gitlab_takes() -> None:
    assert held_against("gitlab-ci", ROOT / ".gitlab" / "localize.yml", "--data-transform", "gitlab-ci") == ""


def test_the_workflow_in_the_readme_is_one_that_github_takes(tmp_path: Path) -> None:
    (text,) = re.findall(
        r"```yaml\n(# \.github/workflows.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    path = tmp_path / "translate.yml"
    path.write_text(text, encoding="utf-8")
    assert held_against("github-workflows", path) == ""
    steps = load(path)["jobs"]["translate"]["steps"]
    (used,) = [step["with"] for step in steps if ".github/actions/translate" in step.get("uses", "")]
    assert used.keys() <= load(ACTION / "action.yml")["inputs"].keys()


def test_the_schemas_would_tell_of_a_key_that_they_do_not_know(tmp_path: Path) -> None:
    text = (ACTION / "action.yml").read_text(encoding="utf-8")
    (tmp_path / "action.yml").write_text(text.replace("using: composite", "using: compost"), encoding="utf-8")
    assert "compost" in held_against("github-actions", tmp_path / "action.yml")


def test_inputs_reach_scripts_as_variables_only() -> None:
    """An input in the text of a script would be run as a part of it."""
    steps = load(ACTION / "action.yml")["runs"]["steps"]
    assert not [step["run"] for step in steps if "${{" in step["run"]]
    given = "".join(str(step.get("env", "")) + str(step.get("if", "")) for step in steps)
    assert not [name for name in load(ACTION / "action.yml")["inputs"] if f"inputs.{name}" not in given]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_has_nothing_that_shellcheck_holds_against_it(script: Path) -> None:
    done = subprocess.run([PROGRAMS / "shellcheck", script], capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""
    assert os.access(script, os.X_OK)


def test_a_run_annotates_reports_and_passes_its_exit_code_on(runner: Runner) -> None:
    runner.put("output/pt/a b.md", BAD)
    done = runner.run(
        "translate.sh", COMMAND="check", PATHS="articles\n", TO="pt", OUTPUT="output", FAIL_ON="error"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        '::error file=articles/a b.md,line=3,col=5,title=term-missing (pt)::"Secretary-General" should be '
        '"secretário-geral"\n'
    )
    outputs = runner.outputs()
    assert outputs["exit-code"] == "1"
    summary = Path(outputs["summary"]).read_text(encoding="utf-8")
    assert summary.startswith("## localize: failed\n")
    assert (runner.temporary / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8") == summary
    assert json.loads(Path(outputs["report"]).read_text(encoding="utf-8"))["totals"]["findings"]["error"] == 1
    assert json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_paths_with_blanks_and_options_that_are_words_stay_what_they_are(runner: Runner) -> None:
    runner.put("output/pt/articles/a b.md", GOOD)
    done = runner.run(
        "translate.sh", COMMAND="check", PATHS="articles/a b.md\n\n", TO=" pt\n", GLOSSARY="glossaries/terms.csv",
        ARGUMENTS="--domain\n$(touch owned)\n",
    )  # fmt: skip
    assert runner.outputs()["exit-code"] == "0", done.stderr
    assert not (runner.project / "owned").exists()


def test_a_run_translates_by_default(runner: Runner) -> None:
    done = runner.run(
        "translate.sh",
        PATHS="articles",
        TO="pt",
        ARGUMENTS="--engine\necho\n--no-glossary",
        ON_BAD="keep-source",
        FAIL_ON="never",
    )
    assert runner.outputs()["exit-code"] == "0", done.stderr
    assert (runner.project / "output" / "pt" / "a b.md").read_text(encoding="utf-8") == ARTICLE
    assert (
        "::warning file=articles/a b.md,line=3,col=1,title=source-kept (pt)::left in English: " in done.stdout
    )


PROJECT = 'from = "en"\nto = ["pt"]\nengine = "echo"\n\n[[folders]]\npath = "news"\nglossary = []\n'


def test_without_paths_a_run_does_the_project_or_else_the_folder_articles(runner: Runner) -> None:
    runner.run("translate.sh", TO="pt", PATHS="\n", ARGUMENTS="--engine\necho\n--no-glossary")
    assert (runner.project / "output" / "pt" / "a b.md").exists()
    runner.put("localize.toml", PROJECT)
    runner.put("news/world/c.md", ARTICLE)
    done = runner.run("translate.sh")
    assert runner.outputs()["exit-code"] == "0", done.stderr
    assert (runner.project / "output" / "pt" / "news" / "world" / "c.md").exists()
    runner.put("localize.toml", PROJECT + 'too = "pt"\n')
    done = runner.run("translate.sh")
    assert runner.outputs()["exit-code"] == "2"
    assert "error: localize.toml:8: folders[1].too: unknown key" in done.stderr


def test_a_run_that_fails_at_once_still_has_a_summary(runner: Runner) -> None:
    done = runner.run("translate.sh", PATHS="nowhere", TO="pt")
    assert done.returncode == 0
    assert runner.outputs()["exit-code"] == "2"
    assert "nowhere" in done.stderr
    assert "the log says why" in (runner.temporary / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


def commented(runner: Runner, answer: str) -> tuple[subprocess.CompletedProcess[str], Sequence[str]]:
    """Write a comment with a program in gh's place, which notes what it is asked and answers a request for comments."""
    runner.program("gh", f'printf "%s\\n" "$*" >> calls\n[ "$2" = --silent ] || {answer}')
    folder = runner.temporary / "localize"
    folder.mkdir()
    (folder / "summary.md").write_text("## localize: passed\n", encoding="utf-8")
    done = runner.run(
        "comment.sh", SUMMARY=str(folder / "summary.md"), PULL_REQUEST="7", GITHUB_REPOSITORY="news/site", GITHUB_JOB="pt",
    )  # fmt: skip
    return done, (runner.project / "calls").read_text(encoding="utf-8").splitlines()


def test_the_first_run_of_a_job_writes_a_comment(runner: Runner) -> None:
    done, calls = commented(runner, "true")
    assert done.returncode == 0, done.stderr
    body = runner.temporary / "localize" / "comment.md"
    assert calls[1] == f"api --silent --method POST repos/news/site/issues/7/comments --field body=@{body}"
    assert body.read_text(encoding="utf-8") == "<!-- localize: pt -->\n## localize: passed\n"


def test_later_runs_write_it_anew(runner: Runner) -> None:
    done, calls = commented(runner, "echo 4711")
    assert done.returncode == 0, done.stderr
    assert calls[1].startswith("api --silent --method PATCH repos/news/site/issues/comments/4711 ")


def test_a_token_that_may_not_comment_fails_nothing(runner: Runner) -> None:
    done, _ = commented(runner, "exit 1")
    assert done.returncode == 0
    assert done.stdout.startswith(
        "::warning title=localize::the summary could not be put on the pull request"
    )


def test_the_hooks_are_such_as_pre_commit_takes() -> None:
    assert {hook["language"] for hook in load_manifest(str(HOOKS))} == {"python"}


@pytest.mark.parametrize(
    ("hook", "words", "code"),
    [
        ("localize-check", ["articles", "--to", "pt"], 1),
        ("localize-check", [], 2),  # nothing says where the articles are
        ("localize-stale", ["articles", "--to", "pt", "--engine", "echo"], 1),
        ("localize-glossary", ["glossaries/terms.csv"], 0),
    ],
)
def test_a_hook_runs_with_its_arguments_and_files(
    runner: Runner, hook: str, words: list[str], code: int
) -> None:
    runner.put("output/pt/a b.md", BAD)
    entry = next(one["entry"] for one in load_manifest(str(HOOKS)) if one["id"] == hook)
    command = [sys.executable, "-m", *shlex.split(entry), *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=runner.project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr


def test_the_hooks_need_no_arguments_in_a_project(runner: Runner) -> None:
    runner.put("localize.toml", PROJECT)
    runner.put("news/c.md", ARTICLE)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def run(*words: str) -> int:
        command = [sys.executable, "-m", "localize", *words]
        return subprocess.run(command, cwd=runner.project, env=environment, check=False).returncode

    entries = {one["id"]: shlex.split(one["entry"])[1:] for one in load_manifest(str(HOOKS))}
    assert run(*entries["localize-stale"]) == 1
    assert run("translate") == 0
    assert run(*entries["localize-stale"]) == 0
    assert run(*entries["localize-check"]) == 0


def test_the_hooks_look_at_every_kind_of_article_and_at_what_translations_depend_on() -> None:
    names = [f"news/A{extension}" for one in FORMATS.values() for extension in one.extensions]
    names += ["glossaries/un.csv", "memory/en-pt.tmx", "localize.toml", "news/A.MD"]
    for hook in load_manifest(str(HOOKS))[:2]:
        assert [name for name in names if not re.search(hook["files"], name)] == []
        assert not re.search(hook["files"], "src/app.py")


def test_the_image_takes_in_what_its_build_copies() -> None:
    lines = (ROOT / ".docker" / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [
        word
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for word in line.split()[1:-1]
    ]
    ignored = (ROOT / ".docker" / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied
    for name in copied:
        assert (ROOT / name).exists()
        assert f"!{name}" in ignored
