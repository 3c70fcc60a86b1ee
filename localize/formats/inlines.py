"""Find the inline markup of Markdown: emphasis, links, code spans, HTML, and what else is not plain text.

The block grammar of tree-sitter-markdown finds the blocks (``blocks.py``), but its inline grammar takes "$5 and $10"
for a formula, knows nothing of reference definitions, and needs gigabytes for a few hundred unmatched stars. So
inline markup is read here, by the algorithm that the CommonMark specification gives, in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from localize.formats import syntax
from localize.formats.delimiters import Delimiter, delimiter, pairs
from localize.formats.runs import HARD, SOFT, Token
from localize.formats.tags import Tag, pair_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

_TICKS = re.compile(r"`+")
_BLANK = " \n\r"


class _Bracket(NamedTuple):
    """An opening bracket that may begin a link or an image."""

    start: int
    end: int
    image: bool
    delimiters: int
    tokens: int


def scan(
    text: str, *, references: Collection[str] = (), cell: bool = False, language: str = ""
) -> list[Token]:
    """Find the markup in the text of one block.

    Args:
        text: A ``Run``'s text.
        references: Normalised labels of the document's link reference definitions.
        cell: The block is a table cell, where a backslash escapes a pipe even in a code span.
        language: Of the document, base only; what HTML says is in another must come through. Empty: not known.

    Returns:
        Disjoint tokens, sorted; ``open`` and ``close`` tokens are balanced and properly nested.
    """
    return _Scanner(text, references, cell=cell, language=language).markdown()


def scan_plain(text: str) -> list[Token]:
    """Find what plain text uses of it: emphasis around whole words, and bare web and mail addresses."""
    return _Scanner(text, ()).plain()


def _numbered(tokens: list[Token]) -> list[Token]:
    """Number pairs and single codes from 1, in the order in which they begin; literals have no number."""
    numbers: dict[int, int] = {}
    return [
        token._replace(id=numbers.setdefault(token.id, len(numbers) + 1)) if token.id else token
        for token in tokens
    ]


class _Scanner:
    """State of one scan; each step handles the markup at a place and gives the place to go on from."""

    def __init__(
        self, text: str, references: Collection[str], *, cell: bool = False, language: str = ""
    ) -> None:
        self.text = text
        self.references = references
        self.cell = cell
        self.language = language
        self.ids = count(1)
        self.tokens: list[Token] = []
        self.tags: dict[int, Tag] = {}
        self.delimiters: list[Delimiter] = []
        self.brackets: list[_Bracket] = []
        self.no_links_below = 0
        self.word_bound = False
        self.absent: set[str] = set()
        self.ticks: dict[int, list[int]] = {}

    def markdown(self) -> list[Token]:
        for run in _TICKS.finditer(self.text):
            self.ticks.setdefault(len(run[0]), []).append(run.start())
        return self.run({
            "*": self.emphasis, "_": self.emphasis, "~": self.emphasis, "\\": self.backslash, "`": self.code,
            "[": self.bracket, "]": self.close_bracket, "!": self.image, "<": self.angle, "&": self.entity,
            "$": self.formula, "{": self.template, HARD: self.hard_break, "%": self.unseen, "^": self.unseen,
            "=": self.highlight,
        })  # fmt: skip

    def plain(self) -> list[Token]:
        self.word_bound = True
        return self.run({"*": self.emphasis, "_": self.emphasis})

    def run(self, steps: Mapping[str, Callable[[int], int]]) -> list[Token]:
        place = 0
        while found := syntax.SPECIAL.search(self.text, place):
            character = found[0][0]
            if step := steps.get(character):
                place = step(found.start())
            elif character in syntax.MARKS:
                place = found.start() + 1
            else:
                place = self.address(found.start(), found.end())
        self.tokens += pairs(self.delimiters, self.ids)
        self.tokens.sort()
        return _numbered(pair_tags(self.tokens, self.tags, self.ids))

    def empty(self, start: int, end: int) -> int:
        self.tokens.append(Token(start, end, "empty", next(self.ids)))
        return end

    def literal(self, start: int, end: int, plain: str) -> int:
        self.tokens.append(Token(start, end, "literal", 0, plain))
        return end

    def protect(self, start: int, inner: int, outer: int, end: int) -> int:
        """Add a pair of which ``text[inner:outer]`` is the content that must come through."""
        return self.enclose(start, inner, outer, end, translate=False)

    def enclose(self, start: int, inner: int, outer: int, end: int, *, translate: bool = True) -> int:
        """Add a pair of which ``text[inner:outer]`` is the content."""
        number = next(self.ids)
        self.tokens.append(Token(start, inner, "open", number, translate=translate))
        self.tokens.append(Token(outer, end, "close", number))
        return end

    def emphasis(self, start: int) -> int:
        run = delimiter(self.text, start, word_bound=self.word_bound)
        self.delimiters.append(run)
        return run.end

    def backslash(self, start: int) -> int:
        following = self.text[start + 1 : start + 2]
        if following in {SOFT, HARD}:
            self.tokens.append(Token(start, start + 2, "break", next(self.ids)))
            return start + 2
        if following and following in syntax.PUNCTUATION:
            return self.literal(start, start + 2, following)
        return start + 1

    def hard_break(self, start: int) -> int:
        self.tokens.append(Token(start, start + 1, "break", next(self.ids)))
        return start + 1

    def code(self, start: int) -> int:
        size = len(_TICKS.match(self.text, start)[0])  # type: ignore[index]  # there is a tick at start
        runs = self.ticks.get(size, [])
        following = bisect_right(runs, start)
        inner = start + size
        if following == len(runs):
            return inner
        outer = runs[following]
        end = outer + size
        content = self.text[inner:outer]
        if content[0] in _BLANK and content[-1] in _BLANK and content.strip(_BLANK):
            inner, outer = inner + 1, outer - 1
        self.protect(start, inner, outer, end)
        if self.cell:
            for pipe in re.finditer(r"\\\|", self.text[inner:outer]):
                self.literal(inner + pipe.start(), inner + pipe.end(), "|")
        return end

    def entity(self, start: int) -> int:
        found = syntax.ENTITY.match(self.text, start)
        plain = syntax.spelled(found[0]) if found else None
        return self.literal(start, found.end(), plain) if found and plain else start + 1

    def formula(self, start: int) -> int:
        found = syntax.math(self.text, start)
        if not found:
            return start + 1
        size = found[0] - start
        return self.protect(start, found[0], found[1] - size, found[1])

    def unseen(self, start: int) -> int:
        if note := syntax.INLINE_NOTE.match(self.text, start):
            self.tokens.append(Token(start, note.end(), "empty", next(self.ids), inner=note.span(1)))
            return note.end()
        found = syntax.COMMENT.match(self.text, start) or syntax.RAISED.match(self.text, start)
        return self.empty(start, found.end()) if found else start + 1

    def highlight(self, start: int) -> int:
        found = syntax.MARKED.match(self.text, start)
        return self.enclose(start, *found.span(1), found.end()) if found else start + 2

    def template(self, start: int) -> int:
        found = syntax.TEMPLATE.match(self.text, start)
        return self.empty(start, found.end()) if found else start + 1

    def address(self, start: int, end: int) -> int:
        if "@" not in self.text[start:end]:
            end = syntax.address_end(self.text, start)
        return self.protect(start, start, end, end) if end > start else start + 1

    def angle(self, start: int) -> int:
        if found := syntax.AUTOLINK.match(self.text, start):
            return self.protect(start, start + 1, found.end() - 1, found.end())
        if found := syntax.TAG.match(self.text, start):
            tag = Tag.of(found, self.language)
            if tag.name == "br":
                self.tokens.append(Token(start, found.end(), "break", next(self.ids)))
                return found.end()
            self.tags[start] = tag
            return self.empty(start, found.end())
        for opening, closing in syntax.UNSEEN:
            if self.text.startswith(opening, start):
                end = self.find(closing, start + 2)
                return self.empty(start, end) if end > 0 else start + 1
        return start + 1

    def find(self, needle: str, start: int) -> int:
        """Give the end of the next ``needle``, or -1; a vain search is not repeated."""
        place = -1 if needle in self.absent else self.text.find(needle, start)
        if place < 0:
            self.absent.add(needle)
            return -1
        return place + len(needle)

    def image(self, start: int) -> int:
        if not self.text.startswith("[", start + 1):
            return start + 1
        if found := syntax.WIKI_LINK.match(self.text, start + 1):
            return self.empty(start, found.end())
        self.brackets.append(_Bracket(start, start + 2, True, len(self.delimiters), len(self.tokens)))
        return start + 2

    def bracket(self, start: int) -> int:
        if found := syntax.FOOTNOTE.match(self.text, start):
            return self.empty(start, found.end())
        found = syntax.WIKI_LINK.match(self.text, start)
        if found and syntax.normalised(found[1]) not in self.references:
            inner, outer = found.span(3) if found[2] else found.span(1)
            return self.enclose(start, inner, outer, found.end(), translate=bool(found[2]))
        self.brackets.append(_Bracket(start, start + 1, False, len(self.delimiters), len(self.tokens)))
        return start + 1

    def close_bracket(self, start: int) -> int:
        if not self.brackets:
            return start + 1
        opening = self.brackets.pop()
        depth = len(self.brackets)
        inside_out = depth < self.no_links_below and not opening.image
        self.no_links_below = min(self.no_links_below, depth)
        if inside_out:
            return start + 1
        end = self.target(opening, start)
        if end < 0:
            return start + 1
        if opening.image:
            del self.tokens[opening.tokens :]
            self.tokens.append(Token(opening.start, end, "empty", next(self.ids), inner=(opening.end, start)))
        else:
            number = next(self.ids)
            self.tokens.append(Token(opening.start, opening.end, "open", number))
            self.tokens.append(Token(start, end, "close", number))
            self.tokens += pairs(self.delimiters[opening.delimiters :], self.ids)
            self.no_links_below = depth
        del self.delimiters[opening.delimiters :]
        return end

    def target(self, opening: _Bracket, start: int) -> int:
        """Give the end of what makes a link of the bracket that closes at ``start``, or -1."""
        after = start + 1
        if self.text.startswith("(", after):
            end = syntax.link_tail(self.text, after)
            if end > 0:
                return end
        if not self.references:
            return -1
        label = syntax.LABEL.match(self.text, after)
        if label and label[1].strip():
            return label.end() if syntax.normalised(label[1]) in self.references else -1
        own = syntax.LABEL.fullmatch(self.text, opening.end - 1, after)
        if not own or syntax.normalised(own[1]) not in self.references:
            return -1
        return label.end() if label and not label[1] else after
