"""Change single entries of a glossary file and leave the rest of it byte for byte as it is."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from localize.errors import GlossaryError
from localize.glossary.lazy import identity_of
from localize.glossary.table.columns import parse
from localize.glossary.table.csvfile import parse_bytes
from localize.glossary.table.csvtext import CsvText
from localize.glossary.table.rows import Row, Rows, first_term, header, is_list, split_name
from localize.glossary.table.sheet import split
from localize.glossary.words.tokens import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from localize.glossary.table.problems import Problem
    from localize.glossary.table.sheet import Sheet

_MEND = "mend the cells named above and try again"


class Editor:
    """A glossary file that is being changed.

    A row keeps the number that it had when the file was read. Nothing is checked before ``finish``.

    Attributes:
        path: The file, for messages.
        columns: Names of the columns, those added meanwhile included; empty for a column without a name.
        rows: Cells by the row's number in the file, as they were read.
        after: The changed file, once it is finished; None when it has no rows.
    """

    def __init__(self, data: bytes, path: str, *, sheet: Sheet | None = None) -> None:
        """Open a file.

        Args:
            data: UTF-8, with or without byte order mark; a header row alone, or nothing at all, has no rows yet.
            path: The file, for messages.
            sheet: What these bytes were read as, if somebody knows it already.

        Raises:
            GlossaryError: The file cannot be used as it is.
        """
        self.path = path
        sheet = sheet or _sheet(data, path)
        text = data.decode("utf-8-sig")
        self._text = CsvText(("\ufeff" if data.startswith(b"\xef\xbb\xbf") else "") + text)
        found, _ = parse(self._text.cells(0) if len(self._text) else [])
        self.columns = [column.name for column in found]
        self.rows: Mapping[int, Row] = Rows(sheet) if sheet else {}
        self.after: Sheet | None = None
        self._languages = [column.language for column in found if column.role == "term"]

    def add(self, cells: Row, *, after: int | None = None) -> None:
        """Add a row, where the order of the file wants it.

        A file that is sorted by its first language stays sorted; where kinds or domains stand together, so it is
        within them. Otherwise the row goes to the end.

        Args:
            cells: What it says. Columns that the file lacks are added behind the others. In a file whose rows all
                state an id, a row without one gets one made from its first term.
            after: Number of the row that it is to follow, 1 for the header.
        """
        cells = self._identified(cells)
        for name in header(cells):
            self._place(name)
        row = [cells.get(name, "") for name in self.columns]
        self._text.insert((self._last_before(cells) if after is None else after) - 1, row)

    def extend(self, rows: Sequence[Row]) -> list[int]:
        """Add many rows at the end, but for those whose id, or first term and domain, the file has.

        Returns:
            The places of the rows that were not added.
        """
        known: set[tuple[str, ...]] = set()
        for row in self.rows.values():
            known.update(_marks(row))
        places = {name: self._place(name) for row in rows for name in row}
        last = max(self.rows, default=1)
        taken = {row.get("id", "") for row in self.rows.values()}
        states_ids = "id" in self.columns and "" not in taken
        left: list[int] = []
        for place, row in enumerate(rows):
            if not known.isdisjoint(_marks(row)):
                left.append(place)
                continue
            values = [""] * len(self.columns)
            for name, cell in row.items():
                values[places[name]] = cell
            if states_ids and "id" not in row:
                first = identity_of(first_term(row, [*self._languages, *header(row)]))
                values[self.columns.index("id")] = next(
                    name for name in _numbered(first) if name not in taken
                )
            taken.add(values[self.columns.index("id")] if states_ids else "")
            self._text.insert(last - 1, values)
        return left

    def edit(self, number: int, cells: Mapping[str, str]) -> None:
        """Set cells of a row; an empty value clears a cell."""
        for name, value in cells.items():
            if value or name in self.columns:
                self._text.set(number - 1, self._place(name), value)

    def remove(self, number: int) -> None:
        """Take a row out."""
        self._text.remove(number - 1)

    def finish(self) -> bytes:
        """Give the bytes of the changed file.

        Raises:
            GlossaryError: The changed file could not be used; it must not be written.
        """
        data = self._text.render().encode()
        self.after = _sheet(data, self.path)
        return data

    def have(self, columns: Iterable[str]) -> None:
        """See to it that the file has columns; those it lacks are added behind the others."""
        for name in filter(None, columns):
            self._place(name)

    def _place(self, name: str) -> int:
        """Give the place of a column, which is added when the file has none of that name."""
        if name not in self.columns:
            place = self._text.append_column(name) if len(self._text) else self._first_column(name)
            self.columns += [""] * (place - len(self.columns)) + [name]
        return self.columns.index(name)

    def _first_column(self, name: str) -> int:
        self._text = CsvText(f"{name}\n")
        return 0

    def _identified(self, cells: Row) -> Row:
        """Give a new row an id when all others state one."""
        if "id" in cells or "id" not in self.columns:
            return cells
        taken = {row.get("id", "") for row in self.rows.values()}
        if "" in taken:
            return cells
        first = identity_of(first_term(cells, [*self._languages, *header(cells)]))
        made = next(name for name in _numbered(first) if name not in taken)
        return {"id": made, **cells}

    def _last_before(self, cells: Row) -> int:
        """Find the row behind which a new one goes."""
        numbers = list(self.rows)
        for column in ("kind", "domain"):
            group = [number for number in numbers if self.rows[number].get(column) == cells.get(column)]
            if group and _together([row.get(column, "") for row in self.rows.values()]):
                numbers = group
                break
        tag = next(iter(self._languages), "")
        keys = [self.rows[number].get(tag, "").casefold() for number in numbers]
        if not numbers:
            return 1
        if keys != sorted(keys) or len(keys) < 2 or tag not in cells:
            return numbers[-1]
        place = bisect_right(keys, cells[tag].casefold())
        return numbers[place - 1] if place else self._before(numbers[0])

    def _before(self, number: int) -> int:
        """Give the number of the row in front of another one; 1, the header's, for the first."""
        return max((other for other in self.rows if other < number), default=1)


