"""Find the numbers of a text: digits, clock times, number words, months, Roman numerals.

A number may be read in several ways ("1,200" in Spanish, "4:44 p.m."), so each has a set of readings, and each
reading is the numbers that it consists of.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from localize.checks.numerals import ABBREVIATIONS, COMPOUNDING, CONNECTORS, MONTHS, WORDS, decimal_signs
from localize.checks.readings import FRACTIONS, HALF, Reading, Value, clock, compose, multiply, parse, roman
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Span

_PATTERN = r"""
    (?<![\w.,:]) (?P<hour>\d{1,2}) (?:
        \s?[:hH]\s?(?P<minute>[0-5]\d)(?![\d:]) (?:\s?(?P<half>[ap])\.?\s?m\b)?
        | (?:\.(?P<dotted>[0-5]\d))? \s?(?P<mark>[ap])\.?\s?m\b
    )
    | (?P<number>\d{1,40}(?:[.,'’٫٬]\d{1,40}|[ \u00a0\u202f]\d{3}(?!\d))*)(?:\s?(?P<vulgar>[½¼¾]))?
    | (?P<alone>[½¼¾])
    | (?P<roman>\b[IVXLC]{1,7}\b)
    | (?P<word>[^\W\d_]{1,%s})
"""
_SPACED = re.compile(_PATTERN % 40, re.VERBOSE)
_UNSPACED = re.compile(_PATTERN % 1, re.VERBOSE)
_CJK = {"ja", "ko", "zh"}
_GAP = re.compile(r"\s?-?\s?")
_IDENTIFIER = re.compile(r"[.-]\w")
_TIMELIKE = re.compile(r"(?:[01]?\d|2[0-4])[.][0-5]\d")
_MILITARY = {"gmt", "hours", "hrs", "utc", "z"}

_RANGE_GAP = 9
"""Characters between the halves of a range that share a multiplier ("between $3 and $5 billion")."""

_PHRASE = 12
"""Words of one number that are looked at."""


class Quantity(NamedTuple):
    """A number in a text.

    Attributes:
        text: As it is written, with the words that multiply it.
        span: Place in the text.
        readings: Ways to read it.
        spelled: True when there is no digit in it: it may vouch for a number of the other text, but need not be there.
        scale: What the words after the digits multiply them by.
    """

    text: str
    span: Span
    readings: tuple[Reading, ...]
    spelled: bool = False
    scale: Value = 1


def quantities(text: str, language: str, *, mantissa: bool = False) -> list[Quantity]:
    """Find the numbers of a text, in order.

    Args:
        text: Plain text.
        language: BCP 47 tag; ``und`` when it is not known.
        mantissa: Read "5 billion" as 5, too, for comparison with a language whose large numbers are not known here.
    """
    found = list(_Reader(text, language, mantissa=mantissa).read())
    for at, (this, following) in enumerate(pairwise(found)):
        gap = following.span[0] - this.span[1]
        if not this.spelled and this.scale == 1 and following.scale != 1 and gap <= _RANGE_GAP:
            shared = tuple((r[0] * following.scale,) for r in this.readings if len(r) == 1)
            found[at] = this._replace(readings=this.readings + shared)
    return found


def spells(language: str) -> bool:
    """Tell whether the small numbers of a language are known as words."""
    return 1 in WORDS.get(base(language), {}).values()


class _Reader:
    """Reads the numbers of one text."""

    def __init__(self, text: str, language: str, *, mantissa: bool) -> None:
        primary = base(language)
        self._text = text
        self._mantissa = mantissa
        self._language = primary
        self._words = WORDS.get(primary, {})
        self._connectors = CONNECTORS.get(primary, set())
        self._months = MONTHS.get(primary, "").split()
        self._beginnings = f" {MONTHS.get(primary, '')}"
        self._signs = decimal_signs(language)
        self._tokens = list((_UNSPACED if primary in _CJK else _SPACED).finditer(text))

    def read(self) -> Iterator[Quantity]:
        """Yield the numbers in order."""
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            quantity, last = None, at
            if token["hour"]:
                minute = int(token["minute"] or token["dotted"] or 0)
                readings = clock(int(token["hour"]), minute, token["half"] or token["mark"] or "")
                quantity = Quantity(token.group(), token.span(), readings)
            elif token["number"] or token["alone"]:
                quantity, last = self._digits(at)
            elif token["roman"]:
                quantity = Quantity(token.group(), token.span(), ((roman(token.group()),),), spelled=True)
            elif not self._plain(token):
                quantity, last = self._words_at(at)
            if quantity:
                yield quantity
            at = last + 1

    def _plain(self, token: re.Match[str]) -> bool:
        """Tell quickly, as far as that goes, that a word is no number and no month."""
        key = token["word"].casefold()
        return (
            key not in self._words
            and self._language not in COMPOUNDING
            and not self._text.startswith("-", token.end())
            and f" {key}" not in self._beginnings
        )

    def _digits(self, at: int) -> tuple[Quantity, int]:
        """Read a number in digits with the words that multiply it; give the last token that it takes up, too."""
        plain = self._readings(self._tokens[at])
        factors, last = self._phrase(at + 1, factors=True)
        rest: Value = 0
        tail = factors
        while (
            self._language in _CJK
            and tail
            and self._touches(last)
            and (more := self._tokens[last + 1]["number"])
        ):
            tail, last = self._phrase(last + 2, factors=True)
            digits = int(re.sub(r"\D", "", more)[:40])
            rest += multiply(digits, tail) if tail else digits
        span = self._tokens[at].start(), self._tokens[last].end()
        text = self._text[slice(*span)]
        if not factors:
            return Quantity(text, span, plain + self._alternatives(at, plain)), last
        readings: tuple[Reading, ...] = tuple((multiply(r[0], factors) + rest,) for r in plain if len(r) == 1)
        if self._mantissa or not readings:
            readings += plain
        if factors == [HALF]:  # half past, in languages that say so after the hour
            readings += (*plain, *((*reading, 30) for reading in plain))
        return Quantity(text, span, readings, scale=multiply(1, factors) if factors != [HALF] else 1), last

    def _readings(self, token: re.Match[str]) -> tuple[Reading, ...]:
        """Read digits by the decimal sign of the language, else by the other one, else as several numbers."""
        if token["alone"]:
            part = FRACTIONS[token["alone"]]
            return ((part,), (part.numerator, part.denominator))
        raw = token["number"]
        own = [value for sign in self._signs if (value := parse(raw, sign)) is not None]
        values = own or [value for sign in ".," if (value := parse(raw, sign)) is not None]
        if token["vulgar"]:
            values = [value + FRACTIONS[token["vulgar"]] for value in values]
        readings: tuple[Reading, ...] = tuple((value,) for value in dict.fromkeys(values))
        readings += tuple((int(value), HALF) for value in values if value % 1 == HALF)  # two hours and a half
        several = (
            re.search(r"\s", raw) or _TIMELIKE.fullmatch(raw) or _IDENTIFIER.match(self._text, token.end())
        )
        if not own or several:
            readings += (tuple(int(part) for part in re.split(r"\D", raw)),)
        return readings

    def _alternatives(self, at: int, plain: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """Read "5m" as five million, too, and "2000 GMT" as a time of day."""
        if not self._touches(at):
            return ()
        key = (self._tokens[at + 1]["word"] or "").casefold()
        if factor := ABBREVIATIONS.get(key):
            return tuple((reading[0] * factor,) for reading in plain if len(reading) == 1)
        raw = self._tokens[at]["number"] or ""
        if key in _MILITARY and re.fullmatch(r"[012]\d[0-5]\d", raw):
            return clock(int(raw[:2]), int(raw[2:]), "")
        return ()

    def _words_at(self, at: int) -> tuple[Quantity | None, int]:
        """Read a number in words, or the name of a month; give the last token that it takes up, too."""
        values, last = self._phrase(at)
        span = self._tokens[at].start(), self._tokens[last].end()
        text = self._text[slice(*span)]
        if values:
            total = compose(values, twenties=self._language == "fr")
            readings: list[Reading] = [(value,) for value in (*values, total)]
            if 10 <= values[0] <= 20 and 1 < len(values) <= 3:
                readings.append((values[0] * 100 + sum(values[1:]),))  # nineteen forty-five
            if HALF in values:
                readings += [(1,), (2,), (50,)]  # 1/2, 50 %
            return Quantity(text, span, tuple(readings), spelled=True), last
        key = text.casefold()
        months = [
            number for number, name in enumerate(self._months, 1) if len(key) > 2 and name.startswith(key)
        ]
        if months:
            return Quantity(text, span, tuple((month,) for month in months), spelled=True), at
        return None, at

    def _phrase(self, start: int, *, factors: bool = False) -> tuple[list[Value], int]:
        """Collect the values of the number words from a token on, and the last token that belongs to them.

        With *factors* only what can stand behind digits: multipliers, and halves behind a connector.
        """
        values: list[Value] = []
        at, last = start, start - factors
        connected = False
        while at < len(self._tokens) and len(values) < _PHRASE:
            if (at > start or factors) and not self._touches(at - 1):
                break
            key = (self._tokens[at]["word"] or "").casefold()
            found, used = self._lookup(at, key)
            if factors and not all(
                v == HALF or (not connected and (v >= 1000 or v in {12, 100})) for v in found
            ):
                break
            if not found and not (key in self._connectors and (values or factors)):
                break
            values += found
            connected = not found
            last = at + used - 1 if found else last
            at += used
        return values, last

    def _lookup(self, at: int, key: str) -> tuple[list[Value], int]:
        """Give the values of a word and the number of tokens it takes up ("meio-dia" is two)."""
        if (
            at + 1 < len(self._tokens)
            and self._text[self._tokens[at].end() : self._tokens[at + 1].start()] == "-"
        ):
            double = f"{key}-{self._tokens[at + 1].group().casefold()}"
            if double in self._words:
                return [self._words[double]], 2
        if key in self._words:
            return [self._words[key]], 1
        return (self._split(key) if self._language in COMPOUNDING else []), 1

    def _split(self, word: str) -> list[Value]:
        """Take a compound ("dreihundertzwanzig") apart into number words; empty when it is none."""
        values: list[Value] = []
        while word:
            heads = (word[:size] for size in range(len(word), 1, -1))
            piece = next((head for head in heads if head in self._words or head in self._connectors), None)
            if piece is None:
                return []
            values += [self._words[piece]] if piece in self._words else []
            word = word[len(piece) :]
        return values

    def _touches(self, at: int) -> bool:
        """Tell whether at most a space and a hyphen stand between a token and the next."""
        if not 0 <= at < len(self._tokens) - 1:
            return False
        return bool(_GAP.fullmatch(self._text, self._tokens[at].end(), self._tokens[at + 1].start()))
