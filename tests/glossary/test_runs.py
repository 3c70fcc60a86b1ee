"""Stretches of a source that may be names."""

from __future__ import annotations

import pytest

from localize.glossary.runs import runs


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("A hotel in Truth or Consequences offers a free night.", ["Truth or Consequences"]),
        ("They asked whether Biden or Trump would win.", []),
        ("The prize goes to Anna or Zoë tonight.", []),
        ("He moved to Sugar Land in May.", ["Sugar Land"]),
    ],
)
def test_names_are_runs_of_capitals_and_common_words_with_an_or_between_them(
    source: str, names: list[str]
) -> None:
    assert [run.name for run in runs(source)] == names
