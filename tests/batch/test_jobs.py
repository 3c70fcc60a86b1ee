"""Runs in several processes."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.batch import Batch, Failed, Translated, Unchanged, find, side_by_side
from localize.batch.inputs import Article
from localize.batch.jobs import _portions
from localize.config import Config
from localize.errors import EngineError, FormatError
from tests.batch.desk import PhraseBook, equip, put, run, terms, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from localize.batch import Event

CONFIG = Config(source="en", to=("pt",), output=Path("output"))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an empty folder with articles for several portions the current one."""
    monkeypatch.chdir(tmp_path)
    code = f"```\n{'print()' * 1500}\n```\n"
    for i in range(10):
        put(f"news/a{i}.md", f"The council meets for the {i}th time.\n\n{code}\nThe talks go on.\n")
    terms("council,Conselho")


def together(config: Config = CONFIG, jobs: int = 2, pause: Callable[[], None] = lambda: None) -> list[Event]:
    words = terms("council,Conselho")
    batch = Batch(PhraseBook(), words, config, warn=pytest.fail, pause=pause)
    return list(side_by_side([(batch, find([Path("news")], output=config.output))], equip, jobs=jobs))


def test_two_processes_give_what_one_gives_in_the_same_order() -> None:
    alone = [event.rows for event in run(terms("council,Conselho"))[0] if isinstance(event, Translated)]
    expected = tree()
    Path("output").rename("alone")
    events = together()
    made = [event.rows for event in events if isinstance(event, Translated)]
    assert [rows.file.path for rows in made] == [f"news/a{i}.md" for i in range(10)]
    assert [rows[1:] for rows in made] == [rows[1:] for rows in alone]
    assert [rows.file.from_engine for rows in made] == [rows.file.from_engine for rows in alone]
    assert tree() == expected
    assert [type(event) for event in run(terms("council,Conselho"))[0]] == [Unchanged] * 10
    assert multiprocessing.active_children() == []


def test_one_bad_file_does_not_stop_the_others() -> None:
    Path("news/a4.md").write_bytes(b"caf\xe9")
    events = together()
    (failed,) = [event for event in events if isinstance(event, Failed)]
    assert isinstance(failed.error, FormatError)
    assert str(failed.error).startswith("news/a4.md:1: ")
    made = [event.rows.file.path for event in events if isinstance(event, Translated)]
    assert made == [f"news/a{i}.md" for i in range(10) if i != 4]


def test_a_process_that_is_ended_from_outside_is_an_error_and_the_next_run_goes_on() -> None:
    put("news/a5.md", "The queen dies.\n")
    mortal = Config(source="en", to=("pt",), engine="mortal")
    with pytest.raises(
        EngineError, match=r"^a process of this run was ended from outside \(exit status 9\)$"
    ):
        together(mortal)
    assert multiprocessing.active_children() == []
    assert len(run(terms("council,Conselho"))[0]) == 10


def test_an_interrupt_ends_all_processes() -> None:
    looks = 0

    def pause() -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        together(pause=pause)
    assert multiprocessing.active_children() == []


def test_portions_are_neither_tiny_nor_huge_and_hold_all_articles_in_order() -> None:
    articles = [
        Article(Path(f"{i}.md"), Path(f"{i}.md"), size) for i, size in enumerate([5_000] * 400 + [900_000])
    ]
    portions = _portions(articles, 2)
    assert [article for portion in portions for article in portion] == articles
    sizes = [sum(article.size for article in portion) for portion in portions]
    assert all(size >= 20_000 for size in sizes[:-1])
    assert all(size <= 125_000 + 5_000 for size in sizes[:-1])
    assert len(_portions(articles[:6], 4)) == 2
