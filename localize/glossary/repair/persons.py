"""Who bears a title: a woman or a man, by the name beside it or the pronoun after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.words.given import gender_of, is_given_name
from localize.glossary.words.vocabulary import CALENDAR
from localize.glossary.words.vocabulary import TITLES as _TITLES
from localize.glossary.words.words import word_set

if TYPE_CHECKING:
    from localize.document import Span
    from localize.glossary.concepts import TermMatch

_NAME = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_EXCELLENCY = r"(?:(?:H\. ?E\.|H\.R\.H\.|(?:His|Her) (?:Excellency|Royal Highness)),? )?"
_HONORIFIC = rf"{_EXCELLENCY}(?:(?:(Ms|Mrs|Miss|Madam|Lady|Dame|Baroness|Sheikha|Princess|Queen)|(Mr|Sir|Lord|Baron|Sheikh|Prince|King))\.? )?"
_DIRECT = re.compile(r"\b(?:(Ms|Mrs|Miss|Madam|Madame)|(?:Mr|Mister))\.? $")
"""An honorific that the title follows: "Mr Prime Minister"."""
_ARTICLE = "the|a|an|its|his|her|their|our|el|la|un|una|su|le|une|son|sa|il|lo|o|um|uma|seu|sua"
_OPENS = rf"(?:{_ARTICLE}|former|current|acting|outgoing|incoming|new|deputy|then|now)"
"""What an apposition begins with."""
_AFTER = re.compile(
    rf"(?:['’]s)?(?: (?:of|for|to) (?:the )?{_NAME}(?: {_NAME})*){{0,3}},? {_HONORIFIC}({_NAME})((?: {_NAME})*)(?:,|\b)"
)
"""The bearer after the title: "Vice President Kamala Harris", "Foreign Minister of Norway, Kari Solheim,"."""
_BEFORE = re.compile(
    rf"{_HONORIFIC}({_NAME})(?: {_NAME}| [A-Z]\.| (?:de|da|von|van|der|bin|al)){{0,4}}, "
    rf"(?:(?:{_OPENS}|{_NAME}) (?:(?!(?:{_ARTICLE}|of|for|to|with|by|at|in|and|de|du|do|da|di|con|y|e|et) )[\w’'-]+ ){{0,3}})?$"
)
"""The bearer before it: "Kari Solheim, the new foreign minister", but not "Kari Solheim, met the foreign minister"."""
_PRONOUN = re.compile(r"\b(?:(she|her|hers|herself)|(he|him|his|himself))\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"[^.!?;:\"“”]{0,60}? (?:said|says|say|added|adds|warned|noted|stressed|insisted|argued|announced|reiterated"
    r"|recalled|told|pledged|promised|explained|hoped|acknowledged|expressed|denied|confirmed|claimed)\b"
)
"""Up to the verb by which the bearer of a title says something."""
_NOT_OWN = re.compile(r"(?: |^)(?:told|to|of|by|with|from|for|at|about)(?: that)? $")
"""Before a pronoun that is somebody else's."""
_GOES_ON = re.compile(
    r"(?:,? (?:and|but|while|as|before|after|when)|, (?:is|was|has)\b[^,]*|(?:^| )(?:that|because|although|though|until|unless)|;) $"
)
"""Before a pronoun that is the subject's: "dismissed the Vice President, and his", "said that her"."""
_SELF = re.compile(rf"(?: (?:of|for) (?:the )?{_NAME}(?: {_NAME})*)?,? (?:(herself)|(?:himself))\b")
"""Right behind a title, who bears it: "the mayor of Lima, herself a judge"."""
_BECOMES = (
    r"(?: (?:ever|yet|in [\w’'-]+(?: [\w’'-]+)?))?,? (?:to(?: have| be)?|(?:who|that) (?:has|have|had|was|is|became|becomes|served|serves))(?: been)?"
    r"(?: (?:become|be|became|serve|served|elected|appointed|named|nominated|chosen))?(?: to (?:be|become))?"
    rf"(?: as)?(?: (?:{_ARTICLE}|[\w-]+['’]s))?(?: (?!to |of |by |for |with |and |or )[\w’'-]+){{0,2}}"
)
_KIND = re.compile(
    rf"\b(?:([Ww]oman|[Ff]emale)|(?:[Mm]an|[Mm]ale))(?:(?: {_NAME}| deputy| acting)?|{_BECOMES}) $"
)
"""Before a title, which kind of person bears it: "the first woman to become", "its first female deputy"."""
_OFFICE = re.compile(
    r"(?:(?! (?:that|who|whom|and|but|while|as|if|because) )[^.!?;:\"“”,]){0,60}? (?:(?:(her)|his) (?:own|counterpart|cabinet"
    r"|resignation|re-election|mandate|tenure)|by (?:(her)|his) (?:deputy|spokes\w+|husband|wife|chief))\b"
)
"""Up to what can only be the subject's: "offered her resignation", "was represented by her deputy"."""
_WOMEN = "woman|girl|wife|mother|sister|daughter|widow|aunt|niece|grandmother|granddaughter"
_MEN = "man|boy|husband|father|brother|son|widower|uncle|nephew|grandfather|grandson"
_OTHERS = word_set(f"{_WOMEN} {_MEN}".replace("|", " ")) | word_set("""
    actor actress aide author boss candidate colleague critic doctor friend journalist lawyer nurse opponent partner
    patient people predecessor pupil reporter rival singer someone student successor suspect teacher victim winner
    witness women men writer
""")
"""Who else a pronoun may mean."""
_BETWEEN = rf"(?:(?!(?:{_ARTICLE}|of|for|to|with|by|at|in|and|but|that|said|says|told) )[\w’'-]+ ){{0,3}}$"
"""Words between an article and a title."""
_IS = r"(?:is|was|becomes|became|remains|remained|(?:has|had|will|would) (?:been|be|become))"
_MADE = r"(?: (?:elected|appointed|named|made|chosen|nominated|sworn in)(?: as)?)?(?: (?:now|then|also|once|later|still))?"
_PREDICATE = re.compile(
    rf"\b(?:(?:([Ss]he|(?i:{_WOMEN}))|([Hh]e|(?i:{_MEN})))|({_NAME})(?: [A-Z]\.)?(?: {_NAME}){{1,3}})"
    rf" {_IS}{_MADE} (?:(?:{_ARTICLE}) )?{_BETWEEN}"
)
"""Who is said to hold the office that follows: "his sister is a", "Anna Petrova was elected"."""
_KIN = re.compile(rf"\b(?i:({_WOMEN})|(?:{_MEN})), (?:(?:{_ARTICLE}) )?{_BETWEEN}")
"""A relative with the title in apposition: "Her husband, the"."""
_KIN_BEHIND = re.compile(
    rf", (?:{_ARTICLE}) (?:[\w’'-]+ ){{0,3}}?(?:({_WOMEN})|(?:{_MEN}))\b(?! (?:and|or)\b|['’-])"
)
"""And the relative behind it: "The mayor, a mother of three,"."""
_JOINT = re.compile(
    rf" and (?:(?:{_NAME}|of|for) ){{0,5}}{_NAME}, {_HONORIFIC}({_NAME})((?: {_NAME})+)(?:,|\b)"
)
"""A second office of the same bearer: "Deputy Prime Minister and Minister of Defence, Petra Novak"."""
_HEAD = re.compile(r"([\w-]+) (?:of|to|for|from) (?:the |its |their |his |her )?$")
"""An office of which a title is the complement: "the Special Envoy of the"."""
_FIRST = re.compile(r"[\"“]?(?:(?:[Tt]he|[Aa]n?)(?: [\w’'-]+){0,2} |(?:[\w’'.-]+['’]s? ))?")
"""What may stand before the title that a sentence begins with."""
_ADDRESSED = frozenset(["Mr", "Mrs", "Ms", "Miss", "Sir", "Dame", "Lord", "Lady"])
_SOON = 50
"""Code points after such a verb within which a pronoun is its subject's."""
_SAME = re.compile(r"(?:^|[^\w-])the $", re.IGNORECASE)
"""Before a title that was mentioned before: "said the Secretary-General"."""
_OTHER = re.compile(r" (?:of|for|at|in) | [^\W\d_a-zà-öø-ÿ]|['’]s? [^\W\d_a-zà-öø-ÿ]|,? who ")
"""Behind a title, what tells that somebody new is spoken of: "the Secretary-General of NATO"."""
_MEMORY = 4
"""Sentences in which a bearer is remembered, the one with the name included."""
_REACH = 120
"""Code points after a title within which an English pronoun is taken to be its bearer's."""


