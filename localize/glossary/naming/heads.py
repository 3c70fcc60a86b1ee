"""What a run of capitals begins or ends with that is no part of a name: "On Monday Jordan", "Ask the Ministry", "Once I'd"."""

from __future__ import annotations

import re
from itertools import pairwise

from localize.glossary.words.casing import CAPITALS
from localize.glossary.words.given import is_given_name
from localize.glossary.words.people import COUNTRIES, GIVEN_NAMES, PEOPLES, STATES
from localize.glossary.words.vocabulary import CALENDAR, TITLES
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

_PLAIN = word_set("""
    a about above according across after against ahead all along alongside already also although always am amid
    among amongst an and another any anybody anyone anything apart are around as aside at away be because been
    before behind being below beneath beside besides between both but by cannot concerning could despite did do
    does due during each earlier eight either else enough even ever every everybody everyone everything except few
    finally five following for four from further had has have having he hence her here hers herself him himself
    his how however i if in indeed instead into is it its itself just later less let like likewise many maybe me
    meanwhile might more moreover most much must my myself near nearly neither never nevertheless next nine no
    nobody none nor not nothing notwithstanding now of off often on once one only onto opposite or other others
    otherwise ought our ours ourselves outside over own perhaps plus previously quite rather regarding same seven
    several shall she should since six so some somebody someone something sometimes soon still such ten than that
    the their theirs them themselves then there thereafter thereby therefore these they this those though three
    through throughout thus till to today together tomorrow too toward towards twice two under underneath unless
    unlike until up upon us via was we were what whatever when whenever where whereas whereby wherever whether
    which whichever while who whoever whom whose why with within without would yes yesterday yet you your yours
    yourself yourselves
""")
"""Words of the closed classes, and adverbs of place, time and order: at the beginning of a sentence their capital says nothing."""
_SPOKEN = frozenset(
    word.title()
    for word in word_set(
        "are be did do does had has have her his is it me my our their they us was we who you your"
    )
)
"""Words that have a capital inside a sentence only where they are part of a title."""
_NUMBERS = word_set("two three four five six seven eight nine ten")
_ASKING = word_set("can may will")
"""Given names that open a question without being one: "Can Germany recover?"."""
_WORD = re.compile(r"(\w+)(?:['’]\w+)?")
_ARTICLES = word_set("the a an")
_NEXT = re.compile(rf"\s+(?=[{CAPITALS}])")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_NAMES_TOO = word_set("april august june march may")
_DAYS = CALENDAR - _NAMES_TOO - {f"{day}s" for day in _WEEKDAYS} - word_set("autumn spring summer winter")
_WHEN = re.compile(
    r"\b(?:on|in|by|since|until|till|from|before|after|between|last|next|this|every|each|late|early|mid) $",
    re.IGNORECASE,
)
CONTRACTED = re.compile(r"n['’]t$|['’](?:m|d|ll|ve|re)$")
"""What ends no name: "Don't", "I'd"."""
_QUARTER = re.compile(r"(?:Q[1-4]|H[12]|FY(?:\d\d){0,2})(?:['’]s)?")
_ACRONYM = 3
"""Letters up to which a word in capitals may be an acronym, whatever else it is."""
_NUMBERED = word_set(
    "act annex article book chapter class division formula grade group level part phase stage tier title type war"
)
"""What is counted in Roman numbers: "World War I"."""
_ADDRESS = re.compile(
    r"(?:H\.E|Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Gen|Adm|Lt|Col|Capt|Sgt|Maj|Sen|Rep|Gov|Rev|Hon)\.?"
)
_STYLE = re.compile(
    r"(?:Your|His|Her|Their|Our) (?:(?:Royal|Serene|Imperial) )?(?:Excellenc(?:y|ies)|Majest(?:y|ies)|Highness(?:es)?|Hono(?:u)?rs?|Holiness"
    r"|Eminences?|Grace|Lordships?|Ladyships?|Worships?)(?:\s+|$)"
)
"""A form of address of a kind that every language has for itself: "Your Excellencies"."""
_OWNER = re.compile(rf"[{CAPITALS}]{{2,}}['’]s\s+(?=[{CAPITALS}])")
_OFFICE = re.compile(rf"(?i:{'|'.join(sorted(TITLES))}) of \w+ (\w+) \w+$")
_PERFORMER = re.compile(r"the \w+[eo]r")
_ACTS = re.compile(r" (?:and|will|has|had|is|was|gave|won|sang|\w+ed)\b")
"""What follows "Chance the Rapper", and no order."""
_FIRST = re.compile(r"(\w+)(?:['’]\w+)?\s+")
_LAST = re.compile(r"\s+(\w+)$")


