from __future__ import annotations

from typing import TYPE_CHECKING

from localize.checks import CHECKS

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def test_every_check_is_listed_with_its_weight(desk: Desk) -> None:
    lines = desk("rule").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [
        *CHECKS,
        "blocks-differ",
        "output-edited",
        "wrong-language",
    ]
    assert lines[0].split()[1] == "error"


def test_a_check_is_explained(desk: Desk) -> None:
    done = desk("rule", "number-mismatch")
    assert done.exit_code == 0
    assert done.stdout.startswith("number-mismatch (warning)\n\nReport numbers")


def test_what_only_the_command_check_finds_is_explained_too(desk: Desk) -> None:
    assert desk("rule", "blocks-differ").stdout.startswith("blocks-differ (error)\n\nReport a translation")


def test_an_unknown_check_is_an_error_with_a_guess(desk: Desk) -> None:
    done = desk("rule", "number-mismatched")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[0] == "error: no check is called 'number-mismatched'"
    assert "did you mean number-mismatch?" in done.stderr
