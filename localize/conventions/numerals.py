"""Decimal signs and thousands: numbers that the translation has from the source are written as the region does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.conventions.locales import Locale

_UNIT = r"(?:x|[kcmµ]?m|[kmµ]?g|[kMGT]?W|[kMGT]B|[kMG]?Hz|mAh|mph|ml|[lLCF])\b"
_NUMBER = re.compile(rf"(?<![\w.,:/])[0-9]+(?:[.,'’ \u00a0\u202f][0-9]+)*(?!(?!{_UNIT})\w|[.,:/][0-9])")
_GROUPED = re.compile(r"[0-9]{1,3}([.,'’ \u00a0\u202f])[0-9]{3}(?:\1[0-9]{3})*")
_CODES = "USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|CNY|RMB|INR|BRL|MXN|ZAR|SEK|NOK|DKK|PLN|CZK|HUF|KRW|HKD|SGD|TRY|RUB|UAH|Rs"
_SIGN_BEFORE = re.compile(rf"(?:[$€£¥₹×÷±≤≥≈]|\b(?:{_CODES})\.?)\s?$")
_SIGN_AFTER = re.compile(rf"\s?(?:[%‰°$€£¥₹×÷±]|(?:{_CODES})\b)|{_UNIT}")
_BILLIONS = re.compile(r"\s?(?:bil|tril)", re.IGNORECASE)
_SHORT = re.compile(r"(?<=\d)(?:k|mn?|bn|trn?)\b")
_THOUSAND = 1000

Value = tuple[int, str]
"""A whole part, and the digits after the decimal sign as they are written."""


def numbers(source: str, text: str, *, ours: Locale, theirs: Locale) -> Iterator[Edit]:
    """Yield the edits of numbers that are written by other conventions than the region's.

    Only a number that has exactly one reading with a counterpart in the source is touched; one that can be read by no
    convention ("6.011.48") is read as the number of the source with its digits. One that the engine left as
    the source has it may be the number of a version or a chapter ("Python 3.11"): it is rewritten where a currency, a
    percent or degree sign, or groups of thousands say that it counts something.
    """
    spelled = {match[0] for match in _NUMBER.finditer(_SHORT.sub(" ", source))}
    values: set[Value] = set()
    for raw in spelled:
        value = _parse(raw, theirs.decimal)
        if value:
            values |= {value, *_thousands(value)}
    whole_once = _by_digits(spelled, theirs)
    for match in _NUMBER.finditer(text):
        raw = match[0]
        readings = {value for sign in ".," if (value := _parse(raw, sign)) and value in values}
        if not any(_parse(raw, sign) for sign in ".,"):
            readings = whole_once.get(re.sub(r"\D", "", raw), set())
        if raw in spelled and _BILLIONS.match(text, match.end()):  # copied, words and all: no "3500 millones"
            readings = {value for value in (_parse(raw, theirs.decimal),) if value}
        if len(readings) != 1:
            continue
        if raw in spelled and not (
            _counts(text, match.start(), match.end())
            or _GROUPED.fullmatch(raw)
            or _BILLIONS.match(text, match.end())
        ):
            continue
        whole, fraction = readings.pop()
        grouped = re.match(r"[0-9]{1,3}[^0-9][0-9]{3}(?![0-9])", raw) and whole >= _THOUSAND
        written = f"{whole:,}".replace(",", ours.group) if grouped else str(whole)
        written += ours.decimal + fraction if fraction else ""
        if written != raw:
            yield Edit(match.start(), match.end(), written)


def rewritten(raw: str, *, ours: Locale, theirs: Locale) -> str | None:
    """Write a number as another place does; None when it is not well-formed."""
    value = _parse(raw, theirs.decimal)
    if not value:
        return None
    whole, fraction = value
    grouped = f"{whole:,}".replace(",", ours.group) if theirs.group in raw else str(whole)
    return grouped + (ours.decimal + fraction if fraction else "")


def _parse(raw: str, decimal: str) -> Value | None:
    """Read a number by a decimal sign; None when it is not well-formed by it, or has leading zeros."""
    whole, point, fraction = raw.partition(decimal)
    if point and not fraction.isdecimal():
        return None
    grouped = _GROUPED.fullmatch(whole)
    if not (whole.isdecimal() or (grouped and grouped[1] != decimal)) or (whole[0] == "0" and whole != "0"):
        return None
    return int(re.sub(r"\D", "", whole)[:40]), fraction


def _thousands(value: Value) -> Iterator[Value]:
    """Give a thousand times a number: "3.5 billion" is "3500 millones"."""
    whole, fraction = value
    if len(fraction) <= 3:
        yield whole * _THOUSAND + int(fraction.ljust(3, "0")), ""


def _by_digits(spelled: set[str], theirs: Locale) -> dict[str, set[Value]]:
    """Sort numbers that have both groups and a fraction by their digits: an engine may mix up their signs."""
    found: dict[str, set[Value]] = {}
    for raw in spelled:
        value = _parse(raw, theirs.decimal) if theirs.decimal in raw and theirs.group in raw else None
        if value:
            found.setdefault(re.sub(r"\D", "", raw), set()).add(value)
    return found


def _counts(text: str, start: int, end: int) -> bool:
    """Tell whether a sign next to a number says that it is an amount."""
    return bool(_SIGN_BEFORE.search(text[:start]) or _SIGN_AFTER.match(text, end))
