from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner

from localize.cli.root import cli

if TYPE_CHECKING:
    from click.testing import Result


class Desk(Protocol):
    """Runs command lines in a folder of their own."""

    folder: Path

    def __call__(self, *words: str, given: bytes | None = None) -> Result: ...

    def put(self, name: str, text: str) -> Path: ...


class _Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, given: bytes | None = None) -> Result:
        """Run ``localize`` with these arguments; standard input is what is given."""
        return CliRunner().invoke(cli, list(words), input=given, prog_name="localize")

    def put(self, name: str, text: str) -> Path:
        """Write a file as it is given."""
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Make an empty folder the current one, with no settings and no models but the shipped one."""
    for name in os.environ:
        if name.startswith("LOCALIZE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return _Desk(folder)
