"""What the paragraphs of office files are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from localize.document import Span
    from localize.formats.xml import Event

AtomKind = Literal["noise", "text", "open", "close", "break", "tab", "single"]


@dataclass(frozen=True, slots=True)
class Run:
    """A way in which text looks, as the file spells it.

    Attributes:
        opening: Markup that begins a run of this look.
        closing: Markup that ends it.
        look: Equal for runs that look alike to a reader, whatever their spelling.
        translate: False for a look that marks code and the like.
    """

    opening: str
    closing: str
    look: str
    translate: bool = True


class Atom(NamedTuple):
    """A stretch of a paragraph's markup. The atoms of a paragraph follow one another without a gap.

    Attributes:
        start: Place in the document's text.
        end: Where the next one starts.
        kind: ``text``; ``open`` and ``close`` of a pair, with the same ``pair``; ``break`` of a line; ``tab``;
            ``single``, something that stands alone; ``noise``, which nobody sees and which is written anew.
        data: The characters of a text.
        run: How a text, or what stands in a run, looks.
        before: The run that is open in front of it; None between runs.
        after: The run that is open behind it.
        pair: Number of a pair within the paragraph.
        within: Its markup may stand in a run; else it stands between runs.
        translate: False on the opening half of a pair whose content must come through unchanged.
    """

    start: int
    end: int
    kind: AtomKind
    data: str = ""
    run: Run | None = None
    before: Run | None = None
    after: Run | None = None
    pair: int = 0
    within: bool = False
    translate: bool = True


class Block(NamedTuple):
    """A paragraph, or an attribute that holds prose.

    Attributes:
        kind: As in ``Unit``.
        atoms: Of a paragraph.
        value: Place of the value of an attribute.
        head: Place of what begins a paragraph: its start tag and its properties.
    """

    kind: str
    atoms: tuple[Atom, ...] = ()
    value: Span | None = None
    head: Span | None = None


def gathered(
    events: Iterable[Event], begins: Callable[[Event], bool]
) -> Iterator[tuple[Event, Sequence[Event]]]:
    """Yield each event, but what begins a whole with all events from its start to its end.

    Of the inner events of a whole nothing more is yielded. *begins* is asked about an event when those before it have
    been used.
    """
    whole: list[Event] = []
    depth = 0
    for event in events:
        if whole:
            whole.append(event)
            depth += (event.kind == "start") - (event.kind == "end")
            if not depth:
                yield whole[0], whole
                whole = []
        elif event.kind == "start" and begins(event):
            whole, depth = [event], 1
        else:
            yield event, ()


def ends(events: Sequence[Event]) -> dict[int, int]:
    """Find the index of the end of each element."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for index, event in enumerate(events):
        if event.kind == "start":
            stack.append(index)
        elif event.kind == "end":
            found[stack.pop()] = index
    return found
