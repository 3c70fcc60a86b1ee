"""Which entries of a bilingual file count as reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from localize.document import State
from localize.errors import InputError
from localize.exchange.bitext import MOST_BYTES, Bitext, Intake
from localize.exchange.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ORDER: dict[str, int] = {state: rank for rank, state in enumerate(get_args(State))}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file gave.

    Attributes:
        entries: In file order.
        left: (line, reason) of every entry that was left out.
    """

    entries: tuple[Bitext, ...]
    left: tuple[tuple[int, str], ...]

    def reasons(self) -> dict[str, Sequence[int]]:
        """Give the lines of what was left out, by reason."""
        reasons: dict[str, list[int]] = {}
        for line, reason in self.left:
            reasons.setdefault(reason, []).append(line)
        return dict(reasons)


def take(path: Path, *, least: str = "reviewed") -> Taken:
    """Read a bilingual file; entries in a state below *least* are left out, those without any state are taken.

    Raises:
        InputError: It cannot be read.
        FormatError: It is none of a known format, broken or too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a path"
        raise InputError(f"cannot be read: {reason}", path=str(path), hint="check the path") from error
    return take_bytes(data, str(path), least=least)


def take_bytes(data: bytes, name: str, *, least: str = "reviewed") -> Taken:
    """Read the bytes of a bilingual file as ``take`` does; *name* stands for its path in messages.

    Raises:
        FormatError: It is none of a known format, broken or too large.
    """
    intake = Intake(name)
    if len(data) > MOST_BYTES:
        intake.refuse(f"is larger than {MOST_BYTES // 2**20} MiB", hint="split it into several files")
    entries: list[Bitext] = []
    for entry in read(data, intake):
        if entry.state is not None and _ORDER[entry.state] < _ORDER[least]:
            intake.leave(
                entry.line,
                f"its state is {entry.state}; --state {entry.state} would take it"
                if entry.state != "initial"
                else "it needs a translation or a review",
            )
        else:
            entries.append(entry)
    return Taken(tuple(entries), tuple(intake.left))
