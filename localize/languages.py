"""Languages as BCP 47 tags, their English names, and the only table of engines' own codes."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from localize.errors import LocalizeError

NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish", "et": "Estonian",
    "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician",
    "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ky": "Kyrgyz", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian",
    "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "my": "Burmese", "nb": "Norwegian Bokmål",
    "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian Nynorsk", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "pt": "Portuguese", "pt-BR": "Brazilian Portuguese", "pt-PT": "European Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese", "zh-Hant": "Traditional Chinese",
}  # fmt: skip

_ARGOS = {"pb": "pt-BR", "zt": "zh-Hant"}
"""Argos Translate's codes where they are not BCP 47."""

_THREE_LETTERS = {
    "afr": "af", "ara": "ar", "arg": "an", "bel": "be", "bre": "br", "bul": "bg", "cat": "ca", "cym": "cy",
    "dan": "da", "deu": "de", "eng": "en", "epo": "eo", "eus": "eu", "fra": "fr", "glg": "gl", "hbs": "sh",
    "hin": "hi", "ind": "id", "isl": "is", "ita": "it", "kaz": "kk", "mkd": "mk", "mlt": "mt", "nld": "nl",
    "nno": "nn", "nob": "nb", "nor": "no", "oci": "oc", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru",
    "slv": "sl", "sme": "se", "spa": "es", "srd": "sc", "swe": "sv", "tat": "tt", "tur": "tr", "ukr": "uk",
    "urd": "ur", "zlm": "ms",
}  # fmt: skip
"""Apertium's codes (ISO 639-3) where BCP 47 has shorter ones."""

_ALIASES = {
    "iw": "he",
    "in": "id",
    "zh-cn": "zh",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
    "zh-hans": "zh",
    "fil": "tl",
}
"""Deprecated (IANA registry) and common spellings, lower case."""

_RIGHT_TO_LEFT = frozenset({
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "ps", "rhg", "sd", "syr", "ug", "ur", "yi",
})  # fmt: skip
_SCRIPTS_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
"""Unicode CLDR 47, script metadata."""

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?")


class LanguageTagError(LocalizeError):
    """A string that is no language tag."""


class Pair(NamedTuple):
    """A translation direction, two BCP 47 tags."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


def normalise(tag: str) -> str:
    """Write a language tag the BCP 47 way: ``PT_br`` becomes ``pt-BR``, ``zh-TW`` becomes ``zh-Hant``.

    Raises:
        LanguageTagError: The string has not the form of a language with optional script and region.
    """
    if not _TAG.fullmatch(tag):
        meant = next(
            (known for known, name in NAMES.items() if name.casefold() == tag.strip().casefold()), ""
        )
        guess = f"did you mean {meant}? " if meant else ""
        raise LanguageTagError(
            f"'{tag}' is not a language tag", hint=f"{guess}write tags like en, pt, pt-BR or zh-Hant"
        )
    alias = _ALIASES.get(tag.lower().replace("_", "-"))
    if alias:
        return alias
    language, *rest = re.split("[-_]", tag)
    subtags = [part.title() if len(part) == 4 else part.upper() for part in rest]
    return "-".join([_ALIASES.get(language.lower(), language.lower()), *subtags])


def name(tag: str) -> str:
    """Name a language in English, with script and region in brackets; one that is not in the table by its tag."""
    language, _, rest = tag.partition("-")
    if tag in NAMES or language not in NAMES:
        return NAMES.get(tag, tag)
    return f"{NAMES[language]} ({rest})"


def base(tag: str) -> str:
    """Drop script and region: ``pt-BR`` gives ``pt``."""
    return tag.partition("-")[0]


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Tell in which direction a language is written; a script in the tag decides."""
    language, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script.title() in _SCRIPTS_RIGHT_TO_LEFT else "ltr"
    return "rtl" if language.lower() in _RIGHT_TO_LEFT else "ltr"


def serving(tag: str) -> tuple[str, ...]:
    """List the languages whose models may serve for one, best first: ``pt-BR`` gives ``pt-BR`` and ``pt``.

    A region falls back on its language, a script never: ``zh-Hant`` is not what a model for ``zh`` writes.
    """
    language, *rest = tag.split("-")
    script = [part for part in rest if len(part) == 4]
    return tuple(dict.fromkeys((tag, "-".join([language, *script]))))


def from_argos(code: str) -> str:
    """Give the BCP 47 tag of an Argos Translate code (``pb`` is ``pt-BR``)."""
    return _ARGOS.get(code) or normalise(code)


def from_apertium(code: str) -> str:
    """Give the BCP 47 tag of a language in the name of an Apertium mode (``spa`` is ``es``, ``pt_BR`` is ``pt-BR``).

    Raises:
        LanguageTagError: It is not a language with an optional region.
    """
    language, mark, region = code.partition("_")
    return normalise(f"{_THREE_LETTERS.get(language, language)}{mark}{region}")


def from_firefox(code: str) -> Pair:
    """Give the direction of a code in the names of Firefox's model files: ``enpt``, ``zhen``, ``ennb``.

    Raises:
        LanguageTagError: It is not two languages in a row.
    """
    sides = [(code[:at], code[at:]) for at in (2, 3) if 2 <= len(code) - at <= 3 and code.isalpha()]
    if not sides:
        raise LanguageTagError(f"'{code}' is not two languages in a row")
    pairs = [Pair(normalise(source), normalise(target)) for source, target in sides]
    return max(pairs, key=lambda pair: sum(tag in NAMES for tag in pair))


def parse_pair(text: str) -> Pair:
    """Read a direction as people write it: ``en-es``, ``en_es``, ``en-pt-BR``, ``zh-Hant-en``.

    Where a hyphen could belong to a tag, the reading wins in which both languages are in ``NAMES``.

    Raises:
        LanguageTagError: It is not two language tags.
    """
    readings: list[Pair] = []
    for mark in re.finditer("[-_:>]+", text):
        sides = (text[: mark.start()], text[mark.end() :])
        if all(_TAG.fullmatch(side) for side in sides):
            readings.append(Pair(*map(normalise, sides)))
    if not readings:
        raise LanguageTagError(
            f"'{text}' is not a pair of languages", hint="write pairs like en-es or en-pt-BR"
        )
    return max(readings, key=lambda pair: sum(tag in NAMES for tag in pair))
