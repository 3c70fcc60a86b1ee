"""Dates in digits: those that came through as the source has them are put into the region's order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.conventions.locales import Locale
    from localize.languages import Pair

_DATE = re.compile(r"(?<![\w/.-])([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![\w/-]|\.[0-9])")
_MONTHS, _DAYS = 12, 31


def dates(source: str, text: str, pair: Pair, *, ours: Locale, theirs: Locale) -> Iterator[Edit]:
    """Yield the edits of dates; the source's region, or a number above 12, says which part is the month.

    Years first (ISO 8601) stay, and so does a date that could be read both ways.
    """
    spelled = {match[0] for match in _DATE.finditer(source)}
    for match in _DATE.finditer(text):
        first, _, second, year = match.groups()
        order = _order(int(first), int(second), theirs.date if "-" in pair.source else "")
        if match[0] not in spelled or not order or (len(year) < 4 and ours.date.startswith("y")):
            continue
        day, month = (first, second) if order == "dm" else (second, first)
        padded = len(first) == len(second) == 2 or "0" in {first[0], second[0]}
        parts = {"d": day.zfill(2) if padded else day, "m": month.zfill(2) if padded else month, "y": year}
        written = "".join(parts.get(letter, letter) for letter in ours.date)
        if written != match[0]:
            yield Edit(match.start(), match.end(), written)


def _order(first: int, second: int, date: str) -> str:
    """Tell whether day or month comes first: ``dm``, ``md``, or empty when nobody can tell."""
    fits = {
        "dm": 1 <= first <= _DAYS and 1 <= second <= _MONTHS,
        "md": 1 <= first <= _MONTHS and 1 <= second <= _DAYS,
    }
    sure = [order for order, fit in fits.items() if fit]
    if len(sure) == 1:
        return sure[0]
    usual = re.sub("[^dm]", "", date)
    return usual if usual in sure else ""
