"""How wide characters are, and where a line may end without a space."""

from __future__ import annotations

import unicodedata

_NEVER_FIRST = "、。，．：；？！）」』】〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%"
_NEVER_LAST = "（「『【〈《“‘([{$"


def columns(text: str) -> int:
    """Count columns: Chinese and Japanese characters take two, marks that combine none."""
    return sum(2 if is_wide(char) else 0 if unicodedata.combining(char) else 1 for char in text)


def is_wide(character: str) -> bool:
    """Tell whether a character is of a script that is set without spaces, in squares; False for none."""
    return character != "" and unicodedata.east_asian_width(character) in "WF" and not _is_hangul(character)


def may_part(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters although there is no space."""
    if before in _NEVER_LAST or after in _NEVER_FIRST:
        return False
    return is_wide(before) or is_wide(after)


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"
