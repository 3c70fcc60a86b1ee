"""The folder of localize's own in which packages live: one folder a package, one package a pair.

A package appears under its name by one rename, after everything in it is on disk. What is unfinished stands in
``.part``, a hidden folder beside the packages, and is used or cleared by the next install of the same pair; installs
of one pair wait for one another, those of different pairs run side by side.
"""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize import writing
from localize.engines.packages import ModelPackage, find
from localize.errors import ModelError
from localize.store import fetch, unpack
from localize.store.lock import Entry, Locks, alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from localize.languages import Pair
    from localize.store.index import Offer

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
        probe: Told the folder of an unpacked package before it gets its name; raises what is wrong with it.
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
        with _opened(path) as archive, self._alone(archive.facts.pair):
            return self._install(archive, str(path), locks, advance)

    def install_offer(
        self, offer: Offer, locks: Locks, *, advance: Callable[[int, int], None] = nothing, pause: float = 1.0
    ) -> Installed:
        """Fetch and install a package that an index offers.

        Raises:
            ModelError: It cannot be fetched, is no good package, or not what index or lock files say.
        """
        with self._alone(offer.pair):
            part = self.folder / _PARTS / f"{unpack.Facts(offer.pair, offer.version).name}.argosmodel"
            link = fetch.download(offer.links, part, size=offer.size, advance=advance, pause=pause)
            try:
                with _opened(part, shown=link) as archive:
                    self._keep_promise(archive, offer, link)
                    return self._install(archive, link, locks, advance)
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

    def _install(
        self, archive: unpack.Archive, source: str, locks: Locks, advance: Callable[[int, int], None]
    ) -> Installed:
        name = archive.facts.name
        target = self.folder / name
        locks.check(name, sha256=archive.sha256)
        there = _record(target)
        if there is not None and there.sha256 == archive.sha256 and not self.problems(target):
            locks.record(name, there)
            return Installed(name, target, there, fresh=False)
        staging = self.folder / _PARTS / name
        try:
            shutil.rmtree(staging, ignore_errors=True)
            files = archive.unpack(staging, advance)
            entry = Entry(archive.size, archive.sha256, unpack.digest(files))
            locks.check(name, sha256=entry.sha256, content=entry.content)
            writing.write(staging / unpack.RECORD, _recorded(source, entry, files))
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
        for other in self._of(archive.facts.pair):
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

    def remove(self, pair: Pair) -> tuple[str, ...]:
        """Remove the packages of a pair and give their names; what the lock files say of them stays.

        Raises:
            ModelError: The system refuses.
        """
        with self._alone(pair):
            there = self._of(pair)
            try:
                for path in there:
                    self._take_away(path)
            except OSError as error:
                raise ModelError(f"cannot be removed: {error.strerror}", place=str(there[0])) from error
        return tuple(path.name for path in there)

    def _of(self, pair: Pair) -> list[Path]:
        """List the folders of a pair's packages by their names, for damaged ones must go, too."""
        return sorted(self.folder.glob(f"translate-{pair.source}_{pair.target}-*"))

    def problems(self, path: Path) -> list[str]:
        """Compare a package's files with what was recorded when it was installed; a sentence a difference.

        Raises:
            ModelError: A file cannot be read.
        """
        recorded = _files(path)
        if recorded is None:
            return [f"{path} has no record of its files ({unpack.RECORD}): install the package again"]
        now = unpack.hashes(path)
        gone = [f"{path / name} is missing" for name in recorded if name not in now]
        new = [f"{path / name} does not belong to the package" for name in now if name not in recorded]
        changed = [f"{path / n} has changed" for n in now if n in recorded and now[n] != recorded[n]]
        return [*gone, *changed, *new]

    @contextmanager
    def _alone(self, pair: Pair) -> Iterator[None]:
        with alone(self.folder / _PARTS / f"{pair}.busy"):
            yield


@contextmanager
def _opened(path: Path, *, shown: str = "") -> Iterator[unpack.Archive]:
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot be read ({error})", place=shown or str(path)) from error
    with file:
        yield unpack.Archive(file, shown or str(path))


def _recorded(source: str, entry: Entry, files: dict[str, tuple[int, str]]) -> bytes:
    data = {
        "source": source,
        "size": entry.size,
        "sha256": entry.sha256,
        "content": entry.content,
        "files": files,
    }
    return json.dumps(data, indent=1).encode()


def _read(path: Path) -> dict[str, object] | None:
    try:
        data = json.loads((path / unpack.RECORD).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _record(path: Path) -> Entry | None:
    """Read what was recorded of an installed package; None when there is none, or it is damaged."""
    data = _read(path)
    try:
        return Entry(int(str(data["size"])), str(data["sha256"]), str(data["content"])) if data else None
    except (KeyError, ValueError):
        return None


def _files(path: Path) -> dict[str, tuple[int, str]] | None:
    data = _read(path)
    files = data.get("files") if data else None
    if not isinstance(files, dict):
        return None
    return {str(name): (int(one[0]), str(one[1])) for name, one in files.items()}
