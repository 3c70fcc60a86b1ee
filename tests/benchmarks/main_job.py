"""Compare the main job with bare CTranslate2 and with Argos Translate: ``python -m tests.benchmarks.main_job --help``.

Ratios of processor time say most: a busy machine changes the clock, and hardly those.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from localize.glossary import Glossary
from tests.benchmarks import child
from tests.benchmarks.articles import write_articles
from tests.benchmarks.jobs import MainJob, bare, sentences_of
from tests.benchmarks.timing import Spent, interleaved, show, table


def main() -> None:
    """Print seconds, peak memory and ratios."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_articles(folder, options.articles)
        sentences = sentences_of(paths)
        print(f"{len(paths)} articles, {len(sentences)} sentences, {options.rounds} rounds\n")
        job, engine = MainJob(), bare(sentences)
        spent = interleaved(
            {"localize": lambda: job.run(paths, Glossary()), "bare CTranslate2": engine}, options.rounds
        )
        print(table(spent, [("localize", "bare CTranslate2")]))
        print("\nin processes of their own:")
        for one in ("localize", "bare"):
            _, memory = child.run(one, paths, folder / "scratch")
            print(show(f"{one}: peak memory", [memory], "MB"))
        few = paths[: options.argos_articles]
        _against_argos(few, folder / "scratch", spent["localize"], len(sentences), options.rounds)


def _against_argos(paths: list[Path], scratch: Path, ours: list[Spent], sentences: int, rounds: int) -> None:
    """Print what Argos Translate takes for a sentence, as a ratio to what we took for one of all."""
    runs = [child.run("argos", paths, scratch) for _ in range(rounds)]
    own = len(sentences_of(paths))
    print(show("argos: peak memory", [memory for _, memory in runs], "MB"))
    each = [Spent(spent.wall / own, spent.cpu / own) for spent, _ in runs]
    our = [Spent(spent.wall / sentences, spent.cpu / sentences) for spent in ours]
    print(show(f"argos: wall a sentence, of {own}", [1000 * spent.wall for spent in each], "ms"))
    print(show(f"argos: cpu a sentence, of {own}", [1000 * spent.cpu for spent in each], "ms"))
    ratios = [a / b for a, b in zip(each, our, strict=True)]
    print(show("argos / localize: wall a sentence", [ratio.wall for ratio in ratios], "x"))
    print(show("argos / localize: cpu a sentence", [ratio.cpu for ratio in ratios], "x"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.main_job", description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="files of 25 sentences (default: 200)")
    parser.add_argument(
        "--argos-articles",
        type=int,
        default=20,
        help="of them for Argos Translate, which is slow (default: 20)",
    )
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    return parser.parse_args()


if __name__ == "__main__":
    main()
