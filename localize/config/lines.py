"""Where a key stands in a TOML file: the parser of the standard library does not tell."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LINES = 2000
"""Lines of a file in which a key is looked for: each is tried with all before it."""


def line_of(text: str, keys: Sequence[str | int]) -> int:
    """Give the line in which a value begins, counted from 1; 0 where that is not known.

    The beginning of a file, up to some line, has the value or has it not; the first beginning that has it ends with
    it. A value over several lines begins after the last line up to which the file could be read before.

    Args:
        text: Of a file that can be parsed.
        keys: The way to the value: ``["folders", 1, "to"]``.
    """
    lines = text.split("\n")[:_MOST_LINES]
    begin = 0
    for end in range(1, len(lines) + 1):
        try:
            data: object = tomllib.loads("\n".join(lines[:end]))
        except (tomllib.TOMLDecodeError, RecursionError):
            continue
        if _has(data, keys):
            return begin + 1
        begin = end
    return 0


def _has(data: object, keys: Sequence[str | int]) -> bool:
    for key in keys:
        try:
            data = data[key]  # type: ignore[index]
        except (LookupError, TypeError):
            return False
    return True
