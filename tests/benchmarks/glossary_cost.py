"""Compare the main job with glossaries of several sizes: ``python -m tests.benchmarks.glossary_cost --help``.

The large glossary is the one of 600 entries with invented ones added, so that both find the same terms.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from localize.glossary import Glossary, Matcher, load
from tests.benchmarks.articles import write_articles
from tests.benchmarks.jobs import PAIR, MainJob, units_of
from tests.benchmarks.matching import write
from tests.benchmarks.timing import interleaved, table
from tests.evaluation.rows import SETS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.exchange import FileResult

INTERNATIONAL = Path(__file__).parents[2] / "glossaries" / "international.csv"
NONE, FIRST, REAL, MANY = "no glossary", "international", "600 entries", "100,000 entries"
_LARGE = 100_000


def main() -> None:
    """Print seconds and ratios."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_articles(folder, options.articles)
        files = _files(folder)
        loads: dict[str, Callable[[], object]] = {
            f"load {label}": partial(load, files[label]) for label in files
        }
        first = interleaved(loads, 1)
        print(table({f"{label}, first": runs for label, runs in first.items()}, []))
        print(table(interleaved(loads, options.rounds), []))
        glossaries = {NONE: Glossary(), **{label: load(files[label]) for label in files}}
        for label, glossary in glossaries.items():
            print(f"{label}: {len(glossary.concepts)} concepts")
        _matching(glossaries, paths, options.rounds)
        _whole(glossaries, paths, options.rounds)


def _files(folder: Path) -> dict[str, list[Path]]:
    real = [INTERNATIONAL, SETS / "ordinary.csv", SETS / "hard.csv"]
    concepts = load(real).concepts
    beginnings = sorted({concept.terms["en"][0].text.split()[0] for concept in concepts})
    many = write(folder, "many.csv", _LARGE - len(concepts), beginnings)
    return {FIRST: real[:1], REAL: real, MANY: [*real, many]}


def _matching(glossaries: dict[str, Glossary], paths: Sequence[Path], rounds: int) -> None:
    """Print what matching alone takes."""
    units = units_of(paths)
    index = {f"index {label}": partial(Matcher, one, *PAIR) for label, one in glossaries.items()}
    matchers = {label: Matcher(one, *PAIR) for label, one in glossaries.items()}
    jobs = {
        f"match {label}": lambda matcher=matcher: [matcher.match(unit) for unit in units]
        for label, matcher in matchers.items()
    }
    interleaved(jobs, 1)  # concepts are made when they are first met
    spent = interleaved({**index, **jobs}, rounds)
    print(table(spent, [(f"match {MANY}", f"match {REAL}")]))


def _whole(glossaries: dict[str, Glossary], paths: Sequence[Path], rounds: int) -> None:
    """Print what the main job takes, and what became of the terms."""
    job = MainJob()
    for label, glossary in glossaries.items():
        print(f"{label}: {_verdicts(job.run(paths[:10], glossary))} in the first 10 articles")
    spent = interleaved(
        {label: partial(job.run, paths, glossary) for label, glossary in glossaries.items()}, rounds
    )
    print(table(spent, [(label, NONE) for label in glossaries if label != NONE]))


def _verdicts(results: Sequence[FileResult]) -> str:
    counts = Counter(v.verdict for r in results for t in r.translations for v in t.terms)
    return ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) or "no terms"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.glossary_cost", description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="files of 25 sentences (default: 200)")
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    return parser.parse_args()


if __name__ == "__main__":
    main()
