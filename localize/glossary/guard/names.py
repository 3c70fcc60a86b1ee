"""Rules about names: companies, teams, other places and persons that a term may be part of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.guard.neighbours import run
from localize.glossary.words import brands
from localize.glossary.words import vocabulary as words
from localize.glossary.words.given import is_given_name
from localize.glossary.words.people import (
    COUNTRIES,
    GIVEN_NAMES,
    GIVEN_PLACES,
    PEOPLES,
    STATES,
    SURNAME_PLACES,
)
from localize.glossary.words.surnames import SURNAMES
from localize.glossary.words.words import word_set
from localize.lexicon import is_word
from localize.messages import Message

if TYPE_CHECKING:
    from localize.glossary.guard.neighbours import Neighbour
    from localize.glossary.guard.occurrence import Occurrence

_PERSON = re.compile(r",? (?:who|whom)\b|, \d\d,|\s(?:said|says|added) (?:he|she)\b|\s(?:himself|herself)\b")
_PEERS = word_set("baroness viscount viscountess")
_TRADE = re.compile(r", an? [a-z]")
"""What follows a person's name tells who it is, but not after a title: "Dean Morrison, a plumber"."""
_NATIONS = COUNTRIES | PEOPLES
_EXPLAINED = words.SMALL_WORDS | words.OPENERS | words.CIVIC - words.MODIFIERS - {"bank"}
"""Words that follow a place and leave it one, whatever comes then."""
_COMPASS = word_set("north south east west")
_ENDS_OF_PREDICATES = ("s", "ed", "ing", "tion", "ment", "ity")
"""Of words that follow a name in a headline without being part of it."""


def brand_after(it: Occurrence) -> str:
    """Hear words that make a paper, a company, a team or a building of the name before them."""
    if it.place and it.owned and it.owned.capital and it.owned.word in words.PROGRAMMES:
        return part(it, it.owned)
    following = it.following
    if not (it.capital and following and following.link == "space" and following.capital):
        return ""
    if following.matched:
        return ""
    if it.acronym:
        school = run(it.around, following.index)[-1] in {"school", "college"}
        found = following.word in words.COUNTRY_BRANDS or (school and it.style == "running")
    elif it.title:
        named_after = words.NAMED_AFTER.intersection(run(it.around, following.index)[1:])
        firm = following.word in brands.TITLE_FIRMS and it.style == "running"
        found = it.single and (following.word in brands.TITLE_BRANDS or firm or bool(named_after))
    else:
        found = following.word in words.BRANDS or (
            following.word in words.ORDINARY_BRANDS
            and it.style == "running"
            and (it.single or it.common or it.kind == "place")
            and not _city(it, following)
            and not any(word in words.TITLES for word in run(it.around, following.index)[1:])
        )
        found = found or _body_after(it, following)
    return part(it, following) if found else ""


def _body_after(it: Occurrence, following: Neighbour) -> bool:
    """Hear what a place's name begins: "France Football", "Geneva General", "Warsaw Pact Records"."""
    ahead = run(it.around, following.index)
    if it.kind != "place" or it.style != "running":
        return False
    if len(ahead) == 1 and (following.word in words.SPORTS or following.word == "general"):
        return True
    return any(word in words.BRANDS for word in ahead[1:]) and not any(word in words.TITLES for word in ahead)


def named_after_body(it: Occurrence) -> str:
    """Keep quiet where capitals that nothing explains follow a body or an acronym: "Labour Party Cove".

    An acronym wants two of them ("IMF Metal Forming"): it goes before much that is its own ("EU Taxonomy").
    """
    following = it.following
    if not following or following.link != "space" or not following.capital or following.matched:
        return ""
    bodies = it.kind == "organisation" or (it.title and not it.single)
    if it.style != "running" or not it.capital or it.common or not (bodies or it.acronym):
        return ""
    ahead = run(it.around, following.index)
    plain = _EXPLAINED | words.CIVIC | words.TITLES | words.PERSONAL | words.MODIFIERS | words.CALENDAR
    plain |= words.KINDS | words.BODIES | words.QUALIFIERS | _NATIONS | STATES | GIVEN_PLACES
    explained = any(word in plain or given(word) or word.removesuffix("s") in PEOPLES for word in ahead)
    named = not explained and not following.upper
    if it.title:
        plural = following.word.endswith("s") and following.word not in SURNAMES  # "Vice President Harris"
        named = named and plural and is_word(following.word, "en")
    return part(it, following) if named and (bodies or len(ahead) > 1) else ""


