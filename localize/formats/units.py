"""Make the units of a document, whatever its format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.document import Unit
from localize.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from localize.document import Document, Span, Text

MAX_UNITS = 1_000_000
"""Most units of one document; at about 500 bytes each, they fit in memory."""

_PROSE = re.compile(r"[^\W_]")


class Found(NamedTuple):
    """A unit without its number.

    Attributes:
        note: For the translator.
        name: What the file calls it; empty: it gets a number.
    """

    span: Span
    source: Text
    kind: str
    note: str = ""
    name: str = ""


def numbered(found: Iterable[Found], *, path: str) -> tuple[Unit, ...]:
    """Number units ``p1``, ``p2``, ... in the order of the document; those with a name get that.

    What has a name that is taken gets a number behind it: ``menu.file#2``.

    Raises:
        FormatError: There are more than ``MAX_UNITS``.
    """
    units: list[Unit] = []
    taken: dict[str, int] = {}
    for number, one in enumerate(found, 1):
        if number > MAX_UNITS:
            raise too_many(path)
        name = one.name or f"p{number}"
        while times := taken.get(name, 0):
            taken[name] += 1
            name = f"{name}#{times + 1}"
        taken[name] = 1
        units.append(Unit(name, one.span, one.source, one.kind, one.note))
    return tuple(units)


def too_many(path: str) -> FormatError:
    """Make the error for a file of more than ``MAX_UNITS`` units."""
    return FormatError(
        f"more than {MAX_UNITS:,} lines or paragraphs", path=path, hint="split the file into articles"
    )


def is_prose(text: Text) -> bool:
    """Tell whether there is a letter or digit that is not protected, that is, anything to translate."""
    done = 0
    for start, end in text.protected():
        if _PROSE.search(text.plain, done, start):
            return True
        done = max(done, end)
    return _PROSE.search(text.plain, done) is not None


def splice(document: Document, targets: Mapping[str, Text], spell: Callable[[Unit, Text], str]) -> str:
    """Put translated units in the place of their sources and copy everything between them.

    Args:
        document: As it was read.
        targets: By unit id. A unit that is missing, or whose target equals its source, stays as it is.
        spell: Gives what to write for a unit with a new target, and for the units within its markup.
    """
    parts: list[str] = []
    done = 0
    for unit in document.units:
        target = targets.get(unit.id)
        start, end = unit.span
        if start >= done and target is not None and target != unit.source:
            parts += (document.text[done:start], spell(unit, target))
            done = end
    parts.append(document.text[done:])
    return "".join(parts)
