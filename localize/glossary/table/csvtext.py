"""A CSV file as text that can be changed cell by cell, with all else left as it stands.

Reading and writing a file through ``csv`` would lose its quoting and its line ends; a version control system would then show
every line as changed. Here a record stays the very characters of the file until a cell of it is set.
"""

from __future__ import annotations

import re
from collections import Counter

_FIELD = r'(?:"[^"]*(?:""[^"]*)*"|[^",\r\n][^,\r\n]*)?'
_CELL = re.compile(rf"({_FIELD})(?:,|\Z)")
_RECORD = re.compile(rf"({_FIELD}(?:,{_FIELD})*)(\r\n|\r|\n|\Z)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_SPECIAL = re.compile(r'[",\r\n]')


class CsvText:
    """The records of a well-formed CSV text, as ``csv.reader`` in its strict mode counts them.

    Records are counted from 0 in the file as it was read, whatever is inserted or removed meanwhile.
    """

    def __init__(self, text: str) -> None:
        self._mark = "\ufeff" if text.startswith("\ufeff") else ""
        pattern, place = (_RECORD if '"' in text else _LINE), len(self._mark)
        self._records: list[str] = []
        self._ends: list[str] = []
        while place < len(text):
            found = pattern.match(text, place)
            assert found, "text that is no CSV must be refused before"
            self._records.append(found[1])
            self._ends.append(found[2])
            place = found.end()
        self._removed: set[int] = set()
        self._inserted: dict[int, list[str]] = {}
        self._quoted = (
            all(cell.startswith('"') for cell in _raw(self._records[0])) if self._records else False
        )

    def __len__(self) -> int:
        return len(self._records)

    def cells(self, index: int) -> list[str]:
        """Give the cells of a record; none for a blank line."""
        record = self._records[index]
        return [_bare(cell) for cell in _raw(record)] if record else []

    def set(self, index: int, place: int, value: str) -> None:
        """Change one cell; a record that is too short is filled up. A cell that was quoted stays quoted."""
        cells = _raw(self._records[index])
        cells += [""] * (place + 1 - len(cells))
        cells[place] = self._written(value, quoted=cells[place].startswith('"'))
        self._records[index] = ",".join(cells)

    def append_column(self, name: str) -> int:
        """Add a column at the end of the header and give its place; the other records stay short."""
        place = len(_raw(self._records[0])) if self._records[0] else 0
        self.set(0, place, name)
        return place

    def insert(self, after: int, values: list[str]) -> None:
        """Add a record after another one; several after the same one come in the order in which they are added."""
        record = ",".join(self._written(value, quoted=False) for value in values)
        self._inserted.setdefault(after, []).append(record)

    def remove(self, index: int) -> None:
        """Take a record out, with its line end."""
        self._removed.add(index)

    def render(self) -> str:
        """Give the text as it is now."""
        usual = next(iter(Counter(filter(None, self._ends)).most_common(1)), ("\n", 0))[0]
        parts: list[str] = []
        ends: list[str] = []
        for index, (record, end) in enumerate(zip(self._records, self._ends, strict=True)):
            if index not in self._removed:
                parts.append(record)
                ends.append(end)
            for new in self._inserted.get(index, ()):
                parts.append(new)
                ends.append(usual)
        if self._ends:
            ends = [end or usual for end in ends[:-1]] + [self._ends[-1] and ends[-1]] if ends else ends
        return self._mark + "".join(piece for pair in zip(parts, ends, strict=True) for piece in pair)

    def _written(self, value: str, *, quoted: bool) -> str:
        """Write a cell; empty ones are never quoted but where the whole file is."""
        if (quoted and value) or self._quoted or _SPECIAL.search(value):
            return '"' + value.replace('"', '""') + '"'
        return value


def _raw(record: str) -> list[str]:
    """Take a record apart into cells as they are written."""
    if '"' not in record:
        return record.split(",")
    cells, place = [], 0
    while True:
        found = _CELL.match(record, place)
        assert found, "a record holds nothing but cells"
        cells.append(found[1])
        if found.end() == len(record) and not found[0].endswith(","):
            return cells
        if found.end() == len(record):
            return [*cells, ""]
        place = found.end()


def _bare(cell: str) -> str:
    """Give what a cell says."""
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell
