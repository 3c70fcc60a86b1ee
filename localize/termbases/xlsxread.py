"""Read Excel workbooks (ECMA-376) as tables.

A workbook is a zip file of XML files. Of the libraries for it, openpyxl reads them with a parser that is not guarded
against entities, and takes some 40 MB of code with it where one screen does: text of the cells, nothing else.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from localize.glossary.table.columns import MOST_COLUMNS
from localize.termbases import tables
from localize.termbases.base import MOST_BYTES
from localize.termbases.headers import fields, is_own
from localize.xmltext import Entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.termbases.base import Reading
    from localize.termbases.tables import Line
    from localize.xmltext import Node

_MOST_PARTS = 2_000
_MOST_ROWS = 1_048_576
"""Of a sheet, as Excel has it."""
_MOST_CELLS = 20_000_000
_FREE_BYTES = 16 * 1024 * 1024
_RATIO = 100
"""How much more a workbook may be unpacked than packed, beyond the first bytes. Real ones stay below 60."""
_REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]+")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HINT = "save it again as an Excel workbook (.xlsx)"


def read(data: bytes, reading: Reading) -> None:
    """Read the sheets that hold tables of terms below a header, else the first sheet with anything in it."""
    workbook = _Workbook(data, reading)
    sheets = [(name, list(workbook.rows(path))) for name, path in workbook.sheets()]
    full = [(name, lines) for name, lines in sheets if lines]
    if not full:
        reading.refuse("holds no sheet with anything in it")
    chosen = [name for name, lines in full if _has_header(lines)] or [full[0][0]]
    for name, lines in full:
        if name in chosen:
            tables.read(lines, reading)
        else:
            reading.notes.append(f"sheet '{name[:40]}' with {len(lines)} rows was not read")
    if len(chosen) > 1:
        reading.notes.append(f"{len(chosen)} sheets were read: {', '.join(chosen)[:100]}")


def _has_header(lines: Sequence[Line]) -> bool:
    return any(is_own(cells) or fields(cells) is not None for _, cells in lines[:10])


class _Workbook:
    """The parts of a workbook, unpacked one by one and never more than a limit together."""

    def __init__(self, data: bytes, reading: Reading) -> None:
        self._reading = reading
        self._left = min(MOST_BYTES, _FREE_BYTES + _RATIO * len(data))
        self._cells = _MOST_CELLS
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            reading.refuse(f"is no Excel workbook ({error})", hint=_HINT)
        names = [info.filename for info in self._zip.infolist()]
        if len(names) > _MOST_PARTS:
            reading.refuse(f"is a zip file of more than {_MOST_PARTS:,} files", hint=_HINT)
        self._names = {name.lower(): name for name in names}
        self._shared: list[str] | None = None

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Yield name and path of each sheet."""
        if "xl/workbook.xml" not in self._names:
            self._reading.refuse("is a zip file, but no Excel workbook", hint=_HINT)
        links = {
            node.attributes.get("Id", ""): node.attributes.get("Target", "")
            for node in self._entries("xl/_rels/workbook.xml.rels", "Relationship")
        }
        for node in self._entries("xl/workbook.xml", "sheet"):
            name = next((link for key, link in node.attributes.items() if key.endswith(":id")), "")
            target = links.get(name, "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            if path.lower() in self._names:
                yield node.attributes.get("name", path), path

    def rows(self, path: str) -> Iterator[Line]:
        """Yield the rows of a sheet that hold anything, with their numbers."""
        number = 0
        for node in self._entries(path, "row"):
            told = node.attributes.get("r", "")
            number = int(told) if told.isdecimal() and len(told) < 8 else number + 1
            if number > _MOST_ROWS:
                self._reading.refuse(f"says it has more than {_MOST_ROWS:,} rows", place=number)
            cells: dict[int, str] = {}
            place = -1
            for cell in node.children:
                found = _REFERENCE.fullmatch(cell.attributes.get("r", ""))
                place = _column(found[1]) if found else place + 1
                text = self._text(cell)
                if text and place >= MOST_COLUMNS:
                    self._reading.lose(f"cells beyond column {MOST_COLUMNS:,}")
                elif text:
                    cells[place] = text
            if cells:
                self._cells -= max(cells) + 1
                if self._cells < 0:
                    self._reading.refuse(f"has more than {_MOST_CELLS:,} cells", place=number)
                yield number, [cells.get(i, "") for i in range(max(cells) + 1)]

    def _text(self, cell: Node) -> str:
        """Give what a cell shows, as text; the stored result of a formula, never the formula."""
        kind = cell.attributes.get("t", "n")
        value = next((node.text for node in cell.children if node.name == "v"), "")
        if kind == "inlineStr":
            return "".join(_string(node) for node in cell.children if node.name == "is")
        if kind == "s":
            strings = self._strings()
            known = value.strip().isdecimal() and len(value) < 10 and int(value) < len(strings)
            self._reading.lose("cells that refer to no string", not known)
            return strings[int(value)] if known else ""
        if kind == "e":
            self._reading.lose(f"a cell with the error {value[:10]}")
            return ""
        return {"0": "false", "1": "true"}.get(value, value) if kind == "b" else _unescaped(value)

    def _strings(self) -> list[str]:
        if self._shared is None:
            path = "xl/sharedstrings.xml"
            self._shared = (
                [_string(node) for node in self._entries(path, "si")] if path in self._names else []
            )
        return self._shared

    def _entries(self, path: str, name: str) -> Iterator[Node]:
        if path.lower() not in self._names:
            self._reading.refuse(f"has no part {path}", hint=_HINT)
        try:
            with self._zip.open(self._names[path.lower()]) as part:
                data = part.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            zlib.error,
        ) as error:
            self._reading.refuse(f"cannot be unpacked: {path} ({error})", hint=_HINT)
        self._left -= len(data)
        if self._left < 0:
            self._reading.refuse("unpacks to far more than its size", hint="split it into several files")
        return iter(Entries(data, self._reading, {name}))


def _string(node: Node) -> str:
    """Give the text of a string, of all its runs, without phonetic guides."""
    parts = []
    for child in node.children:
        if child.name == "t":
            parts.append(child.all_text())
        elif child.name == "r":
            parts += [text.all_text() for text in child.children if text.name == "t"]
    return _unescaped("".join(parts))


def _column(letters: str) -> int:
    """Give the number of a column, from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _unescaped(text: str) -> str:
    """Read the escapes of ECMA-376 (22.9.2.19): ``_x000D_`` is a carriage return."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
