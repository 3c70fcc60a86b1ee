"""Ctrl-C without loss: the sentences that the engine has are finished and kept; a second one leaves at once."""

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

    def pause() -> None:
        if asked:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield pause
        return
    before = signal.signal(signal.SIGINT, remember)
    try:
        yield pause
    finally:
        signal.signal(signal.SIGINT, before)
