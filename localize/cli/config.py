"""``localize config``: the settings in force."""

from __future__ import annotations

import click

from localize import config as configuration
from localize.cli import console, settings


@click.group(no_args_is_help=False)
def config() -> None:
    """See the settings and where each comes from."""


@config.command(epilog="Example: localize config show")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line: key, value, origin (and folder)."
)
def show(*, as_json: bool) -> None:
    """Print every setting with its value and where that comes from: a file, the environment, or the default.

    Settings stand in localize.toml, here or in a folder above, else under [tool.localize] in pyproject.toml;
    LOCALIZE_TO and the like win over the file, options over both.

    Of the folders of a project, what they have of their own follows, each with the place of its translations. In JSON,
    those settings have a key folder, too.
    """
    config = settings.resolve()
    targets = {str(one.path): one.config.output / "LANGUAGE" / one.config.under for one in config.folders}
    for setting in configuration.show(config):
        if as_json:
            console.json_line(
                {key: value for key, value in setting._asdict().items() if key != "folder" or value}
            )
            continue
        if setting.folder and setting.key == "path":
            console.line(f"\n[[folders]]  # translations go to {targets[setting.folder]}")
        console.line(f"{setting.key} = {_written(setting.value)}  ({setting.origin})")


def _written(value: str | int | list[str] | None) -> str:
    """Write a value the way TOML does; None is a key that is not set."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return "not set" if value is None else str(value)
