"""Messages of ICU: arguments in braces, with a text for each plural form or choice.

Source: Unicode Technical Standard 35, part 9 is the successor; this is the syntax of ICU4J 74 ``MessageFormat`` and
``MessagePattern`` with the apostrophe mode DOUBLE_OPTIONAL, which Flutter, FormatJS and Java use.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from localize.document import Text
from localize.formats.runs import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMPLEX = re.compile(r"\{\s*[\w.]+\s*,\s*(plural|select|selectordinal)\s*,")
_SELECTOR = re.compile(r"\s*(?:offset\s*:\s*\d+\s*)?(=\d+|[\w-]+)\s*\{")
_QUOTED = re.compile(r"'[{}#|](?:[^']|'')*+(?:'|\Z)|''")
_SPECIAL = re.compile(r"'[{}](?:[^']|'')*+(?:'|\Z)|''|[{}]")
_CLOSING = re.compile(r"\s*\}")
_MAX_DEPTH = 20


class Branch(NamedTuple):
    """A stretch of a message that is text; in a plural form, ``#`` is a placeholder."""

    start: int
    end: int
    plural: bool


class _BrokenError(Exception):
    """The message is in no syntax that ICU reads."""


def is_message(plain: str) -> bool:
    """Tell whether a string has a plural or a choice in it."""
    return _COMPLEX.search(plain) is not None


def branches(plain: str) -> list[Branch] | None:
    """List the stretches of text of a message, in order; None if its braces do not match.

    A plural or choice that is the whole message gives a stretch for each of its forms, and one within a sentence
    also those around it.
    """
    found: list[Branch] = []
    try:
        end = _message(plain, 0, found, depth=0, plural=False)
    except _BrokenError:
        return None
    return found if end == len(plain) else None


def quoted(plain: str, tokens: Sequence[Token], start: int, end: int) -> Iterator[Token]:
    """Yield tokens together with those for what apostrophes quote: ``''`` is one of them, ``'{'`` is protected."""
    numbers = count(max((token.id for token in tokens), default=0) + 1)

    def between(first: int, last: int) -> Iterator[Token]:
        for found in _QUOTED.finditer(plain, first, last):
            if found[0] == "''":
                yield Token(found.start(), found.end(), "literal", 0, "'")
            else:
                number = next(numbers)
                yield Token(found.start(), found.start(), "open", number, translate=False)
                yield Token(found.end(), found.end(), "close", number)

    done = start
    for token in tokens:
        yield from between(done, token.start)
        yield token
        done = token.end
    yield from between(done, end)


def guarded(target: Text) -> Text:
    """Double an apostrophe that would quote the placeholder behind it: ``l'{name}`` becomes ``l''{name}``."""
    for start, end in reversed(list(target.protected())):
        quotes = target.plain[start - 1 : start] == "'" and target.plain[max(0, start - 2) : start] != "''"
        if quotes and target.plain[start:end][:1] in {"{", "#"}:
            codes = tuple(replace(one, at=one.at + (one.at >= start)) for one in target.codes)
            target = Text(f"{target.plain[:start]}'{target.plain[start:]}", codes)
    return target


def _message(plain: str, start: int, found: list[Branch], *, depth: int, plural: bool) -> int:
    """Collect the stretches of one message; give the place of the brace that ends it, or the end."""
    if depth > _MAX_DEPTH:
        raise _BrokenError
    done = place = start
    while special := _SPECIAL.search(plain, place):
        place = special.end()
        if special[0] == "}":
            if depth == 0:
                raise _BrokenError
            place = special.start()
            break
        if special[0] != "{":
            continue
        opening = _COMPLEX.match(plain, special.start())
        if opening:
            found.append(Branch(done, special.start(), plural))
            inner = plural if opening[1] == "select" else True
            done = place = _forms(plain, opening.end(), found, depth=depth, plural=inner)
        else:
            place = _simple(plain, place)
    else:
        if depth:
            raise _BrokenError
        place = len(plain)
    found.append(Branch(done, place, plural))
    return place


def _forms(plain: str, start: int, found: list[Branch], *, depth: int, plural: bool) -> int:
    """Collect the stretches of all forms; give the place after the brace that ends the argument."""
    place = start
    while selector := _SELECTOR.match(plain, place):
        place = _message(plain, selector.end(), found, depth=depth + 1, plural=plural) + 1
    closing = _CLOSING.match(plain, place)
    if place == start or not closing:
        raise _BrokenError
    return closing.end()


def _simple(plain: str, start: int) -> int:
    """Give the place after the brace that ends an argument without forms."""
    closing = plain.find("}", start)
    if closing < 0 or "{" in plain[start:closing]:
        raise _BrokenError
    return closing + 1
