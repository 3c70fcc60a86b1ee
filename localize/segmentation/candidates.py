"""Find the places where a sentence may end: marks, blank lines, items of a list.

Everything here is one pass of regular expressions that never start twice in the same run of characters, so that
time grows with the length of the text, whatever the text is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from localize.segmentation.lists import items

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSPACED = "。！？｡．।॥։\u1362\u17d4\u17d5\u0f0d\u104b"
"""Marks that end a sentence without white space after them: CJK, Devanagari, Armenian, then Ethiopic,
Khmer, Tibetan and Burmese."""
SPACED = ".!?…‥؟۔\u037e"
"""Marks that end one when white space or the end follows; the last is the Greek question mark."""

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufe0e\ufe0f"
_CLOSERS = rf"\"'”’»›)\]}}」』）】》〉＂＇⁰¹²³⁴-⁹{_INVISIBLE}"
_CLOSING = (
    r"(?:[\u00a0\u202f ]?[»›](?!\w))?"  # French: Non. »
    r"(?:\[\d{1,3}\])*"  # reference marks
    rf"[{_CLOSERS}]*+"
    r"(?:[“‘«‹]++(?=\s|\Z))?"  # German: „Nein.“
    r"(?:[^\S\r\n][”’」』）】》〉)\]}»]++(?![\w\"'“‘«„(]))?"  # set apart: Nein. ”
)
_KANA_OR_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_VISIBLE = re.compile(r"\S")
_LINE_END = re.compile(r"(?<!\s)[^\S\r\n\u2029]*+[\r\n\u2029]\s*+")
_NEWLINE = re.compile(r"\r\n?|\n")


class Candidate(NamedTuple):
    """A place where a sentence may end.

    Attributes:
        stop: Offset after the mark that ends it.
        end: Offset after the quotation marks and brackets that close with it.
        start: Offset at which the next sentence would begin.
        certain: Nothing but protected text can overrule it.
    """

    stop: int
    end: int
    start: int
    certain: bool


def candidates(text: str, stops: str = "") -> Iterator[Candidate]:
    """Yield the candidates in order, each with a later ``start`` than the one before.

    Between ``end`` and ``start`` there is white space only, and something visible stands at ``start``.

    Args:
        text: Any text.
        stops: Further marks that end a sentence when white space follows.
    """
    certain = dict(_certain(text))
    marked = list(_marked(text, stops))
    found = [mark for mark in marked if mark.end not in certain]
    found += [Candidate(end, end, start, certain=True) for end, start in certain.items()]
    last = 0
    for candidate in sorted(found, key=lambda place: (place.end, place.start)):
        if candidate.stop > last:
            yield candidate
            last = candidate.start


def _marked(text: str, stops: str) -> Iterator[Candidate]:
    size = len(text)
    for match in _marks(stops).finditer(text):
        stop, end = match.end(1), match.end()
        if end < size and not text[end].isspace() and not _needs_no_space(text, match.start(), stop):
            continue
        following = _VISIBLE.search(text, end)
        if following is None:
            return
        yield Candidate(stop, end, following.start(), certain=False)


@cache
def _marks(stops: str) -> re.Pattern[str]:
    marks = re.escape(SPACED + UNSPACED + stops)
    return re.compile(rf"([{marks}]++(?:(?<=\.)[^\S\r\n]\.++(?![^\s{_CLOSERS}]))*){_CLOSING}")


def _needs_no_space(text: str, start: int, stop: int) -> bool:
    run = text[start:stop]
    if run[-1] in "!?":
        return run[0] in UNSPACED or (start > 0 and _KANA_OR_HAN.match(text, start - 1) is not None)
    if run[-1] not in UNSPACED:
        return False
    return not (len(run) == 1 and text[start - 1 : start].isdigit() and text[stop : stop + 1].isdigit())


def _certain(text: str) -> Iterator[tuple[int, int]]:
    """Yield end and next start where a blank line or the item of a list begins something new."""
    starts = set(items(text))
    for match in _LINE_END.finditer(text):
        gap = match.group()
        blank = "\u2029" in gap or len(_NEWLINE.findall(gap)) > 1
        if (blank or match.end() in starts) and match.start() > 0 and match.end() < len(text):
            yield match.span()
            starts.discard(match.end())
    for start in starts:
        end = start
        while end > 0 and text[end - 1].isspace():
            end -= 1
        if end:
            yield end, start
