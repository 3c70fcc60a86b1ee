"""Memory that models have freed and the C library holds on to.

A model takes and frees blocks of up to tens of megabytes in threads of its own. What glibc keeps of them for later does
not fit later ones, so that the heap grows with every call (measured on 1,000 articles: 68 MB of it in use at the end of
every window, and 230 MB of holes after the first, 320 MB after the last). Given back each time, it is as after the first
call however many there are. Other C libraries, and other systems, do so by themselves or not at all.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def release() -> None:
    """Give free memory of the heap back to the system: some milliseconds, more pages to be fetched in the next call."""
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    """Find glibc's ``malloc_trim(3)``."""
    try:
        found: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (
        AttributeError,
        OSError,
        TypeError,
    ):  # another C library, or Windows, which has no library without a name
        return lambda _kept: 0
    return found
