"""Glossaries and marked sentences for tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.glossary.glossary import Glossary
from localize.glossary.lazy import Concepts
from localize.glossary.matching import Matcher
from localize.glossary.table.csvfile import parse_bytes

if TYPE_CHECKING:
    from collections.abc import Collection

_MARK = re.compile(r"\[([^\]]*)\]|\{([^}]*)\}")


def glossary(text: str) -> Glossary:
    """Read a glossary from the text of a CSV file."""
    sheet, problems = parse_bytes(text.encode(), "terms.csv")
    assert sheet, [str(problem) for problem in problems]
    return Glossary(Concepts([sheet]))


def matcher(text: str, source: str = "en", target: str = "pt", *, domains: Collection[str] = ()) -> Matcher:
    """Make a matcher for the text of a CSV file."""
    return Matcher(glossary(text), source, target, domains=domains)


def found(text: str, source: Matcher) -> list[str]:
    """List what a matcher finds in a text, as it stands there."""
    return [text[slice(*match.span)] for match in source.match(text).terms]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """Take marks out of a sentence: [terms that apply] and {terms that keep quiet}, both as spans."""
    text = ""
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    done = 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        quiet = mark[1] is None
        inside = mark[2] if quiet else mark[1]
        spans[quiet].append((len(text), len(text) + len(inside)))
        text += inside
        done = mark.end()
    return text + marked[done:], *spans


def outcome(marked: str, source: Matcher) -> tuple[str, str]:
    """Give a marked sentence, and the same sentence as a matcher would mark it."""
    text, _, _ = unmark(marked)
    matches = source.match(text)
    places = [(match.span, "[]") for match in matches.terms] + [(match.span, "{}") for match in matches.quiet]
    written = ""
    done = 0
    for (start, end), marks in sorted(places):
        written += text[done:start] + marks[0] + text[start:end] + marks[1]
        done = end
    return marked, written + text[done:]
