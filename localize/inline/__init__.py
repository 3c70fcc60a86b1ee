"""Put a source's inline codes at the right places of its translation.

Codes are a tree (``tree.py``): pairs enclose words and other codes. From the outside in, each pair gets the stretch
of target words that has most of what is aligned with the words it encloses and least of anything else
(``votes.py``); codes that stand alone go where the word before or after them went (``placing.py``).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.alignment import pinned
from localize.document import Code, Text
from localize.inline.placing import Placer
from localize.inline.spacing import spaced
from localize.inline.tree import in_order, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Alignment, Span
    from localize.inline.tree import Node

__all__ = ["Placed", "place"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A target with its codes.

    Attributes:
        text: The target with every code of the source that is not lost, in pairs nested as they are in the source.
        guessed: Codes whose place is an estimate, because nothing aligned or equal was found in the target.
        lost: Codes that are not in ``text``: the content of a protected pair does not stand in the target, or there
            is no word left for a pair to enclose. Literals are never lost; they come and go with their characters.
    """

    text: Text
    guessed: tuple[Code, ...] = ()
    lost: tuple[Code, ...] = ()


def place(
    source: Text, target: str, alignment: Alignment, *, known: Sequence[tuple[Span, Span]] = ()
) -> Placed:
    """Put the source's inline codes at the right places of the translated plain text.

    Args:
        source: A segment. A pair of which one half is in another segment encloses all from there to the segment's
            end, or from its start.
        target: The translation of ``source.plain``; if it equals that, the result is the source.
        alignment: As in ``Draft``; may be empty. Then words that stand unchanged in the target are a guide, and after
            them the proportions of the two texts.
        known: Terms and names in the source, and where they stand in the target: better known than an alignment can
            tell. One that is parted by a code does not count.
    """
    if target == source.plain:
        return Placed(source)
    if not source.codes:
        return Placed(Text(target))
    whole = [pair for pair in known if not any(pair[0][0] < code.at < pair[0][1] for code in source.codes)]
    placer = Placer(source, target, pinned(alignment, whole))
    root = tree(source)
    placer.place(root)
    codes = [*in_order(root), *_literals(source, target, root)]
    codes.sort(key=lambda code: code.at)
    marks = [code for code in source.codes if code.kind != "literal"]
    return Placed(
        spaced(source, Text(target, tuple(codes))),
        tuple(code for number, code in enumerate(marks) if number in placer.guessed),
        tuple(code for number, code in enumerate(marks) if number in placer.lost),
    )


def _literals(source: Text, target: str, root: Node) -> Iterator[Code]:
    """Yield the literals whose characters occur in the target, the n-th for the n-th occurrence.

    Spellings of a line break are left out; whoever writes the text wraps it.
    """
    wanted = [code for code in source.codes if code.kind == "literal" and _is_spelling(code)]
    places = {chars: _occurrences(chars, target) for chars in {_spelled(code, source) for code in wanted}}
    before = {chars: _occurrences(chars, source.plain) for chars in places}
    ordinals = {chars: {at: n for n, at in enumerate(found)} for chars, found in before.items()}
    marks = {code.at for code in in_order(root)}
    used: dict[int, bool] = defaultdict(bool)
    for code in wanted:
        chars = _spelled(code, source)
        number = ordinals[chars].get(code.at, len(places[chars]))
        if number >= len(places[chars]):
            continue
        at = places[chars][number]
        span = range(at, at + code.length)
        if not any(used[spot] or (spot in marks and spot != at) for spot in span):
            used.update(dict.fromkeys(span, True))
            yield Code(at, code.markup, "literal", code.id, code.length)


def _is_spelling(code: Code) -> bool:
    return code.length > 0 and code.markup != "" and not any(newline in code.markup for newline in "\r\n")


def _spelled(code: Code, source: Text) -> str:
    return source.plain[code.at : code.at + code.length]


def _occurrences(chars: str, text: str) -> list[int]:
    """List the places, not overlapping, at which characters stand in a text."""
    found: list[int] = []
    place = text.find(chars)
    while place >= 0:
        found.append(place)
        place = text.find(chars, place + len(chars))
    return found
