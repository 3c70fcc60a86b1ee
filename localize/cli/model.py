"""``localize model``: the models on this computer, and those that can come to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from localize.cli import console
from localize.cli.packages import INDEX, everywhere, install, open_index, remove, verify
from localize.engines.routes import reachable, route
from localize.languages import base, name

if TYPE_CHECKING:
    from localize.languages import Pair
    from localize.store import Offer

AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@click.group(no_args_is_help=False)
def model() -> None:
    """See which languages can be translated, and install more.

    Only this command uses the network, and only available and install do, when they are not given files.
    """


@model.command("list", epilog="Example: localize model list")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line: source, target, packages, paths."
)
def list_(*, as_json: bool) -> None:
    """List the pairs of languages that can be translated, and the Argos packages that do it.

    A pair without a package of its own goes through others, the fewest that lead there. Packages come with
    localize, are installed with localize model install, or for Argos Translate (argospm install translate-en_es), or
    lie in the folder that the setting models names.
    """
    newest = {package.pair: package for package in reversed(everywhere())}
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


@model.command(epilog="Example: localize model available es")
@click.argument("languages", nargs=-1, metavar="[LANGUAGE|PAIR...]")
@INDEX
@AS_JSON
def available(languages: tuple[str, ...], *, index: str | None, as_json: bool) -> int:
    """List what the index offers: pair, version, size, licence, and whether it is installed.

    With languages or pairs, only what has to do with one of them. The exit code is 1 when nothing is left. Size and
    licence are shown where the index names them; Argos' does not.
    """
    book = open_index(index)
    have = {(package.pair, package.version) for package in everywhere()}
    pairs = {package.pair for package in everywhere()}
    shown = [offer for pair, offer in sorted(book.newest().items()) if _wanted(pair, languages)]
    for offer in shown:
        state = (
            "installed"
            if (offer.pair, offer.version) in have
            else "other version"
            if offer.pair in pairs
            else ""
        )
        if as_json:
            console.json_line(
                {
                    "source": offer.pair.source,
                    "target": offer.pair.target,
                    "version": offer.version,
                    "size": offer.size or None,
                    "sha256": offer.sha256 or None,
                    "licence": offer.licence or None,
                    "links": list(offer.links),
                    "installed": state == "installed",
                }
            )
        else:
            console.line(_offered(offer, state))
    for remark in book.remarks:
        console.remark("warning", remark)
    if not shown:
        console.remark("note", f"{book.place} offers nothing for {', '.join(languages) or 'any pair'}")
    return int(not shown)


def _wanted(pair: Pair, languages: tuple[str, ...]) -> bool:
    return not languages or any(
        one
        in {
            pair.source,
            pair.target,
            base(pair.source),
            base(pair.target),
            str(pair),
            f"{pair.source}_{pair.target}",
        }
        for one in languages
    )


def _offered(offer: Offer, state: str) -> str:
    size = f"{offer.size / 1e6:,.0f} MB" if offer.size else ""
    facts = ", ".join(filter(None, (offer.version, size, offer.licence, state)))
    return f"{offer.pair}  {name(offer.pair.source)} to {name(offer.pair.target)}: {facts}"


for command in (install, remove, verify):
    model.add_command(command)
