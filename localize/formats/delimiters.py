"""Runs of ``*``, ``_`` and ``~`` and the pairs that they make, by the rules of CommonMark.

Source: CommonMark 0.31, section 6.2 and the appendix "A parsing strategy"; strikethrough: GitHub Flavored Markdown
0.29, section 6.5.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localize.formats.runs import Token

if TYPE_CHECKING:
    from collections.abc import Iterator
    from itertools import count


@dataclass(slots=True)
class Delimiter:
    """A run of one delimiter character, as far as it is not used up.

    Attributes:
        size: Characters in the run at first.
    """

    character: str
    start: int
    end: int
    opens: bool
    closes: bool
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = self.end - self.start


def delimiter(text: str, start: int, *, word_bound: bool = False) -> Delimiter:
    """Read the run of delimiters at ``start`` and tell on which sides it can stand.

    Args:
        text: A run's text.
        start: Where the first delimiter stands; none comes before it.
        word_bound: Let no run open or close inside a word; Markdown has that rule for ``_`` alone.
    """
    character = text[start]
    end = start + 1
    while end < len(text) and text[end] == character:
        end += 1
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if character == "_" or word_bound:
        return Delimiter(
            character, start, end, left and (not right or mark_before), right and (not left or mark_after)
        )
    return Delimiter(character, start, end, left, right)


def pairs(delimiters: list[Delimiter], ids: count[int]) -> Iterator[Token]:
    """Pair the delimiters of one scope (a block, or a link's text) and yield both tokens of each pair.

    Tokens come in no particular order. Takes time linear in the number of delimiter characters.
    """
    below: list[int] = []
    floors: dict[tuple[str, bool, int], int] = {}
    last = -1
    for index, closer in enumerate(delimiters):
        below.append(last)
        while closer.closes and closer.start < closer.end:
            key = (
                closer.character,
                closer.opens,
                closer.size if closer.character == "~" else closer.size % 3,
            )
            found = last
            while found > floors.get(key, -1) and not _matches(delimiters[found], closer):
                found = below[found]
            if found <= floors.get(key, -1):
                floors[key] = last
                break
            yield from _pair(delimiters[found], closer, next(ids))
            last = found if delimiters[found].start < delimiters[found].end else below[found]
        if closer.opens and closer.start < closer.end:
            below[index] = last
            last = index


def _pair(opener: Delimiter, closer: Delimiter, number: int) -> tuple[Token, Token]:
    """Use up the inner characters of two matching runs."""
    if closer.character == "~":
        size = closer.size
    else:
        size = 2 if min(opener.end - opener.start, closer.end - closer.start) > 1 else 1
    opener.end -= size
    closer.start += size
    return (
        Token(opener.end, opener.end + size, "open", number),
        Token(closer.start - size, closer.start, "close", number),
    )


def _matches(opener: Delimiter, closer: Delimiter) -> bool:
    """Tell whether two runs can be a pair (CommonMark rules 9 and 10, the rule of three)."""
    if opener.character != closer.character:
        return False
    if closer.character == "~":
        return opener.size == closer.size <= 2
    if opener.closes or closer.opens:
        return (opener.size + closer.size) % 3 != 0 or (opener.size % 3 == 0 and closer.size % 3 == 0)
    return True


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
