"""Where words stand in text, told without the project's own matcher, so that it is not measured by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Span
    from tests.evaluation.rows import Wanted


def places(text: str, forms: Sequence[str], *, exact: bool = False) -> list[Span]:
    """List where any of some forms stands as whole words, letter case folded unless *exact*.

    Longer forms go first, so that "ministro da Defesa" is not found as "ministro".
    """
    choice = "|".join(re.escape(form) for form in sorted(set(forms), key=len, reverse=True))
    return [
        found.span()
        for found in re.finditer(rf"(?<!\w)(?:{choice})(?!\w)", text, 0 if exact else re.IGNORECASE)
    ]


def hits(text: str, terms: Sequence[Wanted]) -> list[Span | None]:
    """Give each term of a sentence a place of its own in the output, or None.

    Source: exact match of the WMT21 terminology task: every occurrence needs its own hit of one of the
    alternatives, each output position is used once. Terms with longer lemmas choose first.
    """
    found: list[Span | None] = [None] * len(terms)
    taken: list[Span] = []
    for i in sorted(range(len(terms)), key=lambda i: -len(terms[i].lemma)):
        for start, end in places(text, terms[i].forms):
            if all(end <= a or b <= start for a, b in taken):
                found[i] = (start, end)
                taken.append((start, end))
                break
    return found


def occurrences(source: str, terms: Sequence[Wanted]) -> list[tuple[Span, Wanted]]:
    """Find every occurrence of some terms in a source, longest first, disjoint, in order.

    Plurals and possessives count; a hyphen and a space are the same.
    """
    spelled = [(writing, term) for term in dict.fromkeys(terms) for writing in _writings(term)]
    found: list[tuple[Span, Wanted]] = []
    for writing, term in sorted(spelled, key=lambda pair: -len(pair[0])):
        loose = re.escape(writing).replace(r"\-", "[- ]").replace(r"\ ", "[- ]")
        flags = 0 if term.exact else re.IGNORECASE
        for place in re.finditer(rf"(?<!\w){loose}(?:['’]s|(?<=s)['’])?(?!\w)", source, flags):
            start, end = place.span()
            if all(end <= a or b <= start for (a, b), _ in found):
                found.append(((start, end), term))
    return sorted(found, key=lambda pair: pair[0])


def _writings(term: Wanted) -> set[str]:
    """Spell a term's sources in singular and plural, the plural at either end ("Attorneys General")."""
    written = set()
    for source in term.sources:
        first, mark, rest = (*re.split(r"([ -])", source, maxsplit=1), "", "")[:3]
        written |= {source, _plural(source), f"{_plural(first)}{mark}{rest}"}
    return written


def _plural(word: str) -> str:
    if re.search("[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word}es" if re.search("(?:s|x|ch|sh)$", word) else f"{word}s"
