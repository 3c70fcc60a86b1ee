"""What is known of a language and region: read from ``locales.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

HUBS = {"en": ("en-001", {"US"}), "es": ("es-419", {"ES"}), "pt": ("pt-PT", {"BR"})}
"""Languages of which most regions do as one group does (CLDR ``parentLocales``), and the regions that do not."""

_FRENCH = {":": "\u00a0", ";": "\u202f", "!": "\u202f", "?": "\u202f"}
_SPACES = {"fr": (_FRENCH, "\u00a0"), "fr-CA": ({":": "\u00a0"}, "\u00a0"), "fr-CH": (_FRENCH, "\u202f")}
"""Spaces before marks, and within quotation marks. CLDR has none.

Sources: Lexique des règles typographiques en usage à l'Imprimerie nationale; Office québécois de la langue française,
Banque de dépannage linguistique; Guide du typographe (Lausanne).
"""


class Locale(NamedTuple):
    """How a language, in a region, writes.

    Attributes:
        quotes: Opening and closing mark, and the two of a quotation within one.
        decimal: Sign before the fraction of a number.
        group: Sign between thousands.
        date: Order of ``d``, ``m`` and ``y``, with the separator between them.
        spaces: Space that stands before a mark.
        inner: Space within quotation marks.
    """

    quotes: tuple[str, str, str, str]
    decimal: str
    group: str
    date: str
    spaces: dict[str, str]
    inner: str


@cache
def locale(tag: str) -> Locale | None:
    """Give what is known of a BCP 47 tag; None when its language is not in the table."""
    table = _table()
    language, *rest = tag.split("-")
    if language not in table:
        return None
    chain = [language]
    hub, apart = HUBS.get(language, ("", set[str]()))
    if hub and rest and rest[-1] not in apart:
        chain.append(hub)
    chain += ["-".join([language, *rest[:size]]) for size in range(1, len(rest) + 1)]
    known: dict[str, Any] = {}
    for step in chain:
        known |= table.get(step, {})
    spaces, inner = _SPACES.get(tag) or _SPACES.get(language, ({}, ""))
    first, second, third, fourth = known["quotes"].split()
    quotes = first, second, third, fourth
    return Locale(quotes, known["decimal"], known["group"], known["date"], spaces, inner)


@cache
def every_decimal(language: str) -> frozenset[str]:
    """Collect the decimal signs that the regions of a language write, the language at large included."""
    rows = (row for tag, row in _table().items() if tag == language or tag.startswith(f"{language}-"))
    return frozenset(row["decimal"] for row in rows if "decimal" in row)


@cache
def every_date(language: str) -> frozenset[str]:
    """Collect the orders of day, month and year in the regions of a language, the language at large included."""
    rows = (row for tag, row in _table().items() if tag == language or tag.startswith(f"{language}-"))
    return frozenset(row["date"] for row in rows if "date" in row)


@cache
def _table() -> dict[str, Any]:
    text = files("localize.conventions").joinpath("locales.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
