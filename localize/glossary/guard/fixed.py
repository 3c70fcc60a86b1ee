"""The rule about fixed phrases: a hearing aid is no hearing, and King Crimson no king. The phrases are data (``phrases``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from localize.glossary.words.tokens import HYPHENS, WORD
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.glossary.guard.occurrence import Occurrence
    from localize.glossary.words.surroundings import Surroundings

_LONGEST = 6
"""Words of a term that are looked at."""
_SPOKEN = frozenset(
    ["is", "was", "has", "said", "says", "will", "in", "of", "at", "who", "and", "or", "to", "from", "for"]
)
_ADJECTIVES = frozenset(["general", "major", "prime", "principal"])


def fixed_phrase(it: Occurrence) -> str:
    """Keep quiet inside a fixed phrase of which the term is a part."""
    size = _size(it)
    for phrase, place in _found("en", it.word):
        start = it.first - place
        longer = len(phrase) > size and start + len(phrase) >= it.first + size
        if start >= 0 and longer and _stands(phrase, it.around, start):
            return _part(it, start, len(phrase))
    return ""


def across(it: Occurrence) -> str:
    """Keep quiet where a phrase reaches across the edge of a term: "the head of [state television]"."""
    size = _size(it)
    if size == 1:
        return ""
    last = it.first + size - 1
    for index in (it.first, last):
        for phrase, place in _found("across", it.around.words[index].lower()):
            start, end = index - place, index - place + len(phrase)
            begins = index == it.first and 0 <= start < index and end <= last
            if (begins or (index == last and start > it.first and end > last + 1)) and _stands(
                phrase, it.around, start
            ):
                return _part(it, start, len(phrase))
    return ""


def _size(it: Occurrence) -> int:
    """Count the words of a term."""
    return sum(start < it.end for start, _ in it.around.spans[it.first : it.first + _LONGEST])


def _part(it: Occurrence, start: int, size: int) -> str:
    return Message("part of the phrase '%(name)s'", name=" ".join(it.around.words[start : start + size]))


def adjective(it: Occurrence) -> str:
    """Tell "a major setback" from a major: in small letters, before a noun."""
    following = it.following
    if it.word not in _ADJECTIVES or not (it.title and it.single) or it.capital or not following:
        return ""
    noun = following.link == "space" and not following.capital and not following.matched
    plain = noun and following.word not in _SPOKEN and not following.word.endswith("ed")
    return Message("an adjective before '%(word)s'", word=following.word) if plain else ""


def _stands(phrase: Sequence[str], around: Surroundings, start: int) -> bool:
    """Tell whether a phrase stands from a word on; capitals as in the phrase, or more of them."""
    words = around.words[start : start + len(phrase)]
    if len(words) < len(phrase):
        return False
    spans = around.spans[start : start + len(phrase)]
    gaps = [around.text[left[1] : right[0]] for left, right in pairwise(spans)]
    joined = all(gap.isspace() or gap in HYPHENS for gap in gaps)
    last = len(phrase) - 1
    return joined and all(
        _same(wanted, word, plural=i == last)
        for i, (wanted, word) in enumerate(zip(phrase, words, strict=True))
    )


def _same(wanted: str, word: str, *, plural: bool) -> bool:
    spelled = word if wanted[0].isupper() else word.lower()
    return spelled == wanted or (plural and wanted in {spelled.removesuffix("s"), spelled.removesuffix("es")})


def _found(name: str, word: str) -> Sequence[tuple[tuple[str, ...], int]]:
    """Find the phrases of a list that have a word, also in the plural."""
    phrases = _phrases(name)
    return phrases.get(word, ()) or phrases.get(word.removesuffix("s"), ())


@cache
def _phrases(name: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], int]]]:
    """Read a list of phrases, by each of their words in small letters: the phrase, and where in it the word stands."""
    text = files("localize.glossary.guard.phrases").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            phrase = tuple(WORD.findall(line))
            for place, word in enumerate(phrase):
                found.setdefault(word.lower(), []).append((phrase, place))
    return found