def given(word: str) -> bool:
    """Tell whether a word in lower case is a given name and no other word."""
    return word in GIVEN_NAMES or (is_given_name(word.title()) and not is_word(word, "en"))


def brand_before(it: Occurrence) -> str:
    """Hear words that make a station, a team, a bank or another place of the place after them."""
    previous = it.previous
    if not (it.capital and previous and previous.link == "space" and previous.capital) or previous.matched:
        return ""
    if it.title or it.kind in {"organisation", "name"} or not (it.single or it.place):
        return ""
    if previous.word == "new" and (it.style != "running" or it.opens(previous)):
        found = it.word in words.NEW_PLACES
    elif previous.word in _COMPASS and it.acronym:
        found = False
    elif previous.word.endswith("ern") and it.word in words.REGIONS_APART:
        found = True
    else:
        branch = it.acronym and it.word in words.BRANCHES and stranger(it, previous)
        found = previous.word in words.BRAND_HEADS or branch
    return part(it, previous) if found else ""


def brand_of(it: Occurrence) -> str:
    """Hear "Times of India", "Bank of America", "Royal Bank of Canada"; the Bank of England is translated."""
    spoken = it.around.words[max(0, it.first - 3) : it.first]
    if not (it.place and it.capital and len(spoken) > 1 and spoken[-1] in {"of", "Of", "OF"}):
        return ""
    head, before = spoken[-2], spoken[0].lower()
    paper = head[0].isupper() and head.lower() in words.PAPERS
    bank = (head.lower(), it.word) in words.OF_NAMES or (before, head.lower()) == ("royal", "bank")
    name = " ".join([*spoken[-2:], it.around.words[it.first]])
    return Message("part of the name '%(name)s'", name=name) if paper or bank else ""


def person_before(it: Occurrence) -> str:
    """Hear forms of address, given names and initials before what then is a surname."""
    previous = it.previous
    if not (it.capital and previous and previous.link == "space" and previous.capital):
        return ""
    if not it.single:
        return _surname_of(it, previous)
    if it.title or it.acronym or it.surname or it.kind == "organisation":
        return ""
    address = it.place and (
        previous.word in words.PERSONAL | _PEERS
        or (previous.word in words.TITLES and it.word in SURNAME_PLACES)
    )
    opener = previous.word in words.OPENERS and it.opens(previous)
    named = given(previous.word) and not previous.matched and not opener
    initial = len(previous.word) == 1 and it.around.text[it.around.spans[previous.index][1]] == "."
    return (
        Message("a person's name: '%(name)s'", name=it.name(previous)) if address or named or initial else ""
    )


def _surname_of(it: Occurrence, previous: Neighbour) -> str:
    """Hear a given name before several words: "Angela White House"."""
    known = given(previous.word) and previous.word not in PEOPLES and not previous.matched
    opener = previous.word in words.OPENERS and it.opens(previous)
    named = it.kind in {"organisation", "place"} and known and not opener
    return Message("a person's name: '%(name)s'", name=it.name(previous)) if named else ""


def person_cue(it: Occurrence) -> str:
    """Hear what is said of persons only: "Jordan, who", "Jordan, 25," "Jordan said he"."""
    if (
        it.single
        and it.title
        and it.capital
        and it.word in GIVEN_NAMES
        and it.following
        and it.following.capital
    ):
        behind = it.around.spans[it.following.index][1]
        cue = _TRADE.match(it.around.text, behind)
        return Message("a person's name: '%(name)s'", name=it.name(it.following)) if cue else ""
    if it.single and it.place and (it.word in GIVEN_PLACES or it.word == "washington"):
        cue = _PERSON.match(it.around.text, it.end, it.end + 24)
        if cue:
            return Message("a person, to judge by '%(words)s'", words=cue[0].strip(" ,"))
    return ""


