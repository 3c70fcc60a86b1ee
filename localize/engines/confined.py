"""A translator that may be touched by one thread only, kept in a thread of its own."""

from __future__ import annotations

import weakref
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Request = tuple[str, "Future[str]"]


class Translator(Protocol):
    """What is confined."""

    def translate(self, text: str, /) -> str:
        """Translate one sentence."""
        ...


class Confined:
    """Load, call and drop a translator in one thread, whichever threads ask for it.

    Args:
        load: Makes the translator; runs in the thread, and what it raises is raised here.
    """

    def __init__(self, load: Callable[[], Translator]) -> None:
        self._requests: SimpleQueue[_Request | None] = SimpleQueue()
        ready: Future[str] = Future()
        # A daemon, for at the interpreter's end nothing may touch the translator any more, not even to drop it.
        self._thread = Thread(target=_serve, args=(load, self._requests, ready), daemon=True)
        self._finalizer = weakref.finalize(self, self._requests.put, None)
        self._thread.start()
        ready.result()

    def translate(self, texts: Sequence[str]) -> list[str]:
        """Translate sentences, in order; one on which the translator fails comes back empty."""
        futures: list[Future[str]] = [Future() for _ in texts]
        for text, future in zip(texts, futures, strict=True):
            self._requests.put((text, future))
        return [future.result() for future in futures]

    def close(self) -> None:
        """Drop the translator and end the thread; nothing can be asked afterwards."""
        self._finalizer()
        self._thread.join()


def _serve(
    load: Callable[[], Translator], requests: SimpleQueue[_Request | None], ready: Future[str]
) -> None:
    """Run the thread: the translator lives and dies in this function."""
    try:
        translator = load()
    except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
        ready.set_exception(error)
        return
    ready.set_result("")
    while (request := requests.get()) is not None:
        text, future = request
        try:
            future.set_result(translator.translate(text))
        except BaseException:  # noqa: BLE001 - a panic of the runtime is no Exception
            future.set_result("")
