"""Take agreement, and nothing else, from a sentence that the engine wrote around the new term.

A noun of another gender or number changes words far from it: participles, predicates, pronouns. The engine knows
which, but when it writes the rest of a sentence anew it also drops, adds and rewords. So its version is compared with
the edited draft word by word, and only inflections of the same words are taken over.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from localize.alignment import Edit, overlap
from localize.glossary.repair.grammar import Features
from localize.glossary.repair.location import WORD

if TYPE_CHECKING:
    from localize.document import Span
    from localize.glossary.repair.grammar import Grammar


def agreement_edits(text: str, term: Span, model: str, grammar: Grammar) -> list[Edit]:
    """List the edits that give words of a text the inflection that another version of it has.

    Args:
        text: The draft with the term in place.
        term: Where the term stands; it is not touched.
        model: The engine's own version, with the same term.
        grammar: Of the language.

    Returns:
        Sorted edits of ``text``; none where the versions differ by more than inflection.
    """
    ours, theirs = list(WORD.finditer(text)), WORD.findall(model)
    keys = ([_key(found.group(), grammar) for found in ours], [_key(word, grammar) for word in theirs])
    edits = []
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            pairs = zip(ours[a:b], theirs[c:d], strict=True)
        else:
            continue
        for found, word in pairs:
            if overlap(found.span(), term):
                continue
            if tag == "equal" or grammar.conjugates(found.group().lower(), word.lower()):
                new = _cased(word, found.group())
                edits += [Edit(*found.span(), new)] if new != found.group() else []
    return edits


def changed(text: str, other: str, token: str) -> Span | None:
    """Find the stretch of a text in whose place another version has a token."""
    ours, theirs = list(WORD.finditer(text)), WORD.findall(other)
    keys = ([found.group().lower() for found in ours], [word.lower() for word in theirs])
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "replace" and token in theirs[c:d]:
            at = theirs.index(token, c, d)
            left, right = at - c, d - at - 1  # words beside the token are determiners that changed with it
            if b - a > left + right:
                return ours[a + left].start(), ours[b - right - 1].end()
    return None


def _key(word: str, grammar: Grammar) -> str:
    """Reduce a word to what its inflections share: the masculine singular, or its determiner's."""
    lower = word.lower()
    determiner = grammar.determiner(lower)
    if determiner is not None:
        return grammar.form(determiner, Features(), "x")
    return grammar.agree(lower, Features())


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word[:1].lower() + word[1:]
