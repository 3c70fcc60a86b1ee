"""Rules about titles that are part of a name: "Professor Green, the rapper", "Queen-Harris", "Power Rangers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.guard.names import given, part
from localize.glossary.words import brands
from localize.glossary.words import vocabulary as words
from localize.glossary.words.people import PEOPLES
from localize.glossary.words.play import plays
from localize.glossary.words.words import word_set
from localize.messages import Message

if TYPE_CHECKING:
    from localize.glossary.guard.occurrence import Occurrence

_TAKEN_NAMES = (words.SURNAME_TITLES | word_set("captain deacon doctor professor")) - {
    "chancellor",
    "sheriff",
}
"""Titles that singers and players take for a name, or are given as one."""
_STAGE = re.compile(
    r"(?: [A-Z][\w'’-]+){0,2}, (?:the|an?) (?:[\w-]+ ){0,2}?(?:band|boxer|comedian|cricketer|dancer|dj|drummer|footballer|guitarist"
    r"|musician|player|racehorse|rapper|singer|superhero|wrestler)\b"
)
_GROSSED = re.compile(
    r" (?:has |had )?(?:earned|grossed|made|took|opened|premiered)\b[^.]*\b(?:box office|cinemas|screens|theaters|theatres|weekend)\b"
)
"""What films do."""
_PLAYERS = word_set("baron chancellor deacon dean duke earl major marshal")
_BARE = word_set("baron bishop dean duke earl king knight major marshal page prince princess queen")
_PAST = re.compile(
    r"(?:\w{2,}ed|beat|came|gave|got|had|has|is|led|left|lost|made|met|ran|sang|said|shot|sold|spoke|took|was|went|won|wrote)$"
)
_NAMED_AFTER = re.compile(r"(?: [A-Z][\w'’.-]+){1,3}")
"""What stands behind a title: a bearer's name, and what is named after him."""
_THING = re.compile(r" ([a-z]+)\b")
_NUMBER = re.compile(r" (?:[2-9]|II|III|IV)\b(?!,)")
"""Behind a ship's name: "the Queen Mary 2"."""
_AGED = re.compile(r", (?:an? )?\d\d(?:,|-year-old\b)")
_COMPOUNDS = words.TITLES | word_set("elect designate emeritus regent")


def hyphenated(it: Occurrence) -> str:
    """Tell "Alexander Queen-Harris" from a queen, and from "Secretary-General"."""
    previous, following = it.previous, it.following
    if not (it.title and it.single and it.capital and following and following.link == "hyphen"):
        return ""
    named = following.capital and following.word not in _COMPOUNDS and previous and previous.capital
    return part(it, following) if named and not following.matched else ""


def taken_name(it: Occurrence) -> str:
    """Hear from what is said that a title is a singer's, a player's or a film's name: "Doctor Strange earned ..."."""
    following = it.following
    if not (it.title and it.single and it.word in _TAKEN_NAMES and it.capital and following):
        return ""
    if following.link != "space" or not following.capital or following.matched:
        return ""
    behind = it.around.spans[following.index][1]
    ahead = it.around.text[behind : behind + 160]
    return part(it, following) if _STAGE.match(ahead) or _GROSSED.match(ahead) else ""


def middle_name(it: Occurrence) -> str:
    """Hear a given name before a title and a surname behind it: "James Earl Jones"."""
    previous, following = it.previous, it.following
    if not (
        it.title and it.single and it.capital and it.word in words.SURNAME_TITLES and previous and following
    ):
        return ""
    if (
        it.style != "running"
        or {previous.link, following.link} != {"space"}
        or previous.matched
        or following.matched
    ):
        return ""
    person = given(previous.word) and previous.word not in PEOPLES | words.TITLES | words.OPENERS
    return part(it, following) if person and following.capital and not following.upper else ""


def memorial(it: Occurrence) -> str:
    """Read what is named after the bearer of a title, behind his name: "the President Kennedy Library", "... pub"."""
    following = it.following
    if not (it.title and it.capital and following and it.style == "running"):
        return ""
    if following.link != "space" or not following.capital or following.matched:
        return ""
    named = _NAMED_AFTER.match(it.around.text, it.around.spans[following.index][0] - 1)
    if named is None:
        return ""
    thing = _THING.match(it.around.text, named.end())
    led = it.first > 0 and it.around.words[it.first - 1].lower() in {"a", "an", "the"}
    called = named.group().split()[-1].lower() in brands.MEMORIALS or (
        led and (_NUMBER.match(it.around.text, named.end()) or (thing and thing.group(1) in words.THINGS))
    )
    return part(it, following) if called else ""


def model(it: Occurrence) -> str:
    """Hear a maker before the name of a model, or a ship's letters before its name: "Ford Ranger", "HMS Queen"."""
    previous, following = it.previous, it.following
    if not (previous and previous.link == "space" and previous.capital and it.capital) or previous.matched:
        return ""
    if previous.upper and previous.word in brands.SHIPS:
        return part(it, previous)
    made = previous.word in brands.MAKERS and it.single and (it.title or it.common)
    return part(it, previous) if made and not (following and following.capital) else ""


def code(it: Occurrence) -> str:
    """Hear letters behind a common noun with a capital, which make a model of it: "a Jaguar XJ"."""
    following = it.following
    if not (it.single and it.common and it.capital and following and following.link == "space" and it.first):
        return ""
    led = it.around.words[it.first - 1].lower() in {"a", "an"}
    return part(it, following) if led and following.upper and not following.matched else ""


def player(it: Occurrence) -> str:
    """Hear a player whose given name is a title, where something is played: "Baron Davis scored 20 points"."""
    following = it.following
    if not (it.title and it.single and it.capital and it.word in _PLAYERS and following):
        return ""
    if following.link != "space" or not following.capital or following.matched or it.style != "running":
        return ""
    return part(it, following) if plays(it.around.text[it.end : it.end + 160].split("\n")[0]) else ""


def team_or_series(it: Occurrence) -> str:
    """Hear a team or a series in the plural of a title behind another capital: "Texas Rangers", "Power Rangers"."""
    previous = it.previous
    if not (it.title and it.capital and it.word in words.TEAMS and it.style == "running"):
        return ""
    if not previous or previous.link != "space" or not previous.capital or previous.upper or previous.matched:
        return ""
    explained = previous.word in PEOPLES | words.TITLES | words.CIVIC | words.CALENDAR
    opener = it.opens(previous) and previous.word in words.OPENERS
    longer = it.following is not None and it.following.capital
    return "" if explained or opener or longer else part(it, previous)


def bare_title(it: Occurrence) -> str:
    """Tell "Prince recorded the songs" and "Prince, the singer, died" from a prince: an office has an article."""
    following = it.following
    if not (it.title and it.single and it.word in _BARE and it.capital and it.around.opens(it.first)):
        return ""
    told = it.around.text[it.end : it.end + 1] == "," and _STAGE.match(it.around.text, it.end)
    if told or _AGED.match(it.around.text, it.end):
        return Message("a name: '%(name)s'", name=it.around.words[it.first])
    if it.style != "running" or not following or following.link != "space" or following.capital:
        return ""
    acts = _PAST.match(following.word) and it.around.text[it.end :].rstrip()[-1:] in {".", "”", '"'}
    return Message("a name: '%(name)s'", name=it.around.words[it.first]) if acts else ""