def is_woman(source: str, title: Span, following: str = "") -> bool | None:
    """Tell whether the bearer of a title is a woman.

    Args:
        source: The sentence; pronouns are read in English ones.
        title: Where the title stands.
        following: The next sentence, or nothing.

    Returns:
        True or False by an honorific beside the title; else by a pronoun that can be nobody else's; else by the given
        name; else, with a name of unknown gender, by the first pronoun that follows. Without a name, only by a pronoun
        that is the bearer's: "the minister said that her country". None where nothing tells.

    Source: gender-guesser's list of 48,000 given names; only names that are always a woman's or a man's count.
    """
    found = _AFTER.match(source, title[1]) or _BEFORE.search(source, 0, title[0])
    own = (
        _DIRECT.search(source, 0, title[0])
        or _SELF.match(source, title[1])
        or _KIND.search(source, 0, title[0])
        or _KIN.search(source, 0, title[0])
        or _KIN_BEHIND.match(source, title[1])
    )
    if own:
        return bool(own.group(1))
    if found is None and (joint := _JOINT.match(source, title[1])):
        office = source[title[1] : joint.start(3)].lower()
        found = joint if _TITLES.intersection(re.findall(r"[\w-]+", office)) else None
    if found is None or _complement(source, title, found.group()):
        return _nameless(source, title, following)
    mistress, mister, name = found.groups()[:3]
    if mistress or mister:
        return bool(mistress)
    end = max(title[1], found.end())
    bound = _said(source, end)
    bound = _bound(source, end) if bound is None else bound
    bound = _opening(source, title, following) if bound is None else bound
    if bound is not None:
        return bound
    given = (
        re.search(rf"\b{re.escape(name)} (?:[A-Z]\. )?{_NAME}", source) is not None
    )  # else it is a surname
    told = {"female": True, "male": False}.get(gender_of(name)) if given else None
    if told is not None:
        return told
    pronoun = _PRONOUN.search(source, title[1], title[1] + _REACH)
    return bool(pronoun.group(1)) if pronoun else None


