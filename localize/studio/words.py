"""The words of the pages in the reader's language."""

from __future__ import annotations

import gettext
import io
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from localize.exchange.catalogue import compile_catalogue
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = {"en": "English", "ar": "العربية", "es": "Español", "pt": "Português"}
"""Languages of the pages, by tag, each with its own name."""

_THOUSANDS = {"en": ",", "ar": ",", "es": "\u202f", "pt": "."}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@cache
def words(language: str) -> gettext.NullTranslations:
    """Load the catalogue of a language; English needs none."""
    if language == "en":
        return gettext.NullTranslations()
    text = (files("localize.studio") / "po" / f"{language}.po").read_text(encoding="utf-8")
    return gettext.GNUTranslations(io.BytesIO(compile_catalogue(text)))


def choose(accepted: str) -> str:
    """Choose the first language that a browser asks for (``Accept-Language``) and that the pages have, else English."""
    return next((tag for tag in _wanted(accepted) if tag in LANGUAGES), "en")


def number(value: int, language: str) -> str:
    """Write a number the way the readers of a language do: 12,345; 12.345; 12 345."""
    return f"{value:,}".replace(",", _THOUSANDS[language])


def direction(tag: str) -> str:
    """Tell in which direction a language is written: ``rtl`` or ``ltr``."""
    return "rtl" if base(tag) in _RIGHT_TO_LEFT or "-Arab" in tag or "-Hebr" in tag else "ltr"


def _wanted(accepted: str) -> Iterator[str]:
    """Yield the languages of ``Accept-Language``, the dearest first."""
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted[:500].split(",")):
        tag, _, weight = part.partition(";")
        try:
            dear = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            dear = 0.0
        weighed.append((-dear, place, base(tag.strip().lower())))
    yield from (tag for _, _, tag in sorted(weighed))
