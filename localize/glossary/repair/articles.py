"""The article before a term that an engine got right by itself: missing, or of the other gender.

"De acordo com secretário-geral Stoltenberg" lacks one; "de OTAN" and "del Unión Europea" are what Apertium writes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import Edit
from localize.glossary.repair.agreement import match_case, with_article
from localize.glossary.repair.consistency import quiet_edit
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.location import WORD
from localize.glossary.repair.persons import is_woman

if TYPE_CHECKING:
    from localize.document import Draft, Span
    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.grammar import Grammar

_NAMED = re.compile(r" [^\W\d_a-zà-öø-ÿ][^\W\d_]+")
"""A name right behind a title."""
_ACCORDING = frozenset(["segundo", "según", "selon", "secondo"])
"""Words for "according to"; two of them are "second" as well."""
_BODIES = frozenset({"acronym", "organisation"})


def leading_edit(
    source: str, draft: Draft, match: TermMatch, span: Span, grammar: Grammar | None
) -> tuple[str, Edit] | None:
    """Mend what stands right before a term that is in its place, and name the method; see ``article_edit``."""
    quiet = quiet_edit(draft.text, span, grammar) if grammar else None
    if quiet:
        return "case", quiet
    article = article_edit(source, draft, match, span, grammar)
    return ("article", article) if article else None


def article_edit(
    source: str, draft: Draft, match: TermMatch, span: Span, grammar: Grammar | None
) -> Edit | None:
    """Write the article before a term where the language wants one; None where nothing has to change.

    A title before its bearer's name takes one behind a preposition, and so do bodies that are known to. Where the engine
    has no alignment, an article that contradicts the term's gender is another one.

    Args:
        source: The segment's source.
        draft: Its draft.
        match: The satisfied match.
        span: Where the term stands in the draft.
        grammar: Of the target language.
    """
    text = draft.text
    before = next(iter([*WORD.finditer(text, 0, span[0])][-1:]), None)
    if grammar is None or not grammar.has_gender or before is None or text[before.end() : span[0]] != " ":
        return None
    term, word = text[slice(*span)], before.group()
    features = _features(source, match, term, grammar)
    determiner = grammar.determiner(word)
    according = word.lower() in _ACCORDING and source[: match.span[0]].lower().endswith("according to ")
    plain = determiner is None and word.lower() in grammar.prepositions
    if (plain or according) and _wants(source, text, match, span, grammar):
        new = with_article(word.lower(), features, term, grammar)
    elif (
        determiner is not None
        and determiner.definite
        and not draft.alignment
        and match.concept.kind in _BODIES
    ):
        told = grammar.told(determiner, word, term)
        wrong = None not in (told.feminine, features.feminine) and told.feminine != features.feminine
        new = grammar.form(determiner, features, term) if wrong else word.lower()
    else:
        return None
    if new == word.lower():
        return None
    return Edit(before.start(), span[0], match_case(new, word) + ("" if new.endswith("'") else " "))


def _wants(source: str, text: str, match: TermMatch, span: Span, grammar: Grammar) -> bool:
    if match.concept.kind in _BODIES:
        return grammar.takes_article(match.target.text)
    titled = match.concept.kind == "title" and match.number != "pl"
    both = _NAMED.match(source, match.span[1]) and _NAMED.match(text, span[1])
    return titled and both is not None


def _features(source: str, match: TermMatch, term: str, grammar: Grammar) -> Features:
    """Tell gender and number of a term as it stands: by the entry, its ending, or who bears it."""
    feminine = grammar.guess(term).feminine
    if match.target.gender in {"m", "f"}:
        feminine = match.target.gender == "f"
    if feminine is None and match.concept.kind == "title":
        feminine = is_woman(source, match.span)
    return Features(feminine, match.target.number == "pl")
