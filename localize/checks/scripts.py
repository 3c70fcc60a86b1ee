"""Writing systems: which letters belong to which, and which a language is written in."""

from __future__ import annotations

import re

from localize.languages import base

LATIN = "A-Za-zªºÀ-ÖØ-öø-ɏɐ-ʯḀ-ỿ"
LETTERS = {
    "Arabic": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Armenian": "\u0531-\u0556\u0561-\u0587",
    "Bengali": "\u0985-\u09b9\u09dc-\u09e1",
    "Burmese": "\u1000-\u102a\u103f",
    "Cyrillic": "\u0400-\u052f",
    "Devanagari": "\u0904-\u0939\u0958-\u0961",
    "Georgian": "\u10a0-\u10ff",
    "Greek": "\u0370-\u0373\u0376-\u0377\u0386-\u03ff\u1f00-\u1fff",
    "Gujarati": "\u0a85-\u0ab9",
    "Gurmukhi": "\u0a05-\u0a39",
    "Han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "Hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "Hebrew": "\u05d0-\u05ea",
    "Kana": "\u3041-\u3096\u30a1-\u30fa",
    "Kannada": "\u0c85-\u0cb9",
    "Khmer": "\u1780-\u17b3",
    "Lao": "\u0e81-\u0eb0",
    "Malayalam": "\u0d05-\u0d39",
    "Sinhala": "\u0d85-\u0dc6",
    "Tamil": "\u0b85-\u0bb9",
    "Telugu": "\u0c05-\u0c39",
    "Thai": "\u0e01-\u0e33",
}
"""Letters of the scripts other than Latin, as regular expression ranges (Unicode blocks, marks and signs left out)."""

_BEYOND_LATIN = re.compile(f"[{''.join(LETTERS.values())}]")

_WRITTEN_IN = {
    "ar": ("Arabic",), "be": ("Cyrillic",), "bg": ("Cyrillic",), "bn": ("Bengali",), "el": ("Greek",),
    "fa": ("Arabic",), "gu": ("Gujarati",), "he": ("Hebrew",), "hi": ("Devanagari",), "hy": ("Armenian",),
    "ja": ("Han", "Kana"), "ka": ("Georgian",), "kk": ("Cyrillic",), "km": ("Khmer",), "kn": ("Kannada",),
    "ko": ("Hangul", "Han"), "ky": ("Cyrillic",), "lo": ("Lao",), "mk": ("Cyrillic",), "ml": ("Malayalam",),
    "mn": ("Cyrillic",), "mr": ("Devanagari",), "my": ("Burmese",), "ne": ("Devanagari",), "pa": ("Gurmukhi",),
    "ru": ("Cyrillic",), "si": ("Sinhala",), "sr": ("Cyrillic", "Latin"), "ta": ("Tamil",), "te": ("Telugu",),
    "th": ("Thai",), "uk": ("Cyrillic",), "ur": ("Arabic",), "zh": ("Han",),
}  # fmt: skip
"""By primary language subtag; every other language of ``languages.NAMES`` is written in Latin letters."""

_SUBTAGS = {"Arab": "Arabic", "Cyrl": "Cyrillic", "Deva": "Devanagari", "Latn": "Latin"}
"""ISO 15924 codes that a tag may carry where the language alone does not tell."""


def written_in(language: str) -> frozenset[str]:
    """Name the scripts of a language; a script subtag (``sr-Latn``) wins over the table."""
    for code, script in _SUBTAGS.items():
        if f"-{code}" in language:
            return frozenset((script,))
    return frozenset(_WRITTEN_IN.get(base(language), ("Latin",)))


def beyond_latin(text: str) -> bool:
    """Tell whether a text has letters of any script other than Latin."""
    return _BEYOND_LATIN.search(text) is not None


def runs(text: str, script: str) -> list[str]:
    """Find the runs of letters of one script, in order."""
    return re.findall(f"[{LATIN if script == 'Latin' else LETTERS[script]}]+", text)
