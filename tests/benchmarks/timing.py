"""Time and memory, and how to print them as ratios."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class Spent(NamedTuple):
    """Seconds: by the clock, and of processor time (user and system, all threads)."""

    wall: float
    cpu: float

    def __truediv__(self, other: Spent) -> Spent:
        return Spent(self.wall / other.wall, self.cpu / other.cpu)


@contextmanager
def spending() -> Iterator[list[Spent]]:
    """Measure a block; the list holds the result afterwards."""
    result: list[Spent] = []
    cpu, wall = time.process_time(), time.perf_counter()
    yield result
    result.append(Spent(time.perf_counter() - wall, time.process_time() - cpu))


def interleaved(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[Spent]]:
    """Run jobs one after the other, round by round, so that a noisy machine disturbs all of them alike."""
    spent: dict[str, list[Spent]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            with spending() as result:
                job()
            spent[name] += result
    return spent


def show(name: str, values: Sequence[float], unit: str = "") -> str:
    """Write least, median and most of some values."""
    low, middle, high = min(values), median(values), max(values)
    return f"{name:<44} {low:9.3f} {middle:9.3f} {high:9.3f} {unit}"


def table(spent: Mapping[str, Sequence[Spent]], ratios: Sequence[tuple[str, str]], *, per: int = 1) -> str:
    """Write seconds of every job and the ratios of some pairs, each round against itself."""
    lines = [f"{'':<44} {'min':>9} {'median':>9} {'max':>9}"]
    for name, runs in spent.items():
        lines += [
            show(f"{name}: wall", [run.wall / per for run in runs], "s"),
            show(f"{name}: cpu", [run.cpu / per for run in runs], "s"),
        ]
    for one, other in ratios:
        pairs = [a / b for a, b in zip(spent[one], spent[other], strict=True)]
        lines += [
            show(f"{one} / {other}: wall", [pair.wall for pair in pairs], "x"),
            show(f"{one} / {other}: cpu", [pair.cpu for pair in pairs], "x"),
        ]
    return "\n".join(lines)


def peak_memory() -> float:
    """Give the most memory (resident set, MB) that this process has had since it was started (Linux)."""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert told, "the system does not tell"
    return int(told.group(1)) / 1024


def in_child(module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a module in a process of its own; give what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, **(environment or {})},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout
