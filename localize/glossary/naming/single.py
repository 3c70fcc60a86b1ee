"""Single words inside an English sentence of which only the capital tells that they may be names: "from Citadel".

The engine is asked about them (``ballot``): what it translates by itself ("Parliament", "Heaven") is no name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.naming.chains import opening_pair
from localize.glossary.naming.runs import Run, opens
from localize.glossary.words.casing import CAPITAL, CAPITALS
from localize.glossary.words.people import COUNTRIES, PEOPLES, STATES
from localize.glossary.words.play import plays, team
from localize.glossary.words.surnames import UNCOUNTED
from localize.glossary.words.surroundings import style_of
from localize.glossary.words.vocabulary import BODIES, CALENDAR, CIVIC, KINDS, TITLES
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(
    rf"(?<=[a-zà-öø-ÿ\d,] )[{CAPITALS}][a-z]+(?![\w&-]|['’]\w)(?! (?:{CAPITAL}|\d|&)|, (?:{CAPITAL}),)"
)
"""A capitalised word behind a small one, with no other capital and no number right after it."""
_BEHIND = re.compile(
    r"\b(?:by|from|at|with|for|to|of|in|on|and|or|against|joined|beat|bought|sued|left|like|than|over) $"
)
"""What a name without an article stands behind."""
_IN_TITLE = re.compile(rf"{CAPITAL},? (?:by|from|at|with|for|to|of|in|on|and|or|against|over) $")
"""What follows is part of a longer name: "Law on Grants"."""
_THE = re.compile(r"\b[Tt]he $")
_TRADES = re.compile(
    r" (?:will|has|is|to|plans|hopes|expects|cut|said|\w+ed|\w+s) (?:\w+ ){0,2}?(?:its\b|\d[\d,.]* (?:\w+ )?(?:branches|employees"
    r"|factories|flights|jobs|outlets|plants|restaurants|shops|sites|staff|stores|workers)\b)"
)
"""What companies do, behind the first word of a sentence: "Next raised its forecast", "Boots will close 200 stores"."""
_HAPPENS = word_set("""
    aid bankruptcy coal corn cricket debate demand drought electricity evidence flooding fog fuel gas golf inflation lightning
    output progress protest rail rain smoke snow software speed strike tourism turnout violence weather wheat wind
""")
"""What closes shops without being a company."""
_FIRST = re.compile(rf"^[\"“‘']?([{CAPITALS}][a-z]+)(?= )")
_CAPITAL_ANYWAY = word_set("""
    bible catholics christ church commons conservatives constitution crown devil earth games god greens heaven hell internet islam koran
    liberals lords mass moon muslims nationalists parliament pope quran republicans sabbath sun tories trinity virgin web
""")
_NO_NAMES = CALENDAR | PEOPLES | COUNTRIES | STATES | TITLES | BODIES | CIVIC | KINDS | _CAPITAL_ANYWAY


def single_words(source: str) -> Iterator[Run]:
    """Yield single words of an English sentence that may be names, in order; "the Dolphins" where something is played."""
    if style_of(source) != "running":
        return
    first = _FIRST.match(source)
    opener = first[1].lower() if first and _TRADES.match(source, first.end()) else ""
    if first and opener and _word(opener) and opener not in UNCOUNTED | _HAPPENS:
        yield _run(*first.span(1), first[1])
    for start, end in opening_pair(source):
        yield _run(start, end, source[start:end])
    playing = plays(source)
    for found in _WORD.finditer(source):
        start, end = found.span()
        before = source[:start]
        side = playing and team(found.group()) and _THE.search(before)
        named = _BEHIND.search(before) and not _IN_TITLE.search(before)
        if (side or named) and _word(found.group().lower()) and not opens(source, start):
            yield _run(start, end, found.group())


def _word(word: str) -> bool:
    """Tell whether a word in small letters is an English one whose capital is not explained by what it is."""
    return word not in _NO_NAMES and is_word(word, "en")


def _run(start: int, end: int, name: str) -> Run:
    return Run((start, end), name, alone=True)
