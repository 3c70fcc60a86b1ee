"""What ``translate --check`` knows without translating."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from localize.batch import Checked, Skipped, Staleness, Unknown, find, orphans
from localize.config import Config
from localize.document import Text
from localize.exchange.bitext import Bitext
from localize.memory import Book
from tests.batch.desk import PAIR, PhraseBook, approved, put, run, terms, tree

CONFIG = Config(source="en", to=("pt",))
SUMMIT = "# The council meets\n\nThe council meets in Paris. The talks go on.\n"
STRIKE = "The strike ends, the ministry said. The talks go on.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an empty folder with two translated articles the current one."""
    monkeypatch.chdir(tmp_path)
    put("news/strike.md", STRIKE)
    put("news/summit.md", SUMMIT)
    run(terms("council,Conselho"))


def look(*rows: str, config: Config = CONFIG, engine: PhraseBook | None = None) -> list[object]:
    """Look at the translations of the folder ``news``; nothing may be translated or written."""
    engine = engine or PhraseBook()
    before = tree()
    looking = Staleness(engine, terms(*(rows or ("council,Conselho",))), config, approved(), pytest.fail)
    events: list[object] = list(looking.run(find([Path("news")], output=config.output)))
    assert engine.asked == []
    assert tree() == before
    return events


def reasons(*rows: str, config: Config = CONFIG, engine: PhraseBook | None = None) -> list[tuple[str, ...]]:
    """Give the reasons why strike.md and summit.md are out of date."""
    events = look(*rows, config=config, engine=engine)
    return [event.reasons for event in events if isinstance(event, Checked)]


def test_after_a_run_everything_is_up_to_date() -> None:
    assert reasons() == [(), ()]


def test_a_changed_article_is_stale() -> None:
    put("news/summit.md", SUMMIT + "\nThe ministry said so.\n")
    assert reasons() == [(), ("the article has changed",)]


def test_an_article_that_is_only_touched_is_not() -> None:
    Path("news/summit.md").touch()
    assert reasons() == [(), ()]


def test_an_edited_entry_is_named_and_makes_those_stale_that_have_its_term() -> None:
    assert reasons("council,Junta") == [(), ("the glossary has changed: council",)]
    assert reasons("council,Conselho", "strike,greve") == [("the glossary has changed: strike",), ()]
    assert reasons("council,Conselho", "embassy,embaixada") == [(), ()]


def test_a_changed_engine_is_named() -> None:
    why = "the engine has changed: it was phrase book 1"
    assert reasons(engine=PhraseBook("phrase book 2")) == [(why,), (why,)]


def test_a_changed_setting_is_named() -> None:
    config = replace(CONFIG, exclude_checks=("number-mismatch",))
    assert reasons(config=config) == [("settings have changed: exclude_checks (was [])",)] * 2


def test_a_new_approved_translation_makes_the_articles_with_its_sentence_stale() -> None:
    entry = Bitext(Text("The council meets in Paris."), Text("O conselho está em Paris."), PAIR, "final")
    Book(Path("memory")).add([entry])
    assert reasons() == [(), ("other translations of its sentences are approved",)]


def test_a_translation_that_is_gone_is_stale_and_so_is_an_earlier_one() -> None:
    earlier = Path("output/pt/summit.md").read_bytes()
    Path("output/pt/strike.md").unlink()
    run(terms("council,Junta"))
    Path("output/pt/summit.md").write_bytes(earlier)
    Path("output/pt/strike.md").unlink()
    assert reasons("council,Junta") == [
        ("output/pt/strike.md is missing",),
        ("output/pt/summit.md was written by another run",),
    ]


def test_a_new_article_is_stale() -> None:
    put("news/vote.md", "The council votes.\n")
    assert reasons() == [(), (), ("output/pt/vote.md is missing",)]


def test_a_translation_that_a_person_has_edited_is_told_but_not_stale() -> None:
    put("output/pt/summit.md", "Reescrito.\n")
    for _ in range(2):
        events = look()
        assert [event.reasons for event in events if isinstance(event, Checked)] == [(), ()]
        assert [event.edited for event in events if isinstance(event, Checked)] == [
            (),
            ("output/pt/summit.md",),
        ]
        run(terms("council,Conselho"))


def test_only_what_nothing_is_remembered_of_would_have_to_be_translated() -> None:
    put("news/vote.md", "The council votes.\n")
    put("output/pt/vote.md", "O Conselho vota.\n")
    *_, vote = look()
    assert isinstance(vote, Unknown)
    assert vote.article.path == Path("news/vote.md")


def test_an_article_in_the_target_language_has_no_translation_to_look_at() -> None:
    put(
        "news/nota.md",
        "Os ministros reuniram-se em Bruxelas e decidiram que as conversações vão continuar.\n",
    )
    skipped, *_ = look(config=replace(CONFIG, source=""))
    assert skipped == Skipped("news/nota.md", "pt")


def test_translations_whose_article_is_gone_are_listed() -> None:
    Path("news/strike.md").unlink()
    assert orphans(CONFIG, pytest.fail) == ["output/pt/strike.md"]


def test_several_reasons_are_all_given() -> None:
    put("news/summit.md", SUMMIT + "\nThe ministry said so.\n")
    Path("output/pt/summit.md").unlink()
    assert reasons("council,Junta")[1] == (
        "the article has changed",
        "the glossary has changed: council",
        "output/pt/summit.md is missing",
    )
