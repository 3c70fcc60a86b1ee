"""Which languages the terms of a file are in that does not say: told by the words, and told to the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize import languages
from localize.detection import Detector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.termbases.base import Reading
    from localize.termbases.headers import Field

_LEAST = 0.9
"""Confidence from which on a guess is taken; below, the user is asked."""
_MOST_CELLS = 2_000


def tell_languages(
    known: Sequence[Field], rows: Sequence[tuple[int, Sequence[str]]], reading: Reading
) -> None:
    """Settle the languages of the columns "source" and "target" where neither the file nor the user names them.

    A guess is noted in ``reading``; without one the language stays empty, for ``Reading.need`` to ask for.
    """
    roles = [one.role for one in known]
    taken = {languages.base(one.language) for one in known if one.role == "term"}
    taken |= {languages.base(tag) for tag in (reading.source, reading.target) if tag}
    for role, option in (("source", "--from"), ("target", "--to")):
        if role not in roles or f"{role}-language" in roles or getattr(reading, role):
            continue
        place = roles.index(role)
        cells = [cells[place] for _, cells in rows[:_MOST_CELLS] if len(cells) > place]
        tag = _guess(cells)
        if tag and tag not in taken:
            taken.add(tag)
            setattr(reading, role, tag)
            reading.notes.append(
                f"does not name its {role} language; by its words it is {languages.name(tag)} "
                f"(if not, say it with {option})"
            )


def _guess(cells: Sequence[str]) -> str:
    """Tell the language of most of the cells; empty when it is not clear."""
    found = Detector().detect(". ".join(dict.fromkeys(filter(None, cells))))
    return found.language if found.language and found.confidence >= _LEAST else ""
