"""``localize model install``, ``remove`` and ``verify``: packages on this computer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from localize.cli import console, settings
from localize.cli.progress import Progress
from localize.engines import firefox, packages
from localize.engines.routes import route
from localize.errors import LocalizeError, ModelError, UnsupportedPairError
from localize.languages import base, parse_pair
from localize.store import DEFAULT_INDEX, MOZILLA, Locks, Store, digest, hashes, read_index, read_models

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from localize.engines.packages import ModelPackage
    from localize.languages import Pair
    from localize.store import Index, Installed, ModelOffer, Offer

LOCK = Path("localize.lock")
"""The lock file of a project; used when it is there, made when ``--lock`` names it."""

FIREFOX = "firefox:"
"""What stands before a pair when Firefox's models are meant."""

INDEX = click.option(
    "--index",
    metavar="ADDRESS",
    help="Address or file of an index. Default: the setting index, else Argos'; for Firefox models, firefox_index, "
    "else Mozilla's.",
)
INTO = click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the packages. Default: your own.",
)
LOCK_OPTION = click.option(
    "--lock",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Lock file to hold to and to keep. Default: localize.lock, if it is here.",
)


@click.command(epilog="Example: localize model install en-es es-en --lock localize.lock")
@click.argument("names", nargs=-1, required=True, metavar="PAIR|FILE...")
@INDEX
@INTO
@LOCK_OPTION
@click.option("--locked", is_flag=True, help="Install only what the lock file knows.")
@click.option("--accept-changed", is_flag=True, help="Take a package that has changed since it was recorded.")
def install(
    names: tuple[str, ...], *, index: str | None, into: Path | None, lock: Path | None, **how: bool
) -> None:
    """Install packages: a PAIR such as en-es from the index, or a FILE such as en_es.argosmodel from disk.

    firefox:en-es is Firefox's model for that pair. An index may be a file; a path that it names is looked for from where
    it lies, so that a copy of Mozilla's files installs on a machine without a network.

    A package is fetched (an interrupted download goes on where it stopped), checked, loaded on trial, and appears whole
    or not at all. Its size and SHA-256 are written to a lock file when it is first seen, and a changed file is refused
    from then on. Commit the file that --lock names, and every machine runs the same models.
    """
    store = Store(into or packages.own_folder(), _load)
    locks = Locks(_lock_files(store, lock), strict=how["locked"], accept=how["accept_changed"])
    books: dict[bool, Index[Any]] = {}
    for one in names:
        if _is_file(one):
            _installed(one, store.install_file, Path(one), locks)
            continue
        ours = one.startswith(FIREFOX)
        if ours not in books:
            books[ours] = open_models(index) if ours else open_index(index)
            for remark in books[ours].remarks:
                console.remark("warning", remark)
        do = store.install_model if ours else store.install_offer
        _installed(one, do, _offer(one, books[ours]), locks)


@click.command(epilog="Example: localize model remove en-es")
@click.argument("pairs", nargs=-1, required=True, metavar="PAIR...")
@INTO
def remove(pairs: tuple[str, ...], *, into: Path | None) -> None:
    """Remove the packages of pairs that localize model install has installed.

    What Argos Translate has installed, and what comes with localize, stays.
    """
    store = Store(into or packages.own_folder())
    for text in pairs:
        mark, pair = split(text)
        gone = store.remove(pair, "firefox" if mark else "translate")
        if not gone:
            have = ", ".join(one.label for one in _found(store.folder) if one.path.parent == store.folder)
            raise ModelError(
                f"has no package for {mark}{pair}", place=str(store.folder), hint=f"it has: {have or 'none'}"
            )
        console.line(f"removed {', '.join(gone)}")


@click.command(epilog="Example: localize model verify --lock localize.lock")
@click.argument("pairs", nargs=-1, metavar="[PAIR...]")
@INTO
@LOCK_OPTION
def verify(pairs: tuple[str, ...], *, into: Path | None, lock: Path | None) -> int:
    """Compare installed packages, file by file, with what was recorded when they were installed.

    The lock file's SHA-256 must fit, too, and packages from elsewhere are compared with it if it knows them. Every
    package is loaded. The exit code is 1 when one is not as it was.
    """
    store = Store(into or packages.own_folder())
    locks = Locks(_lock_files(store, lock))
    wanted = {f"{mark}{pair}" for mark, pair in map(split, pairs)}
    found = _found(into)
    failed = False
    for package in found:
        if wanted and package.label not in wanted:
            continue
        problems = list(_problems(package.path, store, locks))
        failed |= bool(problems)
        console.line(f"{package.path}: {'damaged' if problems else 'as it was'}")
        for problem in problems:
            console.problem(problem)
    for label in sorted(wanted - {package.label for package in found}):
        failed = True
        console.problem(f"no package for {label} is installed", hint=f"localize model install {label}")
    if failed:
        console.remark("hint", "localize model install PAIR installs a damaged package again")
    return int(failed)


