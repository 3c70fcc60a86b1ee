from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localize import engines, glossary
from localize.batch import Batch, Event, Failed, Skipped, Translated, find
from localize.config import Config
from localize.errors import FormatError, InputError, OutputError
from localize.glossary import Glossary

ENGLISH = "# NATO meets in Brussels\n\nThe **Secretary-General** said on Monday that talks would go on.\n"
PORTUGUESE = (
    "Os ministros reuniram-se na segunda-feira em Bruxelas e decidiram que as conversações vão continuar.\n"
)
ECHO = Config(source="en", to=("pt",), engine="echo")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def run(config: Config, *names: str, words: Glossary | None = None, write: bool = True) -> list[Event]:
    articles = find([Path(name) for name in names], output=config.output, targets=config.to)
    batch = Batch(engines.load(config.engine, {}), words or Glossary(), config, write=write)
    return list(batch.run(articles))


def translations() -> dict[str, str]:
    return {
        str(path): path.read_bytes().decode()
        for path in sorted(Path("output").rglob("*"))
        if path.is_file() and ".localize" not in path.parts
    }


def test_translations_go_below_the_folder_of_their_language() -> None:
    put("news/a.md", ENGLISH)
    put("news/world/b.txt", "Talks go on.\n")
    events = run(Config(source="en", to=("pt", "es"), engine="echo"), "news")
    assert translations() == {
        "output/es/a.md": ENGLISH,
        "output/es/world/b.txt": "Talks go on.\n",
        "output/pt/a.md": ENGLISH,
        "output/pt/world/b.txt": "Talks go on.\n",
    }
    assert [event.rows.file.output for event in events if isinstance(event, Translated)] == [
        "output/pt/a.md",
        "output/pt/world/b.txt",
        "output/es/a.md",
        "output/es/world/b.txt",
    ]


def test_another_output_folder_may_be_named() -> None:
    put("a.md", ENGLISH)
    run(Config(source="en", to=("pt",), engine="echo", output=Path("site/content")), "a.md")
    assert Path("site/content/pt/a.md").read_text(encoding="utf-8") == ENGLISH


def test_exports_stand_beside_the_translation() -> None:
    put("a.md", ENGLISH)
    run(Config(source="en", to=("pt",), engine="echo", export=("po", "html")), "a.md")
    assert sorted(translations()) == ["output/pt/a.md", "output/pt/a.md.po", "output/pt/a.md.review.html"]
    entries = polib.pofile("output/pt/a.md.po")
    assert [entry.msgid for entry in entries] == [
        "NATO meets in Brussels",
        "The **Secretary-General** said on Monday that talks would go on.",
    ]
    assert entries[1].occurrences == [("a.md", "3")]


def test_a_file_that_cannot_be_read_does_not_stop_the_others() -> None:
    put("news/a.md", ENGLISH)
    Path("news/b.md").write_bytes(b"caf\xe9")
    put("news/c.md", ENGLISH)
    first, second, third = run(ECHO, "news")
    assert isinstance(first, Failed)
    assert first.path == "news/b.md"
    assert isinstance(first.error, FormatError)
    assert "byte 3" in str(first.error)
    assert isinstance(second, Translated)
    assert isinstance(third, Translated)
    assert sorted(translations()) == ["output/pt/a.md", "output/pt/c.md"]


def test_a_file_that_is_too_large_is_not_read() -> None:
    put("a.md", ENGLISH)
    (event,) = run(Config(source="en", to=("pt",), engine="echo", max_size=40), "a.md")
    assert isinstance(event, Failed)
    assert "the limit is 40 bytes" in str(event.error)


def test_front_matter_is_prose_where_the_configuration_says_so() -> None:
    put("a.md", "---\nheadline: Talks go on\ntitle: Brussels\n---\n")
    (event,) = run(Config(source="en", to=("pt",), engine="echo", front_matter=("Headline",)), "a.md")
    assert isinstance(event, Translated)
    assert event.rows.file.segments == 1


def test_strings_are_chosen_where_the_configuration_says_so() -> None:
    put("en.json", '{"title": "Talks go on", "body": "In Brussels", "menu": {"id": "Some words"}}')
    (event,) = run(Config(to=("pt",), engine="echo", strings=("menu.*", "title")), "en.json")
    assert isinstance(event, Translated)
    assert event.rows.file.segments == 2


def test_nothing_is_written_when_only_comparing_and_what_differs_is_named() -> None:
    put("a.md", ENGLISH)
    put("b.md", ENGLISH)
    put("output/pt/a.md", ENGLISH)
    put("output/pt/b.md", "edited")
    first, second = run(ECHO, "a.md", "b.md", write=False)
    assert isinstance(first, Translated)
    assert isinstance(second, Translated)
    assert (first.stale, second.stale) == ((), ("output/pt/b.md",))
    assert translations() == {"output/pt/a.md": ENGLISH, "output/pt/b.md": "edited"}


