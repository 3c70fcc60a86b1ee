from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.batch import Article, find
from localize.batch.inputs import Exclusion
from localize.errors import InputError

OUTPUT = Path("output")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder the current one."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("NATO met in Brussels.\n", encoding="utf-8")


def found(*names: str, targets: tuple[str, ...] = ("pt",), output: Path = OUTPUT) -> list[tuple[str, str]]:
    articles = find([Path(name) for name in names], output=output, targets=targets)
    return [(str(article.path), str(article.relative)) for article in articles]


def refused(*names: str) -> InputError:
    with pytest.raises(InputError) as caught:
        found(*names)
    return caught.value


def test_a_folder_stands_for_its_articles_sorted_and_relative_to_it() -> None:
    put("news/b.md", "news/a.txt", "news/world/c.MD", "news/photo.jpg", "news/world/table.csv")
    assert found("news") == [
        ("news/a.txt", "a.txt"),
        ("news/b.md", "b.md"),
        ("news/world/c.MD", "world/c.MD"),
    ]


def test_a_file_is_relative_to_the_current_folder() -> None:
    put("news/world/c.md")
    assert found("news/world/c.md") == [("news/world/c.md", "news/world/c.md")]
    assert found("news/../news/world/c.md") == [("news/../news/world/c.md", "news/world/c.md")]


def test_a_file_outside_the_current_folder_keeps_its_name_only(desk: Path) -> None:
    put("../elsewhere/c.md")
    assert found("../elsewhere/c.md") == [("../elsewhere/c.md", "c.md")]
    outside = str(desk.parent / "elsewhere" / "c.md")
    assert found(outside) == [(outside, "c.md")]


def test_an_absolute_path_inside_the_current_folder_is_relative_to_it(desk: Path) -> None:
    put("news/c.md")
    assert found(str(desk / "news" / "c.md")) == [(str(desk / "news" / "c.md"), "news/c.md")]


def test_hidden_files_and_folders_are_left_out() -> None:
    put("news/a.md", "news/.draft.md", "news/.git/readme.md", ".cache/b.md")
    assert found(".") == [("news/a.md", "news/a.md")]


def test_a_hidden_file_that_is_named_is_taken() -> None:
    put(".draft.md")
    assert found(".draft.md") == [(".draft.md", ".draft.md")]


def test_the_output_folder_is_left_out() -> None:
    put("a.md", "output/pt/a.md", "output/README.md")
    assert found(".") == [("a.md", "a.md")]


def test_where_output_holds_articles_the_folders_of_the_languages_are_left_out() -> None:
    put("a.md", "pt/a.md", "en/a.md")
    assert found(".", output=Path()) == [("a.md", "a.md"), ("en/a.md", "en/a.md")]


def test_a_translation_that_is_named_is_taken() -> None:
    put("output/pt/a.md")
    assert found("output/pt/a.md", targets=("es",)) == [("output/pt/a.md", "output/pt/a.md")]


def test_a_file_that_is_reached_twice_is_listed_once() -> None:
    put("news/a.md", "news/b.md")
    assert found("news", "news/a.md", "./news") == [("news/a.md", "a.md"), ("news/b.md", "b.md")]


def test_two_articles_with_one_translation_are_an_error() -> None:
    put("world/a.md", "local/a.md")
    error = refused("world", "local")
    assert str(error).startswith(
        "local/a.md: its translation would go to the same file as that of world/a.md"
    )
    assert error.hint


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("drafts", ["a.md", "old/2019/b.md", "old/b.md"]),
        ("b.md", ["a.md", "drafts/c.md"]),
        ("*.md", []),
        ("old/b.md", ["a.md", "drafts/c.md", "old/2019/b.md"]),
        ("news/old", ["a.md", "drafts/c.md"]),
        ("old/*", ["a.md", "drafts/c.md"]),
        ("old/**/b.md", ["a.md", "drafts/c.md"]),
        ("/news/drafts/", ["a.md", "old/2019/b.md", "old/b.md"]),
        ("/drafts", ["a.md", "drafts/c.md", "old/2019/b.md", "old/b.md"]),
        ("2019/", ["a.md", "drafts/c.md", "old/b.md"]),
        ("OLD", ["a.md", "drafts/c.md", "old/2019/b.md", "old/b.md"]),
    ],
)
def test_patterns_leave_files_and_folders_out(pattern: str, left: list[str]) -> None:
    put("news/a.md", "news/drafts/c.md", "news/old/b.md", "news/old/2019/b.md")
    exclusion = Exclusion((pattern,))
    if left:
        assert [
            one.relative.as_posix() for one in find([Path("news")], output=OUTPUT, exclusion=exclusion)
        ] == left
    everything = Path("news").rglob("*.md")
    kept = [one.relative_to("news").as_posix() for one in everything if not exclusion.holds(one)]
    assert sorted(kept) == left


