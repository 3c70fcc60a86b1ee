"""Whether a run of words ends where a term does: apostrophes, hyphens, full stops and other marks beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.words.tokens import APOSTROPHES, HYPHENS, fold
from localize.glossary.words.vocabulary import OPENERS
from localize.glossary.words.words import word_set
from localize.languages import base

if TYPE_CHECKING:
    from localize.glossary.words.surroundings import Surroundings

_CONTRACTED = word_set("d ll m re ve")
_ELIDING = word_set("ca fr ga gl it oc pt")
"""Languages in which a word may stand before an apostrophe and the term: l'OTAN, dell'Unione."""
_SUFFIXING = word_set("az fi pl sv tr uz")
"""Languages that join endings to names with an apostrophe: NATO'nun."""
_BOUND = word_set("by co de re")
"""What makes another word of the word after the hyphen: re-election, co-operation."""
_LEXICAL = word_set("a and at by down for from in of off on or out over the to un up upon with")
"""A small word in a chain of hyphens makes one word of it: state-of-the-art, run-up."""
_IN_NAMES = word_set("au aux de del der di du en in la le les lez lès of sous sur upon von")
"""The same in names: Port-au-Prince, Stratford-upon-Avon."""
_LONGEST_CHAIN = 8
_CLINGING = "$€£¥₽₴₹&"
_OPEN_QUOTE = re.compile(r"(?<!\w)['\u2018](?=\w)")
_CLOSERS = "\"'\u2019\u201d\u00bb)]}"


def begins(around: Surroundings, first: int, start: int, language: str) -> bool:
    """Tell whether a term may begin at an offset: *first* is the index of its first word."""
    text = around.text
    mark = text[start - 1 : start]
    if not mark or mark.isspace():
        return True
    if mark.isalnum():
        return False
    joined = first > 0 and around.spans[first - 1][1] == start - 1
    if mark in APOSTROPHES:
        return not joined or base(language) in _ELIDING
    if mark in HYPHENS:
        previous = fold(around.words[first - 1]) if joined else ""
        bound = previous in _BOUND or (len(previous) == 1 and previous.isalpha())
        return not bound and not _lexical(around, first, -1)
    if mark == ".":
        return not (joined and len(fold(around.words[first - 1])) == 1)
    return not (joined and (mark == "_" or mark in _CLINGING))


def ends(around: Surroundings, after: int, end: int, language: str) -> bool:
    """Tell whether a term may end at an offset: *after* is the index of the word behind it."""
    text = around.text
    mark = text[end : end + 1]
    if not mark or mark.isspace():
        return True
    if mark.isalnum():
        return False
    joined = after < len(around.words) and around.spans[after][0] == end + 1
    if mark in APOSTROPHES and joined:
        word = fold(around.words[after])
        return word == "s" or base(language) in _SUFFIXING or (base(language) == "en" and word in _CONTRACTED)
    if mark in HYPHENS and joined:
        return not _lexical(around, after - 1, 1)
    if mark == "." and joined:
        return len(fold(around.words[after - 1])) > 1
    return mark not in "$€£¥₽₴₹" and not (joined and mark in "_&")


def possessive(around: Surroundings, after: int, end: int) -> int:
    """Give the length of a possessive mark at an offset: 2 for ``'s``, 1 for the apostrophe after a final s, or 0.

    An apostrophe after an s is no possessive when it may close a quotation that was opened before.
    """
    text = around.text
    if text[end : end + 1] not in APOSTROPHES or end >= len(text):
        return 0
    if after < len(around.words) and around.spans[after][0] == end + 1 and fold(around.words[after]) == "s":
        return 2
    goes_on = text[end + 1 : end + 2].isspace() and text[end + 2 : end + 3].isalnum()
    if text[end - 1 : end] in "sS" and goes_on and not _OPEN_QUOTE.search(text, max(0, end - 240), end):
        return 1
    return 0


def final_stop(around: Surroundings, after: int, end: int) -> bool:
    """Tell whether the full stop at an offset also ends the sentence: nothing follows, or a word that opens one."""
    if after >= len(around.words):
        return True
    between = around.text[end + 1 : around.spans[after][0]]
    word = around.words[after]
    if between.strip(" \t\r\n\u00a0" + _CLOSERS + "\u201c\u2018"):
        return False
    opens = between != "" and word[0].isupper() and word.lower() in OPENERS
    return opens or any(mark in between for mark in _CLOSERS)


def _lexical(around: Surroundings, edge: int, step: int) -> bool:
    """Tell whether the chain of hyphens that leaves a term's edge has a small word that makes one word of it."""
    words = _LEXICAL if around.words[edge][0].islower() else _IN_NAMES
    index = edge
    for _ in range(_LONGEST_CHAIN):
        other = index + step
        if not 0 <= other < len(around.words):
            return False
        left, right = min(index, other), max(index, other)
        between = around.text[around.spans[left][1] : around.spans[right][0]]
        if len(between) != 1 or between not in HYPHENS:
            return False
        if around.words[other].lower() in words:
            return True
        index = other
    return False
