"""Documents in OpenDocument: of word processors (``.odt``) and slide shows (``.odp``; ISO/IEC 26300).

Comments and deleted text are left as they are; headers and footers stand in the styles. The language of the document
becomes that of the targets, and its direction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.errors import FormatError
from localize.formats.office import odf
from localize.formats.office.files import Office
from localize.formats.office.odfstyles import OdfDialect, settle, styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.formats.archive import Archive
    from localize.formats.office.atoms import Block
    from localize.formats.package import Package, Part

_KINDS = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.presentation")


def _parts(archive: Archive) -> Sequence[str]:
    """Name the parts with prose.

    Raises:
        FormatError: It is encrypted, or another kind of file.
    """
    kind = archive.read("mimetype") if "mimetype" in archive.members else _KINDS[0]
    if not kind.startswith(_KINDS):
        raise FormatError(
            f"is another kind of file: {kind[:100].decode('ascii', 'replace')!r}", path=archive.path
        )
    manifest = "META-INF/manifest.xml"
    if manifest in archive.members and b"encryption-data" in archive.read(manifest):
        raise FormatError("is protected by a password", path=archive.path, hint="save it without a password")
    return [
        name for name in ("content.xml", "styles.xml") if name == "content.xml" or name in archive.members
    ]


def _blocks(package: Package, part: Part) -> Iterator[Block]:
    """Find the paragraphs; the masters of slides are left."""
    if part.name == "styles.xml" and _is_show(package.archive):
        return iter(())
    return odf.blocks(part, package.archive.path)


def _is_show(archive: Archive) -> bool:
    return "mimetype" in archive.members and archive.read("mimetype").startswith(_KINDS[1])


ODT = Office("odt", _parts, _blocks, OdfDialect.of, styles, settle)