def test_what_is_named_itself_is_not_left_out() -> None:
    put("drafts/a.md", "drafts/raw/b.md")
    exclusion = Exclusion(("drafts", "raw"))
    assert [one.path for one in find([Path("drafts")], output=OUTPUT, exclusion=exclusion)] == [
        Path("drafts/a.md")
    ]
    named = Path("drafts/raw/b.md")
    assert [one.path for one in find([named], output=OUTPUT, exclusion=exclusion)] == [named]


def test_a_missing_path_is_an_error() -> None:
    assert str(refused("news/gone.md")) == "news/gone.md: no such file or folder"


def test_a_path_with_a_null_character_is_an_error() -> None:
    assert "cannot be read" in str(refused("a\0.md"))


def test_a_folder_without_articles_is_an_error_that_names_the_extensions() -> None:
    put("photos/a.jpg", "photos/.hidden.md")
    error = refused("photos")
    assert str(error) == "photos: no articles in this folder"
    assert ".md" in error.hint


def test_an_unknown_extension_that_is_named_is_an_error() -> None:
    put("report.pdf", "report")
    assert str(refused("report.pdf")).startswith("report.pdf: '.pdf' is no article format")
    assert str(refused("report")).startswith("report: has no extension")


def test_a_pipe_is_an_error_and_is_not_waited_for() -> None:
    os.mkfifo("news.md")
    assert str(refused("news.md")) == "news.md: is neither a file nor a folder"


def test_loops_of_links_end() -> None:
    put("news/a.md")
    Path("news/again").symlink_to(Path("news").absolute())
    Path("news/up").symlink_to("..")
    assert found("news") == [("news/a.md", "a.md")]


def test_a_link_to_itself_is_an_error() -> None:
    Path("loop.md").symlink_to("loop.md")
    assert str(refused("loop.md")).startswith("loop.md: cannot be read: ")


def test_a_broken_link_in_a_folder_is_listed_so_that_reading_it_says_what_is_wrong() -> None:
    put("news/a.md")
    Path("news/b.md").symlink_to("gone.md")
    assert found("news") == [("news/a.md", "a.md"), ("news/b.md", "b.md")]


def test_sizes_are_those_on_disk() -> None:
    put("a.md")
    assert find([Path("a.md")], output=OUTPUT) == (Article(Path("a.md"), PurePath("a.md"), 22),)


@given(st.lists(st.sampled_from(["..", ".", "desk", "news"]), max_size=6))
def test_no_path_leads_a_translation_out_of_the_output_folder(parts: list[str]) -> None:
    with TemporaryDirectory() as place, chdir(place):
        for folder in (".", "desk", "desk/news", "desk/desk", "news", "news/desk"):
            put(f"{folder}/a.md")
        with chdir("desk"):
            try:
                articles = find([Path(*parts, "a.md")], output=OUTPUT)
            except InputError:
                return
    for article in articles:
        assert not article.relative.is_absolute()
        assert ".." not in article.relative.parts
        assert article.relative.name == "a.md"


def test_files_for_translators_beside_their_articles_are_no_articles() -> None:
    put(
        "news/a.md",
        "news/a.md.po",
        "news/a.md.xlf",
        "news/a.md.xliff",
        "news/a.md.review.html",
        "news/web.po",
        "news/b.md.po",
    )
    assert [path for path, _ in found("news")] == ["news/a.md", "news/b.md.po", "news/web.po"]


def test_of_json_and_yaml_in_a_folder_only_what_names_a_language_is_an_article() -> None:
    put(
        "web/package.json",
        "web/en.json",
        "web/locales/de/site.yml",
        "web/app_en.arb",
        "web/ci.yml",
        "web/data.yaml",
    )
    assert [path for path, _ in found("web")] == ["web/app_en.arb", "web/en.json", "web/locales/de/site.yml"]
    assert [path for path, _ in found("web/data.yaml")] == ["web/data.yaml"]
