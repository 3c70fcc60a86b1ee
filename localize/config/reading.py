"""Configuration files found and read, and a run's settings put together."""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from localize.config.folders import KEY, WHOLE, Folder, overlap
from localize.config.keys import KEYS, Config
from localize.config.lines import line_of
from localize.config.values import kind, path
from localize.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILE = "localize.toml"
PROJECT = "pyproject.toml"
PREFIX = "LOCALIZE_"

_FILE_SIZE = 1_000_000
"""Bytes above which a configuration file is refused."""

_HINT = "localize config show lists every key with its value"
_COMMAND_LINE = "command line"
_OPTION_HINT = "--help tells what each option takes"
_FOLDERS = 'a folder of the project is written as [[folders]] and below it path = "news"'


class Setting(NamedTuple):
    """A line of ``localize config show``."""

    key: str
    value: str | int | list[str] | None
    origin: str
    folder: str = ""


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
            return _parse(*_toml(shown / FILE), shown / FILE)
        if os.path.isfile(place / PROJECT):  # noqa: PTH113
            table, text = _toml(shown / PROJECT)
            tool = table.get("tool")
            if isinstance(tool, dict) and "localize" in tool:
                return _parse(tool["localize"], text, shown / PROJECT, ("tool", "localize"))
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
    given: list[tuple[str, object, Place]] = []
    for name, text in sorted(environment.items()):
        key = name.removeprefix(PREFIX).lower()
        if not name.startswith(PREFIX) or not text.strip():
            continue
        if key in KEYS:
            given.append((key, KEYS[key].from_text(text), Place("environment", name, name)))
        elif near := get_close_matches(key, KEYS, n=1, cutoff=0.8):
            hint = f"did you mean {PREFIX}{near[0].upper()}?"
            raise ConfigError("unknown variable", path="environment", key=name, hint=hint)
    for key, value in options.items():
        if value is not None:
            given.append((key, value, Place(_COMMAND_LINE, key, _COMMAND_LINE)))
    config = _with(file or Config(), given)
    folders = (replace(folder, config=_with(folder.config, given)) for folder in config.folders)
    return replace(config, folders=tuple(folder.under(config) for folder in folders))


def _with(config: Config, given: Sequence[tuple[str, object, Place]]) -> Config:
    for one in given:
        config = _set(config, *one)
    return config


def show(config: Config) -> tuple[Setting, ...]:
    """List every key with its value, in plain types, and where the value came from; then what folders have of their own."""
    settings = [_setting(config, key) for key in KEYS]
    for folder in config.folders:
        name = str(folder.path)
        settings.append(Setting("path", name, folder.place.rpartition(":")[0], name))
        own = [key for key in KEYS if folder.config.origins.get(key) == folder.origin]
        settings += [_setting(folder.config, key)._replace(folder=name) for key in own]
    return tuple(settings)


def _setting(config: Config, key: str) -> Setting:
    value = getattr(config, KEYS[key].field)
    if isinstance(value, (tuple, Path)):
        value = [_item(item) for item in value] if isinstance(value, tuple) else str(value)
    return Setting(key, value, config.origins.get(key, "default"))


def _item(item: object) -> str:
    """Write an item of a list, or a pair of a table the way an environment variable has it."""
    return "=".join(map(str, item)) if isinstance(item, tuple) else str(item)


class Place(NamedTuple):
    """Where a value stands, for messages, and its name as an origin; relative paths count from ``folder``.

    In a file of which ``text`` is the content, ``way`` leads to the value.
    """

    path: str
    key: str
    origin: str
    folder: Path = Path()
    text: str = ""
    way: tuple[str | int, ...] = ()

    def error(self, message: str, hint: str = "") -> ConfigError:
        """Make an error that names the place, with the line where there is one."""
        line = line_of(self.text, self.way) if self.text else 0
        return ConfigError(message, path=self.path, line=line, key=self.key, hint=hint)

    def at(self, key: str | int) -> Place:
        """Give the place of a part of the value."""
        full = f"{self.key}[{key + 1}]" if isinstance(key, int) else f"{self.key}.{key}".lstrip(".")
        return self._replace(key=full, way=(*self.way, key))


