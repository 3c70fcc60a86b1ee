"""What a scalar of YAML says, and where each of its characters stands.

Source: YAML 1.2.2, sections 5.7 (escapes), 6.5 (folding), 7.3 (flow scalars), 8.1 (block scalars).
"""

from __future__ import annotations

import re

from localize.formats.resources.strings import String

_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|((?:\r\n|\r|\n)[ \t]*)|(.))", re.DOTALL
)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85",
    "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEADER = re.compile(r"[|>]([0-9+-]*)[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_FIRST = re.compile(r"^( *)[^ \r\n]", re.MULTILINE)
_DEEPEST = 200
"""Columns of indentation that are tried."""


class _Built:
    """Characters with their places, being gathered."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.places: list[int] = []

    def add(self, character: str, place: int) -> None:
        self.plain.append(character)
        self.places.append(place)

    def copy(self, text: str, start: int, end: int) -> None:
        self.plain += text[start:end]
        self.places += range(start, end)

    def string(self, end: int) -> String:
        return String("".join(self.plain), (*self.places, end))


def flow(text: str, start: int, end: int, style: str | None) -> String:
    """Read a plain scalar, or what stands between the quotes of another."""
    built = _Built()
    place = start
    while place < end:
        special = _next(text, place, end, style)
        if special is None:
            built.copy(text, place, end)
            break
        built.copy(text, place, special.start())
        place = special.end()
        _say(special, built, style)
    return built.string(end)


def _next(text: str, place: int, end: int, style: str | None) -> re.Match[str] | None:
    """Find what is not written as it reads: a fold, or an escape of the style."""
    fold = _FOLD.search(text, place, end)
    other = None
    if style == "'":
        other = re.compile("''").search(text, place, end)
    elif style == '"':
        other = _ESCAPE.search(text, place, end)
    if fold and other and other.start() < fold.end() and fold.start() <= other.start():
        return other if _NEWLINE.search(text, fold.start(), other.start()) is None else fold
    return min((one for one in (fold, other) if one), key=lambda one: one.start(), default=None)


def _say(found: re.Match[str], built: _Built, style: str | None) -> None:
    start = found.start()
    if found.re is _FOLD:
        breaks = [one.start() for one in _NEWLINE.finditer(found.string, start, found.end())]
        for number, place in enumerate(breaks[:1] + breaks[2:]):
            built.add(" " if len(breaks) == 1 else "\n", place if number else start)
    elif style == "'":
        built.add("'", start)
    elif found[4] is None:
        digits = found[1] or found[2] or found[3]
        number = int(digits, 16) if digits else 0
        character = chr(number) if digits and number <= 0x10FFFF else "\ufffd"
        built.add(character if digits else _NAMED.get(found[5], found[5]), start)


def block(text: str, start: int, end: int, value: str) -> String | None:
    """Read a literal or folded scalar, of which a parser says what its value is; None if it cannot be laid out so."""
    header = _HEADER.match(text, start, end)
    if not header:
        return None
    first = _FIRST.search(text, header.end(), end)
    deepest = min(len(first[1]), _DEEPEST) if first else 0
    for indentation in range(deepest, -1, -1):
        found = _Block(text, end, indentation, header).read(header.end())
        if found.plain == value:
            return found
    return None


class _Block:
    """A block scalar whose indentation is known; read the way the specification lets parsers read."""

    def __init__(self, text: str, end: int, indentation: int, header: re.Match[str]) -> None:
        self._text = text
        self._end = end
        self._indentation = indentation
        self._folded = header[0].startswith(">")
        self._strip, self._keep = "-" in header[1], "+" in header[1]
        self._built = _Built()

    def read(self, place: int) -> String:
        breaks, place, inside = self._breaks(place)
        stop = after = place
        while inside:
            for empty in breaks:
                self._built.add("\n", empty)
            newline = _NEWLINE.search(self._text, place, self._end)
            stop, after = newline.span() if newline else (self._end, self._end)
            self._built.copy(self._text, place, stop)
            loose = self._text[place] not in " \t"
            breaks, place, inside = self._breaks(after)
            if not inside:
                break
            if not (self._folded and loose and self._text[place] not in " \t"):
                self._built.add("\n", stop)
            elif breaks:  # the first line break is none, the next ones are
                breaks[0] = stop
            else:
                self._built.add(" ", stop)
        return self._chomped(stop, after, breaks)

    def _chomped(self, stop: int, after: int, breaks: list[int]) -> String:
        if self._strip or stop == after:
            return self._built.string(stop)
        if self._built.plain:
            self._built.add("\n", stop)
        for empty in breaks if self._keep else ():
            self._built.add("\n", empty)
            newline = _NEWLINE.match(self._text, empty, self._end)
            after = newline.end() if newline else after
        return self._built.string(after)

    def _breaks(self, place: int) -> tuple[list[int], int, bool]:
        """Pass over empty lines: where their breaks are, where the next line begins, and whether it is of the scalar."""
        found: list[int] = []
        while True:
            begin = place
            while begin < self._end and begin - place < self._indentation and self._text[begin] == " ":
                begin += 1
            newline = _NEWLINE.match(self._text, begin, self._end)
            if not newline:
                return found, begin, begin < self._end and begin - place == self._indentation
            found.append(begin)
            place = newline.end()
