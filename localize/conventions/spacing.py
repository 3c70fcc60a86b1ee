"""Spaces before punctuation marks, where a language has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.conventions.locales import Locale

_MARKS = re.compile(r"(?<=[^\s:;!?])([ \u00a0\u202f]?)([:;!?])(?=[:;!?]*(?:[\s\"»”)\]]|$))")


def spaces(text: str, ours: Locale) -> Iterator[Edit]:
    """Yield the edits that set the space before colon, semicolon, exclamation and question marks.

    A mark counts when it ends a word, not within a time, a ratio or an address.
    """
    if not ours.spaces:
        return
    for match in _MARKS.finditer(text):
        wanted = ours.spaces.get(match[2], "")
        if match[1] != wanted:
            yield Edit(match.start(1), match.end(1), wanted)
