"""The command ``localize``: the table of commands, and what every error looks like."""

from __future__ import annotations

import io
import os
import sys
import traceback
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from localize import __version__
from localize.cli import console
from localize.errors import LocalizeError

if TYPE_CHECKING:
    from collections.abc import Sequence

DEBUG = "LOCALIZE_DEBUG"
"""Environment variable that makes errors show where they were raised, like ``--debug``."""

USAGE, BUG, BROKEN_PIPE, INTERRUPTED = 2, 3, 141, 130


class Entry(NamedTuple):
    """A line of the table of commands: ``module:attribute``, and what the list in ``--help`` says of it."""

    path: str
    summary: str


COMMANDS = {
    "translate": Entry("localize.cli.translate:translate", "Translate article files."),
    "check": Entry("localize.cli.check:check", "Check the translations that are there, without translating."),
    "detect": Entry("localize.cli.detect:detect", "Tell which language articles are in."),
    "segment": Entry("localize.cli.segment:segment", "Split an article into sentences."),
    "glossary": Entry("localize.cli.glossary:glossary", "Look after the glossary, and exchange it."),
    "memory": Entry("localize.cli.memory:memory", "Keep and use translations that people have approved."),
    "model": Entry("localize.cli.model:model", "See which languages can be translated; install more."),
    "doctor": Entry("localize.cli.doctor:doctor", "Show what is installed, and whether it works."),
    "studio": Entry(
        "localize.cli.studio:studio", "Open the page on which translators look after the glossary."
    ),
    "rule": Entry("localize.cli.rule:rule", "Explain what a check looks for."),
    "config": Entry("localize.cli.config:config", "See the settings and where each comes from."),
}


class Root(click.Group):
    """A group that imports a command when it is used, and turns errors into messages and exit codes.

    0 clean; 1 findings; 2 usage, configuration, input or missing model; 3 a bug; 130 interrupted.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """List the names of the table, in its order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].path.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names, or guess what was meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            guess = f"did you mean {near[0]}? " if near else ""
            raise LocalizeError(
                f"no command is called '{args[0]}'", hint=f"{guess}commands: {', '.join(COMMANDS)}"
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; when the reader of our output has left, stop without a word, since nobody is there."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(BROKEN_PIPE) from None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002, ARG002 - click's signature
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,
    ) -> NoReturn:
        """Run a command line and exit with the code of the contract."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            code = super().main(
                args,
                prog_name,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
            sys.stdout.flush()
        except BaseException as error:  # noqa: BLE001 - the last place there is
            sys.exit(_report(error))
        sys.exit(code if isinstance(code, int) else 0)


@click.group(
    cls=Root,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: localize translate articles --to pt",
)
@click.version_option(__version__, message="localize %(version)s")
@click.option("--debug", is_flag=True, help=f"Show where an error was raised (also: {DEBUG}=1).")
@click.pass_context
def cli(ctx: click.Context, *, debug: bool) -> None:
    """Translate article files offline, with every name, title and term the way your glossary says.

    Translations go to output/LANGUAGE/, with a verdict for every glossary term. Each command has its own --help.
    """
    if debug:
        os.environ[DEBUG] = "1"
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _report(error: BaseException) -> int:
    """Say what went wrong, in a line and a hint, and give the exit code."""
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        console.problem("interrupted")
        return INTERRUPTED
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else USAGE
    if os.environ.get(DEBUG):
        console.plain("".join(traceback.format_exception(error)))
    if isinstance(error, LocalizeError):
        console.problem(str(error), hint=error.hint)
        return USAGE
    if isinstance(error, click.ClickException):
        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "localize"
        console.problem(error.format_message(), hint=f"{command} --help shows how it is used")
        return USAGE
    console.problem(
        f"this is a bug in localize: {type(error).__name__}: {error}",
        hint=f"set {DEBUG}=1, run the same command again, and report what it prints together with the file it failed on",
    )
    return BUG
