"""Single words that are somebody's or something's name: "Stone said", "Mr. Long", "accused Banks of", "shares in Boots".

One capitalised word tells less than a run of them: at the beginning of a sentence its capital says nothing, and inside one
it may be a month's, a faith's or an office's. So its surroundings must say that it is a name: a form of address before it,
an age behind it, a verb that only people go with, the lack of an article that the word would need.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.naming.chains import chained
from localize.glossary.naming.headlines import headline_names
from localize.glossary.naming.heads import plain
from localize.glossary.naming.known.kinds import kind_of
from localize.glossary.naming.runs import Run, opens
from localize.glossary.words.casing import CAPITAL, CAPITALS
from localize.glossary.words.given import is_given_name
from localize.glossary.words.people import COUNTRIES, GIVEN_PLACES, PEOPLES, STATES
from localize.glossary.words.surnames import SURNAMES, UNCOUNTED
from localize.glossary.words.surroundings import style_of
from localize.glossary.words.vocabulary import (
    BODIES,
    CALENDAR,
    CIVIC,
    KINDS,
    SURNAME_TITLES,
    TITLES,
)
from localize.glossary.words.words import word_set
from localize.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(rf"(?<![\w&’'-])[{CAPITALS}][^\W\d_]+(?![\w&-])(?:['’]s\b)?")
_OWNS = re.compile(r"['’]s?$")
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof)\.?\s$")
_RANK = re.compile(
    r"\b(?:Sen\.|Rep\.|Gov\.|Sgt\.?|Lt\.?|Capt\.?|Col\.?|Gen\.?|Det\.?|Rev\.?|Senator|Congressman|Congresswoman|Councillor"
    r"|Detective|Sergeant|Lieutenant|Captain|Colonel|Officer|Sheriff|Inspector|Constable|Professor|Pastor|Reverend|Lord|Lady"
    r"|Baroness|President|Judge|Governor|Coach)\s$"
)
_AGED = re.compile(r",? \(?\d\d(?:,|\))|, who(?:se)?\b")
_SOMEBODY = re.compile(
    r", (?:the|an?|his|her|their|its) (?:[\w-]+ ){0,4}?(?:player|captain|man|woman|lawyer|singer|actor|actress|mother|father|teacher"
    r"|doctor|nurse|officer|student|driver|striker|goalkeeper|defender|midfielder|director|author|writer|coach|manager|minister"
    r"|leader|president|chairman|chairwoman|spokesman|spokeswoman|winner|widow|wife|husband|son|daughter|brother|sister|senator)\b"
)
_ASIDE = re.compile(r" \((?:[A-Z][a-z]+(?: [A-Z][a-z]+)?[,)]|[A-Z]{1,3}-[A-Z]|\d\d\))")
"""A party, a state or an age behind somebody's name: "Wood (Labour, Hull)"."""
_SAID = (
    r"(?:said|says|told|added|adds|denied|denies|testified|insisted|insists|argued|argues|admitted|admits|claimed|replied"
    r"|recalled|joked|apologi[sz]ed|tweeted|pleaded|pled|confessed|vowed|conceded|acknowledged|complained|explained)"
)
_PASSIVE = (
    r"(?:sentenced|arrested|convicted|jailed|acquitted|born|elected|re-elected|diagnosed|nominated|imprisoned|detained|indicted"
    r"|married|divorced|hospitali[sz]ed|knighted|extradited)"
)
_SPEAKS = re.compile(rf" (?:(?:also|later|then|has|had|have) )?{_SAID}\b")
_SUFFERS = re.compile(
    rf" (?:was|is|were|has been|had been|will be|was being|could be|may be|is being) (?:\w+ly |not )?{_PASSIVE}\b"
)
_SINGULAR = re.compile(
    r" (?:was|is|has|hasn['’]t|wasn['’]t|isn['’]t|does|says|wants|hopes|believes|thinks|plans|lives|works|retires|leads|faces)\b"
)
_FINITE = re.compile(
    r" (?:also |later |then |never |now )?(?:was|is|has|had|will|would|could|can|did|does|cannot|might|must"
    r"|(?:was|is|has|had|would|could|did|does)n['’]t|won['’]t|can['’]t|wants|hopes|believes|thinks|plans|lives|works|retires"
    r"|leads|faces|joined|left|won|lost|scored|beat|played|wrote|became|began|grew|made|took|gave|went|came|met|resigned|retired"
    r"|declined|refused|agreed|promised|warned|urged|criticised|criticized|accused|thanked|praised|described|announced|died"
    r"|asked|served|worked|lived|studied|moved|signed|returned|appeared|ran|finished|earned|led|missed|needs|shot|spoke)\b"
)
_LIVES = re.compile(
    r" (?:also |later |then |never |once |now |first |again |himself |herself )*(?:founded|co-founded|chaired|composed|conducted|sang|grew up"
    r"|studied (?!in detail)|graduated|married|divorced|resigned|retired|testified|apologi[sz]ed|enlisted|campaigned|starred"
    r"|directed the|taught (?!us|me|him|her|them|people)|painted the|wrote|co-wrote|scored|equali[sz]ed|bowled|batted|hit an? (?:century|six|four|homer)"
    r"|captained|coached|signed (?:a|an|his|her|for|with)|vetoed|smiled|laughed|nodded|shrugged|wept|sued|tweeted|thanked|praised|vowed"
    r"|hired|sacked|nominated|endorsed|voted|recovered from)\b"
)
"""What only people do, though "banks" may do some of it, too: "Light chaired the inquiry"."""
_SHE = re.compile(rf"^[^{CAPITALS}]*? (?:he|she|himself|herself|his|her)\b")
_KIN = re.compile(
    r"['’]s? (?:\w+ )?(?:lawyers?|attorneys?|solicitor|wife|husband|widow|mother|father|parents|family|son|daughter|brother"
    r"|sister|girlfriend|boyfriend|partner|friends?|agent|spokesman|spokeswoman|career|colleagues?|successor|predecessor"
    r"|testimony|resignation)\b"
)
_OPEN_TO_NAMES = re.compile(r"[^\W\d_]*[a-zà-öø-ÿ][,”\"’]{0,2} $")
_DETERMINED = re.compile(
    r"\b(?:the|an?|this|these|those|his|her|their|our|my|your|its|no|every|each|some|any|all|both|former|per|new|old|next|last"
    r"|early|late|mid|north|south|east|west|\w+ern) $",
    re.IGNORECASE,
)
_BEHIND_ANOTHER = re.compile(rf"{CAPITAL}[,.]? $|\b(?:de|da|del|di|du|la|le|van|von|der|den|bin|al) $")
_MET = re.compile(
    r"\b(?:arrested|accused|killed|shot|named|married|met|elected|sued|charged|questioned|acquitted|convicted|told|said|hired"
    r"|(?:trial|arrest|murder|conviction|wife|husband|widow|parents|family|testimony|career|resignation) of|lawyers? for) $"
)
_PRINTS = re.compile(
    rf" (?:first |also |has |had |later )?(?:reported|reports|published|publishes|revealed|printed|quoted|apologi[sz]ed|wrote|endorsed)\b"
    rf"| and [Tt]he (?:{CAPITAL} )?(?:Times|Mirror|Mail|Post|Telegraph|Express|Star|Herald|Guardian|Observer|Independent|Tribune|Record)\b"
    rf"| and [Tt]he {CAPITAL} (?:both |first |also )?(?:reported|published|printed|called|said|declined|revealed)\b"
)
_PAPERS = word_set(
    "age economist express globe guardian herald independent mail mirror observer post scotsman spectator star sun telegraph times"
    " tribune"
)
_MAGAZINES = word_set("billboard cell fortune nature science slate time variety vice vogue wired")
_PUBLISHED = re.compile(
    r"\b(?:appear(?:s|ed|ing)?|article|essay|letter|paper|print(?:s|ed)|publish(?:es|ed|ing)|report(?:s|ed|ing)?|stud(?:y|ies)"
    r"|writing|written|writes|wrote)(?: on \w+)?,? in $"
)
_ISSUES = re.compile(
    r" (?:chose|has named|named|printed|published|put|quoted|ranked|reported|retracted|wrote)\b"
)
_ANSWERS = re.compile(r": [\"“‘]")
"""What follows the name of who speaks, where a paper prints an interview."""
_IN_TITLE = re.compile(rf"{CAPITAL} (?:of|for|and|or|in|on|the|&) (?:the )?$")
_OF = re.compile(r" (?:of|for) ")
_ROBBED = re.compile(
    r"\b(?:accus|convict|acquitt|clear|suspect|inform|warn|remind|robb|depriv|ridd?|stripp)\w+ $"
)
_LINKED = re.compile(rf"(?:['’]s?)?(?: |-| & )[{CAPITALS}0-9]")
_SHARES = re.compile(r"\b(?:[Ss]hares (?:in|of)|chief executive of|[Cc]ustomers of|owned by|subsidiary of) $")
_APPOSED = re.compile(
    r", (?:an?|the) (?:[\w-]+ ){0,3}?(?:airline|app|band|bank|brand|charity|chain|company|drugmaker|duo|firm|group|insurer"
    r"|magazine|manufacturer|maker|newspaper|organi[sz]ation|retailer|start-?up|store|think tank|trio|website)\b"
)
_PEOPLE = word_set("""
    banks bears brothers bulls champions childs cooks cousins coward crews dukes earls eagles fellows grooms hawks landers majors
    masters nobles parents parsons peoples powers sawyers sellers springers squires stewards
""")
"""Plurals of who may speak and be sentenced: "Banks denied that they had fixed the rate"."""
_COLLECTIVE = word_set("board council court labor parliament school staff union")
"""Bodies that do what people do."""
_HEADS = word_set("""
    bank banks bay beach bridge brook camp castle cave church college corner court creek cross falls farm field fields garden
    gardens gate gates grove hall heights hill hills house hunt island lake land lane mill mills mount park parish place pond
    pool post road rock school shore spring springs square street temple tower wall way well wells wood woods
""")
"""What is named after somebody."""
_NO_SURNAMES = CALENDAR | PEOPLES | COUNTRIES | STATES | (TITLES - SURNAME_TITLES) | BODIES | CIVIC | KINDS


