"""Find terms in scripts without spaces between words: by character, the leftmost and longest first."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from localize.document import Span

UNSPACED = frozenset({"zh", "yue", "ja", "ko", "th", "lo", "km", "my", "bo", "dz"})
"""Languages whose words run on. Korean has spaces, but particles cling to its nouns: the left edge is a word's."""

_CLUSTER = re.compile(r".[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*", re.DOTALL)
_NO_SPACES = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class CharacterIndex:
    """Spellings of terms, found wherever their characters stand.

    Characters are compared in NFKC, case-folded (full-width letters are letters). Where a term begins or ends with a
    letter or digit of a script with spaces ("NATO" in a Japanese sentence), no such letter may go on there.
    """

    def __init__(self, surfaces: Iterable[tuple[str, int]], language: str) -> None:
        self._left_edge = base(language) == "ko"
        self._numbers: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for text, number in surfaces:
            key = fold_text(text)
            if not any(character.isalnum() for character in key):
                continue
            known = self._numbers.get(key, ())
            if number not in known:
                self._numbers[key] = (*known, number)
            lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}
        self._first = re.compile("[" + re.escape("".join(self._lengths)) + "]") if self._lengths else None

    def find(self, text: str) -> Iterator[tuple[Span, str, tuple[int, ...]]]:
        """Yield every place where a spelling stands, left to right, at each place the longest first.

        Each with the folded spelling and the numbers of what claims it. Spans count in *text* and may overlap.
        """
        folded, offsets = _fold_with_offsets(text, " " if self._left_edge else "")
        if self._first is None:
            return
        for found in self._first.finditer(folded):
            start = found.start()
            for size in self._lengths[found[0]]:
                end = start + size
                key = folded[start:end]
                numbers = self._numbers.get(key) if end <= len(folded) else None
                if numbers and self._whole(folded, start, end):
                    span = (offsets[start], offsets[end]) if offsets else (start, end)
                    if not offsets or (_clean(offsets, start) and _clean(offsets, end)):
                        yield span, key, numbers

    def _whole(self, folded: str, start: int, end: int) -> bool:
        """Tell whether no letter of a spaced script goes on at either edge."""
        before, behind = folded[max(0, start - 1) : start], folded[end : end + 1]
        if self._left_edge and before.isalnum():
            return False
        left = _spaced(folded[start]) and before and _spaced(before)
        right = _spaced(folded[end - 1]) and behind and _spaced(behind)
        return not (left or right)


def fold_text(text: str) -> str:
    """Write a term of such a language the common way."""
    plain = unicodedata.normalize("NFKC", text.translate(_NO_SPACES)).casefold()
    return unicodedata.normalize("NFKC", plain)


def _fold_with_offsets(text: str, line_end: str) -> tuple[str, list[int]]:
    """Fold a text, soft line ends to what they stand for.

    The offsets tell where each folded character stands in the text; empty when all stand still.
    """
    folded = text.casefold()
    if len(folded) == len(text) and unicodedata.is_normalized("NFKC", folded) and text.isprintable():
        return folded, []
    parts: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        part = line_end if cluster[0] in "\r\n" else fold_text(cluster[0])
        parts.append(part)
        offsets += [cluster.start()] * len(part)
    offsets.append(len(text))
    return "".join(parts), offsets


def _clean(offsets: list[int], place: int) -> bool:
    """Tell whether a place in folded text falls between characters of the text, not within one ("㈱")."""
    return place == 0 or place >= len(offsets) - 1 or offsets[place] != offsets[place - 1]


def _spaced(character: str) -> bool:
    """Tell whether a character is a letter or digit of a script that writes spaces: Latin, Greek, Cyrillic."""
    return character.isalnum() and ord(character) < 0x0E00
