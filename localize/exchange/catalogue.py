"""PO files of which only the words count: entries in, entries out; for terminology that is kept in gettext."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """An entry of a PO file.

    Attributes:
        source: ``msgid``, and ``target``, ``msgstr``; of plural entries the singular.
        context: ``msgctxt``.
        comments: Of translators and of programs, one a line.
        flags: Such as ``fuzzy``; Weblate adds ``forbidden``, ``read-only``, ``case-insensitive``.
        line: Place in the file, from 1.
    """

    source: str
    target: str = ""
    context: str = ""
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    line: int = 0


def parse_catalogue(text: str) -> tuple[Mapping[str, str], list[CatalogueEntry]]:
    """Read a PO text.

    Returns:
        The header's fields, and the entries that are not obsolete.

    Raises:
        ValueError: The text is no PO file; the message says in which line.
    """
    try:
        # polib takes the name of an existing file for that file; no name begins so.
        file = polib.pofile(f"#\n{text}", check_for_duplicates=False)
    except (OSError, UnicodeError, IndexError, AttributeError) as error:
        raise ValueError(str(error).replace("None ", "")) from error
    return file.metadata, list(_entries(file))


def _entries(file: polib.POFile) -> Iterator[CatalogueEntry]:
    for entry in file:
        if entry.obsolete:
            continue
        plural = entry.msgstr_plural.get(0, "") if entry.msgstr_plural else ""
        comments = (line for part in (entry.tcomment, entry.comment) for line in part.split("\n") if line)
        yield CatalogueEntry(
            entry.msgid,
            entry.msgstr or plural,
            entry.msgctxt or "",
            tuple(comments),
            tuple(entry.flags),
            max(1, (entry.linenum or 1) - 1),
        )


def render_catalogue(entries: Sequence[CatalogueEntry], metadata: Mapping[str, str]) -> str:
    """Write a PO text; same entries, same text."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = dict(metadata)
    for entry in entries:
        file.append(
            polib.POEntry(
                msgid=entry.source,
                msgstr=entry.target,
                msgctxt=entry.context or None,
                comment="\n".join(entry.comments),
                flags=list(entry.flags),
            )
        )
    return str(file)


def compile_catalogue(text: str) -> bytes:
    """Turn a PO text into what the standard library's ``gettext`` reads (MO); fuzzy entries are left out."""
    return bytes(polib.pofile(f"#\n{text}").to_binary())
