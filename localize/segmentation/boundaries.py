"""Decide whether a sentence ends at a place.

Each rule answers True (it ends), False (it goes on) or None (no opinion); the first answer counts, and a place
about which no rule has an opinion ends a sentence. Rules prefer to keep together: two sentences in one segment are
still translated well, half a sentence is not.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from localize.segmentation import periods, quotations
from localize.segmentation.lists import BULLETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from localize.segmentation.place import Place

_DASHES = "—–-"
_CONTINUING = ",;:，、；：)]}）」』】》"
_BRACKET = re.compile(r"[(\[（【)\]）】]")
_OPENING = "([（【"
_MARKER = re.compile(rf"[{BULLETS}]?\s*\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z])[.)]+")


def ends(place: Place) -> bool:
    """Tell whether a sentence ends at a place."""
    for rule in RULES:
        verdict = rule(place)
        if verdict is not None:
            return verdict
    return True


def nothing_but_punctuation_follows(place: Place) -> bool | None:
    """Keep a stray ``"`` or ``...`` with its sentence; an emoji may stand alone."""
    if place.first or len(place.right) >= 12:
        return None
    return None if any(unicodedata.category(char) == "So" for char in place.right) else False


def number_of_an_item(place: Place) -> bool | None:
    """Keep "1." and "(a)." with the item that they count."""
    begun = place.left + place.closers
    return False if len(begun) < 12 and _MARKER.fullmatch(begun) else None


def inside_brackets(place: Place) -> bool | None:
    """Keep together what stands in brackets that the next sentence closes, unless they hold all of it: "(Yes. No.)"."""
    begun = place.left + place.closers
    if _unclosed(begun) == 0 or (begun[0] in _OPENING and begun[1:2].isupper() and _unclosed(begun[1:]) == 0):
        return None
    depth = 0
    for match in _BRACKET.finditer(place.right):
        depth += 1 if match[0] in _OPENING else -1
        if depth < 0:
            return False
    return None


def _unclosed(text: str) -> int:
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] in _OPENING else max(0, depth - 1)
    return depth


def punctuation_goes_on(place: Place) -> bool | None:
    """Go on before a comma, colon or closing bracket."""
    return False if place.right[0] in _CONTINUING else None


def lower_case_follows(place: Place) -> bool | None:
    """Go on before a small letter, unless it begins a name like iPhone or an item of a list."""
    if not place.first.islower() or place.first == place.first.upper():
        return None
    if place.right[0] in _DASHES:
        return False
    named = any(char.isupper() for char in place.word[1:3])
    return None if named or place.lead.strip() in {"*", *BULLETS} else False


def name_with_a_mark(place: Place) -> bool | None:
    """Treat "Yahoo!" as a word."""
    if place.mark not in "!?" or place.closers or not place.rules.names:
        return None
    name = place.left.rsplit(None, 1)[-1].lstrip("\"'“‘«(").lower()
    return place.starter if name in place.rules.names else None


def other_mark(place: Place) -> bool | None:
    """End at every mark but the period, which has its own rules."""
    return True if place.mark != "." else None


RULES: tuple[Callable[[Place], bool | None], ...] = (
    nothing_but_punctuation_follows,
    number_of_an_item,
    inside_brackets,
    punctuation_goes_on,
    lower_case_follows,
    name_with_a_mark,
    *quotations.RULES,
    other_mark,
    *periods.RULES,
)
"""In the order in which they are asked."""
