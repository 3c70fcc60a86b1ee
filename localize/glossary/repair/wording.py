"""Which form of a term a place needs: gender and number from the entry, the source and the draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.repair.genders import is_name, is_person
from localize.glossary.repair.grammar import Features
from localize.glossary.words.inflection import lemmas_of
from localize.glossary.words.tokens import WORD, fold
from localize.glossary.words.vocabulary import SMALL_WORDS

if TYPE_CHECKING:
    from localize.glossary.concepts import Term, TermMatch
    from localize.glossary.repair.grammar import Grammar


_SINGULAR = ("ss", "us", "is", "ics", "news")
"""Endings of English singulars in -s: press, virus, crisis, politics."""
_OF_MANY = frozenset(["are", "were", "and", "or", "so", "now", "less"])
"""Of the words that may follow a noun, those that make it one of several, or no end of it."""
_EACH = re.compile(r"\b(?:every|each|any|no|all|many an?)(?: [\w-]+)? $", re.IGNORECASE)
"""Before a singular that means several."""
_STEM = 2
"""Letters that a word and its plural share at least: men, man."""


def features_for(
    match: TermMatch, before: Features, asked: Features, grammar: Grammar, *, source: str = ""
) -> Features:
    """Settle gender and number of the term at a place.

    Args:
        match: The occurrence; its number is that of the source's form.
        before: What the determiners of the old rendering tell.
        asked: What the engine thinks of the term, for entries that do not say.
        grammar: Of the target language.
        source: The sentence; without it, a singular may be the first half of a compound: "missile attacks".
    """
    term = match.target
    if match.concept.kind == "do-not-translate" and not (term.gender or term.number):
        return Features(before.feminine, bool(before.plural))
    if term.number:
        plural = term.number == "pl"
    elif is_name(match) or _plural_entry(match):
        plural = bool(asked.plural)
    else:
        drafted = bool(before.plural) and not (match.number == "sg" and _alone(source, match))
        plural = match.number == "pl" or _plural_variant(match) or drafted
    if term.gender == "mf" or (match.concept.kind == "title" and term.gender != "f"):
        return Features(before.feminine, plural)
    if term.gender:
        return Features(term.gender == "f", plural)
    return Features(
        asked.feminine if asked.feminine is not None else grammar.guess(term.text).feminine, plural
    )


def _alone(source: str, match: TermMatch) -> bool:
    """Tell whether a term in the singular is one thing: no other noun may follow, and no verb in the plural."""
    following = WORD.match(source, match.span[1] + 1)
    if not source or match.possessive or _EACH.search(source[: match.span[0]]):
        return False
    joined = source[match.span[1] : match.span[1] + 1] == " " and following is not None
    return not joined or (following is not None and following.group() in SMALL_WORDS - _OF_MANY)


def _plural_variant(match: TermMatch) -> bool:
    """Tell whether the occurrence is a variant that the entry lists as the plural: "Secretaries-General"."""
    terms = match.concept.terms.get(match.source.language, ())
    return (
        bool(terms)
        and _alike(match.source.text, terms[0].text)
        and _plural_looking(match.source.text, terms[0])
    )


def _alike(text: str, lemma: str) -> bool:
    """Tell whether two phrases may be forms of one another: "no-confidence vote" is none of "vote of no confidence"."""
    words, own = WORD.findall(fold(text)), WORD.findall(fold(lemma))
    return len(words) == len(own) and all(a[:_STEM] == b[:_STEM] for a, b in zip(words, own, strict=True))


def _plural_entry(match: TermMatch) -> bool:
    """Tell whether the entry's own source term is a plural ("troops"), so that its target stands as it is.

    A variant that is the plural of another source term of the entry ("member countries") is none.
    """
    text = match.source.text.lower()
    plural = text.endswith("s") and not text.endswith(_SINGULAR) and match.concept.kind != "title"
    listed = match.concept.terms.get(match.source.language, ())
    return plural and not any(_inflects(match.source.text, term.text, term.language) for term in listed)


def _inflects(text: str, lemma: str, language: str) -> bool:
    """Tell whether a text is another form of a term, word by word."""
    words, own = WORD.findall(text), WORD.findall(lemma)
    return (
        len(words) == len(own)
        and fold(text) != fold(lemma)
        and all(fold(a) in lemmas_of(b, language) for a, b in zip(own, words, strict=True))
    )


def form_for(match: TermMatch, features: Features, grammar: Grammar) -> str:
    """Write the term in the form that has these features: one that the entry lists, else one that grammar makes."""
    term = match.target
    if match.concept.kind == "do-not-translate" or is_name(match):
        return term.text
    person = is_person(match, grammar)
    feminine = bool(features.feminine) and person and term.gender != "f"
    plural = bool(features.plural) and term.number != "pl" and not _plural_entry(match)
    if not (plural or feminine):
        return term.text
    made = grammar.inflect(term.text, plural=plural, feminine=feminine)
    if not term.forms:
        return made
    listed = {form.casefold(): form for form in term.forms}
    if made.casefold() in listed:
        return made
    fitting = [form for form in term.forms if _plural_looking(form, term) == plural]
    if fitting:
        return fitting[0]
    return term.text if feminine and not plural else made


def _plural_looking(form: str, term: Term) -> bool:
    """Tell whether a form has a word with a plural ending where the lemma has none."""
    words, lemma = (re.split(r"[\s-]", text.casefold()) for text in (form, term.text))
    return any(
        word != own and word[-1:] in "sxie" and not own.endswith(word[-1:]) and len(word) >= len(own)
        for word, own in zip(words, lemma, strict=False)
    )
