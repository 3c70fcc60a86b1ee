"""Article files: read a file into a ``Document`` and write it with its units translated.

A format is one module and one line in ``FORMATS``: a module with ``read`` and ``write`` from text to text, or, for
files that are archives, with ``read`` and ``save`` from bytes to bytes. What is not prose comes back as it is; without
targets what is written is what was read, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from localize import legacy
from localize.errors import InputError
from localize.formats import epub, html, markdown, relatives, subtitles, text
from localize.formats.decoding import MAX_BYTES, UNICODE, decode, decode_untold, encode, load
from localize.formats.html import encoding as html_encoding
from localize.formats.office.docx import DOCX
from localize.formats.office.odt import ODT
from localize.formats.office.pptx import PPTX
from localize.formats.resources import jsonfile, pofile, tongue, xlifffile, yamlfile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from localize.document import Document, Text, Unit

__all__ = [
    "FORMATS", "MAX_BYTES", "RESOURCE_FORMATS", "TEXT_FORMATS", "AnyFormat", "Format", "PackedFormat", "beside", "for_path",
    "guessed", "is_article", "parse", "read", "same_structure", "save",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of article file that is text.

    Attributes:
        name: Key in ``FORMATS`` and ``Document.format``.
        extensions: Lower case, with the dot.
        read: Finds the units of a decoded text; the second argument is the path, for the document and for messages.
        write: Gives the text with targets, by unit id, in place of the sources; the last argument is their language.
        decode: Turns bytes into text, and names the codec; like ``decoding.decode``.
        beside: Gives a translation that was read again the units of its source, where a reader goes by the words to
            tell where one ends.
        untold: Whether files may be in an encoding that they do not name. Then ``decode`` takes ``otherwise``.
        sparing: Extensions that other files have, too: in a folder, only a file whose name or folder names a language
            (``en.json``, ``locales/en/web.json``) is taken for an article.
    """

    name: str
    extensions: tuple[str, ...]
    read: Callable[[str, str], Document]
    write: Callable[[Document, Mapping[str, Text], str], str]
    decode: Callable[..., tuple[str, str]] = decode
    beside: Callable[[Document, Document], Document] = lambda _source, written: written
    untold: bool = False
    sparing: tuple[str, ...] = ()

    def parse(self, data: bytes, path: str) -> Document:
        """Read a document from the bytes of a file.

        Raises:
            FormatError: As in ``formats.read``.
        """
        decoded, encoding = self.decode(data, path=path)
        document = self.read(decoded, path)
        return document if encoding == document.encoding else replace(document, encoding=encoding)

    def save(self, document: Document, targets: Mapping[str, Text], language: str) -> bytes:
        """Give the bytes of a file with targets in place of the sources."""
        written = self.write(document, targets, language)
        if written != document.text and guessed(document):  # so that nobody has to guess again
            document = replace(document, encoding="utf-8")
        return encode(document, written)


@dataclass(frozen=True, slots=True)
class PackedFormat:
    """A kind of article file that is an archive of several texts.

    Attributes:
        name: Key in ``FORMATS`` and ``Document.format``.
        extensions: Lower case, with the dot.
        parse: Reads a document from the bytes of a file; the second argument is the path. The document's ``package``
            are the bytes, its ``text`` is made of the archive's texts (``package.py``).
        save: Gives the bytes of the file with targets, by unit id, in place of the sources; the last argument is their
            language.
    """

    name: str
    extensions: tuple[str, ...]
    parse: Callable[[bytes, str], Document]
    save: Callable[[Document, Mapping[str, Text], str], bytes]


AnyFormat = Format | PackedFormat

