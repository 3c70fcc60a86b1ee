"""Names by what stands around them: "the charity Room to Read", "shares in Boots Alliance", a line that is a company's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import overlap
from localize.glossary.words.casing import CAPITAL, CAPITALS
from localize.glossary.words.vocabulary import THINGS
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PARTICLE = (
    r"(?:de|du|da|do|dos|das|del|della|di|van|von|vom|zum|der|den|het|ter|ten|op|bin|bint|ibn|ould|abd|arap|wa|al|el"
    r"|la|le|las|los|les|i|y|e|och|og|af|av|zu|&|for|of|the|upon|without)"
)
_NAMED = re.compile(
    rf"\b(?:{'|'.join(sorted(THINGS | {'airline', 'app', 'charity', 'club', 'company', 'documentary', 'drama', 'duo', 'firm', 'fund', 'programme', 'retailer', 'startup'}))})"
    rf"\s({CAPITAL}(?:\s(?:(?:{PARTICLE}|to|at|in|on|and|with)\s){{0,2}}{CAPITAL})+)"
)
_CALLED = re.compile(
    r"\b(?:programme|program|documentary|drama|soap|thriller|sequel|series|film|novel|single|album|magazine|newspaper|charity|band|app)"
    rf", ({CAPITAL}(?:\s(?:{PARTICLE}\s){{0,2}}{CAPITAL})+),"
)
"""What it is, and between commas what it is called: "The programme, Foreign Correspondent, won"."""
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
    """List what is a name by the words around it, in a sentence of a style; disjoint."""
    line = source.strip()
    if (firm := _FIRM.fullmatch(line)) and not is_word(firm[1].lower(), "en"):
        start = source.index(line)
        return [Told(start, start + len(line), traded=False)]
    return list(_in_sentence(source)) if style != "headline" else []


def _in_sentence(source: str) -> Iterator[Told]:
    traded = [found.span(1) for found in _TRADED.finditer(source)]
    for span in traded:
        yield Told(*span, traded=True)
    for found in _SHOP.finditer(source):
        yield Told(*found.span(), traded=False, genitive=True)
    for found in (*_NAMED.finditer(source), *_CALLED.finditer(source)):
        if not any(overlap(found.span(1), other) for other in traded):
            yield Told(*found.span(1), traded=False)