class Found(NamedTuple):
    """A package or a model on this computer; the label is how people name it: ``en-es``, ``firefox:en-es``."""

    label: str
    path: Path


def _found(into: Path | None) -> list[Found]:
    """List what is in a folder, or else in all places where the configuration looks."""
    argos = packages.find([into]) if into else everywhere()
    foxes = firefox.find([into] if into else firefox_folders())
    return [
        *(Found(str(package.pair), package.path) for package in argos),
        *(Found(f"{FIREFOX}{pair}", model.weights.parent) for pair, model in sorted(foxes.items())),
    ]


def _problems(path: Path, store: Store, locks: Locks) -> Iterator[str]:
    """Yield what is wrong with an installed package or model."""
    try:
        if path.parent == store.folder:
            yield from store.problems(path)
        locks.check(path.name, content=digest(hashes(path)))
        _load(path)
    except ModelError as error:
        yield str(error)


def split(text: str) -> tuple[str, Pair]:
    """Read a pair and what stands before it: ``firefox:`` or nothing."""
    mark = FIREFOX if text.startswith(FIREFOX) else ""
    return mark, parse_pair(text.removeprefix(mark))


def everywhere() -> tuple[ModelPackage, ...]:
    """List the packages in all places where the configuration looks."""
    config = settings.resolve()
    return packages.find(packages.places([config.models] if config.models else []))


def firefox_folders() -> list[Path]:
    """List the places where Firefox models are looked for."""
    config = settings.resolve()
    return firefox.folders([config.models] if config.models else [])


def open_index(place: str | None) -> Index[Offer]:
    """Read the index that an option, the setting, or else the default names."""
    return read_index(settings.resolve(index=place).index or DEFAULT_INDEX)


def open_models(place: str | None) -> Index[ModelOffer]:
    """Read the index of Firefox models that an option, the setting, or else the default names."""
    return read_models(settings.resolve(firefox_index=place).firefox_index or MOZILLA)


def _load(folder: Path) -> None:
    """Load a package or a model on trial.

    Raises:
        ModelError: It does not load.
    """
    from localize.engines.model import Model  # noqa: PLC0415 - list needs none of it

    try:
        foxes = [model.pair for model in firefox.in_folder(folder)]
        for pair in foxes:
            firefox.FirefoxEngine({"models": [folder]}).translate(["1"], pair)
        if not foxes:
            (package,) = [one for one in packages.find([folder.parent]) if one.path == folder]
            Model(package, beam=0, threads=1).translate(["1"])
    except Exception as error:  # a damaged package fails in a runtime that we do not know
        hint = error.hint if isinstance(error, LocalizeError) else ""
        raise ModelError(
            f"the package does not load ({error})",
            place=folder.name,
            hint=hint or "fetch it again, or update localize",
        ) from error


def _offer(text: str, book: Index[Any]) -> Any:
    """Find what the index offers for a pair; its error names the way over others."""
    mark, pair = split(text)
    offers = book.newest()
    if pair in offers:
        return offers[pair]
    try:
        steps = " ".join(f"{mark}{step}" for step in route(pair, offers))
        hint = f"it has what leads there: localize model install {steps}"
    except UnsupportedPairError:
        near = [str(one) for one in sorted(offers) if base(pair.source) in one or base(pair.target) in one]
        hint = f"it has: {', '.join(near[:20]) or 'nothing for either language'}"
    raise ModelError(f"offers no package for {pair}", place=book.place, hint=hint)


def _lock_files(store: Store, named: Path | None) -> list[Path]:
    project = named or (LOCK if LOCK.exists() else None)
    return [store.lock_path(), *([project] if project else [])]


def _is_file(text: str) -> bool:
    return Path(text).suffix in {".argosmodel", ".zip"} or "/" in text or Path(text).is_file()


def _installed(text: str, do: Callable[..., Installed], what: Any, locks: Locks) -> None:
    """Install one package with a progress line, and say what came of it."""
    progress: Progress | None = None
    last = 0

    def advance(done: int, total: int) -> None:
        nonlocal progress, last
        if progress is None or done < last:
            progress = Progress(total, shown=sys.stderr.isatty(), doing=f"installing {text}")
            last = 0
        progress.advance(done - last)
        last = done

    try:
        result = do(what, locks, advance=advance)
    finally:
        if progress is not None:
            progress.clear()
    state = "installed" if result.fresh else "is installed already"
    console.line(f"{result.name}: {state} in {result.path} (SHA-256 {result.entry.sha256})")
