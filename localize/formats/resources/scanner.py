"""JSON as a sequence of strings with their places; everything else is looked over and left where it is.

Read is RFC 8259, and beside it what people have in their files: comments (``//``, ``#``, ``/* */``), a comma after the last
item, tabs in strings, the ``NaN`` and ``Infinity`` that Python writes. They stay, like everything that is no string.
Nothing is recursive, so that nesting costs no stack.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.errors import FormatError
from localize.formats.resources.strings import String

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 500
"""Deepest nesting of objects and arrays; files of strings have five levels, seldom ten."""

_SKIP = re.compile(r"(?:[ \t\r\n]++|(?://|\#)[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+")
_STRING = re.compile(r'"((?:[^"\\\x00-\x08\x0a-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+)"')
_VALUE = re.compile(
    r"(?:-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][-+]?\d++)?|true|false|null|NaN|-?Infinity)(?![\w.+-])"
)
_OPENING = ("{", "[")
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9A-Fa-f]{2})\\u([dD][c-fC-F][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))"
)
_NAMED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_NEEDS_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Leaf(NamedTuple):
    """A string that is a value.

    Attributes:
        path: Keys and numbers of items that lead to it, from the outside in.
        string: Without its quotes.
    """

    path: tuple[str | int, ...]
    string: String


def leaves(text: str, *, path: str) -> Iterator[Leaf]:
    """Yield the strings of a JSON text that are values, in order.

    Raises:
        FormatError: It is not JSON, or is nested deeper than ``MAX_DEPTH``. The message names the place.
    """
    place = _skip(text, int(text.startswith("\ufeff")))
    keys: list[str | int] = []
    value = True
    while value or keys:
        if keys and not value:
            place, value = _after(text, place, keys, path)
        elif text[place : place + 1] in _OPENING:
            if len(keys) >= MAX_DEPTH:
                raise _wrong(text, place, path, f"nested more than {MAX_DEPTH} levels deep")
            keys.append("" if text[place] == "{" else -1)
            place = _skip(text, place + 1)
            place, value = _item(text, place, keys, path)
        elif found := _STRING.match(text, place):
            yield Leaf(tuple(keys), String.escaped(text, found.span(1), _ESCAPE, _character))
            place, value = _skip(text, found.end()), False
        elif found := _VALUE.match(text, place):
            place, value = _skip(text, found.end()), False
        else:
            raise _wrong(text, place, path, "expected a value")
    if place < len(text):
        raise _wrong(text, place, path, "expected the end of the file")


def _item(text: str, place: int, keys: list[str | int], path: str) -> tuple[int, bool]:
    """Step to the next value of the innermost object or array, or out of it if it ends here.

    Returns:
        The place, and whether a value stands there.
    """
    inner = keys[-1]
    if text.startswith("]" if isinstance(inner, int) else "}", place):
        keys.pop()
        return _skip(text, place + 1), False
    if isinstance(inner, int):
        keys[-1] = inner + 1
        return place, True
    found = _STRING.match(text, place)
    if not found:
        raise _wrong(text, place, path, "expected a key in double quotes")
    keys[-1] = String.escaped(text, found.span(1), _ESCAPE, _character).plain
    place = _skip(text, found.end())
    if not text.startswith(":", place):
        raise _wrong(text, place, path, "expected a colon after the key")
    return _skip(text, place + 1), True


def _after(text: str, place: int, keys: list[str | int], path: str) -> tuple[int, bool]:
    """Step on from a value in an object or array."""
    if text.startswith(",", place):
        return _item(text, _skip(text, place + 1), keys, path)
    closing = "]" if isinstance(keys[-1], int) else "}"
    if not text.startswith(closing, place):
        raise _wrong(text, place, path, f"expected a comma or {closing}")
    keys.pop()
    return _skip(text, place + 1), False


def _skip(text: str, place: int) -> int:
    """Give the place after white space and comments."""
    found = _SKIP.match(text, place)
    return found.end() if found else place


def _character(escape: re.Match[str]) -> str:
    """Give the character that an escape stands for; one outside of Unicode's first plane is two surrogates."""
    if escape[1]:
        return bytes.fromhex(escape[1] + escape[2]).decode("utf-16-be")
    return chr(int(escape[3], 16)) if escape[3] else _NAMED.get(escape[4], escape[4])


def _wrong(text: str, place: int, path: str, what: str) -> FormatError:
    before = text[:place].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    found = text[place : place + 20].split("\n", maxsplit=1)[0].strip() or (
        "the end of the file" if place >= len(text) else "a line end"
    )
    return FormatError(
        f"is not JSON: {what}, found {found!r}"
        if place < len(text)
        else f"is not JSON: {what}, found {found}",
        path=path,
        line=line,
        column=len(before) - before.rfind("\n"),
        hint="check the file with a JSON linter; strings and keys take double quotes",
    )


def escaped(plain: str, *, ascii_only: bool) -> str:
    """Write characters as they stand between the quotes of a JSON string."""

    def spell(found: re.Match[str]) -> str:
        character = found[0]
        if short := _SHORT.get(character):
            return short
        units = character.encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))

    written = _NEEDS_ESCAPE.sub(spell, plain)
    return re.sub(r"[^\x00-\x7f]", spell, written) if ascii_only else written
