"""Lines for people: data on standard output, all else on standard error, safe for any terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localize.errors import LocalizeError

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan", "hint": "green"}


def safe(text: str) -> str:
    """Spell out what could steer a terminal; lines stay lines."""
    from localize.exchange.visible import visible  # noqa: PLC0415 - not needed by --help

    return "\n".join(visible(line) for line in text.split("\n"))


def line(text: str, *, err: bool = False) -> None:
    """Write a line of data; *err* sends it to standard error, when standard output holds something else."""
    click.echo(safe(text), err=err)


def json_line(data: Mapping[str, object]) -> None:
    """Write an object as one line of JSON, in ASCII, which no terminal or reader takes amiss."""
    click.echo(json.dumps(data))


def plain(text: str) -> None:
    """Write to standard error as it is but for control characters."""
    click.echo(safe(text.rstrip("\n")), err=True)


def remark(kind: str, text: str) -> None:
    """Write ``kind: text`` to standard error, the kind in its colour on a terminal."""
    click.echo(f"{click.style(f'{kind}:', fg=COLOURS[kind])} {safe(text)}", err=True)


def problem(text: str, *, hint: str = "") -> None:
    """Write an error, and what to do about it, to standard error."""
    remark("error", text)
    if hint:
        remark("hint", hint)


def failure(path: str, error: LocalizeError) -> None:
    """Write what is wrong with one file of several; its path is named once."""
    message = str(error)
    problem(message if message.startswith(path) else f"{path}: {message}", hint=error.hint)
