"""The lines of one block as a single string, and the inline text that is made of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from localize.document import Code, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import CodeKind, Span

SOFT = "\n"
"""A line break that is only a space."""
HARD = "\r"
"""A line break that two or more spaces before it make a hard one (CommonMark 0.31, section 6.7)."""

_BREAK = re.compile(r"[\n\r]")


class Token(NamedTuple):
    """Markup at ``start`` to ``end`` of a run's text.

    Attributes:
        kind: That of the code it becomes. A ``break`` becomes an ``empty`` code that also separates words.
        id: Number of the pair or of the single code.
        plain: What a ``literal`` spells.
        translate: As in ``Code``.
        inner: For an image, where its alternative text stands.
    """

    start: int
    end: int
    kind: CodeKind | Literal["break"]
    id: int = 0
    plain: str = ""
    translate: bool = True
    inner: Span | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The lines of one block, without their indentation, quote marks and trailing white space.

    Attributes:
        document: The whole document's text.
        lines: Spans in ``document``, in order.
        text: The lines, joined by ``SOFT`` or ``HARD``.
        starts: Where each line begins in ``text``.
    """

    document: str
    lines: Sequence[Span]
    text: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        parts: list[str] = []
        starts: list[int] = []
        done, size = self.lines[0][0], 0
        for start, end in self.lines:
            if starts:
                parts.append(HARD if self.document.startswith("  ", done) else SOFT)
                size += 1
            starts.append(size)
            parts.append(self.document[start:end])
            size += end - start
            done = end
        object.__setattr__(self, "text", "".join(parts))
        object.__setattr__(self, "starts", tuple(starts))

    def line(self, position: int) -> int:
        """Give the number, from 0, of the line that a place in ``text`` is in; a line break belongs to its line."""
        return bisect_right(self.starts, position) - 1

    def ends(self, line: int) -> int:
        """Give the place in ``text`` at which a line ends."""
        return self.starts[line] + self.lines[line][1] - self.lines[line][0]

    def column(self, line: int) -> int:
        """Give the number of code points that stand before a line's text on its line of the document."""
        start = self.lines[line][0]
        floor = self.lines[line - 1][1] if line else max(0, start - 4096)
        breaks = self.document.rfind("\n", floor, start), self.document.rfind("\r", floor, start)
        return start - max(*breaks, floor - (line == 0)) - 1

    def offset(self, position: int) -> int:
        """Give the place in ``document`` of a place in ``text``; both count code points."""
        line = self.line(position)
        return self.lines[line][0] + position - self.starts[line]

    def raw(self, start: int, end: int) -> str:
        """Give what stands in the document from ``text[start]`` to ``text[end]``, line prefixes and all."""
        return self.document[self.offset(start) : self.offset(end)]

    def compose(self, tokens: Sequence[Token], start: int, end: int) -> Text:
        """Make the inline text of ``text[start:end]``.

        Args:
            tokens: Sorted and disjoint; those outside the part are ignored.
            start: First place of the part in ``text``.
            end: The place after its last one.

        Returns:
            A text that renders to ``raw(start, end)``.
        """
        plain: list[str] = []
        codes: list[Code] = []
        size, done = 0, start
        for token in tokens[bisect_left(tokens, start, key=itemgetter(0)) :]:
            if token.end > end:
                break
            size = self._plain(done, token.start, plain, codes, size)
            markup = self.raw(token.start, token.end)
            done = token.end
            if token.kind == "literal":
                codes.append(Code(size, markup, "literal", token.id, len(token.plain)))
                plain.append(token.plain)
                size += len(token.plain)
            elif token.kind == "break":
                codes += (Code(size, markup, "empty", token.id), Code(size, "", "literal", 0, 1))
                plain.append(" ")
                size += 1
            else:
                codes.append(Code(size, markup, token.kind, token.id, 0, token.translate))
        self._plain(done, end, plain, codes, size)
        return Text("".join(plain), tuple(codes))

    def _plain(self, start: int, end: int, plain: list[str], codes: list[Code], size: int) -> int:
        """Add text without markup, in which line breaks spell spaces; return the new length of the plain text."""
        for match in _BREAK.finditer(self.text, start, end):
            at = match.start()
            codes.append(Code(size + at - start, self.raw(at, at + 1), "literal", 0, 1))
        plain.append(_BREAK.sub(" ", self.text[start:end]))
        return size + end - start


def absorb(text: str, tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """Let codes that stand alone between spaces take one of the spaces, so that the plain text keeps just one.

    An ``empty`` code at either end of ``text[first:last]`` takes the space that would be left over there. A ``break``
    takes all white space around it.
    """
    result: list[Token] = []
    for index, token in enumerate(tokens):
        left = result[-1].end if result else first
        right = tokens[index + 1].start if index + 1 < len(tokens) else last
        start, end = token.start, token.end
        if token.kind == "break":
            while end < right and text[end].isspace():
                end += 1
            while start > left and text[start - 1].isspace():
                start -= 1
        elif token.kind == "empty":
            if end < right and text[end].isspace() and _at_space(text, result, first, start):
                end += 1
            elif end == last and start > left and text[start - 1].isspace():
                start -= 1
        result.append(token._replace(start=start, end=end))
    return result


def _at_space(text: str, tokens: Sequence[Token], first: int, start: int) -> bool:
    """Tell whether nothing or a space comes before a code at ``start``, codes that took their space included."""
    if start == first or not text[start - 1].isspace():
        return start == first
    return not tokens or tokens[-1].end < start or tokens[-1].kind in {"empty", "break"}
