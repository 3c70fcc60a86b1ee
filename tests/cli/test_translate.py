from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

ARTICLE = "# NATO meets\n\nThe Secretary-General of NATO spoke to reporters in Brussels on Monday.\n"
TERMS = "en,pt\nNATO,OTAN\nSecretary-General,secretário-geral\n"
ECHO = ("--from", "en", "--to", "pt", "--engine", "echo", "--no-glossary")


def outputs() -> list[str]:
    found = (path for path in Path("output").rglob("*") if path.is_file())
    return sorted(str(path) for path in found if ".localize" not in path.parts)


def error(stderr: str) -> str:
    """Give the one line of error; a hint must follow it."""
    first, second = stderr.splitlines()
    assert first.startswith("error: ")
    assert second.startswith("hint: ")
    return first.removeprefix("error: ")


@pytest.mark.model
def test_an_article_becomes_a_translation_with_what_became_of_every_term(desk: Desk) -> None:
    desk.put("news/nato.md", ARTICLE)
    desk.put("glossaries/terms.csv", TERMS)
    done = desk("translate", "news/nato.md", "--to", "pt")
    assert done.exit_code == 0, done.stderr
    first, *table, totals = [line for line in done.stdout.splitlines() if line]
    assert first.startswith("news/nato.md: English (0.9")
    assert first.endswith(") -> output/pt/news/nato.md")
    assert table[0] == "satisfied  repaired  unresolved  Glossary terms, Portuguese"
    assert [line[33:].split("  ")[0] for line in table[1:]] == [
        "NATO -> OTAN",
        "Secretary-General -> secretário-geral",
    ]
    assert totals.startswith("1 file, 2 segments, ")
    assert "0 unresolved" in totals
    written = Path("output/pt/news/nato.md").read_text(encoding="utf-8")
    assert written.startswith("# ")
    assert written.count("OTAN") == 2
    assert "secretário-geral" in written.lower()
    assert done.stderr == ""


@pytest.mark.model
def test_standard_input_goes_to_standard_output(desk: Desk) -> None:
    desk.put("terms.csv", TERMS)
    done = desk("translate", "-", "--to", "pt", "--glossary", "terms.csv", given=ARTICLE.encode())
    assert done.exit_code == 0, done.stderr
    assert done.stdout.count("OTAN") == 2
    assert done.stdout.endswith("\n")
    assert not Path("output").exists()


@pytest.mark.model
def test_the_glossary_can_be_left_out(desk: Desk) -> None:
    desk.put("nato.md", ARTICLE)
    desk.put("glossaries/terms.csv", TERMS)
    done = desk("translate", "nato.md", "--to", "pt", "--no-glossary")
    assert done.exit_code == 0
    assert "Glossary terms" not in done.stdout
    assert "terms: 0 satisfied, 0 repaired, 0 unresolved" in done.stdout


def test_a_folder_is_translated_into_several_languages(desk: Desk) -> None:
    desk.put("news/a.md", ARTICLE)
    desk.put("news/world/b.txt", "Talks go on.\n")
    done = desk("translate", "news", "--to", "es", *ECHO)
    assert done.exit_code in {0, 1}
    assert outputs() == [
        "output/es/a.md",
        "output/es/world/b.txt",
        "output/pt/a.md",
        "output/pt/world/b.txt",
    ]


def test_echo_gives_the_bytes_back(desk: Desk) -> None:
    data = "\ufeff# OTAN\r\n\r\nO **secretário** \r\n"
    desk.put("a.md", data)
    desk("translate", "a.md", *ECHO)
    assert Path("output/pt/a.md").read_bytes() == data.encode()
    done = desk("translate", "-", "--format", "markdown", *ECHO, given=data.encode())
    assert done.stdout_bytes == data.encode()


