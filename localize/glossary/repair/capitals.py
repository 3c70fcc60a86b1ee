"""Capitals: a term inside a longer name is written as the name is, and the titles of a sentence are written alike.

A glossary has "comissão eleitoral" in small letters, but "the National Electoral Commission" is a name, all of it. And
where a glossary's title is small ("representante permanente"), so is what belongs to it ("adjunta") and every other
office in the sentence, whether the glossary has it or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.alignment import Edit, aligned, aligned_sources, overlap
from localize.glossary.repair.location import WORD
from localize.glossary.words.people import PEOPLES
from localize.glossary.words.surroundings import style_of
from localize.glossary.words.vocabulary import BODIES, CALENDAR, CIVIC, KINDS, OPENERS, TITLES
from localize.glossary.words.words import word_set

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterator, Sequence

    from localize.document import Draft, Span
    from localize.glossary.concepts import TermMatch

_LINKS = word_set("""
    & a al and da das de del della delle dei des di do dos du e el em en et for in la las le les los na no nos o of on
    os para per por pour sobre sur the to y
""")
"""Small words inside names, in English and in the languages whose grammar is known."""
_ARTICLES = word_set("a as el il la las le les los o os the")
_MOST_LINKS = 3
_NEAR = 5
"""Words between an office and the body that is named after it, at most."""
_ACRONYM = 4
"""Letters of an acronym, at most, where nothing else tells."""
_OWNED = BODIES | CIVIC | KINDS | word_set("award cup house palace prize residence")
"""What may be somebody's by office: "the Prime Minister's Office", "the Office of the Prime Minister"."""
_RANKS = PEOPLES | word_set("""
    acting adjunct assistant associate chief deputy european executive federal first general honorary incoming interim
    joint lead national outgoing permanent principal regional resident second senior special
""")
"""What goes before an office and belongs to it."""
_OFFICES = word_set("""
    adviser advisor ambassador chair chairman chairperson chairwoman chancellor chief commander commissioner coordinator
    deputy director envoy governor head leader mayor minister ombudsman premier president prosecutor rapporteur
    representative secretary secretary-general senator speaker spokesman spokesperson spokeswoman undersecretary
    vice-president
""")
"""Offices, of one person each: plurals are parts of names, "the Council of Ministers"."""


def in_name(source: str, match: TermMatch, text: str, span: Span) -> bool:
    """Tell whether a term stands inside a longer name, in the source and in the translation.

    An office is inside one where a body is named after it: "the Office of the Prime Minister".

    Args:
        source: The sentence.
        match: The term in it.
        text: The translation.
        span: Where the translation has the term, or the wrong rendering of it.
    """
    own = [word for word in WORD.findall(text[slice(*span)]) if word.lower() not in _LINKS]
    theirs = [word for word in WORD.findall(source[slice(*match.span)]) if word.lower() not in _LINKS | {"s"}]
    if not own or not theirs or not all(word[0].isupper() for word in (*own, *theirs)):
        return False
    if match.concept.kind == "title":
        return _named_after(source, match) and any(_names(text, span, most=_MOST_LINKS))
    if style_of(source) != "running":
        return any(_names(text, span, most=0))
    most = _MOST_LINKS if len(theirs) > 1 else 0
    links = _LINKS if match.concept.kind == "term" else _LINKS - {"and", "&"}
    beside = _names(source, match.span, most=most, links=links)
    return _portfolio(source, match) or (any(beside) and any(_names(text, span, most=_MOST_LINKS)))


def _portfolio(source: str, match: TermMatch) -> bool:
    """Tell whether a term is what an office is about: "the High Commissioner for Human Rights"."""
    words = [word.group() for word in WORD.finditer(source, 0, match.span[0])][-3:]
    while words and words[-1].lower() == "the":
        words.pop()
    return (
        words[-1:] in (["for"], ["of"])
        and words[-2:-1] != []
        and words[-2].istitle()
        and words[-2].lower() in TITLES
    )


def _named_after(source: str, match: TermMatch) -> bool:
    """Tell whether a body is named after an office."""
    behind = next(WORD.finditer(source, match.span[1]), None)
    if match.possessive and behind and behind.start() == match.span[1] + 1:
        return behind.group()[0].isupper() and behind.group().lower() in _OWNED
    before = [word.group() for word in WORD.finditer(source, 0, match.span[0])]
    for _ in range(_NEAR):
        last = before.pop() if before else ""
        if last == "of":
            return bool(before) and before[-1][0].isupper() and before[-1].lower() in _OWNED
        if last != "the" and not last[:1].isupper():  # "the Office of the United Nations High Commissioner"
            break
    return False


def _names(text: str, span: Span, *, most: int, links: Container[str] = _LINKS) -> Iterator[str]:
    """Yield the words with a capital that stand beside a place, before it and behind it, over some small words."""
    before, behind = [*WORD.finditer(text, 0, span[0])][-most - 1 :], [*WORD.finditer(text, span[1])]
    for words in (before[::-1], behind[: most + 1]):
        edge = span
        for word in words:
            between = text[word.end() : edge[0]] if word.start() < span[0] else text[edge[1] : word.start()]
            if between not in {" ", ""}:
                break
            if word.group().lower() not in links:
                if _named(text, word) and not (word.start() < span[0] and _opens(text, word, edge)):
                    yield word.group()
                break
            edge = word.span()


def _opens(text: str, word: re.Match[str], next_: Span) -> bool:
    """Tell whether a word begins a sentence and has a bare article behind it: "Incentiva os Estados-membros"."""
    follows = text[slice(*next_)].lower() in _ARTICLES
    return follows and not text[: word.start()].strip(" \"'“”‘’«(¿¡—–-")


