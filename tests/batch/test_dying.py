"""Runs that are killed: whatever the moment, nothing is broken, and the next run ends in the same bytes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.batch.desk import put

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MOMENTS = 45


def test_runs_that_are_killed_end_in_the_bytes_of_one_that_was_left_in_peace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for i in range(5):
        put(
            f"news/a{i}.md",
            f"# The council meets\n\nThe council meets for the {i}th time. The talks go on.\n",
        )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "tests.batch.dying", str(MOMENTS)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["files"] == 10
    assert told["dealings"] > 2 * told["files"], "each file is opened and renamed"
    assert told["killed"].count(-signal.SIGKILL) > MOMENTS // 2, (
        "a run that goes on has less to do, and may live"
    )
    assert set(told["killed"]) <= {-signal.SIGKILL, 0}
    assert told["broken"] == []
    assert told["ends"] == [[0, True]] * (MOMENTS // 3)
    assert [one[1:] for one in told["beside"]] == [[0, True]] * len(told["beside"]), (
        "the other does all there is"
    )
    assert told["beside"][0][0] == -signal.SIGKILL
