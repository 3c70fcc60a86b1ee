"""What became of one file in one language, as it is remembered between runs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from localize.exchange import FileRow, FindingRow, Rows, TermRow

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = TypeVar("Row", TermRow, FindingRow)
_OTHER = (ValueError, TypeError, KeyError, AttributeError)
"""What reading comes to when it is something else."""


@dataclass(frozen=True, slots=True)
class Record:
    """A finished file.

    Attributes:
        output: Place of the translation below the output folder, with slashes.
        article: Path of the article, relative to the output folder, with slashes.
        quick: Digest of all that could change the translation, the article's bytes among it; equal ones need no look.
        parts: The same, part by part, so that a change can be named; what is no part of it does not matter.
        files: SHA-256 of the translation and of its exports, by place below the output folder.
        rows: What the file adds to reports.
        edited: SHA-256 of those files that a person has edited, as a run has found them.
        reading: Digest of what decides which blocks are left as they are, being in another language.
    """

    output: str
    article: str
    quick: str
    parts: Mapping[str, object]
    files: Mapping[str, str]
    rows: Rows
    edited: Mapping[str, str]
    reading: str = ""

    def with_(self, *, quick: str, edited: Mapping[str, str]) -> Record:
        """Give the record as it is after another run found nothing to do."""
        return replace(self, quick=quick, edited=edited)

    def dump(self) -> str:
        """Write the record as JSON."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(values | {"rows": plain(self.rows)})

    @classmethod
    def parse(cls, text: str) -> Record | None:
        """Read what ``dump`` has written; None when it is something else."""
        try:
            values = json.loads(text)
            return cls(**values | {"rows": from_plain(values["rows"])})
        except _OTHER:
            return None

    def again(self, path: str, output: str) -> Rows:
        """Give the rows for a run that did nothing to the file, which may be named otherwise now."""
        file = self.rows.file
        return Rows(
            FileRow(
                path,
                file.source,
                file.target,
                output,
                file.segments,
                file.segments,
                from_engine=0,
                seconds=0.0,
            ),
            tuple(_moved(row, path) for row in self.rows.terms),
            tuple(_moved(row, path) for row in self.rows.findings),
        )


def plain(rows: Rows) -> object:
    """Give rows as JSON can hold them."""
    return [asdict(rows.file), *([asdict(row) for row in some] for some in rows[1:])]


def from_plain(value: Any) -> Rows:
    """Make rows of what ``plain`` gave; an error of ``_OTHER`` says that it is something else."""
    file, terms, findings = value
    return Rows(
        FileRow(**file),
        tuple(TermRow(**row) for row in terms),
        tuple(FindingRow(**row | {"end": row["end"] and tuple(row["end"])}) for row in findings),
    )


def parse_rows(text: bytes) -> Rows | None:
    """Read rows that were written as JSON; None when it is something else."""
    try:
        return from_plain(json.loads(text))
    except _OTHER:
        return None


def _moved(row: Row, path: str) -> Row:
    if row.file == path:
        return row
    return (
        replace(row, file=path, identity="", block="")
        if isinstance(row, FindingRow)
        else replace(row, file=path)
    )
