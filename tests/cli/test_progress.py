from __future__ import annotations

import pytest

from localize.cli import progress as module
from localize.cli.progress import Progress, State, bar, clock, plain


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (7.4, "0:07"), (61, "1:01"), (3599.6, "1:00:00"), (3750, "1:02:30")]
)
def test_durations_are_written_like_a_clock(seconds: float, written: str) -> None:
    assert clock(seconds) == written


def test_the_bar_shows_the_share_the_rate_and_how_long_the_rest_takes() -> None:
    half = State(0.5, 10, size=50_000)
    assert bar(half) == "translating [###############---------------]  50%  5.0 kB/s  0:10 left"
    assert bar(State(0, 0)) == "translating [------------------------------]   0%"
    assert bar(State(1, 8)) == "translating [##############################] 100%  0:00 left"


def test_a_log_gets_the_same_in_words() -> None:
    state = State(0.37, 370, done=370, files=1000, size=2_960_000)
    assert plain(state) == "translating: 37%, 370 of 1,000 files  8.0 kB/s  10:30 left"


def test_a_log_gets_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    progress = Progress(10, 5, shown=True, terminal=False)
    progress.advance(5)
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(module, "_LOG_EVERY", 0.0)
    progress.count("a.md")
    progress.count("a.md")
    progress.advance(1)
    progress.clear()
    drawn = capsys.readouterr()
    assert drawn.out == ""
    assert drawn.err.startswith("translating: 60%, 1 of 5 files  ")
    assert drawn.err.endswith(" left\n")


def test_nothing_is_drawn_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(10, shown=False, terminal=True)
    progress.advance(5)
    progress.clear()
    assert capsys.readouterr() == ("", "")


def test_the_bar_is_drawn_on_standard_error_and_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(10, shown=True, terminal=True)
    progress.advance(5)
    progress.clear()
    drawn = capsys.readouterr()
    assert drawn.out == ""
    assert "50%" in drawn.err
    assert drawn.err.endswith("\r\x1b[K")
