"""What a concept has to say from one language to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.glossary.concepts import Term
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterable

    from localize.glossary.concepts import Concept

LIVE = frozenset({"", "preferred", "admitted"})
"""Values of ``status`` whose rows are applied; the others only tell what to avoid."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept seen from a language pair.

    Attributes:
        concept: The concept.
        sources: Terms of the source language that are looked for: preferred and admitted.
        target: The preferred term of the target language; for a concept that is not translated, the source itself.
    """

    concept: Concept
    sources: tuple[Term, ...]
    target: Term


def chain(tag: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Name the columns that serve a language, best first: the tag itself, its base, regions of a bare language.

    ``pt-BR`` takes ``pt-BR``, then ``pt``; ``en`` takes ``en``, then ``en-US``, ``en-GB``. One script never serves
    for another: ``zh-Hant`` does not take ``zh``.
    """
    have = tuple(languages)
    wanted = [tag]
    script = len(tag.split("-")[1]) == 4 if "-" in tag else False
    if not script:
        wanted.append(base(tag))
    if tag == base(tag):
        wanted += [other for other in have if base(other) == tag and len(other.partition("-")[2]) != 4]
    return tuple(one for one in dict.fromkeys(wanted) if one in have)


def entry_of(concept: Concept, source: str, target: str) -> Entry | None:
    """See a concept from a language pair; None when it has nothing to say there.

    Each language falls back as in ``chain``. A row whose status is deprecated or forbidden is never applied. A
    concept that is not translated is its own target, in every language, and is looked for in the spelling of any.
    """
    kept = concept.kind == "do-not-translate"
    tags = chain(source, concept.terms)
    if kept and not tags:
        tags = tuple(concept.terms)[:1]
    sources = tuple(term for tag in tags for term in concept.terms[tag] if term.status in LIVE)
    if not sources:
        return None
    targets = (term for tag in chain(target, concept.terms) for term in concept.terms[tag])
    preferred = next((term for term in targets if term.status in LIVE), None)
    if preferred is None and kept:
        preferred = Term(sources[0].text, target, forms=sources[0].forms)
    return Entry(concept, sources, preferred) if preferred else None
