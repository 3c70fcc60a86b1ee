from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.batch.records import Record
from localize.batch.state import State
from localize.exchange import FileRow, FindingRow, Rows, TermRow

ANY = st.text(st.characters())
"""Lone surrogates included: that is how Python reads a file name that is not UTF-8."""
FILE = Path("output/.localize/state.sqlite")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an empty folder the current one."""
    monkeypatch.chdir(tmp_path)


def remember(said: list[str], **answers: str) -> None:
    state = State(Path("output"), warn=said.append)
    state.remember({key.encode(): value.encode() for key, value in answers.items()})
    state.close()


def recall(said: list[str], *keys: str, reading: bool = False) -> dict[str, str]:
    state = State(Path("output"), warn=said.append, reading=reading)
    found = state.answers([key.encode() for key in keys])
    state.close()
    return {key.decode(): value.decode() for key, value in found.items()}


def record(output: str = "pt/summit.md", finding: str = "number-mismatch") -> Record:
    file = FileRow("news/summit.md", "en", "pt", f"output/{output}", 12, 2, 10, 0.5)
    term = TermRow(
        "news/summit.md", 3, "u1.s1", "nato", "NATO", "OTAN", "repaired", "in place", "NATO", "OTAN", "pt"
    )
    found = FindingRow(finding, "warning", "news/summit.md", 3, 7, "12 is lost", "pt", (3, 9), "c0ffee")
    parts = {"article": "aa", "concepts": {"nato": "bb"}}
    return Record(output, "../news/summit.md", "cc", parts, {output: "dd"}, Rows(file, (term,), (found,)), {})


def test_what_one_run_remembers_the_next_one_knows() -> None:
    said: list[str] = []
    remember(said, a="Talks go on.", b="As conversações vão continuar.")
    assert recall(said, "a", "b", "c") == {"a": "Talks go on.", "b": "As conversações vão continuar."}
    assert said == []


def test_a_record_comes_back_as_it_was() -> None:
    state = State(Path("output"), warn=pytest.fail)
    state.finish(record())
    state.close()
    again = State(Path("output"), warn=pytest.fail)
    assert again.record("pt/summit.md") == record()
    assert again.record("pt/other.md") is None
    assert again.records() == [record()]
    again.close()


def test_git_does_not_see_the_state() -> None:
    remember([], a="x")
    assert (FILE.parent / ".gitignore").read_text(encoding="ascii") == "*\n"


def test_nothing_is_left_lying_about_when_a_run_has_ended() -> None:
    remember([], a="x")
    recall([], "a", reading=True)
    assert sorted(path.name for path in FILE.parent.iterdir()) == [".gitignore", "state.sqlite"]


def test_who_only_looks_makes_no_file() -> None:
    assert recall([], "a", reading=True) == {}
    assert not Path("output").exists()


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be read as one" * 20, b"\0" * 4096]
)
def test_a_file_that_is_no_database_is_set_aside_and_begun_anew(content: bytes) -> None:
    FILE.parent.mkdir(parents=True)
    FILE.write_bytes(content)
    said: list[str] = []
    remember(said, a="x")
    assert recall(said, "a") == {"a": "x"}
    assert len(said) == 1
    assert said[0].startswith("output/.localize/state.sqlite is damaged (")
    assert (FILE.parent / "state.sqlite.damaged").read_bytes() == content


def test_a_damaged_page_is_noticed_while_a_run_is_under_way() -> None:
    remember([], **{f"key {i}": f"sentence number {i} of the article" for i in range(2000)})
    data = bytearray(FILE.read_bytes())
    for at in range(8192, len(data), 4096):
        data[at : at + 64] = b"\xff" * 64
    FILE.write_bytes(data)
    said: list[str] = []
    recall(said, *(f"key {i}" for i in range(2000)))
    assert len(said) == 1
    assert "is damaged" in said[0]
    remember(said, a="x")
    assert recall(said, "a") == {"a": "x"}
    assert len(said) == 1


def test_an_answer_that_lost_a_byte_is_not_given() -> None:
    remember([], a="Talks go on.", b="Talks end.")
    base = sqlite3.connect(FILE)
    base.execute("UPDATE calls SET value = substr(value, 1, length(value) - 1) WHERE key = ?", (b"a",))
    base.commit()
    base.close()
    assert recall([], "a", "b") == {"b": "Talks end."}


def test_a_file_of_a_later_version_is_set_aside_whole() -> None:
    FILE.parent.mkdir(parents=True)
    base = sqlite3.connect(FILE)
    base.executescript("CREATE TABLE calls (other); PRAGMA user_version = 7;")
    base.close()
    said: list[str] = []
    remember(said, a="x")
    assert len(said) == 1
    assert said[0].startswith(
        "output/.localize/state.sqlite is damaged (it is of version 7, this is 1); it is now "
    )
    aside = sqlite3.connect(FILE.parent / "state.sqlite.damaged")
    assert aside.execute("SELECT other FROM calls").fetchall() == []
    aside.close()


def test_who_only_looks_leaves_a_damaged_file_where_it_is() -> None:
    FILE.parent.mkdir(parents=True)
    FILE.write_bytes(b"not a database at all, but long enough to be read as one" * 20)
    said: list[str] = []
    assert recall(said, "a", reading=True) == {}
    assert said == [
        "output/.localize/state.sqlite cannot be used (file is not a database): nothing is known of earlier runs"
    ]
    assert not (FILE.parent / "state.sqlite.damaged").exists()


def test_where_no_state_can_be_kept_the_run_goes_on_and_says_so_once() -> None:
    Path("output").mkdir()
    FILE.parent.write_text("a file where the folder should be\n", encoding="utf-8")
    said: list[str] = []
    state = State(Path("output"), warn=said.append)
    for _ in range(3):
        state.remember({b"a": b"x"})
        assert state.answers([b"a"]) == {}
    state.close()
    assert len(said) == 1
    assert "what is done now is not remembered" in said[0]


def test_a_full_disk_costs_the_memory_and_not_the_run() -> None:
    """Files over 64 kB are refused to this process, which SQLite takes for a full disk."""
    code = (
        "from pathlib import Path; from localize.batch.state import State; import os\n"
        "said = []; state = State(Path('output'), warn=said.append)\n"
        "for i in range(100): state.remember({bytes([i]): os.urandom(4000)})\n"
        "state.close(); print(len(said), said[0])\n"
    )

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))

    done = subprocess.run(
        [sys.executable, "-c", code],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=True,
        env=_here(),
    )
    assert done.stdout.startswith("1 output/.localize/state.sqlite cannot be used (")
    assert "what is done now is not remembered" in done.stdout
    said: list[str] = []
    remember(said, a="x")
    assert recall(said, "a") == {"a": "x"}
    assert said == []


def test_four_runs_at_once_lose_nothing_and_wait_for_each_other() -> None:
    code = (
        "import sys; from pathlib import Path; from localize.batch.state import State\n"
        "def warn(text): sys.exit(text)\n"
        "me = sys.argv[1]; state = State(Path('output'), warn=warn)\n"
        "for i in range(50): state.remember({f'{me} {i}'.encode(): b'x', f'all {i}'.encode(): b'y'})\n"
        "state.close()\n"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(me)], env=_here(), stderr=subprocess.PIPE, text=True
        )
        for me in range(4)
    ]
    assert [run.communicate()[1] for run in runs] == [""] * 4
    assert [run.returncode for run in runs] == [0] * 4
    keys = [f"{me} {i}" for me in (0, 1, 2, 3, "all") for i in range(50)]
    assert len(recall([], *keys)) == 250


def test_runs_that_begin_a_state_at_one_moment_share_it() -> None:
    code = (
        "import os, sys, time; from pathlib import Path; from localize.batch.state import State\n"
        "def warn(text): print(text, file=sys.stderr); os._exit(1)\n"
        "begin = time.monotonic() + 0.1\n"
        "me = sum(2**i for i in range(2) if os.fork())\n"  # four of them
        "for turn in range(60):\n"
        "    time.sleep(max(0, begin + turn / 50 - time.monotonic()))\n"
        "    state = State(Path(f'output{turn}'), warn=warn)\n"
        "    state.remember({bytes([me]): b'x'})\n"
        "    state.close()\n"
        "os._exit(0)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", code], env=_here(), stderr=subprocess.PIPE, text=True)
    assert run.communicate()[1] == ""  # all four have let go of it
    for turn in range(60):
        state = State(Path(f"output{turn}"), warn=pytest.fail)
        assert len(state.answers([bytes([me]) for me in range(4)])) == 4
        state.close()


def test_what_is_not_to_be_kept_is_still_known_to_the_run_itself() -> None:
    state = State(None, warn=pytest.fail)
    state.remember({b"a": b"x"})
    assert state.answers([b"a"]) == {b"a": b"x"}
    assert not state.usable
    state.close()
    again = State(None, warn=pytest.fail)
    assert again.answers([b"a"]) == {}
    again.close()
    assert list(Path().iterdir()) == []


def test_a_file_is_ours_as_long_as_it_is_as_any_run_has_written_it() -> None:
    state = State(Path("output"), warn=pytest.fail)
    state.will_write({"pt/summit.md": "aa"})
    state.will_write({"pt/summit.md": "bb"})
    assert state.ours("pt/summit.md", "aa")
    assert state.ours("pt/summit.md", "bb")
    assert not state.ours("pt/summit.md", "cc")
    assert state.has_written("pt/summit.md")
    assert not state.has_written("pt/other.md")
    state.close()


@given(ANY, ANY, ANY)
def test_any_path_and_any_message_can_be_remembered(output: str, path: str, message: str) -> None:
    file = FileRow(path, None, "pt", output, 0, 0, 0, 0.0)
    found = FindingRow("x", "note", path, 1, 1, message)
    one = Record(output, path, "", {}, {output: ""}, Rows(file, (), (found,)), {})
    state = State(Path("any"), warn=pytest.fail)
    state.will_write({output: "aa"})
    state.finish(one)
    assert state.record(output) == one
    assert state.ours(output, "aa")
    state.close()


@pytest.mark.parametrize("text", ["", "null", "{}", "[1]", '{"rows": [{}, [], []]}'])
def test_what_is_no_record_is_none(text: str) -> None:
    assert Record.parse(text) is None


def test_rows_follow_an_article_that_is_named_otherwise_now() -> None:
    rows = record().again("/desk/news/summit.md", "/desk/output/pt/summit.md")
    assert rows.file == FileRow(
        "/desk/news/summit.md", "en", "pt", "/desk/output/pt/summit.md", 12, 12, 0, 0.0
    )
    assert [row.file for row in rows.terms] == ["/desk/news/summit.md"]
    assert [row.file for row in rows.findings] == ["/desk/news/summit.md"]
    assert [row.identity for row in rows.findings] == [""], "the path is part of a fingerprint"
    assert record().again("news/summit.md", "output/pt/summit.md").findings == record().rows.findings


def _here() -> dict[str, str]:
    """Give an environment in which this checkout is found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
