from __future__ import annotations

import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from localize.engines.confined import Confined


class Picky:
    """A translator that knows its thread, and panics in any other."""

    def __init__(self, dropped: list[str]) -> None:
        self._thread = threading.current_thread()
        self._dropped = dropped

    def translate(self, text: str) -> str:
        assert threading.current_thread() is self._thread
        if text == "panic":
            raise Panic
        return text.upper()

    def __del__(self) -> None:
        self._dropped.append("home" if threading.current_thread() is self._thread else "abroad")


class Panic(BaseException):
    """What a runtime written in Rust raises."""


def test_it_is_made_called_and_dropped_in_one_thread_whoever_asks() -> None:
    dropped: list[str] = []
    confined = Confined(lambda: Picky(dropped))
    with ThreadPoolExecutor(4) as pool:
        texts = [[f"a{i}", f"b{i}"] for i in range(20)]
        assert list(pool.map(confined.translate, texts)) == [[a.upper(), b.upper()] for a, b in texts]
    confined.close()
    assert dropped == ["home"]


def test_a_panic_costs_one_sentence_only() -> None:
    confined = Confined(lambda: Picky([]))
    assert confined.translate(["one", "panic", "two"]) == ["ONE", "", "TWO"]
    confined.close()


def test_what_loading_raises_is_raised_here() -> None:
    def load() -> Picky:
        raise ValueError("no such model")

    with pytest.raises(ValueError, match="no such model"):
        Confined(load)


def test_when_nobody_holds_it_the_thread_ends() -> None:
    dropped: list[str] = []
    confined = Confined(lambda: Picky(dropped))
    thread = confined._thread
    del confined
    gc.collect()
    thread.join(5)
    assert dropped == ["home"]
