"""Runs that are killed at system calls, one, two or three at once: ``python -m tests.batch.killing SECONDS`` (with strace).

Harder than ``dying``, and not for every day: SQLite's own writes are among the moments. Each process dies right before
the n-th call of a kind, for every kind and n, in an order by chance; what stands must be whole at any time, and a run
that is left in peace must end in the same bytes.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from localize import glossary
from localize.config import Config
from tests.batch.desk import put, run, terms, tree

KINDS = "close fcntl fdatasync fsync ftruncate lseek mkdir mmap munmap newfstatat openat pread64 pwrite64 rename unlink write"
ARTICLE = "# The council meets\n\nThe council meets for the {i}th time.\n\nThe talks of day {i} go on.\n"


class Moment(NamedTuple):
    """Right before the n-th call of a kind."""

    kind: str
    number: int


def main() -> None:
    """Kill runs for some time, and print what became of them."""
    limit = time.monotonic() + float(sys.argv[1])
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for i in range(6):
            put(f"news/a{i}.md", ARTICLE.format(i=i))
        terms("council,Conselho")
        _translate()
        expected = tree()
        shutil.rmtree("output")
        moments = _moments()
        chance.shuffle(moments)
        told = {"moments": len(moments), "killed": 0, "alive": 0, "ends": 0}
        while moments and time.monotonic() < limit:
            some = [moments.pop() for _ in range(min(chance.choice((1, 1, 2, 3)), len(moments)))]
            statuses = _killed(some)
            told["killed"] += statuses.count(-signal.SIGKILL)
            told["alive"] += statuses.count(0)
            assert set(statuses) <= {0, -signal.SIGKILL}, (some, statuses)
            found = tree() if Path("output").exists() else {}
            assert found.items() <= expected.items(), some
            if chance.random() < 1 / 2:
                assert _end(_fork(wait=False)) == 0, some
                assert tree() == expected, some
                assert not Path("output/.localize/edited").exists(), some
                told["ends"] += 1
                shutil.rmtree("output")
        print(json.dumps(told))


def _moments() -> list[Moment]:
    """Count the calls of a run."""
    child = _fork(wait=True)
    _resume(child, _strace(child, "-c", "-o", "counts"))
    rows = [line.split() for line in Path("counts").read_text(encoding="ascii").splitlines()]
    shutil.rmtree("output")
    return [
        Moment(row[-1], n + 1) for row in rows if row and row[-1] in KINDS.split() for n in range(int(row[3]))
    ]


def _killed(moments: list[Moment]) -> list[int]:
    """Run at once what dies at some moments, and if these are several, one that lives; gives the exit statuses."""
    children = [_fork(wait=True) for _ in moments]
    tracers = [
        _strace(
            child, "-o", os.devnull, "-e", f"trace={kind}", "-e", f"inject={kind}:signal=KILL:when={number}"
        )
        for child, (kind, number) in zip(children, moments, strict=True)
    ]
    free = [_fork(wait=False)] if len(moments) > 1 else []
    for child in children:
        os.kill(child, signal.SIGCONT)
    statuses = [_end(child) for child in (*children, *free)]
    for tracer in tracers:
        tracer.communicate()
    return statuses


def _strace(child: int, *options: str) -> subprocess.Popen[str]:
    """Attach to a process that has stopped itself, and wait until that is done."""
    words = ["strace", "-f", "-p", str(child), *options]
    tracer = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    tracer.stderr.readline()
    return tracer


def _resume(child: int, tracer: subprocess.Popen[str]) -> None:
    os.kill(child, signal.SIGCONT)
    assert _end(child) == 0
    tracer.communicate()


def _fork(*, wait: bool) -> int:
    """Translate in a process of its own, which first waits to be told."""
    child = os.fork()
    if child:
        if wait:
            os.waitpid(child, os.WUNTRACED)
        return child
    if wait:
        os.kill(os.getpid(), signal.SIGSTOP)
    try:
        _translate()
    except BaseException as error:  # noqa: BLE001 - it must not go on as its parent
        print(repr(error), file=sys.stderr)
        os._exit(1)
    os._exit(0)


def _end(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _translate() -> None:
    run(glossary.load([Path("terms.csv")]), config=Config(source="en", to=("pt",), export=("po",)))


if __name__ == "__main__":
    main()