def _set(config: Config, key: str, value: object, place: Place) -> Config:
    """Give a configuration another value of one key.

    Raises:
        ConfigError: There is no such key, or the value is wrong.
    """
    _known(key, KEYS, place)
    entry = KEYS[key]
    try:
        read = entry.parse(value, place.folder)
    except ValueError as error:
        hint = _OPTION_HINT if place.path == _COMMAND_LINE else _HINT
        raise place.error(str(error), hint) from error
    values = {item.name: getattr(config, item.name) for item in fields(config)}
    return Config(**values | {entry.field: read, "origins": {**config.origins, key: place.origin}})


def _known(key: str, keys: Iterable[str], place: Place) -> None:
    """Refuse a key that is none of some, and guess which of them was meant."""
    keys = list(keys)
    if key not in keys:
        guess = "".join(f"did you mean {near}? " for near in get_close_matches(key, keys, n=1))
        raise place.error("unknown key", f"{guess}keys: {', '.join(keys)}")


def _parse(table: object, text: str, file: Path, way: tuple[str, ...] = ()) -> Config:
    """Turn the table of a file into a configuration."""
    config = Config()
    place = Place(str(file), ".".join(way), str(file), file.parent, text, way)
    if not isinstance(table, dict):
        raise place.error(f"must be a table, not {kind(table)}", _HINT)
    tables = table.get(KEY)
    if tables is not None:  # nothing of a project depends on where in it the command runs
        config = replace(config, root=file.parent, output=file.parent / config.output)
    for key, value in table.items():
        if key != KEY:
            config = _set(config, key, value, place.at(key))
    return config if tables is None else replace(config, folders=_folders(tables, config, place.at(KEY)))


def _folders(tables: object, config: Config, place: Place) -> tuple[Folder, ...]:
    """Turn the tables of the folders into settings on top of those of the project."""
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise place.error("must be tables, each of them under [[folders]]", _FOLDERS)
    folders = [_folder(one, config, place.at(i)) for i, one in enumerate(tables)]
    if found := overlap(folders):
        later, first = (folders[i] for i in found)
        hint = "name folders that lie side by side: the settings of an article must not be in doubt"
        where = f"is in {first.path}" if later.path != first.path else "is configured twice"
        raise place.at(found[0]).at("path").error(f"{later.path} {where} ({first.place})", hint)
    return tuple(folders)


def _folder(table: dict[str, object], config: Config, place: Place) -> Folder:
    """Read the settings of one folder."""
    if "path" not in table:
        raise place.error("has no path: which folder is meant?", _FOLDERS)
    try:
        where = path(table["path"], place.folder)
    except ValueError as error:
        raise place.at("path").error(str(error), _FOLDERS) from error
    where = _shown(Path(os.path.abspath(where)), config.root)  # noqa: PTH100 - links stay
    origin = f"{place.path}: {where}"
    for key, value in table.items():
        at = place.at(key)._replace(origin=origin)
        if key in WHOLE:
            hint = f"write {key} above the first [[folders]]"
            raise at.error("counts for the whole project, not for one folder", hint)
        if key == "path":
            continue
        _known(key, ["path", *(one for one in KEYS if one not in WHOLE)], at)
        config = _set(config, key, value, at)
    line = line_of(place.text, (*place.way, "path"))
    return Folder(where, config, origin, f"{place.path}:{line}")


def _toml(path: Path) -> tuple[dict[str, object], str]:
    """Read a TOML file, and give its text with it."""
    try:
        with path.open("rb") as file:
            data = file.read(_FILE_SIZE + 1)
        if len(data) > _FILE_SIZE:
            raise ConfigError(f"is larger than {_FILE_SIZE} bytes", path=str(path))
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return tomllib.loads(text), text
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        hint = "mend the line, or move the file away; the README shows how one looks (Configuration)"
        raise ConfigError(f"is no TOML in UTF-8: {error}", path=str(path), hint=hint) from error


def _shown(place: Path, root: Path | None = None) -> Path:
    """Write a path relative to the current folder where one is above the other, or a root is above both: messages stay short."""
    current = Path.cwd()
    near = place.is_relative_to(current) or current.is_relative_to(place)
    if near or (root is not None and place.is_relative_to(os.path.abspath(root))):  # noqa: PTH100
        return Path(os.path.relpath(place, current))
    return place
