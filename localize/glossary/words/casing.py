"""Whether a place in the text is written as a term wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CAPITALS = "".join(filter(str.isupper, map(chr, range(0x2000))))
"""The capitals of all alphabets that have them, for a character class."""
CAPITAL = rf"[{CAPITALS}][^\W_]*(?:[-'’.][^\W_]+)*"

_SHORT = 4
"""From this length on, a word in capitals within small text is taken as emphasis or a dateline ("PARIS -")."""


def agrees(
    term: Sequence[str], text: Sequence[str], *, style: Callable[[], str], opens: Callable[[], bool]
) -> bool:
    """Tell whether words of a text are written as the words of a term whose case policy is exact.

    A word that the term writes with a capital must have it in the text; in lines all in capitals, words of several
    or of four letters may be all capitals instead. Small words of a term that has capitals elsewhere may be written
    any way ("Ministry Of Defence"). A term without any capital must be small in the text, but for the first word
    of a sentence and in headlines, where a capital says nothing. Inflected words count as far as the term's reach.

    Args:
        term: The term's words, NFKC, as spelled.
        text: The words of the text, as many.
        style: Gives the style of the line (``Surroundings.style``); asked only when it matters.
        opens: Tells whether the place begins a sentence; asked only when it matters.
    """
    if all(map(str.__eq__, term, text)):
        return True
    if not any(word != word.lower() for word in term):
        small = all(word == word.lower() for word in text[1:]) and (text[0] == text[0].lower() or opens())
        return small or style() != "running"
    return all(_agrees(one, other, len(term), style) for one, other in zip(term, text, strict=True))


def _agrees(term: str, text: str, size: int, style: Callable[[], str]) -> bool:
    """Compare one word of a term that has capitals with one of the text."""
    stem = text[: len(term)]
    if term == term.lower() or stem == term:
        return not (term.isupper() and text.isupper() and len(text) != len(term))
    if term.isupper() and len(term) > 1:
        return False
    if text.isupper() and len(text) > 1:
        return size > 1 or len(text) >= _SHORT or style() == "loud"
    changed = stem.casefold() != term.casefold()
    return changed and text[:1].isupper() == term[:1].isupper()
