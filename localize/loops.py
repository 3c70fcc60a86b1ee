"""Where a draft goes round in circles, seen without knowing the language."""

from __future__ import annotations

import re

_LOOP = re.compile(r"(?<!\w)(\w+(?:\W+\w+){0,3})(?:\W+\1(?!\w)){2,}", re.IGNORECASE)
_DOUBLED = re.compile(r"(?<!\w)(\w{2,}) \1(?!\w)", re.IGNORECASE)
_READ = 2000
"""Code points in which a loop is looked for; drafts are sentences."""


def before_loop(target: str) -> tuple[str, str] | None:
    """Give what stands before a loop goes round again, and what goes round; None without a loop."""
    loop = _LOOP.search(target[:_READ]) or _DOUBLED.search(target[:_READ])
    return (target[: loop.end(1)], loop.group(1)) if loop else None
