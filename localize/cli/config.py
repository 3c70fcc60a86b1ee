"""``localize config``: the settings in force."""

from __future__ import annotations

import click

from localize import config as configuration
from localize.cli import console, settings


@click.group(no_args_is_help=False)
def config() -> None:
    """See the settings and where each comes from."""


@config.command(epilog="Example: localize config show")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: key, value, origin.")
def show(*, as_json: bool) -> None:
    """Print every setting with its value and where that comes from: a file, the environment, or the default.

    Settings stand in localize.toml, here or in a folder above, else under [tool.localize] in pyproject.toml;
    LOCALIZE_TO and the like win over the file, options over both.
    """
    for setting in configuration.show(settings.resolve()):
        if as_json:
            console.json_line(setting._asdict())
        else:
            console.line(f"{setting.key} = {_written(setting.value)}  ({setting.origin})")


def _written(value: str | int | list[str] | None) -> str:
    """Write a value the way TOML does; None is a key that is not set."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return "not set" if value is None else str(value)
