"""From options to what a command works with: configuration, engine, glossary."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from localize import config as configuration
from localize import engines
from localize.cli import console
from localize.glossary import Glossary, load
from localize.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from localize.config import Config
    from localize.engines import Engine

GLOSSARIES = Path("glossaries")
"""Where glossaries are looked for when neither an option nor the configuration names any."""


MEMORY = Path("memory")
"""Where approved translations are looked for when neither an option nor the configuration names any."""

_MOST_TOLD = 20


def resolve(**options: object) -> Config:
    """Settle the configuration: options, environment, file, defaults. An empty tuple is an option not given.

    The key ``from`` is the option ``source``.

    Raises:
        ConfigError: A value is wrong.
    """
    given = {"from" if key == "source" else key: value for key, value in options.items() if value != ()}
    return configuration.resolve(configuration.load(Path()), os.environ, given)


def glossary_paths(paths: tuple[Path, ...], *, none: bool) -> tuple[Path, ...] | list[Path]:
    """Join ``--glossary`` and ``--no-glossary`` to a value for ``resolve``.

    Raises:
        UsageError: Both are given.
    """
    if none and paths:
        raise click.UsageError("--glossary and --no-glossary exclude each other")
    return [] if none else paths


def open_glossary(config: Config) -> Glossary:
    """Load the glossary of a configuration, else the one in the folder ``glossaries``, if there is one.

    Raises:
        GlossaryError: It cannot be used.
    """
    if config.glossary is None and not (config.root / GLOSSARIES).is_dir():
        console.remark(
            "note",
            f"no glossary: there is no folder {config.root / GLOSSARIES} here, and --glossary names none",
        )
    return _glossary(config)


def _glossary(config: Config) -> Glossary:
    if config.glossary is not None:
        return load(config.glossary)
    default = config.root / GLOSSARIES
    return load([default]) if default.is_dir() else Glossary()


def open_memory(config: Config) -> Memory:
    """Open the memory of a configuration, else the one in the folder ``memory``, if there is one.

    Raises:
        InputError: A file is missing.
        FormatError: A file cannot be used.
    """
    memory = _memory(config)
    for path, line, reason in memory.remarks[:_MOST_TOLD]:
        console.remark("warning", f"{path}:{line}: left out: {reason}")
    return memory


def _memory(config: Config) -> Memory:
    default = config.root / MEMORY
    paths: tuple[Path, ...] = (default,) if default.is_dir() else ()
    name = "memory.sqlite"
    if config.memory is not None:  # folders of a project may have their own: each has an index for itself
        paths = config.memory
        name = f"memory-{blake2b(repr(paths).encode(), digest_size=6).hexdigest()}.sqlite"
    return Memory.open(paths, index=config.home / ".localize" / name)


def memory_folder(config: Config) -> Path:
    """Name the folder that approved translations are written to: the first that translating reads."""
    folders = [path for path in config.memory or () if not path.is_file()]
    return folders[0] if folders else config.root / MEMORY


class Opened:
    """Glossaries and memories of the folders of a project, each opened once."""

    def __init__(self) -> None:
        self._glossaries: dict[tuple[Path, ...] | None, Glossary] = {}
        self._memories: dict[tuple[Path, ...] | None, Memory] = {}

    def glossary(self, config: Config) -> Glossary:
        """Give what ``open_glossary`` gives."""
        if config.glossary not in self._glossaries:
            self._glossaries[config.glossary] = open_glossary(config)
        return self._glossaries[config.glossary]

    def memory(self, config: Config) -> Memory:
        """Give what ``open_memory`` gives."""
        if config.memory not in self._memories:
            self._memories[config.memory] = open_memory(config)
        return self._memories[config.memory]


def equip(config: Config) -> tuple[Engine, Glossary, Memory]:
    """Make engine, glossary and memory of a configuration without a word, for another process of a run.

    Raises:
        LocalizeError: As the others here.
    """
    return open_engine(config), _glossary(config), _memory(config)


def open_engine(config: Config) -> Engine:
    """Make the engine of a configuration; models are loaded when they are first used.

    Raises:
        UnknownEngineError: There is none of that name.
    """
    models = [config.models] if config.models else []
    options = {"models": models, "pivots": config.pivots, "beam": config.beam, "threads": config.threads}
    return engines.load(config.engine, options)


def _many(name: str, help_text: str, **extra: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, multiple=True, help=help_text, **extra)


def glossary_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--glossary``, ``--no-glossary`` and ``--domain``."""
    command = _many("--domain", "Use only terms of this domain, and those without one; repeatable.")(command)
    command = click.option("--no-glossary", is_flag=True, help="Use no glossary.")(command)
    return _many(
        "--glossary",
        "Glossary file, or folder of them; repeatable. Default: the folder glossaries, if there is one.",
        type=click.Path(path_type=Path),
        metavar="PATH",
    )(command)


def memory_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--memory``, ``--no-memory`` and ``--fuzzy``."""
    command = click.option(
        "--fuzzy",
        type=click.IntRange(0, 100),
        metavar="PERCENT",
        help="Use approved translations of similar sentences, from this similarity on. Default: 0, never.",
    )(command)
    command = click.option("--no-memory", is_flag=True, help="Use no approved translations.")(command)
    return _many(
        "--memory",
        "File of approved translations, or folder of them; repeatable. Default: the folder memory, if there is one.",
        type=click.Path(path_type=Path),
        metavar="PATH",
    )(command)


def language_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--to`` and ``--from``."""
    command = click.option(
        "--from", "source", metavar="LANGUAGE", help="Language of the articles. Default: told by each file."
    )(command)
    return _many("--to", "Language to translate into, such as pt or pt-BR; repeatable.", metavar="LANGUAGE")(
        command
    )


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--report``, ``--report-format``, ``--fail-on``, ``--baseline`` and ``--write-baseline``."""
    command = click.option(
        "--write-baseline",
        is_flag=True,
        help="Make everything that is found now known, in the file of --baseline or the configuration.",
    )(command)
    command = click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Leave out the findings that this file knows, and tell which of them are no longer there.",
    )(command)
    command = click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        help="Least weight of a finding at which the exit code is 1. Default: error.",
    )(command)
    command = _many(
        "--report-format",
        "What the report is written as; repeatable, each for the --report at the same place. Default: json. Without "
        "--report, it goes to standard output.",
        type=click.Choice(["json", "sarif", "junit", "github", "gitlab", "markdown"]),
    )(command)
    return _many(
        "--report",
        "Write a report of the run: files, what became of each term, findings; repeatable. - is standard output.",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE",
    )(command)
