"""An index of terms: a trie over words, kept flat in one dict.

Every term stands there under its key, and so does every beginning of a key that ends with a word. Looking for terms
from a word on means adding word after word to a string for as long as the dict knows it; how many terms there are
does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.words.inflection import lemmas_of
from localize.glossary.words.tokens import WORD, joint, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from localize.glossary.words.surroundings import Surroundings

Table = dict[str, "int | tuple[int, ...]"]

BEGINNING = -1
"""Value of a key that is no term, only the beginning of one."""

_MOST_KEPT = 100_000


class Forms(dict[str, tuple[str, ...]]):
    """What words of a language may be forms of (``inflection.lemmas_of``), kept for the words of late."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _MOST_KEPT:
            self.clear()
        found = self[word] = lemmas_of(word, self._language)
        return found


def build(surfaces: Iterable[tuple[str, int]]) -> Table:
    """Index the spellings of terms.

    Args:
        surfaces: A spelling and the number (from 0) of what it belongs to; a spelling may come several times.

    Returns:
        Key to number, to several numbers in order, or to ``BEGINNING``.
    """
    table: Table = {}
    for text, number in surfaces:
        key = key_of(text)
        if not key:
            continue
        known = table.get(key, BEGINNING)
        if known == BEGINNING:
            table[key] = number
        else:
            numbers = known if isinstance(known, tuple) else (known,)
            if number not in numbers:
                table[key] = (*numbers, number)
        if not key.isalnum():
            _add_beginnings(table, key)
    return table


def _add_beginnings(table: Table, key: str) -> None:
    """Add what the key begins with, word by word."""
    if key.isascii() and key.replace(" ", "").isalnum():
        end = key.find(" ")
        while end > 0:
            table.setdefault(key[:end], BEGINNING)
            end = key.find(" ", end + 1)
    else:
        for word in WORD.finditer(key):
            table.setdefault(key[: word.end()], BEGINNING)


def reach(
    table: Table, first: Iterable[str], start: int, around: Surroundings, forms: Forms
) -> list[tuple[int, str]]:
    """Follow the trie from a word of a text as far as it goes.

    Args:
        table: From ``build``.
        first: Those folded forms of the first word that the table knows.
        start: Index of the first word.
        around: The text.
        forms: What words may be forms of.

    Returns:
        (number of words, key) of every term that was met, the longest first; among equals those nearest to the
        text's own spelling first.
    """
    met: list[tuple[int, str]] = []
    keys = list(first)
    index = start
    words, spans = around.words, around.spans
    while keys:
        index += 1
        met += [(index - start, key) for key in keys if table[key] != BEGINNING]
        if index == len(words):
            break
        between: str | None = around.text[spans[index - 1][1] : spans[index][0]]
        if between != " ":
            between = joint(between or "")
            if between is None:
                break
        keys = [
            longer
            for key in keys
            for form in forms[words[index]]
            if (longer := key + between + form) in table
        ]
    met.sort(key=lambda found: -found[0])
    return met
