"""Does a term that was put into a sentence leave words behind that no longer agree with it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import aligned_sources, overlap
from localize.document import Draft
from localize.glossary.repair.agreement import with_article
from localize.glossary.repair.location import WORD
from localize.glossary.words.vocabulary import SMALL_WORDS

if TYPE_CHECKING:
    from localize.document import Alignment, Score, Span
    from localize.glossary.repair.grammar import Features, Grammar
    from localize.glossary.repair.plan import Plan

_UNLIKELY = -1.0
"""Log-probability of a token below which an engine stumbles.

Measured on 157 edits that changed gender or number: of the 27 after which other words had to change, 24 have a word
below it that another inflection would suit, of the 130 others 28.
"""


def doubtful(plan: Plan, score: Score, grammar: Grammar | None) -> bool:
    """Tell whether the engine stumbles over an inflected word of the plan's edit that does not agree with the term.

    Args:
        plan: With an edit.
        score: Of the edit's text. Without places nobody can tell, so there is doubt; and where the number is another
            one there is, since verbs follow it.
        grammar: Of the target language; nothing agrees without one.
    """
    if grammar is None or plan.edited is None:
        return False
    if not score.places or plan.renumbered:
        return True
    unlikely = [span for span, likely in score.places if likely < _UNLIKELY]
    return any(
        any(overlap(word.span(), span) for span in unlikely)
        for word in WORD.finditer(plan.edited.text)
        if (word.group()[0].islower() or word.start() == 0)  # a name agrees with nothing
        and not overlap(word.span(), plan.term)
        and _disagrees(word.group().lower(), plan.features, grammar)
    )


def turned(plan: Plan, grammar: Grammar | None) -> Plan | None:
    """Turn "drone ataque" round, "ataque de drone", where a bare term may describe the noun behind it as in English.

    Whether that word is a noun, the engine's score has to decide.

    Returns:
        A plan with the two words turned; None where the term stands well.
    """
    if grammar is None or not grammar.of or plan.edited is None:
        return None
    text, (start, end) = plan.edited.text, plan.term
    head, noun = WORD.match(plan.source, plan.match.span[1] + 1), WORD.match(text, end + 1)
    if head is None or noun is None or not _describes(plan, head) or text[end] != " ":
        return None
    before = [*WORD.finditer(text, 0, start)][-1:]
    joined = before and text[before[0].end() : start] == " " and _plain(before[0].group(), grammar)
    origins = aligned_sources(plan.edited.alignment, noun.span())
    if (
        joined
        or _plain(noun.group(), grammar)
        or not origins
        or not all(overlap(one, head.span()) for one in origins)
    ):
        return None
    term = text[start:end]
    small = plan.match.target.text[:1].islower() and not term.isupper()
    name = term[:1].lower() + term[1:] if small else term
    of = with_article(grammar.of, plan.features, name, grammar) if grammar.takes_article(name) else grammar.of
    of = grammar.preposition(of, name) if of == grammar.of else of
    phrase = f"{noun.group()} {of}{'' if of.endswith(chr(39)) else ' '}{name}"
    phrase = phrase[:1].upper() + phrase[1:] if small and term[:1].isupper() else phrase
    places = (start, start + len(noun.group())), (start + len(phrase) - len(name), start + len(phrase))
    made = Draft(
        text[:start] + phrase + text[noun.end() :], _moved(plan.edited, plan.term, noun.span(), places)
    )
    return plan._replace(edited=made, term=places[1])


def _moved(draft: Draft, term: Span, noun: Span, places: tuple[Span, Span]) -> Alignment:
    """Follow an alignment where a term and the noun behind it have changed places."""
    longer = places[1][1] - noun[1]
    moved = []
    for source, target in draft.alignment:
        if overlap(target, noun):
            moved.append((source, places[0]))
        elif overlap(target, term):
            moved.append((source, places[1]))
        else:
            shift = longer if target[0] >= noun[1] else 0
            moved.append((source, (target[0] + shift, target[1] + shift)))
    return tuple(sorted(moved, key=lambda pair: pair[1]))


def _describes(plan: Plan, head: re.Match[str]) -> bool:
    """Tell whether a word right behind a term of the source may be what the term describes.

    The first half of a compound is singular, and what ends in -s or -ed behind it may be a verb: "Drone hits refinery".
    """
    joined = plan.source[plan.match.span[1] : head.start()] == " " and not plan.match.possessive
    verb = plan.match.number == "pl" or head.group().endswith(("s", "ed"))
    return joined and not verb and head.group().lower() not in SMALL_WORDS and head.group().isalpha()


def _plain(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a small one, or a name."""
    lower = word.lower()
    small = lower in grammar.prepositions or lower in grammar.adverbs or grammar.determiner(lower) is not None
    return small or word[:1].isupper()


def unbound(text: str, term: Span, grammar: Grammar | None) -> bool:
    """Tell whether a term follows a name without anything between them: "da OTAN secretário-geral"."""
    if grammar is None or not grammar.has_gender:
        return False
    before = re.search(r"(?<=\w )[^\W\d_a-zà-öø-ÿ]\w* $", text[: term[0]])
    return before is not None and text[term[0]].islower()


def _disagrees(word: str, features: Features, grammar: Grammar) -> bool:
    """Tell whether a word has the form of another gender or number."""
    determiner = grammar.determiner(word)
    if determiner is None:
        return grammar.agree(word, features) != word
    told = zip(grammar.told(determiner, word, ""), features, strict=True)
    return any(own is not None and own != bool(asked) for own, asked in told)
