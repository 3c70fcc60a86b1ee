"""Which article files a command line means."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from localize import formats
from localize.errors import InputError
from localize.exchange import EXPORT_FORMATS, EXPORT_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Article:
    """An article file.

    Attributes:
        path: As the user would name it.
        relative: Where its translation goes below ``<output>/<language>/``; never absolute, never with ``..``.
        size: Bytes on disk when it was found.
    """

    path: Path
    relative: PurePath
    size: int = 0


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What is left out of folders, by patterns like those of a .gitignore.

    Attributes:
        patterns: A name (``drafts``, ``*.draft.md``), or the end of a path (``news/2019``, ``news/**/raw``); one that
            begins with a slash is a whole path from the root.
        root: What those count from.
    """

    patterns: tuple[str, ...] = ()
    root: Path = field(default_factory=Path)

    def names(self, path: Path) -> bool:
        """Tell whether a pattern names this very file or folder."""
        return bool(self.patterns) and self._names(_absolute(path))

    def holds(self, path: Path) -> bool:
        """Tell whether a pattern names a file, or a folder below the root that it is in."""
        whole, top = _absolute(path), _absolute(self.root)
        return any(
            self._names(one) for one in (whole, *whole.parents) if one.is_relative_to(top) and one != top
        )

    def _names(self, whole: Path) -> bool:
        for pattern in self.patterns:
            parts = PurePath(pattern.lstrip("/")).parts
            wanted = (*_absolute(self.root).parts, *parts) if pattern.startswith("/") else ("**", *parts)
            if parts and _fits(whole.parts, wanted):
                return True
        return False


def _fits(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Match a path part by part; ``**`` stands for any number of them."""
    if not (pattern and parts):
        return not parts and {*pattern} <= {"**"}
    if pattern[0] == "**":
        return _fits(parts, pattern[1:]) or _fits(parts[1:], pattern)
    return fnmatchcase(parts[0], pattern[0]) and _fits(parts[1:], pattern[1:])


def find(
    paths: Iterable[Path],
    *,
    output: Path,
    targets: Collection[str] = (),
    others: Mapping[Path, Collection[str]] | None = None,
    place: Callable[[Path], PurePath] | None = None,
    exclusion: Exclusion | None = None,
) -> tuple[Article, ...]:
    """List the article files that paths stand for.

    A folder stands for all files in it and below it whose extension belongs to a format, sorted by path. Hidden files
    and folders, links to folders, and the output folder are left out. A file that is reached twice is listed once.

    Args:
        paths: Files and folders, in the order in which they are to be worked on.
        output: The folder that receives translations; may not exist.
        targets: Languages of the run: their folders in ``output`` are left out where ``output`` itself holds articles.
        others: More output folders, and their languages.
        place: Where the translation of an article goes; None: to its path in the folder that is given, or, when the file
            itself is given, from the current folder.
        exclusion: What is left out of folders; what is given itself is not.

    Raises:
        InputError: A path is missing, no file or of no known format, a folder has no articles, or two files would have
            the same translation.
    """
    found: dict[str, Article] = {}
    outputs = {**(others or {}), output: targets}
    for path in paths:
        for article in _articles(path, outputs, exclusion or Exclusion()):
            if place is not None:
                article = replace(article, relative=place(article.path))  # noqa: PLW2901
            found.setdefault(os.path.realpath(article.path), article)
    places: dict[PurePath, Article] = {}
    for article in found.values():
        other = places.setdefault(article.relative, article)
        if other is not article:
            raise InputError(
                f"its translation would go to the same file as that of {other.path}: {article.relative}",
                path=str(article.path),
                hint="name a folder that holds both, or translate them in two runs with different --output",
            )
    return tuple(found.values())


def _articles(path: Path, outputs: Mapping[Path, Collection[str]], exclusion: Exclusion) -> Iterator[Article]:
    """Yield the articles that one path of the command line stands for."""
    if path.is_dir():
        files = sorted(_walk(path, _left_out(path, outputs), exclusion))
        if not files:
            known = ", ".join(each for one in formats.FORMATS.values() for each in one.extensions)
            raise InputError("no articles in this folder", path=str(path), hint=f"articles end in {known}")
        for file in files:
            yield Article(file, file.relative_to(path), _size(file))
        return
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a path"
        what = (
            "no such file or folder" if isinstance(error, FileNotFoundError) else f"cannot be read: {reason}"
        )
        raise InputError(what, path=str(path), hint="check the spelling of the path") from error
    if not stat.S_ISREG(mode):
        raise InputError(
            "is neither a file nor a folder", path=str(path), hint="use - to read standard input"
        )
    formats.for_path(path)
    yield Article(path, _within_current(path), _size(path))


def _walk(folder: Path, left_out: Collection[str], exclusion: Exclusion) -> Iterator[Path]:
    """Yield the files below a folder that look like articles; links to folders are not followed, so there are no loops."""

    def refuse(error: OSError) -> None:
        raise InputError(f"cannot be read: {error.strerror}", path=str(error.filename)) from error

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and os.path.realpath(Path(place, name)) not in left_out
            and not exclusion.names(Path(place, name))
        ]
        paths = (Path(place, name) for name in files if not name.startswith("."))
        paths = (path for path in paths if not exclusion.names(path))
        yield from (path for path in paths if formats.is_article(path) and not _is_export(path))


def _is_export(path: Path) -> bool:
    """Tell whether a file is what a run has written for translators: ``summit.md.po`` beside ``summit.md``."""
    suffixes = (EXPORT_SUFFIXES.get(name, f".{name}") for name in EXPORT_FORMATS)
    bases = (path.name[: -len(suffix)] for suffix in suffixes if path.name.endswith(suffix))
    return any(path.with_name(base).is_file() for base in bases if formats.is_article(PurePath(base)))


def _left_out(folder: Path, outputs: Mapping[Path, Collection[str]]) -> frozenset[str]:
    """Name the folders whose files are translations: an output folder, or its parts if articles are in it, too."""
    place = Path(os.path.realpath(folder))
    left_out: set[str] = set()
    for output, targets in outputs.items():
        holds = place.is_relative_to(os.path.realpath(output))
        left_out |= (
            {os.path.realpath(output / target) for target in targets} if holds else {os.path.realpath(output)}
        )
    return frozenset(left_out)


def _within_current(path: Path) -> PurePath:
    """Write a path relative to the current folder; of one outside, the name is kept."""
    whole, current = _absolute(path), Path.cwd()
    return whole.relative_to(current) if whole.is_relative_to(current) else PurePath(whole.name)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _size(path: Path) -> int:
    """Give a file's size; 0 for one that cannot be asked, which reading it will report."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
