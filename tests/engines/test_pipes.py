"""A pipeline that answers, and pipelines that hang, die, or answer nonsense."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from localize.engines.pipes import Pipes

UPPER = r"""
while IFS= read -r -d '' line; do
  case $line in
    *die*) exit 1 ;;
    *hang*) sleep 100 ;;
    *half*) printf '%s\0' "${line%%.}" ;;
    *twice*) printf '%s\0%s\0' "$line" "$line" ;;
    *) printf '%s\0' "${line^^}" ;;
  esac
done
"""
"""Answers in capitals; a request ends with a full stop, and so must an answer."""


def ask(*requests: str, script: str = UPPER, patience: float = 0.3) -> list[str]:
    pipes = Pipes(script, patience=patience)
    try:
        return pipes.ask(requests, end="%d.")
    finally:
        pipes.close()


def test_answers_come_in_the_order_of_the_requests() -> None:
    assert ask("one", "two", "three") == ["ONE", "TWO", "THREE"]


def test_nothing_asked_is_nothing_answered_and_nothing_started() -> None:
    assert ask(script="exit 1") == []


def test_more_than_a_pipe_holds_goes_through() -> None:
    long = ["x" * 300_000, "y" * 10]
    assert ask(*long, patience=20) == [text.upper() for text in long]


def test_a_thousand_requests_in_one_go_are_answered() -> None:
    assert ask(*(f"n{i}" for i in range(1000))) == [f"N{i}" for i in range(1000)]


@pytest.mark.parametrize("trouble", ["die", "hang", "half"])
def test_a_request_that_breaks_the_pipeline_costs_its_own_answer_only(trouble: str) -> None:
    assert ask("one", trouble, "two", trouble, "three") == ["ONE", "", "TWO", "", "THREE"]


def test_an_answer_too_many_never_becomes_that_of_the_next_request() -> None:
    assert ask("one", "twice", "two", "three") == ["ONE", "twice", "TWO", "THREE"]


def test_a_pipeline_that_never_runs_answers_nothing() -> None:
    assert ask("one", "two", script="exit 1") == ["", ""]


def test_it_starts_again_after_it_was_closed() -> None:
    pipes = Pipes(UPPER)
    for _ in range(2):
        assert pipes.ask(["one"], end="%d.") == ["ONE"]
        pipes.close()


def test_all_its_processes_end_with_it() -> None:
    pipes = Pipes("printf '%s0.\\0' $$; sleep 100 | cat")
    (pid,) = pipes.ask(["who"], end="%d.")
    del pipes
    gc.collect()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and Path("/proc", pid).exists():
        time.sleep(0.01)
    assert not Path("/proc", pid).exists()
