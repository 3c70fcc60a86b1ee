"""Check of repetition: an engine that stutters or loops."""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

from localize.checks.base import Problem, quote, without_code
from localize.languages import Pair, base
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Translation

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_STUTTER = re.compile(r"([^\W\d_]{2,12}?)\1{3,}|([^\W\d_])\2{6,}")

_LONGEST = 12
"""Longest phrase, in words, whose repetition is looked for."""

_DOUBLES = {
    "de": {"das", "dem", "den", "der", "die", "sie"},
    "en": {"had", "that"},
    "fr": {"nous", "vous"},
    "nl": {"dat", "die", "ze"},
}
"""Words that grammar may put next to themselves."""

_REDUPLICATING = {"af", "bn", "gu", "hi", "id", "ja", "ko", "mr", "ms", "my", "ne", "pa", "sw", "ta", "te", "th", "tl",
                  "tr", "ur", "vi", "zh"}  # fmt: skip
"""Languages that double words as a part of their grammar."""


def repeated_words(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report words and phrases that the translation says twice in a row, or over and over, and the source does not.

    A single word counts from its second time on, unless the language is one that doubles words; a phrase from its
    second time on, or its third when there is punctuation between; syllables from their fourth. Code is not read.
    """
    source, target = without_code(translation.segment.source), without_code(translation.target)
    if (loop := _STUTTER.search(target)) and not _STUTTER.search(source):
        yield Problem(Message("%(words)s repeats itself", words=quote(loop.group())))
        return
    loops = list(_loops(target))
    usual = max((times for _, times in _loops(source)), default=1) if loops else 1
    language = base(pair.target)
    for phrase, times in loops:
        doubled = len(phrase) == 1 and times == 2
        grammar = language in _REDUPLICATING or phrase[0] in _DOUBLES.get(language, ())
        if times > usual and not (doubled and grammar):
            yield Problem(
                Message(
                    "%(words)s is said %(times)s times in a row", words=quote(" ".join(phrase)), times=times
                )
            )
            return


def _loops(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield phrases that stand twice or more in a row, with how often; short phrases first.

    With punctuation between the words a phrase has to stand three times, for two may be rhetoric; so has one of two
    words of which one is short, for "step by step by" may be grammar.
    """
    words: list[str] = []
    breaks = [0]  # marks of punctuation before each word, summed
    for token in _TOKEN.findall(text):
        if token[0].isalnum() or token[0] == "_":
            words.append(token.casefold())
            breaks.append(breaks[-1])
        else:
            breaks[-1] += 1
    for size in range(1, _LONGEST + 1):
        for start, length in _periodic(words, size):
            phrase = tuple(words[start : start + size])
            times = length // size + 1
            broken = breaks[start + size * times - 1] > breaks[start]
            weak = size == 2 and min(map(len, phrase)) <= 3
            if times >= (3 if broken or weak else 2) and any(map(str.isalpha, phrase)):
                yield phrase, times


def _periodic(words: Sequence[str], size: int) -> Iterator[tuple[int, int]]:
    """Yield start and length of the stretches where each word is the same as the one *size* words on."""
    if not any(map(eq, words, words[size:])):
        return
    start = 0
    for at in range(len(words) - size + 1):
        if at + size < len(words) and words[at] == words[at + size]:
            continue
        if at - start >= size:
            yield start, at - start
        start = at + 1
