"""Sentences with their boundaries, written by hand, by language and kind: the files in ``cases/``.

A line is a text; ``|`` stands where a sentence ends and ``⏎`` for a line break; a line that begins with ``#`` names
the kind of the cases below it. ``other.txt`` holds many languages, there the kind is the language.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    language: str
    kind: str
    text: str
    sentences: tuple[str, ...]


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.txt")):
        kind = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                kind = line.removeprefix("# ")
                continue
            marked = line.replace("⏎", "\n")
            sentences = tuple(sentence.strip() for sentence in marked.split("|"))
            language = kind if path.stem == "other" else path.stem
            yield Case(language, kind, marked.replace("|", ""), sentences)


CASES = tuple(cases())
