"""HTML that stands in a text of another format, in stretches between which other text is shown."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.html.compose import found
from localize.formats.html.flow import Flow
from localize.formats.html.language import around
from localize.formats.html.marks import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Span
    from localize.formats.html.marks import Mark
    from localize.formats.units import Found


class Embedded(NamedTuple):
    """What the stretches hold.

    Attributes:
        units: Sorted by place.
        meant: For each place that was asked about, whether text there is to be translated, by the elements that are
            open there.
    """

    units: tuple[Found, ...]
    meant: Mapping[int, bool]


def embedded(text: str, stretches: Sequence[Span], places: Sequence[int], language: str = "") -> Embedded:
    """Find the prose in stretches of HTML.

    An element that is open at the end of a stretch stays open: what comes between its tags is in it. No unit goes from
    one stretch into another.

    Args:
        text: The whole document.
        stretches: Sorted and disjoint; lines of one block, each without the prefix that its container asks for, are a
            stretch each.
        places: Sorted; where text begins about which the elements around it have something to say.
        language: Of the document, a BCP 47 tag, base only; text in another is left out. Empty: not known.
    """
    page = Page.of(text, blanks=around(text, stretches))
    flow = Flow(page, language)
    meant: dict[int, bool] = {}

    def watched() -> Iterator[Mark]:
        waiting = list(reversed(places))
        for mark in page.marks():
            while waiting and waiting[-1] < mark.end:
                place = waiting.pop()
                if mark.kind == "text" and mark.start < place:
                    yield mark._replace(end=place)
                    mark = mark._replace(start=place)  # noqa: PLW2901
                flow.part()
                meant[place] = flow.meant
            yield mark
        meant.update(dict.fromkeys(waiting, flow.meant))

    units = chain.from_iterable(found(page, run) for run in flow.runs(watched()))
    return Embedded(tuple(sorted(units, key=lambda unit: (unit.span[0], -unit.span[1]))), meant)
