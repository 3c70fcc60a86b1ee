"""Processor time of a piece of work, for tests of how it grows; never of how long it takes."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def least_seconds(work: Callable[[], object]) -> float:
    """Give the least processor time of three runs; what else the machine does only adds to it.

    As in timeit, without the garbage collector: it walks over all that other tests have left in memory.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        return min(_seconds(work) for _ in range(3))
    finally:
        if enabled:
            gc.enable()


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
