"""Gettext PO files for translators: one entry a segment, with its terms and findings as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib

from localize import __version__
from localize.exchange.visible import visible
from localize.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Finding, Translation
    from localize.exchange.rows import FileResult


def export(result: FileResult) -> str:
    """Write the translations of a file as PO text, UTF-8.

    An entry has the segment's id as context, so that equal sentences stay apart; source and target with their inline
    markup as they stand in the files; and as comments the unit's note, what became of each glossary term, and what
    the checks found. It is marked fuzzy when a finding weighs more than a note or a term is unresolved. Nothing in
    the file depends on the time or the machine: same result, same text.
    """
    findings: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.segment is not None:
            findings.setdefault(finding.segment.id, []).append(finding)
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
        if translation.segment.source.render():  # an empty msgid is the header
            segment = translation.segment
            line, _ = places.locate(segment)
            entry = _entry(translation, findings.get(segment.id, ()))
            entry.occurrences = [(_reference(result.document.path), str(line))]
            file.append(entry)
    return str(file)


def _entry(translation: Translation, findings: Sequence[Finding]) -> polib.POEntry:
    """Make the entry of one segment."""
    segment = translation.segment
    terms = [
        f"{verdict.match.source.text} -> {verdict.match.target.text}: {verdict.verdict}"
        for verdict in translation.terms
    ]
    notes = [segment.unit.note] if segment.unit.note else []
    said = [f"{finding.severity}: {finding.check} {finding.message}" for finding in findings]
    doubtful = any(finding.severity != "note" for finding in findings)
    doubtful |= any(verdict.verdict == "unresolved" for verdict in translation.terms)
    return polib.POEntry(
        msgctxt=segment.id,
        msgid=segment.source.render(),
        msgstr=translation.target.render(),
        comment="\n".join(visible(line) for line in (*notes, *terms, *said)),
        flags=["fuzzy"] if doubtful else [],
    )


def _reference(path: str) -> str:
    """Write a path the way gettext does: between U+2068 and U+2069 when it holds a blank."""
    path = visible(path)
    return f"\u2068{path}\u2069" if " " in path else path
