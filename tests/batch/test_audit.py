from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from localize import checks, engines, glossary
from localize.batch import (
    BLOCKS_DIFFER,
    Audit,
    Event,
    Failed,
    Missing,
    Skipped,
    Translated,
    Unchanged,
    explain,
    find,
    languages,
    sources,
)
from localize.batch.state import State
from localize.config import Config
from localize.errors import InputError

ARTICLE = "# NATO meets\n\nThe Secretary-General of NATO spoke of 32 members in [Brussels](https://example.org/a).\n"
GOOD = "# A OTAN reúne-se\n\nO secretário-geral da OTAN falou de 32 membros em [Bruxelas](https://example.org/a).\n"
CONFIG = Config(source="en", to=("pt",))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder with a glossary and an article the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    put("terms.csv", "en,pt\nNATO,OTAN\nSecretary-General,secretário-geral\n")
    put("a.md", ARTICLE)


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def audit(*names: str, config: Config = CONFIG) -> list[Event | Missing]:
    words = glossary.load([Path("terms.csv")])
    articles = find([Path(name) for name in names or ("a.md",)], output=config.output)
    return list(Audit(engines.load("argos", {}), words, config).run(articles))


def findings(translation: str) -> list[str]:
    put("output/pt/a.md", translation)
    (event,) = audit()
    assert isinstance(event, Translated)
    return [f"{one.check}: {one.message}" for one in event.rows.findings if one.severity != "note"]


def test_a_good_translation_has_no_findings_and_a_verdict_for_every_term() -> None:
    assert findings(GOOD) == []
    (event,) = audit()
    assert isinstance(event, Translated)
    verdicts = event.rows.terms
    assert [(row.source, row.verdict, row.after) for row in verdicts] == [
        ("NATO", "satisfied", "OTAN"),
        ("Secretary-General", "satisfied", "secretário-geral"),
        ("NATO", "satisfied", "OTAN"),
    ]
    assert event.rows.file.output == "output/pt/a.md"


def test_an_edit_that_loses_a_term_is_found() -> None:
    assert findings(GOOD.replace("secretário-geral da OTAN", "chefe da OTAN")) == [
        'term-missing: "Secretary-General" should be "secretário-geral"'
    ]


def test_an_edit_that_changes_a_number_is_found() -> None:
    (found,) = findings(GOOD.replace("32", "23"))
    assert found.startswith("number-mismatch: ")


def test_an_edit_that_loses_a_link_is_found() -> None:
    found = findings(GOOD.replace("[Bruxelas](https://example.org/a)", "Bruxelas"))
    assert any(one.startswith("code-lost: ") for one in found)


def test_a_paragraph_that_was_split_is_found() -> None:
    (found,) = findings(GOOD + "\nMais um parágrafo.\n")
    assert found == "blocks-differ: output/pt/a.md has 3 blocks, the article 2: translate it again"


def test_a_translation_that_is_in_another_language_altogether_is_found() -> None:
    german = (
        "Der Generalsekretär der NATO sprach am Montag in Brüssel mit den Ministern der 32 Mitglieder über die Lage "
        "im Osten. Er sagte, das Bündnis werde in den nächsten Monaten mehr Soldaten schicken und den Nachbarn mit "
        "Geld helfen. Die Außenministerin aus Berlin widersprach ihm nicht und reiste noch am Abend weiter.\n"
    )
    put("a.md", "The Secretary-General of NATO spoke of 32 members.\n")
    assert "wrong-language: the translation is in German (de), not in Portuguese (pt)" in findings(german)
    (event,) = audit(config=replace(CONFIG, to=("es",)))
    assert isinstance(event, Missing)


def test_what_is_wrong_with_a_file_as_a_whole_is_left_out_and_weighed_by_its_name() -> None:
    put("output/pt/a.md", GOOD + "\nMais um parágrafo.\n")

    def found(config: Config) -> list[tuple[str, str]]:
        (event,) = audit(config=config)
        assert isinstance(event, Translated)
        return [(one.check, one.severity) for one in event.rows.findings]

    assert found(CONFIG) == [(BLOCKS_DIFFER, "error")]
    lighter = replace(CONFIG, severities=((BLOCKS_DIFFER, "note"),))
    assert found(lighter) == [(BLOCKS_DIFFER, "note")]
    assert found(replace(CONFIG, exclude_checks=(BLOCKS_DIFFER,))) == []


