"""Bilingual files in: TMX, XLIFF 1.2 and 2, PO, told apart by what they hold."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from localize.exchange import poread, tmx, xliffread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from localize.exchange.bitext import Bitext, Intake

READERS: dict[str, Callable[[bytes, Intake], Iterator[Bitext]]] = {
    "po": poread.read,
    "tmx": tmx.read,
    "xliff": xliffread.read,
}
"""Readers by name; each yields what it can take and notes the rest in the ``Intake``."""

_ROOT = re.compile(r"<(?:[\w.-]+:)?(tmx|xliff)\b")


def read(data: bytes, intake: Intake) -> Iterator[Bitext]:
    """Yield the translations of a file that says itself what it is.

    Raises:
        FormatError: It is in none of the formats, or broken.
    """
    return READERS[_choose(data, intake)](data, intake)


def _choose(data: bytes, intake: Intake) -> str:
    start = data[:4096].replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \r\n\t")
    found = _ROOT.search(start)
    if start.startswith("<"):
        if found is None:
            intake.refuse("is XML, but neither TMX nor XLIFF", place=1, hint="name a PO, XLIFF or TMX file")
        return found.group(1)
    marked = data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE))
    if marked or not re.search(rb"^\s*(?:#~\s*)?msgid\s", data, re.MULTILINE):
        intake.refuse("is no bilingual file", hint="name a PO, XLIFF or TMX file")
    return "po"
