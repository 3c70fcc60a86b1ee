"""The output folder with its state: what of it is still right, whose it is, and how something gets into it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from localize import writing
from localize.batch import fingerprints
from localize.batch.records import Record
from localize.batch.state import FOLDER
from localize.errors import OutputError
from localize.languages import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from localize.batch.fingerprints import Fingerprints
    from localize.batch.inputs import Article
    from localize.batch.state import State
    from localize.config import Config
    from localize.exchange import Rows

_PARTS, _EDITED = "parts", "edited"
"""Folders in the state's: files that are being written, and edited ones that others have taken the place of."""
_ABANDONED = 3600
"""Seconds after which a file that is being written belongs to a run that was killed."""
_CONDITIONS = {"missing": "is missing", "older": "was written by another run"}


class Standing(NamedTuple):
    """A translation that need not be made again.

    Attributes:
        rows: For the report.
        edited: Files that are newly found to be edited.
    """

    rows: Rows
    edited: tuple[str, ...] = ()


class Shelf:
    """The files of one output folder.

    What is remembered of them is known by their place, seen from the folder in which runs remember.

    Args:
        config: Names both folders.
        state: What is known of it.
        prints: What translations depend on.
        force: Everything is to be made anew, also what somebody has edited.
    """

    def __init__(self, config: Config, state: State, prints: Fingerprints, *, force: bool = False) -> None:
        self._output = config.output
        self._home = config.home
        self._state = state
        self._prints = prints
        self._force = force

    def clean(self) -> None:
        """Remove what runs that were killed had begun to write."""
        folder = self._home / FOLDER / _PARTS
        with suppress(OSError):
            for path in folder.iterdir():
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()

    def place(self, article: Article, target: str) -> Path:
        """Name the translation of an article."""
        return self._output / target / article.relative

    def record(self, article: Article, target: str) -> Record | None:
        """Look up what became of an article in a language."""
        return self._state.record(self._key(self.place(article, target)))

    def is_quick(self, record: Record, article: Article, sha: str, target: str) -> bool:
        """Tell without reading the article that its translation would come out the same."""
        if not record.rows.file.source:
            return False
        pair = Pair(record.rows.file.source, target)
        return bool(record.quick) and record.quick == self._prints.quick(str(article.path), sha, pair)

    def standing(self, article: Article, sha: str, target: str) -> Standing | None:
        """Tell, without reading the article, that its translation stands; None: only a closer look can tell."""
        record = None if self._force else self.record(article, target)
        if record is None or not self.is_quick(record, article, sha, target):
            return None
        return self._stands(record, article, record.quick)

    def standing_after_all(
        self, article: Article, parts: Mapping[str, object], target: str
    ) -> Standing | None:
        """Tell that a translation stands, since nothing that it depends on has changed."""
        record = None if self._force else self.record(article, target)
        if record is None or record.parts != parts:
            return None
        return self._stands(record, article, self._quick(article, parts, target))

    def _stands(self, record: Record, article: Article, quick: str) -> Standing | None:
        found = {key: self._condition(record, key) for key in record.files}
        if not {*found.values()} <= {"intact", "edited", "edited before"}:
            return None
        new = [key for key, condition in found.items() if condition == "edited"]
        edited = {key: sha for key, sha in record.edited.items() if found.get(key) == "edited before"}
        edited |= {key: self._sha(key) or "" for key in new}
        if quick != record.quick or edited != record.edited:
            self._state.finish(record.with_(quick=quick, edited=edited))
        output = at(self._home, record.output)
        return Standing(
            record.again(str(article.path), str(output)), tuple(str(at(self._home, key)) for key in new)
        )

    def foreign(self, article: Article, sha: str, pair: Pair) -> Mapping[str, str] | None:
        """Look up which blocks an earlier run left as they are; None: only reading can tell."""
        record = self.record(article, pair.target)
        if record is None or record.reading != self._prints.reading(sha, pair):
            return None
        found = record.parts.get("foreign")
        return found if isinstance(found, dict) else None

    def damage(self, record: Record) -> Iterator[str]:
        """Say which files of a record a run would write again, though all else is as it was, and why."""
        for key in record.files:
            condition = self._condition(record, key)
            if condition in _CONDITIONS:
                yield f"{at(self._home, key)} {_CONDITIONS[condition]}"

    def _condition(self, record: Record, key: str) -> str:
        """Tell what has become of a file: ``_CONDITIONS``, ``intact``, ``edited``, ``edited before`` if that was told."""
        now = self._sha(key)
        if now is None:
            return "missing"
        if now == record.files[key]:
            return "intact"
        if self._state.ours(key, now):
            return "older"
        return "edited before" if now == record.edited.get(key) else "edited"

    def edited(self, files: list[Path]) -> tuple[str, ...]:
        """List those of some files that are not as any run has written them."""
        return tuple(str(path) for path in files if self._is_edited(path))

    def _is_edited(self, path: Path) -> bool:
        key = self._key(path)
        if not self._state.has_written(key):
            return False
        now = self._sha(key)
        return now is not None and not self._state.ours(key, now)

    def put(self, files: Mapping[Path, bytes]) -> tuple[str, ...]:
        """Write files, each whole or not at all; gives where edited ones went of which they take the place.

        Raises:
            OutputError: The system refuses, or a link leads out of the output folder.
        """
        aside = []
        self._state.will_write({self._key(path): fingerprints.of_bytes(data) for path, data in files.items()})
        for path, data in files.items():
            _contain(path, self._output)
            if self._is_edited(path):
                aside.append(self._put_aside(path))
            writing.write(path, data, aside=self._parts_folder())
        return tuple(aside)

    def _parts_folder(self) -> Path | None:
        return self._home / FOLDER / _PARTS if self._state.usable else None

    def _put_aside(self, path: Path) -> str:
        data = path.read_bytes()
        inner = [part for part in PurePath(self._key(path)).parts if part != ".."]
        place = self._home.joinpath(FOLDER, _EDITED, *inner)
        number = 0
        while (to := place.with_name(f"{place.name}.{number}" if number else place.name)).exists():
            number += 1
        writing.write(to, data)
        return str(to)

    def finish(
        self,
        article: Article,
        parts: Mapping[str, object],
        files: Mapping[Path, bytes],
        rows: Rows,
        sentences: list[bytes],
    ) -> None:
        """Remember what was written."""
        record = Record(
            output=self._key(Path(rows.file.output)),
            article=PurePath(os.path.relpath(article.path, self._home)).as_posix(),
            quick=self._quick(article, parts, rows.file.target),
            parts=parts,
            files={self._key(path): fingerprints.of_bytes(data) for path, data in files.items()},
            rows=rows,
            edited={},
            reading=self._prints.reading(
                str(parts["article"]), Pair(str(parts["language"]), rows.file.target)
            ),
        )
        self._state.finish(record, sentences)

    def _quick(self, article: Article, parts: Mapping[str, object], target: str) -> str:
        pair = Pair(str(parts["language"]), target)
        return self._prints.quick(str(article.path), str(parts["article"]), pair)

    def _key(self, path: Path) -> str:
        if path.is_relative_to(self._home):
            return path.relative_to(self._home).as_posix()
        return PurePath(os.path.relpath(path, self._home)).as_posix()

    def _sha(self, key: str) -> str | None:
        try:
            return fingerprints.of_bytes(at(self._home, key).read_bytes())
        except OSError:
            return None


def at(home: Path, key: str) -> Path:
    """Give the path of a remembered file; dots are resolved by their letters, as when the key was made."""
    return Path(os.path.normpath(home / key)) if key.startswith("../") else home / key


def _contain(path: Path, output: Path) -> None:
    """Refuse a path that links lead out of the output folder.

    Raises:
        OutputError: It is outside.
    """
    if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(output)):
        raise OutputError("a link leads out of the output folder", path=str(path), hint="remove the link")
