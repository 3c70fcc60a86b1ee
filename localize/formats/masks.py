"""A target text on its way into the file: its characters, and for each whether it is text or markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.wrapping import Line, breaks, wrapping

if TYPE_CHECKING:
    from collections.abc import Collection

    from localize.document import Code, Text, Unit

MARKUP, PLAIN, BREAK = 0, 1, 2
"""What a character is: markup or protected text; translated text, which may be escaped and wrapped; part of markup
that ends a line, with the prefix of the next line."""

_NEWLINE = re.compile(r"[\r\n]")
_SPACE = re.compile(r"(?<!\\) ")
"""A space at which a line may end; after a backslash, the end of the line would be a hard break."""
_CONTROL = re.compile(r"[\x00-\x08\n-\x1f\x7f]")
_LINE_BREAK = re.compile(
    r"[ \t\r\n>]*(?:\\[\r\n][ \t\r\n>]*|<br\b[^<>]*>[ \t\r\n>]*|[\r\n][ \t\r\n>]*)", re.IGNORECASE
)


class Masked(NamedTuple):
    """Characters as they will stand in the file, and what each of them is."""

    text: str
    mask: bytes

    def insert(self, places: Collection[int], character: str = "\\") -> Masked:
        """Insert a character of markup before each of the given places."""
        text: list[str] = []
        mask: list[bytes] = []
        done = 0
        for place in sorted(places):
            text += (self.text[done:place], character)
            mask += (self.mask[done:place], bytes([MARKUP]))
            done = place
        return Masked("".join([*text, self.text[done:]]), b"".join([*mask, self.mask[done:]]))

    def stripped(self) -> Masked:
        """Take away white space at both ends, as far as it is plain."""
        start, end = 0, len(self.text)
        while start < end and self.mask[start] == PLAIN and self.text[start].isspace():
            start += 1
        while start < end and self.mask[end - 1] == PLAIN and self.text[end - 1].isspace():
            end -= 1
        return Masked(self.text[start:end], self.mask[start:end])


class Layout(NamedTuple):
    """How a hard-wrapped paragraph is set.

    Attributes:
        column: At which its first line begins.
        separator: Newline and prefix before each other line.
        width: Length of the longest line, prefix included.
    """

    column: int
    separator: str
    width: int


def layout(text: str, unit: Unit) -> Layout | None:
    """Tell how the source of a unit is wrapped, or None if it is not."""
    soft = next((code.markup for code in unit.source.codes if is_soft(code)), None)
    if soft is None:
        return None
    start, end = unit.span
    column = start - line_start(text, start)
    first, *others = re.split(r"\r\n|\r|\n", text[start:end])
    lines = [Line(column, first.rstrip())]
    for line in others:
        body = line.lstrip(" \t>")
        lines.append(Line(len(line) - len(body), body.rstrip()))
    if wrapping(lines) == "no":
        return None
    newline = _NEWLINE.search(soft)
    separator = soft[newline.start() if newline else 0 :]
    return Layout(column, separator, max(line.column + len(line.text) for line in lines))


def line_start(text: str, place: int) -> int:
    """Give the offset at which the line of a place begins."""
    newline = text.rfind("\n", 0, place) + 1
    return max(newline, text.rfind("\r", newline, place) + 1)


def is_soft(code: Code) -> bool:
    """Tell whether a code spells a space by a newline."""
    return code.kind == "literal" and code.length == 1 and _NEWLINE.search(code.markup) is not None


def is_break(code: Code) -> bool:
    """Tell whether a code is a hard line break."""
    return code.kind == "empty" and _LINE_BREAK.fullmatch(code.markup) is not None


def masked(target: Text, *, rewrap: bool) -> Masked:
    """Write a target with its codes and remember what is what.

    White space at both ends, and at line breaks, is left out; line breaks of the source's wrapping become spaces if
    the text is going to be wrapped again. Control characters, which no article format can express, become spaces.
    """
    parts: list[str] = []
    mask: list[bytes] = []
    protected: set[int] = set()
    after_break = False

    def add(text: str, what: int) -> None:
        parts.append(text)
        mask.append(bytes([what]) * len(text))

    def plain(text: str) -> None:
        nonlocal after_break
        text = _CONTROL.sub(" ", text)
        text = text.lstrip() if after_break else text
        after_break = after_break and not text
        add(text, MARKUP if protected else PLAIN)

    done = 0
    for code in target.codes:
        plain(target.plain[done : code.at])
        start, done = max(done, code.at), max(done, code.at) + code.length
        if is_break(code):
            add(code.markup, BREAK)
            after_break = True
        elif code.kind == "literal" and (not code.markup or (rewrap and is_soft(code))):
            plain(target.plain[start:done])
        else:
            add(code.markup, BREAK if is_soft(code) else MARKUP)
            after_break = False
            if code.kind == "open" and not code.translate:
                protected.add(code.id)
            elif code.kind == "close":
                protected.discard(code.id)
    plain(target.plain[done:])
    return Masked("".join(parts), b"".join(mask)).stripped()


def wrapped(draft: Masked, how: Layout) -> Masked:
    """Wrap a text at the spaces in its plain parts."""
    text: list[str] = []
    mask: list[bytes] = []
    others = len(_NEWLINE.sub("", how.separator))
    column, done = how.column, 0
    for start, end in lines(draft):
        spaces = [
            found.start() - start
            for found in _SPACE.finditer(draft.text, start, end)
            if draft.mask[found.start()] == PLAIN
        ]
        for at in breaks(draft.text[start:end], spaces, first=column, others=others, width=how.width):
            text += (draft.text[done : start + at], how.separator)
            mask += (draft.mask[done : start + at], bytes([BREAK]) * len(how.separator))
            done = start + at + 1
        column = others
    return Masked("".join([*text, draft.text[done:]]), b"".join([*mask, draft.mask[done:]]))


def lines(draft: Masked) -> list[tuple[int, int]]:
    """List the spans between markup that ends a line."""
    return [found.span() for found in re.finditer(rb"[\x00\x01]+", draft.mask)]
