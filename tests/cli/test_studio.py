"""``localize studio`` as it is started: an address that lets in, and errors that say what to do."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from localize.cli import studio

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def test_it_prints_an_address_serves_it_and_ends_with_ctrl_c(desk: Desk) -> None:
    desk.put("glossaries/news.csv", "en,pt\nceasefire,cessar-fogo\n")
    words = [sys.executable, "-m", "localize", "studio", "--no-browser"]
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=desk.folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout
        assert process.stderr
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(address) as answer:
            assert b"ceasefire" in answer.read()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(address.partition("?")[0])
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert "Traceback" not in process.stderr.read()


def test_a_port_that_is_taken_is_told(desk: Desk) -> None:

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = desk("studio", "--no-browser", "--port", str(port))
    assert done.exit_code == 2
    assert f"127.0.0.1:{port}: the port cannot be used" in done.stderr
    assert "--port" in done.stderr


def test_without_the_extra_it_says_how_to_install_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "NEEDED", ("a_package_that_is_not_there",))
    done = desk("studio")
    assert done.exit_code == 2
    assert "pip install 'localize[studio]'" in done.stderr
