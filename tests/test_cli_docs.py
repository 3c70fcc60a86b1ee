"""Every command explains itself, and the README names it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

import localize
from localize.cli.root import COMMANDS, cli

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (Path(localize.__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def walk(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command that does something, with the words that lead to it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from walk(inner, (*path, name))


ALL = dict(walk(cli))
EVERY = pytest.mark.parametrize("path", ALL, ids=" ".join)


def help_of(path: tuple[str, ...]) -> str:
    done = CliRunner().invoke(cli, [*path, "--help"], prog_name="localize")
    assert done.exit_code == 0
    return done.stdout


@EVERY
def test_a_command_says_what_it_does_and_gives_an_example_of_itself(path: tuple[str, ...]) -> None:
    text = " ".join(help_of(path).split())
    assert text.startswith(f"Usage: localize {' '.join(path)}")
    assert f"Example: localize {' '.join(path)} " in f"{text} "


@EVERY
def test_every_option_is_explained(path: tuple[str, ...]) -> None:
    for parameter in ALL[path].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{' '.join(path)} {parameter.opts}"


@EVERY
def test_examples_use_options_that_exist(path: tuple[str, ...]) -> None:
    known = {option for parameter in ALL[path].params for option in parameter.opts}
    used = re.findall(r"--[a-z-]+", ALL[path].epilog or "")
    assert set(used) <= known


@EVERY
def test_help_fits_a_terminal(path: tuple[str, ...]) -> None:
    assert max(map(len, help_of(path).splitlines())) <= 100


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_the_command(name: str) -> None:
    assert f"localize {name}" in README
