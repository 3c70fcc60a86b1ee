"""The guard's rules for English. Each gives the reason to keep quiet, or an empty string.

A new rule is a function and a line in ``RULES``; the first that speaks is heard.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from localize.glossary.guard import vocabulary as words
from localize.glossary.guard.neighbours import run
from localize.glossary.guard.occurrence import Occurrence
from localize.glossary.guard.people import COUNTRIES, GIVEN_NAMES, GIVEN_PLACES, PEOPLES, SURNAME_PLACES
from localize.glossary.surroundings import style_of
from localize.glossary.tokens import WORD

if TYPE_CHECKING:
    from localize.glossary.guard.neighbours import Neighbour

Rule = Callable[[Occurrence], str]

_PERSON = re.compile(r",? (?:who|whom)\b|, \d\d,|\s(?:said|says|added) (?:he|she)\b|\s(?:himself|herself)\b")
_COMPASS = frozenset(["north", "south", "east", "west"])
_ENDS_OF_OPENERS = ("ing", "ed", "ly", "s", "ern", "ese", "ian")
"""Of words that may open a sentence before a name: "Visiting", "Landlocked", "Neighbours", "Eastern"."""
_ENDS_OF_PREDICATES = ("s", "ed", "ing", "tion", "ment", "ity")
"""Of words that follow a name in a headline without being part of it."""
_OBJECT_OF = frozenset(
    [
        "about",
        "against",
        "all",
        "among",
        "behind",
        "before",
        "between",
        "both",
        "for",
        "from",
        "give",
        "help",
        "join",
        "let",
        "make",
        "of",
        "show",
        "tell",
        "to",
        "with",
    ]
)
"""Words after which "US" in a line of capitals is the pronoun."""


def shouted_pronoun(it: Occurrence) -> str:
    """Tell "TELL US" from "US TROOPS" where everything is in capitals."""
    if it.style != "loud" or not (it.acronym and it.single and it.word in words.CAPITAL_PRONOUNS):
        return ""
    previous = it.around.words[it.first - 1].lower() if it.first else ""
    following = it.following.word if it.following else ""
    if it.word == "us":
        plain = previous in _OBJECT_OF and following not in words.CIVIC | words.TITLES
    else:
        plain = previous != "the"
    return f"a line in capitals may mean the word '{it.word}'" if plain else ""


def other_sense(it: Occurrence) -> str:
    """Tell "General Motors", "Attorney General" and "Stephen King" from a general and a king."""
    if not (it.title and it.single):
        return ""
    previous, following = it.previous, it.following
    if following and following.link == "space" and following.word in words.AFTER_TITLES.get(it.word, ()):
        return _part(it, following)
    if previous and it.word == "general" and previous.word in words.BEFORE_GENERAL:
        return _part(it, previous)
    if it.owned and it.capital and it.owned.capital and it.owned.word in words.AFTER_POSSESSIVE:
        return _part(it, it.owned)
    surname = it.word in words.SURNAME_TITLES and it.capital and not (following and following.capital)
    if surname and previous and previous.capital and not previous.matched and _stranger(it, previous):
        return _part(it, previous)
    return ""


def title_of_work(it: Occurrence) -> str:
    """Keep quiet in the quoted title of a book or film: his "From Russia With Love" was a success."""
    if not it.quotation or it.style != "running" or style_of(it.quotation) != "headline":
        return ""
    others = [word.lower() for word in WORD.findall(it.quotation) if word[0].isupper()]
    strange = [
        word for word in others if word not in words.CIVIC | words.SMALL_WORDS | words.TITLES | {it.word}
    ]
    return f"part of the title '{it.quotation}'" if len(others) > 2 and strange else ""


def brand_after(it: Occurrence) -> str:
    """Hear words that make a paper, a company, a team or a building of the name before them."""
    following = it.following
    if (
        not (it.capital and following and following.link == "space" and following.capital)
        or following.matched
    ):
        return ""
    if it.acronym:
        found = following.word in words.COUNTRY_BRANDS
    elif it.title:
        found = it.single and following.word in words.BRANDS
    else:
        found = following.word in words.BRANDS or (
            following.word in words.ORDINARY_BRANDS
            and it.style == "running"
            and (it.single or it.kind != "organisation")
            and not _city(it, following)
            and not any(word in words.TITLES for word in run(it.around, following.index)[1:])
        )
    return _part(it, following) if found else ""


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
        found = previous.word in words.BRAND_HEADS
    return _part(it, previous) if found else ""


def brand_of(it: Occurrence) -> str:
    """Hear "Times of India", "Bank of America", "Royal Bank of Canada"; the Bank of England is translated."""
    spoken = it.around.words[max(0, it.first - 3) : it.first]
    if not (it.place and it.capital and len(spoken) > 1 and spoken[-1] in {"of", "Of", "OF"}):
        return ""
    head, before = spoken[-2], spoken[0].lower()
    paper = head[0].isupper() and head.lower() in words.PAPERS
    bank = (head.lower(), it.word) in words.OF_NAMES or (before, head.lower()) == ("royal", "bank")
    name = " ".join([*spoken[-2:], it.around.words[it.first]])
    return f"part of the name '{name}'" if paper or bank else ""


def person_before(it: Occurrence) -> str:
    """Hear forms of address, given names and initials before what then is a surname."""
    previous = it.previous
    if not (it.single and it.capital and previous and previous.link == "space" and previous.capital):
        return ""
    if it.title or it.acronym or it.surname or it.kind == "organisation":
        return ""
    address = it.place and (
        previous.word in words.PERSONAL or (previous.word in words.TITLES and it.word in SURNAME_PLACES)
    )
    opener = previous.word in words.OPENERS and it.opens(previous)
    given = previous.word in GIVEN_NAMES and not previous.matched and not opener
    initial = len(previous.word) == 1 and it.around.text[it.around.spans[previous.index][1]] == "."
    return f"a person's name: '{it.name(previous)}'" if address or given or initial else ""


def person_cue(it: Occurrence) -> str:
    """Hear what is said of persons only: "Jordan, who", "Jordan, 25," "Jordan said he"."""
    if it.single and it.place and (it.word in GIVEN_PLACES or it.word == "washington"):
        cue = _PERSON.match(it.around.text, it.end, it.end + 24)
        if cue:
            return f"a person, to judge by '{cue[0].strip(' ,')}'"
    return ""


def capital_after(it: Occurrence) -> str:
    """Keep quiet before a capitalised word that nothing explains: "Jordan Spieth", "Georgia Southern"."""
    following = it.following
    if not following or not following.capital or following.matched or not _guarded(it):
        return ""
    if following.link == "hyphen":
        found = (it.word, following.word) in words.TWINS
    elif following.link == "and":
        found = it.style == "running" and following.word not in COUNTRIES | PEOPLES
    elif following.word in words.SMALL_WORDS or following.word in words.CIVIC or _known(following):
        found = False
    elif it.style == "running" or len(following.word) == 1:
        found = not _city(it, following) and not _leads_to_office(it, following)
    else:
        person = (it.word in GIVEN_PLACES or (it.kind == "name" and it.word in GIVEN_NAMES)) and not it.led
        found = person and not following.word.endswith(_ENDS_OF_PREDICATES)
    return _part(it, following) if found else ""


def capital_before(it: Occurrence) -> str:
    """Keep quiet after a capitalised word that nothing explains: "Habitat Britain", "Old Bay Maryland"."""
    previous = it.previous
    if not previous or not previous.capital or previous.matched or it.style != "running" or not _guarded(it):
        return ""
    if previous.link == "hyphen" or it.surname or _known(previous):
        return ""
    if previous.upper and it.kind == "organisation":
        return ""
    return _part(it, previous) if _stranger(it, previous) or previous.link == "and" else ""


RULES: tuple[Rule, ...] = (
    shouted_pronoun,
    other_sense,
    title_of_work,
    brand_after,
    brand_before,
    brand_of,
    person_before,
    person_cue,
    capital_after,
    capital_before,
)

ABOUT_PERSONS: frozenset[Rule] = frozenset({person_before, person_cue, capital_after, capital_before})
"""Rules whose names are mostly those of persons."""


def _guarded(it: Occurrence) -> bool:
    """Tell whether a neighbour's capital alone can silence the term: one word, or a place; no title, no acronym."""
    plain = not it.title and not it.acronym and it.word not in PEOPLES
    return it.capital and plain and (it.single or it.kind == "place")


