"""Lines of a cue as pieces of text and markup, without what stands around the speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from localize.formats.syntax import ENTITY, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.formats.subtitles.cues import Line

PieceKind = Literal["text", "entity", "open", "close", "empty", "set", "break"]

_BRACES = r"\{\\(?P<style>[ibus])(?P<on>[01])\}|\{(?:\\|[a-zA-Z]:)[^{}\r\n]{0,500}\}"
_REST = r"[^<>\r\n]{0,1000}(?<!--)>"
"""An arrow is none, for on a line of its own it would be one of times."""
_TAGS = {
    True: re.compile(rf"<(?P<end>/?)(?P<name>[^\s<>/.]*){_REST}|{_BRACES}"),
    False: re.compile(
        rf"<(?P<end>/?)(?P<name>i|b|u|s|em|strong|strike|font|br|ruby|rt|span|c|v|lang)(?![\w]){_REST}|{_BRACES}",
        re.IGNORECASE,
    ),
}
"""Markup: all that WebVTT allows, and what players of SubRip know; other angle brackets there are text."""
_LEAD = re.compile(r"\s*(?:(?:[♪♫♬♩]|>{2,3})\s*)*(?:[-–—‐−](?![-–—])\s*(?=\S))?(?:[♪♫♬♩]\s*)*")
_TAIL = " \t\xa0\u3000♪♫♬♩"


class Piece(NamedTuple):
    """A stretch of the file.

    Attributes:
        start: In the text of the file, half-open, and ``end``.
        kind: ``set`` is markup for the whole cue: its position, its speaker; ``break``, the end of a line.
        name: Of a tag.
    """

    start: int
    end: int
    kind: PieceKind
    name: str = ""


class Part(NamedTuple):
    """What one speaker says in one cue.

    Attributes:
        pieces: Without dashes, music signs and tags around all of it; empty if nothing is said.
        settings: Markup for the whole cue, in order, as it is written.
        plain: The speech without markup.
    """

    pieces: tuple[Piece, ...]
    settings: tuple[str, ...]
    plain: str


def part(text: str, lines: Sequence[Line], *, any_tag: bool) -> Part:
    """Make a part of lines that follow one another."""
    pieces: list[Piece] = []
    for line in lines:
        if pieces:
            pieces.append(Piece(pieces[-1].end, line.start, "break"))
        pieces += _pieces(text, line, _TAGS[any_tag])
    settings = _strip(text, pieces)
    plain = "".join(" " if one.kind == "break" else said(text, one) for one in pieces)
    return Part(tuple(pieces), settings, plain.strip())


def said(text: str, piece: Piece) -> str:
    """Give what a piece of text says; markup says nothing."""
    if piece.kind == "entity":
        return spelled(text[piece.start : piece.end]) or ""
    return text[piece.start : piece.end] if piece.kind == "text" else ""


def partners(pieces: Sequence[Piece]) -> dict[int, int]:
    """Pair tags: the number of each opening piece with that of its closing one."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for number, piece in enumerate(pieces):
        if piece.kind == "open":
            opened.append(number)
        elif piece.kind == "close" and opened and pieces[opened[-1]].name == piece.name:
            pairs[opened.pop()] = number
    return pairs


def _pieces(text: str, line: Line, tags: re.Pattern[str]) -> Iterator[Piece]:
    done = line.start
    for found in sorted(_markup(text, line, tags)):
        if found.start < done:
            continue
        if found.start > done:
            yield Piece(done, found.start, "text")
        yield found
        done = found.end
    if line.end > done:
        yield Piece(done, line.end, "text")


def _markup(text: str, line: Line, tags: re.Pattern[str]) -> Iterator[Piece]:
    for found in tags.finditer(text, line.start, line.end):
        yield Piece(*found.span(), *_kind(found))
    for found in ENTITY.finditer(text, line.start, line.end):
        if _is_shown(spelled(found[0]) or "\n"):
            yield Piece(*found.span(), "entity")


def _is_shown(text: str) -> bool:
    """Tell whether a character reference stands for something that may stand in a line."""
    return all(char.isprintable() or char in "\xa0\u200e\u200f" for char in text)


def _kind(found: re.Match[str]) -> tuple[PieceKind, str]:
    if found["style"]:
        return ("open" if found["on"] == "1" else "close"), f"\\{found['style']}"
    if found["name"] is None:
        return "set", ""
    name = found["name"].lower()
    if found["end"]:
        return "close", name
    return ("open" if name.isalpha() and name != "br" else "empty"), name


def _strip(text: str, pieces: list[Piece]) -> tuple[str, ...]:
    """Take away what stands around the speech; gives the markup for the whole cue."""
    settings: list[str] = []
    pairs = partners(pieces)
    start, end = 0, len(pieces)
    while start < end:
        first, last = pieces[start], pieces[end - 1]
        if first.kind == "text" and (lead := _lead(text, first)):
            pieces[start] = first._replace(start=first.start + lead)
            start += first.start + lead == first.end
        elif last.kind == "text" and (tail := _tail(text, last)):
            pieces[end - 1] = last._replace(end=last.end - tail)
            end -= last.start + tail == last.end
        elif first.kind == "break":
            start += 1
        elif last.kind == "break":
            end -= 1
        elif first.kind == "set" or (first.kind == "open" and first.name == "v" and start not in pairs):
            settings.append(text[first.start : first.end])
            start += 1
        elif first.kind == "open" and pairs.get(start) == end - 1:
            settings += [text[first.start : first.end]] if first.name == "v" else []
            start, end = start + 1, end - 1
        else:
            break
    pieces[:] = pieces[start:end]
    return tuple(settings)


def _lead(text: str, piece: Piece) -> int:
    """Count the characters before the speech: a dash, music signs, what introduces a speaker."""
    found = _LEAD.match(text, piece.start, piece.end)
    return len(found[0]) if found else 0


def _tail(text: str, piece: Piece) -> int:
    written = text[piece.start : piece.end]
    return len(written) - len(written.rstrip(_TAIL))
