"""Argos packages on this computer: those that ship with localize and those that the user has installed.

``argostranslate.settings`` makes folders in the home directory when it is imported. Translating must not write
there, so that import runs with ``os.makedirs`` held back; nothing of ours needs those folders.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from localize.errors import EngineError, LocalizeError
from localize.languages import Pair, from_argos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What reading a damaged package may raise."""
_SAMPLE = 65_536
"""Bytes that are read at the beginning, in the middle and at the end of a file to know it from another one."""


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """An installed Argos package.

    Attributes:
        pair: Direction, BCP 47.
        version: Of the package.
        path: Its folder.
        beam: Beam size that the model was made for; 0 when the package does not say.
    """

    pair: Pair
    version: str
    path: Path
    beam: int = 0

    @property
    def name(self) -> str:
        """Name and version as they stand in origins: ``translate-en_pt 1.2``."""
        return f"translate-{self.pair.source}_{self.pair.target} {self.version}"

    def digest(self) -> str:
        """Digest what the package translates with, in milliseconds: models are swapped that keep name and version.

        Of large files, the size and three samples count: other weights differ everywhere. The same files have the same
        digest on every computer. A file that cannot be read counts by its name; loading it will tell.
        """
        digest = sha256()
        own = [self.path / name for name in ("metadata.json", "sentencepiece.model", "bpe.model")]
        for path in (*own, *sorted((self.path / "model").glob("*"))):
            digest.update(f"{path.name}\n".encode(errors="surrogateescape"))
            with suppress(OSError), path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                digest.update(f"{size}\n".encode())
                for start in (0, max(0, size - _SAMPLE) // 2, max(0, size - _SAMPLE)):
                    file.seek(start)
                    digest.update(file.read(_SAMPLE))
        return digest.hexdigest()[:8]


def shipped_folder() -> Path:
    """Give the folder of the packages that are part of localize."""
    return Path(str(files("localize") / "models"))


def user_folder() -> Path:
    """Give the folder in which Argos Translate installs packages for this user; it may not exist."""
    named = os.environ.get("ARGOS_PACKAGES_DIR")
    if named:
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"


def own_folder() -> Path:
    """Give the folder in which ``localize model install`` puts packages; it may not exist."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "localize" / "models"


def places(extra: Iterable[Path] = ()) -> list[Path]:
    """List the folders in which packages are looked for, those that win first."""
    return [*extra, own_folder(), user_folder(), shipped_folder()]


def find(folders: Iterable[Path]) -> tuple[ModelPackage, ...]:
    """List the translation packages in folders, each package once, newest version of a pair first.

    Folders that do not exist hold none. A folder without ``metadata.json`` is no package. Earlier folders win
    between equal versions.

    Raises:
        EngineError: A package's metadata, or a folder, cannot be read.
    """
    distinct: dict[str, Path] = {}
    for folder in folders:
        distinct.setdefault(os.path.realpath(folder), folder)
    found = [package for folder in distinct.values() for package in _in_folder(folder)]
    return tuple(sorted(found, key=lambda p: (p.pair, [-n for n in _numbers(p.version)])))


def _in_folder(folder: Path) -> Iterator[ModelPackage]:
    if not folder.is_dir():
        return
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise EngineError(
            f"{folder}: cannot be read ({error.strerror})", hint="check its permissions"
        ) from error
    for path in paths:
        metadata = path / "metadata.json"
        if metadata.is_file() and (path / "model").is_dir():
            package = _describe(path, metadata)
            if package is not None:
                yield package


def _describe(path: Path, metadata: Path) -> ModelPackage | None:
    try:
        data = json.loads(metadata.read_text(encoding="utf-8"))
        if data.get("type", "translate") != "translate":
            return None
        pair = Pair(from_argos(data["from_code"]), from_argos(data["to_code"]))
        beam = max(0, int(data.get("beam_size", 0)))
        return ModelPackage(pair, str(data.get("package_version", "")), path, beam)
    except (*_BROKEN, LocalizeError) as error:
        raise EngineError(
            f"{metadata}: not the metadata of an Argos package ({error})",
            hint="remove that folder, or install the package again",
        ) from error


def _numbers(version: str) -> Sequence[int]:
    return [int(part) if re.fullmatch("[0-9]{1,9}", part) else 0 for part in version.split(".")]


def open_package(package: ModelPackage) -> Any:
    """Open a package with ``argostranslate.package``: its tokenizer and target prefix.

    Raises:
        EngineError: It has no tokenizer, or one that does not work.
    """
    module = _argos_package_module()
    try:
        opened = module.Package(package.path)
        opened.tokenizer.encode("a")  # files are read at the first use; a broken BPE file ends the process
    except (*_BROKEN, ImportError, RuntimeError, SystemExit) as error:
        raise EngineError(
            f"{package.path}: the tokenizer cannot be loaded ({error})", hint="install the package again"
        ) from error
    return opened


def _argos_package_module() -> Any:
    if "argostranslate.settings" not in sys.modules:
        with _no_new_folders():
            import_module("argostranslate.settings")
    return import_module("argostranslate.package")


@contextmanager
def _no_new_folders() -> Iterator[None]:
    makedirs = os.makedirs
    os.makedirs = lambda *_args, **_kwargs: None
    try:
        yield
    finally:
        os.makedirs = makedirs
