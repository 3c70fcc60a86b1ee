"""How far a run is: a line that is redrawn on a terminal, a plain line now and then in a log."""

from __future__ import annotations

import math
import sys
import time
from typing import NamedTuple

_EVERY = 0.1
"""Seconds between two drawings on a terminal."""
_LOG_EVERY = 30.0
"""Seconds between two lines of a log: a run of an hour is 120 lines."""


class State(NamedTuple):
    """How far a run is: its share, 0 to 1, the seconds it took, files that are done and all, bytes that are done."""

    share: float
    seconds: float
    done: int = 0
    files: int = 0
    size: float = 0.0


class Progress:
    """How far a run is and how long it will take, on standard error.

    Args:
        total: What ``advance`` will have been told in sum when all is done.
        files: How many articles there are.
        shown: False writes nothing.
        doing: What is going on, a word.
        terminal: Whether standard error is one; None: look.
    """

    def __init__(
        self,
        total: float,
        files: int = 0,
        *,
        shown: bool,
        doing: str = "translating",
        terminal: bool | None = None,
    ) -> None:
        self._total = total
        self._files = files
        self._doing = doing
        self._shown = shown and total > 0
        self._terminal = sys.stderr.isatty() if terminal is None else terminal
        self._done = 0.0
        self._finished: set[str] = set()
        self._started = time.monotonic()
        self._told = -math.inf if self._terminal else self._started
        self._drawn = False

    def advance(self, amount: float) -> None:
        """Count work that is done."""
        self._done += amount
        now = time.monotonic()
        every = _EVERY if self._terminal else _LOG_EVERY
        if not self._shown or now - self._told < every:
            return
        self._told = now
        share = min(1.0, self._done / self._total)
        state = State(share, now - self._started, len(self._finished), self._files, self._done)
        if self._terminal:
            self._drawn = True
            sys.stderr.write(f"\r\033[K{bar(state, self._doing)}")
        else:
            sys.stderr.write(f"{plain(state, self._doing)}\n")
        sys.stderr.flush()

    def count(self, path: str) -> None:
        """Count an article that is done, once for however many languages."""
        self._finished.add(path)

    def clear(self) -> None:
        """Take the line of a terminal away, so that others can be written."""
        if self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._drawn = False


def bar(state: State, doing: str = "translating") -> str:
    """Draw a bar, with the rate, and how long the rest will take if it goes on so."""
    filled = int(state.share * 30)
    return f"{doing} [{'#' * filled}{'-' * (30 - filled)}] {state.share:4.0%}{_rate(state)}"


def plain(state: State, doing: str = "translating") -> str:
    """Write the same for a log."""
    files = f", {state.done:,} of {state.files:,} files" if state.files else ""
    return f"{doing}: {state.share:.0%}{files}{_rate(state)}"


def _rate(state: State) -> str:
    if state.share <= 0 or state.seconds <= 0:
        return ""
    rate = f"  {state.size / state.seconds / 1000:,.1f} kB/s" if state.size else ""
    return f"{rate}  {clock(state.seconds / state.share - state.seconds)} left"


def clock(seconds: float) -> str:
    """Write a duration: ``0:07``, ``1:02:30``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
