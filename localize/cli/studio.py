"""``localize studio``: the page on which translators look after the glossary."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize.cli import console, settings
from localize.errors import LocalizeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.config import Config
    from localize.studio.desk import Desk

NEEDED = ("jinja2", "multipart", "starlette", "uvicorn")
"""Packages of the extra ``studio``, by the names under which they are imported."""


@click.command(epilog="Example: localize studio articles --to pt")
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path), metavar="[ARTICLE...]")
@settings.language_options
@settings.glossary_options
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="NUMBER", help="Default: any that is free."
)
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
def studio(
    articles: tuple[Path, ...],
    *,
    to: tuple[str, ...],
    source: str | None,
    glossary: tuple[Path, ...],
    no_glossary: bool,
    domain: tuple[str, ...],
    port: int,
    no_browser: bool,
) -> None:
    """Open the page for translators in the browser: look after the glossary, review translations.

    ARTICLE is a file or a folder, as for translate; without any, the folders of the project in localize.toml, else what
    has translations in output. The page is served
    to this computer alone, under an address that holds a secret, until Ctrl-C. It comes with the extra: pip install 'localize[studio]'.
    """
    if any(find_spec(package) is None for package in NEEDED):
        raise LocalizeError("the studio is not installed", hint="pip install 'localize[studio]' installs it")
    given = settings.glossary_paths(glossary, none=no_glossary)
    config = settings.resolve(source=source, to=to, glossary=given, domains=domain)
    _serve(config, articles, port, browse=not no_browser)


def _serve(config: Config, articles: Sequence[Path], port: int, *, browse: bool) -> None:
    """Make the desk of a configuration, and serve its pages."""
    server = import_module(
        "localize.studio.server"
    )  # by name, when it is known to be there: only the extra brings it
    here = server.Studio.open(desk_of(config, articles), port=port)
    console.line(here.address)
    console.remark("note", "open this address in a browser of this computer; Ctrl-C ends")
    if browse:
        webbrowser.open(here.address)
    here.run()


def desk_of(config: Config, articles: Sequence[Path]) -> Desk:
    """Make the desk of a configuration: of a project, with the glossaries and languages of all its folders."""
    desk = import_module("localize.studio.desk")
    workspace = import_module("localize.studio.workspace")
    every = (config, *(folder.config for folder in config.folders))
    default = (config.root / settings.GLOSSARIES,)
    paths = [path for one in every for path in (default if one.glossary is None else one.glossary)]
    targets = [target for one in every for target in one.to]
    made: Desk = desk.Desk(
        workspace.Workspace(tuple(dict.fromkeys(paths))),
        replace(config, to=tuple(dict.fromkeys(targets))),
        articles,
        lambda: settings.open_engine(config),
    )
    return made
