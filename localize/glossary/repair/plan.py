"""The plan of one repair: where the wrong rendering stands, what takes its place, what has to agree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import apply_edits, edit_alignment, shift_offset
from localize.document import Draft
from localize.glossary.repair.agreement import Replacement, case_for, context, replace_noun
from localize.glossary.repair.capitals import fitting
from localize.glossary.repair.genders import is_person
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.location import WORD
from localize.glossary.repair.wording import features_for, form_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.alignment import Edit
    from localize.document import Span
    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.grammar import Grammar


class Plan(NamedTuple):
    """How one violated match is to be repaired.

    Attributes:
        source: The segment's source, and ``match`` the occurrence in it.
        old: The wrong rendering in the draft; None when it could not be located.
        form: The term as it shall stand, with gender and number in ``features``.
        edited: The draft with the term in place and its neighbours agreeing; None without ``old``.
        term: Place of the form in ``edited``.
        safe: True when the new noun has the old one's gender and number, so that nothing further away changes.
        renumbered: True when the new noun has another number than the old one.
    """

    source: str
    match: TermMatch
    old: Span | None
    form: str
    features: Features
    edited: Draft | None = None
    term: Span = (0, 0)
    safe: bool = False
    renumbered: bool = False


def make_plan(
    source: str,
    draft: Draft,
    match: TermMatch,
    *,
    old: Span | None,
    asked: Features,
    grammar: Grammar | None,
) -> Plan:
    """Plan the repair of a match.

    Args:
        source: The segment's source.
        draft: Its draft.
        match: The violated match.
        old: The wrong rendering in the draft, when it could be located.
        asked: What the engine thinks of the term's gender and number.
        grammar: Of the target language, when there is one.
    """
    if grammar is None:
        return place(Plan(source, match, old, match.target.text, Features()), draft, grammar)
    before = _told(source, draft, old, grammar) if old else Features()
    features = features_for(match, before, asked, grammar, source=source)
    form = form_for(match, features, grammar)
    plan = Plan(source, match, old, form, features)
    if old is None:
        return plan
    written = form if match.concept.kind == "do-not-translate" else case_for(form, draft.text, old)
    written = fitting(written, source, match, draft.text, old)
    old = _without_stop(source, match, draft.text, old)
    plan = plan._replace(old=_swallow(draft.text, old, form, grammar), form=written)
    was = _noun(before, draft.text[slice(*old)], grammar)
    renumbered = was.plural != bool(features.plural)
    same = was.feminine is not None and was.feminine == features.feminine and not renumbered
    return place(plan, draft, grammar)._replace(
        safe=match.concept.kind == "do-not-translate" or same, renumbered=renumbered
    )


def _told(source: str, draft: Draft, old: Span, grammar: Grammar) -> Features:
    """Tell gender and number of the old rendering: by its determiners, its number without any by its ending."""
    told = context(source, draft, old, grammar).features
    head = re.split(r"[\s-]", draft.text[slice(*old)])[0]
    bare = told.plural is None and head.endswith("s") and not head.endswith("us")
    return told._replace(plural=True) if bare and grammar.inflect(head, plural=True) == head else told


def place(plan: Plan, draft: Draft, grammar: Grammar | None) -> Plan:
    """Put the plan's form in place of the old rendering in a draft."""
    if plan.old is None:
        return plan
    edits = replace_noun(
        Replacement(plan.source, draft, plan.old, plan.match, plan.form, plan.features), grammar
    )
    end = shift_offset(plan.old[1], edits, end=True)
    return plan._replace(edited=edit(draft, edits), term=(end - len(plan.form), end), safe=grammar is None)


def gendered(
    source: str, draft: Draft, match: TermMatch, span: Span, grammar: Grammar | None, *, feminine: bool
) -> Plan | None:
    """Plan to write a title as its bearer's, a woman's or a man's, where the draft has it otherwise.

    Returns:
        A plan that changes the title and its determiners; None where nothing has to change.
    """
    if grammar is None or not grammar.has_gender or not is_person(match, grammar) or match.number == "pl":
        return None
    before = context(source, draft, span, grammar).features
    features = Features(feminine=feminine, plural=bool(before.plural))
    form = form_for(match, features, grammar)
    other = form_for(match, Features(not feminine, features.plural), grammar)
    wrong = form.casefold() != other.casefold() == draft.text[slice(*span)].casefold()
    if match.target.gender == "f" or (before.feminine is feminine and not wrong):
        return None
    if not feminine and before.feminine is None and not wrong:
        return None
    form = case_for(form, draft.text, span)
    plan = place(Plan(source, match, span, form, features), draft, grammar)
    return plan if plan.edited and plan.edited.text != draft.text else None


def edit(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """Apply edits to a draft; the alignment follows."""
    return Draft(apply_edits(draft.text, edits), edit_alignment(draft.alignment, edits), draft.score)


def _without_stop(source: str, match: TermMatch, text: str, old: Span) -> Span:
    """Widen a span over the stop of an abbreviation that goes: "Sec.-Gen." becomes "secretário-geral"."""
    abbreviated = source[: match.span[1]].endswith(".") and source[match.span[1] :].strip()
    copied = text[old[1] : old[1] + 1] == "." and text[old[1] + 1 :].strip()
    return (old[0], old[1] + 1) if abbreviated and copied else old


def _swallow(text: str, span: Span, form: str, grammar: Grammar) -> Span:
    """Widen a span over neighbours that the form brings itself, in either number: "prisão [perpétuo]", "pena [capital]"."""
    words = form.lower().split()
    start, end = span
    left = [word for word in WORD.finditer(text, 0, start) if not text[word.end() : start].strip()][-1:]
    if left and len(words) > 1 and same_word(left[0].group(), words[0], grammar):
        start = left[0].start()
    right = WORD.search(text, end)
    adjacent = right is not None and not text[end : right.start()].strip()
    if right and adjacent and len(words) > 1 and same_word(right.group(), words[-1], grammar):
        end = right.end()
    return start, end


def same_word(one: str, other: str, grammar: Grammar) -> bool:
    """Tell whether two words are one, or the plural of one another."""
    one = one.lower()
    return (
        one == other
        or other == grammar.inflect(one, plural=True)
        or one == grammar.inflect(other, plural=True)
    )


def _noun(before: Features, old: str, grammar: Grammar) -> Features:
    """Tell gender and number of the old noun: by what stands before it, else by its own endings."""
    told = before.merge(grammar.guess(old))
    head = re.split(r"[\s-]", old)[0]
    return told._replace(plural=told.plural if told.plural is not None else head.endswith("s"))
