"""Bytes of HTML to text, in the encoding that they name."""

from __future__ import annotations

import codecs
import re

from localize.errors import FormatError
from localize.formats.decoding import decode as decode_unicode
from localize.formats.decoding import decode_untold

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 16_384
"""Bytes in which an encoding is looked for; the standard asks for 1,024, browsers go on."""
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_XML = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_META = re.compile(rb"""<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_KNOWN = re.compile(
    r"ascii|utf-8|cp125\d|cp866|cp874|cp932|cp949|iso8859-\d+|koi8-[rut]|mac-\w+|gbk|gb18030|big5(hkscs)?|euc_(jp|kr)|iso2022_jp"
)
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs", "utf-16": "utf-8",
    "utf-16-le": "utf-8", "utf-16-be": "utf-8", "tis-620": "cp874",
}  # fmt: skip
_ALIASES = {"iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8", "ks_c_5601-1987": "cp949", "macintosh": "mac_roman"}  # fmt: skip
"""What a name is taken for (Encoding Standard, section 4.2); a page whose declaration can be read is no UTF-16."""


def decode(data: bytes, *, path: str, otherwise: str = "") -> tuple[str, str]:
    """Decode HTML: a byte order mark decides, else what an XML declaration or ``meta`` says, else it is UTF-8.

    Args:
        data: The page.
        path: For messages.
        otherwise: Encoding of a page that names none and is not UTF-8; empty: told by its words.

    Returns:
        The text, every newline as it is, and the Python codec that gives the same bytes again.

    Raises:
        FormatError: The bytes are not in that encoding, or could not be written again the same.
    """
    head = _COMMENT.sub(b"", data[:_HEAD])
    said = None if data.startswith(_MARKS) else _XML.match(head) or _META.search(head)
    if not said:
        return decode_untold(data, path=path, otherwise=otherwise)
    codec = _codec(said[1].decode("ascii", "replace"), path)
    if codec == "utf-8":
        return decode_unicode(data, path=path)
    for attempt in (codec, "latin-1") if codec == "cp1252" else (codec,):
        try:
            text = data.decode(attempt)
            same = text.encode(attempt) == data
        except UnicodeError:
            continue
        if same and "\0" not in text:
            return text, attempt
    raise FormatError(
        f"says that it is {said[1].decode()}, but is not, or not in a way that can be written again",
        path=path,
        hint="convert the file to UTF-8 and let it say so",
    )


def declares(text: str) -> bool:
    """Tell whether a page names its encoding."""
    head = _COMMENT.sub(b"", text[:_HEAD].encode("utf-8", "replace"))
    return bool(_XML.match(head) or _META.search(head))


def _codec(label: str, path: str) -> str:
    """Find the codec of an encoding's name."""
    bare = label.strip().lower().removeprefix("x-")
    try:
        name = codecs.lookup(_ALIASES.get(bare, bare)).name
    except LookupError:
        name = ""
    name = _WIDER.get(name, name)
    if not _KNOWN.fullmatch(name):
        raise FormatError(
            f"says that its encoding is '{label}', which is not known",
            path=path,
            hint="convert the file to UTF-8 and let it say so",
        )
    return name
