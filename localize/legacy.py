"""Text in an encoding that nobody names: the one in which its words look most like words.

Detectors of encodings want pages of text; a glossary is a few words a line, and a subtitle no more. So each encoding is tried, and what it makes of the
bytes above ASCII is looked at: letters of one script in a word, no capital behind a small letter, no sign between letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CODECS = {
    "cp1252": ("Windows-1252", "LATIN"), "cp1250": ("Windows-1250", "LATIN"), "cp1255": ("Windows-1255", "HEBREW"),
    "cp1254": ("Windows-1254", "LATIN"), "cp1257": ("Windows-1257", "LATIN"), "cp1251": ("Windows-1251", "CYRILLIC"), "cp1253": ("Windows-1253", "GREEK"),
    "mac_roman": ("Mac Roman", "LATIN"), "koi8_r": ("KOI8-R", "CYRILLIC"),
    "cp949": ("Windows-949", "HANGUL"), "cp932": ("Shift JIS", "CJK|HIRAGANA|KATAKANA"), "gb18030": ("GB 18030", "CJK"),
    "big5": ("Big5", "CJK"),
}  # fmt: skip
"""Python's codecs with what people call them and the scripts of the letters that they are for; of equals the one in
whose letters some language is written, else the first is taken."""
_ALPHABETS = [
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúü", "áâãàçéêíóôõúü", "àèéìíòóùú", "áèéëïóöü", "àåæéêóø", "àáåäéöü", "äåöšž",
        "áæéíðóöúýþ", "äõöüšž", "àçèéíïòóúü", "áéíóú", "çë", "áèéêëíîïóôúû", "áéíóöőúüű", "ąćęłńóśźż", "áčďéěíňóřšťúůýž",
        "áäčďéíĺľňóôŕšťúýž", "ćčđšž", "ăâîşţșț", "çğıöşüâîû", "āčēģīķļņšūž", "ąčęėįšųūž",
    )
]  # fmt: skip
"""Letters beyond ASCII: French, German, Spanish, Portuguese, Italian, Dutch, Danish and Norwegian, Swedish, Finnish, Icelandic,
Estonian, Catalan, Irish, Albanian, Afrikaans; Hungarian, Polish, Czech, Slovak, Croatian, Romanian; Turkish; Latvian, Lithuanian."""

_LOOKED_AT = 200_000
"""Bytes."""
_SAMPLE = 4096
_LEAST = 20
"""Bytes; fewer tell nothing."""
_SURE = 0.9
"""Part of the words that have to look like words for an article to be read."""
_UNSURE = frozenset(["cp949", "cp932", "gb18030", "big5"])
"""Codecs that most bytes of another one are words in, too: good enough for a glossary that is looked over, not for an article."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f\x80-\x9f]")
_MANY = 4
"""Letters beyond ASCII that are right for each that is wrong, from which on a text is UTF-8 with mistakes."""
_BEYOND = re.compile(r"[^\x00-\x7f\ufffd]")
_RUN = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"[^\W\d_][^\w\s'’.,:;/|\t\"()-][^\W\d_]")
_USUAL = frozenset("«»“”‘’„‚–—…€£§°ºª·¿¡©®™•№´ \u00a0\u3000、。「」・（），；：")


def likely(data: bytes) -> str:
    """Give the codec of a text that is not UTF-8; empty if no encoding makes words of it, and signs of no kind else."""
    if len(data) < _LEAST:
        return ""
    codec = unmarked(data) or tell(data)
    if codec in _UNSURE or (codec in CODECS and _score(data[:_LOOKED_AT], codec) < _SURE):
        return ""
    try:
        text = data.decode(codec)
        same = text.encode(codec) == data
    except UnicodeError:
        return ""
    return "" if not same or _CONTROL.search(text) else codec


def unmarked(data: bytes) -> str:
    """Tell UTF-16 without a byte order mark by its zero bytes; empty if it is none."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def tell(data: bytes) -> str:
    """Give the codec in which the words of a text look best; ``utf-8`` when it is that but for a few bytes."""
    sample = data[:_LOOKED_AT]
    text = sample.decode("utf-8", errors="replace")
    broken, letters = text.count("\ufffd"), len(_BEYOND.findall(text))
    if letters > _MANY * broken:
        return "utf-8"
    scores = {codec: (round(_score(sample, codec), 2), _spelt(sample, codec)) for codec in CODECS}
    return max(scores, key=lambda codec: scores[codec])


def _spelt(sample: bytes, codec: str) -> float:
    """Give the part of the letters beyond ASCII that the best fitting language is written in; of other scripts 0."""
    if CODECS[codec][1] != "LATIN":
        return 0.0
    text = sample.decode(codec, errors="ignore").replace("İ", "ı").lower()
    letters = Counter(one for one in text if one.isalpha() and not one.isascii())
    most = max(sum(letters[one] for one in alphabet) for alphabet in _ALPHABETS)
    return round(most / max(1, letters.total()), 2)


def _score(sample: bytes, codec: str) -> float:
    """Give the part of the words beyond ASCII that look like words, from 0 to 1; below 0: it cannot be decoded."""
    try:
        text = sample.decode(codec, errors="strict" if len(sample) < _LOOKED_AT else "ignore")
    except UnicodeDecodeError:
        return -1.0
    scripts = re.compile(CODECS[codec][1])
    words = [word for word in text.split() if not word.isascii()]
    verdicts = [good for word in words[:5_000] for good in _judged(word, scripts)]
    return sum(verdicts) / max(1, len(verdicts))


def _judged(word: str, scripts: re.Pattern[str]) -> Iterator[bool]:
    """Judge the runs of letters of a word that are not ASCII, and the signs in it."""
    for run in _RUN.findall(word):
        if not run.isascii():
            foreign = [one for one in run if not one.isascii()]
            ours = all(scripts.match(unicodedata.name(one, "")) for one in foreign)
            latin = scripts.pattern == "LATIN"
            share = len(foreign) <= max(2, len(run) * 0.6) if latin else len(foreign) == len(run)
            yield ours and share and run in {run.lower(), run.upper(), run.capitalize()}
    inside = _INSIDE.search(word)
    for sign in word:
        if not sign.isascii() and not sign.isalpha():
            yield sign in _USUAL and not inside
