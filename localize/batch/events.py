"""What a run tells of each article and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from localize.batch.recognition import Recognition
    from localize.errors import LocalizeError
    from localize.exchange import Rows


@dataclass(frozen=True, slots=True)
class Translated:
    """An article was translated.

    Attributes:
        rows: For the report; ``rows.file.output`` is the path of the translation.
        recognition: How its language is known.
        stale: Files that differ from what stands on disk, which was left alone; empty when results are written.
        aside: Where files that somebody had edited were put, of which new ones have taken the place.
        kept: Languages of the blocks that were left as they are, being in the target language or a third one.
    """

    rows: Rows
    recognition: Recognition
    stale: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A translation is as an earlier run has left it, and would come out the same.

    Attributes:
        rows: What that run had to report.
        edited: Files that a person has edited since; they were left as they are.
    """

    rows: Rows
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A translation is out of date, but somebody has edited it: it was left as it is.

    Attributes:
        rows: A finding that says so.
        edited: The files that were edited.
    """

    rows: Rows
    edited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An article is in the target language already."""

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An article could not be read or translated; the run went on with the others."""

    path: str
    error: LocalizeError


Event = Translated | Unchanged | Kept | Skipped | Failed
