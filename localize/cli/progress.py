"""A progress line on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
import time

_EVERY = 0.1
"""Seconds between two drawings."""


class Progress:
    """How far a run is and how long it will take.

    Args:
        total: What ``advance`` will have been told in sum when all is done.
        shown: False draws nothing.
        doing: What is going on, a word.
    """

    def __init__(self, total: float, *, shown: bool, doing: str = "translating") -> None:
        self._total = total
        self._doing = doing
        self._shown = shown and total > 0
        self._done = 0.0
        self._started = time.monotonic()
        self._drawn = 0.0

    def advance(self, amount: float) -> None:
        """Count work that is done."""
        self._done += amount
        now = time.monotonic()
        if self._shown and now - self._drawn >= _EVERY:
            self._drawn = now
            share = min(1.0, self._done / self._total)
            sys.stderr.write(f"\r\033[K{bar(share, now - self._started, self._doing)}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that others can be written."""
        if self._shown and self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._drawn = 0.0


def bar(share: float, seconds: float, doing: str = "translating") -> str:
    """Draw a bar: the share that is done, 0 to 1, and from the seconds it took, how long the rest will take."""
    filled = int(share * 30)
    left = "" if share <= 0 else f"  {clock(seconds / share - seconds)} left"
    return f"{doing} [{'#' * filled}{'-' * (30 - filled)}] {share:4.0%}{left}"


def clock(seconds: float) -> str:
    """Write a duration: ``0:07``, ``1:02:30``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
