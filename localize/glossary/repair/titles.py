"""Titles written as their bearers': a woman's or a man's, where the engine, not knowing, took her for a man."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from localize.glossary.repair.acceptance import accept, forms, terms_of
from localize.glossary.repair.genders import is_person
from localize.glossary.repair.persons import Bearers
from localize.glossary.repair.plan import gendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.grammar import Grammar
    from localize.glossary.repair.plan import Plan
    from localize.glossary.repair.state import State
    from localize.glossary.repair.versions import Versions


def give_titles_their_gender(
    states: Sequence[State], versions: Versions, language: str, grammar: Grammar | None
) -> None:
    """Write titles as the names and pronouns beside them tell, and what agrees with them, one a sentence at a time."""
    if grammar is None or not grammar.has_gender:
        return
    told = _told(states, grammar)
    while any(told):
        planned = []
        for state, titles in zip(states, told, strict=True):
            plan = None
            while titles and plan is None:
                i, woman = titles.pop(0)
                plan = _plan(state, i, language, grammar, woman=woman)
                planned += [(state, i, plan)] if plan else []
        drafts = [state.draft.text for state, _, _ in planned]
        attuned = versions.attuned([plan for _, _, plan in planned], drafts) if planned else []
        for (state, i, _), plan in zip(planned, attuned, strict=True):
            if plan.old and plan.edited:
                state.methods.setdefault(i, ("gender", state.draft.text[slice(*plan.old)]))
                state.draft = plan.edited


def _told(states: Sequence[State], grammar: Grammar) -> list[list[tuple[int, bool]]]:
    """List the titles of each sentence whose bearer is known to be a woman, or a man."""
    bearers = Bearers()
    result: list[list[tuple[int, bool]]] = []
    for number, state in enumerate(states):
        job, found = state.job, []
        after = states[number + 1].job if number + 1 < len(states) else None
        following = after.source if after and after.document == job.document else ""
        for i, match in enumerate(job.matches):
            if is_person(match, grammar):
                woman = bearers.is_woman(
                    job.source, match, document=job.document, sentence=number, following=following
                )
                found += [(i, woman)] if woman is not None else []
        result.append(found)
    return result


def _plan(state: State, i: int, language: str, grammar: Grammar | None, *, woman: bool) -> Plan | None:
    span = accept(state.draft, state.job.matches, language)[i].span
    if span is None:
        return None
    match = _as_written(state.job.matches[i], state.draft.text[slice(*span)], language)
    return gendered(state.job.source, state.draft, match, span, grammar, feminine=woman)


def _as_written(match: TermMatch, written: str, language: str) -> TermMatch:
    """Ask for the term of the entry that stands there, so that its gender is all that changes."""
    for term in terms_of(match.concept, language, "preferred", "admitted"):
        if any(form.casefold() == written.casefold() for form in forms(term, match.concept.kind)):
            return replace(match, target=term)
    return match
