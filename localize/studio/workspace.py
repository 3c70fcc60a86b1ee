"""The glossary files that are open, read again whenever they have changed on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from localize.glossary.glossary import Glossary, GlossaryFile, data_of, files_of
from localize.glossary.lazy import Concepts
from localize.glossary.table.csvfile import parse_bytes
from localize.glossary.table.editing import is_without_rows
from localize.glossary.table.problems import Problem
from localize.glossary.table.rows import Row, split_name
from localize.glossary.words.tokens import key_of
from localize.studio.search import Index, build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.glossary.table.sheet import Sheet

NEW_FILE = Path("glossaries/glossary.csv")
"""Where the first concept goes when there is no glossary yet."""


Claims = dict[str, int | list[int]]
"""Numbers of concepts by the key of a spelling of one language; a number alone, where only one concept has it."""


@dataclass(frozen=True, slots=True)
class State:
    """The glossary at one moment; never changes.

    Attributes:
        sheets: The files that hold concepts.
        empty: Paths of files that hold none yet.
        broken: What is wrong with files that cannot be used, by path.
        glossary: All concepts.
        index: For searching.
        ids: Of all concepts, in order.
    """

    sheets: tuple[Sheet, ...]
    empty: tuple[str, ...]
    broken: Mapping[str, Sequence[Problem]]
    glossary: Glossary
    index: Index
    ids: Sequence[str]
    numbers: Mapping[str, int]
    _claims: dict[str, Claims] = field(default_factory=dict, repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """List the languages of all files, in order."""
        return tuple(dict.fromkeys(tag for sheet in self.sheets for tag in sheet.languages))

    @property
    def files(self) -> tuple[str, ...]:
        """List the paths of the files that can be written to."""
        return (*(sheet.path for sheet in self.sheets), *self.empty)

    def row(self, number: int) -> Row:
        """Give the cells of a concept that are not empty."""
        sheet, index = self.index.place(number)
        return {name: cells[index] for name, cells in sheet.columns.items() if cells[index]}

    def columns(self, path: str) -> tuple[str, ...]:
        """List the columns of a file."""
        return next((tuple(sheet.columns) for sheet in self.sheets if sheet.path == path), ())

    def claimants(self, row: Row) -> set[int]:
        """Give the concepts that have a spelling of a row as a term or variant of the same language."""
        if not self._claims:
            self._claims.update(_claims(self.index))
        found: set[int] = set()
        for name, cell in row.items():
            for language, key in _keys(name, cell):
                found |= _numbers(self._claims.get(language, {}).get(key, ()))
        return found


class Workspace:
    """Glossary files on disk. Safe to use from several threads.

    Attributes:
        lock: Held while files are read and written, so that nothing comes between.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        """Open files.

        Args:
            paths: Files and folders, as ``glossary.load`` takes them; a path that does not exist may come later.
        """
        self._paths = tuple(paths)
        self._seen: tuple[tuple[str, int, int, int], ...] | None = None
        self._state: State | None = None
        self._known: dict[str, Sheet] = {}
        self.lock = RLock()

    def state(self) -> State:
        """Give the glossary as the files are now; they are read only when one has changed."""
        with self.lock:
            found = list(files_of(self._paths))
            seen = tuple(stamp(file) for file in found)
            if self._state is None or seen != self._seen:
                self._state, self._seen = _read(found, self._known), seen
                self._known = {sheet.sha256: sheet for sheet in self._state.sheets}
            return self._state

    def expect(self, sheet: Sheet | None) -> None:
        """Learn what the bytes that are about to be written read as."""
        if sheet is not None:
            self._known[sheet.sha256] = sheet

    def path(self, name: str) -> Path | None:
        """Give the file of a name that a page sent; None for anything that is not open here."""
        state = self.state()
        if name in state.files:
            return Path(name)
        return Path(name) if not state.files and name == str(self.first) else None

    @property
    def first(self) -> Path:
        """The file that is made for the first concept, when there is none."""
        return next((path for path in self._paths if path.suffix.lower() == ".csv"), self._new())

    def _new(self) -> Path:
        return self._paths[0] / NEW_FILE.name if self._paths else NEW_FILE


def stamp(file: Path | Problem) -> tuple[str, int, int, int]:
    """Give what changes when a file does."""
    if isinstance(file, Problem):
        return (str(file), 0, 0, 0)
    try:
        found = file.stat()
    except OSError:
        return (str(file), 0, 0, 0)
    return (str(file), found.st_mtime_ns, found.st_size, found.st_ino)


def _read(files: Sequence[Path | Problem], known: Mapping[str, Sheet]) -> State:
    """Read files, but for those that are known; one that cannot be used does not keep the others from being used."""
    sheets: list[Sheet] = []
    empty: list[str] = []
    broken: dict[str, Sequence[Problem]] = {}
    for file in files:
        data = file if isinstance(file, Problem) else data_of(file)
        if isinstance(data, Problem):
            if not data.message.startswith(("holds no .csv", "does not exist")):
                broken[data.path] = (data,)
            continue
        sheet, problems = _sheet(data, str(file), known)
        if sheet is not None:
            sheets.append(sheet)
        elif is_without_rows(data, problems):
            empty.append(str(file))
        else:
            broken[str(file)] = problems
    concepts = Concepts(sheets)
    listed = tuple(GlossaryFile(sheet.path, sheet.sha256, len(sheet.rows)) for sheet in sheets)
    ids = concepts.ids if sheets else ()
    numbers = {name: number for number, name in enumerate(ids)}
    return State(tuple(sheets), tuple(empty), broken, Glossary(concepts, listed), build(sheets), ids, numbers)


def _sheet(data: bytes, path: str, known: Mapping[str, Sheet]) -> tuple[Sheet | None, Sequence[Problem]]:
    """Read a file, unless these bytes were read before."""
    found = known.get(sha256(data).hexdigest())
    return (found, ()) if found is not None and found.path == path else parse_bytes(data, path)


def _claims(index: Index) -> dict[str, Claims]:
    """List concepts by language and spelling.

    A spelling that one concept has, as nearly all are, takes no container of its own: a hundred thousand of these
    would keep the garbage collector busy for longer than all the rest.
    """
    claims: dict[str, Claims] = {}
    for start, sheet in zip(index.starts, index.sheets, strict=True):
        for name, cells in sheet.columns.items():
            role, language = split_name(name)
            if role not in {"term", "variants"}:
                continue
            own = claims.setdefault(language if role == "variants" else name, {})
            for number, cell in enumerate(cells, start):
                for item in (cell,) if role == "term" else cell.split("|"):
                    if item:
                        _claim(own, _key(item), number)
    return claims


def _claim(claims: Claims, key: str, number: int) -> None:
    """Note that a concept has a spelling."""
    have = claims.get(key)
    if have is None:
        claims[key] = number
    elif isinstance(have, int):
        claims[key] = [have, number]
    else:
        have.append(number)


def _numbers(claim: int | Sequence[int]) -> frozenset[int]:
    """Give the concepts that a claim stands for."""
    return frozenset((claim,) if isinstance(claim, int) else claim)


@lru_cache(maxsize=1 << 19)
def _key(text: str) -> str:
    """Give the key of a spelling; after a save, nearly all of them are known already."""
    return key_of(text)


def _keys(column: str, cell: str) -> Iterator[tuple[str, str]]:
    """Yield the spellings that a cell claims, with their language."""
    role, language = split_name(column)
    if role == "term":
        yield column, _key(cell)
    elif role == "variants":
        yield from ((language, _key(item)) for item in cell.split("|"))
