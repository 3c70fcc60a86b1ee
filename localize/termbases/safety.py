"""Bytes of unknown origin into text, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from localize import legacy

if TYPE_CHECKING:
    from localize.termbases.base import Reading

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MOST_CONTROLS = 0.05
"""Part of a text's characters from which on it is none."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def decode(data: bytes, reading: Reading) -> str:
    """Decode a text file: as the user says, by its byte order mark, as UTF-8, as UTF-16 without a mark, else by its words.

    Raises:
        GlossaryError: The bytes are not in the encoding that the user or the mark names.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    name = reading.encoding or marked or legacy.unmarked(data) or "utf-8"
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        if name != "utf-8" or reading.encoding:
            reading.refuse(
                f"is not in the encoding {name} ({error})", hint="name another one with --encoding"
            )
        codec = legacy.tell(data)
        text = data.decode(codec, errors="replace")
        said = legacy.CODECS.get(codec, ("UTF-8 with mistakes",))[0]
        reading.notes.append(f"is not UTF-8 and was read as {said}; if letters are wrong, use --encoding")
        reading.lose("a byte that is no letter in that encoding", text.count("\ufffd"))
    if len(_CONTROLS.findall(text)) > len(text) * _MOST_CONTROLS:
        reading.refuse("is no text", hint="is it a termbase, or a table saved as CSV?")
    return text.removeprefix("\ufeff")


def guard(cell: str) -> str:
    """Put an apostrophe in front of what a spreadsheet would run as a formula; ``unguard`` takes it away again.

    The characters are those of the OWASP page on CSV injection.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Take away the apostrophe that ``guard`` has put there."""
    return cell[1:] if _GUARDED.match(cell) else cell
