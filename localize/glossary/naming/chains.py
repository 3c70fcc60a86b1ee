"""Surnames that follow one another: "Young and Price scored", "Steel, Lake and Frost refused".

One capital at the beginning of a sentence says nothing; those of the words joined to it do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.words.casing import CAPITAL, CAPITALS
from localize.glossary.words.people import COUNTRIES, PEOPLES, STATES
from localize.glossary.words.surnames import SURNAMES, UNCOUNTED
from localize.glossary.words.vocabulary import BODIES, CIVIC, KINDS, SURNAME_TITLES, TITLES
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Span

_WORD = rf"[{CAPITALS}][^\W\d_]+"
_ASIDE = r"(?: \([^()]{1,40}\))?"
"""A party, a place or an age: "Marsh (Labour, Hull)"."""
_CHAIN = re.compile(
    rf"(?<![\w-]){_WORD}{_ASIDE}(?:, {_WORD}{_ASIDE})*,? (?:and|or) {_WORD}(?![\w&’'-])(?! {CAPITAL})"
)
_LIST = re.compile(rf"(?<=[a-z]: ){_WORD}{_ASIDE}(?:[,;] {_WORD}{_ASIDE})+(?=\.?$|\.\s)")
"""What a label leads: "Substitutes: Cash, Stones, Rice."."""
_HEADED = re.compile(rf"({_WORD}), ({_WORD})(?= [{CAPITALS}][^\W\d_]+)")
_OPENING = re.compile(
    rf"[\"“‘']?({_WORD}) and ({_WORD})(?: {_WORD})?(?= (?:[a-z]+ed|are|had|have|in|of|sold|took|want|were|will|won)\b)"
)
_BEHIND = re.compile(
    rf"(?:{CAPITAL}[,.]?|\b(?:the|an?|of|for|on|this|these|those|his|her|their|our|my|your|its|no|every)) $",
    re.IGNORECASE,
)
_ONE = re.compile(_WORD)
_PARTED = re.compile(r" \([^()]*\)")
_MONTHS = word_set("january february march april may june july august september october november december")
_NO_NAMES = PEOPLES | COUNTRIES | STATES | (TITLES - SURNAME_TITLES) | BODIES | CIVIC | KINDS


def chained(source: str) -> Iterator[Span]:
    """Yield the places of surnames that are joined to other names, and are English words as well, in order."""
    for chain in (*_CHAIN.finditer(source), *_LIST.finditer(source)):
        if _BEHIND.search(source, max(0, chain.start() - 40), chain.start()):
            continue
        bare = _PARTED.sub(lambda aside: " " * len(aside.group()), chain.group())
        places = [found.span() for found in _ONE.finditer(bare)]
        words = [bare[slice(*place)].lower() for place in places]
        common = [word for word in words if is_word(word, "en")]
        if all(word in SURNAMES - _NO_NAMES for word in common) and _persons(words, common):
            yield from (
                (chain.start() + start, chain.start() + end)
                for (start, end), word in zip(places, words, strict=True)
                if word in common
            )


def headed(source: str) -> Iterator[Span]:
    """Yield the places of surnames before the verb of a headline, where a comma stands for "and": "Young, Price Lead Spurs"."""
    pair = _HEADED.match(source)
    words = [word.lower() for word in pair.groups()] if pair else []
    common = [word for word in words if is_word(word, "en")]
    if pair and all(word in SURNAMES - _NO_NAMES for word in common) and _persons(words, common):
        yield from (pair.span(i + 1) for i, word in enumerate(words) if word in common)


def opening_pair(source: str) -> tuple[Span, ...]:
    """Give the places of common words that a sentence begins with, joined by "and": "Journey and Heart will tour together".

    The capital of the second tells that the first may be a name, too, but no more: they are to be asked about.
    """
    pair = _OPENING.match(source)
    if pair is None:
        return ()
    words = [word.lower() for word in pair.groups()]
    if any(word in _NO_NAMES | UNCOUNTED for word in words):
        return ()
    return tuple(pair.span(i + 1) for i, word in enumerate(words) if is_word(word, "en"))


def _persons(words: list[str], common: list[str]) -> bool:
    """Tell whether somebody is among words that may all be surnames: "May and Johnson", but not "Justice and Peace"."""
    dated = sum(word in _MONTHS for word in words) > 1
    return not dated and (len(common) < len(words) or any(word not in UNCOUNTED for word in common))
