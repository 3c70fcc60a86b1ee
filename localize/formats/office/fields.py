"""Fields of WordprocessingML: what stands between ``fldChar`` begin, separate and end (ISO/IEC 29500-1, 17.16.18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.formats.office.atoms import Atom

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FieldMarks = dict[int, tuple[str, str]]
"""By the index of an atom: begin, separate, end or instruction, and the words of an instruction."""

_PROSE = frozenset(["HYPERLINK", "TOC", "INDEX", "QUOTE", ""])
"""Fields whose result is prose; that of others is a number, a date, a reference, which programs put in again."""


@dataclass(slots=True)
class _Field:
    begin: int
    depth: int
    instruction: str = ""
    separate: int = -1
    end: int = -1


def resolved(atoms: Sequence[Atom], marks: Mapping[int, tuple[str, str]], pairs: int) -> Iterator[Atom]:
    """Yield the atoms of a paragraph with its fields as pairs, or as single atoms if they have no result.

    A field that begins or ends in another paragraph is left in pieces that stand alone.

    Args:
        atoms: Of a paragraph.
        marks: Which of them are parts of fields.
        pairs: Number of the last pair.
    """
    if not marks:
        yield from atoms
        return
    fields = _fields(atoms, marks)
    closing: dict[int, int] = {}
    index = 0
    while index < len(atoms):
        found = fields.get(index)
        if index in closing:
            yield atoms[index]._replace(kind="close", pair=closing[index])
            index += 1
        elif found is None:
            yield atoms[index]
            index += 1
        elif found.end < 0 or found.separate < 0 or not _says(atoms[found.separate : found.end]):
            last = max(found.end, found.separate, found.begin)
            yield _merged(atoms[index], atoms[last])
            index = last + 1
        else:
            pairs += 1
            closing[found.end] = pairs
            translate = (found.instruction.split() or [""])[0].upper() in _PROSE
            opening = _merged(atoms[index], atoms[found.separate])
            yield opening._replace(kind="open", pair=pairs, translate=translate)
            index = found.separate + 1


def _fields(atoms: Sequence[Atom], marks: Mapping[int, tuple[str, str]]) -> dict[int, _Field]:
    """Find the fields of a paragraph by the index of their beginning."""
    found: dict[int, _Field] = {}
    stack: list[_Field] = []
    depth = 0
    for index, atom in enumerate(atoms):
        depth += (atom.kind == "open") - (atom.kind == "close")
        while stack and stack[-1].depth > depth:
            stack.pop()
        what, words = marks.get(index, ("", ""))
        if what == "begin":
            stack.append(_Field(index, depth))
            found[index] = stack[-1]
        elif not stack or stack[-1].depth != depth:
            continue
        elif what == "instruction" and stack[-1].separate < 0:
            stack[-1].instruction += words
        elif what == "separate":
            stack[-1].separate = index
        elif what == "end":
            stack.pop().end = index
    return found


def _says(atoms: Sequence[Atom]) -> bool:
    return any(atom.kind == "text" and atom.data.strip() for atom in atoms)


def _merged(first: Atom, last: Atom) -> Atom:
    return Atom(first.start, last.end, "single", "", first.before, first.before, last.after, 0, within=True)
