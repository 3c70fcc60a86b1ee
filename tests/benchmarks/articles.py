"""Articles to measure with: deterministic, various, no sentence twice."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCES = 25
"""In an article, title not counted: that of an agency article of 500 words."""
_PARAGRAPH = 3
_SEED = 1
_PROSE = Path(__file__).parent / "prose.toml"


def write_articles(folder: Path, count: int) -> list[Path]:
    """Write articles as text files.

    The sentences of the evaluation sets are all in it when there is room, evenly among others that are made from
    ``prose.toml``; the same number gives the same articles.
    """
    sentences = _sentences(count * SENTENCES)
    paths = []
    for number in range(count):
        own = sentences[number * SENTENCES : (number + 1) * SENTENCES]
        paragraphs = [" ".join(own[i : i + _PARAGRAPH]) for i in range(0, SENTENCES, _PARAGRAPH)]
        title = f"Report {number + 1} from the Region"
        path = folder / f"article-{number + 1:04}.txt"
        path.write_text("\n\n".join([title, *paragraphs]) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def _sentences(count: int) -> list[str]:
    chance = random.Random(_SEED)
    written = _written()
    made = dict.fromkeys(chance.sample(written, min(count // 2, len(written))))
    prose = _prose(chance)
    while len(made) < count:
        made[next(prose)] = None
    sentences = list(made)
    chance.shuffle(sentences)
    return sentences


def _written() -> list[str]:
    """List the sentences of the evaluation sets."""
    terms = [row.source for name in ("ordinary", "hard") for row in rows.term_rows(name)]
    return [*terms, *(row.source for row in rows.name_rows()), *(row.source for row in rows.quiet_rows())]


def _prose(chance: random.Random) -> Iterator[str]:
    data = tomllib.loads(_PROSE.read_text(encoding="utf-8"))
    while True:
        frame = chance.choice(data["frames"])
        yield frame.format(**{slot: chance.choice(options) for slot, options in data["slots"].items()})
