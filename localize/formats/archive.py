"""Zip archives as office files and e-books use them: read with suspicion, written with every untouched member as it was.

A member that is not replaced is copied as it is compressed, so that pictures and fonts are never unpacked and nothing in
the archive changes but what was translated: order, dates, methods, comments and attributes stay. The records follow
APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from localize.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_MEMBERS = 20_000
"""Most members; an office file has tens, a long e-book hundreds."""

MAX_PART = 64 * 1024 * 1024
"""Largest member that is unpacked, in bytes."""

_MAX_RATIO, _RATIO_FROM = 250, 1024 * 1024
"""How many times its packed size a member may have, from that size on. Deflate makes 1,032 at most; the tables of
spreadsheets, the most repetitive XML that people have, make about 100."""

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
_ZIP64 = 1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNSAFE = re.compile(r"(?:^|[/\\])\.\.(?:$|[/\\])|^[/\\]|^[A-Za-z]:|[\x00-\x1f\x7f\\]")


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip archive that was found to be sound.

    Attributes:
        path: For messages.
        data: The whole file.
        members: By name, in the order of the archive.
    """

    path: str
    data: bytes
    members: Mapping[str, zipfile.ZipInfo]

    @classmethod
    def open(cls, data: bytes, *, path: str) -> Archive:
        """Look over an archive without unpacking anything.

        Raises:
            FormatError: It is no zip archive, or damaged, encrypted, or one that no honest program makes: with
                members that overlap, share a name, lead out of the archive, or are too many.
        """
        if not data.startswith(_LOCAL):
            raise _no_zip(data, path)
        if data.count(_CENTRAL) > MAX_MEMBERS:  # counted before zipfile makes an object for each
            raise FormatError(f"the archive has more than {MAX_MEMBERS:,} members", path=path)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as file:
                infos = file.infolist()
        except (
            zipfile.BadZipFile,
            ValueError,
            NotImplementedError,
            OSError,
            EOFError,
            struct.error,
        ) as error:
            raise FormatError(
                f"the zip archive is damaged or cut off: {error}",
                path=path,
                hint="save or download the file again",
            ) from error
        if not infos:  # it begins with a member, so that the directory has lost it
            raise FormatError(
                "the zip archive is damaged: its directory is empty",
                path=path,
                hint="save or download the file again",
            )
        members: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            if odd := _odd(info):
                raise FormatError(f"member {info.orig_filename!r} {odd}", path=path)
            if members.setdefault(info.filename, info) is not info:
                raise FormatError(f"member {info.filename!r} is there twice", path=path)
        archive = cls(path, data, members)
        archive._refuse_overlaps()
        return archive

    def read(self, name: str) -> bytes:
        """Unpack a member.

        Raises:
            FormatError: It is missing, damaged, larger than ``MAX_PART`` or packed like a zip bomb.
        """
        info = self.members.get(name)
        if info is None:
            raise FormatError(f"the archive has no member {name!r}", path=self.path)
        if info.file_size > MAX_PART:
            raise self._error(info, f"is larger than {MAX_PART:,} bytes")
        if info.file_size > _RATIO_FROM and info.file_size > _MAX_RATIO * info.compress_size:
            raise self._error(info, "is packed like a zip bomb")
        start, end = self._place(info)
        content = self.data[start:end]
        if info.compress_type == zipfile.ZIP_DEFLATED:
            packed = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                content = packed.decompress(content, info.file_size + 1)
            except zlib.error as error:
                raise self._error(info, f"is damaged: {error}") from error
        if len(content) != info.file_size:
            raise self._error(info, "has another size than the archive says")
        if zlib.crc32(content) != info.CRC:
            raise self._error(info, "is damaged: its checksum is wrong")
        return content

    def replaced(self, changes: Mapping[str, bytes]) -> bytes:
        """Write the archive with some members' content replaced; without changes, it is ``data`` itself.

        Raises:
            KeyError: A name is no member.
        """
        if missing := changes.keys() - self.members.keys():
            raise KeyError(*sorted(missing))
        if not changes:
            return self.data
        out, directory = bytearray(), bytearray()
        for name, info in self.members.items():
            start, end = self._place(info)
            packed, crc, size = self.data[start:end], info.CRC, info.file_size
            if name in changes:
                content = changes[name]
                packed, crc, size = _packed(content, info.compress_type), zlib.crc32(content), len(content)
            common = _common(info, packed, crc, size)
            written = _name(info)
            local_extra = _extra(self._local_extra(info))
            extra = _extra(info.extra)
            at = len(out)
            out += (
                _LOCAL
                + common
                + struct.pack("<HH", len(written), len(local_extra))
                + written
                + local_extra
                + packed
            )
            directory += (
                _CENTRAL
                + struct.pack("<BB", info.create_version, info.create_system)
                + common
                + struct.pack("<HHHHHLL", len(written), len(extra), len(info.comment), 0, info.internal_attr, info.external_attr, at)
                + written + extra + info.comment
            )  # fmt: skip
        count = len(self.members)
        end_record = struct.pack("<4sHHHHLLH", _END, 0, 0, count, count, len(directory), len(out), 0)
        return bytes(out + directory + end_record)

    def _place(self, info: zipfile.ZipInfo) -> tuple[int, int]:
        """Tell where the packed content of a member is."""
        at = info.header_offset
        header = self.data[at : at + 30]
        if len(header) < 30 or not header.startswith(_LOCAL):
            raise self._error(info, "is not where the archive says")
        name, extra = struct.unpack("<HH", header[26:])
        if self.data[at + 30 : at + 30 + name] != _name(info):
            raise self._error(info, "has two names")
        start = at + 30 + name + extra
        if start + info.compress_size > len(self.data):
            raise self._error(info, "is cut off")
        return start, start + info.compress_size

    def _local_extra(self, info: zipfile.ZipInfo) -> bytes:
        start, _ = self._place(info)
        (length,) = struct.unpack("<H", self.data[info.header_offset + 28 : info.header_offset + 30])
        return self.data[start - length : start]

    def _refuse_overlaps(self) -> None:
        """Refuse members that share bytes, the way the most powerful zip bombs do."""
        places = sorted(
            (info.header_offset, self._place(info)[1], name) for name, info in self.members.items()
        )
        for (_, end, _), (start, _, name) in pairwise(places):
            if start < end:
                raise self._error(self.members[name], "overlaps another one")

    def _error(self, info: zipfile.ZipInfo, what: str) -> FormatError:
        return FormatError(f"member {info.filename!r} {what}", path=self.path)


