"""The main job, with every socket refused and a home folder that is watched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import localize
from localize.languages import Pair

ROOT = Path(localize.__file__).parent.parent
ARTICLE = ROOT / "tests" / "data" / "articles" / "summit.md"
CUT_OFF = """
import sys
import pytest_socket
pytest_socket.disable_socket()

def refuse(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        raise RuntimeError(f"the network was asked for: {event}")

sys.addaudithook(refuse)
from localize.__main__ import main
main()
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run localize without a network, in a folder of its own and with a home of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "ARGOS_", "LOCALIZE_"))
    }
    home = folder / "home"
    home.mkdir(mode=0o500)
    (folder / "desk").mkdir()
    return subprocess.run(
        [sys.executable, "-c", CUT_OFF, *words],
        cwd=folder / "desk",
        env={**kept, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.model
def test_an_article_is_translated_without_a_network_and_nothing_is_written_at_home(tmp_path: Path) -> None:
    done = run(tmp_path, "translate", str(ARTICLE), "--to", "pt", "--glossary", str(ROOT / "glossaries"))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    written = tmp_path / "desk" / "output" / "pt" / "summit.md"
    assert "secretário-geral da OTAN" in written.read_text(encoding="utf-8")
    state = tmp_path / "desk" / "output" / ".localize"
    found = {path for path in (tmp_path / "desk").rglob("*") if path.is_file()}
    assert found == {written, state / ".gitignore", state / "state.sqlite"}
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.parametrize("engine", ["firefox", "apertium", "auto"])
def test_no_engine_asks_for_a_network(
    tmp_path: Path, engine: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = ("pt", "en") if engine == "firefox" else ("en", "es")
    if engine == "firefox":
        models = request.getfixturevalue("firefox").models
        monkeypatch.setenv("MODELS", str(models[Pair("pt", "en")].weights.parent))
    else:
        request.getfixturevalue("apertium")
    text = tmp_path / "news.txt"
    text.write_text(
        "A casa é branca.\n" if engine == "firefox" else "The house is white.\n", encoding="utf-8"
    )
    found = os.environ.get("MODELS", str(tmp_path))
    settings = tmp_path / "localize.toml"
    settings.write_text(f'models = "{found}"\n', encoding="utf-8")
    words = ("translate", str(text), "--from", pair[0], "--to", pair[1], "--engine", engine, "--no-glossary")
    done = run(tmp_path, *words)
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "desk" / "output" / pair[1] / "news.txt").read_text(encoding="utf-8")
    assert written == ("The house is white.\n" if engine == "firefox" else "La casa es blanca.\n")


@pytest.mark.parametrize(
    "words",
    [
        ["model", "list"],
        ["model", "verify"],
        ["doctor"],
        ["config", "show"],
        ["rule", "word-unknown"],
        ["segment", str(ARTICLE)],
        ["detect", str(ARTICLE)],
        ["glossary", "list", str(ROOT / "glossaries")],
    ],
)
def test_no_other_command_needs_a_network_or_writes_anything(tmp_path: Path, words: list[str]) -> None:
    done = run(tmp_path, *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_socket_is_refused_in_these_tests() -> None:
    code = CUT_OFF.partition("from localize")[0] + "import socket\nsocket.socket()\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "SocketBlockedError" in done.stderr
