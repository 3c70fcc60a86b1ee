"""The folder of approved translations, as it is written: a sorted TMX file a pair of languages."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from localize import writing
from localize.errors import InputError
from localize.exchange import tmx
from localize.exchange.bitext import Bitext, Intake, as_written, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from localize.languages import Pair

_HINT = "check the permissions of the folder, or name another one with --memory"


class Conflict(NamedTuple):
    """Two translations of one sentence in one place; the second was kept."""

    first: Bitext
    second: Bitext


@dataclass(frozen=True, slots=True)
class Change:
    """What adding to a memory has changed.

    Attributes:
        added: Entries that are new; ``replaced``, that took the place of another translation; ``same``, that were there.
        conflicts: Among the entries that were added.
        paths: Files that were written.
    """

    added: int
    replaced: int
    same: int
    conflicts: tuple[Conflict, ...] = ()
    paths: tuple[Path, ...] = ()


class Book:
    """A folder of TMX files that localize writes: ``en-pt.tmx`` holds what is approved from English to Portuguese.

    Args:
        folder: Need not exist yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, pair: Pair) -> Path:
        """Name the file of a pair."""
        return self.folder / f"{pair}.tmx"

    def add(self, entries: Sequence[Bitext]) -> Change:
        """Take in approved translations; files are written whole or not at all, one writer at a time.

        An entry takes the place of an older one of the same sentence in the same place: same document and segment, or,
        where these are not known, between the same sentences. One without a state becomes ``reviewed``.

        Raises:
            FormatError: A file there is no TMX.
            OutputError: A file cannot be written.
        """
        with writing.alone(self.folder, hint=_HINT):
            _remove_old_lock(self.folder)
            pairs = sorted({entry.pair for entry in entries})
            changes = [self._add(pair, [entry for entry in entries if entry.pair == pair]) for pair in pairs]
        return Change(
            sum(one.added for one in changes),
            sum(one.replaced for one in changes),
            sum(one.same for one in changes),
            tuple(conflict for one in changes for conflict in one.conflicts),
            tuple(path for one in changes for path in one.paths),
        )

    def remove(self, unwanted: Callable[[Bitext], bool]) -> int:
        """Take out entries; a file that has none left is removed. Gives how many they were.

        Raises:
            FormatError: A file there is no TMX.
            OutputError: A file cannot be written.
        """
        gone = 0
        with writing.alone(self.folder, hint=_HINT):
            _remove_old_lock(self.folder)
            for path in sorted(self.folder.glob("*.tmx")):
                have = list(_read(path))
                kept = [entry for entry in have if not unwanted(entry)]
                gone += len(have) - len(kept)
                if not kept:
                    path.unlink()
                elif len(kept) < len(have):
                    _write(path, kept)
        return gone

    def _add(self, pair: Pair, entries: Sequence[Bitext]) -> Change:
        path = self.path(pair)
        have = {_identity(entry): entry for entry in _read(path)} if path.exists() else {}
        new: dict[tuple[str, ...], Bitext] = {}
        conflicts: list[Conflict] = []
        for given in entries:
            entry = replace(given, state=given.state or "reviewed", line=0)
            other = new.get(_identity(entry))
            if other and squeeze(as_written(other.target)) != squeeze(as_written(entry.target)):
                conflicts.append(Conflict(other, given))
            new[_identity(entry)] = entry
        same = sum(have.get(identity) == entry for identity, entry in new.items())
        replaced = sum(identity in have for identity in new) - same
        paths: tuple[Path, ...] = ()
        if same < len(new):
            _write(path, [*(have | new).values()])
            paths = (path,)
        return Change(len(new) - same - replaced, replaced, same, tuple(conflicts), paths)


def _identity(entry: Bitext) -> tuple[str, ...]:
    """Name a sentence in its place."""
    source = squeeze(as_written(entry.source))
    if entry.document and entry.segment:
        return source, "at", entry.document, entry.segment
    return (
        source,
        "in",
        entry.document,
        entry.segment,
        *(squeeze(one or "") for one in (entry.previous, entry.following)),
    )


def _order(entry: Bitext) -> tuple[str, ...]:
    identity = _identity(entry)
    return identity[0].casefold(), *identity


def _read(path: Path) -> Iterator[Bitext]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", path=str(path), hint="check its permissions"
        ) from error
    return tmx.read(data, Intake(str(path)))


def _write(path: Path, entries: Sequence[Bitext]) -> None:
    entries = sorted(entries, key=_order)
    writing.write(path, tmx.write(entries, entries[0].pair.source).encode(), hint=_HINT)


def _remove_old_lock(folder: Path) -> None:
    """Remove the empty file that stood for the lock in version 0.1."""
    with suppress(OSError):
        old = folder / ".busy"
        if old.stat().st_size == 0:
            old.unlink()