def capital_after(it: Occurrence) -> str:
    """Keep quiet before a capitalised word that nothing explains: "Jordan Spieth", "Georgia Southern"."""
    following = it.following
    if not following or not following.capital or following.matched or not _guarded(it):
        return ""
    if following.link == "hyphen":
        found = (it.word, following.word) in words.TWINS
    elif following.link == "and":
        found = it.style == "running" and following.word not in _NATIONS
    elif following.word in _EXPLAINED or (following.word not in words.QUALIFIERS and _known(following)):
        found = False
    elif it.style == "running" or len(following.word) == 1:
        found = not _city(it, following) and not _leads_to_office(it, following)
    else:
        person = (it.word in GIVEN_PLACES or (it.kind == "name" and it.word in GIVEN_NAMES)) and not it.led
        found = person and not following.word.endswith(_ENDS_OF_PREDICATES)
    return part(it, following) if found else ""


def capital_before(it: Occurrence) -> str:
    """Keep quiet after a capitalised word that nothing explains: "Habitat Britain", "Old Bay Maryland"."""
    previous = it.previous
    if not previous or not previous.capital or previous.matched or it.style != "running" or not _guarded(it):
        return ""
    if previous.link == "hyphen" or it.surname or _known(previous):
        return ""
    if previous.upper and it.kind == "organisation":
        return ""
    return part(it, previous) if stranger(it, previous) or previous.link == "and" else ""


def _guarded(it: Occurrence) -> bool:
    """Tell whether a neighbour's capital alone can silence the term: one word, or a place; no title, no acronym."""
    plain = not it.title and not it.acronym and it.word not in PEOPLES
    return it.capital and plain and (it.single or it.common or it.kind == "place")


def _known(neighbour: Neighbour) -> bool:
    """Tell whether a neighbour's capital is explained by what it is: a title, a day, a nation, a label."""
    word = neighbour.word
    return (
        word in words.TITLES
        or word in words.CALENDAR
        or word in words.QUALIFIERS
        or word in COUNTRIES
        or word in STATES
        or word in PEOPLES
        or word.removesuffix("s") in PEOPLES
    )


def stranger(it: Occurrence, previous: Neighbour) -> bool:
    """Tell whether the word before looks like a name, also where a sentence begins with it."""
    word = previous.word
    opener = word in words.OPENERS and it.opens(previous)
    if word in GIVEN_NAMES and not opener:
        return True
    if opener or _known(previous) or it.style != "running":
        return False
    if (
        word in words.CIVIC or word in words.MODIFIERS
    ) and not it.place:  # "Foreign Ministry", "Defence Committee"
        return False
    return not (it.opens(previous) and word.endswith(words.ENDS_OF_OPENERS))


def _city(it: Occurrence, following: Neighbour) -> bool:
    """Tell "Mexico City" from "Leicester City"."""
    return following.word == "city" and it.word in COUNTRIES


def _leads_to_office(it: Occurrence, following: Neighbour) -> bool:
    """Tell "Ukraine Culture Minister" and "Iran Nuclear Deal" from "Jordan Pickford" and "Tokyo Gas".

    The words after must lead to an office, or over words such as "nuclear" to an event or a body. An acronym
    ("Paris SWAT") is taken for a body.
    """
    if following.upper:
        return True
    ahead = run(it.around, following.index)
    if it.word in GIVEN_PLACES and following.word not in words.MODIFIERS:
        return False
    for place, word in enumerate(ahead):
        if word in words.TITLES or (word in words.CIVIC and word != "university"):
            return True
        if word not in words.MODIFIERS and place:
            return any(later in words.TITLES for later in ahead)
    return False


def part(it: Occurrence, neighbour: Neighbour) -> str:
    """Say what the term is part of."""
    return Message("part of the name '%(name)s'", name=it.name(neighbour))
