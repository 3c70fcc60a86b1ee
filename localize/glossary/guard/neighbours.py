"""The words beside a term, as far as they may belong to one name with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from localize.glossary.words.tokens import HYPHENS, plain
from localize.glossary.words.vocabulary import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Container

    from localize.glossary.words.surroundings import Surroundings

Link = Literal["space", "hyphen", "and"]

_AND = re.compile(r"\s?&\s?")
_LONGEST_RUN = 4


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word beside a term.

    Attributes:
        index: Of the word in the text; of an acronym with stops, its outer end.
        word: In lower case; an acronym with stops as a whole (``u.s``).
        link: How it is joined to the term: white space, a hyphen, or an ampersand.
        capital: Whether it begins with a capital.
        upper: Whether it is an acronym.
        matched: Whether it is part of another term of the text.
    """

    index: int
    word: str
    link: Link
    capital: bool
    upper: bool
    matched: bool


def before(around: Surroundings, first: int, matched: Container[int]) -> Neighbour | None:
    """Give the neighbour before a word; None when a mark or the start of the text parts them."""
    index = first - 1
    if index < 0:
        return None
    raw = plain(around.words[index])
    between = around.text[around.spans[index][1] : around.spans[first][0]]
    if between[:1] == "." and between[1:].isspace() and "\n\n" not in between:
        outer = _dotted(around, index, -1)
        if outer == index and not (len(raw) == 1 and raw.isupper()) and raw.lower() not in ABBREVIATIONS:
            return None
        raw = plain(".".join(around.words[outer : index + 1]))
        return Neighbour(outer, raw.lower(), "space", raw[0].isupper(), outer < index, index in matched)
    link = _link(between)
    return link and _neighbour(index, raw, link, matched)


def after(around: Surroundings, behind: int, end: int, matched: Container[int]) -> Neighbour | None:
    """Give the neighbour after an offset; *behind* is the index of the first word there."""
    if behind >= len(around.words):
        return None
    link = _link(around.text[end : around.spans[behind][0]].removeprefix("."))
    outer = _dotted(around, behind, 1)
    if link and outer > behind:
        return Neighbour(
            outer, ".".join(around.words[behind : outer + 1]).lower(), link, True, True, behind in matched
        )
    return link and _neighbour(behind, plain(around.words[behind]), link, matched)


def run(around: Surroundings, start: int) -> tuple[str, ...]:
    """Give the words with capitals that follow one another from a word on, in lower case, four at most."""
    found: list[str] = []
    for index in range(start, min(start + _LONGEST_RUN, len(around.words))):
        if found and not around.text[around.spans[index - 1][1] : around.spans[index][0]].isspace():
            break
        if not around.words[index][0].isupper():
            break
        found.append(around.words[index].lower())
    return tuple(found)


def _neighbour(index: int, raw: str, link: Link, matched: Container[int]) -> Neighbour:
    capital = raw[0].isupper()
    return Neighbour(
        index, raw.lower(), link, capital, capital and raw.isupper() and len(raw) > 1, index in matched
    )


def _link(between: str) -> Link | None:
    """Tell how two words are joined, if they are."""
    if between.isspace():
        return "space" if between.count("\n") < 2 else None
    if len(between) == 1 and between in HYPHENS:
        return "hyphen"
    return "and" if _AND.fullmatch(between) else None


def _dotted(around: Surroundings, index: int, step: int) -> int:
    """Give the index of the other end of an acronym with stops ("U.S.") that begins or ends at a word."""
    words, spans = around.words, around.spans
    while 0 <= index + step < len(words) and len(plain(words[index])) == len(plain(words[index + step])) == 1:
        left, right = min(index, index + step), max(index, index + step)
        if around.text[spans[left][1] : spans[right][0]] != "." or not words[index + step].isupper():
            break
        index += step
    return index
