"""Subtitles, SubRip (SRT) and WebVTT: read and write.

A unit is what one speaker says, over as many cues as its sentences take, so that no sentence is translated in pieces. The
border between two cues is an inline code: it goes where the words around it go. A translation is laid out anew over
the same cues, in lines that can be read. Times, numbers, settings, positions, speakers' dashes, music signs, notes,
styles and regions are no text and stay as they are, byte for byte.

Source: WebVTT (W3C, sections 4 and 6); SubRip has no specification, only habits.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from localize.document import Document
from localize.errors import FormatError
from localize.formats.subtitles.compose import found
from localize.formats.subtitles.cues import cues, shown
from localize.formats.subtitles.layout import laid_out
from localize.formats.subtitles.limits import USUAL, Limits
from localize.formats.subtitles.speech import lengths, speech
from localize.formats.units import numbered, splice
from localize.languages import LanguageTagError, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Text, Unit
    from localize.formats.subtitles.speech import Said
    from localize.formats.units import Found

__all__ = ["Limits", "beside", "read_srt", "read_vtt", "write"]

_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?=[ \t\r\n]|\Z)")
_HEADER = re.compile(r"\ufeff?WEBVTT[^\r\n]*(?:\r\n|\r|\n)(?:[^\r\n]+(?:\r\n|\r|\n|\Z))*")
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w-]+)", re.MULTILINE)
_NEAR = 1000
"""Code points before a text in which the times of its cue are looked for."""
_NEWLINE = re.compile(r"\r\n|\r|\n")


def read_srt(text: str, path: str) -> Document:
    """Find what is said in a SubRip file.

    Raises:
        FormatError: There is text but no cue, a line with an arrow has no times, or there are too many units.
    """
    return _document(text, path, "srt")


def read_vtt(text: str, path: str) -> Document:
    """Find what is said in a WebVTT file; ``language`` is that of a header line ``Language: en``, which YouTube writes.

    Raises:
        FormatError: It does not begin with WEBVTT, a line with an arrow has no times, or there are too many units.
    """
    if text and not _SIGNATURE.match(text):
        raise FormatError(
            "is no WebVTT: it does not begin with the line WEBVTT",
            path=path,
            line=1,
            hint="if it is SubRip, name it .srt",
        )
    return _document(text, path, "vtt")


def write(document: Document, targets: Mapping[str, Text], language: str, *, limits: Limits = USUAL) -> str:
    """Write subtitles with their units translated and laid out over their cues, within limits where that is possible."""
    first = _NEWLINE.search(document.text)
    newline = first[0] if first else "\n"
    escapes = document.format == "vtt"

    def spell(unit: Unit, target: Text) -> str:
        start, end = unit.span
        before = shown(document.text[max(0, start - _NEAR) : start])
        seconds = [*before[-1:], *shown(document.text[start:end])]
        return laid_out(unit.source, target, newline=newline, escapes=escapes, limits=limits, seconds=seconds)

    written = splice(document, targets, spell)
    if written == document.text or document.language is None:
        return written
    header = _HEADER.match(written)
    end = header.end() if header else 0
    return (
        _LANGUAGE.sub(lambda said: said[0].removesuffix(said[1]) + language, written[:end], count=1)
        + written[end:]
    )


def beside(document: Document, written: Document) -> Document:
    """Give a translation that was read again the units of its source: the same cues put together.

    Where a sentence goes on is told by words, which are others in another language. If the translation has not the
    cues and speakers of its source, it stays as it was read.
    """
    said, again = _speech(document), _speech(written)
    if len(said) != len(again):
        return written
    return replace(written, units=_units(written, again, lengths(said)))


def _document(text: str, path: str, name: str) -> Document:
    document = Document(path, name, text, (), _language(text) if name == "vtt" else None)
    said = _speech(document)
    return replace(document, units=_units(document, said, lengths(said)))


def _speech(document: Document) -> list[Said]:
    vtt = document.format == "vtt"
    return speech(document.text, cues(document.text, document.path, numbers=not vtt), any_tag=vtt)


def _units(document: Document, said: Sequence[Said], together: Sequence[int]) -> tuple[Unit, ...]:
    def units() -> Iterator[Found]:
        done = 0
        for count in together:
            yield from found(document.text, [one.part for one in said[done : done + count]])
            done += count

    return numbered(units(), path=document.path)


def _language(text: str) -> str | None:
    header = _HEADER.match(text)
    said = _LANGUAGE.search(header[0]) if header else None
    try:
        return normalise(said[1]) if said else None
    except LanguageTagError:
        return None
