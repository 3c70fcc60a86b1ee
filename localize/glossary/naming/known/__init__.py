"""Names that everybody knows to stay as they are, though an engine takes them for words: data for translators (``en.txt``); and those that have another name there (``translated.txt``)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from localize.glossary.words.casing import CAPITAL
from localize.glossary.words.given import is_given_name
from localize.glossary.words.vocabulary import TITLES
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Span

_START = re.compile(rf"(?<![\w&'’-])(?:{CAPITAL}|(?<![$£€.,])\d+(?=[,\w]* {CAPITAL}))")
"""A capital, or a number before one: "21 Savage"."""
_BEHIND = re.compile(rf" ({CAPITAL})| of {CAPITAL}|[\w&-]")
"""What makes another name of it: "Manchester City Council", "New Order of Merit"."""
_BEFORE = re.compile(rf"(?<=[\w,;)] )({CAPITAL}) $")


def known_names(source: str, *, headline: bool) -> Iterator[Span]:
    """Yield the places of known names, the longest at each; disjoint, in order.

    Where every word has a capital, two common words are no name: "Young Boys Drown".
    """
    done = 0
    for found in _START.finditer(source):
        start = found.start()
        word = re.match(r"\w+", found.group())
        for name in _known().get(word.group(), ()) if word and start >= done else ():
            if _stands(source, start, name) and not (headline and _common(name)):
                done = start + len(name)
                yield start, done
                break


def is_known(name: str) -> bool:
    """Tell whether a name is one of them."""
    word = re.match(r"\w+", name)
    return word is not None and _plain(name) in _known().get(word.group(), ())


def is_translated(name: str) -> bool:
    """Tell whether a name is one that has a usual name in other languages."""
    return name in _translated()


def _stands(source: str, start: int, name: str) -> bool:
    end = start + len(name)
    if _plain(source[start:end]) != name:
        return False
    behind, before = _BEHIND.match(source, end), _BEFORE.search(source, 0, start)
    return (behind is None or _office(behind[1])) and (before is None or _office(before[1]))


def _office(word: str | None) -> bool:
    """Tell whether a word with a capital beside a name is none of it: "Wells Fargo President", "CEO", "Maria"."""
    return word is not None and (word.isupper() or word.lower() in TITLES or is_given_name(word))


def _common(name: str) -> bool:
    words = name.split()
    return len(words) < 3 and all(is_word(word.lower(), "en") for word in words)


def _plain(name: str) -> str:
    return name.replace("’", "'")


@cache
def _translated() -> frozenset[str]:
    return frozenset(_lines("translated.txt"))


def _lines(name: str) -> Sequence[str]:
    """Read the lines of a list that are no comments."""
    text = files("localize.glossary.naming.known").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@cache
def _known() -> Mapping[str, Sequence[str]]:
    """Read the names, by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for line in _lines("en.txt"):
        word = re.match(r"\w+", line)
        if word:
            found.setdefault(word.group(), []).append(line)
    return {word: sorted(names, key=len, reverse=True) for word, names in found.items()}