def _no_zip(data: bytes, path: str) -> FormatError:
    if data.startswith(_OLE):
        what = "is an office file of before 2007, or protected by a password"
        return FormatError(what, path=path, hint="open it in a word processor and save it without a password")
    what = "is no zip archive, as a file of this format must be" if data else "is empty"
    return FormatError(what, path=path, hint="save or download the file again")


def _odd(info: zipfile.ZipInfo) -> str:
    """Say what is wrong with a member, going by the directory of the archive."""
    if _UNSAFE.search(info.orig_filename) or not info.filename:
        return "has a name that leads out of the archive or that no system likes"
    if info.flag_bits & _ENCRYPTED:
        return "is protected by a password"
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return f"is packed with method {info.compress_type}, which files of this format never are"
    if info.compress_type == zipfile.ZIP_STORED and info.compress_size != info.file_size:
        return "has two sizes"
    return ""


def _packed(content: bytes, method: int) -> bytes:
    if method == zipfile.ZIP_STORED:
        return content
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _common(info: zipfile.ZipInfo, packed: bytes, crc: int, size: int) -> bytes:
    """Write what the local header and the directory both say; sizes are known, so no descriptor follows the content."""
    year, month, day, hour, minute, second = info.date_time
    date, time = (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
    flags = info.flag_bits & ~_DESCRIPTOR
    version = min(info.extract_version, 20)
    return struct.pack(
        "<BBHHHHLLL", version, 0, flags, info.compress_type, time, date, crc, len(packed), size
    )


def _name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")


def _extra(data: bytes) -> bytes:
    """Leave out the fields for sizes beyond 4 GB, which are not needed."""
    kept, place = bytearray(), 0
    while place + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, place)
        if kind != _ZIP64:
            kept += data[place : place + 4 + length]
        place += 4 + length
    return bytes(kept)
