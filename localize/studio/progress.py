"""How far the review of each article is, without translating any of them."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import PurePath
from typing import TYPE_CHECKING

from localize.batch import settings_for
from localize.batch.state import State
from localize.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from localize.batch import Article
    from localize.config import Config


def approvals(files: Sequence[Path], output: Path) -> dict[tuple[str, str], int]:
    """Count the sentences of each article that a memory has: by path of the article and target language."""
    if not files:
        return {}
    with closing(Memory.open(files, index=output / ".localize" / "memory.sqlite")) as memory:
        places = {(entry.document, entry.pair.target, entry.segment) for entry in memory if entry.document}
    found: dict[tuple[str, str], int] = {}
    for document, target, _ in places:
        found[document, target] = found.get((document, target), 0) + 1
    return found


def segments(
    config: Config, articles: Sequence[Article], targets: Sequence[str]
) -> dict[tuple[str, str], int]:
    """Tell how many sentences the last run counted in the translations that there are; 0 where nobody remembers."""
    found: dict[tuple[str, str], int] = {}
    with closing(State(config.home, warn=lambda _message: None, reading=True)) as state:
        for article in articles:
            output = settings_for(article.path, config).output
            for target in targets:
                path = output / target / article.relative
                if path.is_file():
                    record = state.record(PurePath(os.path.relpath(path, config.home)).as_posix())
                    found[str(article.path), target] = record.rows.file.segments if record else 0
    return found
