from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click
import pytest

from localize import __version__
from localize.cli.root import COMMANDS

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

HEAVY = ("argostranslate", "ctranslate2", "langdetect", "polib", "simplemma", "sentencepiece", "tree_sitter")


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", [["--help"], ["--version"], []])
def test_starting_is_cheap(words: list[str]) -> None:
    done = python(
        f"import sys; sys.argv = ['localize', *{words}]\n"
        "from localize.__main__ import main\n"
        "try:\n    main()\n"
        f"finally:\n    print([name for name in {HEAVY} if name in sys.modules])\n"
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert done.returncode == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_leads_to_commands(name: str) -> None:
    module, _, attribute = COMMANDS[name].path.partition(":")
    command = getattr(import_module(module), attribute)
    assert isinstance(command, click.Command)
    assert command.name == name


def test_help_lists_every_command(desk: Desk) -> None:
    done = desk("--help")
    assert done.exit_code == 0
    listed = [line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines() if line.strip()]
    assert listed[: len(COMMANDS)] == list(COMMANDS)


def test_without_a_command_help_is_shown(desk: Desk) -> None:
    assert desk().stdout == desk("--help").stdout


def test_the_version_is_that_of_the_package(desk: Desk) -> None:
    assert desk("--version").stdout == f"localize {__version__}\n"


def test_python_m_localize_is_the_same_command() -> None:
    words = [sys.executable, "-m", "localize", "--version"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout == f"localize {__version__}\n"


def test_a_mistyped_command_is_an_error_with_a_guess(desk: Desk) -> None:
    done = desk("trnslate", "a.md")
    assert done.exit_code == 2
    assert done.stdout == ""
    error, hint = done.stderr.splitlines()
    assert error == "error: no command is called 'trnslate'"
    assert hint.startswith("hint: did you mean translate? commands: translate, check, ")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["translate", "--bogus"], "No such option '--bogus'."),
        (["segment"], "Missing argument 'PATH'."),
        (["glossary"], "Missing command."),
        (["translate", "a.md", "--beam", "wide"], "'wide' is not a valid integer."),
    ],
)
def test_a_wrong_usage_is_one_line_and_a_hint(desk: Desk, words: list[str], error: str) -> None:
    done = desk(*words)
    assert done.exit_code == 2
    first, second = done.stderr.splitlines()
    assert first.startswith("error: ")
    assert error in first
    assert second == f"hint: localize {words[0]} --help shows how it is used"


def test_a_wrong_setting_names_file_and_key(desk: Desk) -> None:
    desk.put("localize.toml", 'fail-on = "error"\n')
    done = desk("config", "show")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: localize.toml:1: fail-on: unknown key\nhint: did you mean fail_on?")


def test_what_a_file_says_cannot_steer_the_terminal(desk: Desk) -> None:
    desk.put("terms.csv", "en,pt\n\x1b[2Jterm\x07,x\n")
    done = desk("glossary", "list", "terms.csv")
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x07" not in done.stdout + done.stderr


BUG = """
import sys
import localize.cli.config as module
def show(*_, **__):
    raise ValueError('the article has \\x1b[31m no end')
module.configuration.show = show
sys.argv = ['localize', {words}]
from localize.__main__ import main
main()
"""


def test_a_bug_is_one_line_with_what_to_do_and_exit_code_3() -> None:
    done = python(BUG.format(words="'config', 'show'"))
    assert done.returncode == 3
    first, second = done.stderr.splitlines()
    assert first == "error: this is a bug in localize: ValueError: the article has \\x1b[31m no end"
    assert "LOCALIZE_DEBUG=1" in second
    assert "report" in second


def test_with_debug_a_bug_shows_where_it_is() -> None:
    done = python(BUG.format(words="'--debug', 'config', 'show'"))
    assert done.returncode == 3
    assert "Traceback (most recent call last)" in done.stderr
    assert "in show" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error() -> None:
    words = f"{sys.executable} -m localize rule | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 141
