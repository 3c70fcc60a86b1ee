"""The folder of localize's own in which packages live: one folder a package, one package a pair.

A package appears under its name by one rename, after everything in it is on disk. What is unfinished stands in
``.part``, a hidden folder beside the packages, and is used or cleared by the next install of the same pair; installs
of one pair wait for one another, those of different pairs run side by side.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize import writing
from localize.engines.packages import ModelPackage, find
from localize.errors import ModelError
from localize.store import fetch, pieces, records, unpack
from localize.store.lock import Entry, Locks, alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from localize.languages import Pair
    from localize.store.index import Offer
    from localize.store.mozilla import ModelOffer

_PARTS = ".part"
LOCK = "localize.lock"


@dataclass(frozen=True, slots=True)
class Installed:
    """What an install came to.

    Attributes:
        name: Of the package and its folder.
        path: The folder.
        entry: Sizes and sums.
        fresh: False when exactly this was there already.
    """

    name: str
    path: Path
    entry: Entry
    fresh: bool


def nothing(_done: int, _total: int) -> None:
    """Show no progress."""


class Store:
    """Installs, removes and verifies packages in one folder, which is made when it is needed.

    Args:
        folder: ``packages.own_folder()`` in real life.
        probe: Told the folder of an unpacked package or model before it gets its name; raises what is wrong with it.
    """

    def __init__(self, folder: Path, probe: Callable[[Path], None] = lambda _: None) -> None:
        self.folder = folder
        self._probe = probe

    def lock_path(self) -> Path:
        """Name the lock file that belongs to this folder."""
        return self.folder / LOCK

    def packages(self) -> tuple[ModelPackage, ...]:
        """List what is installed here."""
        return find([self.folder])

    def install_file(
        self, path: Path, locks: Locks, *, advance: Callable[[int, int], None] = nothing
    ) -> Installed:
        """Install a package file from disk.

        Raises:
            ModelError: It cannot be read, is no good package, or not what the lock files say.
        """
        with _opened(path) as archive, self._alone(str(archive.facts.pair)):
            return self._install_archive(archive, str(path), locks, advance)

    def install_model(
        self,
        offer: ModelOffer,
        locks: Locks,
        *,
        advance: Callable[[int, int], None] = nothing,
        pause: float = 1.0,
    ) -> Installed:
        """Fetch and install a Firefox model that an index offers.

        Its SHA-256 is that of what was unpacked, so that it does not matter how a server packs it.

        Raises:
            ModelError: It cannot be fetched, is no good model, or not what index or lock files say.
        """
        said = {piece.name: (piece.whole_size, piece.whole_sha256) for piece in offer.pieces}
        with self._alone(f"firefox-{offer.pair}"):
            there = self._there(offer.name, unpack.digest(said), locks)
            if there is not None:
                return there
            part = self.folder / _PARTS / offer.name
            paths = pieces.fetch_all(offer.pieces, part, advance=advance, pause=pause)

            def fill(staging: Path) -> tuple[Entry, dict[str, tuple[int, str]]]:
                files = pieces.unpack_all(offer.pieces, paths, staging)
                content = unpack.digest(files)
                return Entry(sum(size for size, _ in files.values()), content, content), files

            try:
                return self._install(offer.name, offer.links[0], fill, locks)
            finally:
                for piece in offer.pieces:
                    fetch.forget(part.with_name(f"{part.name}.{piece.name}"))

    def install_offer(
        self, offer: Offer, locks: Locks, *, advance: Callable[[int, int], None] = nothing, pause: float = 1.0
    ) -> Installed:
        """Fetch and install a package that an index offers.

        Raises:
            ModelError: It cannot be fetched, is no good package, or not what index or lock files say.
        """
        with self._alone(str(offer.pair)):
            part = self.folder / _PARTS / f"{unpack.Facts(offer.pair, offer.version).name}.argosmodel"
            link = fetch.download(offer.links, part, size=offer.size, advance=advance, pause=pause)
            try:
                with _opened(part, shown=link) as archive:
                    self._keep_promise(archive, offer, link)
                    return self._install_archive(archive, link, locks, advance)
            finally:
                fetch.forget(part)

    @staticmethod
    def _keep_promise(archive: unpack.Archive, offer: Offer, link: str) -> None:
        if offer.sha256 and archive.sha256 != offer.sha256:
            message = f"its SHA-256 is {archive.sha256}, the index says {offer.sha256}"
            raise ModelError(message, place=link, hint="the file or the index is wrong: do not use it")
        if archive.facts.pair != offer.pair:
            raise ModelError(
                f"is a package for {archive.facts.pair}, the index says {offer.pair}", place=link
            )

    def _install_archive(
        self, archive: unpack.Archive, source: str, locks: Locks, advance: Callable[[int, int], None]
    ) -> Installed:
        name = archive.facts.name
        locks.check(name, sha256=archive.sha256)
        there = self._there(name, archive.sha256, locks)
        if there is not None:
            return there

        def fill(staging: Path) -> tuple[Entry, dict[str, tuple[int, str]]]:
            files = archive.unpack(staging, advance)
            return Entry(archive.size, archive.sha256, unpack.digest(files)), files

        return self._install(name, source, fill, locks)

    def _there(self, name: str, sha256: str, locks: Locks) -> Installed | None:
        """Give the package of that name if it is installed, undamaged and of that SHA-256."""
        target = self.folder / name
        entry = records.entry(target)
        if entry is None or entry.sha256 != sha256 or self.problems(target):
            return None
        locks.check(name, sha256=entry.sha256)
        locks.record(name, entry)
        return Installed(name, target, entry, fresh=False)

    def _install(
        self,
        name: str,
        source: str,
        fill: Callable[[Path], tuple[Entry, dict[str, tuple[int, str]]]],
        locks: Locks,
    ) -> Installed:
        """Let *fill* write a package into a new folder, try it, and give it its name."""
        target, staging = self.folder / name, self.folder / _PARTS / name
        try:
            shutil.rmtree(staging, ignore_errors=True)
            entry, files = fill(staging)
            locks.check(name, sha256=entry.sha256, content=entry.content)
            writing.write(staging / unpack.RECORD, records.written(source, entry, files))
            self._probe(staging)
            locks.record(name, entry)
            self._put(staging, target)
        except OSError as error:
            message = f"{name} cannot be installed: {error.strerror or error}"
            raise ModelError(
                message, place=str(self.folder), hint="make room, or name another folder"
            ) from error
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        for other in self._of(name.rpartition("-")[0]):
            if other != target:
                self._take_away(other)
        return Installed(name, target, entry, fresh=True)

    def _put(self, staging: Path, target: Path) -> None:
        """Give a finished package its name; one of that name was damaged or is unwanted, and goes."""
        if target.exists():
            self._take_away(target)
        staging.rename(target)

    def _take_away(self, path: Path) -> None:
        """Let a package vanish at once, whatever happens while its files are being deleted."""
        gone = self.folder / _PARTS / f"{path.name}.gone"
        gone.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(gone, ignore_errors=True)
        path.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def remove(self, pair: Pair, kind: str = "translate") -> tuple[str, ...]:
        """Remove the packages of a pair, or its models of kind ``firefox``, and give their names.

        What the lock files say of them stays.

        Raises:
            ModelError: The system refuses.
        """
        with self._alone(str(pair) if kind == "translate" else f"{kind}-{pair}"):
            there = self._of(f"{kind}-{pair.source}_{pair.target}")
            try:
                for path in there:
                    self._take_away(path)
            except OSError as error:
                raise ModelError(f"cannot be removed: {error.strerror}", place=str(there[0])) from error
        return tuple(path.name for path in there)

    def _of(self, beginning: str) -> list[Path]:
        """List the folders of a pair's packages by their names, for damaged ones must go, too."""
        paths = self.folder.glob(f"{beginning}-*")  # that of en-pt finds those of en-pt-BR, too
        return sorted(path for path in paths if path.name.rpartition("-")[0] == beginning)

    def problems(self, path: Path) -> list[str]:
        """Compare a package's files with what was recorded when it was installed; a sentence a difference.

        Raises:
            ModelError: A file cannot be read.
        """
        recorded = records.files(path)
        if recorded is None:
            return [f"{path} has no record of its files ({unpack.RECORD}): install the package again"]
        now = unpack.hashes(path)
        gone = [f"{path / name} is missing" for name in recorded if name not in now]
        new = [f"{path / name} does not belong to the package" for name in now if name not in recorded]
        changed = [f"{path / n} has changed" for n in now if n in recorded and now[n] != recorded[n]]
        return [*gone, *changed, *new]

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        with alone(self.folder / _PARTS / f"{name}.busy"):
            yield


@contextmanager
def _opened(path: Path, *, shown: str = "") -> Iterator[unpack.Archive]:
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot be read ({error})", place=shown or str(path)) from error
    with file:
        yield unpack.Archive(file, shown or str(path))
