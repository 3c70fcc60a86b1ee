"""What earlier runs have done, in one SQLite file below the output folder; safe to delete at any time.

Nothing in it is needed for a result: it holds what the engine answered, by question, and what was written, by file. A
run without it gives the same bytes, only later. Several runs may use one file at once.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localize.batch.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FOLDER = ".localize"
"""In the output folder; hidden, so that it is never taken for articles."""
FILE = "state.sqlite"

_VERSION = 1
"""Of the tables; a file with another one is set aside."""
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS calls (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sentences (key BLOB PRIMARY KEY, run INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS records (output BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS written (output BLOB, sha TEXT, PRIMARY KEY (output, sha)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY AUTOINCREMENT);
"""
_WAIT = 60.0
"""Seconds to wait for another run that is writing; one write takes milliseconds."""
_DAY = 86_400
_KEEP = 90
"""Days after which an answer of the engine that nobody asked for is forgotten."""
_AT_ONCE = 500
"""Keys in one question to the database."""
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_CROWDED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL}
"""What opening may give while other runs make or leave the same file (seen: 2 of 1,800 openings, 6 at once)."""
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to open the file all the same."""


class State:
    """The state of one output folder.

    Whatever goes wrong with it costs time, never a result: a file that is damaged is set aside and begun anew, one
    that cannot be written is done without; either is told once.

    Args:
        output: The output folder; None: nothing is remembered beyond the run, but each question is still asked once.
        warn: Told in a sentence what is wrong.
        reading: Write nothing, not even a file that is not there.
        run: Number of the run that this is a part of; 0: it is one of its own.
    """

    def __init__(
        self, output: Path | None, *, warn: Callable[[str], None], reading: bool = False, run: int = 0
    ) -> None:
        self._path = (output or Path()) / FOLDER / FILE
        self._warn = warn
        self._reading = reading
        self._today = int(time.time()) // _DAY
        self._run = run
        self._db: sqlite3.Connection | None = None
        self._wanted = True
        self._lasting = output is not None
        if self._lasting and self._path.exists():
            self._begin()

    def _begin(self) -> None:
        """Open the file, if need be in several attempts; a damaged one is set aside and begun anew."""
        pauses = iter(_PAUSES)
        for _ in range(len(_PAUSES) + 2):
            if not self._wanted:
                return
            try:
                self._db = self._open()
            except (sqlite3.Error, OSError) as error:
                pause = next(pauses, None) if _code(error) in _CROWDED else None
                if pause is None:
                    self._wanted = self._fail(error)
                else:
                    time.sleep(pause)
            else:
                return

    def _open(self) -> sqlite3.Connection:
        if self._reading:
            db = self._open_to_read()
        elif not self._lasting:
            db = sqlite3.connect("", isolation_level=None)  # a file without a name, which goes with the run
        else:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            ignore = self._path.with_name(".gitignore")
            if not ignore.exists():
                ignore.write_text("*\n", encoding="ascii")
            db = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)
        try:
            _same_version(db, empty=not self._reading)
            if not self._reading:
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = NORMAL")
                db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
                self._run = self._run or db.execute("INSERT INTO runs DEFAULT VALUES").lastrowid or 0
        except BaseException:
            db.close()
            raise
        return db

    def _open_to_read(self) -> sqlite3.Connection:
        """Open the file for reading only; on a disk that is read-only, too, as long as no run has left it half done."""
        left = self._path.with_name(f"{FILE}-wal")
        pending = left.exists() and left.stat().st_size
        mode = "mode=rw" if pending or os.access(self._path.parent, os.W_OK) else "mode=ro&immutable=1"
        db = sqlite3.connect(f"{self._path.absolute().as_uri()}?{mode}", uri=True, timeout=_WAIT)
        db.execute("PRAGMA query_only = TRUE")
        return db

    def close(self) -> None:
        """Forget what was not asked for in a long time, and let the file go."""
        if self._db is None:
            return
        if not self._reading:
            self._write("DELETE FROM calls WHERE used < ?", [(self._today - _KEEP,)])
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None

    @property
    def usable(self) -> bool:
        """Tell whether anything can be remembered for the next run."""
        return self._wanted and self._lasting

    def number(self) -> int:
        """Give the number of this run; 0 where nothing can be remembered."""
        if self._db is None and self.usable:
            self._begin()
        return self._run

    def answers(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Give what was stored under some keys; what is not known, or damaged, is left out."""
        found: dict[bytes, bytes] = {}
        old: list[bytes] = []
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for key, value, used in self._read(
                f"SELECT key, value, used FROM calls WHERE key IN ({marks})",  # noqa: S608 - question marks only
                some,
            ):
                with suppress(zlib.error):  # its checksum tells
                    found[key] = zlib.decompress(value)
                    old += [key] if used < self._today else []
        self._write("UPDATE calls SET used = ? WHERE key = ?", [(self._today, key) for key in old])
        return found

    def remember(self, answers: Mapping[bytes, bytes]) -> None:
        """Store answers of an engine."""
        self._write(
            "INSERT OR REPLACE INTO calls VALUES (?, ?, ?)",
            [(key, zlib.compress(value, 1), self._today) for key, value in answers.items()],
        )

    def seen(self, sentences: Sequence[bytes]) -> set[bytes]:
        """Tell which sentences an earlier run has translated."""
        found: set[bytes] = set()
        for start in range(0, len(sentences), _AT_ONCE):
            some = sentences[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = self._read(
                f"SELECT key FROM sentences WHERE run < ? AND key IN ({marks})",  # noqa: S608 - question marks only
                (self._run, *some),
            )
            found.update(key for (key,) in rows)
        return found

    def finish(self, record: Record, sentences: Iterable[bytes] = ()) -> None:
        """Store what became of a file, and that its sentences are done."""
        self._write("INSERT OR IGNORE INTO sentences VALUES (?, ?)", [(key, self._run) for key in sentences])
        value = zlib.compress(record.dump().encode(), 1)
        self._write("INSERT OR REPLACE INTO records VALUES (?, ?)", [(_bytes(record.output), value)])

    def record(self, output: str) -> Record | None:
        """Look up what became of a file, by the place of its translation below the output folder."""
        rows = self._read("SELECT value FROM records WHERE output = ?", (_bytes(output),))
        return next((record for (value,) in rows if (record := _record(value))), None)

    def records(self) -> list[Record]:
        """List what became of every file, by place."""
        rows = self._read("SELECT value FROM records ORDER BY output", ())
        return [record for (value,) in rows if (record := _record(value))]

    def forget(self, output: str) -> None:
        """Drop what is known of a file that is no longer there."""
        self._write("DELETE FROM records WHERE output = ?", [(_bytes(output),)])

    def ours(self, output: str, sha: str) -> bool:
        """Tell whether a run has ever written a file so."""
        return bool(self._read("SELECT 1 FROM written WHERE output = ? AND sha = ?", (_bytes(output), sha)))

    def has_written(self, output: str) -> bool:
        """Tell whether a run has ever written a file of that name."""
        return bool(self._read("SELECT 1 FROM written WHERE output = ? LIMIT 1", (_bytes(output),)))

    def will_write(self, shas: Mapping[str, str]) -> None:
        """Note what is about to be written, so that after a crash it is not taken for somebody's edit."""
        rows = [(_bytes(output), sha) for output, sha in shas.items()]
        self._write("INSERT OR IGNORE INTO written VALUES (?, ?)", rows)

    def _read(self, sql: str, values: Sequence[object]) -> list[Any]:
        try:
            return self._db.execute(sql, values).fetchall() if self._db else []
        except sqlite3.Error as error:
            self._wanted = False
            self._fail(error)
            return []

    def _write(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        if not self._wanted or self._reading or not rows:
            return
        if self._db is None:
            self._begin()
        if self._db is None:
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany(sql, rows)
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._wanted = False
            self._fail(error)

    def _fail(self, error: Exception) -> bool:
        """Do without the state from here on; tells whether the file was set aside, so that it can be begun anew."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None
        if self._reading:
            self._warn(f"{self._path} cannot be used ({error}): nothing is known of earlier runs")
            return False
        if not self._lasting:
            self._warn(
                f"the temporary folder cannot be used ({error}): equal sentences are translated more than once"
            )
            return False
        if not (isinstance(error, _StrangeError) or _code(error) in _BROKEN):
            self._warn(f"{self._path} cannot be used ({error}): what is done now is not remembered")
            return False
        aside = self._path.with_name(f"{FILE}.damaged")
        with suppress(OSError):
            self._path.replace(aside)
            for beside in ("-wal", "-shm"):
                self._path.with_name(FILE + beside).unlink(missing_ok=True)
        self._warn(f"{self._path} is damaged ({error}); it is now {aside.name}, and begun anew")
        return True


def _code(error: Exception) -> int:
    """Give the primary result code of SQLite; 0 for another error."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _bytes(path: str) -> bytes:
    """Write a path as what SQLite takes: file names need not be text."""
    return path.encode("utf-8", "surrogatepass")


def _record(value: bytes) -> Record | None:
    try:
        return Record.parse(zlib.decompress(value).decode())
    except (zlib.error, UnicodeDecodeError):
        return None


def _same_version(db: sqlite3.Connection, *, empty: bool) -> None:
    """Refuse a file of another version; one without tables may do, for it can be filled."""
    db.execute("BEGIN")  # both at one moment: another run may be filling it
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    found = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute("COMMIT")
    if found != _VERSION and not (empty and not tables):
        raise _StrangeError(f"it is of version {found}, this is {_VERSION}")


class _StrangeError(sqlite3.DatabaseError):
    """A file of another version."""
