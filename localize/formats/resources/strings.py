"""A string of a file: what it says, and where each of its characters stands, escapes and line breaks included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.document import Code, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from localize.document import Span
    from localize.formats.runs import Token

_BREAK = re.compile(r"\s*(?:\\[nr]|[\r\n]|<br\b)", re.IGNORECASE)


class String(NamedTuple):
    """A string.

    Attributes:
        plain: What it says.
        places: Where each code point of it begins in the file's text, and where the last one ends.
    """

    plain: str
    places: Sequence[int]

    @classmethod
    def verbatim(cls, text: str, start: int, end: int) -> String:
        """Take a part of a file that says what is written."""
        return cls(text[start:end], range(start, end + 1))

    @classmethod
    def escaped(
        cls, text: str, span: Span, escape: re.Pattern[str], read: Callable[[re.Match[str]], str]
    ) -> String:
        """Take a part of a file in which escapes stand for one character each, which *read* tells."""
        start, end = span
        if "\\" not in text[start:end]:
            return cls.verbatim(text, start, end)
        plain: list[str] = []
        places: list[int] = []
        done = start
        for found in escape.finditer(text, start, end):
            plain += (text[done : found.start()], read(found))
            places += range(done, found.start() + 1)
            done = found.end()
        plain.append(text[done:end])
        return cls("".join(plain), (*places, *range(done, end + 1)))


def compose(text: str, string: String, tokens: Sequence[Token], start: int, end: int) -> Text:
    """Make the inline text of ``string.plain[start:end]``.

    Args:
        text: The file's.
        string: A string in it.
        tokens: Sorted, disjoint and within the part; they count in ``string.plain``.
        start: First place of the part.
        end: The place after its last one.

    Returns:
        A text that renders to what stands in the file for the part. Characters that are written another way than
        they read (escapes, folded lines) are literals; a ``break`` token is an empty code that reads as a space.
    """
    plain: list[str] = []
    codes: list[Code] = []
    size, done = 0, start

    def markup(first: int, last: int) -> str:
        return text[string.places[first] : string.places[last]]

    def add(first: int, last: int) -> None:
        nonlocal size
        plain.append(string.plain[first:last])
        if markup(first, last) != plain[-1]:
            for place in range(first, last):
                if (spelling := markup(place, place + 1)) != string.plain[place]:
                    codes.append(Code(size + place - first, spelling, "literal", 0, 1))
        size += last - first

    for token in tokens:
        add(done, token.start)
        done = token.end
        spelling = markup(token.start, token.end)
        if token.kind == "literal":
            codes.append(Code(size, spelling, "literal", 0, len(token.plain)))
            plain.append(token.plain)
            size += len(token.plain)
        elif token.kind == "break":
            codes += (Code(size, spelling, "empty", token.id), Code(size, "", "literal", 0, 1))
            plain.append(" ")
            size += 1
        else:
            codes.append(Code(size, spelling, token.kind, token.id, 0, token.translate))
    add(done, end)
    return Text("".join(plain), tuple(codes))


def spell(
    target: Text, escape: Callable[[str], str], reads: Mapping[tuple[str, int], str] | None = None
) -> str:
    """Write a target: plain characters the way the file's format wants them, codes verbatim or as *reads* says.

    At a line break, which is one code and one space for all other parts of localize, the space is left out. What
    spells a character (``literal``) is left out: the character is there, and *escape* writes it.

    Args:
        target: To be written.
        escape: Writes plain characters.
        reads: What a code of a kind and a number is to be written as.
    """
    parts: list[str] = []
    done = 0
    after_break = False
    for code in target.codes:
        if code.kind == "literal":
            continue
        plain = target.plain[done : code.at]
        done = max(done, code.at)
        breaks = code.kind == "empty" and _BREAK.match(code.markup) is not None
        plain = plain.lstrip(" ") if after_break else plain
        after_break = breaks or (after_break and not plain)
        markup = code.markup if reads is None else reads.get((code.kind, code.id), code.markup)
        parts += (escape(plain.rstrip(" ") if breaks else plain), markup)
    rest = target.plain[done:]
    parts.append(escape(rest.lstrip(" ") if after_break else rest))
    return "".join(parts)
