"""Scripts of a text, and the languages that a script settles without looking at words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import NamedTuple

from localize.detection.evidence import Evidence

SOLE = {
    "ARMENIAN": "hy", "BENGALI": "bn", "ETHIOPIC": "am", "GEORGIAN": "ka", "GREEK": "el", "GUJARATI": "gu",
    "GURMUKHI": "pa", "HANGUL": "ko", "HEBREW": "he", "KANNADA": "kn", "KHMER": "km", "LAO": "lo",
    "MALAYALAM": "ml", "MYANMAR": "my", "ORIYA": "or", "SINHALA": "si", "TAMIL": "ta", "TELUGU": "te",
    "THAANA": "dv", "THAI": "th", "TIBETAN": "bo",
}  # fmt: skip
"""Scripts that one language writes, for a newspaper's purposes."""

SHARED = frozenset({"LATIN", "CYRILLIC", "ARABIC", "DEVANAGARI"})
"""Scripts of many languages: only words tell which."""

_SYLLABLES = {"HAN": 2.5, "HANGUL": 2.5}
"""Letters of an alphabet that a character of these scripts stands for."""

_FIRST_WORDS = {
    "CJK": "HAN", "HIRAGANA": "HAN", "KATAKANA": "HAN", "IDEOGRAPHIC": "HAN", "BOPOMOFO": "HAN",
    "HALFWIDTH": "HAN", "FULLWIDTH": "LATIN",
}  # fmt: skip
"""Script by the first word of a character's Unicode name, where that word is not the script."""

_STANDARDS = {"zh": "gb2312", "zh-Hant": "big5", "ja": "shift_jis"}
"""The national character set of each language that writes Han characters, by its Python codec."""

_FOREIGN = 4.0
"""Log-odds against a language for each character that its national set lacks."""


class Share(NamedTuple):
    """One script's part of a text: letters (of an alphabet), and share of the whole (0 to 1)."""

    script: str
    letters: float
    share: float


def script(char: str) -> str:
    """Name the script of a character in capitals; signs and unknown scripts give something that is none here."""
    first = unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
    return _FIRST_WORDS.get(first, first)


def shares(prose: str) -> tuple[Share, ...]:
    """Divide a text among the scripts that tell a language, largest share first.

    Latin letters count half beside another script, since articles in all scripts are full of Latin names.
    """
    letters: Counter[str] = Counter()
    for char, count in Counter(prose).items():
        if char.isalpha() or unicodedata.category(char)[0] == "M":
            letters[script(char)] += count
    sizes = {
        name: count * _SYLLABLES.get(name, 1.0)
        for name, count in letters.items()
        if name in SHARED or name in SOLE or name == "HAN"
    }
    weight = {name: size * (0.5 if name == "LATIN" else 1.0) for name, size in sizes.items()}
    whole = sum(weight.values())
    found = [Share(name, size, weight[name] / whole) for name, size in sizes.items()]
    return tuple(sorted(found, key=lambda part: (-part.share, part.script)))


def keep(prose: str, name: str) -> str:
    """Give the words of one script: letters of all others become spaces."""
    others = {ord(char): " " for char in set(prose) if char.isalpha() and script(char) != name}
    return " ".join(prose.translate(others).split())


def known() -> frozenset[str]:
    """List the languages that their script tells, BCP 47."""
    return frozenset({*SOLE.values(), *_STANDARDS})


def sole(name: str) -> Evidence:
    """Give the evidence of a script that only one language writes: three letters are enough."""
    return Evidence({SOLE[name]: 0.0}, known=0.99, reach=1.5)


def han(text: str) -> Evidence:
    """Tell Chinese, Traditional Chinese and Japanese apart.

    Kana from 8 % of the characters on are Japanese. Otherwise the characters tell: GB 2312 (1980) has the
    simplified ones, Big5 (1984) the traditional ones, JIS X 0208 those of Japan, and a text has few characters
    that its own country's set lacks. Japanese without kana is a headline: the longer, the less likely.
    """
    chars = Counter(char for char in text if char.isalpha() and script(char) == "HAN")
    size = chars.total()
    kana = sum(count for char, count in chars.items() if "\u3040" <= char <= "\u30ff" or char >= "\uff66")
    if kana >= 0.08 * size:
        return Evidence({"ja": 0.0}, known=0.99, reach=4.0)
    prior = {"zh": -0.5, "zh-Hant": -1.2, "ja": -2.3 - size / 10}
    missing = {
        tag: sum(count for char, count in chars.items() if not _has(codec, char))
        for tag, codec in _STANDARDS.items()
    }
    return Evidence({tag: prior[tag] - _FOREIGN * missing[tag] for tag in prior}, known=0.99)


def _has(codec: str, char: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
