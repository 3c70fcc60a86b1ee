"""The lock file: what a package was when it was first seen, so that a changed one is refused.

JSON, one package a line of its own, sorted, made to be committed::

    {
      "version": 1,
      "packages": {
        "translate-en_es-1_9": {"size": 90, "sha256": "...", "content": "..."}
      }
    }
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from localize import writing
from localize.errors import ModelError

try:
    import fcntl
except ImportError:  # Windows: two installs at once are not kept apart there
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_HEX = re.compile(r"[0-9a-f]{64}")
_CHANGED = "if the change is wanted, accept it with --accept-changed; else find out who changed the file"


@dataclass(frozen=True, slots=True)
class Entry:
    """What identifies a package.

    Attributes:
        size: Bytes of the file it came in.
        sha256: Of that file.
        content: SHA-256 of what was unpacked, see ``unpack.digest``.
    """

    size: int
    sha256: str
    content: str


class Locks:
    """Lock files that hold at the same time: that of the models' folder, and one that a project commits.

    Args:
        paths: A file that does not exist yet is made when something is recorded.
        strict: What is in none of the files is refused, not recorded.
        accept: A package that has changed is recorded anew instead of refused.
    """

    def __init__(self, paths: Sequence[Path], *, strict: bool = False, accept: bool = False) -> None:
        self._paths = tuple(paths)
        self._strict = strict
        self._accept = accept

    def check(self, name: str, **seen: str) -> None:
        """Compare what is known of a package (``sha256``, ``content``) with what was recorded.

        Raises:
            ModelError: It is not what was seen first, or nothing is recorded and it must be.
        """
        entries = [(path, entry) for path in self._paths if (entry := read(path).get(name))]
        if self._strict and not entries:
            places = ", ".join(map(str, self._paths))
            raise ModelError(f"{name} is not recorded there, and --locked is given", place=places)
        for path, entry in entries:
            for key, value in seen.items():
                recorded = getattr(entry, key)
                if recorded != value and not self._accept:
                    message = (
                        f"{name} has changed: SHA-256 of its {_OF[key]} is {value}, recorded is {recorded}"
                    )
                    raise ModelError(message, place=str(path), hint=_CHANGED)

    def record(self, name: str, entry: Entry) -> None:
        """Write a package down in every file.

        Raises:
            OutputError: A file cannot be written.
        """
        for path in self._paths:
            with writing.alone(path.parent):
                entries = read(path)
                if entries.get(name) != entry:
                    _write(path, {**entries, name: entry})


_OF = {"sha256": "file", "content": "content"}


def read(path: Path) -> dict[str, Entry]:
    """Read a lock file; none is an empty one.

    Raises:
        ModelError: It is no lock file.
    """
    try:
        return _parse(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ModelError(
            f"is no lock file of localize ({error})",
            place=str(path),
            hint="restore it, or remove it to begin anew",
        ) from error


def _parse(data: Any) -> dict[str, Entry]:
    """Read the JSON of a lock file; ``ValueError`` and others say that it is none."""
    if data["version"] != 1:
        raise ValueError(f"version {data['version']} is not known here")
    entries = {
        str(name): Entry(int(one["size"]), one["sha256"], one["content"])
        for name, one in data["packages"].items()
    }
    for name, entry in entries.items():
        if not (_HEX.fullmatch(entry.sha256) and _HEX.fullmatch(entry.content)):
            raise ValueError(f"the SHA-256 of {name} is none")
    return entries


def _write(path: Path, entries: Mapping[str, Entry]) -> None:
    lines = ",\n".join(
        f"    {json.dumps(name)}: {json.dumps(asdict(entry))}" for name, entry in sorted(entries.items())
    )
    text = f'{{\n  "version": 1,\n  "packages": {{\n{lines}\n  }}\n}}\n'
    writing.write(path, text.encode(), hint="name another lock file with --lock")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other process or thread is in here with the same path; the file stays, empty.

    Raises:
        ModelError: The file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise ModelError(
            f"cannot be written: {error.strerror}",
            place=str(path.parent),
            hint="name another folder with --into",
        ) from error
    with file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