def _named(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word has a capital, and not for another reason."""
    own = word.group()
    opens = not text[: word.start()].strip(" \"'“”‘’«(¿¡—–-")
    plain = own.lower() in CALENDAR or (opens and own.lower() in OPENERS)
    return own[0].isupper() and not plain and not (own.isupper() and len(own) > 1)


def fitting(form: str, source: str, match: TermMatch, text: str, span: Span) -> str:
    """Write a term as what stands in its place: a name's part with capitals, a label ("SPOKESMAN:") all in them."""
    if shouted(source, match, text, span):
        return form.upper()
    return as_name(form) if in_name(source, match, text, span) else form


def shouted(source: str, match: TermMatch, text: str, span: Span) -> bool:
    """Tell whether a term is all in capitals on both sides, and not because it is an acronym."""
    written = text[slice(*span)]
    loud = source[slice(*match.span)].isupper() and written.isupper() and len(written) > _ACRONYM
    return loud and not match.source.text.isupper()


def as_name(form: str) -> str:
    """Write a term with a capital at every word but the small ones."""
    parts: list[str] = []
    done = 0
    for word in WORD.finditer(form):
        own = word.group()
        parts += [form[done : word.start()], own if own.lower() in _LINKS else own[0].upper() + own[1:]]
        done = word.end()
    return "".join(parts) + form[done:]


def title_edits(source: str, draft: Draft, places: Sequence[tuple[TermMatch, Span]]) -> list[Edit]:
    """Write what belongs to the sentence's titles, and its other titles, in small letters as the glossary's are.

    Args:
        source: The sentence.
        draft: Its translation, with an alignment: without one nothing is known of other titles.
        places: The terms that stand in the translation, and where.
    """
    small = [
        (match, span) for match, span in places
        if match.concept.kind == "title" and match.target.text[:1].islower() and not draft.text[slice(*span)].istitle()
    ]  # fmt: skip
    if not small or not draft.alignment:
        return []
    words = [*WORD.finditer(source)]
    taken = [match.span for match, _ in places]
    free = [i for i, word in enumerate(words) if not any(overlap(word.span(), span) for span in taken)]
    wanted: list[Span] = []
    ranks: list[Span] = []
    for match, _ in small:
        start = next((i for i, word in enumerate(words) if word.start() >= match.span[0]), 0)
        ranks += _ranks(words, start, free)
    for i in free:
        if words[i].group().lower() in _OFFICES and _is_office(source, words, i):
            wanted.append(words[i].span())
            ranks += _ranks(words, i, free)
    return [*_lowered(draft, wanted, ranks, [span for _, span in places])]


def _ranks(words: Sequence[re.Match[str]], start: int, free: Container[int]) -> list[Span]:
    """List the words before an office that belong to it: "First Deputy"."""
    found: list[Span] = []
    while start - 1 in free and words[start - 1].group().lower() in _RANKS:
        start -= 1
        found.append(words[start].span())
    return found


def _is_office(source: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Tell whether an office with a capital is somebody's, and no part of a body's name."""
    word = words[i]
    before, behind = source[: word.start()].lower().split()[-3:], source[word.end() : word.end() + 3]
    owned = behind[:2] in {"'s", "’s"} and source[word.end() + 3 : word.end() + 4].isupper()
    body = before[-2:] == ["of", "the"] and words[i - 3 : i - 2] and words[i - 3].group()[0].isupper()
    return word.group()[0].isupper() and not owned and not (body and words[i - 3].group().lower() in _OWNED)


def _lowered(
    draft: Draft, offices: Sequence[Span], ranks: Sequence[Span], held: Sequence[Span]
) -> Iterator[Edit]:
    """Write in small letters what renders these words of the source, and nothing else; ranks only beside an office."""
    text, wanted = draft.text, [*offices, *ranks]
    near = {target for span in wanted for target in aligned(draft.alignment, span)}
    small = list(held)  # a word with a capital before them is no name that goes on
    done: set[Span] = set()
    previous: re.Match[str] | None = None
    for word in WORD.finditer(text):
        own, last, previous = word.group(), previous, word
        if not own[0].isupper() or own.isupper() or not any(overlap(word.span(), span) for span in near):
            continue
        origins = aligned_sources(draft.alignment, word.span())
        if not all(any(overlap(origin, span) for span in wanted) for origin in origins):
            continue
        opens = text[: word.start()].rstrip(" \"'“”‘’«(¿¡—–-*")[-1:] in {"", ".", "!", "?", ":"}
        inside = any(overlap(word.span(), span) for span in held)
        named = {span for span in offices for origin in origins if overlap(origin, span)}
        rank = not named
        apart = rank and not any(word.start() - 1 == end or word.end() + 1 == start for start, end in small)
        again = bool(named & done)  # "Comissário responsável pelo Comércio" is the commissioner and what for
        if not (opens or inside or apart or again or (last and _goes_on(text, last, word, small))):
            small.append(word.span())
            done |= named
            yield Edit(*word.span(), own.lower())


def _goes_on(text: str, last: re.Match[str], word: re.Match[str], small: Sequence[Span]) -> bool:
    """Tell whether a word goes on with a name that the word before it is part of: "Assembleia Geral"."""
    beside = text[last.end() : word.start()] == " " and last.group()[0].isupper()
    return (
        beside
        and last.group().lower() not in _LINKS
        and not any(overlap(last.span(), span) for span in small)
    )
