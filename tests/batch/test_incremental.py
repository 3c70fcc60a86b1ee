"""Runs over articles that were translated before."""

from __future__ import annotations

import shutil
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localize.batch import OUTPUT_EDITED, WRONG_LANGUAGE, Kept, Translated, Unchanged
from localize.config import Config
from localize.document import Draft, Text
from localize.exchange.bitext import Bitext
from localize.memory import Book
from tests.batch.desk import PAIR, PhraseBook, put, run, terms, tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.languages import Pair

SUMMIT = "# The council meets\n\nThe council meets in Paris. The talks go on.\n"
STRIKE = "The strike ends, the ministry said. The talks go on.\n"


def untouched(path: Path) -> tuple[int, int, int]:
    """Tell a file from one that was written again; that it was read is no matter."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an empty folder with two articles the current one."""
    monkeypatch.chdir(tmp_path)
    put("news/strike.md", STRIKE)
    put("news/summit.md", SUMMIT)


def test_what_has_not_changed_is_not_touched() -> None:
    words = terms()
    events, asked = run(words)
    assert [type(event) for event in events] == [Translated, Translated]
    assert sorted(asked) == [
        "The council meets",
        "The council meets in Paris.",
        "The strike ends, the ministry said.",
        "The talks go on.",
    ]
    before = {path: untouched(path) for path in Path("output/pt").iterdir()}
    events, asked = run(words)
    assert [type(event) for event in events] == [Unchanged, Unchanged]
    assert asked == []
    assert {path: untouched(path) for path in Path("output/pt").iterdir()} == before


def test_the_report_about_what_was_left_alone_is_that_of_the_run_that_made_it() -> None:
    words = terms("council,Conselho")
    first, _ = run(words)
    second, _ = run(words)
    for one, two in zip(first, second, strict=True):
        assert isinstance(one, Translated)
        assert isinstance(two, Unchanged)
        assert one.rows[1:] == two.rows[1:]
        assert (one.rows.file.segments, one.rows.file.from_memory) == (two.rows.file.segments, 0)
        assert (two.rows.file.from_memory, two.rows.file.from_engine) == (one.rows.file.segments, 0)


def test_a_new_sentence_is_the_only_one_that_the_engine_gets() -> None:
    words = terms()
    run(words)
    put("news/summit.md", SUMMIT + "\nThe ministry said so.\n")
    events, asked = run(words)
    assert [type(event) for event in events] == [Unchanged, Translated]
    assert asked == ["The ministry said so."]
    assert isinstance(events[1], Translated)
    assert (events[1].rows.file.from_memory, events[1].rows.file.from_engine) == (3, 1)


def test_an_edited_entry_changes_the_files_that_have_its_term_and_no_others() -> None:
    run(terms("council,Conselho", "strike,greve"))
    before = untouched(Path("output/pt/strike.md"))
    events, _ = run(terms("council,Junta", "strike,greve"))
    assert [type(event) for event in events] == [Unchanged, Translated]
    assert untouched(Path("output/pt/strike.md")) == before
    assert "Junta reúne-se in Paris." in Path("output/pt/summit.md").read_text(encoding="utf-8")
    assert isinstance(events[1], Translated)
    file = events[1].rows.file
    assert (file.segments, file.from_memory, file.from_engine) == (3, 1, 2), "two have the term, one has not"


def test_approved_translations_that_change_make_the_files_with_their_sentences_stale() -> None:
    words = terms()
    run(words)
    Book(Path("memory")).add(
        [
            Bitext(
                Text("The council meets in Paris."), Text("O conselho está reunido em Paris."), PAIR, "final"
            )
        ]
    )
    events, asked = run(words)
    assert [type(event) for event in events] == [Unchanged, Translated]
    assert asked == []
    assert "O conselho está reunido em Paris." in Path("output/pt/summit.md").read_text(encoding="utf-8")
    assert [type(event) for event in run(words)[0]] == [Unchanged, Unchanged]
    shutil.rmtree("memory")
    assert [type(event) for event in run(words)[0]] == [Unchanged, Translated]
    assert "O conselho está reunido" not in Path("output/pt/summit.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "settings_",
    [
        {"export": ("po",)},
        {"exclude_checks": ("number-mismatch",)},
        {"conventions": "always"},
        {"severities": (("number-mismatch", "note"),)},
    ],
    ids=str,
)
def test_settings_that_change_what_is_written_make_files_anew_without_the_engine(
    settings_: dict[str, object],
) -> None:
    run(terms())
    config = Config(source="en", to=("pt",), **settings_)  # type: ignore[arg-type]
    events, asked = run(terms(), config=config)
    assert [type(event) for event in events] == [Translated, Translated]
    assert asked == []
    for again in (config, replace(config, max_size=1_000_000)):  # the second asks for a closer look
        assert [type(event) for event in run(terms(), config=again)[0]] == [Unchanged, Unchanged]


