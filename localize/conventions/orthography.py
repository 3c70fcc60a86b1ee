"""What a language writes one way in all its regions, and a small model does not: 101ª, outubro, US$ 5, 3,5%.

A model whose vocabulary lacks ``ª`` writes "101a"; one that was taught by old and new texts writes "Outubro" here and
"outubro" there. Each change needs its reason in the source: the ordinal, the month, the number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from localize.alignment import Edit
from localize.conventions.billions import billions
from localize.conventions.clock import times
from localize.conventions.dates import dates
from localize.conventions.locales import every_date, every_decimal, locale
from localize.conventions.numerals import numbers
from localize.conventions.quotes import nested
from localize.languages import base
from localize.lexicon import attested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.languages import Pair

_MARKS = {"a": "ª", "o": "º", "as": "ªs", "os": "ºs", ".a": ".ª", ".o": ".º"}
_INDICATED = {"pt", "es", "gl", "it"}
"""Languages that write ordinals with ª and º."""
_ORDINAL = re.compile(r"(?<![\w.,:/])(\d{1,4})(\.?[ao]|[ao]s)(?![\w’'])")
_ENGLISH_ORDINAL = re.compile(r"(?<![\w.,:/])(\d{1,4})(?:st|nd|rd|th)(?:ers?|s)?(?!\w)")
_NUMBERED = re.compile(r"\b([Nn])o\.? (?=\d)")
_ENGLISH_NUMBERED = re.compile(r"\b(?:[Nn]os?\.|[Nn]umber|№)\s?\d")

_SMALL = {
    "pt": {
        "January": "Janeiro", "February": "Fevereiro", "March": "Março", "April": "Abril", "May": "Maio", "June": "Junho",
        "July": "Julho", "August": "Agosto", "September": "Setembro", "October": "Outubro", "November": "Novembro",
        "December": "Dezembro", "spring": "Primavera", "summer": "Verão", "autumn": "Outono", "fall": "Outono",
        "winter": "Inverno",
    },
}  # fmt: skip
"""Months and seasons that a language writes small, by their English words as English writes them.