def test_an_article_without_a_translation_is_missing() -> None:
    assert audit() == [Missing("a.md", "output/pt/a.md")]


def test_an_article_in_the_target_language_needs_no_translation() -> None:
    put("b.md", "---\nlang: pt\n---\n\nOs ministros reuniram-se em Bruxelas.\n")
    put("output/pt/b.md", "anything\n")
    assert audit("b.md", config=Config(to=("pt",))) == [Skipped("b.md", "pt")]


def test_a_translation_that_cannot_be_read_does_not_stop_the_others() -> None:
    put("b.md", ARTICLE)
    put("output/pt/b.md", GOOD)
    Path("output/pt/a.md").write_bytes(b"caf\xe9")
    first, second = audit("a.md", "b.md")
    assert isinstance(first, Failed)
    assert "output/pt/a.md" in str(first.error)
    assert isinstance(second, Translated)


def test_the_languages_of_an_output_folder_are_its_folders_that_are_tags() -> None:
    put("output/pt-BR/a.md", GOOD)
    put("output/es/a.md", GOOD)
    put("output/notes on style/a.md", GOOD)
    put("output/README.md", "Machines own this folder.\n")
    assert languages(Path("output")) == ("es", "pt-BR")
    assert languages(Path("nowhere")) == ()


def test_translations_are_traced_back_to_articles_below_the_current_folder() -> None:
    put("output/pt/a.md", GOOD)
    put("output/pt/a.md.po", "")
    assert sources(Path("output"), ("pt",)) == (Path("a.md"),)


def test_a_translation_without_an_article_is_an_error() -> None:
    put("output/pt/gone.md", GOOD)
    with pytest.raises(InputError, match=r"there is no article gone\.md"):
        sources(Path("output"), ("pt",))


def test_the_finding_is_explained_like_the_checks_and_none_of_them_has_its_name() -> None:
    assert explain(BLOCKS_DIFFER).startswith(
        "blocks-differ (error)\n\nReport a translation that has more or fewer blocks"
    )
    assert BLOCKS_DIFFER not in checks.CHECKS


def test_subtitles_are_compared_sentence_by_sentence_although_the_translation_ends_some_earlier() -> None:
    times = ["1\n00:00:01,000 --> 00:00:02,000\n", "\n\n2\n00:00:02,000 --> 00:00:03,000\n"]
    put("a.srt", f"{times[0]}Hello from NATO. How{times[1]}are you?\n")
    put("output/pt/a.srt", f"{times[0]}Olá da OTAN.{times[1]}Como está?\n")
    (event,) = audit("a.srt")
    assert isinstance(event, Translated)
    assert [(row.source, row.verdict) for row in event.rows.terms] == [("NATO", "satisfied")]
    assert [one for one in event.rows.findings if one.severity == "error"] == []


def test_a_check_is_remembered_where_runs_remember_and_made_anew_when_something_has_changed() -> None:
    put("output/pt/a.md", GOOD.replace("32", "23"))
    (first,) = audit()
    assert isinstance(first, Translated)
    assert not Path("output/.localize").exists(), "a check leaves nothing where no run has been"
    State(Path("output"), warn=print).number()
    (second,), (third,) = audit(), audit()
    assert isinstance(second, Translated)
    assert isinstance(third, Unchanged)
    assert third.rows == second.rows._replace(file=replace(second.rows.file, seconds=0.0))
    put("output/pt/a.md", GOOD)
    (edited,) = audit()
    assert isinstance(edited, Translated)
    assert edited.rows.findings == ()
    put("terms.csv", "en,pt\nNATO,OTAN\nmembers,integrantes\n")
    (held,) = audit()
    assert isinstance(held, Translated)
    assert [row.verdict for row in held.rows.terms] == ["satisfied", "satisfied", "unresolved"]
