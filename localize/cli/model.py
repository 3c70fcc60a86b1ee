"""``localize model``: the models on this computer."""

from __future__ import annotations

import click

from localize.cli import console, settings
from localize.engines import packages
from localize.engines.routes import reachable, route
from localize.languages import name


@click.group(no_args_is_help=False)
def model() -> None:
    """See which languages can be translated."""


@model.command("list", epilog="Example: localize model list")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line: source, target, packages, paths."
)
def list_(*, as_json: bool) -> None:
    """List the pairs of languages that can be translated, and the Argos packages that do it.

    A pair without a package of its own goes through others, the fewest that lead there. Packages come with
    localize, or are installed for Argos Translate (argospm install translate-en_es), or lie in the folder that the
    setting models names.
    """
    config = settings.resolve()
    folders = [*([config.models] if config.models else []), packages.user_folder(), packages.shipped_folder()]
    newest = {package.pair: package for package in reversed(packages.find(folders))}
    for pair in sorted(reachable(newest)):
        steps = [newest[step] for step in route(pair, newest)]
        if as_json:
            console.json_line(
                {
                    "source": pair.source,
                    "target": pair.target,
                    "packages": [step.name for step in steps],
                    "paths": [str(step.path) for step in steps],
                }
            )
        else:
            through = " + ".join(step.name for step in steps)
            console.line(f"{pair}  {name(pair.source)} to {name(pair.target)}: {through}")
