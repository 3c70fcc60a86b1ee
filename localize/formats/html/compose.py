"""Make the text of units from runs: white space collapsed, references read, tags in pairs."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import count, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.html.composer import Composer
from localize.formats.html.elements import APART, CONTROLS, FRAMED, SEEN, UNSEEN, VOID
from localize.formats.html.wordless import whole
from localize.formats.runs import Token
from localize.formats.syntax import ENTITY, spelled
from localize.formats.tags import Tag, pair_tags
from localize.formats.units import Found, is_prose
from localize.formats.wrapping import goes_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import CodeKind, Span, Text
    from localize.formats.html.flow import Piece, Run
    from localize.formats.html.marks import Page

_EDGES = " \t\n\r\f\xa0"
"""What is left out at the ends of a text: white space, and spaces that set it off."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*(?:>|\Z)|\A[^<>]{0,200}=[^<>]*>")
_LETTER = re.compile(r"[^\W_]")
_LOOK = 200
"""Code points that are looked at on either side of a line break."""


_START = attrgetter("start")


class _Tokens(NamedTuple):
    """Markup of a run: disjoint, sorted, in pairs.

    Attributes:
        tags: By their places.
        shown: Places of the single codes that show.
        controls: Places of those that are filled in.
    """

    tokens: list[Token]
    tags: dict[int, Tag]
    shown: frozenset[int]
    controls: frozenset[int] = frozenset()

    def within(self, span: Span) -> list[Token]:
        """List the tokens that begin within a span, without a look at all the others."""
        first, last = (bisect_left(self.tokens, place, key=_START) for place in span)
        return self.tokens[first:last]


def found(page: Page, run: Run) -> Iterator[Found]:
    """Yield the units of a run: one, or several where line breaks or rows of links part them."""
    if run.pieces:
        markup = _tokens(page, run.pieces)
    else:
        markup = _Tokens(list(_value(page, run.span)), {}, frozenset())
    for span in _parts(page, run.span, markup):
        start, end, tokens = _trimmed(page, span, markup)
        source = _compose(page, (start, end), tokens, markup.shown)
        if is_prose(source):
            yield Found((start, end), source, run.kind)


def _tokens(page: Page, pieces: Sequence[Piece]) -> _Tokens:
    tokens: list[Token] = []
    tags: dict[int, Tag] = {}
    shown: set[int] = set()
    controls: set[int] = set()
    ids = count(1)
    for start, end, mark, protects, island in pieces:
        controls.update({start} if mark.name in CONTROLS else ())
        if island:
            tokens.append(Token(start, end, "empty", next(ids)))
            shown.update({start} if mark.name not in UNSEEN else ())
        elif mark.kind in {"start", "end"}:
            alone = mark.name in VOID or (page.xml and mark.alone)
            kind: CodeKind = "empty"
            tokens.append(Token(start, end, "break" if mark.name == "br" else kind, next(ids)))
            tags[start] = Tag(mark.name, mark.kind == "end", alone, protects)
            shown.update({start} if mark.name in SEEN else ())
        elif mark.kind == "reference":
            tokens.append(Token(start, end, "literal", 0, mark.plain))
        elif mark.kind == "expression":
            number = next(ids)
            tokens.append(Token(start, start, "open", number, translate=False))
            tokens.append(Token(end, end, "close", number))
        elif mark.kind == "unseen":
            tokens.append(Token(start, end, "empty", next(ids)))
    paired = whole(page, pair_tags(tokens, tags, ids), tags)
    for one, other in pairwise(paired):
        if one.kind == "open" and other.kind == "close" and one.end == other.start and one.end > one.start:
            shown.add(other.start)
    return _Tokens(paired, tags, frozenset(shown), frozenset(controls))


def _value(page: Page, span: Span) -> Iterator[Token]:
    """Find the references and templates in the value of an attribute."""
    start, end = span
    expressions = [(one, value) for one, value in page.templates if start <= one[0] and one[1] <= end]
    ids = count(1)
    for (first, last), value in [*expressions, ((end, end), False)]:
        for entity in ENTITY.finditer(page.text, start, first):
            plain = spelled(entity[0])
            if plain:
                yield Token(entity.start(), entity.end(), "literal", 0, plain)
        if first < end:
            number = next(ids)
            if value:
                yield Token(first, first, "open", number, translate=False)
                yield Token(last, last, "close", number)
            else:
                yield Token(first, last, "empty", number)
        start = last


