"""Reviewed PO files back in: entries that have a translation and are not fuzzy."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import polib

from localize.document import Text
from localize.exchange.bitext import Bitext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.exchange.bitext import Intake
    from localize.languages import Pair


def read(data: bytes, intake: Intake) -> Iterator[Bitext]:
    """Yield the translated entries of a PO file; markup stays among the characters.

    The header names the target (``Language``) and the source (``X-Source-Language``, else English, as gettext has it).
    Fuzzy, untranslated, obsolete and plural entries are left out, with the reason.

    Raises:
        FormatError: It is no PO file.
    """
    try:
        # polib takes the name of an existing file for that file; no name begins so.
        file = polib.pofile(f"#\n{_decode(data)}", check_for_duplicates=False)
    except (OSError, UnicodeError, IndexError, AttributeError, ValueError) as error:
        intake.refuse(f"is no PO file in UTF-8 ({str(error).replace('None ', '')[:200]})")
    source = file.metadata.get("X-Source-Language", "en")
    pair = intake.pair(source.replace("_", "-"), file.metadata.get("Language", "").partition("@")[0], 1)
    if pair is None:
        intake.refuse("does not say what language it is in", hint="write Language: pt in its header")
    entries = [entry for entry in file if not entry.obsolete]
    for entry in file.obsolete_entries():
        intake.leave(_line(entry), "it is obsolete")
    sources = ["", *(entry.msgid for entry in entries), ""]
    for entry, (previous, _), (_, following) in zip(
        entries, pairwise(sources[:-1]), pairwise(sources[1:]), strict=True
    ):
        if made := _entry(entry, pair, (previous, following), intake):
            yield made


def _decode(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _line(entry: polib.POEntry) -> int:
    return max(1, (entry.linenum or 1) - 1)


def _entry(entry: polib.POEntry, pair: Pair, around: tuple[str, str], intake: Intake) -> Bitext | None:
    reason = ""
    if entry.msgid_plural:
        reason = "it has plural forms"
    elif not entry.msgid.strip():
        reason = "its source is empty"
    elif not entry.msgstr.strip():
        reason = "it has no translation"
    elif entry.fuzzy:
        reason = "it is fuzzy"
    if reason:
        intake.leave(_line(entry), reason)
        return None
    place = entry.occurrences[0][0] if entry.occurrences else ""
    return Bitext(
        Text(entry.msgid),
        Text(entry.msgstr),
        pair,
        None,
        place.strip("\u2068\u2069"),
        entry.msgctxt or "",
        *around,
        note=entry.tcomment.strip(),
        as_written=True,
        line=_line(entry),
    )
