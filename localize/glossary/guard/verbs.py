"""Rules about the last word of a term: a verb ("as a drone strikes the port"), or a team ("the Georgia Bulldogs")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.guard.names import part
from localize.glossary.words import vocabulary as words
from localize.glossary.words.people import STATES
from localize.glossary.words.words import word_set
from localize.messages import Message

if TYPE_CHECKING:
    from localize.glossary.guard.occurrence import Occurrence

_HOMES = STATES | {"georgia", "washington"}
_SINGULAR = word_set("a an another each every")
"""Articles that no plural has: behind "a court", "orders" is a verb."""
_SUBORDINATE = word_set("after as before if once until when while")
_OBJECTS = word_set("a an her him his it its my our the their them us your")
_COURTS = word_set("appeal county crown federal high higher lower military supreme top")
"""What may open a headline before the first noun: "High court orders minister"."""
"""What begins an object behind a verb."""
_VERBS = word_set("sanctions")
_OFTEN = word_set(
    "always also explicitly expressly he it never often officially only rarely she tacitly that which who"
)
_ONE = word_set("a an any each every her his its my no our that the their this")
_STRUCK = word_set("""
    airport ammunition barracks base bridge building bus capital checkpoint church city convoy crowd depot factory fuel
    gas grain home hospital hotel house kindergarten market mosque neighborhood neighbourhood oil outpost port power
    railway refinery residential school ship stadium station suburb synagogue tanker town village warehouse
""")
"""Nouns that headlines have as an object without an article: "drone strikes port city"."""


def verb_at_end(it: Occurrence) -> str:
    """Tell "as drone strikes port city" and "a court orders the firm" from drone strikes and court orders.

    A plural has no article of the singular before it. Behind "as" or at the start of a sentence, a plural without any
    article may be the subject of a clause, but no subject goes right before an object.
    """
    following = it.following
    if it.single or not it.common or it.kind != "term" or not following or following.link != "space":
        return ""
    after = next((i for i in range(it.first, len(it.around.spans)) if it.around.spans[i][0] >= it.end), 0)
    last = it.around.words[after - 1]
    if not last.endswith("s") or last.endswith("ss") or following.capital:
        return ""
    led = it.around.words[it.first - 1].lower() if it.first else ""
    close = (
        not it.first
        or it.around.text[it.around.spans[it.first - 1][1] : it.around.spans[it.first][0]].isspace()
    )
    singular = led in _SINGULAR and close and following.word in _OBJECTS
    opens = it.around.opens(it.first) or (led in _COURTS and close and it.around.opens(it.first - 1))
    clause = opens or (led in _SUBORDINATE and close)
    person = following.word in words.TITLES and opens
    verb = singular or (clause and following.word in _OBJECTS | _STRUCK) or person
    return Message("a verb before '%(word)s', not the term", word=following.word) if verb else ""


def verb_alone(it: Occurrence) -> str:
    """Tell "the church sanctions no such marriage" from sanctions: a verb behind one noun, before an object."""
    following = it.following
    if not (it.single and it.word in _VERBS and following and following.link == "space") or it.first < 2:
        return ""
    subject, led = it.around.words[it.first - 1], it.around.words[it.first - 2].lower()
    gap = it.around.text[it.around.spans[it.first - 2][1] : it.around.spans[it.first][0]].replace(
        subject, "", 1
    )
    such = following.word == "such" and it.around.text[it.end :].split()[1:2] != ["as"]
    object_ = such or following.word in {"a", "an", "any", "every", "no"}
    often = subject.lower() in _OFTEN
    one = (
        led in _ONE
        and subject.islower()
        and not subject.endswith(("s", "al", "ic", "an", "ive", "ous", "ed"))
    )
    verb = object_ and not gap.strip() and (often or one or (such and subject.islower()))
    return Message("a verb before '%(word)s', not the term", word=following.word) if verb else ""


def common_team(it: Occurrence) -> str:
    """Hear a team in the plural of a common noun behind a state: "Georgia Bulldogs", "Texas Rangers"."""
    previous = it.previous
    if not (it.single and it.common and it.kind == "term" and it.capital and it.style == "running"):
        return ""
    if not previous or previous.link != "space" or not it.word.endswith("s") or it.word.endswith("ss"):
        return ""
    team = previous.word in _HOMES or (it.word in words.TEAMS and previous.word in words.MODIFIERS)
    longer = it.following is not None and it.following.capital
    return part(it, previous) if team and previous.capital and not previous.matched and not longer else ""
