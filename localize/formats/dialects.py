"""Lines that dialects of Markdown use to mark blocks: notes, callouts, footnotes, definitions, imports.

Sources: Pandoc 3 and Docusaurus 3 (``:::``), GitHub and Obsidian (``[!NOTE]``), Python-Markdown (``!!! note``), PHP
Markdown Extra (footnotes, definition lists), MyST (``(label)=``), MDX 3 (``import`` and ``export``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Span

_FOOTNOTE = re.compile(r"\[\^[^\]\[\s]{1,200}\]:[ \t]*")
_DEFINITION = re.compile(r"[:~][ \t]+(?=\S)")
_ITEM = re.compile(r"(?:\(@[\w-]*\)|#\.|\|)[ \t]+(?=\S)")
"""An item that Pandoc numbers, a line of a block of lines."""
_ADMONITIONS = (
    "note|abstract|summary|tldr|info|todo|tip|hint|important|success|check|done|question|help|faq|warning|caution|"
    "attention|failure|fail|missing|danger|error|bug|example|quote|cite|details|seealso"
)
_BOXES = re.compile(
    rf"""
      :{{3,}}[ \t]*(?:[A-Za-z][\w-]*(?:[ \t]+(?P<title>[^\s{{\[].*)|\[(?P<boxed>[^\[\]]+)\](?:\{{.*\}})?)|.*)
    | \[![A-Za-z][\w-]*\][+-]?(?:[ \t]+(?P<called>.+))?
    | (?:!!!|\?\?\?)\+?[ \t]+(?:(?:{_ADMONITIONS})\b[\w \t-]*?|[\w-]+(?=[ \t]+"))(?:[ \t]+"(?P<quoted>[^"]*)")?[ \t]*
    | \([\w.-]+\)=
    """,
    re.VERBOSE,
)
_NOTE = re.compile(r"(?:!!!|\?\?\?)\+?[ \t]")
_PROGRAM = re.compile(
    r"import[ \t]+(?:[\w*{][^\r\n]*[ \t]from[ \t]+)?[\"'][^\"'\r\n]+[\"'];?[ \t]*(?=\Z|[\r\n])"
    r"|\\begin\{[\w*]+\}|\+(?:[-=:]+\+)+(?=[\r\n])"  # TeX, a table drawn with lines
    r"|export[ \t]+(?:(?:const|let|var|function|class)[ \t]+\w+|default[ \t]|[{*])"
)


class Leaf(NamedTuple):
    """A block of prose.

    Attributes:
        kind: heading, paragraph, list-item, quote, table-cell, footnote; or html, a block of HTML.
        lines: Spans in the document, without line prefixes, markers and white space at either end.
    """

    kind: str
    lines: tuple[Span, ...]


def divided(leaf: Leaf, text: str) -> Iterator[Leaf]:
    """Take out lines that only mark a block, but for its title; part footnotes and definitions from one another.

    Footnote definitions are no part of the grammar. One that begins a paragraph is followed by others, or by text.
    A footnote that begins on its next line comes out without lines.
    """
    kind = leaf.kind
    lines: list[Span] = []
    defining = listing = False
    if leaf.lines and kind == "paragraph" and _PROGRAM.match(text, leaf.lines[0][0], leaf.lines[-1][1]):
        return
    for number, (start, end) in enumerate(leaf.lines):
        note = _FOOTNOTE.match(text, start, end) if number == 0 or kind == "footnote" else None
        box = _BOXES.fullmatch(text, start, end) if kind != "heading" and not note else None
        term = number < 2 or defining
        defined = _DEFINITION.match(text, start, end) if kind == "paragraph" and term and not note else None
        defining = defining or defined is not None
        item = _ITEM.match(text, start, end) if kind == "paragraph" and (number == 0 or listing) else None
        listing = listing or item is not None
        begin = note or defined or item
        if not begin and not box:
            lines.append((start, end))
            continue
        if lines or kind == "footnote":
            yield Leaf(kind, tuple(lines))
        kind = "footnote" if note else leaf.kind
        lines = [(begin.end(), end)] if begin and begin.end() < end else []
        if box and box.lastgroup and box[box.lastgroup].strip():
            yield Leaf(kind, (box.span(box.lastgroup),))
    if lines or kind == "footnote":
        yield Leaf(kind, tuple(lines))


def owns_indented(text: str, leaf_start: int) -> bool:
    """Tell whether text that is indented behind a block belongs to it, and is no code."""
    return _NOTE.match(text, leaf_start) is not None
