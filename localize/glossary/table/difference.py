"""What is different between two versions of a glossary, concept by concept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.glossary.table.rows import Row, is_list, split_name
from localize.glossary.table.sheet import split
from localize.glossary.words.tokens import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator, Sequence

    Mark = Callable[[Row], Iterator[Hashable]]


@dataclass(frozen=True, slots=True)
class Change:
    """A concept that is not what it was.

    Attributes:
        old: Its cells before; None for a concept that was added.
        new: Its cells now; None for a concept that was removed.
    """

    old: Row | None
    new: Row | None

    @property
    def cells(self) -> tuple[tuple[str, str, str], ...]:
        """Give (column, before, after) of every cell that is different, in the order of the columns."""
        old, new = self.old or {}, self.new or {}
        names = dict.fromkeys((*old, *new))
        return tuple(
            (name, old.get(name, ""), new.get(name, ""))
            for name in names
            if old.get(name, "") != new.get(name, "")
        )

    @property
    def name(self) -> str:
        """Name the concept: its id, else its first term."""
        row = self.new or self.old or {}
        return row.get("id") or next((cell for name, cell in row.items() if _is_term(name)), "")


def compare(old: Sequence[Row], new: Sequence[Row]) -> tuple[Change, ...]:
    """List what was removed, in the order of the old version, then what was added or changed, in that of the new."""
    partners = pairing(old, new)
    kept = set(partners.values())
    removed = [Change(row, None) for place, row in enumerate(old) if place not in kept]
    changes: list[Change] = []
    for place, row in enumerate(new):
        before = old[partners[place]] if place in partners else None
        if before != row:
            changes.append(Change(before, row))
    return (*removed, *changes)


def pairing(old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """Tell which row of an old version each row of a new one is.

    Rows are one concept when they have the same id; where one of them states none, when they say the same; failing
    that, when they have the same first term and domain; failing that, when no other row has one of their terms. Each step
    looks only at rows that the steps before have left over, the first of several equal ones at the first.

    Returns:
        Places in *old* by places in *new*.
    """
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for mark, alone in ((_id, False), (_whole, False), (_first, False), (_terms, True)):
        left, right = _marked(old, mark, taken), _marked(new, mark, partners)
        for key, places in right.items():
            found = left.get(key, ())
            if alone and (len(places) > 1 or len(found) > 1):
                continue
            for there, here in zip(found, places, strict=False):
                if here not in partners and there not in taken and _may_be_one(old[there], new[here]):
                    partners[here] = there
                    taken.add(there)
    return partners


def _marked(rows: Sequence[Row], mark: Mark, left_out: Collection[int]) -> dict[Hashable, list[int]]:
    """List the places of rows by a mark that tells which concept they are."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if place not in left_out:
            for key in mark(row):
                places[key].append(place)
    return places


def _may_be_one(old: Row, new: Row) -> bool:
    """Tell whether ids allow two rows to be one concept."""
    return old.get("id", "") == new.get("id", "") or not ("id" in old and "id" in new)


def items_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the items that a list cell has gained and those it has lost."""
    old, new = split(before), split(after)
    return [item for item in new if item not in old], [item for item in old if item not in new]


def lines(change: Change) -> Iterator[str]:
    """Write a change for people: ``+`` added, ``-`` removed, ``~`` changed with the cells below."""
    if change.old is None or change.new is None:
        row = change.new or change.old or {}
        terms = " | ".join(f"{name} {cell}" for name, cell in row.items() if _is_term(name))
        yield f"{'+' if change.old is None else '-'} {change.name}: {terms}"
        return
    yield f"~ {change.name}"
    for name, before, after in change.cells:
        gained, lost = items_changed(before, after)
        if is_list(name) and (gained or lost):
            said = [*(f"+{item}" for item in gained), *(f"-{item}" for item in lost)]
            yield f"    {name}: {', '.join(said)}"
        else:
            yield f"    {name}: {before or '(empty)'} -> {after or '(empty)'}"


def _is_term(name: str) -> bool:
    return split_name(name)[0] == "term"


def _id(row: Row) -> Iterator[Hashable]:
    if "id" in row:
        yield row["id"]


def _whole(row: Row) -> Iterator[Hashable]:
    yield frozenset((name, cell) for name, cell in row.items() if name != "id")


def _first(row: Row) -> Iterator[Hashable]:
    name = next(filter(_is_term, row), "")
    if name:
        yield name, key_of(row[name]), row.get("domain", "").casefold()


def _terms(row: Row) -> Iterator[Hashable]:
    yield from ((name, cell) for name, cell in row.items() if _is_term(name))
