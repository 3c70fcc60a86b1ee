"""The table of termbase formats, how one is chosen, and the way in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from localize.errors import GlossaryError
from localize.glossary.table.rows import LISTS, Row, split_name
from localize.termbases import delimited, po, tbxread, tbxwrite, tmx, utx, xliff, xlsxread, xlsxwrite
from localize.termbases.base import MOST_BYTES, Reading, Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ALL = frozenset(
    {
        "id",
        "kind",
        "domain",
        "status",
        "case",
        "note",
        "definition",
        "guard",
        "term",
        "gender",
        "number",
        *LISTS,
    }
)


@dataclass(frozen=True, slots=True)
class TermFormat:
    """A format.

    Attributes:
        title: What people call it.
        extensions: Of its files, the first one is written.
        read: Takes the bytes of a file into a ``Reading``.
        write: Gives the bytes of a file.
        carries: Roles of the columns that it holds; the others are lost.
        pair: True when it holds two languages only.
        target_only: Roles that it holds for the second language alone.
    """

    title: str
    extensions: tuple[str, ...]
    read: Callable[[bytes, Reading], None]
    write: Callable[[Sequence[Row], Writing], bytes]
    carries: frozenset[str] = _ALL
    pair: bool = False
    target_only: frozenset[str] = frozenset()


_WORDS = frozenset({"term"})
_PAIR_READ, _PAIR_WRITE = delimited.read_pairs, delimited.write_pairs

FORMATS: dict[str, TermFormat] = {
    "csv": TermFormat("comma-separated values", (".csv",), delimited.read, delimited.write_csv),
    "xlsx": TermFormat("Excel workbook", (".xlsx", ".xlsm"), xlsxread.read, xlsxwrite.write),
    "tbx": TermFormat("TBX version 3 (DCA)", (".tbx",), tbxread.read, tbxwrite.write),
    "tbx-dct": TermFormat("TBX version 3 (DCT)", (".tbx",), tbxread.read, partial(tbxwrite.write, style="dct")),
    "tbx-v2": TermFormat("TBX version 2", (".tbx",), tbxread.read, partial(tbxwrite.write, style="v2")),
    "tmx": TermFormat("TMX 1.4", (".tmx",), tmx.read, tmx.write, _ALL - {"forms", "gender", "number"}),
    "utx": TermFormat(
        "UTX 1.20", (".utx",), utx.read, utx.write, _ALL - {"kind", "case", "guard", "number"}, pair=True,
        target_only=frozenset({"forms", "gender", "deprecated", "forbidden"}),
    ),
    "xliff": TermFormat(
        "XLIFF 2 glossary", (".xlf", ".xliff"), xliff.read, xliff.write, _WORDS | {"id", "definition", "variants"}, pair=True,
        target_only=frozenset({"variants"}),
    ),
    "po": TermFormat("gettext PO", (".po", ".pot"), po.read, po.write, _WORDS | {"domain", "definition", "note"}, pair=True),
    "google": TermFormat("Google glossary", (".csv",), delimited.read, delimited.write_google, _WORDS),
    "deepl": TermFormat("DeepL glossary", (".csv",), _PAIR_READ, partial(_PAIR_WRITE, mark=","), _WORDS, pair=True),
    "deepl-tsv": TermFormat("DeepL glossary", (".tsv",), _PAIR_READ, partial(_PAIR_WRITE, mark="\t"), _WORDS, pair=True),
    "omegat": TermFormat(
        "OmegaT glossary", (".txt", ".tab", ".utf8"), _PAIR_READ, partial(_PAIR_WRITE, mark="\t", comment=True),
        _WORDS | {"note", "definition"}, pair=True,
    ),
}  # fmt: skip
"""Formats by the name that ``--format`` takes."""

_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "is an Excel workbook of before 2007, or another binary file of Microsoft's", "save it as .xlsx or as CSV"),
    (b"%pdf", "is a PDF", "ask for the table that it was made from"),
    (b"{\\rtf", "is an RTF document", "save its table as .xlsx or as CSV"),
    (b"sqlite format 3", "is a database", "export it as TBX, .xlsx or CSV"),
    (b"\x1f\x8b", "is packed with gzip", "unpack it first"),
    (b"{", "is JSON", "export it as TBX, .xlsx or CSV"),
    (b"[{", "is JSON", "export it as TBX, .xlsx or CSV"),
    (b"<!doctype html", "is an HTML page", "download the file that the page offers"),
    (b"<html", "is an HTML page", "download the file that the page offers"),
)  # fmt: skip
"""How files begin that people take for termbases: what they are, and what to do."""
_ODS = b"mimetypeapplication/vnd.oasis.opendocument"
"""What stands in the first bytes of a file of LibreOffice's own."""
_ROOTS = (
    ("xliff", "xliff"),
    ("tmx", "tmx"),
    ("martif", "tbx"),
    ("tbx", "tbx"),
    ("mtf", "tbx"),
    ("termEntry", "tbx"),
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")


def choose(path: str, data: bytes) -> str:
    """Tell the format of a file by what it holds, and by its name where that does not tell."""
    suffix = PurePath(path).suffix.lower()
    if data.startswith(b"PK"):
        return "xlsx"
    start = data[:2048].replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \r\n\t")
    if start.startswith("<"):
        names = [name.lower() for name in _ROOT.findall(start)]
        return next((known for root, known in _ROOTS if root.lower() in names), "tbx")
    if start.startswith("#UTX"):
        return "utx"
    by_name = {one: name for name, known in reversed(FORMATS.items()) for one in known.extensions}
    return (
        by_name.get(suffix, "csv")
        if suffix in {".po", ".pot", ".utx", ".xlsx", ".tbx", ".tmx", ".xlf"}
        else "csv"
    )


def load(data: bytes, reading: Reading, name: str = "") -> str:
    """Read a termbase into a ``Reading``.

    Args:
        data: The bytes of the file.
        reading: What is known of it; receives what is found.
        name: Key of ``FORMATS``; empty: told by the file.

    Returns:
        The format.

    Raises:
        GlossaryError: It cannot be read, as a whole; single entries are left out and told instead.
    """
    if len(data) > MOST_BYTES:
        reading.refuse(f"is larger than {MOST_BYTES // 2**20} MiB", hint="split it into several files")
    name = name or _recognised(data, reading)
    FORMATS[name].read(data, reading)
    if not reading.rows:
        reasons = [f"{reading.path}:{place}: entry: {reason}" for place, reason in reading.skipped[:20]]
        raise GlossaryError(
            [f"{reading.path}: no entry could be taken", *reasons],
            path=reading.path,
            hint="say what it is with --format, and its languages with --from and --to",
        )
    return name


def _recognised(data: bytes, reading: Reading) -> str:
    """Tell the format, or refuse what is none."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, what, hint in _OTHERS:
        if start.startswith(mark):
            reading.refuse(what, hint=hint)
    if data.startswith(b"PK") and _ODS in data[:200]:
        reading.refuse("is a file of LibreOffice", hint="save it as .xlsx or as CSV")
    return choose(reading.path, data)


def export(rows: Sequence[Row], name: str, writing: Writing) -> bytes:
    """Write rows in a format; what it cannot hold is counted in ``writing.lost``.

    Args:
        rows: In order.
        name: Key of ``FORMATS``.
        writing: Its languages must be columns of the rows.
    """
    using = FORMATS[name]
    kept = {writing.source, writing.target} if using.pair else None
    for row in rows:
        for column in row:
            role, language = split_name(column)
            tag = column if role == "term" else language
            half = role in using.target_only and tag == writing.source
            if role not in using.carries or half or (kept is not None and tag and tag not in kept):
                writing.lost[column] += 1
    return using.write(rows, writing)
