"""Words of a text and of a term, written so that spelling habits do not matter.

A *key* is the common spelling of a term: words in NFKC, case-folded, and what stands between them. White space, a
hyphen and a non-breaking hyphen are one and the same there, and so are straight and curly apostrophes: "Secretary-
General's" and "secretary general’s" have the key ``secretary general's``.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0898-\u08e1"
    "\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75\u0a81-\u0ae3\u0afa-\u0b63\u0b82-\u0bd7\u0c00-\u0c63\u0c81-\u0c83"
    "\u0cbc-\u0d4d\u0d57-\u0d63\u0d81-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u0f18-\u0f19\u0f35\u0f37\u0f39"
    "\u0f3e-\u0f84\u0f86-\u0fbc\u0fc6\u102b-\u103e\u1056-\u109d\u135d-\u135f\u1712-\u1734\u1752-\u17d3\u17dd"
    "\u180b-\u180d\u180f-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37"
    "\u1cd0-\u1cd2\u1cd4-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099-\u309a\ua66f-\ua672"
    "\ua674-\ua67d\ua69e-\ua6f1\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1\ua8ff-\ua92d\ua947-\ua953"
    "\ua980-\ua9c0\ua9e5-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
"""Combining marks of Unicode 14 (general categories Mn, Mc, Me), joined over letters; Python's ``\\w`` has none."""

_IGNORED = "\u00ad\u200c\u200d\u2060\ufeff"
"""Soft hyphen, joiners and byte order mark: nobody sees them inside a word."""

WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}{_IGNORED}]+[^\W_]*)*")
"""A run of letters, digits and their marks. An underscore, apostrophe or hyphen ends it."""

APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`\uff07"
HYPHENS = "-\u2010\u2011\ufe63\uff0d"

_LONGEST_JOINT = 8
"""Marks between two words of one term."""
_DROPPED = dict.fromkeys(map(ord, _IGNORED))
QUOTES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
"""Makes all apostrophes straight (``str.translate``)."""
_SIMPLE = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")


def fold(word: str) -> str:
    """Write a word the common way: NFKC, case-folded, without invisible characters."""
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", plain(word).casefold())


def plain(word: str) -> str:
    """Write a word in NFKC without invisible characters, letter case as it is."""
    return word if word.isascii() else unicodedata.normalize("NFKC", word.translate(_DROPPED))


def joint(between: str) -> str | None:
    """Write what stands between two words of a term the common way; None when it parts them.

    White space (with one soft line end at most) and a hyphen are a space. Other marks lose the space around them:
    "AT & T" is "AT&T", "St. Paul" is "St.Paul". An empty line parts words, and so does a long run of marks.
    """
    if between == " ":
        return between
    ends = between.count("\n") + between.count("\r") - between.count("\r\n")
    marks = between.strip()
    if not between or ends > 1 or len(marks) > _LONGEST_JOINT:
        return None
    if (
        not marks
        or marks == "\u200b"
        or (marks in HYPHENS and between[0] == marks and (marks == between or ends))
    ):
        return " "
    return "".join(unicodedata.normalize("NFKC", between.translate(QUOTES)).casefold().split())


def key_of(text: str) -> str:
    """Give the key of a term as a glossary spells it, from its first word to its last; empty without a word."""
    if _SIMPLE.fullmatch(text):
        return text.lower()
    parts: list[str] = []
    end = 0
    for word in WORD.finditer(text):
        if parts:
            between = text[end : word.start()]
            parts.append(joint(between) or " ")
        parts.append(fold(word[0]))
        end = word.end()
    return "".join(parts)


def edges(text: str) -> tuple[str, str]:
    """Give what a term has before its first and after its last word, a final full stop left out.

    ``C++`` has ("", "++"), ``.NET`` (".", ""), ``U.S.`` and ``Inc.`` ("", ""): a stop at the end may be missing in
    the text.
    """
    words = list(WORD.finditer(text))
    if not words:
        return text, ""
    head, tail = text[: words[0].start()], text[words[-1].end() :].translate(QUOTES)
    return head.translate(QUOTES), "" if tail == "." else tail
