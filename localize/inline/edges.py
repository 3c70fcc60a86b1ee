"""Punctuation next to the edges of a stretch of words, and parts of words."""

from __future__ import annotations

import re

_SIGN = r"[$\u00a2-\u00a5\u058f\u060b\u09f2\u0e3f\u17db\u20a0-\u20cf\ufdfc]"
_PRICE = re.compile(rf"{_SIGN}\s?\d|\d\s?{_SIGN}")
_SIGN_BEFORE = re.compile(rf"(?:\b[A-Z]{{1,3}})?{_SIGN}\s?\Z")
_SIGN_AFTER = re.compile(rf"\s?(?:{_SIGN}|(?:dólar|euro|libra|dollar|pound|yen|iene)\w*)", re.IGNORECASE)
_THIN_SPACES = "\u00a0\u202f"
"""What French puts between a word and its closing punctuation."""


def marks(text: str) -> int:
    """Count the characters that are not white space."""
    return sum(not character.isspace() for character in text)


def before(text: str, place: int, gap: str, limit: int) -> int:
    """Step back from a place over as many punctuation marks as are in a gap of the source, not beyond ``limit``.

    Where the gap ends with a space, one may stand between the place and the marks.
    """
    count = marks(gap)
    if (
        count
        and gap[-1].isspace()
        and place - 1 > limit
        and text[place - 1].isspace()
        and _is_mark(text[place - 2])
    ):
        place -= 1
    while count and place > limit:
        if text[place - 1] in _THIN_SPACES and place - 1 > limit and _is_mark(text[place - 2]):
            place -= 1
        elif not _is_mark(text[place - 1]):
            break
        else:
            place -= 1
            count -= 1
    return place


def after(text: str, place: int, count: int, limit: int) -> int:
    """Step on from a place over up to ``count`` punctuation marks, not beyond ``limit``."""
    while count and place < limit:
        if text[place] in _THIN_SPACES and place + 1 < limit and _is_mark(text[place + 1]):
            place += 1
        elif not _is_mark(text[place]):
            break
        else:
            place += 1
            count -= 1
    return place


def price(source: str, target: str, found: tuple[int, int], limits: tuple[int, int]) -> tuple[int, int]:
    """Let an amount of money take its sign with it, where it has one in the source: "US$ 5.000", "5.000 euros"."""
    start, end = found
    if _PRICE.search(source) and target[start:end][:1].isdigit():
        before = _SIGN_BEFORE.search(target, limits[0], start)
        start = before.start() if before else start
    if _PRICE.search(source) and target[start:end][-1:].isdigit() and start == found[0]:
        after = _SIGN_AFTER.match(target, end, limits[1])
        end = after.end() if after else end
    return start, end


def part(
    source: str, inside: tuple[int, int], words: tuple[int, int], target: str, found: tuple[int, int]
) -> tuple[int, int] | None:
    """Find in the target what is only a part of words in the source: the 2 of CO2, a mark of a note behind a name.

    Args:
        source: Text.
        inside: The part.
        words: Where the words begin and end that it is in.
        target: Its translation.
        found: What renders the words.

    Returns:
        The same part, if the words are the same, or if it has no letter and stands there; else None.
    """
    if inside[0] <= words[0] and words[1] <= inside[1]:
        return None
    text = source[slice(*inside)]
    whole = target.find(source[slice(*words)], *found)
    if whole >= 0:
        place = whole + inside[0] - words[0]
    elif any(character.isalpha() for character in text):
        return None
    else:
        place = target.rfind(text, *found)
    return (place, place + len(text)) if place >= found[0] and place + len(text) <= found[1] else None


def _is_mark(character: str) -> bool:
    return not (character.isspace() or character.isalnum())
