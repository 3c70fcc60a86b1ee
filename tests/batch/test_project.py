"""Projects: the articles of several folders, each with its settings, in one run."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localize.batch import Batch, Translated, Unchanged, in_turn, parts, settings_for, side_by_side
from localize.batch.leftovers import twins
from localize.config import Config, load, resolve
from localize.errors import ConfigError, InputError
from tests.batch.desk import PhraseBook, approved, equip, put, run, terms, tree

if TYPE_CHECKING:
    from localize.glossary import Glossary

NEWSROOM = """\
from = "en"
to = ["pt"]

[[folders]]
path = "news"

[[folders]]
path = "site/en"
output = "site"

[[folders]]
path = "imprint.md"
export = ["po"]
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the folder of a newsroom the current one."""
    monkeypatch.chdir(tmp_path)
    put("localize.toml", NEWSROOM)
    put("news/index.md", "The council meets.\n")
    put("news/world/strike.md", "The talks go on.\n")
    put("site/en/index.md", "The council said no.\n")
    put("imprint.md", "The council.\n")
    return tmp_path


def project() -> Config:
    return resolve(load(Path()), {}, {})


def listed(*paths: str) -> list[tuple[str, str]]:
    """Give each article with the place of its translation into Portuguese."""
    return [
        (str(article.path), str(part.config.output / "pt" / article.relative))
        for part in parts([Path(path) for path in paths], project())
        for article in part.articles
    ]


def translate(words: Glossary | None = None, engine: PhraseBook | None = None) -> list[object]:
    words, engine = words or terms("council,Conselho"), engine or PhraseBook()
    found = parts((), project())
    batches = [
        (Batch(engine, words, part.config, memory=approved(), warn=pytest.fail), part.articles)
        for part in found
    ]
    return list(in_turn(batches))


def test_without_paths_the_project_is_all_its_folders_in_their_order() -> None:
    assert listed() == [
        ("news/index.md", "output/pt/news/index.md"),
        ("news/world/strike.md", "output/pt/news/world/strike.md"),
        ("site/en/index.md", "site/pt/index.md"),
        ("imprint.md", "output/pt/imprint.md"),
    ]


def test_however_an_article_is_named_its_translation_has_one_place(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strike = ("news/world/strike.md", "output/pt/news/world/strike.md")
    assert listed("news/world/strike.md") == listed("news/world") == [strike]
    assert listed("news")[1] == listed(".")[1] == strike
    assert listed(str(desk / "news/world"))[0][1] == strike[1]
    assert listed("site/en/index.md") == [("site/en/index.md", "site/pt/index.md")]
    monkeypatch.chdir("news/world")
    assert listed(".") == [("strike.md", "../../output/pt/news/world/strike.md")]


def test_a_path_in_no_folder_of_the_project_is_refused() -> None:
    put("drafts/a.md", "The talks.\n")
    with pytest.raises(
        InputError, match="drafts: is in no folder of the project; there are news, site/en"
    ) as caught:
        listed("drafts")
    assert caught.value.hint == "add [[folders]] for it to localize.toml"


def test_a_folder_that_is_not_there_is_told_with_its_line() -> None:
    put("localize.toml", NEWSROOM.replace('"news"', '"newz"'))
    with pytest.raises(ConfigError, match=r"^localize.toml:5: there is no file or folder newz$"):
        listed()


def test_a_folder_without_a_language_is_told_with_its_line() -> None:
    put("localize.toml", NEWSROOM.replace('to = ["pt"]', ""))
    with pytest.raises(ConfigError, match=r"^localize.toml:5: no language to translate news into$"):
        listed()


def test_two_articles_never_become_one_file() -> None:
    put("localize.toml", NEWSROOM.replace('path = "news"', 'path = "news"\noutput = "site"'))
    with pytest.raises(
        InputError, match=r"^site/en/index.md: .* same file as that of news/index.md: site/pt"
    ):
        listed()


def test_a_translation_never_takes_the_place_of_an_article_of_another_folder() -> None:
    put("localize.toml", NEWSROOM + '\n[[folders]]\npath = "site/pt"\nto = ["en"]\noutput = "site"\n')
    put("site/pt/index.md", "O conselho disse que não.\n")
    with pytest.raises(InputError, match="would take its place"):
        translate()
    assert Path("site/pt/index.md").read_text(encoding="utf-8") == "O conselho disse que não.\n"


def test_translations_are_no_articles_of_another_folder() -> None:
    put(
        "localize.toml",
        NEWSROOM.replace('path = "site/en"\noutput = "site"', 'path = "site"\noutput = "news/out"'),
    )
    put("news/out/pt/index.md", "O conselho.\n")
    assert [path for path, _ in listed()] == [
        "news/index.md",
        "news/world/strike.md",
        "site/en/index.md",
        "imprint.md",
    ]


def test_a_project_has_one_state_and_the_second_run_does_nothing() -> None:
    first = translate()
    assert all(isinstance(event, Translated) for event in first)
    assert Path("site/pt/index.md").read_text(encoding="utf-8") == "O Conselho disse no.\n"
    assert sorted(tree()) == [
        "pt/imprint.md",
        "pt/imprint.md.po",
        "pt/news/index.md",
        "pt/news/world/strike.md",
    ]
    assert [str(path.parent) for path in Path().rglob("state.sqlite")] == ["output/.localize"]
    engine = PhraseBook()
    again = translate(engine=engine)
    assert all(isinstance(event, Unchanged) for event in again)
    assert engine.asked == []


def test_an_edited_translation_outside_the_output_of_the_project_is_put_aside_within_it() -> None:
    translate()
    Path("site/pt/index.md").write_text("O Conselho recusou.\n", encoding="utf-8")
    put("site/en/index.md", "The council said yes.\n")
    (part,) = parts([Path("site")], project())
    (event,) = Batch(PhraseBook(), terms("council,Conselho"), part.config, force=True).run(part.articles)
    assert isinstance(event, Translated)
    assert event.aside == ("output/.localize/edited/site/pt/index.md",)
    assert Path(event.aside[0]).read_text(encoding="utf-8") == "O Conselho recusou.\n"


def test_two_processes_do_what_one_does() -> None:
    translate()
    alone = tree(), tree("site")
    for path in (Path("output"), Path("site/pt")):
        path.rename(f"{path.name}-alone")
    found = parts((), project())
    words = terms("council,Conselho")
    batches = [(Batch(PhraseBook(), words, part.config, warn=pytest.fail), part.articles) for part in found]
    told = [
        event.rows.file.path
        for event in side_by_side(batches, equip, jobs=2)
        if isinstance(event, Translated)
    ]
    assert told == ["news/index.md", "news/world/strike.md", "site/en/index.md", "imprint.md"]
    assert (tree(), tree("site")) == alone


def test_an_article_is_read_with_the_settings_of_its_folder() -> None:
    assert settings_for(Path("imprint.md"), project()).export == ("po",)
    assert settings_for(Path("news/world/../index.md"), project()).under == PurePath("news")
    assert settings_for(Path("drafts/a.md"), project()) == project()


def test_an_article_that_was_named_in_two_ways_has_two_translations_which_is_told() -> None:
    Path("localize.toml").unlink()
    run(terms())
    put("localize.toml", NEWSROOM)
    translate()
    assert twins(parts((), project()), project()) == [
        (Path("news/index.md"), Path("output/pt/news/index.md"), Path("output/pt/index.md")),
        (
            Path("news/world/strike.md"),
            Path("output/pt/news/world/strike.md"),
            Path("output/pt/world/strike.md"),
        ),
    ]
    Path("output/pt/index.md").unlink()
    assert len(twins(parts((), project()), project())) == 1


NAMES = st.sampled_from(["a", "pt", "en", "..", ".", "a b", "ü", "output", "site", "x.md"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(folders=st.lists(st.tuples(PATHS, st.none() | PATHS), min_size=1, max_size=3))
def test_whatever_folders_are_called_every_file_lies_below_its_output(
    desk: Path, folders: list[tuple[str, str | None]]
) -> None:
    text = 'from = "en"\nto = ["pt"]\n'
    for path, output in folders:
        text += f'[[folders]]\npath = "deep/{path}"\n' + (f'output = "deep/{output}"\n' if output else "")
    put("deep/down/localize.toml", text)
    for name in (
        "deep/down/deep/a/x.md",
        "deep/down/deep/a b/pt/x.md",
        "deep/down/deep/site/ü/x.md",
        "deep/x.md",
    ):
        put(name, "The council.\n")
    try:
        config = resolve(load(desk / "deep/down"), {}, {})
        found = parts((), config)
    except (ConfigError, InputError):
        return
    for part in found:
        for article in part.articles:
            file = os.path.normpath(part.config.output / "pt" / article.relative)
            assert Path(file).is_relative_to(os.path.normpath(part.config.output / "pt"))
            assert ".." not in article.relative.parts
