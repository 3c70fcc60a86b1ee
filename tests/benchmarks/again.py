"""Measure runs over articles that were translated before: ``python -m tests.benchmarks.again --help``.

The command line is run as people run it, each time in a process of its own. Ratios of processor time say most: a busy
machine changes the clock, and hardly those.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.articles import write_articles

_TERMS = "en,pt\nminister,ministro\ngovernment,governo\nagreement,acordo\nparliament,parlamento\n"
_EDITED = _TERMS.replace("parlamento", "assembleia")


class Taken(NamedTuple):
    """What a process took: seconds of the clock and of the processor, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Print seconds, peak memory and ratios."""
    options = _options()
    for count in options.articles:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write(folder / "news", count, options.distinct)
            _measure(folder, count, options.more)


def _measure(folder: Path, count: int, more: list[str]) -> None:
    terms = folder / "terms.csv"
    terms.write_text(_TERMS, encoding="utf-8")
    runs = {
        "first": _run(folder, *more),
        "unchanged": _run(folder, *more),
        "--check": _run(folder, *more, "--check"),
    }
    terms.write_text(_EDITED, encoding="utf-8")
    runs["--check, one entry edited"] = _run(folder, *more, "--check")
    runs["one entry edited"] = _run(folder, *more)
    size = sum(path.stat().st_size for path in (folder / "output" / ".localize").iterdir())
    print(f"{count} articles {' '.join(more)}")
    for name, taken in runs.items():
        ratio = runs["first"].cpu / taken.cpu
        print(
            f"  {name:26} {taken.wall:7.1f} s, {taken.cpu:7.1f} s of the processor ({ratio:6.1f} x less),"
            f" {taken.memory:6.0f} MB"
        )
    print(f"  state: {size / 1e6:.1f} MB", flush=True)


def _run(folder: Path, *more: str) -> Taken:
    """Run ``localize translate`` and wait for it."""
    words = [sys.executable, "-m", "localize", "translate", "news", "--from", "en", "--to", "pt"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    before = os.times().elapsed
    process = subprocess.Popen(
        [*words, "--glossary", "terms.csv", *more], cwd=folder, env=environment, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(process.returncode)
    return Taken(os.times().elapsed - before, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _write(folder: Path, count: int, distinct: int) -> None:
    """Write articles; those over *distinct* repeat others under a title of their own."""
    folder.mkdir()
    paths = write_articles(folder, min(count, distinct))
    for number in range(len(paths), count):
        text = paths[number % len(paths)].read_text(encoding="utf-8")
        body = text.partition("\n\n")[2]
        path = folder / f"article-{number + 1:04}.txt"
        path.write_text(f"Report {number + 1} from the Region\n\n{body}", encoding="utf-8")
    shutil.rmtree(folder.parent / "output", ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.again", description=__doc__)
    parser.add_argument(
        "--articles",
        type=int,
        nargs="+",
        default=[100, 1000],
        help="files of 25 sentences (default: 100 1000)",
    )
    parser.add_argument(
        "--distinct",
        type=int,
        default=100,
        help="above this, articles differ in their titles only (default: 100)",
    )
    parser.add_argument("more", nargs="*", help="options for localize translate, after --")
    return parser.parse_args()


if __name__ == "__main__":
    main()
