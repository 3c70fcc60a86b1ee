"""Runs of capitalised words in a source, and which stretch of each may be a name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import overlap
from localize.glossary.naming.heads import (
    address,
    closing,
    day_or_order,
    office,
    opening,
    owner,
    shouted,
    weekday,
)
from localize.glossary.naming.told import PARTICLE, Told, told
from localize.glossary.words.casing import CAPITAL, CAPITALS
from localize.glossary.words.given import is_given_name
from localize.glossary.words.people import (
    COUNTRIES,
    GIVEN_NAMES,
    GIVEN_PLACES,
    PEOPLES,
    STATES,
    SURNAME_PLACES,
)
from localize.glossary.words.play import plays, team
from localize.glossary.words.surroundings import style_of
from localize.glossary.words.vocabulary import (
    BODIES,
    BRAND_HEADS,
    CALENDAR,
    CIVIC,
    ENDS_OF_OPENERS,
    KINDS,
    PERSONAL,
    QUALIFIERS,
    TITLES,
)
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Span

_RUN = re.compile(rf"\b{CAPITAL}(?:\.?\s(?:{PARTICLE}\s){{0,2}}{CAPITAL})+")
_ALTERNATIVE = re.compile(rf"(?<=[a-z] )({CAPITAL}) or ({CAPITAL})(?!\s(?:{CAPITAL}|or\b))")
_SINGLE = re.compile(rf"\b{CAPITAL}")
_PERSON = re.compile(rf"({CAPITAL})(?:\s(?:{PARTICLE}\s){{0,2}}|\s[{CAPITALS}]\.\s){CAPITAL}")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHOP = re.compile(
    r" (?:said|says|will|would|has|had|was|is|reported|recalled|plans|opened|closed|expects|announced|bought|sold|cut|raised)\b"
)
"""What a shop does, in the genitive of its founder: "Trader Joe's recalled"."""
_BARE = re.compile(
    r"[.,;:!?)”\"]|$"
    r"| (?:and|or|in|on|at|by|from|to|for|with|near|after|before|during|when|who|which|that|has|had|have|is|was|were|are|will|would"
    r"|could|can|said|says|plans|wants|opposes|supports|helps|runs|sent|won|lost|\w+ed)\b"
)
"""What follows a name that is no attribute."""
_ENDS = re.compile(r"[.;!?]|$")
_ASKS = re.compile(r"\?[\"”’)»]*\s*$")
_IN_NAMES = word_set("""
    central champions free future great greater host hosts holders little metropolitan mighty modern old outer poor
    proud rich rival rivals tiny young
""")
"""Qualifiers that names begin with, too: "Little Rock", "Old Trafford"."""
_LINKED = re.compile(
    rf"(?:{'|'.join(word.title() for word in sorted(BODIES))}) (?:on|for|against|to|in) (?:the )?$"
)
"""What follows is part of a body's name: "Panel on Climate Change"."""
_REGNAL = re.compile(r" (?:the|of) | [IVX]+$")
_OPENS = re.compile(r"(?:^|[.!?:]\s|\n)[\"'“‘«(\[\s–—-]*$")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Mm]y|[Yy]our))\s$")
_INSIDE = re.compile(r"[^\W_][,\"“”'’(]*\s[\"“(‘']*The\s$")
"""A capital "The" inside a sentence belongs to a title: "told The Guardian"."""


class Run(NamedTuple):
    """A stretch of a source that may be a name.

    Attributes:
        span: Where it stands.
        name: Its words, without a possessive.
        article: Whether an article or a possessive goes before it: most bodies with a translation have one ("the White House").
        titled: Whether the article is part of a title ("told The Guardian").
        named: Whether the word for the thing goes before it ("the charity Room to Read"): then it is its name.
        traded: Whether it is a company's or a band's, by the words before it: "shares in Boots".
        person: Whether it begins with a given name, and is none of those that are translated ("Peter the Great").
        alone: Whether it is one word, of which nothing but the capital tells that it may be a name.
        team: Whether it may be a team's, in a sentence about a match; teams have an article.
        bare: Whether it has no article though no noun follows that could have it: "near House of Bruar".
        doubtful: Whether its first word may be one whose capital only opens the sentence ("Landlocked Bolivia").
    """

    span: Span
    name: str
    article: bool = False
    titled: bool = False
    named: bool = False
    person: bool = False
    doubtful: bool = False
    traded: bool = False
    alone: bool = False
    team: bool = False
    bare: bool = False


