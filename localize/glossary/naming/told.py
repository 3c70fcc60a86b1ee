"""Names that are known, and names by what stands around them: "the charity Room to Read", "shares in Boots Alliance"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import overlap
from localize.glossary.naming.known import known_names
from localize.glossary.words.casing import CAPITAL, CAPITALS
from localize.glossary.words.people import COUNTRIES, PEOPLES, STATES
from localize.glossary.words.vocabulary import BODIES, CALENDAR, CIVIC, KINDS, THINGS, TITLES
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Span

PARTICLE = (
    r"(?:de|du|da|do|dos|das|del|della|di|van|von|vom|zum|der|den|het|ter|ten|op|bin|bint|ibn|ould|abd|arap|wa|al|el"
    r"|la|le|las|los|les|i|y|e|och|og|af|av|zu|&|for|of|the|upon|without)"
)
_BEARERS = word_set("""
    airline app bakery bookshop brewery café cafe chain charity choir club company distillery documentary drama duo festival firm fund
    gallery hotel label lender non-profit nonprofit nightclub programme pub publisher quartet restaurant retailer start-up startup
    supermarket think-tank trawler trio winery
""")
"""What has a name of its own behind it, besides things: "the non-profit Second Chance"."""
_OWNERS = word_set("""
    airline app band brand brewery chain charity company duo firm label lender non-profit nonprofit publisher quartet restaurant retailer
    start-up startup supermarket trio website
""")
_VESSELS = word_set(
    "boat ferry freighter frigate lander probe rover ship submarine tanker telescope trawler yacht magazine newspaper"
)
_NAMED = re.compile(
    rf"\b(?:{'|'.join(sorted(THINGS | _BEARERS))})"
    rf"\s({CAPITAL}(?:\s(?:(?:{PARTICLE}|to|at|in|on|and|with)\s){{0,2}}{CAPITAL})+)"
)
_NAMED_ONCE = re.compile(
    rf"\b[Tt]he (?:[a-z-]+ )?(?P<kind>{'|'.join(sorted(_OWNERS | _VESSELS))}) ([{CAPITALS}][a-z]+)(?= (?!of\b)[a-z]|[,.;])"
)
"""The same with one word: "the charity Refuge runs 40 houses"."""
_SUNG = re.compile(rf"\b(?:sang|sings|sing|singing) ({CAPITAL}(?:\s(?:{PARTICLE}\s){{0,2}}{CAPITAL})+)")
"""Songs have no translation."""
_CALLED = re.compile(
    r"\b(?:album|app|band|boat|book|charity|documentary|drama|favourite|favorite|film|game|horse|magazine|memoir|movie|musical|newspaper"
    r"|novel|opera|play|podcast|programme|program|sequel|series|ship|show|single|soap|song|thriller|yacht)"
    rf", ({CAPITAL}(?:\s(?:{PARTICLE}\s){{0,2}}{CAPITAL})*),"
)
"""What it is, and between commas what it is called: "The programme, Foreign Correspondent, won"."""
_KIND_BEHIND = re.compile(
    rf"\b[Tt]he ({CAPITAL}(?: {CAPITAL})+) (?:app|band|blog|charity|magazine|newspaper|nightclub|podcast|pub|website)\b"
)
"""What it is called, and then what it is: "the Not Forgotten charity"."""
_CASE = re.compile(rf"(?<!\w)({CAPITAL}(?:[.,]{{0,2}} {CAPITAL})*\.? v\. {CAPITAL}(?: {CAPITAL})*)")
"""A case at court: "Learning Resources Inc. v. Trump"."""
_DOUBLED = re.compile(r"(?<![\w'’-])(([A-Z]\w+)(?: \2)+)(?![\w'’-])")
"""A word that is repeated is none of a language: "Wet Wet Wet"."""
_TRADED = re.compile(
    rf"\b(?:[Ss]hares (?:in|of)|(?:chief executive|subsidiary|customers|fans|singer|drummer|guitarist) of|owned by)"
    rf"\s({CAPITAL}(?:\s(?:{PARTICLE}\s){{0,2}}{CAPITAL})+)"
)
"""Only companies have shares and customers, only bands a drummer, and without an article they are called by their names."""
_SHOP = re.compile(
    rf"(?<![\w&] )(?<!\w)([{CAPITALS}][\w-]+['’]s)(?= (?:and|or) {CAPITAL} (?:[a-z]+ed|fell|rose|plan|will|have)\b"
    r"| (?:has|said|says|will|reported|recalled|plans|opened|closed|expects|announced|downgraded|upgraded|jumped|gained|stopped|raised"
    r"|fell|rose)\b)"
    rf"|(?<=['\w] and )([{CAPITALS}][\w-]+['’]s)(?= (?:[a-z]+ed|fell|rose|plan|will|have)\b)"
)
"""A shop called by its founder's genitive: "Lowe's reported", since nothing that is owned follows."""
_FIRM = re.compile(
    rf"({CAPITAL})(?:\s{CAPITAL}){{0,3}}\s(?:Group|Inc|Corp|Corporation|Company|Ltd|Limited|LLC|PLC|plc|Holdings|Partners|Ventures"
    r"|Studios|Records|Entertainment|Industries|Technologies|Media|Capital|Motors|Airlines|Airways|Pharmaceuticals)\.?"
)
"""A line that is nothing but a company's name."""


