"""The README, held to: what it says to type works, and prints what it says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import localize
from localize.cli.root import cli
from localize.config import load
from tests.test_layers import LAYERS, MODULES

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(localize.__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
INSTALL = (
    "python3 -m venv .venv && .venv/bin/pip install . && "
    ".venv/bin/localize translate tests/data/articles/summit.md --to pt"
)
TEST = ".venv/bin/pip install '.[test]' && .venv/bin/pytest"


def blocks(kind: str) -> list[str]:
    """Give the code blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    """Give the words of every call of localize in the shell blocks, in order, without the program's name."""
    found = []
    for block in blocks("sh"):
        for line in block.splitlines():
            for call in re.split(r"&&|\|", line.split("  #")[0]):
                words = shlex.split(call)
                if words and Path(words[0]).name == "localize":
                    found.append(words[1:])
    return found


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a copy of what the README speaks of the current folder."""
    shutil.copytree(ROOT / "tests" / "data", tmp_path / "tests" / "data")
    shutil.copytree(ROOT / "glossaries", tmp_path / "glossaries")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


def run(words: list[str]) -> Result:
    return CliRunner().invoke(cli, words, input="The Prime Minister arrived in Brussels.\n")


def test_the_two_commands_for_a_fresh_machine_stand_as_they_are_run() -> None:
    assert f"{INSTALL}\n" in blocks("sh")
    assert f"{TEST}\n" in blocks("sh")


@pytest.mark.model
@pytest.mark.usefixtures("copy")
def test_every_command_of_the_readme_runs() -> None:
    assert len(commands()) > 12
    for words in commands():
        done = run(words)
        assert done.exit_code in {0, 1}, f"{words}: {done.stderr}"
        assert done.stdout or words[0] == "check", words


@pytest.mark.model
@pytest.mark.usefixtures("copy")
def test_the_first_command_prints_what_the_readme_shows() -> None:
    (shown,) = (block.splitlines() for block in blocks("text"))
    printed = run(commands()[0]).stdout.splitlines()

    def terms(lines: list[str]) -> list[str]:
        """Take the terms only: how often a repair was needed may differ from one processor to another."""
        return [line[33:].split("  (")[0] for line in lines if line[31:33] == "  " and line[33:34].strip()]

    assert terms(printed) == terms(shown)
    assert [line.split()[:2] for line in printed[:3]] == [line.split()[:2] for line in shown[:3]]
    assert re.sub(r"\d", "", printed[-1]) == re.sub(r"\d", "", shown[-1])


@pytest.mark.usefixtures("copy")
def test_the_configuration_of_the_readme_is_valid() -> None:
    for block, folders in zip(blocks("toml"), ([], ["news", "site/content/en"]), strict=True):
        Path("localize.toml").write_text(block, encoding="utf-8")
        config = load(Path())
        assert config is not None
        assert config.to == ("pt",)
        assert [str(folder.path) for folder in config.folders] == folders


@pytest.mark.parametrize("page", ["README.md", "localize/README.md"])
def test_links_lead_to_files(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_the_map_names_every_part_of_the_package_and_no_other() -> None:
    text = (ROOT / "localize" / "README.md").read_text(encoding="utf-8")
    places = text.partition("## Places")[2].partition("## ")[0]
    named = {name.rstrip("/") for name in re.findall(r"^\| `([^`]+)`", places, re.MULTILINE)}
    named = {name.removesuffix(".py").partition("/")[0] for name in named}
    parts = {
        path.stem
        for path in (ROOT / "localize").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert named - {"models"} == parts - {"__init__", "__main__"}


def test_the_map_has_every_part_in_its_layer() -> None:
    text = (ROOT / "localize" / "README.md").read_text(encoding="utf-8")
    for layer, parts in LAYERS.items():
        (row,) = re.findall(rf"^\| {layer} \| ([^|]+) \|", text, re.MULTILINE)
        there = {part for part in parts if part in MODULES} - {"__init__"}
        assert set(re.findall(r"`([^`]+)`", row)) == there