def runs(source: str) -> Sequence[Run]:
    """List runs of two words and more, and single ones behind a capital "The", in order.

    Of lines in capitals there are none, of headlines only what is known or begins with a given name.
    """
    style = style_of(source)
    if style == "loud":
        return ()
    named = [_told(source, one) for one in told(source, style)]
    taken = [run.span for run in named]
    others = list(_capitalised(source, taken, headline=style == "headline"))
    if style != "headline":
        others += [run for run in _alternatives(source) if not any(overlap(run.span, span) for span in taken)]
    return sorted((*named, *others), key=lambda run: run.span)


def _told(source: str, one: Told) -> Run:
    start, end, traded, genitive = one
    run = _run(source, start, end)._replace(named=True, traded=traded)
    return run._replace(span=(start, end), name=source[start:end]) if genitive else run


def _capitalised(source: str, taken: Sequence[Span], *, headline: bool) -> Iterator[Run]:
    """Yield the names in runs of capitals outside some places."""
    playing = plays(source)
    for found in (_PERSON if headline else _RUN).finditer(source):
        start, end = found.span()
        if any(overlap((start, end), span) for span in taken):
            continue
        inner = source[:start].endswith(". ")  # "James S. Brady Press Briefing Room"
        if headline and (inner or not _surely_given(found[1]) or found[1].lower() in GIVEN_PLACES):
            continue
        end -= weekday(source[start:end])
        start += opening(source[start:end], opens=opens(source, start), asks=_ASKS.search(source) is not None)
        if skipped := day_or_order(source, start, end, opens=opens(source, start)):
            start += skipped + _small(source[start + skipped : end])
        end -= closing(source[start:end])
        start += owner(source[start:end])
        start += address(source[start:end]) or office(source[start:end])
        start += _label(source[start:end], opens=opens(source, start))
        start += _qualifier(source[start:end])
        end -= _origin(source[start:end])
        if start >= end:
            continue
        run = _run(source, start, end)._replace(team=playing and team(source[start:end]))
        if _LINKED.search(source, 0, start):
            continue
        if (len(run.name.split()) > 1 and not shouted(run.name)) or run.titled:
            yield run


def _small(run: str) -> int:
    """Measure the particles before the first capital: "the" of "Without the European Union"."""
    capital = re.search(rf"[{CAPITALS}]", run)
    return capital.start() if capital else 0


def _alternatives(source: str) -> Iterator[Run]:
    """Yield pairs of common words with capitals and an "or" between them, as in "Truth or Consequences"."""
    for found in _ALTERNATIVE.finditer(source):
        if all(_common(word) for word in found.groups()):
            yield _run(source, *found.span())


def _common(word: str) -> bool:
    return is_word(word.lower(), "en") and not _surely_given(word) and word.lower() not in CALENDAR


def foreign_words(source: str) -> Iterator[Run]:
    """Yield single capitalised words with letters that English has not: what is spelled so is no English word."""
    for found in _SINGLE.finditer(source):
        if not found.group().isascii():
            yield _run(source, *found.span())


def _run(source: str, start: int, end: int) -> Run:
    name = source[start:end] if _owns_nothing(source, start, end) else _POSSESSIVE.sub("", source[start:end])
    before = source[max(0, start - 12) : start]
    return Run(
        (start, start + len(name)),
        name,
        article=(article := _ARTICLE.search(before) is not None),
        bare=not article and _BARE.match(source, start + len(name)) is not None,
        titled=_INSIDE.search(before) is not None,
        named=(named := name.endswith(("'s", "’s")) and _SHOP.match(source, end) is not None),
        person=(person := _person(name)),
        doubtful=not (person or named) and opens(source, start) and _opener(name),
    )


def _owns_nothing(source: str, start: int, end: int) -> bool:
    """Tell whether a genitive is part of a name, since nothing that is owned follows: "Trader Joe's recalled"."""
    alone = _SHOP.match(source, end) or _ENDS.match(source, end)
    return alone is not None and not source.endswith(" of ", 0, start)


