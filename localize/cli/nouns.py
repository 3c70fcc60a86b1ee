"""A command group whose commands live in several modules, each imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


class Verb(NamedTuple):
    """A command that lives elsewhere: ``module:attribute``, and what the list in ``--help`` says of it."""

    path: str
    summary: str


class Noun(click.Group):
    """A group that imports most of its commands when they are used."""

    verbs: Mapping[str, Verb] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands at hand, then those of the table."""
        return [*super().list_commands(ctx), *self.verbs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command of the table."""
        if cmd_name not in self.verbs:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.verbs[cmd_name].path.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing those of the table."""
        own = [(name, super(Noun, self).get_command(ctx, name)) for name in super().list_commands(ctx)]
        rows = [(name, command.get_short_help_str(80)) for name, command in own if command]
        rows += [(name, verb.summary) for name, verb in self.verbs.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
