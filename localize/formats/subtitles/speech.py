"""What speakers say: lines of cues put together to utterances, over as many cues as their sentences take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.subtitles.pieces import Part, part
from localize.formats.wrapping import ended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from localize.formats.subtitles.cues import Cue, Line

_NEW_SPEAKER = re.compile(
    r"(?:<[^<>]{0,1000}>|\{[^{}]{0,500}\}|\s)*+(?:[-–—‐−]\s?(?![-–—\s])|>>|[♪♫♬♩]|[^\W\d_]{1,20}(?:[ .'][^\W\d_]{1,20}){0,3}:(?!\S))"
)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t][^<>]*>")
_LONGEST_PAUSE = 3.0
"""Seconds between two cues over which a sentence goes on; subtitles of running speech follow one another at once."""
_MOST_CUES, _MOST_CHARACTERS = 8, 800
_PUNCTUATED = 0.1
"""Share of cues that end like sentences from which on a file is taken to have punctuation. Captions made by programs
and subtitles in Chinese have none; there, nobody can tell where a sentence goes on."""
_ABBREVIATED = re.compile(r"(?:^|\s)(?:Mrs?|Ms|Dr|St|Sra?|Prof|Gen|Sen|M|Mme|Hr|[A-Z])\.$")
_SOUND = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_SOUNDS = re.compile(rf"(?:<[^<>]{{0,1000}}>|\s)*+(?:{_SOUND.pattern})(?:<[^<>]{{0,1000}}>|\s)*+")
"""A line that says what is heard; what is said before and behind it is no part of it."""
_MUSIC = tuple("♪♫♬♩")
_DOTS = ("...", "…")
_DASHES = ("-", "–", "—")
_WORD = re.compile(r"[^\W_]")
_FEWEST_LETTERS = 4


class Said(NamedTuple):
    """A part with its place.

    Attributes:
        begins: Its first line says that somebody else speaks.
    """

    part: Part
    cue: Cue
    begins: bool


def speech(text: str, cues: Iterable[Cue], *, any_tag: bool) -> list[Said]:
    """List the parts of cues; of a cue without text, one that says nothing.

    ``any_tag``: all that stands in angle brackets is markup, as in WebVTT.
    """
    return [one for cue in cues for one in _of_cue(text, cue, any_tag=any_tag)]


def lengths(said: Sequence[Said]) -> list[int]:
    """Say how many parts, at most one a cue, are each unit."""
    spoken = [one.part.plain for one in said if one.part.plain]
    punctuated = sum(map(ended, spoken)) >= _PUNCTUATED * len(spoken)
    result: list[int] = []
    for place, one in enumerate(said):
        if result and punctuated and _goes_on(said[place - result[-1] : place], one):
            result[-1] += 1
        else:
            result.append(1)
    return result


def _of_cue(text: str, cue: Cue, *, any_tag: bool) -> Iterator[Said]:
    """Part the lines of a cue by who speaks; a cue without text is a part that says nothing."""
    for block in cue.blocks or ((),):
        lines: list[Line] = []
        begins = heard = False
        for line in block:
            speaks = _NEW_SPEAKER.match(text, line.start, line.end) is not None
            speaks = speaks or (bool(lines) and _VOICE.match(text, line.start, line.end) is not None)
            sound = _SOUNDS.fullmatch(text, line.start, line.end) is not None
            speaks = speaks or (bool(lines) and (sound or heard))
            heard = sound or text[line.start : line.end].endswith(_MUSIC)
            if lines and speaks:
                yield Said(part(text, lines, any_tag=any_tag), cue, begins)
                lines = []
            begins = speaks if not lines else begins
            lines.append(line)
        yield Said(part(text, lines, any_tag=any_tag), cue, begins)


def _goes_on(group: Sequence[Said], one: Said) -> bool:
    """Tell whether an utterance goes on in the next part."""
    last = group[-1]
    if (
        one.begins
        or one.cue is last.cue
        or one.part.settings != last.part.settings
        or not (last.cue.begin <= one.cue.begin <= last.cue.end + _LONGEST_PAUSE)
        or len(group) >= _MOST_CUES
        or sum(len(each.part.plain) for each in group) > _MOST_CHARACTERS
    ):
        return False
    return _joined(last.part.plain, one.part.plain)


def _joined(before: str, after: str) -> bool:
    """Tell by the words whether a sentence goes on from one cue to the next."""
    letter = _WORD.search(after)
    if not letter or not _WORD.search(before) or after.startswith(("[", "(")) or _SOUND.fullmatch(before):
        return False
    small = letter[0].islower()
    if before.endswith(_DOTS):
        return small or after.startswith(_DOTS)
    if before.endswith(_DASHES):
        return small
    if ended(before):
        return small or _ABBREVIATED.search(before) is not None
    return not (_is_loud(before) ^ _is_loud(after))


def _is_loud(text: str) -> bool:
    """Tell whether a text is in capitals, as titles and signs are; a single word may be an acronym."""
    return text.isupper() and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS and " " in text
