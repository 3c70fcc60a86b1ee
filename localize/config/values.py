"""Raw values of a configuration, checked and turned into those of its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from localize.languages import LanguageTagError, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the configuration.

    Attributes:
        field: Of ``Config``.
        read: Turns one raw value into that of the field; raises ``ValueError`` with what it must be.
        many: The value is a list.
    """

    field: str
    read: Callable[[object, Path], object]
    many: bool = False

    def from_text(self, text: str) -> object:
        """Turn the value of an environment variable into a raw value: lists are separated by commas."""
        if self.many:
            return [item.strip() for item in text.split(",") if item.strip()]
        return int(text) if re.fullmatch(r"\s*[0-9]{1,18}\s*", text) else text.strip()

    def parse(self, value: object, folder: Path) -> object:
        """Check a raw value and turn it into that of the field; a list loses its duplicates.

        Raises:
            ValueError: It must be something else; the message says what.
        """
        if not self.many:
            return self.read(value, folder)
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"must be a list, not {kind(value)}")  # noqa: TRY004
        return tuple(dict.fromkeys(self.read(item, folder) for item in value))


@dataclass(frozen=True, slots=True)
class Table(Key):
    """A key whose value is a table of names and values; its field holds pairs, sorted.

    Attributes:
        read: Reads a name, and ``value``, what stands beside it.
    """

    value: Callable[[object, Path], object] = lambda raw, _: raw

    def from_text(self, text: str) -> object:
        """Turn ``name=value,name=value`` into a table."""
        pairs = (item.partition("=") for item in text.split(",") if item.strip())
        return {name.strip(): value.strip() for name, _, value in pairs}

    def parse(self, value: object, folder: Path) -> object:
        """Check names and values.

        Raises:
            ValueError: It must be something else; the message says what.
        """
        if isinstance(value, tuple):  # as the field has it
            value = dict(value)
        if not isinstance(value, dict):
            raise ValueError(f"must be a table, not {kind(value)}")  # noqa: TRY004
        pairs = []
        for name, raw in value.items():
            try:
                pairs.append((str(self.read(name, folder)), self.value(raw, folder)))
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
        return tuple(sorted(pairs, key=lambda pair: pair[0]))


def text(value: object, _: Path) -> str:
    """Read a text that is not empty."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError(f"must be a text that is not empty, not {kind(value)}")
    return value


def path(value: object, folder: Path) -> Path:
    """Read a path; a relative one counts from the folder."""
    return folder / text(str(value) if isinstance(value, Path) else value, folder)


def address(value: object, folder: Path) -> str:
    """Read an address, or else a path."""
    return text(value, folder) if "://" in str(value) else str(path(value, folder))


def language(value: object, folder: Path) -> str:
    """Read a language tag."""
    try:
        return normalise(text(value, folder))
    except LanguageTagError as error:
        raise ValueError(f"{error}; {error.hint}") from error


def whole(least: int, most: int) -> Callable[[object, Path], int]:
    """Make a reader of whole numbers within limits, both included."""

    def read(value: object, _: Path) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"must be a whole number from {least} to {most}, not {kind(value)}")
        return value

    return read


def one_of(choices: Collection[str]) -> Callable[[object, Path], str]:
    """Make a reader of names out of a collection."""

    def read(value: object, _: Path) -> str:
        if not isinstance(value, str) or value not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}, not {kind(value)}")
        return value

    return read


def yes_or_no(value: object, _: Path) -> bool:
    """Read a truth value; in an environment variable it is a word."""
    if value in {"true", "false"}:
        return value == "true"
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, not {kind(value)}")  # noqa: TRY004
    return value


def kind(value: object) -> str:
    """Name a raw value in a message."""
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    return f"'{value[:40]}'" if isinstance(value, str) else str(value)[:40]
