"""``localize model``: the models on this computer, and those that can come to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from localize.cli import console
from localize.cli.packages import (
    FIREFOX,
    INDEX,
    everywhere,
    firefox_folders,
    install,
    open_index,
    open_models,
    remove,
    verify,
)
from localize.engines import firefox
from localize.engines.routes import reachable, route
from localize.languages import base, name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from localize.languages import Pair
    from localize.store import Index, ModelOffer, Offer

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
    """List the pairs of languages that can be translated, and the Argos packages and Firefox models that do it.

    A pair without a package of its own goes through others, the fewest that lead there. Packages come with
    localize, are installed with localize model install, or for Argos Translate (argospm install translate-en_es), or
    lie in the folder that the setting models names.
    """
    newest = {package.pair: (package.name, package.path) for package in reversed(everywhere())}
    _list("", newest, as_json=as_json)
    foxes = {
        pair: (one.weights.parent.name, one.weights.parent)
        for pair, one in firefox.find(firefox_folders()).items()
    }
    _list(FIREFOX, foxes, as_json=as_json)


def _list(mark: str, found: Mapping[Pair, tuple[str, Path]], *, as_json: bool) -> None:
    """Write the pairs that models of one kind serve, each with the models along its route."""
    for pair in sorted(reachable(found)):
        steps = [found[step] for step in route(pair, found)]
        if as_json:
            console.json_line(
                {
                    "engine": mark.removesuffix(":") or "argos",
                    "source": pair.source,
                    "target": pair.target,
                    "packages": [named for named, _ in steps],
                    "paths": [str(path) for _, path in steps],
                }
            )
        else:
            through = " + ".join(named for named, _ in steps)
            console.line(f"{mark}{pair}  {name(pair.source)} to {name(pair.target)}: {through}")


@model.command(epilog="Example: localize model available es")
@click.argument("languages", nargs=-1, metavar="[LANGUAGE|PAIR...]")
@INDEX
@AS_JSON
def available(languages: tuple[str, ...], *, index: str | None, as_json: bool) -> int:
    """List what the index offers: pair, version, size, licence, and whether it is installed.

    With languages or pairs, only what has to do with one of them. firefox: lists Firefox's models, firefox:es those for
    Spanish. The exit code is 1 when nothing is left. Size and licence are shown where the index names them; Argos' does
    not.
    """
    foxes = tuple(one.removeprefix(FIREFOX) for one in languages if one.startswith(FIREFOX))
    others = tuple(one for one in languages if not one.startswith(FIREFOX))
    shown = 0
    if others or not foxes:
        have = {package.pair: package.version for package in everywhere()}
        shown += _offers("", open_index(index), others, have, as_json=as_json)
    if foxes:
        there = {pair: one.weights.parent.name for pair, one in firefox.find(firefox_folders()).items()}
        wanted = () if "" in foxes else foxes
        shown += _offers(FIREFOX, open_models(index), wanted, there, as_json=as_json)
    return int(not shown)


def _offers(
    mark: str, book: Index[Any], languages: tuple[str, ...], have: Mapping[Pair, str], *, as_json: bool
) -> int:
    """Write what an index offers, and give how much that is."""
    shown = [offer for pair, offer in sorted(book.newest().items()) if _wanted(pair, languages)]
    for offer in shown:
        now = have.get(offer.pair, "")
        same = now in {offer.version, getattr(offer, "name", "")}
        state = "installed" if now and same else "other version" if now else ""
        if as_json:
            console.json_line(
                {
                    "engine": mark.removesuffix(":") or "argos",
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
            console.line(f"{mark}{_offered(offer, state)}")
    for remark in book.remarks:
        console.remark("warning", remark)
    if not shown:
        console.remark("note", f"{book.place} offers nothing for {', '.join(languages) or 'any pair'}")
    return len(shown)


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


def _offered(offer: Offer | ModelOffer, state: str) -> str:
    size = f"{offer.size / 1e6:,.0f} MB" if offer.size else ""
    facts = ", ".join(filter(None, (offer.version, size, offer.licence, state)))
    return f"{offer.pair}  {name(offer.pair.source)} to {name(offer.pair.target)}: {facts}"


for command in (install, remove, verify):
    model.add_command(command)
