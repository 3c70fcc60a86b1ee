"""What stands before the sentence proper: the number or the emoji of an item, a copyright sign, the dateline of a report, a label in capitals.

An engine that has learned from plain sentences drops them, changes them, or loses the thread behind them ("WASHINGTON,
Feb. 20 (Reuters) - ..." comes back without its date). So the number is not shown to it, the dateline alone, and the label
in the letters of a title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.languages import base

if TYPE_CHECKING:
    from localize.document import Span

_ITEM = re.compile(r"(?:\(?[a-z\d]\)|\(?[ivx]{2,4}\)|\(?\d{1,3}\))\s+(?=\S)")
_NUMBERED = re.compile(
    r"(?:\(?[a-z\d]\)|\(?[ivx]{2,4}\)|\(?\d{1,3}\)|\d{1,3}(?:\.\d{1,3})*\.|[QA]:)\s+(?=[^\W\d_]|[\"“«])"
)
_PICTURES = re.compile(
    r"(?:[©℗]|(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+)\s+(?=\S)"
)
_ORDINAL = {"cs", "da", "de", "et", "fi", "fo", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr"}  # fmt: skip
"""Languages in which "3." is "third"."""
_DATELINE = re.compile(
    r"""
    (?P<head> (?=[^\W\d_]{3}) [^\Wa-zà-öø-ÿ\d_][^a-zà-öø-ÿ\d(),:;!?"“”—–]{2,40}     # a town in capitals
        (?:,\s (?:[^\W\d_][\w.]+|\d{1,4}) (?:\s (?:[^\W\d_][\w.]+|\d{1,4}))? ){0,3}    # its country, the date
        (?:\s\([\w\x20/.-]{2,20}\))? )                                                 # the agency
    \s[-–—]{1,2}\s+ (?=["“«‘']?[^\W\d_a-zà-öø-ÿ])
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"(?=[^:]*[^\W\d_]{4})[^\W\d_a-zà-öø-ÿ][^a-zà-öø-ÿ\d(),:;!?.\"“”]{2,30}(?=:\s+\S)")
_LEAST = 20
"""Code points that follow a dateline: less is no report."""


def item(text: str, language: str) -> int:
    """Tell how long the number, letter or emoji of an item is that a text begins with, its space included; 0 without one."""
    pictures = _PICTURES.match(text)
    start = pictures.end() if pictures else 0
    found = (_ITEM if base(language) in _ORDINAL else _NUMBERED).match(text, start)
    return found.end() if found else start


def dateline(text: str) -> tuple[Span, Span] | None:
    """Find "KABUL, Oct 12 (AFP)" at the head of a text, and what follows the dash; None where there is no such thing."""
    found = _DATELINE.match(text)
    if not found or not any(map(str.isupper, found["head"].split()[0])) or len(text) - found.end() < _LEAST:
        return None
    return found.span("head"), (found.end(), len(text))


def label(text: str) -> int:
    """Tell how long a label in capitals is that a text begins with ("TENNIS: ..."), without its colon; 0 without one."""
    found = _LABEL.match(text)
    return found.end() if found else 0
