"""Units that stand within the markup of another unit's codes: attributes of a tag in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from localize.document import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from localize.document import Document, Unit


@dataclass(frozen=True, slots=True)
class Nested:
    """Finds and spells the units within units.

    Attributes:
        document: As it was read.
        targets: By unit id.
        spell: Gives what to write for a unit.
    """

    document: Document
    targets: Mapping[str, Text]
    spell: Callable[[Unit, Text], str]
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [unit.span[0] for unit in self.document.units])

    def markup(self, unit: Unit) -> dict[tuple[str, int], str]:
        """Give the markup of the codes in which other units stand, with their translations, by kind and id."""
        first = bisect_left(self._starts, unit.span[0])
        last = bisect_left(self._starts, unit.span[1])
        inner = [one for one in self.document.units[first:last] if one is not unit]
        if not inner:
            return {}
        changed: dict[tuple[str, int], str] = {}
        text = self.document.text
        place, done, rest = unit.span[0], 0, iter(inner)
        current = next(rest, None)
        for code in unit.source.codes:
            place += max(0, code.at - done)
            done = max(done, code.at) + code.length
            end = place + len(code.markup)
            pieces: list[str] = []
            copied = place
            while current is not None and current.span[0] < end:
                target = self.targets.get(current.id)
                if target is not None and target != current.source and current.span[0] >= copied:
                    pieces += (text[copied : current.span[0]], self.spell(current, target))
                    copied = current.span[1]
                current = next(rest, None)
            if pieces:
                changed[code.kind, code.id] = "".join([*pieces, text[copied:end]])
            place = end
        return changed

    def put(self, unit: Unit, target: Text) -> Text:
        """Give a target whose codes hold the translations of the units within them."""
        markup = self.markup(unit)
        if not markup:
            return target
        codes = (
            code
            if code.kind == "literal"
            else replace(code, markup=markup.get((code.kind, code.id), code.markup))
            for code in target.codes
        )
        return Text(target.plain, tuple(codes))
