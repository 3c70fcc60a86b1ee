"""Measure how long a large glossary takes to load, index and match, against a small one.

    python -m tests.benchmarks.matching [concepts] [rounds]

The large glossary is the small one with invented concepts added, of one to three words; a third of them begin with
a word that real terms begin with, so that the text meets their beginnings.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from localize.glossary.glossary import load
from localize.glossary.matching import Matcher
from tests.benchmarks.articles import write_articles
from tests.benchmarks.timing import interleaved, show, table

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SMALL = [
    ROOT / "glossaries" / "international.csv",
    ROOT / "tests" / "evaluation" / "sets" / "articles" / "terms.csv",
]
ARTICLES = 40
REPEATS = 10
_SYLLABLES = (
    "bra",
    "cle",
    "dro",
    "fli",
    "gru",
    "hos",
    "jin",
    "kel",
    "lor",
    "mip",
    "nuv",
    "ost",
    "quil",
    "ros",
    "zan",
)


def invented(count: int, beginnings: list[str]) -> list[list[str]]:
    """Make rows of an English and a Portuguese term, the same every time."""
    chance = random.Random(1)

    def word() -> str:
        return "".join(chance.choices(_SYLLABLES, k=3))

    rows = []
    for number in range(count):
        words = [word() for _ in range(chance.choice((1, 2, 2, 3)))]
        if number % 3 == 0:
            words.insert(0, chance.choice(beginnings))
        rows.append([f"invented-{number}", " ".join(words), word()])
    return rows


def write(folder: Path, name: str, concepts: int, beginnings: list[str]) -> Path:
    """Write a glossary file of invented concepts."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "en", "pt"])
        writer.writerows(invented(concepts, beginnings))
    return path


def match(matcher: Matcher, units: list[str]) -> None:
    """Match all units, several times."""
    for _ in range(REPEATS):
        for unit in units:
            matcher.match(unit)


def main(concepts: int = 100_000, rounds: int = 7) -> None:
    """Print seconds and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        real = load(SMALL)
        beginnings = sorted({concept.terms["en"][0].text.split()[0] for concept in real.concepts})
        fill = write(folder, "small.csv", 600 - len(real.concepts), beginnings)
        many = write(folder, "large.csv", concepts - len(real.concepts), beginnings)
        paths = write_articles(folder, ARTICLES)
        units = [unit for path in paths for unit in path.read_text(encoding="utf-8").split("\n\n")]
        size = REPEATS * sum(map(len, units)) / 1e6
        files = {"600 concepts": [*SMALL, fill], f"{concepts} concepts": [*SMALL, many]}
        glossaries = {label: load(paths) for label, paths in files.items()}
        jobs: dict[str, Callable[[], object]] = {}
        for label, one in glossaries.items():
            jobs[f"load {label}"] = partial(load, files[label])
            jobs[f"index {label}"] = partial(Matcher, one, "en", "pt")
            jobs[f"match with {label}"] = partial(match, Matcher(one, "en", "pt"), units)
        spent = interleaved(jobs, rounds)
        small, large = (f"match with {label}" for label in files)
        sys.stdout.write(table(spent, [(large, small)]) + "\n")
        for label in files:
            rates = [size / run.wall for run in spent[f"match with {label}"]]
            sys.stdout.write(show(f"match with {label}", rates, "million characters a second") + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
