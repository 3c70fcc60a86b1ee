"""The text of an utterance: speech with inline codes; the borders of its cues are codes, too."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from localize.document import Code, Text
from localize.formats.subtitles.pieces import Piece, partners, said
from localize.formats.subtitles.width import is_wide
from localize.formats.units import Found, is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import CodeKind
    from localize.formats.subtitles.pieces import Part

ARROW = "->"
"""Stands in the markup of a border of cues, and in no other."""
_DOTS = ("...", "…")


def found(text: str, parts: Sequence[Part]) -> Iterator[Found]:
    """Yield the unit of an utterance, if there is anything to translate in it.

    A border between cues is an ``empty`` code; its markup is all from the speech in one cue to that in the next,
    markup around both and the dots that lead over included. A space in the plain text stands for it, but not between
    Chinese or Japanese characters. The end of a line spells such a space.
    """
    pieces = [list(part.pieces) for part in parts if part.pieces]
    if not pieces:
        return
    for before, after in pairwise(pieces):
        _without_dots(text, before, after)
    joined = pieces[0]
    for more in pieces[1:]:
        joined = [*joined, Piece(joined[-1].end, more[0].start, "break", ARROW), *more]
    source = _composed(text, joined)
    if is_prose(source):
        yield Found((joined[0].start, joined[-1].end), source, "subtitle")


def _without_dots(text: str, before: list[Piece], after: list[Piece]) -> None:
    """Take away dots at the end of one cue and at the beginning of the next: they only say that the sentence goes on."""
    last, first = before[-1], after[0]
    if last.kind != "text" or first.kind != "text":
        return
    left, right = text[last.start : last.end], text[first.start : first.end]
    end = next((len(dots) for dots in _DOTS if left.endswith(dots)), 0)
    start = next((len(dots) for dots in _DOTS if right.startswith(dots)), 0)
    if end and start and left[:-end].strip() and right[start:].strip():
        before[-1] = last._replace(end=last.start + len(left[:-end].rstrip()))
        after[0] = first._replace(start=first.end - len(right[start:].lstrip()))


def _composed(text: str, pieces: Sequence[Piece]) -> Text:
    pairs = partners(pieces)
    numbers = {place: number for number, ends in enumerate(pairs.items(), 1) for place in ends}
    plain: list[str] = []
    codes: list[Code] = []
    size, single = 0, len(pairs)
    for place, piece in enumerate(pieces):
        markup = text[piece.start : piece.end]
        if piece.kind == "text":
            plain.append(markup)
            size += len(markup)
        elif piece.kind == "entity":
            character = said(text, piece)
            plain.append(character)
            codes.append(Code(size, markup, "literal", 0, len(character)))
            size += len(character)
        elif piece.kind == "break":
            space = not (is_wide(_last(plain)) and is_wide(_next(text, pieces[place + 1 :])))
            if piece.name == ARROW or not space:
                single += 1
                codes.append(Code(size, markup, "empty", single))
                markup = ""
            if space:
                codes.append(Code(size, markup, "literal", 0, 1))
                plain.append(" ")
                size += 1
        else:
            kind: CodeKind = "close" if place in pairs.values() else "open"
            if place not in numbers:
                single += 1
                kind = "empty"
            codes.append(Code(size, markup, kind, numbers.get(place, single)))
    return Text("".join(plain), tuple(codes))


def _last(plain: Sequence[str]) -> str:
    return plain[-1][-1:] if plain else ""


def _next(text: str, pieces: Sequence[Piece]) -> str:
    return next((said(text, piece)[:1] for piece in pieces if piece.kind in {"text", "entity"}), "")
