"""Times of day in Portuguese: 18h02 for "6:02 p.m.", whatever the engine has made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_HALF = re.compile(
    r"(?<![\w.,:/$€£])(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))?\s?([ap])(?:m\b|\.\s?m\b\.?)", re.IGNORECASE
)
_FULL = re.compile(r"(?<![\w.,:/-])([01]?\d|2[0-3]):([0-5]\d)(?![\w/]|[.,:]\d)")
_ENDS = re.compile(r"[\"”’')\]]*\s*\Z")


def times(source: str, text: str) -> Iterator[Edit]:
    """Yield the edits of the times that an English source tells by halves of the day, and Portuguese by 24 hours.

    A time that came through as it was ("7pm") is rewritten, and "19:00" becomes "19h", as it stands beside the engine's
    own "19h30". Times that the source writes with 24 hours stay.

    Source: Manual de Comunicação da Secom (Senado Federal), horas; Manual da Redação, Folha de S.Paulo.
    """
    told = {_hours(found) for found in _HALF.finditer(source)}
    literal = {found.group() for found in _FULL.finditer(_HALF.sub(" ", source))}
    for found in _HALF.finditer(text):
        if (time := _hours(found)) in told:
            stop = "." if found.group().endswith(".") and _ENDS.match(text, found.end()) else ""
            yield Edit(*found.span(), _written(*time) + stop)
    for found in _FULL.finditer(text):
        time = int(found[1]), int(found[2])
        if time in told and found.group() not in literal and not _HALF.match(text, found.start()):
            yield Edit(*found.span(), _written(*time))


def _hours(found: re.Match[str]) -> tuple[int, int]:
    hour, minute, half = found.groups()
    return int(hour) % 12 + 12 * (half in "pP"), int(minute or 0)


def _written(hour: int, minute: int) -> str:
    return f"{hour}h{minute:02}" if minute else f"{hour}h"
