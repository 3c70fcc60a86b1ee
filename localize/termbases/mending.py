"""XML that programs write wrongly, put right before it is parsed: what else would cost a whole termbase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from localize.termbases.base import Reading

_DECLARED = re.compile(rb"""(<\?xml[^>]*encoding=["'])utf-?16(["'])""", re.IGNORECASE)
_CONTROLS = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.IGNORECASE,
)
_BARE = re.compile(rb"&(?![A-Za-z_][\w.-]*;|#\d+;|#[xX][0-9A-Fa-f]+;)")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def mended(data: bytes, reading: Reading) -> bytes:
    """Give bytes that a parser takes, where what is wrong with them is one of the usual mistakes.

    White space before the declaration; UTF-16 declared in a file of another program's UTF-8; control characters, raw
    or as references; an ampersand that should have been ``&amp;``. Whatever changes a text is noted.
    """
    if data.startswith(_WIDE):
        return data
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    data = data.removeprefix(mark)
    data = bare if (bare := data.lstrip()).startswith(b"<?xml") else data
    data = mark + _DECLARED.sub(rb"\1utf-8\2", data, count=1)
    data, controls = _CONTROLS.subn(b"", data)
    if controls:
        reading.notes.append(f"{controls:,} control characters, which no XML file may hold, were taken out")
    if b"<![CDATA[" not in data and b"<!ENTITY" not in data:
        data, count = _BARE.subn(b"&amp;", data)
        if count:
            reading.notes.append(f"{count:,} ampersands that were not written &amp; were taken as they stand")
    return data
