"""Merge two versions of a glossary file that come from one, concept by concept and cell by cell.

A version control system merges lines, so that two people who change two cells of one row, or add two rows at one place, are in
each other's way. Here they are not; only two different values for one cell are a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from localize.glossary.table.difference import Change, pairing
from localize.glossary.table.editing import Editor, with_items
from localize.glossary.table.rows import Row, is_list, split_name
from localize.glossary.table.sheet import split

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that two people have decided differently.

    Attributes:
        row: In our version as it was before the merge; 0 for a concept that it does not have.
        concept: Its id, else its first term.
        column: The cell, or ``row`` when the whole concept is meant.
        message: Who says what, and what was kept.
    """

    row: int
    concept: str
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged file and what could not be decided; there, our version was kept."""

    data: bytes
    conflicts: tuple[Conflict, ...]


def merge(base: bytes, ours: bytes, theirs: bytes, *, path: str = "glossary") -> Merged:
    """Bring what changed between *base* and *theirs* into *ours*, whose order, quoting and line ends stay.

    Args:
        base: The version that both come from; empty when there is none.
        ours: The version that is changed.
        theirs: The other version.
        path: The file, for messages.

    Raises:
        GlossaryError: One of the three is no glossary, or the result would be none.
    """
    merging = _Merging(Editor(base, f"{path} (base)"), Editor(ours, path), Editor(theirs, f"{path} (theirs)"))
    merging.known()
    merging.added()
    return Merged(merging.ours.finish(), tuple(merging.conflicts))


@dataclass(slots=True)
class _Merging:
    """One merge; rows are known by their numbers in our and their files."""

    base: Editor
    ours: Editor
    theirs: Editor
    conflicts: list[Conflict] = field(default_factory=list)
    _ours_of: dict[int, int] = field(default_factory=dict)
    """Our rows by the rows of theirs that are the same concept; 0 for those that we have removed."""
    _ids: set[str] = field(default_factory=set)
    """Ids that our rows state."""
    _back: set[int] = field(default_factory=set)
    """Rows of theirs that we had removed and they have changed."""
    _news: tuple[Sequence[int], Sequence[int]] = ((), ())
    """What we and they have added."""

    def known(self) -> None:
        """Merge the concepts of the base."""
        self.ours.have(self.theirs.columns)
        self._ids |= {row["id"] for row in self.ours.rows.values() if "id" in row}
        ours = {old: new for new, old in _numbered(self.base, self.ours).items()}
        theirs = {old: new for new, old in _numbered(self.base, self.theirs).items()}
        for number, before in self.base.rows.items():
            here, there = ours.get(number), theirs.get(number)
            if here is not None and there is not None:
                self._ours_of[there] = here
                self._cells(here, before, self.ours.rows[here], self.theirs.rows[there])
            elif here is not None:
                self._removed_there(here, before)
            elif there is not None and self.theirs.rows[there] != before:
                self._removed_here(there)
            elif there is not None:
                self._ours_of[there] = 0
        old_ours, old_theirs = set(ours.values()), set(theirs.values())
        self._news = (
            [number for number in self.ours.rows if number not in old_ours],
            [number for number in self.theirs.rows if number not in old_theirs],
        )

    def added(self) -> None:
        """Merge the concepts that one side or both have added, and put back what was changed there."""
        here, there = self._news
        same = pairing([self.ours.rows[n] for n in here], [self.theirs.rows[n] for n in there])
        for place, found in same.items():
            number = self._ours_of[there[place]] = here[found]
            self._cells(number, {}, self.ours.rows[number], self.theirs.rows[there[place]])
        fresh = {number for place, number in enumerate(there) if place not in same} | self._back
        after = 1
        for number, row in self.theirs.rows.items():
            after = self._ours_of.get(number) or after
            if number in fresh:
                self._add(row, after)

    def _add(self, row: Row, after: int) -> None:
        """Add a row of theirs behind one of ours."""
        if row.get("id") in self._ids:
            self._conflict(0, row, "id", f"'{row['id']}' is the id of another concept here; added without it")
            row = {name: cell for name, cell in row.items() if name != "id"}
        self.ours.add(row, after=after)

    def _cells(self, here: int, before: Row, ours: Row, theirs: Row) -> None:
        """Merge the cells of one concept."""
        changes: dict[str, str] = {}
        for name in dict.fromkeys((*before, *ours, *theirs)):
            old, mine, other = before.get(name, ""), ours.get(name, ""), theirs.get(name, "")
            if other in {old, mine}:
                continue
            if mine == old and not (name == "id" and other in self._ids):
                changes[name] = other
            elif is_list(name):
                changes[name] = _merged_items(old, mine, other)
            else:
                said = f"'{mine}' here, '{other}' there, '{old}' before; kept what is here"
                self._conflict(here, ours, name, said)
        merged = {**ours, **changes}
        if not any(cell for name, cell in merged.items() if split_name(name)[0] == "term"):
            self._conflict(here, ours, "row", "no term would be left; kept as it is here")
        elif changes:
            self.ours.edit(here, changes)

    def _removed_there(self, here: int, before: Row) -> None:
        ours = self.ours.rows[here]
        if ours == before:
            self.ours.remove(here)
        else:
            self._conflict(here, ours, "row", f"changed here ({_said(before, ours)}), removed there; kept")

    def _removed_here(self, there: int) -> None:
        row = self.theirs.rows[there]
        self._conflict(0, row, "row", "removed here, changed there; put back as it is there")
        self._back.add(there)

    def _conflict(self, number: int, row: Row, column: str, message: str) -> None:
        self.conflicts.append(Conflict(number, Change(None, row).name, column, message))


def _numbered(old: Editor, new: Editor) -> dict[int, int]:
    """Tell which row of one file each row of another is, by their numbers."""
    before, after = list(old.rows), list(new.rows)
    partners = pairing(list(old.rows.values()), list(new.rows.values()))
    return {after[here]: before[there] for here, there in partners.items()}


def _merged_items(old: str, mine: str, other: str) -> str:
    """Merge list cells: both sides' new items stay, items that either side took out go."""
    before, theirs = split(old), split(other)
    changes = [("-", item) for item in before if item not in theirs]
    changes += [("+", item) for item in theirs if item not in before]
    return with_items(mine, changes)


def _said(before: Row, after: Row) -> str:
    cells: Sequence[tuple[str, str, str]] = Change(before, after).cells
    return ", ".join(name for name, _, _ in cells[:5])
