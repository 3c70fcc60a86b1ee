"""Runs that are killed: ``python -m tests.batch.dying COUNT`` translates the folder ``news`` in processes of its own.

Each dies at another dealing with a file, COUNT of them evenly from the first to the last; after every third one, a run
is left in peace. Then some die beside another one that is at work in the same folder, and lives. A JSON object says what became of them. All are forks of one process that has loaded everything: that
is quick, and sound since it has no threads.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from localize import glossary
from localize.config import Config
from tests.batch.desk import run, terms, tree

_WATCHED = {"open", "os.rename", "os.mkdir", "os.remove", "os.listdir", "os.scandir", "sqlite3.connect"}
"""Audit events of Python, raised before each of these is done."""
_PEACE = 3
_PAIRS = 8


class Reaper:
    """Counts dealings with files below the current folder, and kills the process at one of them."""

    def __init__(self) -> None:
        self.seen = 0
        self.moment = 0
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Be told of an event."""
        if event in _WATCHED and "output" in str(arguments[0]):
            self.seen += 1
            if self.seen == self.moment:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Kill runs and print what became of them."""
    reaper = Reaper()
    terms("council,Conselho")
    _translate()
    dealings = reaper.seen
    expected = tree()
    Path("output").rename("in peace")
    count = int(sys.argv[1])
    killed, broken, ends = [], [], []
    for number in range(count):
        moment = 1 + number * (dealings - 1) // (count - 1)
        killed.append(_in_fork(reaper, moment))
        found = tree() if Path("output").exists() else {}
        broken += [f"{name} at {moment}" for name in found if found[name] != expected.get(name)]
        if number % _PEACE == _PEACE - 1:
            ends.append((_in_fork(reaper, 0), tree() == expected))
            Path("output").rename(f"until {number}")
    told = {"files": len(expected), "dealings": dealings, "killed": killed, "broken": broken, "ends": ends}
    print(
        json.dumps(
            told | {"beside": [_beside(reaper, i * dealings // _PAIRS, expected) for i in range(_PAIRS)]}
        )
    )


def _beside(reaper: Reaper, moment: int, expected: dict[str, bytes]) -> tuple[int, int, bool]:
    """Let two runs work in one folder, the first of which dies; gives how they end, and whether all is as it should be."""
    both = _fork(reaper, 1 + moment), _fork(reaper, 0)
    first, second = map(_end, both)
    same = tree() == expected
    Path("output").rename(f"beside {moment}")
    return first, second, same


def _in_fork(reaper: Reaper, moment: int) -> int:
    """Translate in a process that dies at a moment, 0: never; gives its exit status, a signal's number negative."""
    return _end(_fork(reaper, moment))


def _end(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _fork(reaper: Reaper, moment: int) -> int:
    child = os.fork()
    if not child:
        reaper.seen, reaper.moment = 0, moment
        try:
            _translate()
        except BaseException as error:  # noqa: BLE001 - it must not go on as its parent
            print(error, file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return child


def _translate() -> None:
    run(glossary.load([Path("terms.csv")]), config=Config(source="en", to=("pt",), export=("po",)))


if __name__ == "__main__":
    main()
