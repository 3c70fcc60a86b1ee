"""What stands around a place in a text: sentence starts, headlines, lines in capitals, addresses."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from localize.glossary.words.tokens import WORD, plain
from localize.glossary.words.vocabulary import ABBREVIATIONS, SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Span

_WINDOW = 240
"""Characters on each side of a place in which an address may go on; keeps the cost of a match constant."""
_LONGEST = 600
"""Characters of a sentence or line whose style is looked at."""
_SENTENCE_END = re.compile(r"(?<![^\w][A-Z])[.!?\u2026][\"'\u2019\u201d)\]]*\s|\n")
_TITLE = 80
"""Characters of a title on one side of a term."""
_NO_TITLE = re.compile("[.,;:]$|[\u201d\u00bb\u201c\u00ab]")
_OPENING = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb([{*\u2022\u00bf\u00a1"
_ENDING = ".!?\u2026:;\u2022|"
_DASHES = "-\u2013\u2014\u2015"
_ADDRESS = re.compile(
    r"""://|@|^(?:www\.|[#/\\~]|\./|\.\./)|\w:\\     # a scheme, an e-mail or handle, a hash tag, a path
      |[/\\]$|[/\\][\w-]{2,}\.[a-z]|[\w-]{2}\.[a-z][\w-]*/     # folders, and a host with a path
      |[\w-]\.[a-z][a-z0-9]{1,5}(?![\w.])            # a host or a file: its last part is short and small
      |[^\W_]_+[^\W_]|[={}]|\w::\w                  # names in code
    """,
    re.VERBOSE,
)
_PARTING = re.compile(
    r"[\s\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
"""White space, and letters and marks of scripts without it: no address goes on there."""
_TRIM_LEFT = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb([{<,;:!?\u2026*_"
_TRIM_RIGHT = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb)]}>,;:.!?\u2026*_"


class Surroundings:
    """One text with its words, asked about places in it. Cheap to make; what is asked twice is kept."""

    __slots__ = ("_breaks", "_styles", "spans", "text", "words")

    def __init__(self, text: str, words: Sequence[str], spans: Sequence[Span]) -> None:
        self.text = text
        self.words = words
        self.spans = spans
        self._breaks: list[int] = []
        self._styles: dict[int, str] = {}

    def style(self, place: int) -> str:
        """Tell how the line or sentence around an offset is written.

        Returns:
            ``loud`` when everything is in capitals, ``headline`` when every word but the small ones begins with a
            capital (two at least, and no full stop follows), else ``running``.
        """
        if not self._breaks:
            self._breaks = _breaks(self.text)
        number = bisect_right(self._breaks, place)
        known = self._styles.get(number)
        if known is None:
            start, end = self._breaks[number - 1], (*self._breaks[number : number + 1], len(self.text))[0]
            known = self._styles[number] = style_of(self.text[start:end])
        return known

    def opens(self, index: int) -> bool:
        """Tell whether a word stands where a capital says nothing: first in a sentence, a quotation, a bracket."""
        at = self.spans[index][0]
        before = self.text[max(0, at - 32) : at]
        bare = before.rstrip(" \t\r\n\u00a0" + _OPENING)
        if not bare:
            return at <= 32 or self.text[at - 33].isspace()
        if any(mark in _OPENING for mark in before[len(bare) :]) and before[-1:] not in "'\u2019":
            return True
        if (bare[-1] in _DASHES and before != bare) or before.count("\n", len(bare)) > 1:
            return True
        if bare[-1] == "." and index:
            previous = plain(self.words[index - 1])
            return len(previous) > 1 and previous.lower() not in ABBREVIATIONS
        return bare[-1] in _ENDING

    def quotation(self, span: Span) -> str:
        """Give the words quoted around a place, when they may be a title: short, and without sentence marks."""
        start, end = span
        before, behind = self.text[max(0, start - _TITLE) : start], self.text[end : end + _TITLE]
        opening = max(before.rfind(mark) for mark in '"\u201c\u00ab')
        closing = min((found for mark in '"\u201d\u00bb' if (found := behind.find(mark)) >= 0), default=-1)
        if opening < 0 or closing < 0:
            return ""
        quoted = before[opening + 1 :] + self.text[start:end] + behind[:closing]
        return "" if quoted != quoted.strip() or _NO_TITLE.search(quoted) else quoted

    def address(self, span: Span) -> bool:
        """Tell whether a place lies in an address: URL, host, e-mail, handle, hash tag, path, file name, code."""
        start, end = span
        text = self.text
        alone = start == 0 or text[start - 1].isspace()
        before = "" if alone else _PARTING.split(text[max(0, start - _WINDOW) : start])[-1]
        after = _PARTING.split(text[end : end + _WINDOW], maxsplit=1)[0]
        if not before and (not after or after in _TRIM_RIGHT):
            return False
        chunk = (before.lstrip(_TRIM_LEFT) + text[start:end] + after.rstrip(_TRIM_RIGHT)).replace("\n", " ")
        return _ADDRESS.search(unicodedata.normalize("NFC", chunk)) is not None


def _breaks(text: str) -> list[int]:
    """List where sentences and lines begin, from 0; very long ones are cut, so that looking at one costs little."""
    breaks = [0]
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    for end in (*ends, len(text)):
        while end - breaks[-1] > _LONGEST:
            breaks.append(breaks[-1] + _LONGEST)
        if breaks[-1] < end < len(text):
            breaks.append(end)
    return breaks


def style_of(line: str) -> str:
    """Tell the style of a line or sentence."""
    words = [word for word in WORD.findall(line) if word.upper() != word.lower()]
    capitals = {
        word for word in words if word != word.lower() or word[0].isdigit()
    }  # "iPhone" is as good as one
    if all(word.isupper() or word in {"s", "t"} for word in words):
        long = any(len(word) > 3 for word in words)
        return "loud" if long or len(words) > 2 else "running"
    if sum(word in capitals for word in words) < 2 or line.rstrip().endswith((".", ",", ";")):
        return "running"
    small = all(word in SMALL_WORDS for word in words if word not in capitals)
    return "headline" if small else "running"
