"""What reading or reviewing a glossary can hold against a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from localize.document import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a glossary.

    Attributes:
        path: The file, as the user named it; empty for a concept that came from no file.
        row: From 1, the header is row 1; 0 when the whole file is meant.
        column: Name of the column as the contract spells it, or ``header``, ``row``, ``file``.
        severity: ``error`` for what cannot be right, ``warning`` for what is hardly meant, ``note`` for the rest.
        message: What is wrong and what to do.
    """

    path: str
    row: int
    column: str
    severity: Severity
    message: str

    def __str__(self) -> str:
        place = f":{self.row}: {self.column}" if self.row else ""
        return f"{self.path}{place}: {self.message}"
