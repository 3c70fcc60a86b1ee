"""Headlines with a capital at each word: "Rescuers Search for Survivors After Quake Hits Nepal".

An engine that has learned from running text takes such words for names and leaves them: "após Quake Hits Nepal". Written
small, all but names, they are words again. Which capitals are a name's is told by lists; what is in none keeps its
capital where no dictionary has it as a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize import lexicon
from localize.glossary.naming.known import is_known
from localize.glossary.naming.known.kinds import kinds
from localize.glossary.words.given import is_english_name
from localize.glossary.words.people import PEOPLES
from localize.glossary.words.surnames import SURNAMES
from localize.glossary.words.surroundings import style_of
from localize.glossary.words.vocabulary import BRAND_HEADS, BRANDS, CALENDAR, SMALL_WORDS
from localize.glossary.words.words import word_set
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.languages import Pair

_WORD = re.compile(r"(?<!\d)[^\W\d_]++(?:['’-][^\W\d_]++)*+(?!\d)")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 5
"""Words of a known name at most."""
_LEAST = 4
"""Words of a headline at least: shorter ones are names of things ("Human Rights Watch") as often as not."""
_SHORT = 3
"""Letters of a word of which it means something that both languages have it."""
_HEADS = word_set("east el great hong los middle new north saint san south sri united west")
"""What begins names of places and is small before anything else: "North Korea", "New Rules"."""
_CIVIC = word_set("""
    assembly bank commission congress council court emirates house kingdom nations parliament party senate states union
""")
"""What names a body or a state with the capital word before it: "Supreme Court", "United States"."""
_TEAMS = word_set("""
    astros broncos bruins bucks bulls canucks celtics clippers cowboys dodgers grizzlies hornets kings knights lakers mavericks
    mets nets nuggets oilers orioles pacers packers padres patriots phillies pistons raiders rangers raptors rockets royals
    sabres sixers spurs steelers suns texans titans timberwolves vikings warriors yankees
""")
"""Teams that American headlines name without their town."""
_TOWNS = BRANDS | {"city", "county", "town"}
"""What makes a club or a paper of the place before it: "Manchester City"."""
_WORDS_TOO = word_set("""
    angel art autumn ban beat bill bob buddy case chance charity chase christian clay dale dawn dean dick drew earl faith fine flora
    frank gene general glory grace grant harmony heath heather honor hope hunter iris ivy jack jade job joy jewel june justice
    lance lane lily long major mark marshal martin man max may merry miles misty nick norm olive page pat patience pearl
    penny piers prince prudence queen ray read rich ridge rob robin rocky rod roman rose ruby rusty scarlet shade skip
    son star sterling storm sue summer trinity tuesday victor violet wade warren wayne wednesday will woody young
""")
"""Given names that begin no name in a headline unless a surname is behind them."""
_CLAUSE = re.compile(
    r" (?:after|amid|are|as|before|could|for [\w-]+ing|has|have|how|is|may|over|should|than|that|to|was|were|what|when|where|who|why|will|with no"
    r"|you|your) ",
    re.IGNORECASE,
)
"""What sentences have and names have not."""


def lowered(text: str, pair: Pair) -> str:
    """Write a headline small but for its first word and its names; the text itself where it is none, or is not English.

    A slash is no part of one ("Photo: Maria Silva / Getty Images"). Offsets do not move.
    """
    words = [*_WORD.finditer(text)]
    if base(pair.source) != "en" or "/" in text or len(words) < _LEAST or style_of(text) != "headline":
        return text
    known = _known(text, words)
    named = [_is_name(words, i) or i in known for i in range(len(words))]
    made = list(text)
    for i, word in enumerate(words):
        if i and not named[i] and not (named[i + 1 : i + 2] == [True] and _bare(word) in _HEADS):
            small = word.group().lower()
            made[word.start() : word.end()] = small if len(small) == len(word.group()) else word.group()
    return "".join(made)


def better(source: str, titled: str, small: str, pair: Pair) -> bool:
    """Tell whether a headline came out better from its words in small letters than from those with capitals.

    Args:
        source: The headline.
        titled: Its translation as it stands.
        small: That of ``lowered``.
        pair: Languages.
    """
    words = [*_WORD.finditer(source)]
    known = _known(source, words)
    named = [_is_name(words, i) or i in known for i in range(len(words))]
    copied = [word.group() in _WORD.findall(titled)[bool(i) :] for i, word in enumerate(words)]
    astray = [
        copied[i] and not (named[i] or i == 0 or _bare(words[i]) in SURNAMES) for i in range(len(words))
    ]
    kept = set(_WORD.findall(small))
    for i, word in enumerate(words):
        called = (
            named[i]
            or _bare(word) in SURNAMES
            or any(_POSSESSIVE.sub("", word.group()) in one.words for one in kinds())
        )
        if copied[i] and called and word.group() not in kept:
            return False  # a name is lost
    still = sum(
        not (name or len(word.group()) < _SHORT or lexicon.attested(_bare(word), pair.target))
        and word.group().lower() in kept
        for name, word in zip(named, words, strict=True)
    )
    return still < sum(astray) or (still == sum(astray) and _CLAUSE.search(source) is not None)


def _known(text: str, words: Sequence[re.Match[str]]) -> set[int]:
    """List the words that are parts of names that everybody knows: "Wells Fargo"."""
    found: set[int] = set()
    for i, word in enumerate(words):
        for last in range(i + 1, min(i + _LONGEST, len(words))):
            if is_known(text[word.start() : words[last].end()]):
                found.update(range(i, last + 1))
    return found


def _is_name(words: Sequence[re.Match[str]], i: int) -> bool:
    """Tell whether a capital is a name's, as far as lists and the words before and behind it tell."""
    own, word = _POSSESSIVE.sub("", words[i].group()), _bare(words[i])
    if not own[1:].islower():  # WHO, iPhone, McDonald
        return not own.islower()
    if word in PEOPLES or word in CALENDAR or lexicon.is_name(own, "en") or not lexicon.is_word(word, "en"):
        return True
    before, behind = words[max(0, i - 1) : i], words[i + 1 : i + 2]
    return (
        _is_body(word, before, behind)
        or _is_persons(word, before, behind)
        or word in _TEAMS
        or (word in _TOWNS and any(lexicon.is_name(one.group(), "en") for one in before))
        or (word in BRAND_HEADS and any(lexicon.is_name(one.group(), "en") for one in behind))
    )


def _is_body(word: str, before: Sequence[re.Match[str]], behind: Sequence[re.Match[str]]) -> bool:
    """Tell a word of a body's name, or of a state's: "Supreme Court"."""
    last = word in _CIVIC and any(one.group()[0].isupper() for one in before)
    return last or any(_bare(one) in _CIVIC for one in behind)


def _is_persons(word: str, before: Sequence[re.Match[str]], behind: Sequence[re.Match[str]]) -> bool:
    """Tell a surname behind a given name, and a given name: "Jimmy Carter", but "Will Young People Vote"."""
    given = (one.group() for one in before if _bare(one) not in SMALL_WORDS)
    if word in SURNAMES and any(map(is_english_name, given)):
        return True
    if word in SMALL_WORDS or not is_english_name(word.capitalize()):
        return False
    surname = any(_bare(one) in SURNAMES or not lexicon.is_word(_bare(one), "en") for one in behind)
    return surname or word not in _WORDS_TOO


def _bare(word: re.Match[str]) -> str:
    return _POSSESSIVE.sub("", word.group()).lower()
