"""Languages as termbases write them: tags in every spelling, ISO 639-2 codes, names in some twenty languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from localize.glossary.table.columns import parse
from localize.languages import NAMES, base

_EXTRAS = re.compile(r"[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}|[A-Za-z0-9]-.*)$")
_CODED = re.compile(r"(?:lang|language|locale)[-_:]", re.IGNORECASE)
_WORD = re.compile(r"[\w'.]+")
_BEHIND = re.compile(r"\b(?:international|modern|sort|only)\b")
"""What programs of the Windows world add to the name of a country: "Spanish (Spain, International Sort)"."""
_MOST_LETTERS = 64


@lru_cache(maxsize=1024)
def tag_of(text: str) -> str:
    """Give the BCP 47 tag that a text means; empty when it means no language.

    ``pt_br``, ``POR``, ``Portuguese``, ``Portuguese (Brazil)``, ``português do Brasil``, ``English_United_Kingdom``,
    ``lang-pt`` and ``de-CH-1996`` (without the variant) are understood.
    """
    text = _CODED.sub("", text.strip())[:_MOST_LETTERS]
    tag = _known(text) or _named(text)
    while not tag and _EXTRAS.search(text):
        text = _EXTRAS.sub("", text)
        tag = _known(text)
    return tag


def folded(text: str) -> str:
    """Give the words of a text without case, accents and punctuation: ``Português (Brasil)`` is ``portugues brasil``."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("_", " ").replace("’", "'"))
    return " ".join(_WORD.findall("".join(one for one in apart if not unicodedata.combining(one))))


class _Names(NamedTuple):
    """What ``names.toml`` says, by folded name or by code."""

    languages: dict[str, str]
    regions: dict[str, str]
    codes: dict[str, str]


@cache
def _names() -> _Names:
    text = resources.files(__package__).joinpath("names.toml").read_text("utf-8")
    table = tomllib.loads(text)
    languages = {folded(name): tag for tag, names in table["languages"].items() for name in names}
    languages |= {folded(name): tag for tag, name in NAMES.items()}
    regions = {
        folded(name): code
        for part in ("regions", "scripts")
        for code, names in table[part].items()
        for name in names
    }
    own = {
        name: tag for name, tag in languages.items() if name not in regions
    }  # "Portugal" but for its accent
    return _Names(own, regions, table["codes"])


def _known(text: str) -> str:
    """Give the tag if a glossary could have a column of that name; ``id`` is Indonesian here."""
    text = text.replace("_", "-")
    first, mark, rest = text.partition("-")
    if len(first) == 3 and first.isascii():
        text = _names().codes.get(first.lower(), first) + mark + rest
    (column,), _ = parse(["id-ID" if text.lower() == "id" else text])
    return column.language if column.role == "term" else ""


def _named(text: str) -> str:
    """Give the tag of a language's name, perhaps with a region or a script before or behind it."""
    name = _BEHIND.sub("", folded(text)).strip()
    found = _names()
    if name in found.languages:
        return _known(found.languages[name])
    parts = name.split()
    for cut in range(1, len(parts)):
        first, last = " ".join(parts[:cut]), " ".join(parts[cut:])
        for language, region in ((first, last), (last, first)):
            tag = found.languages.get(language) or (_known(language) if len(language) == 2 else "")
            code = found.regions.get(region) or _code(region, text)
            if tag and code:
                return _known(f"{base(tag)}-{code}")
    return ""


def _code(region: str, text: str) -> str:
    """Give a region that is written as a code of two capitals."""
    code = region.upper()
    return code if re.fullmatch("[A-Z]{2}", code) and code in text else ""
