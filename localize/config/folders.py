"""The folders of a project: source folders that have settings of their own, ``[[folders]]`` in the file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.config.keys import Config

KEY = "folders"
WHOLE = frozenset(
    {
        "engine",
        "pivots",
        "beam",
        "threads",
        "jobs",
        "models",
        "index",
        "firefox_index",
        "state",
        "baseline",
        "fail_on",
    }
)
"""Keys that count for a run as a whole: one engine, one state, one report."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A source folder of a project, or one file.

    Attributes:
        path: As messages show it.
        config: Settings of its articles: its own, and for the rest those of the project.
        origin: What stands for its settings where origins are shown: ``localize.toml: news``.
        place: Where it is configured: ``localize.toml:12``.
    """

    path: Path
    config: Config
    origin: str = ""
    place: str = field(default="", compare=False)

    def under(self, project: Config) -> Folder:
        """Settle where its translations go, when all settings are known.

        A folder with an ``output`` of its own has ``<output>/<language>/<path in the folder>``; the others share that of
        the project, where translations stand at the whole path of their articles, from the folder of the file on.
        """
        own = self.config.origins.get("output") == self.origin
        name = PurePath() if own else _within(self.path, project.root)
        return replace(self, config=replace(self.config, under=name, base=project.output))


def _within(path: Path, root: Path) -> PurePath:
    """Write a path relative to a folder; of one that is not in it, the name is kept."""
    whole, top = (PurePath(os.path.abspath(one)) for one in (path, root))  # noqa: PTH100 - links stay
    return whole.relative_to(top) if whole.is_relative_to(top) else PurePath(whole.name)


def overlap(folders: Sequence[Folder]) -> tuple[int, int] | None:
    """Find a folder that is in another one, or the same: its index, and that of the other; None where all are apart."""
    places = [PurePath(os.path.realpath(folder.path)) for folder in folders]
    for i, place in enumerate(places):
        for j, other in enumerate(places):
            if i != j and place.is_relative_to(other) and (i > j or place != other):
                return i, j
    return None
