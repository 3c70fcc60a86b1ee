"""Rules about other senses: titles of works, names of things, ranks that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.guard.names import given, part, stranger
from localize.glossary.words import vocabulary as words
from localize.glossary.words.people import COUNTRIES, PEOPLES
from localize.glossary.words.surroundings import style_of
from localize.glossary.words.tokens import WORD
from localize.glossary.words.words import word_set
from localize.messages import Message

if TYPE_CHECKING:
    from localize.glossary.guard.occurrence import Occurrence

_NAMES_TOO = words.SURNAME_TITLES | words.TEAMS
_PLAIN_IN_TITLES = words.CIVIC | words.SMALL_WORDS | words.TITLES
_HOME = word_set("american british u.s uk us usa")
"""Whose parties need no country beside them in English."""
_NATIONS = COUNTRIES | PEOPLES
_OBJECT_OF = word_set("""
    about against all among ask asks before behind between both for from give gives help helps join joins let lets
    make makes of show shows tell tells to told with
""")
"""Words after which "US" in a line of capitals is the pronoun."""


def shouted_pronoun(it: Occurrence) -> str:
    """Tell "TELL US" from "US TROOPS" where everything is in capitals."""
    if not (it.acronym and it.single and it.word in words.CAPITAL_PRONOUNS):
        return ""
    if it.style != "loud" and not _shouted(it):
        return ""
    previous = it.around.words[it.first - 1].lower() if it.first else ""
    following = it.following.word if it.following else ""
    spoken = previous in _OBJECT_OF if it.word == "us" else previous != "the"
    plain = spoken and not (following in words.CIVIC or following in words.TITLES)
    return Message("a line in capitals may mean the word '%(word)s'", word=it.word) if plain else ""


def _shouted(it: Occurrence) -> bool:
    """Tell whether the words beside a term are small ones in capitals: a sign that says "IT IS OVER"."""
    beside = it.around.words[max(0, it.first - 1) : it.first + 2]
    return any(
        word.isupper() and word.lower() in words.SMALL_WORDS | words.OPENERS and word.lower() != it.word
        for word in beside
    )


def hour(it: Occurrence) -> str:
    """Tell "5 PM" from a prime minister."""
    before = it.around.words[it.first - 1] if it.first else ""
    return Message("a time of day") if it.word in {"am", "pm"} and before.isdecimal() else ""


def compound_of_title(it: Occurrence) -> str:
    """Tell "General Motors", "Attorney General" and "King's Cross" from a general and a king."""
    if not (it.title and it.single):
        return ""
    previous, following = it.previous, it.following
    if following and following.link == "space" and following.word in words.AFTER_TITLES.get(it.word, ()):
        return part(it, following)
    if previous and it.word == "general" and previous.word in words.BEFORE_GENERAL:
        return part(it, previous)
    if it.owned and it.capital and it.owned.capital and it.owned.word in words.AFTER_POSSESSIVE:
        return part(it, it.owned)
    return ""


def title_as_name(it: Occurrence) -> str:
    """Tell "Stephen King", "Norman Mayor" and "Ottawa Senators" from a king, a mayor and from senators."""
    previous, following = it.previous, it.following
    if (
        not (it.title and it.single and it.capital)
        or not previous
        or not previous.capital
        or previous.matched
    ):
        return ""
    known = given(previous.word) and previous.word not in PEOPLES | words.TITLES
    if it.word not in _NAMES_TOO and not known:
        return ""
    if following and following.capital and following.word not in {"jr", "sr"}:
        return ""
    return part(it, previous) if known or stranger(it, previous) else ""


def title_of_work(it: Occurrence) -> str:
    """Keep quiet in the quoted title of a book or film: his "From Russia With Love" was a success."""
    if not it.quotation or it.style != "running" or style_of(it.quotation) != "headline":
        return ""
    others = [word.lower() for word in WORD.findall(it.quotation) if word[0].isupper()]
    strange = [word for word in others if word not in _PLAIN_IN_TITLES and word != it.word]
    return Message("part of the title '%(title)s'", title=it.quotation) if len(others) > 2 and strange else ""


def named_thing(it: Occurrence) -> str:
    """Hear the word for the thing beside its name: "the band Queen", "Foreign Policy magazine"."""
    previous, following = it.previous, it.following
    if not it.capital or it.style != "running" or (following and following.capital):
        return ""
    if previous and previous.link == "space" and previous.word in words.THINGS and not previous.capital:
        return part(it, previous)
    if (it.common or it.title) and following and following.link == "space" and following.word in words.THINGS:
        return part(it, following)
    return ""


def name_without_article(it: Occurrence) -> str:
    """Keep quiet where a common noun has a capital, no article and no neighbour that would explain the capital.

    "An essay in Foreign Affairs", "fans of Queen" speak of names; so does an article with a capital inside a
    sentence ("read The Economist"). Beside other capitals ("Ministry of Foreign Affairs") the term is meant, and
    for offices only what fans and members are "of" is a name, since "the role of President" has no article, too.
    """
    if not (it.common or it.title) or not it.capital or it.style != "running" or it.first == 0:
        return ""
    around, before = it.around, it.around.words[it.first - 1]
    if around.opens(it.first) or (it.following and it.following.capital) or not it.previous:
        return ""
    if before == "The" and it.common and not around.opens(it.first - 1):
        return part(it, it.previous)
    if it.previous.link != "space" or it.previous.capital or before not in words.BEFORE_NAMES or not it.bare:
        return ""
    head = around.words[it.first - 2] if it.first > 1 else ""
    if before == "of" and it.title:
        named = head.lower() in words.GROUPS
    else:
        named = not it.title and not head[:1].isupper()
    return (
        Message("a name: '%(name)s'", name=around.text[slice(around.spans[it.first][0], it.end)])
        if named
        else ""
    )


def party_abroad(it: Occurrence) -> str:
    """Tell "the Slovenian Democratic Party" from the one that a glossary of the news means by "Democratic Party"."""
    previous = it.previous
    if it.kind != "organisation" or not (previous and previous.link == "space" and previous.capital):
        return ""
    party = it.around.text[: it.end].lower().endswith(" party") and not it.single
    abroad = previous.word in _NATIONS and previous.word not in _HOME
    return part(it, previous) if party and abroad and it.style == "running" else ""
