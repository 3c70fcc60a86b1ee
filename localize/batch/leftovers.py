"""Translations that no run would make any more: of articles that are gone, or at a place where they no longer go."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from localize.batch.project import exclusion, settings_for
from localize.batch.shelf import at
from localize.batch.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.batch.inputs import Article
    from localize.batch.project import Part
    from localize.config import Config


def orphans(config: Config, warn: Callable[[str], None]) -> list[str]:
    """List the translations that runs have made of articles that are no longer there, or are left out now."""
    home = config.home
    state = State(home if config.state else None, warn=warn, reading=True)
    try:
        return [
            str(at(home, record.output))
            for record in state.records()
            if _is_gone(at(home, record.article), config) and os.path.lexists(at(home, record.output))
        ]
    finally:
        state.close()


def _is_gone(article: Path, config: Config) -> bool:
    return not os.path.lexists(article) or exclusion(settings_for(article, config)).holds(article)


def twins(parts: Sequence[Part], config: Config) -> list[tuple[Path, Path, Path]]:
    """Find articles with two translations into one language, made when they were named otherwise.

    An article that is reached by its folder goes to another place than one that is named itself, unless a project
    settles it. Either place is an end of the article's path.

    Returns:
        Article, its translation, and the other one.
    """
    state = State(config.home if config.state else None, warn=lambda _message: None, reading=True)
    try:
        return [
            (article.path, part.config.output / target / article.relative, other)
            for part in parts
            for article in part.articles
            for target in part.config.to
            for other in _others(article, target, part.config, state)
        ]
    finally:
        state.close()


def _others(article: Article, target: str, config: Config, state: State) -> Iterator[Path]:
    top = Path(os.path.abspath(config.root))  # noqa: PTH100 - links stay as they are named
    whole = Path(os.path.abspath(article.path))  # noqa: PTH100
    parts = whole.relative_to(top).parts if whole.is_relative_to(top) else whole.parts[1:]
    output = config.home / target
    own = config.output / target / article.relative
    for start in range(len(parts)):
        other = output / PurePath(*parts[start:])
        if other == own or not other.is_file() or not own.is_file():
            continue
        record = state.record(other.relative_to(config.home).as_posix())
        if record and os.path.realpath(at(config.home, record.article)) == os.path.realpath(article.path):
            yield other
