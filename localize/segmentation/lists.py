"""Find list items in running text: "1) Bread 2) Milk", lines that begin with a bullet."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BULLETS = "•‣⁃▪●◦"
"""Bullets that prose has no other use for."""

_LINE = re.compile(
    r"^[^\S\r\n]*+(?:([-*–—·•‣⁃▪●◦])|(\(?)(?:\d{1,3}([.)])|[a-zA-Z](\))))(?=\s++\S)", re.MULTILINE
)
_BULLET = re.compile(rf"(?<!\S)[{BULLETS}](?=\s*+\S)")
_NUMBERED = re.compile(r"(?<!\S)(\d{1,2}|[a-z])(\.\)|[.)])\s++([^\W_])")
_OPENS = re.compile(r"[.!?:;…。！？：；]\s*\Z")


class _Item(NamedTuple):
    start: int
    number: int
    style: str
    """What stands after the number or letter."""


def items(text: str) -> Iterator[int]:
    """Yield where items of a list begin, in no particular order; the text's own beginning may be among them."""
    yield from _line_items(text)
    yield from _bulleted(text)
    yield from _numbered(text)


def _line_items(text: str) -> Iterator[int]:
    """Yield lines that begin with a marker and follow a full stop or colon, or another line with the like."""
    found = [
        (match.start(1) if match[1] else match.start(2), match.groups()) for match in _LINE.finditer(text)
    ]
    kinds = Counter(kind for _, kind in found)
    for start, kind in found:
        if kinds[kind] > 1 or _OPENS.search(text, max(0, start - 8), start):
            yield start


def _bulleted(text: str) -> Iterator[int]:
    """Yield every bullet of a text that begins with one."""
    starts = [match.start() for match in _BULLET.finditer(text)]
    if starts and not text[: starts[0]].strip():
        yield from starts


def _numbered(text: str) -> Iterator[int]:
    """Yield the items of lists that count up within a line.

    Each item begins with a capital letter or digit. A list begins the text or follows a colon or full stop.
    "1)" and "1.)" need two items, "1." and "a." three, since "2." may end a sentence.
    """
    by_style: dict[tuple[bool, str], list[_Item]] = {}
    for match in _NUMBERED.finditer(text):
        mark, style, first = match.groups()
        if first.islower():
            continue
        number = int(mark) if mark.isdecimal() else ord(mark) - ord("a") + 1
        by_style.setdefault((mark.isdecimal(), style), []).append(_Item(match.start(), number, style))
    for run in by_style.values():
        yield from _counting(text, run)


def _counting(text: str, run: Sequence[_Item]) -> Iterator[int]:
    """Yield the items that count up from 1, list after list."""
    counted: list[_Item] = []
    for item in run:
        if item.number != len(counted) + 1:
            yield from _if_list(text, counted)
            counted = []
        if item.number == len(counted) + 1:
            counted.append(item)
    yield from _if_list(text, counted)


def _if_list(text: str, counted: Sequence[_Item]) -> Iterator[int]:
    if not counted:
        return
    first = counted[0].start
    before = text[max(0, first - 8) : first]
    begins = _OPENS.search(before) is not None or (first < 8 and not before.strip())
    if begins and len(counted) >= (3 if counted[0].style == "." else 2):
        yield from (item.start for item in counted)
