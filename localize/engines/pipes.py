"""A shell pipeline that lives long and answers requests one by one, each ended by a NUL, both ways."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import time
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING

from localize.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE = 60.0
"""Seconds without an answer after which the pipeline counts as hung; a sentence takes 0.005, the first one 0.5."""
_CHUNK = 1 << 16


class _BrokenError(Exception):
    """The pipeline has ended, hangs, or no longer answers what it is asked.

    Attributes:
        answers: Those that came before.
    """

    def __init__(self, answers: list[str]) -> None:
        super().__init__()
        self.answers = answers


class Pipes:
    """A pipeline of ``bash``, started when it is first asked, and again after it broke.

    Args:
        script: What ``bash -c`` runs; ``$1`` is ``-g``, ``$2`` empty (how Apertium's modes take their options).
        patience: Seconds without an answer after which it is ended.
    """

    def __init__(self, script: str, *, patience: float = _PATIENCE) -> None:
        self._script = script
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._finalizer: weakref.finalize[[subprocess.Popen[bytes]], Pipes] | None = None

    def ask(self, requests: Sequence[str], *, end: str) -> list[str]:
        """Send requests and give the answers, in order.

        Args:
            requests: Without NUL.
            end: Added to every request and taken off every answer; ``%d`` in it becomes the request's number, so that
                an answer too many or too few is noticed.

        Returns:
            As many answers; one is empty where the pipeline breaks on the request alone.

        Raises:
            EngineError: It does not even start.
        """
        answers: list[str] = []
        alone = False
        while len(answers) < len(requests):
            waiting = requests[len(answers) :]
            try:
                answers += self._send(waiting[:1] if alone else waiting, end)
                alone = False
            except _BrokenError as broken:
                self.close()
                answers += broken.answers
                if alone:
                    answers.append("")
                alone = not alone
        return answers

    def close(self) -> None:
        """End the processes."""
        if self._finalizer is not None:
            self._finalizer()
        self._process = self._finalizer = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            try:
                self._process = subprocess.Popen(  # noqa: S603 - the script is of an installed package
                    ["bash", "-c", self._script, "bash", "-g", ""],  # noqa: S607
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    bufsize=0,
                    env={**os.environ, "LC_ALL": "C.UTF-8"},
                    start_new_session=True,  # Ctrl-C is for us
                )
            except OSError as error:
                raise EngineError(f"bash does not start ({error.strerror})", hint="install bash") from error
            assert self._process.stdin is not None
            os.set_blocking(self._process.stdin.fileno(), False)
            self._finalizer = weakref.finalize(self, _end, self._process)
        return self._process

    def _send(self, requests: Sequence[str], end: str) -> list[str]:
        """Write and read at the same time, for pipes are narrow.

        Raises:
            _BrokenError: Not all is answered.
        """
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        text = "".join(f"{request}{end % number}\0" for number, request in enumerate(requests))
        todo = memoryview(text.encode())
        answers = _Answers(end)
        heard = time.monotonic()
        with selectors.DefaultSelector() as both:
            both.register(process.stdout, selectors.EVENT_READ)
            both.register(process.stdin, selectors.EVENT_WRITE)
            while len(answers.whole) < len(requests):
                for key, _ in both.select(timeout=self._patience):
                    if key.fileobj is process.stdout:
                        answers.take(os.read(key.fd, _CHUNK))
                        heard = time.monotonic()
                    elif todo:
                        todo = todo[_write(key.fd, todo[:_CHUNK], answers) :]
                    else:
                        both.unregister(process.stdin)
                if time.monotonic() - heard >= self._patience:
                    raise _BrokenError(answers.whole)
        if answers.rest or len(answers.whole) > len(requests):
            raise _BrokenError([])
        return answers.whole


class _Answers:
    """Cuts what comes into answers."""

    def __init__(self, end: str) -> None:
        self.whole: list[str] = []
        self.rest = b""
        self._end = end

    def take(self, data: bytes) -> None:
        """Add what was read.

        Raises:
            _BrokenError: It is nothing, or not an answer.
        """
        *whole, self.rest = (self.rest + data).split(b"\0")
        for answer in whole:
            end = self._end % len(self.whole)
            if not answer.endswith(end.encode()):
                raise _BrokenError(self.whole)
            self.whole.append(answer.decode(errors="replace").removesuffix(end))
        if not data:
            raise _BrokenError(self.whole)


def _write(pipe: int, data: memoryview, answers: _Answers) -> int:
    """Write what the pipe takes and give how much that was."""
    try:
        return os.write(pipe, data)
    except BlockingIOError:
        return 0
    except OSError as error:
        raise _BrokenError(answers.whole) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a pipeline: all of its processes, which are a group of their own."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
