"""What reading and writing other programs' termbases has in common: what was found, what was left out, what was lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from localize.errors import GlossaryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.glossary.table.rows import Row

MOST_BYTES = 256 * 1024 * 1024
"""Of a file, and of everything in it once it is unpacked."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """One designation as a file states it.

    Attributes:
        language: Any spelling of a language tag or an English name of a language.
        text: As it stands in the file.
        status: As in the glossary; empty when the file does not say.
    """

    language: str
    text: str
    status: str = ""
    forms: tuple[str, ...] = ()
    gender: str = ""
    number: str = ""


@dataclass(slots=True)
class Found:
    """One entry of a file.

    Attributes:
        place: Line, row or number in the file, from 1.
        about: What the concept's own columns hold: id, kind, domain, status, case, note, definition, guard.
        terms: In the order of the file.
    """

    place: int
    about: dict[str, str] = field(default_factory=dict)
    terms: list[FoundTerm] = field(default_factory=list)

    def say(self, column: str, text: str) -> None:
        """Add to what a column says; what it says already is not said again."""
        have = self.about.get(column, "")
        if text and text not in have.split("; "):
            self.about[column] = f"{have}; {text}" if have else text


@dataclass(slots=True)
class Reading:
    """One file that is being read.

    Attributes:
        path: For messages.
        source: Language of the first terms in files that do not say, BCP 47; empty when the user did not say either.
        target: Language of the second terms.
        encoding: Of text files, a Python codec; empty: told by the file.
        rows: What was taken.
        entries: How many entries the file has.
        joined: How many of them went into the row of another entry.
        skipped: (place, reason) of the entries that could not be taken.
        lost: How often something was met that a glossary cannot hold, by what it is.
        notes: How the file was understood, where that was not certain.
    """

    path: str
    source: str = ""
    target: str = ""
    encoding: str = ""
    rows: list[Row] = field(default_factory=list)
    entries: int = 0
    joined: int = 0
    skipped: list[tuple[int, str]] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def skip(self, place: int, reason: str) -> None:
        """Leave an entry out, and remember why."""
        self.skipped.append((place, reason))

    def lose(self, what: str, count: int = 1) -> None:
        """Count something that a glossary cannot hold."""
        if count:
            self.lost[what] += count

    def refuse(self, message: str, *, place: int = 0, hint: str = "") -> NoReturn:
        """Give the whole file up."""
        where = f"{self.path}:{place}: file" if place else self.path
        raise GlossaryError([f"{where}: {message}"], path=self.path, hint=hint)

    def need(self, role: str) -> str:
        """Give the language of the first (``source``) or second (``target``) terms.

        Raises:
            GlossaryError: The user did not say.
        """
        tag = self.source if role == "source" else self.target
        if not tag:
            option = "--from" if role == "source" else "--to"
            self.refuse(
                f"does not say what its {role} language is, and its words do not tell",
                hint=f"say it with {option} LANGUAGE; in a table, a first row may name the languages (en, pt)",
            )
        return tag


@dataclass(frozen=True, slots=True)
class Writing:
    """How rows are to be written.

    Attributes:
        columns: Names of all columns that the rows use, in order.
        source: BCP 47 tag; the first terms in formats that hold a pair.
        target: The second terms.
        title: What the termbase is called.
        version: Of localize, for formats that name the program.
        lost: Counts what the format cannot hold, by column.
    """

    columns: Sequence[str]
    source: str
    target: str
    title: str = "glossary"
    version: str = ""
    lost: Counter[str] = field(default_factory=Counter)
