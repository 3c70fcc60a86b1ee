"""Check of dates in words: an engine that turns Monday into Tuesday. Their numbers are the business of ``numbers``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from localize.checks.base import Problem, quote
from localize.checks.numerals import MONTHS
from localize.languages import Pair, base
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Span, Translation

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
}
_SHORT = {"pt": "segunda terça quarta quinta sexta sábado domingo", "de": "_ _ _ _ _ Sonnabend _"}
"""Other names of the same days; they vouch for a day, but alone they may be other words."""
_OTHER_WORDS = {"en": {"march", "may"}, "fr": {"mars"}}
"""Months that are other words, too: they count beside a number only."""


class _Name(NamedTuple):
    """A name of a day or month in a text: its number, from 0."""

    number: int
    span: Span


def date_changed(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report weekdays and months of which the translation has another one instead.

    Read are English, Portuguese, Spanish, French, German and Italian. "On Monday" may become "today", and "May" a number;
    "terça-feira" it may not become. May and March, which are other words, too, count beside a number only.
    """
    source, target = translation.segment.source.plain, translation.target.plain
    ours, theirs = base(pair.source), base(pair.target)
    if not {ours, theirs} <= MONTHS.keys() & _WEEKDAYS.keys():
        return
    for names, vouched in ((_days, _day_vouched), (_months, _month_vouched)):
        lost = [one for one in names(source, ours) if not vouched(one.number, target, theirs)]
        if not lost:
            continue
        added = [one for one in names(target, theirs) if not vouched(one.number, source, ours)]
        if added:
            words = quote(source[slice(*lost[0].span)]), quote(target[slice(*added[0].span)])
            yield Problem(Message("%(old)s became %(new)s", old=words[0], new=words[1]), lost[0].span)


def _days(text: str, language: str) -> list[_Name]:
    """Find the weekdays: with the capital or small letter that the language writes them with, for others are names."""
    names = _WEEKDAYS[language].split()
    return [_Name(names.index(one.group()), one.span()) for one in _words(tuple(names)).finditer(text)]


def _day_vouched(number: int, text: str, language: str) -> bool:
    names = [_WEEKDAYS[language].split()[number]]
    if language in _SHORT:
        names.append(_SHORT[language].split()[number])
    return _has(names, text)


def _months(text: str, language: str) -> list[_Name]:
    names = MONTHS[language].split()
    return [
        _Name(names.index(one.group().casefold()), one.span())
        for one in _folded(tuple(names)).finditer(text)
        if one.group().casefold() not in _OTHER_WORDS.get(language, ()) or _beside_number(text, one.span())
    ]


def _month_vouched(number: int, text: str, language: str) -> bool:
    """Tell whether a text has a month: its name, the beginning of it, or its number in a date in digits."""
    name = MONTHS[language].split()[number]
    beginnings = [name[:length] for length in range(3, len(name) + 1)]
    return _has(beginnings, text) or bool(
        re.search(rf"(?<=\d[./-])0?{number + 1}(?!\d)|(?<!\d)0?{number + 1}(?=[./-]\d)", text)
    )


def _beside_number(text: str, span: Span) -> bool:
    before, after = text[: span[0]], text[span[1] :]
    return bool(re.search(r"\d(?:st|nd|rd|th|er)?(?:\s+of)?\s+$", before) or re.match(r"\.?,?\s+\d", after))


def _has(names: Sequence[str], text: str) -> bool:
    return bool(_folded(tuple(names)).search(text))


@cache
def _words(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


@cache
def _folded(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
