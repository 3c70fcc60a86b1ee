"""Languages as termbases write them: tags in every spelling, ISO 639-2 codes, English names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from localize.glossary.columns import parse
from localize.languages import NAMES

_THREE_LETTERS = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el",
    "gre": "el", "eng": "en", "spa": "es", "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "heb": "he",
    "hrv": "hr", "hun": "hu", "ita": "it", "jpn": "ja", "kor": "ko", "lit": "lt", "lav": "lv", "mlt": "mt", "nld": "nl",
    "dut": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk",
    "slv": "sl", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk", "zho": "zh", "chi": "zh",
}  # fmt: skip
"""ISO 639-2 codes (both sets) of languages that have a shorter one."""

_REGIONS = {
    "brazil": "BR", "portugal": "PT", "us": "US", "usa": "US", "united states": "US", "uk": "GB", "great britain": "GB",
    "united kingdom": "GB", "canada": "CA", "france": "FR", "spain": "ES", "mexico": "MX", "germany": "DE", "austria": "AT",
    "switzerland": "CH", "belgium": "BE", "australia": "AU", "ireland": "IE", "india": "IN", "argentina": "AR",
    "latin america": "419", "italy": "IT", "netherlands": "NL", "simplified": "Hans", "traditional": "Hant",
    "taiwan": "TW", "china": "CN", "hong kong": "HK",
}  # fmt: skip
_NAME = re.compile(r"([\w ]+?)\s*[(\[,–-]\s*([\w ]+?)[)\]]?")
_EXTRAS = re.compile(r"[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}|[A-Za-z0-9]-.*)$")
_CODED = re.compile(r"(?:lang|language|locale)[-_:]", re.IGNORECASE)


@lru_cache(maxsize=1024)
def tag_of(text: str) -> str:
    """Give the BCP 47 tag that a text means; empty when it means no language.

    ``pt_br``, ``POR``, ``Portuguese``, ``Portuguese (Brazil)``, ``lang-pt`` and ``de-CH-1996`` (without the variant) are
    understood.
    """
    text = _CODED.sub("", text.strip())[:64]
    while _EXTRAS.search(text):
        text = _EXTRAS.sub("", text)
    text = text.replace("_", "-")
    first, _, rest = text.partition("-")
    if first.lower() in _THREE_LETTERS:
        text = _THREE_LETTERS[first.lower()] + (f"-{rest}" if rest else "")
    return _known(text) or _named(text)


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): tag for tag, name in NAMES.items()}


def _known(text: str) -> str:
    """Give the tag if a glossary could have a column of that name; ``id`` is Indonesian here."""
    (column,), _ = parse(["id-ID" if text.lower() == "id" else text])
    return column.language if column.role == "term" else ""


def _named(text: str) -> str:
    """Give the tag of an English name, perhaps with a region behind it."""
    name = text.casefold().strip()
    if name in _names():
        return _names()[name]
    parts = _NAME.fullmatch(name)
    if parts and parts[1] in _names() and parts[2] in _REGIONS:
        return _known(f"{_names()[parts[1]]}-{_REGIONS[parts[2]]}")
    return ""