def lone_names(source: str) -> Iterator[Run]:
    """Yield single words of an English sentence that are names by what stands around them, in order.

    In headlines only two surnames at the head tell, and in lines in capitals nothing.
    """
    style = style_of(source)
    if style == "loud":
        return
    heading = list(headline_names(source))
    yield from (_named(*span, source[slice(*span)]) for span in heading)
    if style == "headline":
        return
    joint = set(chained(source))
    for found in _WORD.finditer(source):
        start = found.start()
        name = _OWNS.sub("", found.group())
        end = start + len(name)
        before, after = source[:start], source[end:]
        if _LINKED.match(after) or not is_word(name.lower(), "en") or (start, end) in heading:
            continue
        joined = (start, end) in joint
        company = _sold(name.lower(), before, after)
        first = opens(source, start)
        paper = _printed(name.lower(), before, after, first=first)
        if joined or company or paper or _tells(name.lower(), before, after, first=first):
            yield _named(start, end, name, person=not (company or paper), traded=company)
        elif kind := kind_of(source, start, end, first=first):
            yield _named(start, end, name, person=False, traded=kind.company)


def _named(start: int, end: int, name: str, *, person: bool = True, traded: bool = False) -> Run:
    return Run((start, end), name, named=True, person=person, traded=traded)


