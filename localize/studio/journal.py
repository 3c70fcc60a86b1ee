"""What the page has written, and how it is taken back: the last changes of this session, file by file."""

from __future__ import annotations

import hashlib
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from localize import writing
from localize.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 200
"""Changes that are remembered."""
_MEND = "check the permissions of the file"


class ChangedMeanwhileError(OutputError):
    """A file is not what it was when the page showed it; nothing was written."""


class Reviewed(NamedTuple):
    """A segment of an article: path, target and source language, id."""

    article: str
    target: str
    source: str
    segment: str


@dataclass(frozen=True, slots=True)
class Change:
    """One file written once.

    Attributes:
        path: The file.
        label: What was done, for people.
        place: Offset in bytes from which on the file is different.
        old: The bytes that stood there; ``new``: that stand there now.
        before: SHA-256 of the file before; empty when there was none.
        after: SHA-256 of the file afterwards.
        concept: Id of the concept concerned, if it is one.
        review: The segment of an article that was approved, if it is one.
    """

    path: Path
    label: str
    place: int
    old: bytes
    new: bytes
    before: str
    after: str
    concept: str = ""
    review: Reviewed | None = None

    def reverse(self) -> Change:
        """Give the change that takes this one back."""
        return replace(self, old=self.new, new=self.old, before=self.after, after=self.before)


class Journal:
    """Writes files, and remembers what stood there.

    Attributes:
        done: What can be taken back, the last change at the right; ``undone``: what can be done again.
    """

    def __init__(self) -> None:
        self.done: deque[Change] = deque(maxlen=_MOST)
        self.undone: deque[Change] = deque(maxlen=_MOST)

    def write(self, path: Path, before: bytes | None, data: bytes, label: str, *, concept: str = "") -> None:
        """Write a file whole, unless it is not what it was.

        Args:
            path: The file; links are followed.
            before: Its bytes as they were read; None: it did not exist.
            data: Its bytes from now on.
            label: What was done.
            concept: Id of the concept concerned.

        Raises:
            ChangedMeanwhileError: Another program has written it.
            OutputError: The system refuses.
        """
        if before == data:
            return
        change = _difference(path, before, data, label, concept)
        self._apply(change)
        self.done.append(change)
        self.undone.clear()

    def note(
        self, path: Path, before: bytes | None, label: str, *, concept: str, review: Reviewed | None = None
    ) -> None:
        """Remember that somebody else has written a file for us, or removed it.

        Args:
            path: The file.
            before: Its bytes before that; None: it did not exist.
            label: What was done.
            concept: What it was done to.
            review: The segment that was approved, if it is one.
        """
        data = path.read_bytes() if path.exists() else None
        if data != before:
            change = _difference(path, before, data, label, concept)
            self.done.append(replace(change, review=review))
            self.undone.clear()

    def undo(self) -> Change | None:
        """Take the last change back; None when there is none.

        Raises:
            ChangedMeanwhileError: The file was changed by somebody else since.
        """
        if not self.done:
            return None
        change = self.done[-1]
        self._apply(change.reverse())
        self.undone.append(self.done.pop())
        return change

    def redo(self) -> Change | None:
        """Do again what was taken back last; None when there is nothing.

        Raises:
            ChangedMeanwhileError: The file was changed by somebody else since.
        """
        if not self.undone:
            return None
        change = self.undone[-1]
        self._apply(change)
        self.done.append(self.undone.pop())
        return change

    def _apply(self, change: Change) -> None:
        """Put a change into its file."""
        path = change.path.resolve()
        now = path.read_bytes() if path.exists() else None
        if (sha256(now) if now is not None else "") != change.before:
            raise ChangedMeanwhileError(
                "was changed by another program meanwhile", path=str(change.path), hint="look at it again"
            )
        if not change.after:
            path.unlink()
            return
        whole = now or b""
        data = whole[: change.place] + change.new + whole[change.place + len(change.old) :]
        assert sha256(data) == change.after
        writing.write(path, data, hint=_MEND)


def sha256(data: bytes) -> str:
    """Give the digest of bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _difference(path: Path, before: bytes | None, data: bytes | None, label: str, concept: str) -> Change:
    """Keep of a change what is different, so that two hundred of them in a large file are small."""
    old, new = before or b"", data or b""
    start = _common(old, new)
    most = min(len(old), len(new)) - start
    end = min(_common(old[::-1], new[::-1]), most)
    return Change(
        path,
        label,
        start,
        old[start : len(old) - end],
        new[start : len(new) - end],
        sha256(before) if before is not None else "",
        sha256(data) if data is not None else "",
        concept,
    )


def _common(one: bytes, other: bytes) -> int:
    """Count the bytes that two files have in common at their beginnings."""
    size = min(len(one), len(other))
    step = 1 << 16
    for at in range(0, size, step):
        end = min(at + step, size)
        a, b = one[at:end], other[at:end]
        if a != b:
            return at + next(i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)
    return size
