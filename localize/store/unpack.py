"""A package file, unpacked as if it came from an enemy.

Refused before a byte is written: names that lead out of the folder, links and devices, two names that are one on
some system, encryption, and more entries or bytes than a model can have. What is written is checked against the
archive's own sums.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from localize.errors import LocalizeError, ModelError
from localize.languages import Pair, from_argos
from localize.store.index import VERSION, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from io import BufferedReader
    from pathlib import Path

RECORD = "localize.json"
"""What localize adds to an unpacked package."""

_ENTRIES = 10_000
_BYTES = 8 * 2**30
RATIO, SLACK = 50, 16 * 2**20
"""Unpacked bytes for a packed one, and some more for small archives: weights and vocabularies pack to a half."""
_METADATA_BYTES = 1_000_000
_CHUNK = 1 << 20
_MAJOR = 1
"""Of the packages' format (``argos_version``); none of another number exists."""
_BAD_NAME = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1

_HINT = "fetch the file again, or get it from another place"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a package says of itself."""

    pair: Pair
    version: str

    @property
    def name(self) -> str:
        """Name its folder, the way Argos Translate does: ``translate-en_es-1_9``."""
        version = re.sub(r"[^0-9A-Za-z]", "_", self.version) or "0"
        return f"translate-{self.pair.source}_{self.pair.target}-{version}"


class Archive:
    """An open package file, looked through but not yet unpacked.

    Args:
        file: Seekable, binary.
        place: Its path, for messages.

    Raises:
        ModelError: It is no Argos package, damaged, for a newer format, or hostile.
    """

    def __init__(self, file: BufferedReader, place: str) -> None:
        self._place = place
        self.size = file.seek(0, os.SEEK_END)
        file.seek(0)
        self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise self._error(f"is no Argos package, or is cut off ({error})") from error
        entries = self._zip.infolist()
        self._check(entries)
        top = min(
            (e.filename for e in entries if PurePosixPath(e.filename).name == "metadata.json"),
            key=lambda name: name.count("/"),
            default="",
        )
        if not top or top.count("/") > 1:
            raise self._error("is no Argos package: it has no metadata.json")
        self._root = top.removesuffix("metadata.json")
        self._entries = [
            e for e in entries if e.filename.startswith(self._root) and e.filename != self._root + RECORD
        ]
        self.facts = self._describe(self._zip.getinfo(top))
        self._check_parts()

    def unpack(self, folder: Path, advance: Callable[[int, int], None]) -> dict[str, tuple[int, str]]:
        """Write the package into a new folder, all of it on disk when this returns.

        Args:
            folder: Must not exist; its parent must.
            advance: Told the bytes written and how many there will be.

        Returns:
            Size and SHA-256 of each file by its path, sorted.

        Raises:
            ModelError: The archive is damaged, or the disk full.
        """
        total, done = sum(e.file_size for e in self._entries), 0
        free = shutil.disk_usage(folder.parent).free
        if total > free:
            raise ModelError(
                f"the package needs {total:,} bytes, the disk has {free:,}",
                place=str(folder.parent),
                hint="make room",
            )
        written: dict[str, tuple[int, str]] = {}
        folder.mkdir()
        for entry in self._entries:
            name = entry.filename.removeprefix(self._root)
            if entry.is_dir():
                continue
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            try:
                with self._zip.open(entry) as packed, path.open("xb") as file:
                    while chunk := packed.read(_CHUNK):
                        digest.update(chunk)
                        file.write(chunk)
                        done += len(chunk)
                        advance(done, total)
                    file.flush()
                    os.fsync(file.fileno())
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
                raise self._error(f"is damaged: {name} cannot be unpacked ({error})") from error
            written[name] = (path.stat().st_size, digest.hexdigest())
        return dict(sorted(written.items()))

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuse what no package has."""
        if len(entries) > _ENTRIES:
            raise self._error(f"is refused: it has {len(entries):,} entries")
        total = sum(e.file_size for e in entries)
        if total > min(_BYTES, self.size * RATIO + SLACK):
            raise self._error(f"is refused: {self.size:,} bytes would become {total:,}")
        seen: set[str] = set()
        for entry in entries:
            problem = _odd(entry)
            key = unicodedata.normalize("NFC", entry.filename.rstrip("/")).casefold()
            if key in seen:
                problem = "stands in it twice"
            seen.add(key)
            if problem:
                raise self._error(f"is refused: its entry {entry.filename[:100]!r} {problem}")

    def _describe(self, entry: zipfile.ZipInfo) -> Facts:
        if entry.file_size > _METADATA_BYTES:
            raise self._error("is refused: its metadata.json is too large")
        try:
            data = json.loads(self._zip.read(entry))
            return self._facts(data)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            raise self._error(f"is damaged: metadata.json cannot be unpacked ({error})") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise self._error(
                f"is no Argos package: its metadata.json is not understood ({error})"
            ) from error

    def _facts(self, data: Mapping[str, object]) -> Facts:
        kind = data.get("type", "translate")
        if kind != "translate":
            raise self._error(f"is a package of type '{kind}': localize needs translation packages only")
        needed = str(data.get("argos_version", "1"))
        if max(numbers(needed)[:1], default=0) > _MAJOR:
            raise self._error(f"is for a newer format, Argos {needed}: update localize")
        version = str(data.get("package_version") or "0")
        if not VERSION.fullmatch(version):
            raise ValueError(f"'{version[:40]}' is no version")
        try:
            return Facts(Pair(from_argos(str(data["from_code"])), from_argos(str(data["to_code"]))), version)
        except LocalizeError as error:
            raise ValueError(str(error)) from error

    def _check_parts(self) -> None:
        """Make sure that there are a model and a tokenizer."""
        sizes = {e.filename.removeprefix(self._root): e.file_size for e in self._entries}
        if not sizes.get("model/model.bin"):
            raise self._error("is no Argos package: it has no model/model.bin")
        if not (sizes.get("sentencepiece.model") or sizes.get("bpe.model")):
            raise self._error("is no Argos package: it has neither sentencepiece.model nor bpe.model")

    def _error(self, message: str) -> ModelError:
        return ModelError(message, place=self._place, hint=_HINT)


