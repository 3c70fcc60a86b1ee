"""Write a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from secrets import token_hex
from typing import TYPE_CHECKING

from localize.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

try:
    import fcntl
except ImportError:  # no such locks on Windows; there, the last of two writers wins
    fcntl = None  # type: ignore[assignment]

_HINT = "name another folder with --output"


def write(path: Path, data: bytes, *, aside: Path | None = None, hint: str = _HINT) -> None:
    """Put bytes into a file, in place of what it held; folders that are missing are made.

    The bytes go into a hidden file beside it, which takes the name once the disk has it all. Whatever happens on
    the way, an interrupt included, the path holds what it held before, and no other file is left.

    Args:
        path: Of the file.
        data: All of it.
        aside: A folder for the hidden file, on the same disk: what a killed process leaves is there and nowhere else.
        hint: What to do when it fails.

    Raises:
        OutputError: The system refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _part(path, aside)
    except OSError as error:
        raise _refused(path, error, hint) from error
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _refused(path, error, hint) from error
    finally:
        with suppress(FileNotFoundError, NotADirectoryError):  # it has its name, or was never made
            part.unlink()


@contextmanager
def alone(folder: Path, *, hint: str = _HINT) -> Iterator[None]:
    """Wait until nobody else writes into a folder. The folder itself is locked: no file is left to be committed.

    On NFS folders cannot be locked; there, the last of two writers wins.

    Args:
        folder: Made if it is missing.
        hint: What to do when it cannot be used.

    Raises:
        OutputError: The system refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = None if fcntl is None else os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _refused(folder, error, hint) from error
    try:
        if handle is not None:
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _part(path: Path, aside: Path | None) -> Path:
    """Name the hidden file: beside the path, where another folder is not on the same disk."""
    name = f".{token_hex(8)}.part"
    if aside is None:
        return path.parent / name
    aside.mkdir(parents=True, exist_ok=True)
    same = aside.stat().st_dev == path.parent.stat().st_dev
    return (aside if same else path.parent) / name


def _refused(path: Path, error: OSError, hint: str) -> OutputError:
    return OutputError(f"cannot be written: {error.strerror or error}", path=str(path), hint=hint)


def ready(folder: Path, *, hint: str = _HINT) -> None:
    """Make sure, before work begins, that files can be written into a folder, which need not exist yet.

    Raises:
        OutputError: A file is in its way, or the folder it would be made in refuses.
    """
    place = folder.absolute()
    while not os.path.lexists(place):
        place = place.parent
    if not place.is_dir():
        raise OutputError("cannot hold files: it is no folder", path=str(_shown(place, folder)), hint=hint)
    if not os.access(place, os.W_OK | os.X_OK):
        raise OutputError(
            "cannot be written to: permission denied, or its disk is read-only",
            path=str(_shown(place, folder)),
            hint=hint,
        )


def _shown(place: Path, folder: Path) -> Path:
    """Write an ancestor of a folder the way the folder was written."""
    return next((one for one in (folder, *folder.parents) if one.absolute() == place), place)
