"""The words of languages: dictionary forms from simplemma, and what it lacks of Portuguese.

The first word of a language loads its dictionary, which takes 0.1 to 5 seconds and some megabytes; nothing is loaded
before. Dictionaries stay packed: Portuguese takes 0.5 s and 20 MB instead of 0.9 s and 120 MB, a new word 15 µs instead of 1.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from localize.languages import base

_DICTIONARIES = {"no": "nb", "sr": "hbs", "hr": "hbs", "bs": "hbs"}
"""Languages that simplemma files under another name."""

COMPLETE = frozenset({"pt"})
"""Languages whose words are known so well that a word that is not among them is worth a look.

``pt.txt`` has what simplemma lacks: adverbs, Brazilian spellings, derivations; words of running text and their regular
forms that a spelling dictionary of Brazil or Portugal accepts. ``pt-names.txt`` has countries, regions, cities and what
else has a Portuguese name of its own, as both write it (the names of territories and of the cities of time zones in
Unicode CLDR, and others): a sentence may begin with one.
"""
NAMED = frozenset({"en", "pt"})
"""Languages with a list of names, ``<language>-names.txt``: countries, regions, cities and what else is always a name."""
_CLITICS = frozenset(
    [
        "a",
        "as",
        "o",
        "os",
        "la",
        "las",
        "lo",
        "los",
        "na",
        "nas",
        "no",
        "nos",
        "lhe",
        "lhes",
        "me",
        "se",
        "te",
        "vos",
    ]
)
_VOWELS = {"á": "ar", "ê": "er", "í": "ir", "i": "ir", "ô": "or"}
_ELSEWHERE = {"ê": "é", "ô": "ó", "Ê": "É", "Ô": "Ó"}
_OPEN = re.compile(r"[êôÊÔ](?=[mn])")
"""Vowels that Brazil writes closed and Portugal open before a nasal: tênue, ténue."""
_KEPT = 65_536
"""Words of which it is remembered whether they are any: texts repeat them, and packed dictionaries answer slowly."""
_PREFIX = 4
"""Letters up to which the first part of a compound may be a prefix: ex-, pré-, anti-."""


def lemma(word: str, language: str) -> str:
    """Give the lemma of a word, or the word itself when the language or the word is not known.

    Args:
        word: One word; letter case counts (German nouns).
        language: BCP 47 tag.
    """
    import simplemma  # noqa: PLC0415 - loading it is only worth while when words of such a language are met

    code = base(language)
    try:
        return str(simplemma.lemmatize(word, lang=_DICTIONARIES.get(code, code), low_memory=True))
    except ValueError:
        return word


@lru_cache(maxsize=_KEPT)
def is_word(word: str, language: str) -> bool:
    """Tell whether the dictionary of a language has a word; True when there is no dictionary."""
    import simplemma  # noqa: PLC0415 - as above

    code = base(language)
    try:
        return bool(simplemma.is_known(word, lang=_DICTIONARIES.get(code, code), low_memory=True))
    except ValueError:
        return True


def is_name(word: str, language: str) -> bool:
    """Tell whether a word with this capital is a place or another name that a language of ``NAMED`` always writes so."""
    code = base(language)
    return code in NAMED and word in _more(f"{code}-names")


def attested(word: str, language: str) -> bool:
    """Tell whether a language of ``COMPLETE`` has a word, or all parts of a compound with hyphens; True for other languages."""
    code = base(language)
    if code not in COMPLETE:
        return True
    first, *rest = re.split(r"[-‑]", unicodedata.normalize("NFC", word))
    if not rest:
        return _has(first, code)
    if rest[-1].lower() in _CLITICS:
        verb = first[:-1] + _VOWELS.get(first[-1:], first[-1:])
        return _has(first, code) or _has(verb, code) or _has(f"{first}s", code)
    return all(len(part) <= _PREFIX or _has(part, code) for part in (first, *rest))


def _has(word: str, code: str) -> bool:
    known = word in _more(f"{code}-names") or word.lower() in _more(code) or is_word(word, code)
    return known or (
        _OPEN.search(word) is not None and is_word(_OPEN.sub(lambda v: _ELSEWHERE[v[0]], word), code)
    )


@cache
def _more(name: str) -> frozenset[str]:
    text = files("localize.lexicon").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.split("\n"))
