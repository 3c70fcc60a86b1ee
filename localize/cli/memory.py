"""``localize memory``: translations that people have approved, taken in, counted, given out, thrown away."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from localize import writing
from localize.cli import console, settings
from localize.errors import LocalizeError
from localize.exchange import tmx
from localize.exchange.taking import take
from localize.languages import normalise
from localize.memory import Book, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.exchange.bitext import Bitext
    from localize.memory import Conflict

_MOST_TOLD = 20
_SHOWN = 60
PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")


def _named(_context: click.Context, _option: click.Parameter, folder: Path | None) -> Path:
    return folder or settings.memory_folder(settings.resolve())


FOLDER = click.option(
    "--memory", "folder", type=click.Path(path_type=Path, file_okay=False), callback=_named, metavar="DIR",
    help="Folder of approved translations. Default: the first folder of the configuration, else memory.",
)  # fmt: skip


@click.group()
def memory() -> None:
    """Keep translations that people have approved; translate uses them before any model."""


@memory.command("import", epilog="Example: localize memory import output/pt/news/summit.md.po")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--state",
    type=click.Choice(["translated", "reviewed", "final"]),
    default="reviewed",
    help="Least state that is taken, where a file names states. Default: reviewed.",
)
@FOLDER
def import_(paths: tuple[Path, ...], *, state: str, folder: Path) -> int:
    """Take in PO, XLIFF 1.2 and 2, and TMX files that people have reviewed.

    Fuzzy and untranslated entries, and those in a state below --state, are left out and counted, with the reason. The
    exit code is 1 when two entries translate one sentence in one place differently; the last one is kept.
    """
    entries: list[Bitext] = []
    failed = 0
    for path in paths:
        try:
            taken = take(path, least=state)
        except LocalizeError as error:
            console.failure(str(path), error)
            failed += 1
            continue
        entries += taken.entries
        for reason, lines in taken.reasons().items():
            console.remark("note", f"{path}: left out {_some(lines)}: {reason}")
    change = Book(folder).add(entries)
    for conflict in change.conflicts[:_MOST_TOLD]:
        console.remark("warning", _conflict(conflict))
    console.line(
        f"{change.added:,} added, {change.replaced:,} replaced, {change.same:,} there already"
        + (f", {len(change.conflicts):,} conflicts" if change.conflicts else "")
        + "".join(f" -> {path}" for path in change.paths)
    )
    return 2 if failed else int(bool(change.conflicts))


@memory.command(epilog="Example: localize memory stats")
@PATHS
@click.option("--json", "as_json", is_flag=True, help="One JSON object a pair of languages.")
def stats(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Count approved translations, by pair of languages, state and article."""
    with_all = list(_open(paths))
    for pair in sorted({entry.pair for entry in with_all}):
        own = [entry for entry in with_all if entry.pair == pair]
        states = Counter(entry.state or "reviewed" for entry in own)
        documents = {entry.document for entry in own if entry.document}
        sources = {entry.source.plain for entry in own}
        if as_json:
            console.json_line(
                {
                    "source": pair.source, "target": pair.target, "entries": len(own), "sentences": len(sources),
                    "articles": len(documents), "states": dict(sorted(states.items())),
                }
            )  # fmt: skip
        else:
            said = ", ".join(f"{count:,} {name}" for name, count in sorted(states.items()))
            console.line(f"{pair}: {len(own):,} entries ({said}), {len(documents):,} articles")
    if not with_all:
        if not as_json:
            console.line("0 entries")
        console.remark("note", "nothing is approved yet; localize memory import takes reviewed files")


@memory.command(epilog="Example: localize memory export --to pt --output approved.tmx")
@PATHS
@click.option("--from", "source", metavar="LANGUAGE", help="Only from this language.")
@click.option("--to", "target", metavar="LANGUAGE", help="Only into this language.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Default: standard output."
)
def export(paths: tuple[Path, ...], *, source: str | None, target: str | None, output: Path | None) -> None:
    """Write approved translations as one TMX file for other tools."""
    wanted = [(0, normalise(source))] if source else []
    wanted += [(1, normalise(target))] if target else []
    entries = [entry for entry in _open(paths) if all(entry.pair[side] == tag for side, tag in wanted)]
    sources = sorted({entry.pair.source for entry in entries})
    text = tmx.write(entries, sources[0] if len(sources) == 1 else "*all*")
    if output is None:
        click.echo(text, nl=False)
    else:
        writing.write(output, text.encode())
    console.remark("note", f"{len(entries):,} entries written")


@memory.command(epilog="Example: localize memory clear --document news/summit.md --yes")
@click.option(
    "--document", multiple=True, metavar="PATH", help="Only what belongs to this article; repeatable."
)
@click.option("--to", "target", metavar="LANGUAGE", help="Only into this language.")
@click.option("--all", "everything", is_flag=True, help="Everything.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@FOLDER
def clear(
    *, document: tuple[str, ...], target: str | None, everything: bool, yes: bool, folder: Path
) -> None:
    """Throw approved translations away: of an article, into a language, or all."""
    if everything == bool(document or target):
        raise click.UsageError("say what: --document PATH, --to LANGUAGE, or --all")
    tag = normalise(target) if target else ""

    def unwanted(entry: Bitext) -> bool:
        return (not document or entry.document in document) and (not tag or entry.pair.target == tag)

    if not folder.is_dir():
        console.remark("note", f"there is no folder {folder}")
        return
    count = sum(map(unwanted, Memory.open([folder])))
    if count and not yes:
        click.confirm(f"Throw {count:,} approved translations away?", abort=True, err=True)
    console.line(f"{Book(folder).remove(unwanted):,} thrown away")


def _open(paths: tuple[Path, ...]) -> Iterator[Bitext]:
    yield from settings.open_memory(settings.resolve(memory=paths))


def _some(lines: Sequence[int]) -> str:
    places = ", ".join(map(str, lines[:5])) + (", ..." if len(lines) > 5 else "")
    return f"{len(lines):,} (line {places})"


def _conflict(conflict: Conflict) -> str:
    first, second = conflict
    place = f"{second.document} {second.segment}".strip()
    return (
        f"two translations of '{_cut(second.source.plain)}'{f' in {place}' if place else ''}: "
        f"'{_cut(first.target.plain)}' and '{_cut(second.target.plain)}'; the last one is kept"
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
