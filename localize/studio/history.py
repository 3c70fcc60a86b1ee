"""What Git knows of one concept: who changed which cell, and when. Nothing is ever written."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.glossary.table.csvfile import parse_bytes
from localize.glossary.table.difference import Change, pairing
from localize.glossary.table.rows import Row, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST = 30
"""Versions that are shown."""
_SECONDS = 15
_MARK = "\x1e"
_FIELD = "\x1f"
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false")
_HUNK = re.compile(r"^@@ ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Version:
    """A change of the concept.

    Attributes:
        commit: Short name; empty for what is not committed yet.
        author: Name, and ``date``, ISO 8601, and ``subject`` of the commit.
        change: Cells before and after.
    """

    commit: str
    author: str
    date: str
    subject: str
    change: Change


@dataclass(frozen=True, slots=True)
class History:
    """What is known.

    Attributes:
        versions: The latest first.
        reason: Why there is nothing: ``no-git``, ``no-repository``, ``not-committed``, ``failed``; else empty.
        more: There are older versions that are not shown.
    """

    versions: tuple[Version, ...] = ()
    reason: str = ""
    more: bool = False


def history(path: Path | None, row: Row, number: int) -> History:
    """Follow the row of a concept through the commits of its file.

    Args:
        path: The glossary file.
        row: Its cells as they are now.
        number: Its row in the file.
    """
    if path is None:
        return History(reason="failed")
    file = path.resolve()
    committed = _committed(file)
    if isinstance(committed, str):
        return History(reason=committed)
    place = _place(committed, row, number, file.name)
    if place is None:
        return History((Version("", "", "", "", Change(None, row)),))
    old, first, last = place
    now = () if old == row else (Version("", "", "", "", Change(old, row)),)
    try:
        told = _git(
            file, "log", f"-L{first},{last}:./{file.name}", f"-n{MOST + 1}", "--no-color", "--no-ext-diff", "--no-textconv",
            f"--format={_MARK}%h{_FIELD}%an{_FIELD}%aI{_FIELD}%s",
        )  # fmt: skip
    except subprocess.SubprocessError:
        return History(now, reason="failed")
    versions = [
        found for part in told.decode("utf-8", "replace").split(_MARK)[1:] if (found := _version(file, part))
    ]
    return History((*now, *versions[:MOST]), more=len(versions) > MOST)


def _committed(file: Path) -> bytes | str:
    """Give a file as it was committed last, or the reason why there is nothing."""
    try:
        inside = _git(file, "rev-parse", "--is-inside-work-tree").strip() == b"true"
        return _git(file, "show", f"HEAD:./{file.name}") if inside else "no-repository"
    except FileNotFoundError:
        return "no-git"
    except (OSError, subprocess.SubprocessError):
        return "not-committed" if _is_repository(file) else "no-repository"


def _git(file: Path, *words: str) -> bytes:
    """Ask Git about a file, in its folder."""
    safe = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    safe |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(  # noqa: S603 - fixed words, and the name of a file that is open here
        ["git", *_SAFE, "--no-pager", *words],  # noqa: S607 - the user's own Git
        cwd=file.parent, env=safe, capture_output=True, check=True, timeout=_SECONDS, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.stdout


def _is_repository(file: Path) -> bool:
    try:
        return _git(file, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except (OSError, subprocess.SubprocessError):
        return False


def _place(data: bytes, row: Row, number: int, name: str) -> tuple[Row, int, int] | None:
    """Find a concept in a committed file: its cells there, its first and its last line; None when it is not there."""
    sheet, _ = parse_bytes(data, name)
    if sheet is None:
        return None
    rows = rows_of(sheet)
    same = [index for index, other in enumerate(rows) if other == row]
    index = min(same, key=lambda at: abs(sheet.rows[at] - number)) if same else pairing(rows, [row]).get(0)
    if index is None:
        return None
    reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    before = 0
    for at, _ in enumerate(reader, start=1):
        if at == sheet.rows[index]:
            return rows[index], before + 1, reader.line_num
        before = reader.line_num
    return None


def _version(file: Path, part: str) -> Version | None:
    """Read what ``git log -L`` tells of one commit."""
    head, _, patch = part.partition("\n")
    commit, author, date, subject = (head.split(_FIELD) + [""] * 4)[:4]
    lines = _HUNK.split(patch, maxsplit=1)[-1].splitlines()[1:]
    old = [line[1:] for line in lines if line.startswith("-")]
    new = [line[1:] for line in lines if line.startswith("+")]
    header = _header(file, commit)
    before = _row(old, _header(file, f"{commit}^") or header) if old else None
    after = _row(new, header) if new else None
    return Version(commit, author, date, subject, Change(before, after)) if before or after else None


def _header(file: Path, commit: str) -> Sequence[str]:
    """Give the columns that the file had in a commit; none when it was not there."""
    try:
        data = _git(file, "show", f"{commit}:./{file.name}")
    except subprocess.SubprocessError:
        return ()
    first = data.partition(b"\n")[0].decode("utf-8-sig", "replace")
    return next(csv.reader([first]), [])


def _row(lines: Sequence[str], header: Sequence[str]) -> Row:
    """Read the lines of a row."""
    cells = next(csv.reader(io.StringIO("\n".join(lines), newline="")), [])
    return {name.strip(): cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
