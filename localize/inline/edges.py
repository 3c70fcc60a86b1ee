"""Punctuation next to the edges of a stretch of words."""

from __future__ import annotations

_THIN_SPACES = "\u00a0\u202f"
"""What French puts between a word and its closing punctuation."""


def marks(text: str) -> int:
    """Count the characters that are not white space."""
    return sum(not character.isspace() for character in text)


def before(text: str, place: int, count: int, limit: int) -> int:
    """Step back from a place over up to ``count`` punctuation marks, not beyond ``limit``."""
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


def _is_mark(character: str) -> bool:
    return not (character.isspace() or character.isalnum())
