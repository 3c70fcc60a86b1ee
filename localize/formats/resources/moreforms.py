"""Forms of plurals that a language has and the source has not: written as copies of ``other``, for translators to change.

Files of strings keep forms in two ways. One is a message of ICU (``icu.py``). The other is a key a form: ``days_one``
and ``days_other`` in i18next, ``one`` and ``other`` below ``days`` in Rails and go-i18n. A program that looks for
``days_few`` and finds nothing shows the source, or nothing at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from localize.alignment import Edit, apply_edits
from localize.formats.resources import icu
from localize.formats.resources.categories import ORDER, lacking

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from localize.document import Document, Span, Unit
    from localize.formats.resources.strings import String

_KEY = re.compile(rf"(?:(.*?)_)?({'|'.join(ORDER)})", re.DOTALL)
_BEFORE = re.compile(r"\s*\Z")
_NEAR = 2000
"""Code points before a value in which its key is looked for."""


class Form(NamedTuple):
    """A string that is one form of a plural.

    Attributes:
        group: What it is a form of.
        name: Its category.
        key: Where its key stands, with its quotes.
        value: Where its value stands, with its quotes.
    """

    group: tuple[str | int, ...]
    name: str
    key: Span
    value: Span


def form(path: Sequence[str | int], key: Span, value: Span) -> Form | None:
    """Tell what form of what plural stands under some keys, if it is one by its last key."""
    found = _KEY.fullmatch(path[-1]) if path and isinstance(path[-1], str) else None
    if not found or (found[1] or "").endswith("ordinal"):
        return None
    return Form((*path[:-1], found[1] or ""), found[2], key, value)


def completed(text: str, forms: Iterable[Form], source: str, target: str, *, comma: bool) -> str:
    """Put in the forms of plurals that the target language needs, each in front of ``other``.

    Args:
        text: Of a file, translated.
        forms: In its order.
        source: Language of the source; may be empty.
        target: Language of the text.
        comma: Values are parted by commas, as in JSON; else by line breaks, or by commas where there are none.
    """
    groups: dict[tuple[str | int, ...], list[Form]] = {}
    for one in forms:
        groups.setdefault(one.group, []).append(one)
    edits: list[Edit] = []
    for group in groups.values():
        other = next((one for one in group if one.name == "other"), None)
        if other is None or len(group) < 2:  # one form alone is no plural: "gender_other"
            continue
        present = {one.name for one in group}
        millions = comma and other.group[-1] != ""
        more = lacking(present, source, target, millions=millions)
        copies = "".join(_copies(text, other, more, comma=comma))
        edits += [Edit(other.key[0], other.key[0], copies)] if copies else []
    return apply_edits(text, sorted(edits)) if edits else text


def _copies(text: str, other: Form, more: Sequence[str], *, comma: bool) -> Iterator[str]:
    start, end = other.key[0], other.value[1]
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    space = before[0] if before else ""
    copied = text[start:end]
    if not comma and "\n" in copied:
        return
    alone = "\n" in space or "\r" in space or start == len(space)
    between = space if alone and not comma else "," + (space or ("" if comma else " "))
    size = other.key[1] - other.key[0]
    for name in more:
        key = copied[:size][::-1].replace("rehto", name[::-1], 1)[::-1]
        yield key + copied[size:] + between


def completed_message(message: str, source: str, target: str) -> str:
    """Put the forms that the target language needs into the plurals of a message of ICU, written as in its file."""
    if not icu.is_message(message):
        return message
    wanted: Callable[[Collection[str]], Sequence[str]] = partial(
        lacking, source=source, target=target, millions=False
    )
    return icu.extended(message, wanted)


def added(string: String, source: String | None) -> Iterator[Span]:
    """Yield the places, in the file, of what a translated string has more than its source; all if that is None."""
    if source is None:
        yield string.places[0], string.places[-1]
        return
    found = icu.branches(string.plain) if icu.is_message(string.plain) else None
    if found and len(string.plain) == len(string.places) - 1:
        known = {branch.within for branch in icu.branches(source.plain) or ()}
        for start, end, _, within in found:
            if within not in known and start < end:
                yield string.places[start], string.places[end]


def without(document: Document, spans: Sequence[Span]) -> Document:
    """Leave out the units that stand in some places, which are sorted."""
    starts = [start for start, _ in spans]

    def stays(unit: Unit) -> bool:
        number = bisect_right(starts, unit.span[0]) - 1
        return number < 0 or unit.span[0] >= spans[number][1]

    return replace(document, units=tuple(filter(stays, document.units)))
