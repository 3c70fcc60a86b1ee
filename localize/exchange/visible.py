"""Text of unknown origin in reports: nothing in it moves a cursor, breaks a line or changes the direction of reading."""

from __future__ import annotations

import json
import re

_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What JSON allows in a string but terminals, log viewers, UTF-8 or JavaScript do not take well: control characters
of C1, line separators, direction marks and overrides, lone surrogates, non-characters."""


def dump(data: object) -> str:
    """Write JSON for people and programs: indented, UTF-8 safe, no raw control characters, a newline at the end."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda bad: f"\\u{ord(bad.group()):04x}", text) + "\n"


def visible(text: str) -> str:
    r"""Spell control characters out (``\\x1b``, ``\\u202e``), so that text fits on one line of any display."""
    return re.sub(rf"[\x00-\x1f]|{_UNSAFE.pattern}", lambda bad: ascii(bad.group())[1:-1], text)
