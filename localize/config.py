"""Configuration: the nearest ``localize.toml``, else ``[tool.localize]`` in ``pyproject.toml``.

An option wins over the environment (``LOCALIZE_TO=pt,es``), that over the file, that over the default. Nothing is
guessed: an unknown key or a wrong type is a ``ConfigError`` that names file, key and what would be right.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from localize.checks import CHECKS
from localize.errors import ConfigError
from localize.exchange import EXPORT_FORMATS, FailOn
from localize.languages import LanguageTagError, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

FILE = "localize.toml"
PROJECT = "pyproject.toml"
PREFIX = "LOCALIZE_"

_FILE_SIZE = 1_000_000
"""Bytes above which a configuration file is refused."""

_HINT = "localize config show lists every key with its value"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a run. Keys in files and options have the names of the fields, but for ``from``.

    Attributes:
        source: Language of the articles (key ``from``), a BCP 47 tag; empty: each file's is detected.
        to: Target languages.
        glossary: Files and folders; None: the folder ``glossaries``, if there is one; empty: no glossary.
        output: Folder that receives ``<language>/<relative path>``.
        engine: Name of an engine; ``beam``: width of its search, 0: what the model was made for.
        threads: Of one engine, 0: one a core; ``jobs``: processes side by side.
        fail_on: Weight from which on a finding makes the run fail.
        export: Bilingual files to write beside the articles.
        exclude_checks: Checks that are not run.
        domains: Glossary domains to use; empty: all.
        models: A folder of models beside the shipped and installed ones; ``index``: address or file of more.
        front_matter: Keys of an article's front matter whose values are prose.
        max_size: Bytes above which an article is refused.
        origins: Where each key's value came from: a file, a variable, ``command line``; absent: the default.
    """

    source: str = ""
    to: tuple[str, ...] = ()
    glossary: tuple[Path, ...] | None = None
    output: Path = Path("output")
    engine: str = "argos"
    beam: int = 0
    threads: int = 0
    jobs: int = 1
    fail_on: FailOn = "error"
    export: tuple[str, ...] = ()
    exclude_checks: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    models: Path | None = None
    index: str = ""
    front_matter: tuple[str, ...] = ("title", "subtitle", "description", "summary", "excerpt")
    max_size: int = 20_000_000
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)


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
    for key, kind in KEYS.items():
        value = getattr(config, kind.field)
        if isinstance(value, (tuple, Path)):
            value = [str(item) for item in value] if isinstance(value, tuple) else str(value)
        settings.append(Setting(key, value, config.origins.get(key, "default")))
    return tuple(settings)


class Place(NamedTuple):
    """Where a value stands, for messages, and its name as an origin; relative paths count from ``folder``."""

    path: str
    key: str
    origin: str
    folder: Path = Path()


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
            raise ValueError(f"must be a list, not {_kind(value)}")  # noqa: TRY004
        return tuple(dict.fromkeys(self.read(item, folder) for item in value))


def _text(value: object, _: Path) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError(f"must be a text that is not empty, not {_kind(value)}")
    return value


def _path(value: object, folder: Path) -> Path:
    return folder / _text(str(value) if isinstance(value, Path) else value, folder)


def _address(value: object, folder: Path) -> str:
    return _text(value, folder) if "://" in str(value) else str(_path(value, folder))


def _language(value: object, folder: Path) -> str:
    try:
        return normalise(_text(value, folder))
    except LanguageTagError as error:
        raise ValueError(f"{error}; {error.hint}") from error


def _whole(least: int, most: int) -> Callable[[object, Path], int]:
    def read(value: object, _: Path) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"must be a whole number from {least} to {most}, not {_kind(value)}")
        return value

    return read


def _one_of(choices: Collection[str]) -> Callable[[object, Path], str]:
    def read(value: object, _: Path) -> str:
        if not isinstance(value, str) or value not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}, not {_kind(value)}")
        return value

    return read


KEYS: dict[str, Key] = {
    "from": Key("source", _language),
    "to": Key("to", _language, many=True),
    "glossary": Key("glossary", _path, many=True),
    "output": Key("output", _path),
    "engine": Key("engine", _text),
    "beam": Key("beam", _whole(0, 64)),
    "threads": Key("threads", _whole(0, 1024)),
    "jobs": Key("jobs", _whole(1, 1024)),
    "fail_on": Key("fail_on", _one_of(get_args(FailOn))),
    "export": Key("export", _one_of(EXPORT_FORMATS), many=True),
    "exclude_checks": Key("exclude_checks", _one_of(CHECKS), many=True),
    "domains": Key("domains", _text, many=True),
    "models": Key("models", _path),
    "index": Key("index", _address),
    "front_matter": Key("front_matter", _text, many=True),
    "max_size": Key("max_size", _whole(1, 2**40)),
}
"""Every key there is, in the order in which it is shown."""


def _set(config: Config, key: str, value: object, place: Place) -> Config:
    """Give a configuration another value of one key.

    Raises:
        ConfigError: There is no such key, or the value is wrong.
    """
    if key not in KEYS:
        guess = "".join(f"did you mean {near}? " for near in get_close_matches(key, KEYS, n=1))
        hint = f"{guess}keys: {', '.join(KEYS)}"
        raise ConfigError("unknown key", path=place.path, key=place.key, hint=hint)
    kind = KEYS[key]
    try:
        read = kind.parse(value, place.folder)
    except ValueError as error:
        raise ConfigError(str(error), path=place.path, key=place.key, hint=_HINT) from error
    values = {item.name: getattr(config, item.name) for item in fields(config)}
    return Config(**values | {kind.field: read, "origins": {**config.origins, key: place.origin}})


def _parse(table: object, path: Path, prefix: str) -> Config:
    """Turn the table of a file into a configuration."""
    config = Config()
    if not isinstance(table, dict):
        raise ConfigError(f"must be a table, not {_kind(table)}", path=str(path), key=prefix, hint=_HINT)
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


def _kind(value: object) -> str:
    """Name a raw value in a message."""
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    return f"'{value[:40]}'" if isinstance(value, str) else str(value)[:40]
