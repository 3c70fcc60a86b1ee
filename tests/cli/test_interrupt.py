"""Ctrl-C: the engine may finish, but not for ever, and nothing else is left half done."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from localize.cli import interrupt
from localize.cli.interrupt import interruptible

if TYPE_CHECKING:
    from collections.abc import Callable


def within(module: str) -> Callable[[float], None]:
    """Make a function of a module that takes its time."""
    names: dict[str, Callable[[float], None]] = {}
    code = "import time\ndef work(seconds):\n    end = time.monotonic() + seconds\n    while time.monotonic() < end: time.sleep(0.01)\n"
    exec(code, {"__name__": module}, names)
    work = names["work"]
    work.__globals__["time"] = time
    return work


@pytest.fixture(autouse=True)
def grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupt, "GRACE", 0.2)


def test_a_call_of_the_engine_is_given_up_after_some_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    translate = within("localize.engines.slow")
    with interruptible():
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            translate(60)
    assert "finishing what the engine has begun" in capsys.readouterr().err


def test_a_call_that_ends_in_time_is_kept() -> None:
    done = []
    with interruptible() as pause:
        os.kill(os.getpid(), signal.SIGINT)
        within("localize.engines.quick")(0.02)
        done.append("kept")
        with pytest.raises(KeyboardInterrupt):
            pause()
    assert done == ["kept"]


def test_what_is_being_written_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with interruptible() as pause:
        os.kill(os.getpid(), signal.SIGINT)
        within("localize.writing")(0.8)
        with pytest.raises(KeyboardInterrupt):
            pause()
    assert capsys.readouterr().err.count("note: ") == 1


def test_afterwards_signals_are_as_before() -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGALRM)
    with interruptible():
        os.kill(os.getpid(), signal.SIGINT)
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGALRM)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