_GUARDED = (_CASE, _DOUBLED, _CALLED, _KIND_BEHIND, _NAMED_ONCE, _SUNG)
_TRANSLATED_SONGS = ("Happy Birthday", "Silent Night", "Ave Maria", "God Save")


class Told(NamedTuple):
    """A stretch that is a name.

    Attributes:
        start: Offset.
        end: Offset.
        traded: Whether it is a company's or a band's.
        genitive: Whether an "'s" at its end is part of it.
    """

    start: int
    end: int
    traded: bool
    genitive: bool = False


def told(source: str, style: str) -> Sequence[Told]:
    """List what is known to be a name, or is one by the words around it, in a sentence of a style; disjoint."""
    line = source.strip()
    if (firm := _FIRM.fullmatch(line)) and not is_word(firm[1].lower(), "en"):
        start = source.index(line)
        return [Told(start, start + len(line), traded=False)]
    known = list(known_names(source, headline=style == "headline"))
    found = [Told(*span, traded=False, genitive=source[: span[1]].endswith(("'s", "’s"))) for span in known]
    return [*found, *(_in_sentence(source, known) if style != "headline" else ())]


def _in_sentence(source: str, known: Sequence[Span]) -> Iterator[Told]:
    taken = list(known)
    for pattern in (_TRADED, _SHOP, _CASE, _DOUBLED, _NAMED, _NAMED_ONCE, _SUNG, _CALLED, _KIND_BEHIND):
        for found in pattern.finditer(source):
            span = found.span(found.lastindex if pattern in {_SHOP, _NAMED_ONCE} and found.lastindex else 1)
            free = not any(overlap(span, other) for other in taken)
            name = source[slice(*span)]
            plain = pattern is _NAMED_ONCE and not _may_be_one(name.lower())
            if free and not plain and (pattern not in _GUARDED or not _explained(name)):
                taken.append(span)
                traded = pattern is _TRADED or (pattern is _NAMED_ONCE and found["kind"] in _OWNERS)
                yield Told(*span, traded=traded, genitive=pattern is _SHOP)


def _may_be_one(word: str) -> bool:
    """Tell whether a word is no office or body, whose capital is explained by what it is."""
    return word not in TITLES | BODIES | CIVIC | KINDS


def _explained(name: str) -> bool:
    """Tell whether a nation or a day, which have a translation, is among the words of what looks like a name."""
    if name.startswith(_TRANSLATED_SONGS):
        return True
    words = {word.lower() for word in re.findall(r"\w+", name)}
    return bool(words & (COUNTRIES | STATES | PEOPLES | CALENDAR))