def test_po_files_are_written_beside_the_translations(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    desk("translate", "a.md", "--export", "po", *ECHO)
    assert outputs() == ["output/pt/a.md", "output/pt/a.md.po"]
    assert len(polib.pofile("output/pt/a.md.po")) == 2


def test_a_translation_back_goes_into_the_page_for_review(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    desk("translate", "a.md", *ECHO)
    assert desk("translate", "a.md", "--back", *ECHO).exit_code == 0
    assert outputs() == ["output/pt/a.md", "output/pt/a.md.review.html"]
    assert "Back into English" in Path("output/pt/a.md.review.html").read_text(encoding="utf-8")
    assert desk("translate", "-", "--back", *ECHO).exit_code == 2


def test_findings_are_lines_that_editors_understand_and_fail_the_run(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    done = desk("translate", "a.md", *ECHO)
    assert done.exit_code == 0
    assert "\na.md:3:1: untranslated " in done.stdout
    strict = desk("translate", "a.md", *ECHO, "--fail-on", "warning")
    assert strict.exit_code == 1
    assert desk("translate", "a.md", *ECHO, "--fail-on", "never").exit_code == 0


def test_check_writes_nothing_and_fails_when_a_file_would_change(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    missing = desk("translate", "a.md", "--check", *ECHO)
    assert missing.exit_code == 1
    assert "-> output/pt/a.md: stale: output/pt/a.md" in missing.stdout
    assert not Path("output").exists()
    desk("translate", "a.md", *ECHO)
    fresh = desk("translate", "a.md", "--check", *ECHO)
    assert fresh.exit_code == 0
    assert "-> output/pt/a.md: up to date" in fresh.stdout
    desk.put("a.md", ARTICLE + "\nMore.\n")
    assert desk("translate", "a.md", "--check", *ECHO).exit_code == 1


def test_a_dry_run_shows_where_terms_apply_and_where_not(desk: Desk) -> None:
    desk.put("a.md", "The ambassador spoke.\n\nThe Ambassador Bridge was closed.\n")
    desk.put("terms.csv", "en,pt,kind\nambassador,embaixador,title\n")
    done = desk("translate", "a.md", "--to", "pt", "--from", "en", "--glossary", "terms.csv", "--dry-run")
    first, term, quiet = done.stdout.splitlines()
    assert first == "a.md: English (--from) -> Portuguese"
    assert term == "a.md:1:5: term ambassador -> embaixador"
    assert quiet.startswith("a.md:3:5: quiet Ambassador (")
    assert "Ambassador Bridge" in quiet
    assert not Path("output").exists()


def test_a_dry_run_knows_a_surname_from_an_earlier_paragraph(desk: Desk) -> None:
    desk.put("a.md", "Mr Michael Jordan spoke.\n\nThen Jordan left.\n")
    desk.put("terms.csv", "en,pt,kind\nJordan,Jordânia,place\n")
    words = ("--to", "pt", "--from", "en", "--glossary", "terms.csv")
    shown = desk("translate", "a.md", *words, "--dry-run").stdout.splitlines()[1:]
    assert len(shown) == 2
    assert all(": quiet Jordan (" in line for line in shown)
    desk("translate", "a.md", *words, "--engine", "echo")
    assert desk("check", "a.md", *words).stdout.count("Jordânia") == 0


def test_the_report_has_the_keys_of_the_contract(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    desk.put("terms.csv", TERMS)
    words = ("translate", "a.md", "--from", "en", "--to", "pt", "--engine", "echo", "--glossary", "terms.csv")
    done = desk(*words, "--report", "report.json")
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert list(report) == ["version", "engine", "glossaries", "files", "terms", "findings", "totals"]
    assert report["glossaries"][0]["path"] == "terms.csv"
    assert report["glossaries"][0]["concepts"] == 2
    assert [row["source"] for row in report["terms"]] == ["NATO", "Secretary-General", "NATO"]
    (file,) = report["files"]
    assert {key: file[key] for key in ("path", "source", "target", "output", "segments")} == {
        "path": "a.md",
        "source": "en",
        "target": "pt",
        "output": "output/pt/a.md",
        "segments": 2,
    }
    assert "report.json" in done.stderr


def test_a_report_on_standard_output_has_it_for_itself(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    done = desk("translate", "a.md", *ECHO, "--report", "-")
    assert json.loads(done.stdout)["totals"]["files"] == 1
    assert "-> output/pt/a.md" in done.stderr


def test_annotations_go_to_standard_output(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    done = desk("translate", "a.md", *ECHO, "--report-format", "github")
    assert done.stdout.startswith("::warning file=a.md,line=")


def test_the_configuration_is_used_and_options_win(desk: Desk) -> None:
    desk.put("localize.toml", 'to = ["es"]\nengine = "echo"\nglossary = []\noutput = "site"\n')
    desk.put("a.md", ARTICLE)
    assert desk("translate", "a.md").exit_code == 0
    assert Path("site/es/a.md").is_file()
    assert desk("translate", "a.md", "--to", "pt", "--output", "other").exit_code == 0
    assert Path("other/pt/a.md").is_file()


def test_without_a_glossary_the_user_is_told(desk: Desk) -> None:
    desk.put("a.md", ARTICLE)
    done = desk("translate", "a.md", "--to", "pt", "--engine", "echo")
    assert done.stderr.startswith("note: no glossary")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--to", "pt"], "name article files or folders, or - for standard input"),
        (["a.md"], "name a language to translate into, such as --to pt"),
        (["a.md", "--to", "portuguese"], "'portuguese' is not a language tag"),
        (["a.md", "--to", "pt", "--engine", "magic"], "no engine is called 'magic'"),
        (["a.md", "--to", "fr"], "no model translates into French (fr); installed: en-pt, pt-en"),
        (["a.md", "--to", "pt", "--from", "es"], "no model translates es to pt (installed: en-pt, pt-en)"),
        (
            ["a.md", "--to", "pt", "--export", "doc"],
            "must be one of po, xliff, xliff-1.2, tmx, html, not 'doc'",
        ),
        (["a.md", "--to", "pt", "--glossary", "gone.csv"], "gone.csv: does not exist"),
        (["a.md", "--to", "pt", "--glossary", "x.csv", "--no-glossary"], "exclude each other"),
        (["gone.md", "--to", "pt"], "gone.md: no such file or folder"),
        (["empty", "--to", "pt"], "empty: no articles in this folder"),
        (["a.pdf", "--to", "pt"], "a.pdf: '.pdf' is no article format"),
        (["latin1.txt", "--to", "pt"], "latin1.txt:1: byte 3 (0xE9) is not UTF-8"),
        (["binary.txt", "--to", "pt"], "binary.txt:1: byte "),
        (["nul.txt", "--to", "pt"], "nul.txt: byte 3 is NUL"),
        (["short.txt", "--to", "pt"], "short.txt: cannot tell its language"),
        (["italian.txt", "--to", "pt"], "italian.txt: looks like Italian (it): no model for it is installed"),
        (["french.md", "--to", "pt"], "french.md: no model translates fr to pt (installed: en-pt, pt-en)"),
        (
            ["french.md", "--to", "pt", "--dry-run"],
            "french.md: no model translates fr to pt (installed: en-pt, pt-en)",
        ),
        (["a.md", "--to", "pt", "--glossary", "broken.csv"], "broken.csv:2: "),
        (["a.md", "--to", "pt", "--output", "taken"], "taken: cannot hold files: it is no folder"),
        (["a.md", "-", "--to", "pt"], "- stands alone"),
        (["-", "--to", "pt", "--to", "es", "--engine", "echo"], "give one --to"),
        (["a.md", "--to", "pt", "--format", "text"], "--format is for standard input"),
    ],
)
def test_bad_input_is_one_clear_error_with_a_hint_and_exit_code_2(
    desk: Desk, words: list[str], message: str
) -> None:
    desk.put("a.md", ARTICLE)
    desk.put("a.pdf", "%PDF-1.7")
    desk.put("empty/photo.jpg", "")
    desk.put("nul.txt", "abc\0def")
    desk.put("short.txt", "OK.\n")
    desk.put(
        "italian.txt", "I ministri si sono riuniti lunedì a Bruxelles e hanno deciso di andare avanti.\n"
    )
    desk.put("french.md", "---\nlang: fr\n---\n\nLes ministres se sont réunis.\n")
    desk.put("taken", "notes")
    desk.put("broken.csv", 'en,pt\nNATO,"OTAN')
    desk.put("glossaries/terms.csv", TERMS)
    Path("latin1.txt").write_bytes("caf\xe9".encode("latin-1"))
    Path("binary.txt").write_bytes(bytes(range(128, 256)) * 40)
    done = desk("translate", *words)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert message in error(done.stderr)
    assert not Path("output").exists()


def test_fifty_megabytes_are_refused_before_they_are_worked_on(desk: Desk) -> None:
    with Path("large.txt").open("wb") as file:
        file.truncate(50_000_000)
    started = time.monotonic()
    done = desk("translate", "large.txt", "--to", "pt", "--no-glossary")
    assert done.exit_code == 2
    assert error(done.stderr).startswith("large.txt: 50,000,000 bytes are too large for one article")
    assert time.monotonic() - started < 5


def test_one_bad_file_among_good_ones_is_told_and_the_good_ones_are_translated(desk: Desk) -> None:
    desk.put("news/a.md", ARTICLE)
    Path("news/b.md").write_bytes(b"caf\xe9")
    done = desk("translate", "news", *ECHO)
    assert done.exit_code == 2
    assert done.stderr.startswith("error: news/b.md:1: byte 3")
    assert outputs() == ["output/pt/a.md"]


INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a runner in the background ignores it
from localize.__main__ import main
main()
"""


@pytest.mark.model
def test_ctrl_c_ends_a_run_at_once_and_leaves_whole_files_only(desk: Desk) -> None:
    paragraph = (
        "The minister said on Monday that talks about item {} would go on in Brussels until the summer. "
    )
    text = "\n\n".join("".join(paragraph.format(10 * i + j) for j in range(10)) for i in range(60)) + "\n"
    for number in range(12):
        desk.put(f"news/{number:02}.md", text)
    words = [sys.executable, "-c", INTERRUPTIBLE, "translate", "news", "--to", "pt", "--no-glossary"]
    run = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert run.stdout is not None
    first = run.stdout.readline()  # the first window is done, the second begins
    time.sleep(0.5)
    started = time.monotonic()
    run.send_signal(signal.SIGINT)
    _, stderr = run.communicate(timeout=60)
    assert first.startswith("news/00.md: English")
    assert run.returncode == 130
    assert stderr.splitlines()[-1] == "error: interrupted"
    assert time.monotonic() - started < 10
    done = outputs()
    assert "output/pt/00.md" in done
    assert len(done) < 12
    assert all(Path(path).read_text(encoding="utf-8").count("\n\n") == 59 for path in done)
    assert list(Path("output").glob("pt/**/.*")) == []
    assert list(Path("output/.localize/parts").iterdir()) == []


def test_control_characters_of_an_article_do_not_reach_the_terminal(desk: Desk) -> None:
    desk.put("a\x1b[31m.md", "Talks \x1b[2J\x9b go on in Brussels, ministers said.\n")
    done = desk("translate", "a\x1b[31m.md", *ECHO)
    assert "\x1b" not in done.stdout + done.stderr
    assert "a\\x1b[31m.md: English (--from)" in done.stdout
    assert outputs() == ["output/pt/a\x1b[31m.md"]


@pytest.mark.parametrize(
    ("export", "file"),
    [("xliff", "a.md.xliff"), ("xliff-1.2", "a.md.xlf"), ("tmx", "a.md.tmx"), ("po", "a.md.po")],
)
def test_what_is_exported_and_approved_is_used_by_the_next_run(desk: Desk, export: str, file: str) -> None:
    desk.put("localize.toml", 'exclude_checks = ["untranslated"]\n')
    desk.put("a.md", "Talks **go** on.\n")
    desk("translate", "a.md", "--export", export, *ECHO)
    path = Path("output/pt") / file
    text = path.read_text(encoding="utf-8")
    assert desk("memory", "import", str(path)).stdout.startswith("0 added")
    for before, after in {
        'state="translated"': 'state="final"',
        'approved="no"': 'approved="yes"',
        '"state">translated': '"state">final',
        "#, fuzzy\n": "",
    }.items():
        text = text.replace(before, after)
    cut = text.rindex("Talks")
    path.write_text(text[:cut] + text[cut:].replace("Talks", "Conversas"), encoding="utf-8")
    assert desk("memory", "import", str(path)).stdout.startswith("1 added")
    desk("translate", "a.md", *ECHO)
    assert Path("output/pt/a.md").read_text(encoding="utf-8") == "Conversas **go** on.\n"


def test_exports_offer_what_was_approved_for_similar_sentences_and_follow_the_memory(desk: Desk) -> None:
    desk.put("a.md", "The talks in Brussels go on.\n")
    desk("translate", "a.md", "--export", "xliff", *ECHO)
    assert "mtc:match " not in Path("output/pt/a.md.xliff").read_text(encoding="utf-8")
    desk.put(
        "lisbon.po",
        'msgid ""\nmsgstr "Language: pt\\n"\n\n'
        'msgid "The talks in Lisbon go on."\nmsgstr "As conversas em Lisboa continuam."\n',
    )
    assert desk("memory", "import", "lisbon.po").exit_code == 0
    desk("translate", "a.md", "--export", "xliff", *ECHO)
    written = Path("output/pt/a.md.xliff").read_text(encoding="utf-8")
    assert "<source>The talks in Lisbon go on.</source>" in written
    assert "<target>As conversas em Lisboa continuam.</target>" in written


def test_a_catalogue_of_another_language_fails_alone(desk: Desk) -> None:
    entry = 'msgid "Talks go on."\nmsgstr ""\n'
    desk.put("es.po", f'msgid ""\nmsgstr "Language: es\\n"\n\n{entry}')
    desk.put("en.po", entry)
    memory = 'msgid ""\nmsgstr "Language: pt\\n"\n\nmsgid "Talks go on."\nmsgstr "As conversas continuam."\n'
    desk.put("approved.po", memory)
    desk("memory", "import", "approved.po")
    done = desk("translate", "es.po", "en.po", *ECHO)
    assert done.exit_code == 2
    assert "es.po:1: is a file of translations into Spanish" in done.stderr
    assert 'msgstr "As conversas continuam."' in Path("output/pt/en.po").read_text(encoding="utf-8")
