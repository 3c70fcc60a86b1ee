"""Links of signs only (``↩``, ``¶``, ``»``): one thing to a sentence, because no engine knows where a sign goes.

They count as what does not show, so that those at the ends of a sentence are no part of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.runs import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.formats.html.marks import Page
    from localize.formats.tags import Tag

_WORD = re.compile(r"[^\W_]")
_SIGN = re.compile(r"[^\w\s]")


class _Open(NamedTuple):
    """A pair that is open: its place in the result, and how many parts with words, and with signs, were before it."""

    place: int
    words: int
    signs: int


def whole(page: Page, tokens: Sequence[Token], tags: Mapping[int, Tag]) -> list[Token]:
    """Make single codes of the links in which there is a sign but no letter or digit.

    Args:
        page: The page.
        tokens: Disjoint, sorted, in pairs.
        tags: By the places of their tokens.
    """
    result: list[Token] = []
    stack: list[_Open] = []
    words = signs = 0
    done = tokens[0].end if tokens else 0
    for token in tokens:
        between = page.shadow[done : token.start] + token.plain
        words += _WORD.search(between) is not None
        signs += _SIGN.search(between) is not None
        done = token.end
        if token.kind == "open":
            stack.append(_Open(len(result), words, signs))
        elif token.kind == "close" and stack:
            opening = stack.pop()
            first = result[opening.place]
            link = first.start in tags and tags[first.start].name == "a"
            if link and words == opening.words and signs > opening.signs:
                del result[opening.place :]
                result.append(Token(first.start, token.end, "empty", first.id))
                continue
        result.append(token)
    return result
