"""Ctrl-C with little loss: the engine may finish its sentences, which are kept; a second one leaves at once.

A call of the engine can take longer than people wait (measured: 1,024 sentences, 20 s and more on a busy machine), and
smaller ones would cost every run (of 256 sentences, a fifth more time). So after some seconds the call is given up.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from localize.cli import console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

_CODE = 130
GRACE = 4.0
"""Seconds that the engine has to finish a call, before what it has of it is given up."""
_AGAIN = 0.25
"""Seconds between two looks at whether the engine is at work."""
_ENGINES = "localize.engines."


def _give_up(_number: int, frame: FrameType | None) -> None:
    """Leave an engine, which has nothing that could be left half done; anywhere else, ``pause`` is waited for."""
    while frame is not None:
        if str(frame.f_globals.get("__name__")).startswith(_ENGINES):
            raise KeyboardInterrupt
        frame = frame.f_back


@contextmanager
def interruptible() -> Iterator[Callable[[], None]]:
    """Hold interrupts back; gives a function that lets one through where it is called.

    Where signals cannot be asked for, in another thread than the first, everything stays as it is.
    """
    asked = False

    def remember(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            os._exit(_CODE)
        asked = True
        console.remark("note", "finishing what the engine has begun; once more to leave at once")
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, GRACE, _AGAIN)

    def pause() -> None:
        if asked:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield pause
        return
    before = signal.signal(signal.SIGINT, remember)
    timed = signal.signal(signal.SIGALRM, _give_up) if hasattr(signal, "setitimer") else None
    try:
        yield pause
    finally:
        if timed is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, timed)
        signal.signal(signal.SIGINT, before)