def test_another_engine_is_asked_for_everything() -> None:
    run(terms())
    events, asked = run(terms(), engine=PhraseBook("phrase book 2"))
    assert [type(event) for event in events] == [Translated, Translated]
    assert len(asked) == 4


def test_a_translation_that_is_gone_is_written_again_without_the_engine() -> None:
    run(terms())
    before = tree()
    Path("output/pt/summit.md").unlink()
    events, asked = run(terms())
    assert [type(event) for event in events] == [Unchanged, Translated]
    assert asked == []
    assert tree() == before


def test_a_translation_that_a_person_edits_is_left_as_it_is_and_told_once() -> None:
    run(terms())
    put("output/pt/summit.md", "Reescrito na redação.\n")
    events, _ = run(terms())
    assert [event.edited for event in events if isinstance(event, Unchanged)] == [
        (),
        ("output/pt/summit.md",),
    ]
    events, _ = run(terms())
    assert [event.edited for event in events if isinstance(event, Unchanged)] == [(), ()]
    assert Path("output/pt/summit.md").read_text(encoding="utf-8") == "Reescrito na redação.\n"


def test_an_edited_translation_that_is_out_of_date_is_a_finding_until_it_is_forced() -> None:
    run(terms())
    put("output/pt/summit.md", "Reescrito na redação.\n")
    put("news/summit.md", SUMMIT + "\nThe ministry said so.\n")
    for _ in range(2):
        events, asked = run(terms())
        assert [type(event) for event in events] == [Unchanged, Kept]
        assert asked == []
        assert isinstance(events[1], Kept)
        (finding,) = events[1].rows.findings
        assert (finding.check, finding.severity, finding.file) == (OUTPUT_EDITED, "warning", "news/summit.md")
        assert Path("output/pt/summit.md").read_text(encoding="utf-8") == "Reescrito na redação.\n"
    events, _ = run(terms(), force=True)
    asides = [event.aside for event in events if isinstance(event, Translated)]
    assert asides == [(), ("output/.localize/edited/pt/summit.md",)]
    assert Path(asides[1][0]).read_text(encoding="utf-8") == "Reescrito na redação.\n"
    assert "ministry" in Path("output/pt/summit.md").read_text(encoding="utf-8")
    assert [type(event) for event in run(terms())[0]] == [Unchanged, Unchanged]


def test_edits_that_are_put_aside_never_take_the_place_of_one_another() -> None:
    for text in ("uma\n", "duas\n", "três\n"):
        run(terms(), force=True)
        put("output/pt/summit.md", text)
    run(terms(), force=True)
    aside = sorted(Path("output/.localize/edited/pt").iterdir())
    assert [path.read_text(encoding="utf-8") for path in aside] == ["uma\n", "duas\n", "três\n"]


def test_an_export_that_a_reviewer_has_edited_does_not_hold_back_its_translation() -> None:
    config = Config(source="en", to=("pt",), export=("po",))
    run(terms(), config=config)
    put("output/pt/summit.md.po", "# reviewed\n")
    events, _ = run(terms(), config=config)
    assert [event.edited for event in events if isinstance(event, Unchanged)] == [
        (),
        ("output/pt/summit.md.po",),
    ]
    put("news/summit.md", SUMMIT + "\nThe ministry said so.\n")
    events, _ = run(terms(), config=config)
    assert isinstance(events[1], Translated)
    assert events[1].aside == ("output/.localize/edited/pt/summit.md.po",)
    assert Path(events[1].aside[0]).read_text(encoding="utf-8") == "# reviewed\n"
    assert "ministry" in Path("output/pt/summit.md").read_text(encoding="utf-8")


