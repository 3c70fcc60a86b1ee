"""Write quotations, numbers, dates and spaces of a translation as its region does.

A model for Spanish serves Madrid and Mexico City, but "3,5" and «...» there are "3.5" and “...” here. What a region does is
data (``locales.toml``, from Unicode CLDR); a change is only made where the sentence leaves no doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from localize.alignment import overlap
from localize.conventions.dates import dates
from localize.conventions.locales import locale
from localize.conventions.numerals import numbers, rewritten
from localize.conventions.orthography import orthography
from localize.conventions.quotes import quotes
from localize.conventions.spacing import spaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.alignment import Edit
    from localize.document import Span
    from localize.languages import Pair

__all__ = ["Conventions", "asked", "edits", "numeral", "settled"]

Conventions = Literal["region", "always", "never"]
"""When translations follow the conventions of their place: for targets with a region (``pt-PT``), for all, for none."""


def asked(conventions: Conventions, target: str) -> bool:
    """Tell whether translations into a language follow the conventions of its place."""
    return conventions == "always" or (conventions == "region" and "-" in target)


def edits(source: str, text: str, pair: Pair, *, fixed: Sequence[Span] = ()) -> list[Edit]:
    """List what to change in a translation to have it as its target language and region write.

    Args:
        source: Plain source of the sentence.
        text: Its translation, by a model for the region or for the language at large.
        pair: Languages; the source's region, if it has one, settles which number of a date is the month.
        fixed: Places in the translation (code points) that stay as they are: addresses, code, terms.

    Returns:
        Edits that are sorted and do not overlap; none where the conventions of either language are not known.
    """
    ours, theirs = locale(pair.target), locale(pair.source)
    if ours is None or theirs is None:
        return settled(source, text, pair, fixed=fixed)
    proposals = (
        *dates(source, text, pair, ours=ours, theirs=theirs),
        *numbers(source, text, ours=ours, theirs=theirs),
        *quotes(text, ours),
        *spaces(text, ours),
        *orthography(source, text, pair),
    )
    return _compatible(proposals, fixed)


def settled(source: str, text: str, pair: Pair, *, fixed: Sequence[Span] = ()) -> list[Edit]:
    """List what to change that all regions of the target language agree on; arguments as for ``edits``."""
    return _compatible(orthography(source, text, pair), fixed)


def numeral(raw: str, pair: Pair) -> str | None:
    """Write a number of the source as the target does ("2,101", "2.101"); None where that is not known."""
    ours, theirs = locale(pair.target), locale(pair.source)
    return rewritten(raw, ours=ours, theirs=theirs) if ours and theirs else None


def _compatible(proposals: Iterable[Edit], fixed: Sequence[Span]) -> list[Edit]:
    """Sort edits and drop those that touch a fixed place, or one that came before them."""
    taken: list[Span] = list(fixed)
    chosen: list[Edit] = []
    for edit in proposals:
        span = edit.start, max(edit.end, edit.start + 1)
        if not any(overlap(span, other) for other in taken):
            taken.append(span)
            chosen.append(edit)
    return sorted(chosen)
