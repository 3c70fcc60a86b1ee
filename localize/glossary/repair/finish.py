"""Last touches to a sentence whose terms are in their places: letter case, and the article before a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.glossary.repair.acceptance import accept
from localize.glossary.repair.articles import leading_edit
from localize.glossary.repair.capitals import title_edits
from localize.glossary.repair.consistency import case_edits, set_in_capitals
from localize.glossary.repair.plan import edit

if TYPE_CHECKING:
    from localize.document import Span
    from localize.glossary.repair.grammar import Grammar
    from localize.glossary.repair.state import State


def finish(state: State, *, language: str, grammar: Grammar | None) -> None:
    """Touch a sentence up; what changes is written into its methods.

    Args:
        state: The sentence.
        language: Target.
        grammar: Of the target.
    """
    _write_as_entered(state, language, grammar)
    _write_titles_alike(state, language, grammar)


def _write_as_entered(state: State, language: str, grammar: Grammar | None) -> None:
    """Write terms the way the glossary does, with the article that they need."""
    places = _places(state, language)
    text, terms = state.draft.text, [(state.job.matches[i], span) for i, span in places.items()]
    edits = case_edits(state.job.source, text, terms)
    for i, span in places.items():
        led = leading_edit(state.job.source, state.draft, state.job.matches[i], span, grammar)
        edits += [led[1]] if led else []
        if led or any(span == (a, b) for a, b, _ in edits):
            method, start = (led[0], led[1].start) if led else ("case", span[0])
            state.methods.setdefault(i, (method, text[start : span[1]]))
    edits.sort()
    state.draft = edit(state.draft, edits) if edits else state.draft


def _write_titles_alike(state: State, language: str, grammar: Grammar | None) -> None:
    """Write what belongs to a title, and the sentence's other titles, in small letters as the glossary's are."""
    source, draft = state.job.source, state.draft
    if grammar is None or grammar.titles_either or set_in_capitals(source, draft.text):
        return
    places = _places(state, language)
    edits = title_edits(source, draft, [(state.job.matches[i], span) for i, span in places.items()])
    for i, span in places.items() if edits else ():
        if state.job.matches[i].concept.kind == "title":
            state.methods.setdefault(i, ("case", draft.text[slice(*span)]))
    state.draft = edit(draft, edits) if edits else draft


def _places(state: State, language: str) -> dict[int, Span]:
    """List where the terms of a sentence stand, by the number of the match."""
    accepted = accept(state.draft, state.job.matches, language)
    return {i: found.span for i, found in enumerate(accepted) if found.span}