def test_an_earlier_translation_that_is_put_back_is_no_edit() -> None:
    run(terms("council,Conselho"))
    before = Path("output/pt/summit.md").read_bytes()
    run(terms("council,Junta"))
    Path("output/pt/summit.md").write_bytes(before)
    events, _ = run(terms("council,Junta"))
    assert [type(event) for event in events] == [Unchanged, Translated]
    assert "Junta" in Path("output/pt/summit.md").read_text(encoding="utf-8")


def test_the_state_may_be_deleted() -> None:
    run(terms("council,Conselho"))
    before = tree()
    shutil.rmtree("output/.localize")
    run(terms("council,Conselho"))
    assert tree() == before


def test_without_a_state_nothing_is_kept_and_the_bytes_are_the_same() -> None:
    run(terms("council,Conselho"))
    config = Config(source="en", to=("pt",), state=False, output=Path("other"))
    run(terms("council,Conselho"), config=config)
    assert tree("other") == tree("output")
    assert not Path("other/.localize").exists()


@pytest.mark.parametrize("state", [True, False])
def test_a_sentence_that_stands_in_many_articles_is_translated_once(state: bool) -> None:  # noqa: FBT001
    filling = f"```\n{'print()' * 4000}\n```\n"
    for i in range(8):
        put(f"news/{i}.md", f"The talks go on.\n\n{filling}\nThe strike ends.\n")
    _, asked = run(terms(), config=Config(source="en", to=("pt",), state=state))
    assert asked.count("The talks go on.") == 1
    assert asked.count("The strike ends.") == 1


SENTENCES = (
    "The council meets in Paris.",
    "The talks go on.",
    "The strike ends.",
    "Paris said no.",
    "A NATO council.",
)
ENTRIES = (
    "council,Conselho",
    "council,Junta",
    "strike,greve",
    "NATO,OTAN",
    "Paris,Paris da França",
    "talks,diálogo",
)
ARTICLE = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)
WORLD = st.tuples(
    st.dictionaries(st.sampled_from("abc"), ARTICLE, min_size=1),
    st.lists(st.sampled_from(ENTRIES), unique_by=lambda row: row.partition(",")[0], max_size=3),
    st.sampled_from([(), ("po",)]),
)


def _translate(articles: dict[str, list[str]], rows: list[str], export: tuple[str, ...], output: str) -> None:
    shutil.rmtree("news", ignore_errors=True)
    for name, sentences in articles.items():
        put(f"news/{name}.md", " ".join(sentences) + "\n")
    run(terms(*rows), config=Config(source="en", to=("pt",), export=export, output=Path(output)))


@given(st.lists(WORLD, min_size=2, max_size=4))
@settings(max_examples=20)
def test_after_any_history_a_run_gives_the_bytes_of_one_from_scratch(
    worlds: list[tuple[dict[str, list[str]], list[str], tuple[str, ...]]],
) -> None:
    with TemporaryDirectory() as folder, chdir(folder):
        for articles, rows, export in worlds:
            _translate(articles, rows, export, "output")
        articles, rows, export = worlds[-1]
        _translate(articles, rows, export, "scratch")
        scratch, had = tree("scratch"), tree("output")
        assert {name: had[name] for name in scratch} == scratch


class Stubborn(PhraseBook):
    """... and answers in Spanish, whatever is asked."""

    def translate(self, sources: Sequence[str], pair: Pair) -> list[Draft]:
        """Give the same sentences for every sentence."""
        assert pair
        return [
            Draft(
                "El consejo se reunió el lunes en Bruselas para hablar de la situación en el este, y el presidente dijo "
                "que las conversaciones seguirán hasta que haya un acuerdo con los demás países de la región."
            )
            for _ in sources
        ]


def test_an_article_that_comes_out_in_another_language_is_an_error() -> None:
    put(
        "news/summit.md",
        "".join(f"The council met for the {i}th time, and the talks go on.\n\n" for i in range(8)),
    )
    events, _ = run(terms(), engine=Stubborn())
    (rows,) = (
        one.rows for one in events if isinstance(one, Translated) and one.rows.file.path == "news/summit.md"
    )
    found = [(one.check, one.severity, one.message) for one in rows.findings if one.check == WRONG_LANGUAGE]
    assert found == [
        (WRONG_LANGUAGE, "error", "the translation is in Spanish (es), not in Portuguese (pt)"),
    ]