def _odd(entry: zipfile.ZipInfo) -> str:
    """Say why an entry is refused; empty for a good one."""
    name = entry.filename
    parts = name.removesuffix("/").split("/")
    mode = entry.external_attr >> 16
    if _BAD_NAME.search(name) or any(p in {"", ".", ".."} or p.endswith((".", " ")) for p in parts):
        return "has a name that may lead elsewhere"
    if len(name) > 200:
        return "has too long a name"
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is a link or a device"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    return "" if entry.compress_type in _METHODS else "is packed in an unusual way"


def hashes(folder: Path) -> dict[str, tuple[int, str]]:
    """Give size and SHA-256 of every file of an unpacked package by its path, sorted; ours is left out.

    Raises:
        ModelError: One cannot be read, or is no ordinary file.
    """
    found: dict[str, tuple[int, str]] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name == RECORD or (path.is_dir() and not path.is_symlink()):
            continue
        if path.is_symlink() or not path.is_file():
            raise ModelError("is a link, not a file of a package", place=str(path))
        try:
            with path.open("rb") as file:
                found[name] = (path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
        except OSError as error:
            raise ModelError(f"cannot be read: {error.strerror}", place=str(path)) from error
    return dict(sorted(found.items()))


def digest(files: Mapping[str, tuple[int, str]]) -> str:
    """Sum a package up: SHA-256 of lines ``<sha256>  <path>``, as ``sha256sum`` prints them, sorted by path."""
    lines = "".join(f"{sha256}  {name}\n" for name, (_, sha256) in sorted(files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()
