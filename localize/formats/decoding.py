"""Bytes of an article file to text and back."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from localize import legacy
from localize.errors import FormatError, InputError, OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from localize.document import Document

MAX_BYTES = 64 * 1024 * 1024
"""Largest article file that is read: about ten thousand printed pages, fifty times the longest novels."""

UNICODE = frozenset(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
"""Codecs that can express every character."""

HINT = "name its encoding with --encoding, or convert it: iconv -f WINDOWS-1252 -t UTF-8 '{}' > utf-8.txt"

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; the UTF-32 ones first, because that of UTF-16-LE is the beginning of UTF-32-LE's."""


def load(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Read the bytes of an article file, at most ``limit`` of them.

    Raises:
        InputError: The path is missing, no file, unreadable, or larger than ``limit`` bytes.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        stream = str(path) == "-"
        hint = "only localize translate reads standard input" if stream else "check the spelling of the path"
        raise InputError("no such file", path=str(path), hint=hint) from error
    except IsADirectoryError as error:
        raise InputError("is a folder, not an article file", path=str(path)) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path=str(path)) from error
    if len(data) > limit:
        size = path.stat().st_size
        raise InputError(
            f"{max(size, len(data)):,} bytes are too large for one article; the limit is {limit:,} bytes",
            path=str(path),
            hint="split the file into articles",
        )
    return data


_SHIFTED = "iso2022_jp"


def decode(data: bytes, *, path: str) -> tuple[str, str]:
    """Decode UTF-8, or UTF-16 or UTF-32 with a byte order mark; the mark stays in the text as U+FEFF.

    Returns:
        The text, every newline as it is, and the Python codec that gives the same bytes again.

    Raises:
        FormatError: The bytes are not valid in that encoding, or hold a NUL, which no text file does. The message
            names the offset of the first offending byte, counted from 0.
    """
    encoding = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(
            f"byte {error.start} (0x{data[error.start]:02X}) is not {encoding.upper()}: {error.reason}",
            path=path,
            line=line if encoding == "utf-8" else 0,
            hint=HINT.format(path),
        ) from error
    nul = text.find("\0")
    if nul >= 0:
        offset = len(text[:nul].encode(encoding))
        raise FormatError(
            f"byte {offset} is NUL: this is a binary file, or UTF-16 or UTF-32 without a byte order mark",
            path=path,
            hint=f"if it is text, convert it, e.g. iconv -f UTF-16LE -t UTF-8 '{path}' > utf-8.txt",
        )
    return text, encoding


def decode_untold(data: bytes, *, path: str, otherwise: str = "") -> tuple[str, str]:
    """Decode text that does not name its encoding: like ``decode``, or what its words look most like.

    Args:
        data: The file.
        path: For messages.
        otherwise: Encoding of a file that is not UTF-8; empty: told by its words (``legacy``).

    Returns:
        As ``decode``. The codec is none of ``UNICODE`` if it was *otherwise* or told by the words.

    Raises:
        FormatError: As ``decode``, or the bytes are not *otherwise*.
    """
    if b"\x1b$" in data and not otherwise and (text := _shifted(data)):
        return text, _SHIFTED
    try:
        return decode(data, path=path)
    except FormatError as error:
        codec = _named(otherwise, path) if otherwise else legacy.likely(data)
        if not codec:
            raise
        try:
            text = data.decode(codec)
            same = text.encode(codec) == data
        except UnicodeError:
            same = False
        if not same or "\0" in text:
            raise FormatError(
                f"is neither UTF-8 nor {otherwise}, as the encoding is said to be",
                path=path,
                hint="name another one with --encoding",
            ) from error
        return text, codec


def _shifted(data: bytes) -> str:
    """Decode ISO-2022-JP, which looks like ASCII but for its escape sequences; empty if it is none."""
    try:
        text = data.decode(_SHIFTED)
        return text if text.encode(_SHIFTED) == data else ""
    except UnicodeError:
        return ""


def _named(encoding: str, path: str) -> str:
    """Find the codec that an encoding's name stands for."""
    try:
        found = codecs.lookup(encoding)
        "a".encode(found.name)  # what turns no text into bytes is no encoding
    except (LookupError, TypeError, ValueError) as error:
        raise FormatError(
            f"no encoding is called '{encoding}'", path=path, hint="use a name such as windows-1252"
        ) from error
    return found.name


def encode(document: Document, text: str) -> bytes:
    """Encode a written text the way the document was encoded; a byte order mark is part of the text.

    Raises:
        OutputError: The text holds a lone surrogate, which no encoding can express, or a character that the encoding
            that the file names cannot.
    """
    try:
        return text.encode(document.encoding)
    except UnicodeEncodeError as error:
        raise OutputError(
            f"the character U+{ord(text[error.start]):04X} cannot be written as {document.encoding.upper()}",
            path=document.path,
        ) from error