def _leads_to_office(it: Occurrence, following: Neighbour) -> bool:
    """Tell "Ukraine Culture Minister" from "Jordan Pickford"; an acronym ("Paris SWAT") is taken for the former."""
    if following.upper:
        return True
    ahead = () if it.word in GIVEN_PLACES else run(it.around, following.index)
    return any(word in words.TITLES or word in words.CIVIC for word in ahead)


def _city(it: Occurrence, following: Neighbour) -> bool:
    """Tell "Mexico City" from "Leicester City"."""
    return following.word == "city" and it.word in COUNTRIES


def _known(neighbour: Neighbour) -> bool:
    """Tell whether a neighbour's capital is explained by what it is: a title, a day, a nation, a label."""
    word = neighbour.word
    return (
        word in words.TITLES
        or word in words.CALENDAR
        or word in PEOPLES
        or word in COUNTRIES
        or word in words.OPENERS
        or word in words.QUALIFIERS
    )


def _stranger(it: Occurrence, previous: Neighbour) -> bool:
    """Tell whether the word before looks like a name, also where a sentence begins with it."""
    word = previous.word
    if word in GIVEN_NAMES and not (word in words.OPENERS and it.opens(previous)):
        return True
    if _known(previous) or it.style != "running":
        return False
    return not (it.opens(previous) and word.endswith(_ENDS_OF_OPENERS))


def _part(it: Occurrence, neighbour: Neighbour) -> str:
    """Say what the term is part of."""
    return f"part of the name '{it.name(neighbour)}'"
