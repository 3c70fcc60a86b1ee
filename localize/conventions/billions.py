"""A thousand millions in Portuguese: "40 bilhões" in Brazil, "40 mil milhões" in Portugal, and not one here and the other there.

A model that was taught by texts of both mixes them within an article. Portuguese without a region is written as in
Brazil, as the model mostly does. Source: the dictionaries of the two academies, which have the short scale in Brazil and the
long one in Portugal; "bilhão" is spelled so in Brazil alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG = re.compile(r"(?:(?<![\d.,])(\d[\d.,]*)\s|\b([^\W\d_]+)\s)?mil milhões\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:de|v[áa]ri[oa]s|alguns|muitos|poucos|quantos|tantos|os|dois|três|quatro|cinco|seis|sete|oito|nove|dez|\w+enta|vinte|trinta|cem"
    r"|\w+entos)",
    re.IGNORECASE,
)
"""Words before which there are several."""
_SHORT = re.compile(r"(?:\b(?:um|1)\s)?\b(bilhão|bilhões|trilhão|trilhões)\b(?! e mei[oa]\b)", re.IGNORECASE)
_ONE = re.compile(r"1(?:[.,]\d{1,2})?")


def billions(text: str, target: str) -> Iterator[Edit]:
    """Yield the edits that write a thousand millions as the target does.

    Args:
        text: A translation.
        target: BCP 47 tag of Portuguese, with a region or without.
    """
    if target == "pt-PT":
        for found in _SHORT.finditer(text):
            yield from _european(found)
    elif target in {"pt", "pt-BR"}:
        for found in _LONG.finditer(text):
            start = found.end() - len("mil milhões")
            number, word = found.groups()
            if number:
                yield Edit(start, found.end(), "bilhão" if _ONE.fullmatch(number) else "bilhões")
            elif word and _COUNTED.fullmatch(word):
                yield Edit(start, found.end(), "bilhões")
            else:
                yield Edit(start, found.end(), "Um bilhão" if text[start] == "M" else "um bilhão")


def _european(found: re.Match[str]) -> Iterator[Edit]:
    """Yield the edit that writes a Brazilian number as Portugal does: 10^9 "mil milhões", 10^12 "bilião"."""
    word = found[1].lower()
    if word.startswith("b"):
        yield Edit(found.start(), found.end(), "mil milhões")
    else:
        yield Edit(found.start(1), found.end(1), "bilião" if word == "trilhão" else "biliões")