def _complement(source: str, title: Span, behind: str) -> bool:
    """Tell whether the name behind a title is of who is the head: "the envoy of the president, Maria Silva"."""
    head = _HEAD.search(source, 0, title[0])
    return head is not None and behind.startswith(",") and head.group(1).lower() in _TITLES | _OTHERS


def _subject(source: str, title: Span) -> bool | None:
    """Tell by the next pronoun of a sentence that begins with a title, where it is the subject's and nobody else is met."""
    own = source[slice(*title)]
    if not _FIRST.fullmatch(source[: title[0]]) or own.endswith(("'s", "’s", "s'", "s’")):
        return None
    pronoun = _PRONOUN.search(source, title[1])
    between = source[title[1] : pronoun.start()] if pronoun else ""
    others = (_TITLES | _OTHERS).intersection(re.findall(r"[\w-]+", between.lower()))
    if pronoun is None or others or _someone(between) or re.search(r"[.!?:\"“”]", between):
        return None
    reflexive = pronoun.group().lower().endswith("self")
    return bool(pronoun.group(1)) if reflexive or _GOES_ON.search(between) else None


def _bound(source: str, start: int) -> bool | None:
    """Tell by the first pronoun after a bearer's name, where it is the subject's and nobody else is named before it."""
    pronoun = _PRONOUN.search(source, start, start + _REACH)
    between = source[start : pronoun.start()] if pronoun else ""
    if pronoun is None or _someone(between) or not _GOES_ON.search(between):
        return None
    return bool(pronoun.group(1))


