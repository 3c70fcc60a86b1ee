from __future__ import annotations

import pytest

from localize.cli.progress import Progress, bar, clock


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (7.4, "0:07"), (61, "1:01"), (3599.6, "1:00:00"), (3750, "1:02:30")]
)
def test_durations_are_written_like_a_clock(seconds: float, written: str) -> None:
    assert clock(seconds) == written


def test_the_bar_shows_the_share_and_how_long_the_rest_takes() -> None:
    assert bar(0.5, 10) == "translating [###############---------------]  50%  0:10 left"
    assert bar(0, 0) == "translating [------------------------------]   0%"
    assert bar(1, 8) == "translating [##############################] 100%  0:00 left"


def test_nothing_is_drawn_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(10, shown=False)
    progress.advance(5)
    progress.clear()
    assert capsys.readouterr() == ("", "")


def test_the_bar_is_drawn_on_standard_error_and_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(10, shown=True)
    progress.advance(5)
    progress.clear()
    drawn = capsys.readouterr()
    assert drawn.out == ""
    assert "50%" in drawn.err
    assert drawn.err.endswith("\r\x1b[K")
