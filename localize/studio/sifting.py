"""Which sentences of an article a page shows: all, those to review, those with findings or terms, those with some words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from localize.studio.reviewing import is_approved
from localize.studio.search import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from localize.document import Translation
    from localize.exchange import FileResult

PAGE = 50
"""Segments on one page."""
SHOWN = {"": "All", "open": "To review", "findings": "With findings", "terms": "With terms"}
"""What can be asked for, and what it is called."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for.

    Attributes:
        show: A key of ``SHOWN``.
        find: Words that the sentence or its translation must have, in any order; letter case and accents do not matter.
        page: From 1.
    """

    show: str = ""
    find: str = ""
    page: int = 1

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> View:
        """Read an address; what is nonsense is left out."""
        show, page = asked.get("show", ""), asked.get("page", "")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1
        return cls(show if show in SHOWN else "", " ".join(asked.get("find", "")[:_LONGEST].split()), number)

    def asked(self, **more: object) -> dict[str, str]:
        """Write the view into an address, some of it otherwise; another choice begins at its first page."""
        values = {"show": self.show, "find": self.find, "page": self.page if not more else 1} | more
        return {name: str(value) for name, value in values.items() if value and (name, value) != ("page", 1)}


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a page shows.

    Attributes:
        view: Its page is one that there is.
        shown: Segments of the page, each with its number in the article, from 1.
        total: Segments on all pages.
        pages: How many there are.
        counts: How many segments each choice has, with the words.
        following: The first segment behind the page that is to be reviewed, or else the first before it: id and page.
    """

    view: View
    shown: Sequence[tuple[int, Translation]]
    total: int
    pages: int
    counts: Mapping[str, int]
    following: tuple[str, int] | None


def sift(result: FileResult, view: View, at: str = "") -> Sifted:
    """Find the segments of a view.

    Args:
        result: The translation.
        view: What is asked for.
        at: Id of a segment that must be on the page, if the view has it.
    """
    found = {one.segment.id for one in result.findings if one.segment is not None}
    words = fold(view.find).split()
    every = [
        (number, one)
        for number, one in enumerate(result.translations, start=1)
        if not words or _has(one, words)
    ]
    choices = {
        "": every,
        "open": [item for item in every if not is_approved(item[1])],
        "findings": [item for item in every if item[1].segment.id in found],
        "terms": [item for item in every if item[1].terms],
    }
    wanted = choices[view.show]
    place = next((place for place, (_, one) in enumerate(wanted) if one.segment.id == at), None)
    pages = max(1, -(-len(wanted) // PAGE))
    page = min(max(1, view.page if place is None else place // PAGE + 1), pages)
    order = [*range(page * PAGE, len(wanted)), *range(min((page - 1) * PAGE, len(wanted)))]
    following = next((place for place in order if not is_approved(wanted[place][1])), None)
    return Sifted(
        replace(view, page=page),
        wanted[(page - 1) * PAGE : page * PAGE],
        len(wanted),
        pages,
        {name: len(items) for name, items in choices.items()},
        None if following is None else (wanted[following][1].segment.id, following // PAGE + 1),
    )


def _has(one: Translation, words: Sequence[str]) -> bool:
    text = fold(f"{one.segment.source.plain}\n{one.target.plain}")
    return all(word in text for word in words)
