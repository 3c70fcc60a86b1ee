"""Terms whose words a longer name parts: "Comissão Nacional Eleitoral" has "comissão eleitoral" once the words are turned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import Edit
from localize.glossary.repair.acceptance import accept, forms, terms_of
from localize.glossary.repair.location import WORD
from localize.glossary.repair.plan import edit
from localize.glossary.words.vocabulary import OPENERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Draft
    from localize.glossary.concepts import TermMatch

_BEFORE = re.compile(r"\b[^\W\d_a-zà-öø-ÿ][\w-]+(?= $)")
_IN_NAMES = frozenset({"term", "organisation"})
"""Kinds whose terms may be part of a longer name."""


class Turned(NamedTuple):
    """A draft whose words were turned round, the place of the match among the matches, and what stood there before."""

    draft: Draft
    place: int
    before: str


def turned(source: str, draft: Draft, matches: Sequence[TermMatch], language: str) -> Turned | None:
    """Put the word that parts a term's words behind them: all have capitals, as have the term and the word before it.

    What parts them renders the word before the term, whatever the alignment says: it errs inside a name.

    Args:
        source: The sentence.
        draft: Its translation.
        matches: The terms of the sentence.
        language: Target.

    Returns:
        The first such term; None where there is none.
    """
    words = [*WORD.finditer(draft.text)]
    for index, found in enumerate(accept(draft, matches, language)):
        match = matches[index]
        before = _BEFORE.search(source, 0, match.span[0])
        if found.span is not None or match.concept.kind not in _IN_NAMES or before is None:
            continue
        if before.group().lower() in OPENERS or not source[match.span[0]].isupper():
            continue
        for term in terms_of(match.concept, language, "preferred"):
            for form in forms(term, match.concept.kind):
                place = _parted(draft, words, form.split())
                if place:
                    return _turn(draft, *place, index)
    return None


def _parted(
    draft: Draft, words: Sequence[re.Match[str]], own: Sequence[str]
) -> tuple[re.Match[str], re.Match[str]] | None:
    """Find two words that are a term, but for one between them; give that one and the last."""
    if len(own) != 2:
        return None
    for first, between, last in zip(words, words[1:], words[2:], strict=False):
        three = (first, between, last)
        spelled = [word.group().lower() for word in (first, last)] == [word.lower() for word in own]
        named = all(word.group()[0].isupper() for word in three)
        close = draft.text[first.end() : last.start()] == f" {between.group()} "
        if spelled and named and close:
            return between, last
    return None


def _turn(draft: Draft, between: re.Match[str], last: re.Match[str], index: int) -> Turned:
    start = len(draft.text[: between.start() - 1].rpartition(" ")[0])
    before = draft.text[start + (start > 0) : last.end()]
    edits = [Edit(*between.span(), last.group()), Edit(*last.span(), between.group())]
    return Turned(edit(draft, edits), index, before)