def opening(run: str, *, opens: bool, asks: bool) -> int:
    """Measure the words before a name whose capital says nothing; inside a sentence that is only an article's."""
    start, plain = 0, _PLAIN | (_ASKING if asks else frozenset()) if opens else _ARTICLES
    while (first := _WORD.match(run, start)) and (first[1].lower() in plain or CONTRACTED.search(first[0])):
        rest = _NEXT.search(run, start)
        if rest is None or _belongs(first[1].lower(), run[rest.end() :]):
            break
        start = rest.end()
    return start


def _belongs(word: str, rest: str) -> bool:
    """Tell whether a word of a closed class begins a name: "This Is Us", "Five Guys", but not "Five Britons"."""
    following, *further = rest.split(maxsplit=2)
    if following == "I" and further and further[0][0].isupper():  # "Have I Got News for You"
        return True
    lower = following.lower()
    if following in _SPOKEN:
        return True
    counted = word in _NUMBERS and lower.endswith("s") and not following.isupper() and is_word(lower, "en")
    return counted and not {lower, lower.removesuffix("s")} & (PEOPLES | TITLES | CALENDAR)


def plain(word: str) -> bool:
    """Tell whether a word, in small letters, is of those whose capital at the beginning of a sentence says nothing."""
    return word in _PLAIN


def spoken(name: str) -> bool:
    """Tell whether a name has a capital on a pronoun or an auxiliary inside: "March for Our Lives"."""
    return any(word in _SPOKEN for word in name.split()[1:])


def day_or_order(source: str, start: int, end: int, *, opens: bool) -> int:
    """Measure the first word of a run where it is a day, a month or a verb, with the space behind it; 0 where it is not.

    A common word before "the" at the beginning of a sentence is taken for an order: "Ask the Ministry of Labour".

    Args:
        source: The sentence.
        start: Of the run.
        end: Of the run.
        opens: Whether a sentence begins there.
    """
    first = _FIRST.match(source, start, end)
    if first is None:
        return 0
    word, rest = first[1].lower(), source[first.end() : end]
    when = _WHEN.search(source, 0, start) is not None and rest[:1].isupper()
    day = when and (word in _DAYS or (word in _NAMES_TOO and _nation(rest.split()[0])))
    acts = _PERFORMER.fullmatch(rest) and _ACTS.match(source, end)
    order = opens and rest.startswith("the ") and not acts and is_word(word, "en") and word not in GIVEN_NAMES
    return first.end() - start if day or order else 0


def weekday(run: str) -> int:
    """Measure a day behind a person or a country, as American papers write ("met Donald Trump Monday"), or a time ("GMT Monday")."""
    last = _LAST.search(run)
    if last is None or last[1].lower() not in _WEEKDAYS:
        return 0
    rest = run[: last.start()].split()
    zone = rest[-1].isupper() and len(rest[-1]) > 1
    wish = [word.lower() for word in rest] == ["happy"]
    person = rest[0].lower() in GIVEN_NAMES
    return len(run) - last.start() if zone or wish or person or _nation(rest[-1]) else 0


def address(run: str) -> int:
    """Measure forms of address, which have a translation whoever bears them: "H.E. Ms. Kaja Kallas", "Your Majesty"."""
    words = list(re.finditer(r"\S+", run))
    style = _STYLE.match(run)
    styled = style.end() if style else 0
    return max(
        (name.start() for form, name in pairwise(words) if _ADDRESS.fullmatch(form.group())), default=styled
    )


def owner(run: str) -> int:
    """Measure a body's initials that only own what is named: "CME's FedWatch"."""
    owns = _OWNER.match(run)
    return owns.end() if owns else 0


def office(run: str) -> int:
    """Measure an office and its place before who holds it: "Mayor of London Sadiq Khan"."""
    held = _OFFICE.match(run)
    return held.start(1) if held and not is_word(held[1].lower(), "en") else 0


def shouted(name: str) -> bool:
    """Tell whether a run is common words in capitals: "FORMULA ONE: ..."."""
    return name.isupper() and all(is_word(word.lower(), "en") for word in name.split())


def closing(run: str) -> int:
    """Measure what no name ends with: the pronoun "I", a quarter ("Samsung Q1"), a word that is shouted ("Budget LIVE").

    A king's number is part of his name.
    """
    *before, last = run.split()
    numbered = before and (is_given_name(before[-1]) or before[-1].lower() in _NUMBERED)
    cried = len(last) > _ACRONYM and shouted(last) and not any(word.isupper() for word in before)
    pronoun = last == "I" and not numbered
    if before and (CONTRACTED.search(last) or _QUARTER.fullmatch(last) or cried or pronoun):
        return len(run) - len(run[: -len(last)].rstrip())
    return 0


def _nation(word: str) -> bool:
    return word.lower() in COUNTRIES | STATES | PEOPLES
