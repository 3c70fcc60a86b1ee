"""Documents in OpenDocument (ISO/IEC 26300): of word processors (``.odt``), slide shows, drawings and tables.

A file is an archive, or all of it is one XML text (``.fodt``). Comments and deleted text are left as they are, and so are the
masters of slides, and cells of spreadsheets that are numbers or computed; headers and footers stand in the styles. The
language of the document becomes that of the targets, and its direction; its title, subject and description are prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.errors import FormatError
from localize.formats.archive import Archive
from localize.formats.office import odf
from localize.formats.office.files import Office
from localize.formats.office.odfstyles import OdfDialect, settle
from localize.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.formats.office.atoms import Block
    from localize.formats.package import Part

_KIND = "application/vnd.oasis.opendocument."
_SHOWS = (f"{_KIND}presentation", f"{_KIND}graphics")
_KINDS = (f"{_KIND}text", f"{_KIND}spreadsheet", *_SHOWS)
_FLAT = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_SAID = re.compile(r"""\bmimetype\s*=\s*["']([^"'<]*)["']""")
_LOOKED_AT = 20_000
"""Code points in which the root element of a flat file is looked for."""
_MANIFEST = "META-INF/manifest.xml"


def _open(data: bytes, path: str) -> Package:
    """Open a file, and tell its kind.

    Raises:
        FormatError: It is encrypted, damaged, or another kind of file.
    """
    if _FLAT.match(data):
        package = Package.flat(data, path=path)
    else:
        archive = Archive.open(data, path=path)
        if _MANIFEST in archive.members and b"encryption-data" in archive.read(_MANIFEST):
            raise FormatError("is protected by a password", path=path, hint="save it without a password")
        names = [name for name in ("content.xml", "styles.xml", "meta.xml") if name in archive.members]
        package = Package.of(archive, names or ["content.xml"])
    kind = _kind(package)
    if not kind.startswith(_KINDS):
        raise FormatError(f"is another kind of file: {kind[:100]!r}", path=path)
    return package


def _kind(package: Package) -> str:
    archive = package.archive
    if not archive.members:
        said = _SAID.search(package.text[:_LOOKED_AT])
        return said[1] if said else ""
    return archive.read("mimetype").decode("ascii", "replace") if "mimetype" in archive.members else _KINDS[0]


def _blocks(package: Package, part: Part) -> Iterator[Block]:
    show = _kind(package).startswith(_SHOWS)
    return odf.blocks(part, package.archive.path, masters=not show)


ODT = Office("odt", _open, _blocks, OdfDialect.of, lambda _archive: (), settle)
