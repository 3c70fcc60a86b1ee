"""Lay a translation out: words over the cues of its source, and over the lines of each cue."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.subtitles.compose import ARROW
from localize.formats.subtitles.limits import USUAL
from localize.formats.subtitles.width import columns
from localize.formats.subtitles.words import Styles, whole_pairs, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Text
    from localize.formats.subtitles.limits import Limits
    from localize.formats.subtitles.words import Word

_SENTENCE, _CLAUSE = 12.0, 7.0
"""What it is worth to part text where a sentence or a clause ends, in columns off the best place."""
_EXACT = 30.0
"""What it is worth besides if the code of the border is there, too."""
_STUB = 5.0
"""What it costs to part a short word, an article or a preposition, from what follows it."""
_NAME = 8.0
"""What it costs to part two words with capitals, which may be a name."""
_EXCESS = 4.0
"""What a column too much costs."""
_HASTE = 1.5
"""What a column costs that a cue is not long enough on the screen for."""
_REACH = 40
"""Words around the best place that are looked at."""
_SENTENCE_ENDS, _CLAUSE_ENDS = ".!?…。！？؟।", ",;:—–،؛、，；："
_CLOSING = "\"'”’»›)]"
_SHORT = 3


class _Goal(NamedTuple):
    """Where a border of cues should be, in columns.

    Attributes:
        share: By the length of the speech before it in the source.
        place: Where its code stands in the target; the same as ``share`` if it is not there.
    """

    share: float
    place: float

    def cost(self, at: float) -> float:
        """Weigh a place in columns off; what the words say counts twice as much as the length."""
        return (2 * abs(at - self.place) + abs(at - self.share)) / 3


class _Room(NamedTuple):
    """What cues can hold.

    Attributes:
        full: For each word, where a cue that begins with it is full.
        hurried: For each cue, how many columns can be read while it stands; empty: time does not matter.
        sizes: Columns before each word.
        columns: Of a line.
    """

    full: Sequence[int]
    hurried: Sequence[float]
    sizes: Sequence[int]
    columns: int

    def too_much(self, cue: int, start: int, end: int) -> float:
        """Weigh what does not fit into a cue, and what cannot be read in its time."""
        size = self.sizes[end] - self.sizes[start]
        haste = _HASTE * max(0.0, size - self.hurried[cue]) if self.hurried else 0.0
        if end <= max(self.full[start], start + 1):
            return haste
        return haste + _EXCESS * (self.columns / 2 + self.sizes[end] - self.sizes[self.full[start]])


def laid_out(
    source: Text,
    target: Text,
    *,
    newline: str,
    escapes: bool,
    limits: Limits = USUAL,
    seconds: Sequence[float] = (),
) -> str:
    """Give a target in the cues of its source, lines broken.

    A border of cues is put between words near where its code stands, which follows the alignment of the words, and
    near where it would be by length, and rather after punctuation. Each cue gets a word, if there are enough.

    Args:
        source: As it was read.
        target: With the codes of the source, or some of them.
        newline: Between lines.
        escapes: Write ``&``, ``<`` and ``>`` as character references, as WebVTT wants.
        limits: Of a cue.
        seconds: For which each cue is shown; empty: not known.
    """
    borders = [code for code in source.codes if code.kind == "empty" and ARROW in code.markup]
    given = words(target, escapes=escapes)
    sizes = [0, *accumulate(word.size + word.space for word in given)]
    timed = limits.speed > 0 and len(seconds) == len(borders) + 1
    hurried = [limits.speed * one for one in seconds] if timed else []
    room = _Room(_full(given, sizes, limits), hurried, sizes, limits.columns)
    cuts = [0, *_cuts(given, room, _goals(source, target, sizes[-1])), len(given)]
    styles = Styles(target, whole_pairs(source))
    parts: list[str] = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        parts += [borders[number - 1].markup] if number else []
        parts.append(styles.cue(_lines(given[start:end], limits), newline, last=number == len(borders)))
    return "".join(parts)


def _goals(source: Text, target: Text, size: int) -> list[_Goal]:
    """Say where the borders of cues should be in a target of that many columns."""
    before = [
        columns(source.plain[: code.at])
        for code in source.codes
        if code.kind == "empty" and ARROW in code.markup
    ]
    placed = sorted(
        columns(target.plain[: code.at])
        for code in target.codes
        if code.kind == "empty" and ARROW in code.markup
    )
    shares = [at * size / max(1, columns(source.plain)) for at in before]
    return [
        _Goal(share, place)
        for share, place in zip(shares, placed if len(placed) == len(shares) else shares, strict=True)
    ]


def _cuts(given: Sequence[Word], room: _Room, goals: Sequence[_Goal]) -> tuple[int, ...]:
    """Choose after how many words each cue but the last ends: of all choices together the cheapest."""
    count, sizes = len(given), room.sizes
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for number, goal in enumerate(goals, 1):
        first = min(number, count)
        last = max(first, count - (len(goals) + 1 - number))
        middle = min(max(bisect_left(sizes, (goal.share + goal.place) / 2), first), last)
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in range(max(first, middle - _REACH), min(last, middle + _REACH) + 1):
            ways = [
                (cost + room.too_much(number - 1, start, end), (*cuts, end))
                for start, (cost, cuts) in best.items()
                if start < end or count <= len(goals)
            ]
            if ways:
                cost, cuts = min(ways)
                found[end] = (cost + goal.cost(sizes[end]) + _border(given, sizes, end, goal), cuts)
        best = found or {last: (0.0, (*next(iter(best.values()))[1], last))}
    last_cue = len(goals)
    return min((cost + room.too_much(last_cue, end, count), cuts) for end, (cost, cuts) in best.items())[1]


def _full(given: Sequence[Word], sizes: Sequence[int], limits: Limits) -> list[int]:
    """Say for each word where a cue that begins with it is full."""
    ends = [0] * (len(given) + 1)
    for start in range(len(given) + 1):
        end = max(start, ends[start - 1] if start else 0)
        while end < len(given) and _length(given, sizes, start, end + 1) <= limits.columns:
            end += 1
        ends[start] = end
    full = ends
    for _ in range(limits.lines - 1):
        full = [ends[end] for end in full]
    return full


def _border(given: Sequence[Word], sizes: Sequence[int], end: int, goal: _Goal) -> float:
    """Weigh a border of cues after a number of words by the words around it."""
    worth = _worth(given, end)
    if abs(sizes[end] - goal.place) > 1:
        return worth
    return worth - _EXACT if worth == -_SENTENCE else min(worth, 0.0)


def _worth(given: Sequence[Word], end: int) -> float:
    """Weigh parting text after a number of words; less is better."""
    if not 0 < end < len(given):
        return 0.0
    word = given[end - 1].text.rstrip(_CLOSING)
    if word.endswith(tuple(_SENTENCE_ENDS)):
        return -_SENTENCE
    if word.endswith(tuple(_CLAUSE_ENDS)):
        return -_CLAUSE
    if word[:1].isupper() and given[end].text[:1].isupper():
        return _NAME
    return _STUB if word.isalpha() and len(word) <= _SHORT and given[end - 1].space else 0.0


def _lines(given: Sequence[Word], limits: Limits) -> list[Sequence[Word]]:
    """Break the words of a cue into lines: one, else two of about the same length, else as few as it takes."""
    sizes = [0, *accumulate(word.size + word.space for word in given)]
    if sizes[-1] - bool(given and given[-1].space) <= limits.columns:
        return [given]
    ends = range(1, len(given))
    middle = bisect_left(sizes, sizes[-1] / 2)
    near = [end for end in ends if abs(end - middle) <= _REACH]
    if near:
        cut = min(near, key=lambda end: (_balance(given, sizes, end, limits.columns), end))
        if max(_length(given, sizes, 0, cut), _length(given, sizes, cut, len(given))) <= limits.columns:
            return [given[:cut], given[cut:]]
    return _filled(given, sizes, limits.columns)


def _balance(given: Sequence[Word], sizes: Sequence[int], end: int, width: int) -> float:
    above, below = _length(given, sizes, 0, end), _length(given, sizes, end, len(given))
    excess = max(0, above - width) + max(0, below - width)
    return abs(above - below) / 2 + 4 * _EXCESS * excess + _worth(given, end)


def _length(given: Sequence[Word], sizes: Sequence[int], start: int, end: int) -> int:
    return sizes[end] - sizes[start] - bool(end > start and given[end - 1].space)


def _filled(given: Sequence[Word], sizes: Sequence[int], width: int) -> list[Sequence[Word]]:
    lines: list[Sequence[Word]] = []
    start = 0
    for end in range(1, len(given) + 1):
        if end - 1 > start and _length(given, sizes, start, end) > width:
            lines.append(given[start : end - 1])
            start = end - 1
    return [*lines, given[start:]]
