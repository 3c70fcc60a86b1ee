"""Words that are names in a sentence about their kind: "Saints are bottom of the table", "Subway opened its first restaurant".

Which words, of what kinds, and what tells that a sentence is about one, is data for translators: ``kinds.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from localize.glossary.naming.heads import plain
from localize.glossary.words.casing import CAPITAL, CAPITALS
from localize.glossary.words.given import is_given_name
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Sequence

_ACTS = re.compile(
    r"['’]s? [a-z]"
    r"| (?:\w+ly |also |first |later |never |now |then )?"
    r"(?:can|could|did|does|had|has|have|may|might|must|will|would"
    r"|(?:are|is|was|were) (?:\w+ing|\w+ed|back|bottom|due|level|set|top)\b|\w+[^e\W]ed"
    r"|beat|began|bought|built|came|cut|drew|fell|found|gave|got|held|kept|led|left|lost|made|met|paid|put|ran|rose|said|sat|sent|shut|sold"
    r"|spent|told|took|went|won|wrote"
    r"|says?|wants?|plans?|hopes?|expects?|sells?|owns?|offers?|employs?|operates?|helps?|faces?|needs?|plays?|meets?|returns?|runs?)\b"
)
"""What the subject of a sentence is followed by, when it is a name."""
_DID = re.compile(r" (?:has|have|\w+[^e\W]ed)\b")
"""What the word "Next" is followed by, when it is one."""
_SPEAKS = re.compile(r" (?:said|says|told|warned|added|declined)\b")
_JOINED = re.compile(rf"(?:, {CAPITAL})*,? (?:and|or|&) (?:[Tt]he )?({CAPITAL})|, ({CAPITAL})(?:,| and)")
_THE = re.compile(r"\b[Tt]he $")
_DETERMINED = re.compile(
    r"\b(?:an?|this|that|his|her|their|our|my|your|its|no|every|each|some|any) $", re.IGNORECASE
)
_GOES_ON = re.compile(rf"(?:['’]s?)?(?: |-)[{CAPITALS}0-9]")
_BEHIND_A_NAME = re.compile(rf"(?<![.!?:] )(?<!^){CAPITAL}[.]? $|{CAPITAL} (?:of|for|in|on) (?:the )?$")
_IN_SENTENCE = re.compile(r"[^\W\d_]*[a-zà-öø-ÿ\d][,”\"’)]{0,2} $")


class Kind(NamedTuple):
    """What some words are names of.

    Attributes:
        words: As they are written.
        about: What a sentence about the kind has.
        the: Whether "the" goes before the names.
        inside: Whether a capital inside a sentence tells enough.
        company: Whether they behave as a company does.
    """

    words: frozenset[str]
    about: re.Pattern[str]
    the: bool
    inside: bool
    company: bool


def kind_of(source: str, start: int, end: int, *, first: bool) -> Kind | None:
    """Tell of what kind a word is the name in an English sentence; None where it is none that is known.

    Args:
        source: The sentence.
        start: Of the word.
        end: Of the word, without a genitive.
        first: Whether a sentence begins with it.
    """
    word, before, after = source[start:end], source[:start], source[end:]
    if _GOES_ON.match(after) or _DETERMINED.search(before):
        return None
    named = (kind for kind in kinds() if word in kind.words)
    return next((kind for kind in named if _told(kind, word, before, after, first=first)), None)


def _told(kind: Kind, word: str, before: str, after: str, *, first: bool) -> bool:
    the = _THE.search(before) is not None
    if the and not kind.the:
        return False
    about = kind.about.search(before) is not None or kind.about.search(after) is not None
    if first:
        acts = (_DID if plain(word.lower()) else _ACTS).match(after) or _JOINED.match(after)
        speaks = kind.company and _SPEAKS.match(after)
        return bool(speaks or (about and acts) or _with_another(kind, after))
    if the:
        told = about or (kind.inside and not after.startswith(" of "))
        return told and _BEHIND_A_NAME.search(before[: -len("the ")]) is None
    free = _IN_SENTENCE.search(before) and not _BEHIND_A_NAME.search(before)
    return bool(free) and (about or kind.inside)


def _with_another(kind: Kind, after: str) -> bool:
    """Tell whether a name of the kind, or one that is no word, is joined to the first word: "Orange and Vodafone"."""
    joined = _JOINED.match(after)
    other = (joined[1] or joined[2]) if joined else ""
    somebody = is_given_name(other) and joined is not None and _GOES_ON.match(after, joined.end())
    foreign = kind.company and (somebody or not is_word(other.lower(), "en"))
    return bool(other) and (bool(foreign) or any(other in any_kind.words for any_kind in kinds()))


@cache
def kinds() -> Sequence[Kind]:
    """Read the kinds, in the order of the file."""
    text = files("localize.glossary.naming.known").joinpath("kinds.toml").read_text(encoding="utf-8")
    return tuple(
        Kind(
            word_set(entry["words"]),
            _topic(entry["about"]),
            entry.get("the", False),
            entry.get("inside", False),
            entry.get("company", False),
        )
        for entry in tomllib.loads(text).values()
    )


def _topic(words: str) -> re.Pattern[str]:
    """Make an expression of words that a sentence may have, with a plural's ending, with hyphen or space."""
    written = (re.escape(word).replace(r"\-", "[- ]") for word in sorted(word_set(words)))
    return re.compile(rf"\b(?:{'|'.join(written)})(?:e?s)?\b", re.IGNORECASE)
