"""Plain text: read and write.

A paragraph is a unit. So is a line that stands for itself: a headline, a byline, a list item, a sentence in a file
with one sentence a line. Indentation, quote marks ("> ") and list markers are not part of the unit; ``**bold**`` and
``*emphasis*`` around whole words are inline codes.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from localize.document import Document
from localize.formats.inlines import scan_plain
from localize.formats.masks import layout, masked, wrapped
from localize.formats.runs import Run
from localize.formats.units import MAX_UNITS, Found, is_prose, numbered, splice, too_many
from localize.formats.wrapping import Line, ended, wrapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from localize.document import Text, Unit

_LINE = re.compile(
    r"\ufeff?(?P<lead>(?:[ \t]*>)*[ \t]*)(?P<marker>(?:[-*•]|\d{1,3}[.)])[ \t]+)?(?P<body>[^\r\n]*)(?:\r\n|\r|\n|\Z)"
)
_FIELD = re.compile(r"[^\t ](?:[^\t]*[^\t ])?")
_PROSE = re.compile(r"[^\W_]")
_LONGEST_HEADING = 120
_SAMPLE = 10_000
"""Blocks from the start of a file that tell whether its paragraphs are hard-wrapped."""


class _Line(NamedTuple):
    """A line with something to read on it.

    Attributes:
        start: Where its text begins, after indentation, quote marks and list marker.
        column: Code points before that on the line.
        quoted: Depth of "> " quoting.
        item: It begins a list item.
    """

    start: int
    end: int
    column: int
    quoted: int
    item: bool


def read(text: str, path: str) -> Document:
    """Find the paragraphs of a plain text file.

    Returns:
        Units of the kinds paragraph, heading, list-item and quote. A heading is the first line of the file, or a line
        in bold or in capitals, that stands between blank lines, is short and does not end like a sentence.
    """
    return Document(path, "text", text, numbered(_found(text, path), path=path))


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:  # noqa: ARG001
    """Write a document with its units translated; hard-wrapped paragraphs are wrapped again at their own width."""

    def spell(unit: Unit, target: Text) -> str:
        how = layout(document.text, unit)
        draft = masked(target, rewrap=True)
        return (wrapped(draft, how) if how else draft).text

    return splice(document, targets, spell)


def _found(text: str, path: str) -> Iterator[Found]:
    """Yield the units of a file in order."""
    sample = islice(_blocks(text, path), _SAMPLE)
    evidence = any(wrapping(_measured(text, block)) == "sure" for block in sample)
    first = True
    for block in _blocks(text, path):
        verdict = wrapping(_measured(text, block))
        whole = verdict == "sure" or (verdict == "open" and evidence) or _hanging(block)
        for group in [block] if whole else [[field] for line in block for field in _fields(text, line)]:
            run = Run(text, [(line.start, line.end) for line in group])
            source = run.compose(scan_plain(run.text), 0, len(run.text))
            if is_prose(source):
                kind = _kind(group[0], source, first=first, alone=len(block) == 1)
                yield Found((run.lines[0][0], run.lines[-1][1]), source, kind)
                first = False


def _fields(text: str, line: _Line) -> Iterator[_Line]:
    """Part a line at its tabs: what stands in columns is no sentence ("Place:", "Berlin")."""
    if "\t" not in text[line.start : line.end]:
        yield line
        return
    for field in _FIELD.finditer(text, line.start, line.end):
        yield line._replace(start=field.start(), end=field.end())


def _hanging(block: list[_Line]) -> bool:
    """Tell whether a list item goes on in lines that begin where its text does."""
    return len(block) > 1 and block[0].item and all(line.column == block[0].column for line in block)


def _kind(line: _Line, source: Text, *, first: bool, alone: bool) -> str:
    """Name what a unit is, going by its first line."""
    if line.item:
        return "list-item"
    if line.quoted:
        return "quote"
    plain = source.plain
    if not alone or len(plain) > _LONGEST_HEADING or ended(plain) or plain.endswith((",", ";", ":")):
        return "paragraph"
    bold = len(source.codes) == 2 and (source.codes[0].at, source.codes[1].at) == (0, len(plain))
    return "heading" if first or bold or plain.isupper() else "paragraph"


def _measured(text: str, block: list[_Line]) -> list[Line]:
    return [Line(line.column, text[line.start : line.end]) for line in block]


def _blocks(text: str, path: str) -> Iterator[list[_Line]]:
    """Yield lines that follow one another without a blank line, a rule, a list item or a change of quoting between.

    An indented line after one that is indented less begins a paragraph, as books set them.
    """
    block: list[_Line] = []
    for line in _lines(text):
        if block and (
            line is None
            or line.item
            or line.quoted != block[-1].quoted
            or (len(block) > 1 and line.column > block[-1].column)
        ):
            yield block
            block = []
        if line is not None:
            block.append(line)
        if len(block) > MAX_UNITS:
            raise too_many(path)
    if block:
        yield block


def _lines(text: str) -> Iterator[_Line | None]:
    """Yield the lines of a file; None stands for one without letters and digits."""
    for found in _LINE.finditer(text):
        start = found.start("body")
        body = found["body"].rstrip()
        if not _PROSE.search(body):
            yield None
            continue
        yield _Line(
            start, start + len(body), start - found.start(), found["lead"].count(">"), bool(found["marker"])
        )