def _printed(word: str, before: str, after: str, *, first: bool) -> bool:
    """Tell whether what stands around a word makes a paper's or a magazine's name of it: "Time named her"."""
    paper = before.endswith(("The ", "the ")) and word in _PAPERS and _PRINTS.match(after)
    magazine = word in _MAGAZINES and (_ISSUES.match(after) if first else _PUBLISHED.search(before))
    return bool(paper or magazine)


def _sold(word: str, before: str, after: str) -> bool:
    """Tell whether what stands around a word makes a company's name of it, or a band's."""
    if _BEHIND_ANOTHER.search(before) or plain(word) or word in CALENDAR | PEOPLES | COUNTRIES | STATES:
        return False
    return bool(_SHARES.search(before) or (_APPOSED.match(after) and not _DETERMINED.search(before)))


def _tells(word: str, before: str, after: str, *, first: bool) -> bool:
    """Tell whether what stands around a word makes a person's name of it."""
    if _ADDRESS.search(before):
        return word not in TITLES - SURNAME_TITLES
    if word not in SURNAMES:
        return False
    if _RANK.search(before):
        return word not in _NO_SURNAMES - CALENDAR
    if any(taken.search(before) for taken in (_BEHIND_ANOTHER, _DETERMINED, _IN_TITLE)):
        return False
    if _ASIDE.match(after):
        return word not in _NO_SURNAMES
    return _opening(word, after) if first else _inside(word, before, after)


def _opening(word: str, after: str) -> bool:
    """Tell whether the first word of a sentence is somebody's name."""
    if _ANSWERS.match(after):
        return word not in _NO_SURNAMES | UNCOUNTED
    if _AGED.match(after) or _KIN.match(after) or _SOMEBODY.match(after):
        return True
    if _SPEAKS.match(after) or _SUFFERS.match(after) or (_LIVES.match(after) and word not in _COLLECTIVE):
        return word not in _PEOPLE or bool(_SINGULAR.match(after) or _SHE.match(after))
    if word.endswith("s") and not word.endswith("ss") and is_word(word[:-1], "en"):
        return bool(_SINGULAR.match(after) or (_FINITE.match(after) and _SHE.match(after)))
    return word not in UNCOUNTED | _NO_SURNAMES and bool(_FINITE.match(after))


def _inside(word: str, before: str, after: str) -> bool:
    """Tell whether a capitalised word inside a sentence, without an article, is somebody's name."""
    if not _OPEN_TO_NAMES.search(before) or (_OF.match(after) and not _ROBBED.search(before)):
        return False
    if _SPEAKS.match(after) or _AGED.match(after) or re.search(rf"\b{_SAID} $", before):
        return True
    return word not in UNCOUNTED | _NO_SURNAMES


def is_somebody(source: str, run: Run) -> bool:
    """Tell whether a run is a person's name though its last word is a common one: "Virgil Church was arrested".

    A given name before what is often a building's or a body's ("Grace Church", "Victoria Park") wants what is said of
    people only.
    """
    *given, last = run.name.lower().split()
    if run.article or not given or not is_given_name(run.name.split()[0]) or given[0] in GIVEN_PLACES:
        return False
    if last not in SURNAMES:
        return False
    before, after = source[: run.span[0]], source[run.span[1] :]
    told = (
        _SPEAKS.match(after)
        or _SUFFERS.match(after)
        or _AGED.match(after)
        or _KIN.match(after)
        or _ADDRESS.search(before)
        or _RANK.search(before)
        or _MET.search(before)
    )
    return bool(told) or last not in _HEADS | CIVIC | KINDS | BODIES