def test_a_missing_export_is_stale_too() -> None:
    put("a.md", ENGLISH)
    put("output/pt/a.md", ENGLISH)
    (event,) = run(Config(source="en", to=("pt",), engine="echo", export=("po",)), "a.md", write=False)
    assert isinstance(event, Translated)
    assert event.stale == ("output/pt/a.md.po",)


def test_an_article_is_never_written_over() -> None:
    put("pt/a.md", ENGLISH)
    with pytest.raises(InputError, match="would take its place"):
        run(Config(source="en", to=("pt",), engine="echo", output=Path()), "pt")
    assert Path("pt/a.md").read_text(encoding="utf-8") == ENGLISH


def test_a_link_that_leads_out_of_the_output_folder_is_not_followed(desk: Path) -> None:
    put("news/world/a.md", ENGLISH)
    (desk / "elsewhere").mkdir()
    Path("output/pt").mkdir(parents=True)
    Path("output/pt/world").symlink_to(desk / "elsewhere")
    with pytest.raises(OutputError, match="a link leads out of the output folder"):
        run(ECHO, "news")
    assert list((desk / "elsewhere").iterdir()) == []


def test_an_output_folder_that_is_a_link_itself_is_what_the_user_wants(desk: Path) -> None:
    put("a.md", ENGLISH)
    (desk / "disk").mkdir()
    Path("output").symlink_to(desk / "disk")
    run(ECHO, "a.md")
    assert (desk / "disk/pt/a.md").read_text(encoding="utf-8") == ENGLISH


def test_a_file_in_place_of_the_output_folder_is_an_error_before_anything_is_translated() -> None:
    put("a.md", ENGLISH)
    put("output", "notes")
    with pytest.raises(OutputError, match="output: cannot hold files"):
        run(ECHO, "a.md")


def test_progress_adds_up_to_the_bytes_of_all_articles_in_all_languages() -> None:
    put("news/a.md", ENGLISH)
    put("news/b.txt", "Talks go on.\n")
    Path("news/c.md").write_bytes(b"caf\xe9")
    put("news/d.md", "```\ncode\n```\n")
    config = Config(source="en", to=("pt", "es"), engine="echo")
    done: list[float] = []
    articles = find([Path("news")], output=config.output)
    list(Batch(engines.load("echo", {}), Glossary(), config, advance=done.append).run(articles))
    assert sum(done) == pytest.approx(2 * sum(path.stat().st_size for path in Path("news").iterdir()))


def test_long_runs_are_worked_off_in_windows_so_that_the_first_results_are_early() -> None:
    for number in range(4):
        put(f"news/{number}.txt", "Talks about the ceasefire go on.\n\n" * 800)
    config = Config(source="en", to=("pt",), engine="echo")
    articles = find([Path("news")], output=config.output)
    events = Batch(engines.load("echo", {}), Glossary(), config).run(articles)
    next(events)
    assert 0 < len(translations()) < 4
    assert len(list(events)) == 3
    assert len(translations()) == 4


@pytest.mark.model
def test_articles_are_translated_and_follow_the_glossary() -> None:
    put("terms.csv", "en,pt\nNATO,OTAN\nSecretary-General,secretário-geral\n")
    put("news/a.md", ENGLISH)
    put("news/b.txt", PORTUGUESE)
    put("news/c.md", "```\nls\n```\n")
    words = glossary.load([Path("terms.csv")])
    events = run(Config(to=("pt",)), "news", words=words)
    assert [event.path for event in events if isinstance(event, Skipped)] == ["news/b.txt"]
    first, second = (event.rows for event in events if isinstance(event, Translated))
    written = Path("output/pt/a.md").read_text(encoding="utf-8")
    assert written.startswith("# ")
    assert "OTAN" in written
    assert "secretário-geral" in written.lower()
    assert {row.verdict for row in first.terms} <= {"satisfied", "repaired"}
    assert second.file.segments == 0
    assert Path("output/pt/c.md").read_text(encoding="utf-8") == "```\nls\n```\n"


prose = st.text(
    st.one_of(st.sampled_from("ab .,\n\r\t*_[]()#>-`\"'<&\ufeff"), st.characters(codec="utf-8")), max_size=200
)


@settings(max_examples=60, deadline=None)
@given(prose, st.sampled_from(["a.md", "a.txt"]))
def test_the_echo_of_a_text_or_markdown_file_is_the_file_byte_for_byte(text: str, name: str) -> None:
    data = text.replace("\0", "").encode()
    with TemporaryDirectory() as place, chdir(place):
        Path(name).write_bytes(data)
        (event,) = run(ECHO, name)
        assert isinstance(event, Translated)
        assert (Path("output/pt") / name).read_bytes() == data
