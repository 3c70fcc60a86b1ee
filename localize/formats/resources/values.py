"""The value of a string after its units have been translated."""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from typing import TYPE_CHECKING

from localize.formats.resources.strings import spell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from localize.document import Text, Unit
    from localize.formats.resources.strings import String


def escaping(source: Text, write: Callable[[str], str]) -> Callable[[str], str]:
    """Write characters for a string that had references to some: it is HTML, so what HTML would read is escaped."""
    html = any(code.kind == "literal" and code.markup.startswith("&") for code in source.codes)
    return (lambda plain: write(escape(plain, quote=False))) if html else write


def changed(string: String, units: Iterable[Unit], targets: Mapping[str, Text]) -> str:
    """Give what a string says with the targets of its units in the places of their sources."""
    parts: list[str] = []
    done = 0
    for unit in units:
        start, end = (bisect_left(string.places, place) for place in unit.span)
        target = targets.get(unit.id, unit.source)
        written = string.plain[start:end] if target == unit.source else _value(string, unit, target)
        parts += (string.plain[done:start], written)
        done = end
    return "".join((*parts, string.plain[done:]))


def codes(string: String, unit: Unit) -> dict[tuple[str, int], tuple[int, int]]:
    """Give the part of a string that each code of a unit stands for, by the code's kind and number."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    place, done = unit.span[0], 0
    for code in unit.source.codes:
        place += max(0, code.at - done)
        start, end = (bisect_left(string.places, at) for at in (place, place + len(code.markup)))
        found.setdefault((code.kind, code.id), (start, end))
        place, done = place + len(code.markup), max(done, code.at) + code.length
    return found


def _value(string: String, unit: Unit, target: Text) -> str:
    """Give what a target says: its characters, and its codes as they read in the file."""
    reads = {key: string.plain[slice(*span)] for key, span in codes(string, unit).items()}
    return spell(target, escaping(unit.source, str), reads)
