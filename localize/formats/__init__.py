"""Article files: read a file into a ``Document`` and write it with its units translated.

A format is one module with ``read`` and ``write``, and one line in ``FORMATS``. What is not prose comes back as it
is; without targets the written text is the text that was read, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from localize.errors import InputError
from localize.formats import html, markdown, text
from localize.formats.decoding import MAX_BYTES, decode, encode, load
from localize.formats.html import encoding as html_encoding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from localize.document import Document, Text, Unit

__all__ = [
    "FORMATS", "MAX_BYTES", "Format", "encode", "for_path", "parse", "read", "same_structure", "write",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of article file.

    Attributes:
        name: Key in ``FORMATS`` and ``Document.format``.
        extensions: Lower case, with the dot.
        read: Finds the units of a decoded text; the second argument is the path, for the document and for messages.
        write: Gives the text with targets, by unit id, in place of the sources; the last argument is their language.
        decode: Turns bytes into text, and names the codec; like ``decoding.decode``.
    """

    name: str
    extensions: tuple[str, ...]
    read: Callable[[str, str], Document]
    write: Callable[[Document, Mapping[str, Text], str], str]
    decode: Callable[..., tuple[str, str]] = decode


FORMATS = {
    "text": Format("text", (".txt", ".text"), text.read, text.write),
    "markdown": Format("markdown", (".md", ".markdown", ".mdown", ".mkd"), markdown.read, markdown.write),
    "html": Format("html", (".html", ".htm", ".xhtml", ".xht"), html.read, html.write, html_encoding.decode),
}


def for_path(path: str | PurePath) -> Format:
    """Choose the format by the extension of a path, whatever its case.

    Raises:
        InputError: No format has that extension.
    """
    extension = PurePath(path).suffix.lower()
    for candidate in FORMATS.values():
        if extension in candidate.extensions:
            return candidate
    known = ", ".join(each for candidate in FORMATS.values() for each in candidate.extensions)
    what = (
        f"'{extension}' is no article format"
        if extension
        else "has no extension, so its format cannot be told"
    )
    raise InputError(what, path=str(path), hint=f"known extensions: {known}")


def read(path: Path, *, limit: int = MAX_BYTES) -> Document:
    """Read an article file of at most ``limit`` bytes.

    Raises:
        InputError: The path is missing, unreadable, too large, or of no known format.
        FormatError: The file is not text in UTF-8, or in UTF-16 or UTF-32 with a byte order mark, or cannot be parsed.
    """
    chosen = for_path(path)
    return parse(load(path, limit=limit), path=str(path), using=chosen)


def parse(data: bytes, *, path: str, using: Format) -> Document:
    """Read an article from bytes, for example from standard input.

    Raises:
        FormatError: As in ``read``.
    """
    decoded, encoding = using.decode(data, path=path)
    document = using.read(decoded, path)
    return document if encoding == document.encoding else replace(document, encoding=encoding)


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated.

    Args:
        document: As it was read.
        targets: By unit id. A unit without a target, or with its own source as target, stays as it is, so that with
            no targets the result is ``document.text``.
        language: BCP 47 tag of the targets.
    """
    return FORMATS[document.format].write(document, targets, language)


def same_structure(document: Document, written: str, *, using: Format | None = None) -> bool:
    """Tell whether a written text, read again, has the units and the inline codes of the document.

    Units are compared by kind, in order; the codes of a unit by kind, in any order, because words move. Codes that
    only spell characters do not count.

    Args:
        document: As it was read.
        written: What ``write`` gave for it.
        using: The format with which it was read, if that is not the one in ``FORMATS``.
    """
    again = (using or FORMATS[document.format]).read(written, document.path)
    return [_shape(unit) for unit in document.units] == [_shape(unit) for unit in again.units]


def _shape(unit: Unit) -> tuple[str, Counter[str]]:
    return unit.kind, Counter(code.kind for code in unit.source.codes if code.kind != "literal")
