"""Subtitles, SubRip (SRT) and WebVTT: read and write.

A unit is what one speaker says, over as many cues as its sentences take, so that no sentence is translated in pieces. The
border between two cues is an inline code: it goes where the words around it go. A translation is laid out anew over
the same cues, in lines that can be read. Times, numbers, settings, positions, speakers' dashes, music signs, notes,
styles and regions are no text and stay as they are, byte for byte.

Source: WebVTT (W3C, sections 4 and 6); SubRip has no specification, only habits.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from localize.document import Document
from localize.errors import FormatError
from localize.formats.subtitles.compose import found
from localize.formats.subtitles.cues import cues
from localize.formats.subtitles.layout import laid_out
from localize.formats.subtitles.speech import utterances
from localize.formats.units import numbered, splice
from localize.languages import LanguageTagError, normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localize.document import Text, Unit

__all__ = ["read_srt", "read_vtt", "write"]

_SIGNATURE = re.compile(r"\ufeff?WEBVTT(?=[ \t\r\n]|\Z)")
_HEADER = re.compile(r"\ufeff?WEBVTT[^\r\n]*(?:\r\n|\r|\n)(?:[^\r\n]+(?:\r\n|\r|\n|\Z))*")
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w-]+)", re.MULTILINE)
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


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write subtitles with their units translated and laid out over their cues."""
    first = _NEWLINE.search(document.text)
    newline = first[0] if first else "\n"
    escapes = document.format == "vtt"

    def spell(unit: Unit, target: Text) -> str:
        return laid_out(unit.source, target, newline=newline, escapes=escapes)

    written = splice(document, targets, spell)
    if written == document.text or document.language is None:
        return written
    header = _HEADER.match(written)
    end = header.end() if header else 0
    return (
        _LANGUAGE.sub(lambda said: said[0].removesuffix(said[1]) + language, written[:end], count=1)
        + written[end:]
    )


def _document(text: str, path: str, name: str) -> Document:
    spoken = utterances(text, cues(text, path, numbers=name == "srt"), any_tag=name == "vtt")
    units = numbered(chain.from_iterable(found(text, each) for each in spoken), path=path)
    return Document(path, name, text, units, _language(text) if name == "vtt" else None)


def _language(text: str) -> str | None:
    header = _HEADER.match(text)
    said = _LANGUAGE.search(header[0]) if header else None
    try:
        return normalise(said[1]) if said else None
    except LanguageTagError:
        return None
