"""Ways to read one written number, without regard to what stands around it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = int | Fraction
Reading = tuple[Value, ...]

HALF = Fraction(1, 2)
FRACTIONS = {"½": HALF, "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

_GROUPED = re.compile(r"[1-9]\d{0,2}([^\d])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3}")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_DIGITS = 40
"""Digits above which a number is compared in parts only, so that no input makes arithmetic slow."""


def parse(raw: str, sign: str) -> Value | None:
    """Read digits with group marks and a decimal sign; None when they are not well-formed by that sign.

    Groups have three digits, or two as in India; the mark between them is always the same.
    """
    other = "," if sign == "." else "."
    ascii_digits = re.sub(r"\d", lambda digit: str(int(digit.group())), raw)
    whole, point, fraction = ascii_digits.replace("٫", sign).replace("٬", other).partition(sign)
    if point and not fraction.isdecimal():
        return None
    if not whole.isdecimal() and not _GROUPED.fullmatch(whole):
        return None
    digits = re.sub(r"\D", "", whole)
    if len(digits) + len(fraction) > _DIGITS:
        return None
    return Fraction(f"{digits}.{fraction}") if fraction else int(digits)


def clock(hour: int, minute: int, half: str) -> tuple[Reading, ...]:
    """Read a time of day by the clocks of 12 and of 24 hours; *half* is ``a``, ``p`` or empty.

    A full hour may stand without its minutes.
    """
    hours = {hour: None}
    if hour > 12:
        hours[hour - 12] = None
    if half == "p" and hour < 12:
        hours[hour + 12] = None
    if hour in {0, 24} or (hour == 12 and half == "a"):
        hours.update({0: None, 12: None, 24: None})
    full = tuple((h, minute) for h in hours)
    return full if minute else full + tuple((h,) for h in hours)


def roman(numeral: str) -> int:
    """Read a Roman numeral of capital letters up to C; any such letters have a value."""
    total = 0
    for letter, following in zip(numeral, f"{numeral[1:]}I", strict=True):
        value = _ROMAN[letter]
        total += value if value >= _ROMAN[following] else -value
    return total


def compose(values: Sequence[Value], *, twenties: bool = False) -> Value:
    """Work out a number from the values of its words, in the order in which they stand.

    From 1000 on a word multiplies what stands before it, as do 100 and 12 (a dozen) after a smaller number; all
    others add up. A half after a multiplier is half of that. *twenties*: four and twenty are eighty, as in French.
    """
    total: Value = 0
    current: Value = 0
    factor: Value = 1
    for value in values:
        if value == HALF and not current and total:
            total += factor * HALF
        elif value >= 1000:
            total = (total + current or 1) * value if total < value else total + (current or 1) * value
            current, factor = 0, value
        elif (value == 100 and 1 <= current < 100) or (value == 12 and 1 <= current < 12):
            current *= value
        elif twenties and value == 20 and current % 100 == 4:
            current += 76
        else:
            current += value
    return total + current


def multiply(value: Value, factors: Sequence[Value]) -> Value:
    """Apply the words behind digits, at least one: "5" with million and half is 5,500,000, with half and million, too."""
    if factors[0] == HALF:
        value, factors = value + HALF, factors[1:]
    product = compose([1, *(factor for factor in factors if factor != HALF)])
    return value * product + (product * HALF if HALF in factors else 0)