def _person(name: str) -> bool:
    words = name.split()
    if len(words) < 2 or not is_given_name(words[0]) or _REGNAL.search(name):
        return False
    return not {word.lower().removesuffix("s") for word in words[1:]} & (PEOPLES | CIVIC)


def opens(source: str, start: int) -> bool:
    """Tell whether a sentence begins at an offset."""
    return _OPENS.search(source, 0, start) is not None


def _opener(name: str) -> bool:
    """Tell whether the first word of a name may be none of it: "Landlocked Bolivia", "Occupied Kherson"."""
    first, *rest = name.split()
    if not rest or not is_word(first.lower(), "en"):
        return False
    second = rest[0].lower()
    proper = second in COUNTRIES | STATES | SURNAME_PLACES or not is_word(second, "en")
    return proper or first.lower().endswith(ENDS_OF_OPENERS)


def _origin(run: str) -> int:
    """Measure what a person's name is followed by, a country or a firm: "Letsile Tebogo of Botswana", "Gordon Marsh of Edward Jones"."""
    name, of, land = run.rpartition(" of ")
    words = name.split()
    foreign = not any(is_word(word.lower(), "en") for word in words)
    country = _POSSESSIVE.sub("", land).lower() in COUNTRIES | STATES
    if len(words) < 2:  # "Joan of Arc"
        return 0
    heads = BODIES | CIVIC | KINDS | BRAND_HEADS | TITLES
    body = any(word.lower().removesuffix("s") in heads for word in words[1:])
    somebody = _person(name) and (country or (_surely_given(words[0]) and not body))
    return len(of) + len(land) if somebody or (country and foreign) else 0


def _label(run: str, *, opens: bool) -> int:
    """Measure what stands before a person's name and has a translation: "Finance Minister Luc Fournier".

    At the beginning of a sentence ("Actress Zoë Hughes", "Fans of Manchester United") that is any word.
    """
    words = list(re.finditer(r"\S+", run))
    if opens and len(words) > 2 and is_word(words[0].group().lower(), "en"):
        given = is_given_name(words[0].group())
        if not given and _surely_given(words[1].group()):
            return words[1].start()
        if words[1].group() == "of" and not given and words[0].group().lower() not in TITLES:
            return next((word.start() for word in words[2:] if word.group()[0].isupper()), 0)
    labelled = [name.start() for label, name in pairwise(words) if _parts(label.group(), name.group())]
    labelled = [start for start in labelled if start < words[-1].start() or _place_owning(words[-2].group())]
    office = next((i for i, word in enumerate(words) if word.group().lower() in TITLES), len(words))
    labelled += [word.start() for word in words[office + 1 : -1] if _surely_given(word.group())][:1]
    return max(labelled, default=0)


def _parts(label: str, name: str) -> bool:
    """Tell whether a name begins between two words."""
    if _place_owning(label) and not is_word(name.lower(), "en"):
        return True
    if label.lower() in TITLES | PERSONAL:
        return is_given_name(name) and name.lower() not in TITLES | PERSONAL
    return _labels(label) and _surely_given(name)


def _surely_given(word: str) -> bool:
    """Tell whether a word is a given name and no other word: "Zoë", not "Storm"."""
    return is_given_name(word) and (
        word.lower() in GIVEN_NAMES | GIVEN_PLACES or not is_word(word.lower(), "en")
    )


def _qualifier(run: str) -> int:
    """Measure a word that goes before a place without making another name of it: "Eastern Aleppo"."""
    first = re.match(r"(\w+)\s+(?=\w)", run)
    return first.end() if first and first[1].lower() in QUALIFIERS - _IN_NAMES else 0


def _labels(word: str) -> bool:
    """Tell whether a word says who somebody is besides titles: an owner, a nation, an acronym."""
    lower = word.lower()
    if _POSSESSIVE.search(word):
        return True
    if word.isupper() and word.isalpha() and len(word) > 1:
        return lower not in BRAND_HEADS
    return lower in PEOPLES | COUNTRIES | STATES and lower not in GIVEN_NAMES


def _place_owning(word: str) -> bool:
    """Tell whether a word is a place in the genitive: "Egypt's"."""
    return word.endswith(("'s", "’s")) and word[:-2].lower() in COUNTRIES | STATES
