"""Who bears a title: a woman or a man, by the name beside it or the pronoun after it."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from localize.document import Span

_NAME = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_HONORIFIC = r"(?:(?:(Ms|Mrs|Miss|Madam|Lady|Dame)|(Mr|Sir|Lord))\.? )?"
_AFTER = re.compile(
    rf"(?:['’]s)?(?: (?:of|for) (?:the )?{_NAME}(?: {_NAME})*)?,? {_HONORIFIC}({_NAME})(?: {_NAME}|,|\b)"
)
"""The bearer after the title: "Vice President Kamala Harris", "Foreign Minister of Norway, Kari Solheim,"."""
_BEFORE = re.compile(
    rf"{_HONORIFIC}({_NAME})(?: {_NAME}| [A-Z]\.| (?:de|da|von|van|der|bin|al)){{0,4}}, (?:[\w’'-]+ ){{0,4}}$"
)
"""The bearer before it: "Kari Solheim, the new foreign minister"."""
_PRONOUN = re.compile(r"\b(?:(she|her|hers|herself)|(he|him|his|himself))\b", re.IGNORECASE)
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
    told = {"female": True, "male": False}.get(_guesser().get_gender(name)) if given else None
    if told is not None:
        return told
    pronoun = _PRONOUN.search(source, title[1], title[1] + _REACH)
    return bool(pronoun.group(1)) if pronoun else None


def is_given_name(word: str) -> bool:
    """Tell whether a word is known as somebody's given name."""
    return str(_guesser().get_gender(word)) != "unknown"


@cache
def _guesser() -> Any:  # gender_guesser is untyped
    return import_module("gender_guesser.detector").Detector()
