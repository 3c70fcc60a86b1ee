"""Approved translations where they are found at once: an SQLite file that a machine made, and may make again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import fields
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from localize.document import Code, Text
from localize.exchange.bitext import Bitext, squeeze
from localize.languages import Pair, base

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS files (id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE NOT NULL, remarks TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS units (
  id INTEGER PRIMARY KEY, file INTEGER NOT NULL, languages TEXT NOT NULL, key BLOB NOT NULL, plain TEXT NOT NULL,
  body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_key ON units (key);
CREATE INDEX IF NOT EXISTS by_file ON units (file);
"""
_PATIENCE = 30.0
"""Seconds to wait for another run that is filling the index."""


class Index:
    """Units of files, by the files' SHA-256.

    Args:
        path: The SQLite file; None keeps everything in memory. One that cannot be used, because it is damaged, of another
            version or in a folder that cannot be written to, is made anew or done without.
    """

    def __init__(self, path: Path | None) -> None:
        self._base = self._open(path)

    def _open(self, path: Path | None) -> sqlite3.Connection:
        for _ in range(2):
            if path is None:
                break
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                return _prepared(path)
            except (sqlite3.Error, OSError):
                with suppress(OSError):
                    path.unlink(missing_ok=True)
        memory = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        memory.executescript(_TABLES)
        return memory

    def close(self) -> None:
        """Let the file go."""
        self._base.close()

    def known(self, sha256: str) -> list[list[Any]] | None:
        """Give what was remarked when a file was read; None if it was not."""
        row = self._base.execute("SELECT remarks FROM files WHERE sha256 = ?", (sha256,)).fetchone()
        return json.loads(row[0]) if row else None

    def fill(self, sha256: str, entries: Iterable[Bitext], remarks: list[tuple[int, str]]) -> None:
        """Take in the entries of a file, all or none; *remarks* may grow while they are read."""
        base_ = self._base
        base_.execute("BEGIN IMMEDIATE")
        try:
            if self.known(sha256) is None:
                file = base_.execute(
                    "INSERT INTO files (sha256, remarks) VALUES (?, '')", (sha256,)
                ).lastrowid
                rows = (
                    (file, _languages(entry.pair), key_of(entry), _plain(entry), _dump(entry))
                    for entry in entries
                )
                base_.executemany(
                    "INSERT INTO units (file, languages, key, plain, body) VALUES (?, ?, ?, ?, ?)", rows
                )
                base_.execute("UPDATE files SET remarks = ? WHERE id = ?", (json.dumps(remarks), file))
            base_.execute("COMMIT")
        except BaseException:
            base_.execute("ROLLBACK")
            raise

    def keep_only(self, hashes: Collection[str]) -> None:
        """Forget all other files."""
        known = {sha256: number for number, sha256 in self._base.execute("SELECT id, sha256 FROM files")}
        for sha256 in set(known) - set(hashes):
            self._base.execute("DELETE FROM units WHERE file = ?", (known[sha256],))
            self._base.execute("DELETE FROM files WHERE id = ?", (known[sha256],))

    def __len__(self) -> int:
        return int(self._base.execute("SELECT COUNT(*) FROM units").fetchone()[0])

    def find(self, keys: Collection[bytes], pair: Pair) -> list[Bitext]:
        """Give the entries with one of some keys between two languages, whatever their regions, in file order."""
        marks = ", ".join("?" * len(keys))
        query = f"SELECT body FROM units WHERE key IN ({marks}) AND languages = ? ORDER BY id"  # noqa: S608 - marks only
        return [load(body) for (body,) in self._base.execute(query, (*keys, _languages(pair)))]

    def plain(self, pair: Pair) -> dict[int, str]:
        """Give the source of every entry between two languages, by number."""
        query = "SELECT id, plain FROM units WHERE languages = ? ORDER BY id"
        return dict(self._base.execute(query, (_languages(pair),)))

    def get(self, number: int) -> Bitext:
        """Give one entry."""
        (body,) = self._base.execute("SELECT body FROM units WHERE id = ?", (number,)).fetchone()
        return load(body)

    def __iter__(self) -> Iterator[Bitext]:
        """Yield all entries, in file order."""
        for (body,) in self._base.execute("SELECT body FROM units ORDER BY id"):
            yield load(body)


def _prepared(path: Path) -> sqlite3.Connection:
    """Open an index file.

    Raises:
        sqlite3.Error: It is none, or of another version.
    """
    connection = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False, isolation_level=None)
    try:
        with closing(connection.execute("PRAGMA user_version")) as cursor:
            version = cursor.fetchone()[0]
        if version not in {0, _VERSION}:
            raise sqlite3.DatabaseError(f"version {version}")  # noqa: TRY301
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # what a crash damages is made again
        connection.executescript(_TABLES)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute("SELECT body FROM units LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def key(text: str, *, as_written: bool) -> bytes:
    """Name a source text: plain, or with its markup among its characters."""
    digest = blake2b(
        squeeze(text).encode("utf-8", "surrogatepass"),
        digest_size=16,
        person=b"written" if as_written else b"",
    )
    return digest.digest()


def key_of(entry: Bitext) -> bytes:
    """Name the source of an entry."""
    return key(entry.source.plain, as_written=entry.as_written)


def _languages(pair: Pair) -> str:
    return f"{base(pair.source)} {base(pair.target)}"


def _plain(entry: Bitext) -> str:
    return squeeze(entry.source.plain)


_NAMES = [field.name for field in fields(Bitext)]


def _dump(entry: Bitext) -> str:
    values = [getattr(entry, name) for name in _NAMES]
    values[0], values[1] = _text(entry.source), _text(entry.target)
    return json.dumps(values)


def _text(text: Text) -> list[Any]:
    return [text.plain, [[c.at, c.markup, c.kind, c.id] for c in text.codes]]


def load(body: str) -> Bitext:
    """Read an entry that the index holds."""
    values = json.loads(body)
    for place in (0, 1):
        plain, codes = values[place]
        values[place] = Text(plain, tuple(Code(*code) for code in codes))
    values[2] = Pair(*values[2])
    return Bitext(*values)