def _nameless(source: str, title: Span, following: str) -> bool | None:
    """Tell by who is said to bear the title, or by a pronoun that can only be that of the bearer, who is not named."""
    holder = _PREDICATE.search(source, 0, title[0])
    if holder:
        woman, man, name = holder.groups()
        return bool(woman) if woman or man else {"female": True, "male": False}.get(gender_of(name))
    told = _officiates(source, title)
    if told is None:
        told = _said(source, title[1]) if _pronoun(following) is None else _opening(source, title, following)
    return _subject(source, title) if told is None else told


def _officiates(source: str, title: Span) -> bool | None:
    """Tell by whose office or life a clause speaks of that begins with the title and names nobody else."""
    clause = re.split(r"[;:] ", source[: title[0]])[-1]
    found = _OFFICE.match(source, title[1]) if _FIRST.fullmatch(clause) else None
    between = source[title[1] : found.end()] if found else ""
    others = _TITLES.intersection(re.findall(r"[\w-]+", re.sub(r" \S+$", "", between).lower()))
    return None if found is None or others or _someone(between) else any(found.groups())


def _said(source: str, start: int) -> bool | None:
    """Tell by the pronoun in what the bearer of a title says, where no other title and nobody is named before it."""
    verb = _REPORTED.match(source, start)
    pronoun = _PRONOUN.search(source, verb.end(), verb.end() + _SOON) if verb else None
    between = source[start : pronoun.start()] if pronoun else ""
    others = _TITLES.intersection(re.findall(r"[\w-]+", between.lower()))
    if pronoun is None or others or _someone(between) or re.search(r"[.!?;:\"“”]", between):
        return None
    return None if _NOT_OWN.search(between) else bool(pronoun.group(1))


def _opening(source: str, title: Span, following: str) -> bool | None:
    """Tell by the pronoun that begins the next sentence, where this one begins with the title and names nobody else."""
    pronoun = _pronoun(following)
    if pronoun is None or not _FIRST.fullmatch(source[: title[0]]):
        return None
    found = _AFTER.match(source, title[1])
    rest = source[found.end() if found else title[1] :]
    others = _TITLES.intersection(re.findall(r"[\w-]+", rest.lower()))
    return None if others or _someone(rest) else bool(pronoun.group(1))


def _pronoun(following: str) -> re.Match[str] | None:
    return re.match(r"[\"“]?(?:(She|Her)|(He|His))\b", following)


def _someone(text: str) -> bool:
    """Tell whether a text names a person: by a given name, or an honorific."""
    return any(
        word in _ADDRESSED or (word.lower() not in _TITLES | CALENDAR and is_given_name(word))
        for word in re.findall(_NAME, text)
    )


class Bearers:
    """Who bears which title in an article, from sentence to sentence.

    "The Secretary-General", said soon after "the Secretary-General of the UN, Amara Diallo", is she, unless another
    bearer was named or may be meant in between.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[int, str], tuple[int, bool | None]] = {}

    def is_woman(
        self, source: str, match: TermMatch, *, document: int, sentence: int, following: str = ""
    ) -> bool | None:
        """Tell whether the bearer of a title is a woman; to be asked in the order of the article.

        Args:
            source: The sentence.
            match: The title in it.
            document: Number of the article.
            sentence: Number of the sentence.
            following: The next sentence of the article, or nothing.
        """
        key = document, match.concept.id
        told = is_woman(source, match.span, following)
        start, end = match.span
        if told is None and _SAME.search(source, 0, start) and not _OTHER.match(source, end):
            where, known = self._last.get(key, (-_MEMORY, None))
            told = known if sentence - where < _MEMORY else None
        self._last[key] = sentence, told
        return told
