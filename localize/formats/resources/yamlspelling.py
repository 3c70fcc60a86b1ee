"""Write a value as a scalar of YAML, in the style of the one whose place it takes.

Source: YAML 1.2.2, sections 5.7, 7.3 and 8.1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.formats.scalars import needs_quotes

if TYPE_CHECKING:
    from localize.formats.resources.yamlscan import Scalar

_UNSAFE = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NEWLINE = re.compile(r"\r\n|\r|\n")


def double(value: str) -> str:
    """Write a value in double quotes, on one line; that can hold any."""

    def spelled(found: re.Match[str]) -> str:
        character = found[0]
        return _NAMED.get(character) or f"\\u{ord(character):04x}"

    return f'"{_UNSAFE.sub(spelled, value)}"'


def spell(text: str, scalar: Scalar, value: str) -> str:
    """Write a value in the style of a scalar of a text, or in double quotes where that cannot hold it."""
    fit = not (_UNSAFE.search(value) and _UNSAFE.search(value.replace('"', "").replace("\\", "")))
    if scalar.style == "'" and fit:
        return "'" + value.replace("'", "''") + "'"
    if scalar.style == "" and fit and not needs_quotes(value) and value == value.strip():
        return value
    if scalar.style in {"|", ">"}:
        return _block(text, scalar, value)
    return double(value)


def _block(text: str, scalar: Scalar, value: str) -> str:
    """Write the lines of a block with the header and the indentation that it had."""
    string = scalar.string
    header = _NEWLINE.search(text, scalar.span[0])
    first = next((at for at, one in enumerate(string.plain) if one != "\n"), None)
    if header is None or first is None:
        return double(value)
    place = string.places[first]
    line = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    indentation, newline = text[line:place], header[0]
    lines = value.split("\n")
    if scalar.style == ">":
        lines = _unfolded(lines)
    body = newline.join(f"{indentation}{one}" if one else "" for one in lines)
    return text[scalar.span[0] : header.end()] + body


def _unfolded(lines: list[str]) -> list[str]:
    """Put an empty line where a folded scalar would otherwise read a line break as a space."""
    result: list[str] = []
    loose = False
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        joins = bool(line) and line[0] not in " \t"
        if loose and (joins or (not line and not last)):
            result.append("")
        result.append(line)
        loose = joins
    return result
