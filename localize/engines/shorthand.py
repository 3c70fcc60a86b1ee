"""Shorthand of news that a small model misreads, written out for it: £2.3bn, Nov. 2025, 7:42 p.m., 45¢.

Only English is read. What is written out is what the model then translates, so that "£2.3bn" comes out as "2,3 bilhões de
libras" and not as it stands, and a year behind an abbreviated month does not become a day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "tn": "trillion",
    "trn": "trillion",
}
_MONEY = re.compile(
    r"(?<!\w)(?P<sign>[$€£¥])\s?\d+(?:[.,]\d+)*(?:(?P<short>k|mn?|bn|trn?)(?!\w)|\s(?:thousand|million|billion|trillion))?\b"
)
_NAMES = {"€": "euros", "£": "pounds", "¥": "yen"}
_FREE = re.compile(
    r"(?:\s*(?:$|[.,;:!?)\]\"”’'](?!\w))|\s+(?:a|and|as|at|before|but|by|each|every|for|from|in|into|last|less|more|next|of|on|or|over|per|since|so|than|that|this"
    r"|to|towards?|under|until|up|were|was|when|which|while|who|with|worth|had|has|have|is|are|will|would|could|should|can)\b"
    r"|\s*[(–—]\s?(?!\d|[$€£¥]))"
)
"""What follows an amount that stands by itself; in "a €5 ticket" it belongs to the next word."""
_MONTHS = {
    name[:3]: name
    for name in ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
                 "December")
}  # fmt: skip
_MONTH = re.compile(
    r"""
    \b(?P<name>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)
    (?: \.(?=\s\d|[-–/][A-Z][a-z]{2,3}\.?\s\d) | (?=\s(?:[12]?\d|3[01])\b(?![.:]\d)) | (?<=\d\s[A-Z][a-z][a-z])(?:\.(?=\s?[\d,;)])|(?=\s\d{4}\b)) )
    """,
    re.VERBOSE,
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])[:.](?P<minute>[0-5]\d)\s?(?P<half>[ap])(?:\.\s?m\.|m\b)",
    re.IGNORECASE,
)
_CENTS = re.compile(r"(?<=\d)¢")
_POINTS = re.compile(r"(?<=\d)\s?bps?\b")
_LAST = re.compile(r"[\"”’')\]]*$")
_NOON = 12


def written_out(text: str, source: str, target: str, covered: Callable[[str], bool]) -> list[Edit]:
    """List what to write out in a sentence before a model sees it, sorted and disjoint.

    Args:
        text: One sentence.
        source: Its language, a BCP 47 tag.
        target: Language that it is translated into; the hours of the day are counted to 24 but in English.
        covered: Tells of a character whether the model's vocabulary has it: a currency sign that it has stays.
    """
    if base(source) != "en":
        return []
    edits = [*_money(text, covered), *_months(text)]
    edits += [Edit(*found.span(), " cents") for found in _CENTS.finditer(text) if not covered("¢")]
    edits += [Edit(*found.span(), " basis points") for found in _POINTS.finditer(text)]
    if base(target) != "en":
        edits += _hours(text)
    return sorted(edits)


def _money(text: str, covered: Callable[[str], bool]) -> Iterator[Edit]:
    for found in _MONEY.finditer(text):
        short, sign = found["short"], found["sign"]
        if short:
            yield Edit(*found.span("short"), f" {_SCALES[short]}")
        if sign in _NAMES and not covered(sign) and _FREE.match(text, found.end()):
            yield Edit(found.start(), found.start() + 1, "")
            yield Edit(found.end(), found.end(), f" {_NAMES[sign]}")


def _months(text: str) -> Iterator[Edit]:
    for found in _MONTH.finditer(text):
        yield Edit(*found.span(), _MONTHS[found["name"][:3]])


def _hours(text: str) -> Iterator[Edit]:
    """Count the hours to 24; the period of "p.m." that ends the sentence, too, stays."""
    for found in _CLOCK.finditer(text):
        late = found["half"] in "pP"
        if not late and int(found["hour"]) < _NOON:
            continue  # models know "3:17 a.m.", and "at 3:17" less well
        hour = int(found["hour"]) % _NOON + (_NOON if late else 0)
        ends = found.group().endswith(".") and _LAST.match(text, found.end())
        yield Edit(*found.span(), f"{hour}:{found['minute']}" + ("." if ends else ""))
