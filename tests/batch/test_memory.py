"""Memory of long runs: what is at work is let go with its window, however many articles there are."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from localize.batch import Batch, find, windows
from localize.config import Config
from localize.document import Document, Draft, Segment, Translation, Unit
from tests.batch.desk import PhraseBook, approved, put, terms

if TYPE_CHECKING:
    import pytest

KINDS = {Document, Unit, Segment, Draft, Translation}
ARTICLES = 12
WINDOW = 300
"""Code points: two or three articles."""


def alive() -> int:
    """Count what is made of sentences."""
    gc.collect()
    return sum(type(one) in KINDS for one in gc.get_objects())


def test_a_run_keeps_no_sentence_of_a_window_that_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(windows, "_FIRST_WINDOW", WINDOW)
    monkeypatch.setattr(windows, "_LARGEST_WINDOW", WINDOW)
    for i in range(ARTICLES):
        put(
            f"news/a{i:02}.md",
            f"# Talks {i:02}\n\nThe council meets on day {i:02}. The talks on {i:02} go on.\n" * 2,
        )
    config = Config(source="en", to=("pt",))
    batch = Batch(PhraseBook(), terms("council,Conselho"), config, memory=approved())
    before = alive()
    counts = [alive() - before for _ in batch.run(find([Path("news")], output=config.output))]
    assert len(counts) == ARTICLES
    assert 0 < max(counts) == max(counts[: ARTICLES // 4]), counts
    assert alive() == before