Acordo Ortográfico da Língua Portuguesa (1990), base XIX.
"""
_SHORT = {name[:3]: name for name in _SMALL["pt"] if name[0].isupper()}
_BEGINS = re.compile(r"(?:^|[.!?…:|]\s|\n)[\W_]*$")
_DATED = re.compile(
    r"(?:\d|\b(?:de|em|até|desde|e|a|entre|para|na|no|da|do|este|neste|o|durante|último|última|passado)\b|[-–,])\s?$"
)
_DOLLARS = re.compile(r"\b(US|R|A|C|HK|NZ) \$ ?(?=\d)")
_BARE_DOLLAR = re.compile(r"(?<![\w$])(?<!US )(?<!HK )(?<!NZ )(?<!\b[RAC] )\$ ?(?=\d)")
_MONTH = re.compile(
    r"\b(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)( )(?=(?:19|20)\d\d\b)"
)
_LOOSE_QUOTE = re.compile(r"(?:(?<=\s)|(?<=\()|\A)([\"“])\s+(?=\w)")
_BOUND = re.compile(r"\d[\u00a0\u202f](%|°?[^\W\d_]{1,4}\b)")
_AFTER_SEMICOLON = re.compile(r";\s([^\W\d_]+)(?=\s[^\W\d_A-ZÀ-ÖØ-Þ]|$)")
_LONE_NAME = re.compile(r"(?!The )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_LED_NAME = re.compile(
    r"(?:[AO]s?|D[aeo]s?|N[ao]s?) (?=[^\W\d_a-z][^\W\d_]+(?: (?:d[aeo]s? )?[^\W\d_a-zà-öø-ÿ]\w*)*$)"
)
_MEMBER = re.compile(
    r"(?<=[Ss]enhor) deputado(?= [^\W\d_a-zà-öø-ÿ])|(?<=[Ss]enhora) deputada(?= [^\W\d_a-zà-öø-ÿ])"
)
_PARLIAMENT = re.compile(
    r"\b(?:deput|represent|lawmaker|legislator|congress|member|honou?rable|MPs?\b|MEPs?\b|TDs?\b)",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"(?<=\d) por cento\b")
_THANKS = re.compile(r"\W*Thank you(?: very much| so much)?\W*", re.IGNORECASE)
_FOR_WHAT = re.compile(r"(?<=obrigad[oa]) (?:por|pel[ao]s?) [^.!?…\"”’]+(?=\W*$)", re.IGNORECASE)
"""What a model that has learned from subtitles is thanked for: "Obrigado por enviar uma edição"."""
_DOUBLED = re.compile(r"([,:;])\1+")


def orthography(source: str, text: str, pair: Pair) -> Iterator[Edit]:
    """Yield the edits that any region of the target language asks for.

    Args:
        source: Plain source of the sentence; ordinals, months and "No. 5" are read in English only.
        text: Its translation.
        pair: Languages.
    """
    language = base(pair.target)
    if base(pair.source) == "en":
        yield from _ordinals(source, text, language)
        yield from _small(source, text, language)
    if language == "pt":
        yield from _portuguese(source, text, english=base(pair.source) == "en")
        yield from billions(text, pair.target)
    yield from _tight(source, text)
    for found in _DOUBLED.finditer(text):
        if found.group() not in source:
            yield Edit(*found.span(), found[1])
    yield from _units(source, text)
    yield from nested(source, text)
    ours, theirs = locale(pair.target), locale(pair.source)
    if not ours or not theirs or "-" in pair.target:
        return
    if every_date(language) == {ours.date}:
        yield from dates(source, text, pair, ours=ours, theirs=theirs)
    if every_decimal(language) == {ours.decimal}:
        yield from numbers(source, text, ours=ours, theirs=theirs)


def _portuguese(source: str, text: str, *, english: bool) -> Iterator[Edit]:
    """Yield what is only asked for in Portuguese."""
    if english:
        yield from times(source, text)
        if _THANKS.fullmatch(source):
            yield from (Edit(*found.span(), "") for found in _FOR_WHAT.finditer(text))
    yield from _lone_name(source, text)
    if not _PARLIAMENT.search(source):  # "Mr Stewart" in the minutes of a parliament
        yield from (Edit(*found.span(), "") for found in _MEMBER.finditer(text))
    if re.search(r"\d%", text):  # not "21% ... 14 por cento"
        yield from (Edit(*found.span(), "%") for found in _PER_CENT.finditer(text))
    yield from _capitals(source, text)
    yield from _after_semicolons(source, text)
    yield from _dollars(source, text)
    yield from (Edit(*found.span(1), " de ") for found in _MONTH.finditer(text))


def _capitals(source: str, text: str) -> Iterator[Edit]:
    """Give names their capital back ("índia") that a vocabulary without Í, Ó and Ú has cost them."""
    names = {_bare(word).lower() for word in re.findall(r"\b[^\W\d_a-zà-öø-ÿ][^\W\d_]+", source)}
    for found in re.finditer(r"\b[âãàêíóôõú][^\W\d_]+", text):
        if _bare(found.group()) in names and found.group() not in source:
            yield Edit(found.start(), found.start() + 1, found.group()[0].upper())


def _lone_name(source: str, text: str) -> Iterator[Edit]:
    """Leave a name that is all of a cell or an item without article, as the others of its column ("A Espanha")."""
    found = _LED_NAME.match(text) if _LONE_NAME.fullmatch(source) else None
    if found and not source.startswith(found.group()):
        yield Edit(0, found.end(), "")


def _tight(source: str, text: str) -> Iterator[Edit]:
    """Drop a space behind a mark that opens a quotation ('" anexo secreto"'), where the source has none."""
    if _LOOSE_QUOTE.search(source) or text.count('"') % 2:
        return
    for found in _LOOSE_QUOTE.finditer(text):
        if found[1] == "“" or text.count('"', 0, found.start()) % 2 == 0:
            yield Edit(found.end(1), found.end(), "")


def _dollars(source: str, text: str) -> Iterator[Edit]:
    """Write the dollar sign as Portuguese does (CLDR: US$), with a space; of what the source has, only a bare one."""
    if _BARE_DOLLAR.search(source):
        yield from (Edit(*found.span(), "US$ ") for found in _BARE_DOLLAR.finditer(text))
    for found in _DOLLARS.finditer(text):
        if found.group() not in source:
            yield Edit(*found.span(), f"{found[1]}$ ")


def _units(source: str, text: str) -> Iterator[Edit]:
    """Keep units at their numbers, where the source does: "90\u00a0km" does not break at the end of a line."""
    for unit in dict.fromkeys(_BOUND.findall(source)):
        for found in re.finditer(rf"(?<=\d) (?={re.escape(unit)}(?!\w))", text):
            yield Edit(*found.span(), "\u00a0")


def _after_semicolons(source: str, text: str) -> Iterator[Edit]:
    """Write the word after a semicolon small where the source begins with a small letter or an acronym there.

    "Storm hits coast; UN sends aid" becomes "...; Ajuda da ONU". A word with a capital behind it may begin a name.
    """
    begun = re.findall(r";\s(\S+)", source)
    made = list(_AFTER_SEMICOLON.finditer(text))
    if len(begun) != text.count(";") or not all(word[:2].isupper() or word[0].islower() for word in begun):
        return
    for found in made:
        word = found[1]
        if word[0].isupper() and word[1:].islower() and word not in source and attested(word.lower(), "pt"):
            yield Edit(found.start(1), found.start(1) + 1, word[0].lower())


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _ordinals(source: str, text: str, language: str) -> Iterator[Edit]:
    if language not in _INDICATED:
        return
    asked = set(_ENGLISH_ORDINAL.findall(source))
    for found in _ORDINAL.finditer(text):
        if found[1] in asked and found.group() not in source:
            yield Edit(*found.span(2), _MARKS[found[2]])
    if language == "pt" and _ENGLISH_NUMBERED.search(source):
        for found in _NUMBERED.finditer(text):
            yield Edit(found.start(), found.end(), f"{found[1]}º ")


def _small(source: str, text: str, language: str) -> Iterator[Edit]:
    words = _SMALL.get(language)
    if not words:
        return
    said = {words[_SHORT.get(word, word)] for word in _names().findall(source)}
    for word in said:
        for found in re.finditer(rf"\b{word}\b", text):
            before = text[: found.start()]
            if not _BEGINS.search(before) and _DATED.search(before):
                yield Edit(found.start(), found.start() + 1, word[0].lower())


@cache
def _names() -> re.Pattern[str]:
    short = "|".join(short for short in _SHORT if short != "May")
    return re.compile(
        rf"\b(?:{'|'.join(_SMALL['pt'])}|{short})\b(?!\s[A-Z][a-z])"
    )  # not "the 25 April Revolution"