def assignments(words: Iterable[str]) -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Read what is to be changed: ``pt=cessar-fogo``, ``note=`` to clear, ``forms:pt+=x`` and ``-=x`` for list items.

    Returns:
        Cells to set by column name, and items to add (``+``) or to take out (``-``) by column name.

    Raises:
        GlossaryError: A word is none of these, or names no column that a glossary can have.
    """
    cells: dict[str, str] = {}
    items: dict[str, list[tuple[str, str]]] = {}
    slips = []
    for word in words:
        name, equals, value = word.partition("=")
        sign = name[-1:] if name[-1:] in {"+", "-"} else ""
        (column,), problems = parse([name.removesuffix(sign) if sign else name])
        known = [message for cell, message in problems if cell != column.name]
        if not equals:
            slips.append(f"'{word[:40]}' says nothing: write COLUMN=VALUE, such as pt=cessar-fogo")
        elif not column.role:
            slips.append(f"'{name[:40]}' {known[0] if known else 'is no column'}")
        elif sign and not is_list(column.name):
            slips.append(f"'{column.name}' is no list: write {column.name}=VALUE")
        elif sign:
            items.setdefault(column.name, []).append((sign, value.strip()))
        else:
            cells[column.name] = value.strip()
    if slips:
        raise GlossaryError(
            slips, path="", hint="a column is a language tag, kind, domain, note, variants:pt, forms:pt ..."
        )
    return cells, items


def with_items(cell: str, changes: Sequence[tuple[str, str]]) -> str:
    """Add items to a list cell (``+``) and take items out (``-``); one that is there already stays where it is."""
    items = split(cell)
    for sign, item in changes:
        if sign == "+" and item and item not in items:
            items.append(item)
        elif sign == "-" and item in items:
            items.remove(item)
    return "|".join(items)


def _marks(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield what tells that two rows are of one concept: the id, or the first term as it is spelled with the domain."""
    if "id" in row:
        yield ("id", row["id"])
    names = (name for name in row if split_name(name)[0] == "term")
    name = next(names, "")
    if name:
        yield (name, key_of(row[name]), row.get("domain", "").casefold())


def _numbered(first: str) -> Iterator[str]:
    yield first
    number = 2
    while True:
        yield f"{first}-{number}"
        number += 1


def _together(values: Sequence[str]) -> bool:
    """Tell whether equal values stand together, and there are several of them."""
    runs = sum(a != b for a, b in pairwise(values)) + 1
    return 1 < runs == len(set(values))


def _sheet(data: bytes, path: str) -> Sheet | None:
    """Read a file; None when it has no rows.

    Raises:
        GlossaryError: It cannot be used.
    """
    sheet, problems = parse_bytes(data, path)
    if sheet is None and not is_without_rows(data, problems):
        raise GlossaryError([str(problem) for problem in problems[:200]], path=path, hint=_MEND)
    return sheet


def is_without_rows(data: bytes, problems: Sequence[Problem]) -> bool:
    """Tell whether all that is wrong with a file is that it has no rows."""
    said = [problem.message for problem in problems]
    return not data.strip(b"\xef\xbb\xbf \t\r\n") or said == ["holds no concept; add a row below the header"]