def _parts(page: Page, span: Span, markup: _Tokens) -> Iterator[Span]:
    """Divide a run at line breaks and controls outside all pairs, unless a sentence goes on there, and rows into members."""
    start, depth = span[0], 0
    closing = {token.id: token for token in markup.tokens if token.kind == "close"}
    for token in markup.tokens:
        stop = token
        if depth == 0 and token.kind == "open" and _named(markup, token, FRAMED):
            stop = closing[token.id]
        parts = token.kind == "break" or token.start in markup.controls or stop is not token
        if depth == 0 and parts:
            before = _words(page.shadow[max(start, token.start - _LOOK) : token.start])
            after = _words(page.shadow[stop.end : min(span[1], stop.end + _LOOK)])
            if not goes_on(before, after) and (stop is token or not after or after[0].isupper()):
                yield from _members(page, (start, token.start), markup)
                if stop is not token:
                    yield from _members(page, (token.start, stop.end), markup)
                start = stop.end
        depth += (token.kind == "open") - (token.kind == "close")
    yield from _members(page, (start, span[1]), markup)


def _words(text: str) -> str:
    """Leave out tags, and white space at both ends."""
    return _TAG.sub(" ", text).strip()


def _named(markup: _Tokens, token: Token, names: frozenset[str]) -> bool:
    tag = markup.tags.get(token.start)
    return tag is not None and tag.name in names


def _members(page: Page, span: Span, markup: _Tokens) -> Iterator[Span]:
    """Yield the members of a row of links, buttons or labels with no words between them, else all as one."""
    members: list[Span] = []
    begin, done, depth = span[0], span[0], 0
    for token in markup.within(span):
        if token.kind not in {"open", "close"}:
            continue
        if token.kind == "open":
            if depth == 0:
                begin = token.start
                tag = markup.tags.get(begin)
                apart = tag is not None and (tag.name in APART or "-" in tag.name)
                if not apart or _said(page, (done, begin), markup):
                    yield span
                    return
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                members.append((begin, token.end))
                done = token.end
    if len(members) > 1 and not _said(page, (done, span[1]), markup):
        yield from members
    else:
        yield span


def _said(page: Page, span: Span, markup: _Tokens) -> bool:
    """Tell whether there are letters or digits between pairs."""
    place = span[0]
    for token in markup.within(span):
        if _LETTER.search(page.shadow, place, token.start) or _LETTER.search(token.plain):
            return True
        place = token.end
    return _LETTER.search(page.shadow, place, span[1]) is not None


def _trimmed(page: Page, span: Span, markup: _Tokens) -> tuple[int, int, list[Token]]:
    """Leave out white space, what does not show, and pairs around everything, at both ends of a part."""
    start, end = span
    tokens = [token for token in markup.within((start, end + 1)) if token.end <= end]
    first, last = 0, len(tokens)
    while True:
        while start < (tokens[first].start if first < last else end) and page.shadow[start] in _EDGES:
            start += 1
        while end > (tokens[last - 1].end if first < last else start) and page.shadow[end - 1] in _EDGES:
            end -= 1
        if first >= last:
            break
        one, other = tokens[first], tokens[last - 1]
        if one.start == start and _silent(one, markup):
            start, first = one.end, first + 1
        elif other.end == end and _silent(other, markup):
            end, last = other.start, last - 1
        elif one.start == start and other.end == end and _around(one, other):
            start, end, first, last = one.end, other.start, first + 1, last - 1
        else:
            break
    return start, max(start, end), tokens[first:last]


def _silent(token: Token, markup: _Tokens) -> bool:
    if token.kind == "literal":
        return not token.plain.strip(_EDGES)
    return token.kind == "break" or (token.kind == "empty" and token.start not in markup.shown)


def _around(one: Token, other: Token) -> bool:
    return one.kind == "open" and other.kind == "close" and one.id == other.id and one.translate


def _compose(page: Page, span: Span, tokens: Sequence[Token], shown: frozenset[int]) -> Text:
    return Composer(page, span[0]).text(tokens, span[1], shown)