_untold = partial(Format, decode=decode_untold, untold=True)
TEXT_FORMATS = {
    "text": _untold("text", (".txt", ".text"), text.read, text.write),
    "markdown": _untold(
        "markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx", ".qmd", ".rmd"),
        markdown.read,
        markdown.write,
    ),
    "html": Format(
        "html",
        (".html", ".htm", ".xhtml", ".xht", ".shtml"),
        html.read,
        html.write,
        html_encoding.decode,
        untold=True,
    ),
    "srt": _untold("srt", (".srt",), subtitles.read_srt, subtitles.write, beside=subtitles.beside),
    "vtt": _untold("vtt", (".vtt",), subtitles.read_vtt, subtitles.write, beside=subtitles.beside),
}
RESOURCE_FORMATS = {
    "json": Format(
        "json",
        (".json", ".jsonc", ".arb"),
        jsonfile.read,
        jsonfile.write,
        beside=jsonfile.beside,
        sparing=(".json", ".jsonc"),
    ),
    "po": Format("po", (".po", ".pot"), pofile.read, pofile.write, pofile.decode, beside=pofile.beside),
    "xliff": Format(
        "xliff",
        (".xlf", ".xliff", ".mxliff", ".mqxliff", ".sdlxliff"),
        xlifffile.read,
        xlifffile.write,
        xlifffile.decode,
        beside=xlifffile.beside,
    ),
    "yaml": Format(
        "yaml",
        (".yml", ".yaml"),
        yamlfile.read,
        yamlfile.write,
        beside=yamlfile.beside,
        sparing=(".yml", ".yaml"),
    ),
}
PACKED_FORMATS = {
    "docx": PackedFormat("docx", (".docx", ".docm", ".dotx", ".dotm"), DOCX.parse, DOCX.save),
    "odt": PackedFormat(
        "odt",
        (
            *(".odt", ".ott", ".fodt", ".odp", ".otp", ".fodp", ".odg", ".otg", ".fodg"),
            *(".ods", ".ots", ".fods"),
        ),
        ODT.parse,
        ODT.save,
    ),
    "pptx": PackedFormat(
        "pptx", (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"), PPTX.parse, PPTX.save
    ),
    "epub": PackedFormat("epub", (".epub",), epub.parse, epub.save),
}
FORMATS: dict[str, AnyFormat] = {**TEXT_FORMATS, **RESOURCE_FORMATS, **PACKED_FORMATS}


def for_path(path: str | PurePath) -> AnyFormat:
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
    raise InputError(what, path=str(path), hint=relatives.hint(extension) or f"known extensions: {known}")


def is_article(path: PurePath) -> bool:
    """Tell whether a file in a folder is an article, going by its name."""
    extension = path.suffix.lower()
    chosen = next((one for one in FORMATS.values() if extension in one.extensions), None)
    sparing = isinstance(chosen, Format) and extension in chosen.sparing
    return chosen is not None and (not sparing or tongue.of_path(str(path)) is not None)


def read(path: Path, *, limit: int = MAX_BYTES) -> Document:
    """Read an article file of at most ``limit`` bytes.

    Raises:
        InputError: The path is missing, unreadable, too large, or of no known format.
        FormatError: The file is no text in an encoding that it names or that can be told, or cannot be parsed.
    """
    chosen = for_path(path)
    return parse(load(path, limit=limit), path=str(path), using=chosen)


def parse(data: bytes, *, path: str, using: AnyFormat) -> Document:
    """Read an article from bytes, for example from standard input.

    Raises:
        FormatError: As in ``read``.
    """
    return using.parse(data, path)


def save(
    document: Document, targets: Mapping[str, Text], language: str, *, limits: subtitles.Limits | None = None
) -> bytes:
    """Give the bytes of a document's file with its units translated.

    Args:
        document: As it was read.
        targets: By unit id. A unit without a target, or with its own source as target, stays as it is, so that with
            no targets the result is the file that was read.
        language: BCP 47 tag of the targets.
        limits: Of the cues of subtitles; None: the usual ones.

    Raises:
        OutputError: A target holds a lone surrogate, which no encoding can express.
    """
    using = FORMATS[document.format]
    if limits and isinstance(using, Format) and using.write is subtitles.write:
        using = replace(using, write=partial(subtitles.write, limits=limits))
    return using.save(document, targets, language)


def guessed(document: Document) -> str:
    """Name the encoding that a file was taken to be in, though it does not name it; empty: it is known."""
    using = FORMATS[document.format]
    if not isinstance(using, Format) or not using.untold or document.encoding in UNICODE:
        return ""
    if using.name == "html" and html_encoding.declares(document.text):
        return ""
    return legacy.CODECS.get(document.encoding, (document.encoding,))[0]


def beside(document: Document, written: Document) -> Document:
    """Give a translation that was read again units that can be compared with those of its source, one by one."""
    using = FORMATS[document.format]
    return using.beside(document, written) if isinstance(using, Format) else written


def same_structure(document: Document, written: bytes, *, using: AnyFormat | None = None) -> bool:
    """Tell whether a written file, read again, has the units and the inline codes of the document.

    Units are compared by kind, in order; the codes of a unit by kind, in any order, because words move. Codes that
    only spell characters do not count.

    Args:
        document: As it was read.
        written: What ``save`` gave for it.
        using: The format with which it was read, if that is not the one in ``FORMATS``.
    """
    again = beside(document, (using or FORMATS[document.format]).parse(written, document.path))
    return [_shape(unit) for unit in document.units] == [_shape(unit) for unit in again.units]


def _shape(unit: Unit) -> tuple[str, Counter[str]]:
    return unit.kind, Counter(code.kind for code in unit.source.codes if code.kind != "literal")
