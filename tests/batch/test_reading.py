from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from localize.batch.reading import load
from localize.config import Config
from localize.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


class Writer:
    """Another program: appends a line each time the file is opened for reading, so many times."""

    def __init__(self, path: Path, times: int) -> None:
        self._path, self._left = path, times
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Be told of an event."""
        if event == "open" and str(arguments[0]) == str(self._path) and arguments[1] == "r" and self._left:
            self._left -= 1
            with self._path.open("ab") as file:
                file.write(b"One more line.\n")


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Talks go on.\n")
    Writer(path, 1)
    assert load(path, Config()) == b"Talks go on.\nOne more line.\n"


def test_a_file_that_another_program_keeps_writing_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Talks go on.\n")
    Writer(path, 100)
    with pytest.raises(InputError, match=r"a\.txt: changes while it is read") as caught:
        load(path, Config())
    assert caught.value.hint == "run again when the other program is done with it"
