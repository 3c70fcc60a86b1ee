"""A project: articles of several folders, each folder with settings of its own, in one run."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from localize.batch.inputs import Article, Exclusion, find
from localize.batch.rendering import outputs
from localize.errors import ConfigError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from localize.config import Config, Folder


@dataclass(frozen=True, slots=True)
class Part:
    """Articles, and the settings that they share."""

    config: Config
    articles: tuple[Article, ...]


def parts(paths: Sequence[Path], config: Config) -> tuple[Part, ...]:
    """List the articles that paths stand for, with their settings; without paths, those of the project.

    In a project, the translation of an article has one place, however the article is named: by its own path, by that of
    a folder, or not at all. Paths lie in folders of the project or hold some.

    Raises:
        ConfigError: A folder of the project is missing, or has no language to be translated into.
        InputError: A path is missing or in no folder of the project, a folder has no articles, or two articles would
            have the same translation.
    """
    if not config.folders:
        return (
            Part(config, find(paths, output=config.output, targets=config.to, exclusion=exclusion(config))),
        )
    wanted: list[tuple[Folder, list[Path]]] = [(folder, []) for folder in config.folders]
    for path in paths or [folder.path for folder in config.folders]:
        chosen = [(named, _meeting(path, folder.path)) for folder, named in wanted]
        if not any(meeting for _, meeting in chosen):
            raise _outside(path, config)
        for named, meeting in chosen:
            named.extend([meeting] if meeting else [])
    every: dict[Path, set[str]] = {}
    for folder in config.folders:
        every.setdefault(folder.config.output, set()).update(folder.config.to)
    found = tuple(_part(folder, named, every) for folder, named in wanted if named)
    _apart(found)
    return found


def exclusion(config: Config) -> Exclusion:
    """Give what is left out of folders."""
    return Exclusion(config.exclude, config.root)


def settings_for(path: Path, config: Config) -> Config:
    """Give the settings of the folder of the project that holds a path, else those of the project."""
    holding = (folder for folder in config.folders if _absolute(path).is_relative_to(_absolute(folder.path)))
    return next((folder.config for folder in holding), config)


def _part(folder: Folder, paths: Sequence[Path], every: Mapping[Path, Collection[str]]) -> Part:
    config = folder.config
    if not folder.path.exists():
        hint = f"correct the path, which counts from the folder of {folder.place.rpartition(':')[0]}"
        raise ConfigError(f"there is no file or folder {folder.path}", path=folder.place, hint=hint)
    if not config.to:
        hint = 'write to = ["pt"], or the like, in the folder or above the first of them'
        raise ConfigError(f"no language to translate {folder.path} into", path=folder.place, hint=hint)
    found = find(
        paths,
        output=config.output,
        targets=config.to,
        others=every,
        place=_placing(folder),
        exclusion=exclusion(config),
    )
    return Part(config, found)


def _placing(folder: Folder) -> Callable[[Path], PurePath]:
    """Make what tells the place of a translation below ``<output>/<language>/``."""
    top, under = _absolute(folder.path), folder.config.under

    def place(path: Path) -> PurePath:
        inner = _absolute(path).relative_to(top)
        return under / inner if inner.parts or under.parts else PurePath(top.name)  # the folder may be a file

    return place


def _apart(found: Sequence[Part]) -> None:
    """Make sure that no two articles become one file.

    Raises:
        InputError: Two do.
    """
    taken: dict[str, Article] = {}
    for part in found:
        config = part.config
        output = Path(os.path.realpath(config.output))
        for article in part.articles:
            for target in config.to:
                for file in outputs(output / target / article.relative, config.export):
                    other = taken.setdefault(str(file), article)
                    if other is not article:
                        raise InputError(
                            f"its translation would go to the same file as that of {other.path}: "
                            f"{config.output / target / article.relative}",
                            path=str(article.path),
                            hint="give one of their folders another output in the configuration",
                        )


def _meeting(path: Path, folder: Path) -> Path | None:
    """Give what a path and a folder have in common: the one that lies in the other; None where they are apart."""
    whole, top = _absolute(path), _absolute(folder)
    if whole.is_relative_to(top):
        return path
    return folder if top.is_relative_to(whole) else None


def _outside(path: Path, config: Config) -> InputError:
    have = ", ".join(str(folder.path) for folder in config.folders)
    file = config.folders[0].place.rpartition(":")[0]
    return InputError(
        f"is in no folder of the project; there are {have}",
        path=str(path),
        hint=f"add [[folders]] for it to {file}",
    )


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are named
