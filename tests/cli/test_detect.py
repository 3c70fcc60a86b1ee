from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

ENGLISH = "The ministers met in Brussels on Monday and agreed that talks about the ceasefire would go on."
PORTUGUESE = (
    "Os ministros reuniram-se na segunda-feira em Bruxelas e decidiram que as conversações vão continuar."
)


def test_a_line_a_file_with_language_and_confidence(desk: Desk) -> None:
    desk.put("news/en.txt", ENGLISH)
    desk.put("news/pt.md", PORTUGUESE)
    done = desk("detect", "news")
    assert done.exit_code == 0
    first, second = done.stdout.splitlines()
    assert first.startswith("news/en.txt: English (en) 0.9")
    assert second.startswith("news/pt.md: Portuguese (pt) 0.9")


def test_what_cannot_be_told_is_said(desk: Desk) -> None:
    desk.put("short.txt", "OK.\n")
    done = desk("detect", "short.txt")
    assert done.exit_code == 0
    assert done.stdout.startswith("short.txt: cannot tell")


def test_what_a_file_declares_is_believed(desk: Desk) -> None:
    desk.put("a.md", f"---\nlang: pt-BR\n---\n\n{ENGLISH}\n")
    assert desk("detect", "a.md").stdout == "a.md: Brazilian Portuguese (pt-BR), declared in the file\n"


def test_json_has_the_keys_of_the_contract(desk: Desk) -> None:
    desk.put("en.txt", ENGLISH)
    desk.put("short.txt", "OK.\n")
    first, second = map(json.loads, desk("detect", "en.txt", "short.txt", "--json").stdout.splitlines())
    assert list(first) == ["path", "language", "confidence", "candidates"]
    assert (first["path"], first["language"]) == ("en.txt", "en")
    assert 0.9 < first["confidence"] <= 1
    assert first["candidates"][0] == ["en", first["confidence"]]
    assert second["language"] is None
    assert 0 <= second["confidence"] < 0.5


def test_by_unit_tells_the_languages_of_a_mixed_file_with_their_places(desk: Desk) -> None:
    text = f"\ufeff{ENGLISH}\n\n{PORTUGUESE}\n"
    desk.put("mixed.txt", text)
    first, second = map(json.loads, desk("detect", "mixed.txt", "--by-unit", "--json").stdout.splitlines())
    assert [(one["language"], text[one["start"] : one["end"]]) for one in (first, second)] == [
        ("en", ENGLISH),
        ("pt", PORTUGUESE),
    ]
    lines = desk("detect", "mixed.txt", "--by-unit").stdout.splitlines()
    assert lines[1].startswith("mixed.txt:3:1: Portuguese (pt) ")


def test_a_file_that_cannot_be_read_does_not_hide_the_others(desk: Desk) -> None:
    Path("bad.txt").write_bytes(b"caf\xe9")
    desk.put("en.txt", ENGLISH)
    done = desk("detect", "bad.txt", "en.txt")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: bad.txt:1: byte 3")
    assert done.stdout.startswith("en.txt: English")
