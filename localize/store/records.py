"""What stands in an installed package of how it was when it was installed: ``localize.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from localize.store.lock import Entry
from localize.store.unpack import RECORD

if TYPE_CHECKING:
    from pathlib import Path


def written(source: str, entry: Entry, files: dict[str, tuple[int, str]]) -> bytes:
    """Write the record of a package: where it came from, sizes and sums, in all and file by file."""
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
        data = json.loads((path / RECORD).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def entry(path: Path) -> Entry | None:
    """Read what was recorded of an installed package; None when there is none, or it is damaged."""
    data = _read(path)
    try:
        return Entry(int(str(data["size"])), str(data["sha256"]), str(data["content"])) if data else None
    except (KeyError, ValueError):
        return None


def files(path: Path) -> dict[str, tuple[int, str]] | None:
    """Read size and SHA-256 of each file from a package's record; None when there is none."""
    data = _read(path)
    found = data.get("files") if data else None
    if not isinstance(found, dict):
        return None
    return {str(name): (int(one[0]), str(one[1])) for name, one in found.items()}
