"""Sentences written anew around a name that the engine took for a word: somebody else's name rides in its place.

"Winters will be sentenced" is about seasons for an engine, and the plural stays when only the noun is replaced. With a
name that it does not translate in the same place it says "será condenado"; then the names change places again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import Edit, apply_edits, edit_alignment
from localize.glossary.repair.acceptance import accept
from localize.glossary.repair.choice import Candidate, Situation, sane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Alignment, Draft
    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.versions import Versions

METHOD = "placeholder"
PERSON, COMPANY = "person", "company"
_NAMES = {
    PERSON: ("Kowalski", "Schneider", "Petrov", "Lindqvist"),
    COMPANY: ("Siemens", "Nokia", "Toyota", "Philips"),
}
"""Names that engines copy, and put the right articles and verbs around, by what bears them."""


class Anew(NamedTuple):
    """A sentence to be written anew.

    Attributes:
        source: As it stands in the article.
        draft: What the engine made of it.
        matches: All terms and names that it must have; of names ``concept.definition`` says what bears them.
    """

    source: str
    draft: Draft
    matches: tuple[TermMatch, ...]

    @property
    def names(self) -> tuple[TermMatch, ...]:
        """List the names that are to ride as others, in the order of the source."""
        return tuple(sorted(filter(bears, self.matches), key=lambda match: match.span))


def written_anew(versions: Versions, asked: Sequence[Anew], language: str) -> list[Draft | None]:
    """Write sentences around other names in one engine call, and put their own back.

    Args:
        versions: Of the engine.
        asked: May be none.
        language: Target.

    Returns:
        One draft a sentence, aligned with the untouched source where the engine can align; None where a name was lost or
        doubled, where a term that the draft had is lost, or where the sentence is worse by the measure of all repairs.
    """
    chosen = [_chosen(one) for one in asked]
    sources = [
        apply_edits(
            one.source, [Edit(*match.span, name) for match, name in zip(one.names, names, strict=True)]
        )
        for one, names in zip(asked, chosen, strict=True)
    ]
    drafts = versions.translate(sources) if sources else []
    made = [_restored(*item) for item in zip(asked, chosen, drafts, strict=True)]
    places = [i for i, draft in enumerate(made) if draft is not None]
    aligned: Sequence[Alignment] = versions.aligned(
        [asked[i].source for i in places], [draft.text for draft in made if draft is not None]
    )
    for i, alignment in zip(places, aligned, strict=True):
        draft = made[i]
        made[i] = replace(draft, alignment=alignment) if draft and _sane(asked[i], draft, language) else None
    return made


def _sane(one: Anew, draft: Draft, language: str) -> bool:
    """Tell whether a sentence written anew has its names, and what the draft had."""
    before = accept(one.draft, one.matches, language)
    held = frozenset(i for i, found in enumerate(before) if found.span and not found.forbidden)
    candidate = Candidate(METHOD, draft)
    return all(
        sane(candidate, Situation(one.draft, one.matches, i, held, None, language))
        for i, match in enumerate(one.matches)
        if match in one.names
    )


def bears(match: TermMatch) -> bool:
    """Tell whether a match is a name that can ride as another."""
    return match.concept.definition in _NAMES


def _chosen(one: Anew) -> tuple[str, ...]:
    """Choose another name for each, one that the sentence does not have; the same for the same.

    A person keeps the given name, by which engines tell her from him.
    """
    given: dict[str, str] = {}
    for match in one.names:
        before, _, _ = match.target.text.rpartition(" ")
        given_name = f"{before} " if before and match.concept.definition == PERSON else ""
        free = (
            given_name + name
            for name in _NAMES[match.concept.definition]
            if name not in one.source and not any(other.endswith(name) for other in given.values())
        )
        given.setdefault(match.target.text, next(free, ""))
    return tuple(given[match.target.text] for match in one.names)


def _restored(one: Anew, names: Sequence[str], draft: Draft) -> Draft | None:
    """Put the sentence's own names back; None where one is not there as often as it should."""
    edits: list[Edit] = []
    for name in dict.fromkeys(names):
        own = next(m.target.text for m, other in zip(one.names, names, strict=True) if other == name)
        found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", draft.text) if name else ()
        places = [hit.span() for hit in found]
        if not name or len(places) != list(names).count(name):
            return None
        edits += [Edit(*place, own) for place in places]
    edits.sort()
    return replace(
        draft,
        text=apply_edits(draft.text, edits),
        alignment=edit_alignment(draft.alignment, edits),
        score=None,
    )
