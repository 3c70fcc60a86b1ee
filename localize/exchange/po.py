"""Gettext PO files for translators: one entry a segment, with its terms and findings as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib

from localize import __version__
from localize.exchange.bitext import without_chaff
from localize.exchange.remarks import approved, findings, remarks
from localize.exchange.visible import visible
from localize.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Finding, Translation
    from localize.exchange.bitext import Offer
    from localize.exchange.rows import FileResult


def export(result: FileResult) -> str:
    """Write the translations of a file as PO text, UTF-8.

    An entry has the segment's id as context, so that equal sentences stay apart; source and target with their inline
    markup as they stand in the files; and as comments the unit's note, what became of each glossary term, what
    the checks found, and approved translations of similar sentences. It is marked fuzzy, as gettext marks what a person
    has to look at, until somebody has approved it; a translation that was approved for a similar sentence comes with
    that sentence. Nothing in the file depends on the time or the machine: same result, same text.
    """
    found = findings(result)
    places = Places(result.document)
    # polib wraps comments and references at blanks and loses them; width 0 switches that off.
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Language": result.language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"localize {__version__}",
        "X-Source-Language": (result.document.language or "und").replace("-", "_"),
    }
    for translation in result.translations:
        if without_chaff(translation.segment.source).render():  # an empty msgid is the header
            segment = translation.segment
            line, _ = places.locate(segment)
            offers = result.offers.get(segment.id, ())
            entry = _entry(translation, found.get(segment.id, ()), offers)
            entry.occurrences = [(_reference(result.document.path), str(line))]
            file.append(entry)
    return str(file)


def _entry(translation: Translation, found: Sequence[Finding], offers: Sequence[Offer]) -> polib.POEntry:
    """Make the entry of one segment."""
    segment = translation.segment
    said = [segment.unit.note] if segment.unit.note else []
    said += [remark.text for remark in remarks(translation, found)]
    said += [
        f"memory {one.similarity}%: {without_chaff(one.source).render()} -> {one.target.render()}"
        for one in offers
    ]
    used = (one for one in offers if f"memory {one.similarity}" == translation.origin)
    similar = next(used, None)
    return polib.POEntry(
        msgctxt=segment.id,
        msgid=without_chaff(segment.source).render(),
        msgstr=translation.target.render(),
        comment="\n".join(visible(line) for line in said),
        previous_msgid=similar and without_chaff(similar.source).render(),
        flags=[] if approved(translation) else ["fuzzy"],
    )


def _reference(path: str) -> str:
    """Write a path the way gettext does: between U+2068 and U+2069 when it holds a blank."""
    path = visible(path)
    return f"\u2068{path}\u2069" if " " in path else path
