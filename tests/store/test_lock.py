from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from localize.errors import ModelError, OutputError
from localize.store.lock import Entry, Locks, read

if TYPE_CHECKING:
    from pathlib import Path

A, B = "a" * 64, "b" * 64
NAME = "translate-en_es-1_9"


def test_what_is_recorded_is_read_again(tmp_path: Path) -> None:
    Locks([tmp_path / "localize.lock"]).record(NAME, Entry(90, A, B))
    assert read(tmp_path / "localize.lock") == {NAME: Entry(90, A, B)}


def test_the_file_is_made_to_be_compared(tmp_path: Path) -> None:
    locks = Locks([tmp_path / "localize.lock"])
    locks.record(NAME, Entry(90, A, B))
    locks.record("translate-en_de-1_0", Entry(80, B, A))
    assert (tmp_path / "localize.lock").read_text().splitlines() == [
        "{",
        '  "version": 1,',
        '  "packages": {',
        f'    "translate-en_de-1_0": {{"size": 80, "sha256": "{B}", "content": "{A}"}},',
        f'    "translate-en_es-1_9": {{"size": 90, "sha256": "{A}", "content": "{B}"}}',
        "  }",
        "}",
    ]


def test_every_file_is_kept(tmp_path: Path) -> None:
    paths = [tmp_path / "own.lock", tmp_path / "project" / "localize.lock"]
    Locks(paths).record(NAME, Entry(90, A, B))
    assert [read(path) for path in paths] == [{NAME: Entry(90, A, B)}] * 2


def test_what_was_never_seen_passes(tmp_path: Path) -> None:
    Locks([tmp_path / "localize.lock"]).check(NAME, sha256=A)
    assert not (tmp_path / "localize.lock").exists()


def test_what_was_never_seen_is_refused_when_it_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"localize\.lock: translate-en_es-1_9 is not recorded"):
        Locks([tmp_path / "localize.lock"], strict=True).check(NAME, sha256=A)


@pytest.mark.parametrize("seen", [{"sha256": B}, {"sha256": A, "content": A}])
def test_what_has_changed_is_refused_with_both_sums(tmp_path: Path, seen: dict[str, str]) -> None:
    locks = Locks([tmp_path / "localize.lock"])
    locks.record(NAME, Entry(90, A, B))
    locks.check(NAME, sha256=A, content=B)
    with pytest.raises(ModelError, match="has changed") as caught:
        locks.check(NAME, **seen)
    assert A in str(caught.value)
    assert B in str(caught.value)
    assert "--accept-changed" in caught.value.hint


def test_one_of_two_files_is_enough_to_refuse(tmp_path: Path) -> None:
    Locks([tmp_path / "project.lock"]).record(NAME, Entry(90, A, B))
    with pytest.raises(ModelError, match=r"project\.lock"):
        Locks([tmp_path / "own.lock", tmp_path / "project.lock"]).check(NAME, sha256=B)


def test_a_change_that_is_wanted_is_recorded(tmp_path: Path) -> None:
    Locks([tmp_path / "localize.lock"]).record(NAME, Entry(90, A, B))
    locks = Locks([tmp_path / "localize.lock"], accept=True)
    locks.check(NAME, sha256=B)
    locks.record(NAME, Entry(91, B, A))
    assert read(tmp_path / "localize.lock") == {NAME: Entry(91, B, A)}


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", '{"version": 2, "packages": {}}', '{"version": 1, "packages": []}', "<<<<<<< HEAD",
        '{"version": 1, "packages": {"x": {"size": 1, "sha256": "no", "content": "no"}}}', "[" * 100_000,
    ],
)  # fmt: skip
def test_a_damaged_file_is_an_error_never_an_empty_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "localize.lock"
    path.write_text(text)
    with pytest.raises(ModelError, match="is no lock file"):
        Locks([path]).check(NAME, sha256=A)
    with pytest.raises(ModelError, match="is no lock file"):
        Locks([path]).record(NAME, Entry(1, A, B))
    assert path.read_text() == text


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "project").write_bytes(b"")
    with pytest.raises((ModelError, OutputError), match="cannot be written"):
        Locks([tmp_path / "project" / "localize.lock"]).record(NAME, Entry(1, A, B))


def test_many_that_record_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "localize.lock"
    names = [f"translate-en_{i}" for i in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: Locks([path]).record(name, Entry(1, A, B)), names))
    assert sorted(json.loads(path.read_text())["packages"]) == sorted(names)
    assert [left.name for left in tmp_path.iterdir()] == ["localize.lock"]  # nothing else to commit
