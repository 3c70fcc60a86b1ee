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
    from collections.abc import Callable, Collection, Iterator, Sequence

_COMPLEX = re.compile(r"\{\s*([\w.]+)\s*,\s*(plural|select|selectordinal)\s*,")
_SELECTOR = re.compile(r"\s*(?:offset\s*:\s*\d+\s*)?(=\d+|[\w-]+)\s*\{")
_QUOTED = re.compile(r"'[{}#|](?:[^']|'')*+(?:'|\Z)|''")
_SPECIAL = re.compile(r"'[{}](?:[^']|'')*+(?:'|\Z)|''|[{}]")
_CLOSING = re.compile(r"\s*\}")
_MAX_DEPTH = 20
_MOST_FORMS = 200
_LONGEST = 100_000
"""Forms and code points of a message to which forms are added; plurals within plurals could make them very many."""


class Branch(NamedTuple):
    """A stretch of a message that is text; in a plural form, ``#`` is a placeholder.

    Attributes:
        within: What selects it, from the outside in: ``("count few",)``.
    """

    start: int
    end: int
    plural: bool
    within: tuple[str, ...] = ()


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
        end = _message(plain, 0, found, Branch(0, 0, plural=False))
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


def extended(message: str, wanted: Callable[[Collection[str]], Sequence[str]]) -> str:
    """Add forms to the plurals of a message, as copies of ``other``, in front of it.

    Args:
        message: As it stands in a file, escapes and all; what cannot be read stays as it is.
        wanted: Gives the forms to add to the present ones of a plural.
    """
    found: list[Branch] = []
    forms: list[_Form] = []
    try:
        _message(message, 0, found, Branch(0, 0, plural=False), forms)
    except _BrokenError:
        return message
    if len(forms) > _MOST_FORMS:
        return message
    original = message
    for form in forms:  # from the inside out, so that what is copied is complete
        if form.name == "other":
            present = [one.name for one in forms if one.argument == form.argument]
            more = [f"{one} {message[form.start + form.skip : form.end]} " for one in wanted(present)]
            added = "".join(more)
            if len(message) + len(added) > _LONGEST:
                return original
            message = message[: form.start] + added + message[form.start :]
            forms[:] = [one.moved(form.start, len(added)) for one in forms]
    return message


class _Form(NamedTuple):
    """A form of a plural, from its selector to its closing brace; ``argument`` is where that begins."""

    name: str
    argument: int
    start: int
    skip: int
    end: int

    def moved(self, place: int, size: int) -> _Form:
        """Make room for characters that were put in."""
        argument, start, end = (
            at + size * (at > place or (at == place and at != self.argument))
            for at in (self.argument, self.start, self.end)
        )
        return self._replace(argument=argument, start=start, end=end)


def _message(
    plain: str, start: int, found: list[Branch], outer: Branch, forms: list[_Form] | None = None
) -> int:
    """Collect the stretches of one message; give the place of the brace that ends it, or the end."""
    if len(outer.within) > _MAX_DEPTH:
        raise _BrokenError
    done = place = start
    while special := _SPECIAL.search(plain, place):
        place = special.end()
        if special[0] == "}":
            if not outer.within:
                raise _BrokenError
            place = special.start()
            break
        if special[0] != "{":
            continue
        opening = _COMPLEX.match(plain, special.start())
        if opening:
            found.append(outer._replace(start=done, end=special.start()))
            done = place = _forms(plain, opening, found, outer, forms)
        else:
            place = _simple(plain, place)
    else:
        if outer.within:
            raise _BrokenError
        place = len(plain)
    found.append(outer._replace(start=done, end=place))
    return place


def _forms(
    plain: str, opening: re.Match[str], found: list[Branch], outer: Branch, forms: list[_Form] | None
) -> int:
    """Collect the stretches of all forms; give the place after the brace that ends the argument."""
    place = opening.end()
    plural = outer.plural if opening[2] == "select" else True
    while selector := _SELECTOR.match(plain, place):
        within = (*outer.within, f"{opening[1]} {selector[1]}")
        inner = Branch(0, 0, plural=plural, within=within)
        place = _message(plain, selector.end(), found, inner, forms) + 1
        if forms is not None and opening[2] == "plural":
            skip = selector.end() - 1 - selector.start(1)
            forms.append(_Form(selector[1], opening.start(), selector.start(1), skip, place))
    closing = _CLOSING.match(plain, place)
    if place == opening.end() or not closing:
        raise _BrokenError
    return closing.end()


def _simple(plain: str, start: int) -> int:
    """Give the place after the brace that ends an argument without forms."""
    closing = plain.find("}", start)
    if closing < 0 or "{" in plain[start:closing]:
        raise _BrokenError
    return closing + 1
