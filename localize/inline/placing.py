"""Find the place in the target for each code of a tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from localize.inline import edges
from localize.inline.votes import BLOCKED, Links, Words, stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Alignment, Span, Text
    from localize.inline.tree import Node

_MOST_STEPS = 4_000_000
"""Pairs of codes and words (or alignment links) that are looked at; beyond that, only proportions count."""
_MOST_OCCURRENCES = 50
_NEARBY = 20
"""Words to either side that are looked at for one that is free."""


class Placer:
    """Places the codes of one text.

    Attributes:
        guessed: Numbers of codes, as in ``Node.numbers``, whose place is an estimate.
        lost: Numbers of codes that have no place.
    """

    def __init__(self, source: Text, target: str, alignment: Alignment) -> None:
        self.source = source.plain
        self.target = target
        self.words = Words.of(self.source)
        self.target_words = Words.of(target)
        self.links = Links.of(alignment, self.words, self.target_words)
        steps = len(source.codes) * max(len(self.target_words.starts), len(self.links.links))
        self.frugal = steps > _MOST_STEPS
        self.blocked: set[int] = set()
        self.taken: set[int] = set()
        self.guessed: set[int] = set()
        self.lost: set[int] = set()

    def place(self, root: Node) -> None:
        """Give each node of a tree its target; a node that is lost leaves its children to its parent."""
        start = len(self.target) - len(self.target.lstrip())
        root.target = (min(start, len(self.target.rstrip())), len(self.target.rstrip()))
        pending = [root]
        while pending:
            parent = pending.pop()
            if parent.protected and parent.target:
                self._copy(parent)
                continue
            self._place_children(parent)
            pending.extend(child for child in parent.children if not child.alone and child.target)

    def _copy(self, node: Node) -> None:
        """Place what is inside a protected pair as it is in the source; the content is the same."""
        start = node.target[0] - node.start if node.target else 0
        pending = list(node.children)
        while pending:
            child = pending.pop()
            child.target = (start + child.start, start + child.end)
            pending.extend(child.children)

    def _place_children(self, parent: Node) -> None:
        self.blocked.clear()
        self.taken.clear()
        pairs = [child for child in parent.children if not child.alone and child.start < child.end]
        while pairs:
            ranked = sorted(pairs, key=lambda node: self._rank(node, parent))
            pairs = []
            for node in ranked:
                node.target = self._pair(node, parent)
                if node.target is None:
                    self.lost.update(node.numbers)
                    parent.children += node.children
                    pairs += [child for child in node.children if not child.alone and child.start < child.end]
                else:
                    self.blocked.update(self.target_words.within(*node.target))
        placed = sorted(
            (child for child in parent.children if child.target), key=lambda node: node.target or (0, 0)
        )
        for left, right in pairwise(placed):
            if left.target and right.target:
                left.target = (left.target[0], max(left.target[0], min(left.target[1], right.target[0])))
        starts = [node.target[0] for node in placed if node.target]
        for child in parent.children:
            if child.alone or child.start == child.end:
                between = self._between(child, parent) if child.parts_lines else None
                place = self._point(child, parent) if between is None else between
                around = bisect_left(starts, place) - 1
                if around >= 0 and place < (end := (placed[around].target or (0, 0))[1]):
                    place = end if child.start >= placed[around].end else starts[around]
                child.target = (place, place)

    def _rank(self, node: Node, parent: Node) -> tuple[bool, int]:
        """Order siblings: what has to be found word for word comes first, then what the fewest words render."""
        if node.protected or self.frugal:
            return (not node.protected, node.end - node.start)
        found = stretch(self._votes(node, parent), from_start=not node.opening, to_end=not node.closing)
        return (True, len(found) if found else len(self.target))

    def _pair(self, node: Node, parent: Node) -> Span | None:
        """Find the place of a pair with content; None if it is lost."""
        content = self.words.within(node.start, node.end)
        same = (one for one in node.children if (one.start, one.end) == (node.start, node.end))
        if node.protected or not content or any(one.protected for one in same):
            return self._verbatim(node, parent)
        words = self._region(parent)
        if content == self.words.within(parent.start, parent.end) and not self.blocked.intersection(words):
            found = words or None
        else:
            found = self._aligned(node, parent) or self._identical(content, node, parent)
            if not found and (found := self._proportional(node, parent)):
                self.guessed.update(node.numbers)
        if not found:
            return None
        spans = self.words.span(content), self.target, self.target_words.span(found)
        part = edges.part(self.source, (node.start, node.end), *spans)
        return part or self._edges(node, parent, content, found)

    def _region(self, parent: Node) -> range:
        return self.target_words.within(*(parent.target or (0, 0)))

    def _votes(self, node: Node, parent: Node) -> list[float]:
        """Let the alignment vote for the words that a pair encloses, whole words where it encloses parts."""
        content = self.words.within(node.start, node.end)
        span = self.words.span(content) if content else (node.start, node.end)
        return self.links.votes(span, self._region(parent))

    def _aligned(self, node: Node, parent: Node) -> range | None:
        if self.frugal:
            return None
        first = self._region(parent).start
        votes = self._votes(node, parent)
        votes = [BLOCKED if first + place in self.blocked else vote for place, vote in enumerate(votes)]
        found = stretch(votes, from_start=not node.opening, to_end=not node.closing)
        return range(first + found.start, first + found.stop) if found else None

    def _identical(self, content: range, node: Node, parent: Node, *, free: bool = True) -> range | None:
        """Find the words themselves in the target: names, numbers, terms that are the same in both languages."""
        start, end = self.words.span(content)
        core = self.source[start:end]
        if self.frugal or (len(core) < 4 and core.islower()):
            return None
        expected = self._expected(node, parent)
        found = []
        for place in self._occurrences(core, parent):
            words = self.target_words.within(place, place + len(core))
            if self.target_words.span(words) != (place, place + len(core)):
                continue
            if not free or not self.blocked.intersection(words):
                found.append((abs(place - expected), words))
        return min(found, key=lambda each: each[0])[1] if found else None

    def _verbatim(self, node: Node, parent: Node) -> Span | None:
        """Find the content of a pair character for character, preferably between word boundaries."""
        content = self.source[node.start : node.end]
        aligned = None if self.frugal else stretch(self._votes(node, parent))
        first = self._region(parent).start
        expected = (
            self.target_words.starts[first + aligned.start] if aligned else self._expected(node, parent)
        )
        found = []
        for place in self._occurrences(content, parent):
            span = range(place, place + len(content))
            words = self.target_words.within(span.start, span.stop)
            if self.taken.isdisjoint(span) and not self.blocked.intersection(words):
                start, end = self.target_words.span(words) if words else (span.start, span.stop)
                torn = start < span.start or span.stop < end
                found.append((torn, abs(place - expected), span))
        if not found:
            return None
        span = min(found, key=lambda each: each[:2])[2]
        self.taken.update(span)
        return span.start, span.stop

    def _occurrences(self, text: str, parent: Node) -> Iterator[int]:
        """Yield the first places at which a text stands in a parent's part of the target."""
        start, end = parent.target or (0, 0)
        place = self.target.find(text, start, end)
        for _ in range(_MOST_OCCURRENCES):
            if place < 0:
                return
            yield place
            place = self.target.find(text, place + 1, end)

    def _expected(self, node: Node, parent: Node, *, end: bool = False) -> int:
        """Give the place in the target that a node would have if the target were the source, stretched."""
        first, last = parent.target or (0, 0)
        size = max(1, parent.end - parent.start)
        return first + ((node.end if end else node.start) - parent.start) * (last - first) // size

    def _proportional(self, node: Node, parent: Node) -> range | None:
        """Guess the words of a pair: those in its proportional place, at least one."""
        region = self._region(parent)
        start, end = self._expected(node, parent), self._expected(node, parent, end=True)
        inside = self.target_words.within(start, max(start + 1, end))
        nearby = range(max(region.start, inside.start - _NEARBY), min(region.stop, inside.stop + _NEARBY))
        free = [word for word in nearby if word not in self.blocked]
        if not free:
            return None
        first = next((word for word in free if word in inside), None)
        if first is None:
            first = min(free, key=lambda word: abs(word - inside.start))
            return range(first, first + 1)
        stop = first + 1
        while stop in inside and stop < region.stop and stop not in self.blocked:
            stop += 1
        return range(first, stop)

    def _edges(self, node: Node, parent: Node, content: range, found: range) -> Span:
        """Widen a range of target words by the punctuation that the pair encloses in the source."""
        first, last = parent.target or (0, 0)
        region = self._region(parent)
        start, end = self.target_words.span(found)
        source_start, source_end = self.words.span(content)
        outer = self.source[parent.start : node.start], self.source[node.end : parent.end]
        if not node.opening or (found.start == region.start and not outer[0].strip()):
            start = first
        else:
            start = edges.before(self.target, start, self.source[node.start : source_start], first)
        if not node.closing or (found.stop == region.stop and not outer[1].strip()):
            end = last
        else:
            end = edges.after(self.target, end, edges.marks(self.source[source_end : node.end]), last)
        return edges.price(self.source[node.start : node.end], self.target, (start, end), (first, last))

    def _point(self, node: Node, parent: Node) -> int:
        """Find the place of a code that stands alone: next to the word that it touches in the source.

        Before all words and after all words it stays there.
        """
        first, last = parent.target or (0, 0)
        inside = self.words.within(parent.start, parent.end)
        following = bisect_right(self.words.ends, node.start)
        if following < len(self.words.starts) and self.words.starts[following] < node.start:
            following += 1
        if following <= inside.start:
            return edges.after(self.target, first, edges.marks(self.source[parent.start : node.start]), last)
        left = node.start > parent.start and not self.source[node.start - 1].isspace()
        if following >= inside.stop and not (left and self.source[node.start - 1].isalnum()):
            return edges.before(self.target, last, self.source[node.start : parent.end], first)
        place = self._beside(node, parent, following - left, left=left)
        if place is not None:
            return place
        place = self._beside(node, parent, following - (not left), left=not left)
        if place is not None:
            return self._across_space(place, parent, left=left)
        self.guessed.update(node.numbers)
        near = self.target_words.within(self._expected(node, parent), last)
        if not near:
            return last
        return self.target_words.ends[near.start] if left else self.target_words.starts[near.start]

    def _between(self, node: Node, parent: Node) -> int | None:
        """Find the place that has most of what renders the text before a code to its left, and least of the rest."""
        region = self._region(parent)
        votes = [] if self.frugal else self.links.votes((parent.start, node.start), region)
        found = stretch(votes, from_start=True)
        inside = self.words.within(parent.start, node.start)
        if found is None or found.stop == len(region) or not inside:
            return None
        end = self.target_words.ends[region.start + found.stop - 1]
        mark = edges.marks(self.source[self.words.ends[inside.stop - 1] : node.start])
        return edges.after(self.target, end, mark, (parent.target or (0, end))[1])

    def _across_space(self, place: int, parent: Node, *, left: bool) -> int:
        """Move a code that was put next to its other neighbour to its own side of the space there."""
        first, last = parent.target or (0, 0)
        if left and place > first and self.target[place - 1].isspace():
            return place - 1
        if not left and place < last and self.target[place].isspace():
            return place + 1
        return place

    def _beside(self, node: Node, parent: Node, word: int, *, left: bool) -> int | None:
        """Find the place next to what renders a source word, on its right for a word to the left of the code."""
        if word not in self.words.within(parent.start, parent.end):
            return None
        start, end = self.words.starts[word], self.words.ends[word]
        region = self._region(parent)
        found = None if self.frugal else stretch(self.links.votes((start, end), region))
        words = range(region.start + found.start, region.start + found.stop) if found else None
        words = words or self._identical(range(word, word + 1), node, parent, free=False)
        if words is None:
            return None
        first, last = parent.target or (0, 0)
        place, stop = self.target_words.span(words)
        if left:
            return edges.after(self.target, stop, edges.marks(self.source[end : node.start]), last)
        return edges.before(self.target, place, self.source[node.start : start], first)
