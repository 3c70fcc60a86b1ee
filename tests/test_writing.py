from __future__ import annotations

import os
from pathlib import Path

import pytest

from localize import writing
from localize.errors import OutputError


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_bytes_arrive_as_they_are_and_folders_are_made(tmp_path: Path) -> None:
    data = "O secretário-geral\r\nfalou.".encode("utf-16")
    writing.write(tmp_path / "pt" / "news" / "nato.txt", data)
    assert (tmp_path / "pt" / "news" / "nato.txt").read_bytes() == data
    assert files(tmp_path) == ["pt/news/nato.txt"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "nato.txt"
    path.write_bytes(b"an older and much longer translation")
    writing.write(path, b"new")
    assert path.read_bytes() == b"new"


def test_new_files_have_the_permissions_that_the_system_gives(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(b"")
    writing.write(tmp_path / "nato.txt", b"new")
    assert (tmp_path / "nato.txt").stat().st_mode == (tmp_path / "other.txt").stat().st_mode


def test_a_file_in_the_way_of_a_folder_is_an_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "pt").write_bytes(b"notes")
    with pytest.raises(OutputError, match="cannot be written"):
        writing.write(tmp_path / "pt" / "nato.txt", b"new")
    assert (tmp_path / "pt").read_bytes() == b"notes"
    assert files(tmp_path) == ["pt"]


def test_a_folder_in_the_way_of_the_file_is_an_error_that_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "nato.txt").mkdir()
    with pytest.raises(OutputError, match=r"nato\.txt: cannot be written"):
        writing.write(tmp_path / "nato.txt", b"new")
    assert files(tmp_path) == []


def test_an_interrupt_leaves_the_older_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nato.txt"
    path.write_bytes(b"old")

    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        writing.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert files(tmp_path) == ["nato.txt"]


def test_a_full_disk_is_an_error_that_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nato.txt"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device") as caught:
        writing.write(path, b"new")
    assert caught.value.path == str(path)
    assert path.read_bytes() == b"old"
    assert files(tmp_path) == ["nato.txt"]


def test_a_folder_that_can_be_made_is_ready(tmp_path: Path) -> None:
    writing.ready(tmp_path / "output" / "pt")
    assert not (tmp_path / "output").exists()


def test_a_file_in_place_of_the_folder_is_named_before_work_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("output").write_bytes(b"notes")
    with pytest.raises(OutputError, match="output: cannot hold files: it is no folder") as caught:
        writing.ready(Path("output/pt"))
    assert "--output" in caught.value.hint


def test_a_broken_link_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "output").symlink_to(tmp_path / "gone")
    with pytest.raises(OutputError, match="output: cannot hold files"):
        writing.ready(tmp_path / "output")
