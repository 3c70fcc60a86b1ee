"""Findings that are known and accepted: a file that people commit, so that only new ones fail a run."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from localize.errors import FormatError, InputError
from localize.exchange.visible import dump

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from localize.exchange.rows import FindingRow

VERSION = 1
_LARGEST = 64_000_000
"""Bytes of a file that are read; a line is about 250."""
_HINT = "write it anew with --write-baseline"
_MAKE = "make it with --write-baseline, and commit it"


class Place(NamedTuple):
    """What a finding is about: a file, as it is called in reports, and the language of a translation of it."""

    file: str
    language: str


@dataclass(frozen=True, slots=True)
class Known:
    """An entry: so many findings of one identity; check and message are for those who read the file.

    Attributes:
        block: Identity that the findings have where whole blocks are looked at.
    """

    place: Place
    check: str
    message: str
    identity: str
    count: int = 1
    block: str = ""


class Baseline:
    """Known findings, and how many of them have been met.

    A finding is known by its identity: check, file, language and the words concerned. It stays known when lines
    move, and is new when its sentence is edited. What was found in a sentence (``translate``) is known in its block
    (``check``), and the other way round.

    Args:
        entries: Of the file.
        blind: Checks that this run cannot do: what they have found elsewhere stays, and is not missed.
    """

    def __init__(self, entries: Sequence[Known] = (), *, blind: Collection[str] = ()) -> None:
        self.entries = tuple(entries)
        self._blind = blind
        self._left: Counter[str] = Counter()
        self._within: dict[str, list[str]] = {}
        for entry in entries:
            self._left[entry.identity] += entry.count
            self._within.setdefault(entry.block, []).append(entry.identity)
        self._met: dict[Place, list[FindingRow]] = {}

    @classmethod
    def load(cls, path: Path, *, blind: Collection[str] = ()) -> Baseline:
        """Read a file.

        Raises:
            InputError: It cannot be read.
            FormatError: It is no baseline.
        """
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror}", path=str(path), hint=_MAKE) from error
        if len(data) > _LARGEST:
            raise InputError(f"is larger than {_LARGEST:,} bytes", path=str(path), hint=_HINT)
        try:
            content = json.loads(data)
            if content["version"] != VERSION:
                raise FormatError(f"is of version {content['version']}", path=str(path), hint=_HINT)
            return cls([_entry(raw) for raw in content["findings"]], blind=blind)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise FormatError("is no baseline of localize", path=str(path), hint=_HINT) from error

    def new(self, place: Place, findings: Iterable[FindingRow]) -> tuple[FindingRow, ...]:
        """Take in all findings about one translation, once, and give those that are not known."""
        self._met[place] = list(findings)
        fresh = []
        for finding in self._met[place]:
            known = (finding.identity, *self._within.get(finding.identity, ()), finding.block)
            met = next((one for one in known if self._left[one] > 0), None)
            if met is None:
                fresh.append(finding)
            else:
                self._left[met] -= 1
        return tuple(fresh)

    @property
    def known(self) -> int:
        """Count the known findings that were met again."""
        return sum(entry.count for entry in self.entries) - sum(self._left.values())

    def stale(self, gone: Collection[str] = ()) -> tuple[Known, ...]:
        """List what is not found any more, among the translations that were looked at and in files that are gone."""
        left = Counter(self._left)
        found: list[Known] = []
        for entry in self.entries:
            if left[entry.identity] > 0 and self._is_settled(entry, gone):
                left[entry.identity] -= entry.count
                found.append(entry)
        return tuple(found)

    def _is_settled(self, entry: Known, gone: Collection[str]) -> bool:
        """Tell whether this run knows what has become of an entry."""
        seen = entry.place in self._met and entry.check not in self._blind
        return seen or entry.place.file in gone

    def renewed(self, gone: Collection[str] = ()) -> str:
        """Write the baseline in which everything that was met is known; what was not looked at stays as it is."""
        kept = (one for one in self.entries if not self._is_settled(one, gone))
        made = (one for place, findings in self._met.items() for one in _entries(place, findings))
        entries = sorted((*kept, *made), key=lambda one: (one.place, one.check, one.message, one.identity))
        rows = [
            {
                "file": entry.place.file,
                "language": entry.place.language,
                "check": entry.check,
                "message": entry.message,
                "identity": entry.identity,
                **({"block": entry.block} if entry.block != entry.identity else {}),
                "count": entry.count,
            }
            for entry in entries
        ]
        return dump({"version": VERSION, "findings": rows})


def _entries(place: Place, findings: Sequence[FindingRow]) -> Iterator[Known]:
    counts = Counter(finding.identity for finding in findings)
    first = {finding.identity: finding for finding in reversed(findings)}
    for identity, count in counts.items():
        row = first[identity]
        yield Known(place, row.check, row.message, identity, count, row.block)


def _entry(raw: Mapping[str, object]) -> Known:
    """Read an entry.

    Raises:
        ValueError: A value is of the wrong kind.
    """
    texts = [raw[key] for key in ("file", "language", "check", "message", "identity")]
    texts.append(raw.get("block", raw["identity"]))
    count = raw["count"]
    if not all(isinstance(text, str) for text in texts) or type(count) is not int or count < 1:
        raise ValueError(raw)
    file, language, check, message, identity, block = map(str, texts)
    return Known(Place(file, language), check, message, identity, count, block)
