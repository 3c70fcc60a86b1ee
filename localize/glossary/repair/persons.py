"""Who bears a title: a woman or a man, by the name beside it or the pronoun after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.words.given import gender_of

if TYPE_CHECKING:
    from localize.document import Span
    from localize.glossary.concepts import TermMatch

_NAME = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_HONORIFIC = r"(?:(?:(Ms|Mrs|Miss|Madam|Lady|Dame)|(Mr|Sir|Lord))\.? )?"
_ARTICLE = "the|a|an|its|his|her|their|our|el|la|un|una|su|le|une|son|sa|il|lo|o|um|uma|seu|sua"
_OPENS = rf"(?:{_ARTICLE}|former|current|acting|outgoing|incoming|new|deputy|then|now)"
"""What an apposition begins with."""
_AFTER = re.compile(
    rf"(?:['’]s)?(?: (?:of|for) (?:the )?{_NAME}(?: {_NAME})*)?,? {_HONORIFIC}({_NAME})(?: {_NAME}|,|\b)"
)
"""The bearer after the title: "Vice President Kamala Harris", "Foreign Minister of Norway, Kari Solheim,"."""
_BEFORE = re.compile(
    rf"{_HONORIFIC}({_NAME})(?: {_NAME}| [A-Z]\.| (?:de|da|von|van|der|bin|al)){{0,4}}, "
    rf"(?:(?:{_OPENS}|{_NAME}) (?:(?!(?:{_ARTICLE}|of|for|to|with|by|at|in|and|de|du|do|da|di|con|y|e|et) )[\w’'-]+ ){{0,3}})?$"
)
"""The bearer before it: "Kari Solheim, the new foreign minister", but not "Kari Solheim, met the foreign minister"."""
_PRONOUN = re.compile(r"\b(?:(she|her|hers|herself)|(he|him|his|himself))\b", re.IGNORECASE)
_SAME = re.compile(r"(?:^|[^\w-])the $", re.IGNORECASE)
"""Before a title that was mentioned before: "said the Secretary-General"."""
_OTHER = re.compile(r" (?:of|for|at|in) | [^\W\d_a-zà-öø-ÿ]|['’]s? [^\W\d_a-zà-öø-ÿ]|,? who ")
"""Behind a title, what tells that somebody new is spoken of: "the Secretary-General of NATO"."""
_MEMORY = 4
"""Sentences in which a bearer is remembered, the one with the name included."""
_REACH = 120
"""Code points after a title within which an English pronoun is taken to be its bearer's."""


def is_woman(source: str, title: Span) -> bool | None:
    """Tell whether the bearer of a title is a woman.

    Args:
        source: The sentence; pronouns are read in English ones.
        title: Where the title stands.

    Returns:
        True or False by an honorific or the given name beside the title, else, with a name of unknown gender, by the
        first pronoun that follows; None without a name, or where nothing tells.

    Source: gender-guesser's list of 48,000 given names; only names that are always a woman's or a man's count.
    """
    found = _AFTER.match(source, title[1]) or _BEFORE.search(source, 0, title[0])
    if found is None:
        return None
    mistress, mister, name = found.groups()
    if mistress or mister:
        return bool(mistress)
    given = re.search(rf"\b{name} (?:[A-Z]\. )?{_NAME}", source) is not None  # else it is a surname
    told = {"female": True, "male": False}.get(gender_of(name)) if given else None
    if told is not None:
        return told
    pronoun = _PRONOUN.search(source, title[1], title[1] + _REACH)
    return bool(pronoun.group(1)) if pronoun else None


class Bearers:
    """Who bears which title in an article, from sentence to sentence.

    "The Secretary-General", said soon after "the Secretary-General of the UN, Amara Diallo", is she, unless another
    bearer was named or may be meant in between.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[int, str], tuple[int, bool | None]] = {}

    def is_woman(self, source: str, match: TermMatch, *, document: int, sentence: int) -> bool | None:
        """Tell whether the bearer of a title is a woman; to be asked in the order of the article.

        Args:
            source: The sentence.
            match: The title in it.
            document: Number of the article.
            sentence: Number of the sentence.
        """
        key = document, match.concept.id
        told = is_woman(source, match.span)
        start, end = match.span
        if told is None and _SAME.search(source, 0, start) and not _OTHER.match(source, end):
            where, known = self._last.get(key, (-_MEMORY, None))
            told = known if sentence - where < _MEMORY else None
        self._last[key] = sentence, told
        return told
