"""Surnames at the head of a headline, which leaves articles out: "Price Wins Seat in Ohio", "Rose to miss World Cup".

What people do tells them from things; who is called by an office or a trade is none ("Bishop Resigns").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.naming.chains import headed
from localize.glossary.words.casing import CAPITALS
from localize.glossary.words.people import COUNTRIES, PEOPLES, STATES
from localize.glossary.words.surnames import SURNAMES, UNCOUNTED
from localize.glossary.words.vocabulary import BODIES, CALENDAR, CIVIC, KINDS, TITLES
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Span

_FIRST = re.compile(rf"[\"“‘']?([{CAPITALS}][^\W\d_]+)(?= )")
_ENDED = re.compile(r"[.!?…:;]['\"”’)]*\s*$")
_PERSON_DOES = re.compile(
    r" (?:apologi[sz]es|pleads|quits|resigns|testifies|retires|weds|marries|vetoes|scores|equali[sz]es|stars in|signs (?:for|with|new)"
    r"|rules out|hits out|hits back|rows back|stands down|steps down|bows out|backs down|hat-trick|jailed|acquitted|knighted|re-?elected"
    r"|nominated|sworn in|to (?:miss|captain|star|retire|resign|testify|skip|undergo)|ruled out|injured|substituted|fit (?:to|for)"
    r"|out (?:of|for) (?:the )?(?:season|world|euro|final|match|test|game|squad|series)|named (?:as )?(?:new )?(?:\w+ )?(?:coach|captain|manager"
    r"|head|chief|chair|ceo)|(?:one|two|three|four|five) shots|double|brace)\b",
    re.IGNORECASE,
)
_SOMEBODY_DOES = re.compile(
    r" (?:wins|beats|denies|admits|vows|slams|urges|warns|says|joins|seals|stuns|ousts|loses|sues|sued"
    r"|arrested|charged|cleared|convicted|sacked|hires|confirms|in talks|thanks|praises|accuses|defends|blames)\b",
    re.IGNORECASE,
)
_OCCUPIED = word_set("""
    abbot bailiff bishop bride child constable cook council count court coward cowboy dean drummer earl fellow friend gay guard guest guy head house judge
    king kid knight lady laird lord man page pastor pilot pope priest prince queen sage servant sheriff shepherd smith
    squire stewart virgin ward whig
""")
"""Who does such things without being called so."""
_NO_NAMES = PEOPLES | COUNTRIES | STATES | TITLES | BODIES | CIVIC | KINDS | CALENDAR | _OCCUPIED


def headline_names(source: str) -> Iterator[Span]:
    """Yield the places of surnames that a headline begins with, and that are English words, in order."""
    if _ENDED.search(source):
        return
    pair = list(headed(source))
    yield from pair
    first = _FIRST.match(source)
    if pair or first is None:
        return
    word = first[1].lower()
    if word in SURNAMES - _NO_NAMES and is_word(word, "en") and not word.endswith(("er", "or", "man", "men")):
        plural = word.endswith("s") and not word.endswith("ss") and is_word(word[:-1], "en")
        does = None if word in UNCOUNTED else _SOMEBODY_DOES.match(source, first.end())
        does = does or _PERSON_DOES.match(source, first.end())
        if does and (not plural or does[0].endswith("s")):  # "Banks seals", but "Banks Sued"
            yield first.span(1)
