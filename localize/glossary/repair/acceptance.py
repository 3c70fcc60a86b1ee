"""Does a translation hold the glossary's term? Any form of the preferred or an admitted term counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import aligned, overlap
from localize.glossary.pairs import LIVE, chain
from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.location import PREFIXES
from localize.glossary.search.characters import UNSPACED
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Draft, Span
    from localize.glossary.concepts import Concept, Kind, Term, TermMatch

_PERSONS = frozenset({"title"})
_HYPHENATED = frozenset({"acronym", "name", "organisation", "place"})
"""Kinds whose terms count inside a hyphenated compound (pró-OTAN)."""


class Accepted(NamedTuple):
    """Where the translation has what a match asks for, and what it must not have."""

    span: Span | None
    forbidden: Span | None


@lru_cache(maxsize=8192)
def forms(term: Term, kind: Kind) -> tuple[str, ...]:
    """List every form that counts as a term: its lemma, the entry's forms, else those that grammar makes.

    Of a place so do the adjectives and inhabitants that the grammar lists: "a Rússia" may be "Russian" in English.
    The longest come first, so that a search finds whole phrases.
    """
    grammar = grammar_for(term.language)
    listed = [term.text, *term.forms]
    if grammar and kind != "do-not-translate":
        person = kind in _PERSONS or term.gender == "mf"
        listed += grammar.forms(term.text, person=person)
        listed += grammar.derived(term.text) if kind == "place" else ()
    return tuple(sorted(dict.fromkeys(listed), key=len, reverse=True))


def terms_of(concept: Concept, language: str, *statuses: str) -> tuple[Term, ...]:
    """List a concept's terms of some statuses that count in a language.

    Those that are applied are of the one column that serves the language (``pairs.chain``), those that are rejected
    also of its own and its base language's. What is not translated is its own term in every language.
    """
    served = chain(language, concept.terms)
    home = next((tag for tag in served if any(term.status in LIVE for term in concept.terms[tag])), None)
    if home is None and concept.kind == "do-not-translate":
        return tuple(term for terms in concept.terms.values() for term in terms if term.status in statuses)
    tags = dict.fromkeys(tag for tag in (home or language, language, base(language)) if tag in concept.terms)
    return tuple(
        term
        for tag in tags
        for term in concept.terms[tag]
        if term.status in statuses and (tag == home or term.status not in LIVE)
    )


def pattern(concept: Concept, language: str, *statuses: str) -> re.Pattern[str] | None:
    """Compile the search for a concept's terms; None when it has none of these statuses."""
    written = [form for term in terms_of(concept, language, *statuses) for form in forms(term, concept.kind)]
    return _compile(tuple(written), concept.kind, base(language) not in UNSPACED) if written else None


@lru_cache(maxsize=8192)
def _compile(written: tuple[str, ...], kind: Kind, spaced: bool) -> re.Pattern[str]:  # noqa: FBT001
    forms = sorted(set(written), key=lambda form: (-len(form), form))
    if spaced:
        edge = r"\w" if kind in _HYPHENATED else r"\w\-‐‑"
        prefixed = "".join(rf"|(?<=\b{prefix}-)" for prefix in PREFIXES)
        alternatives = "|".join(map(_loose, forms))
        search = rf"(?:(?<![{edge}]){prefixed})(?:{alternatives})(?![{edge}])"
    else:  # words run on; only letters of another script part from their like
        search = "|".join(
            rf"(?<![a-zA-Z0-9]){_loose(form)}(?![a-zA-Z0-9])" if form.isascii() else _loose(form)
            for form in forms
        )
    return re.compile(search, 0 if kind == "do-not-translate" else re.IGNORECASE)


def _loose(form: str) -> str:
    """Write a form as an expression that minds neither hyphens and spaces nor the shape of apostrophes."""
    parts = (re.escape(part) for part in re.split(r"[\s\-‐‑]+", form))
    return re.sub("['’]", "['’]", r"[\s\-‐‑]+".join(parts))


def accept(draft: Draft, matches: Sequence[TermMatch], language: str) -> list[Accepted]:
    """Find each match's term in a draft, each place in the draft used once.

    Longer source terms choose first. A term in the aligned place is preferred; one elsewhere in the sentence counts
    too, since alignments err.
    """
    order = sorted(range(len(matches)), key=lambda i: matches[i].span[0] - matches[i].span[1])
    places: dict[int, list[Span]] = {}
    for i in order:
        search = pattern(matches[i].concept, language, "preferred", "admitted")
        places[i] = [f.span() for f in search.finditer(draft.text) if _cased(f, matches[i])] if search else []
    taken: dict[int, Span] = {}
    for near_only in (True, False):
        for i in order:
            if i in taken:
                continue
            near = aligned(draft.alignment, matches[i].span)
            for place in places[i]:
                free = not any(overlap(place, other) for other in taken.values())
                if free and (not near_only or any(overlap(place, span) for span in near)):
                    taken[i] = place
                    break
    return [Accepted(taken.get(i), _forbidden(draft, match, language)) for i, match in enumerate(matches)]


def small(draft: Draft, match: TermMatch, language: str) -> Span | None:
    """Find an acronym that an engine wrote in small letters ("la otan"), where it stands once."""
    search = pattern(match.concept, language, "preferred")
    found = [hit for hit in search.finditer(draft.text) if not _cased(hit, match)] if search else []
    return found[0].span() if len(found) == 1 else None


def _cased(found: re.Match[str], match: TermMatch) -> bool:
    """Tell an acronym from the word that is spelled like it: IRA, but not "ira"."""
    acronym, written = match.target.text, found.group()
    return not (acronym.isupper() and written.islower() and written.startswith(acronym.lower()))


def _forbidden(draft: Draft, match: TermMatch, language: str) -> Span | None:
    """Find a deprecated or forbidden term of the match's concept, in the aligned place."""
    search = pattern(match.concept, language, "deprecated", "forbidden")
    if search is None:
        return None
    allowed = pattern(match.concept, language, "preferred", "admitted")
    good = [found.span() for found in allowed.finditer(draft.text)] if allowed else []
    near = aligned(draft.alignment, match.span)
    for found in search.finditer(draft.text):
        inside_good = any(a <= found.start() and found.end() <= b for a, b in good)
        if not inside_good and (not near or any(overlap(found.span(), span) for span in near)):
            return found.span()
    return None
