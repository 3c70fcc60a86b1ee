"""Several processes side by side, each with models of its own: what comes of it is that of one, in the same order."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from localize.batch.running import Batch, prepare
from localize.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from localize.batch.events import Event
    from localize.batch.inputs import Article
    from localize.config import Config
    from localize.engines import Engine
    from localize.glossary import Glossary
    from localize.memory import Memory

    _Portion = tuple[int, list[Article]]
    """Articles of a batch, and its index."""
    Equip = Callable[[Config], tuple[Engine, Glossary, Memory]]

_LEAST, _MOST = 20_000, 125_000
"""Bytes of articles that a process gets at once: few enough that all are busy to the end, enough for full batches."""
_SHARES = 4
"""Portions for each process, as far as the limits allow."""
_LEAD = 4
"""Portions for each process that may wait for an earlier one: what is told is told in order, and must not pile up."""
_GRACE = 4.0
"""Seconds that a process has to end by itself when nothing more is to be done."""
_GLANCE = 0.2
"""Seconds between two looks at whether the run is to stop."""


@dataclass(slots=True)
class _Worker:
    """A process, and what it is at."""

    process: SpawnProcess
    connection: Connection
    portion: int = -1


def side_by_side(
    batches: Sequence[tuple[Batch, Sequence[Article]]], equip: Equip, *, jobs: int
) -> Iterator[Event]:
    """Translate articles in several processes; events come in the order of articles, portion by portion.

    Args:
        batches: Of one run, with one state and one engine. Their engine, glossary and memory are not used: each process
            makes its own.
        equip: Makes them; a function that other processes can import.
        jobs: How many processes at most.

    Raises:
        EngineError: A process was ended from outside.
        LocalizeError: What ``Batch.run`` raises.
    """
    prepare(batches)
    portions = [
        (i, portion) for i, (_, articles) in enumerate(batches) for portion in _portions(articles, jobs)
    ]
    batch = batches[0][0]
    configs = [each.config for each, _ in batches]
    if not batch.config.threads:
        configs = [replace(config, threads=max(1, _cores() // jobs)) for config in configs]
    task = _Task(equip, tuple(configs), batch.force, batch.number(), os.getpid())
    context = get_context("spawn")
    workers: list[_Worker] = []
    try:
        for _ in range(min(jobs, len(portions))):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, task))
            process.start()
            theirs.close()
            workers.append(_Worker(process, ours))
        yield from _Conductor(batch, portions, workers).run()
    finally:
        for worker in workers:
            worker.connection.close()
        limit = time.monotonic() + _GRACE
        for worker in workers:
            worker.process.join(max(0.0, limit - time.monotonic()))
            worker.process.terminate()  # it is in a call of its engine, whose results nobody waits for any more
            worker.process.join()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _portions(articles: Sequence[Article], jobs: int) -> list[list[Article]]:
    """Cut the articles into portions."""
    share = sum(article.size for article in articles) // (jobs * _SHARES)
    limit = max(_LEAST, min(_MOST, share))
    portions: list[list[Article]] = []
    size = limit
    for article in articles:
        if size >= limit:
            portions.append([])
            size = 0
        portions[-1].append(article)
        size += article.size
    return portions


class _Conductor:
    """Hands out portions, and passes on what is told of them, in order."""

    def __init__(self, batch: Batch, portions: Sequence[_Portion], workers: Sequence[_Worker]) -> None:
        self._batch = batch
        self._portions = portions
        self._workers = workers
        self._left = deque(range(len(portions)))
        self._told: dict[int, list[Event]] = {i: [] for i in range(len(portions))}
        self._done: set[int] = set()
        self._warned: set[str] = set()

    def run(self) -> Iterator[Event]:
        """Work until all is done; the events of the first portion that is not done come as they are."""
        for now in range(len(self._portions)):
            while now not in self._done:
                self._batch.pause()
                self._hand_out(now + _LEAD * len(self._workers))
                busy = [worker for worker in self._workers if worker.portion >= 0]
                ready = wait([worker.connection for worker in busy], timeout=_GLANCE)
                for worker in busy:
                    if worker.connection in ready:
                        self._take(worker, *_receive(worker))
                yield from self._events(now)
            yield from self._events(now)

    def _hand_out(self, before: int) -> None:
        for worker in self._workers:
            if worker.portion < 0 and self._left and self._left[0] < before:
                worker.portion = self._left.popleft()
                try:
                    worker.connection.send(self._portions[worker.portion])
                except OSError as error:
                    raise _ended(worker) from error

    def _take(self, worker: _Worker, kind: str, value: Any) -> None:
        if kind == "error":
            raise value
        if kind == "event":
            self._told[worker.portion].append(value)
        elif kind == "advance":
            self._batch.advance(value)
        elif kind == "done":
            self._done.add(worker.portion)
            worker.portion = -1
        elif value not in self._warned:
            self._warned.add(value)
            self._batch.warn(value)

    def _events(self, now: int) -> list[Event]:
        told, self._told[now] = self._told[now], []
        return told


def _receive(worker: _Worker) -> tuple[str, Any]:
    try:
        message: tuple[str, Any] = worker.connection.recv()
    except (EOFError, OSError) as error:
        raise _ended(worker) from error
    return message


def _ended(worker: _Worker) -> EngineError:
    worker.process.join()
    return EngineError(
        f"a process of this run was ended from outside (exit status {worker.process.exitcode})",
        hint="run again with fewer --jobs, if memory was short; what is done is kept",
    )


@dataclass(frozen=True, slots=True)
class _Task:
    """What a process has to know."""

    equip: Equip
    configs: tuple[Config, ...]
    force: bool
    run: int
    parent: int


def _work(connection: Connection, task: _Task) -> None:
    """Be one of the processes: translate portions and tell of it, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def pause() -> None:
        """Stop when the other end was closed: nothing else is to be read while a portion is worked on."""
        if connection.poll() or os.getppid() != task.parent:
            raise KeyboardInterrupt

    def tell(kind: str) -> Callable[[object], None]:
        return lambda value: connection.send((kind, value))

    try:
        with ExitStack() as stack:
            opened: dict[int, Callable[[Sequence[Article]], Iterator[Event]]] = {}
            engine = None
            while True:
                number, articles = connection.recv()
                if number not in opened:
                    config = task.configs[number]
                    new, glossary, memory = task.equip(config)
                    engine = engine or new
                    batch = Batch(
                        engine,
                        glossary,
                        config,
                        memory=memory,
                        force=task.force,
                        advance=tell("advance"),
                        warn=tell("warning"),
                        pause=pause,
                    )
                    opened[number] = stack.enter_context(batch.opened(run=task.run))
                for event in opened[number](articles):
                    tell("event")(event)
                tell("done")(None)
    except (KeyboardInterrupt, EOFError, BrokenPipeError, ConnectionResetError):
        return
    except Exception as error:  # noqa: BLE001 - it is raised again where the run was started
        error.add_note(f"in a process of --jobs:\n{traceback.format_exc()}")
        tell("error")(error)
