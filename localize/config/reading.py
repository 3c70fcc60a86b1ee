"""Configuration files found and read, and a run's settings put together."""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from localize.config.keys import KEYS, Config
from localize.config.values import kind
from localize.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "localize.toml"
PROJECT = "pyproject.toml"
PREFIX = "LOCALIZE_"

_FILE_SIZE = 1_000_000
"""Bytes above which a configuration file is refused."""

_HINT = "localize config show lists every key with its value"


class Setting(NamedTuple):
    """A line of ``localize config show``."""

    key: str
    value: str | int | list[str] | None
    origin: str


def load(folder: Path) -> Config | None:
    """Read the nearest configuration, in a folder or above it; None when there is none.

    Relative paths in it count from the folder of the file.

    Raises:
        ConfigError: A file cannot be read or is no TOML, a key is unknown, a value has the wrong type.
    """
    here = folder.absolute()
    for place in (here, *here.parents):
        shown = _shown(place)
        if os.path.isfile(place / FILE):  # noqa: PTH113 - Path.is_file raises where it may not look
            return _parse(_toml(shown / FILE), shown / FILE, "")
        if os.path.isfile(place / PROJECT):  # noqa: PTH113
            tool = _toml(shown / PROJECT).get("tool")
            if isinstance(tool, dict) and "localize" in tool:
                return _parse(tool["localize"], shown / PROJECT, "tool.localize")
    return None


def resolve(file: Config | None, environment: Mapping[str, str], options: Mapping[str, object]) -> Config:
    """Put a run's settings together: options over environment over file over defaults.

    Args:
        file: What ``load`` gave.
        environment: Variables; one that is empty counts as not set. Of the names that begin with ``LOCALIZE_`` only
            those are refused that look like a mistyped key, for others may use the prefix, too.
        options: By key, in the types of the file or of ``Config``; None means not given.

    Raises:
        ConfigError: A value is wrong, an option or a variable is no key.
    """
    config = file or Config()
    for name, text in sorted(environment.items()):
        key = name.removeprefix(PREFIX).lower()
        if not name.startswith(PREFIX) or not text.strip():
            continue
        if key in KEYS:
            config = _set(config, key, KEYS[key].from_text(text), Place("environment", name, name))
        elif near := get_close_matches(key, KEYS, n=1, cutoff=0.8):
            hint = f"did you mean {PREFIX}{near[0].upper()}?"
            raise ConfigError("unknown variable", path="environment", key=name, hint=hint)
    for key, value in options.items():
        if value is not None:
            config = _set(config, key, value, Place("command line", key, "command line"))
    return config


def show(config: Config) -> tuple[Setting, ...]:
    """List every key with its value, in plain types, and where the value came from."""
    settings: list[Setting] = []
    for key, entry in KEYS.items():
        value = getattr(config, entry.field)
        if isinstance(value, (tuple, Path)):
            value = [_item(item) for item in value] if isinstance(value, tuple) else str(value)
        settings.append(Setting(key, value, config.origins.get(key, "default")))
    return tuple(settings)


def _item(item: object) -> str:
    """Write an item of a list, or a pair of a table the way an environment variable has it."""
    return "=".join(map(str, item)) if isinstance(item, tuple) else str(item)


class Place(NamedTuple):
    """Where a value stands, for messages, and its name as an origin; relative paths count from ``folder``."""

    path: str
    key: str
    origin: str
    folder: Path = Path()


def _set(config: Config, key: str, value: object, place: Place) -> Config:
    """Give a configuration another value of one key.

    Raises:
        ConfigError: There is no such key, or the value is wrong.
    """
    if key not in KEYS:
        guess = "".join(f"did you mean {near}? " for near in get_close_matches(key, KEYS, n=1))
        hint = f"{guess}keys: {', '.join(KEYS)}"
        raise ConfigError("unknown key", path=place.path, key=place.key, hint=hint)
    entry = KEYS[key]
    try:
        read = entry.parse(value, place.folder)
    except ValueError as error:
        raise ConfigError(str(error), path=place.path, key=place.key, hint=_HINT) from error
    values = {item.name: getattr(config, item.name) for item in fields(config)}
    return Config(**values | {entry.field: read, "origins": {**config.origins, key: place.origin}})


def _parse(table: object, path: Path, prefix: str) -> Config:
    """Turn the table of a file into a configuration."""
    config = Config()
    if not isinstance(table, dict):
        raise ConfigError(f"must be a table, not {kind(table)}", path=str(path), key=prefix, hint=_HINT)
    for key, value in table.items():
        full = f"{prefix}.{key}".lstrip(".")
        config = _set(config, key, value, Place(str(path), full, str(path), path.parent))
    return config


def _toml(path: Path) -> dict[str, object]:
    """Read a TOML file."""
    try:
        with path.open("rb") as file:
            data = file.read(_FILE_SIZE + 1)
        if len(data) > _FILE_SIZE:
            raise ConfigError(f"is larger than {_FILE_SIZE} bytes", path=str(path))
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"is no TOML in UTF-8: {error}", path=str(path)) from error


def _shown(place: Path) -> Path:
    """Write a folder relative to the current one where it is above or below it, so that messages stay short."""
    current = Path.cwd()
    if place.is_relative_to(current) or current.is_relative_to(place):
        return Path(os.path.relpath(place, current))
    return place
