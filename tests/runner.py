"""A stand-in for GitHub's runner: a project in a folder, and the steps of the action run in it, with the shell, variables and
files that GitHub documents."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
ACTION = ROOT / ".github" / "actions" / "translate"
ARTICLE = "# NATO meets\n\nThe Secretary-General of NATO spoke of 32 members on Monday.\n"


def load(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


class Runner:
    """A folder of a project, and scripts run in it as GitHub's runner does."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.temporary = folder / "temporary"
        self.bin = folder / "bin"
        for path in (self.project, self.temporary, self.bin):
            path.mkdir()
        self.program("localize", f'exec {shlex.quote(sys.executable)} -m localize "$@"')
        self.put("glossaries/terms.csv", "en,pt\nNATO,OTAN\nSecretary-General,secretário-geral\n")
        self.put("localize.toml", 'from = "en"\n')
        self.put("articles/a b.md", ARTICLE)

    def put(self, name: str, text: str) -> None:
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def program(self, name: str, script: str) -> None:
        (self.bin / name).write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the action."""
        return self.bash(f'"$GITHUB_ACTION_PATH/{script}"', **variables)

    def bash(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the text of a step, with the shell and the files that GitHub documents for ``shell: bash``."""
        files = {
            name: str(self.temporary / name)
            for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")
        }
        environment = {
            "PATH": f"{self.bin}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.temporary),
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_ACTION_PATH": str(ACTION),
            "GITHUB_REPOSITORY": "news/site",
            "GITHUB_JOB": "translate",
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.project,
            env=environment | files | variables,
            capture_output=True,
            text=True,
            check=False,
        )

    def outputs(self) -> Mapping[str, str]:
        lines = (self.temporary / "GITHUB_OUTPUT").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def uses(self, given: Mapping[str, str], context: Mapping[str, str]) -> Sequence[tuple[str, str, int]]:
        """Run the action as a step of a workflow uses it, to its end.

        Args:
            given: Inputs under ``with``.
            context: Values of further expressions, such as ``github.token``.

        Returns:
            Of each step that ran: its name, what it printed, its exit code.
        """
        action = load(ACTION / "action.yml")
        known = {name: str(given.get(name, one.get("default", ""))) for name, one in action["inputs"].items()}
        values = {f"inputs.{name}": value for name, value in known.items()} | dict(context)
        done = []
        for step in action["runs"]["steps"]:
            if not holds(step.get("if", ""), values):
                continue
            env = {name: expanded(value, values) for name, value in step.get("env", {}).items()}
            one = self.bash(step["run"], **env)
            done.append((step["name"], one.stdout + one.stderr, one.returncode))
            if step.get("id"):
                values |= {
                    f"steps.{step['id']}.outputs.{name}": value for name, value in self.outputs().items()
                }
            if one.returncode:
                break
        return done


def expanded(text: str, values: Mapping[str, str]) -> str:
    """Fill expressions in: only such as name one value, once more where that holds one itself."""
    for _ in range(2):
        text = re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: values.get(found[1], ""), text)
    return text


def holds(condition: str, values: Mapping[str, str]) -> bool:
    """Evaluate a condition made of ``name``, ``name == 'value'`` and ``&&``."""
    parts = [part.strip().partition(" == ") for part in condition.split("&&") if part.strip()]
    return all(
        values.get(name, "") == value.strip("'") if equal else values.get(name)
        for name, equal, value in parts
    )
