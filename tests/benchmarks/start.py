"""Measure commands as people start them, one article at most: ``python -m tests.benchmarks.start --help``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.articles import write_articles
from tests.benchmarks.timing import show

_INTO = ("article-0001.txt", "--from", "en", "--to", "pt", "--no-glossary")
COMMANDS = {
    "--help": ("--help",),
    "glossary validate": ("glossary", "validate", str(Path(__file__).parents[2] / "glossaries")),
    "translate, one article": ("translate", *_INTO, "--force"),
    "translate, unchanged": ("translate", *_INTO),
    "translate --check": ("translate", *_INTO, "--check"),
    "check": ("check", "article-0001.txt", "--no-glossary"),
}
"""By name; run in this order, in a folder with one article of 25 sentences."""


def main() -> None:
    """Print seconds of the processor: least, median, most."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder, 1)
        spent: dict[str, list[float]] = {label: [] for label in COMMANDS}
        for _ in range(rounds):
            for label, words in COMMANDS.items():
                spent[label].append(_cpu(folder, words))
    print("\n".join(show(f"{label}: cpu", seconds, "s") for label, seconds in spent.items()))


def _cpu(folder: Path, words: tuple[str, ...]) -> float:
    """Run a command and give the processor time that it took, user and system."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, "-m", "localize", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(process.returncode)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
