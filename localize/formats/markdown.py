"""Markdown (CommonMark and GitHub Flavored Markdown, with front matter and footnotes): read and write.

What is not prose comes back as it is: code, link targets, reference definitions, table rules, markers, blank lines.
Prose is found by position and spliced. HTML is read as in HTML files: blocks of it, and the texts in tags in a sentence;
what an element around Markdown says (``translate="no"``) holds for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Literal

from localize.document import Document
from localize.formats import html
from localize.formats.blocks import leaves
from localize.formats.front_matter import PROSE_KEYS, front_matter
from localize.formats.inlines import scan
from localize.formats.nested import Nested
from localize.formats.parts import parts
from localize.formats.runs import HARD, SOFT, Run, absorb
from localize.formats.spelling import Speller
from localize.formats.syntax import normalised, title
from localize.formats.units import Found, is_prose, numbered, splice
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from localize.document import Span, Text, Unit
    from localize.formats.dialects import Leaf
    from localize.formats.runs import Token

_BREAK = re.compile(f"[{SOFT}{HARD}]")
_DEFINITION = re.compile(r"(?:\A|(?<=[\r\n]))[ \t>]*\[(?!\^)((?:[^\[\]\\\r\n]|\\.){1,999})\]:")


def read(text: str, path: str, *, keys: Collection[str] = PROSE_KEYS) -> Document:
    """Find the prose of a Markdown file.

    Args:
        text: The decoded file; a byte order mark may come first.
        path: For the document and for messages.
        keys: Front matter keys, lower case, whose values are prose.

    Returns:
        Units of the kinds heading, paragraph, list-item, quote, table-cell, footnote, image (alternative text), title
        (of an image or a link) and front-matter. ``language`` is what the front matter says under ``lang`` or ``language``.

    Raises:
        FormatError: A single list or table is too large to be parsed.
    """
    front = front_matter(text)
    blocks = list(leaves(text, front.end, path=path))
    known = references(text)
    found = chain(front.units(keys), _found(text, blocks, known, base((front.language or "").lower())))
    return Document(path, "markdown", text, numbered(found, path=path), front.language)


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated.

    Args:
        document: As it was read.
        targets: By unit id; a unit that is missing keeps its source.
        language: BCP 47 tag of the targets. Front matter that names a language gets it, and so does HTML in that
            language, unless nothing changes.
    """
    values = {item.span[0]: item for item in front_matter(document.text).scalars}
    speller = Speller(document.text, references(document.text))
    tags = html.Speller(document, targets)
    place = _place(document)

    def spell(unit: Unit, target: Text) -> str:
        value = values.get(unit.span[0]) if unit.kind == "front-matter" else None
        if value:
            return value.spell(target)
        where = place(unit)
        if where == "markdown":
            return speller.spell(unit, nested.put(unit, target))
        written = tags.spell(unit, target)
        return written if where == "block" else written.replace("|", "&#124;").replace("`", "&#96;")

    nested = Nested(document, targets, spell)
    written = splice(document, targets, spell)
    if written == document.text or document.language is None:
        return written
    if re.search(r"<[^<>]*\blang\b", written):
        stretches = _stretches(leaves(written, front_matter(written).end, path=document.path))
        written = html.renamed_parts(written, stretches, base(document.language.lower()), language)
    return front_matter(written).with_language(language)


def _stretches(blocks: Iterable[Leaf]) -> list[Span]:
    """List the lines of the blocks of HTML."""
    return [line for leaf in blocks if leaf.kind == "html" for line in leaf.lines]


def references(text: str) -> frozenset[str]:
    """Collect the labels that link reference definitions define, normalised."""
    return frozenset(normalised(found[1]) for found in _DEFINITION.finditer(text))


def _found(text: str, blocks: Sequence[Leaf], known: frozenset[str], language: str) -> Iterator[Found]:
    """Yield the units of all blocks in order."""
    stretches = _stretches(blocks)
    if not stretches:
        yield from chain.from_iterable(_units(text, leaf, known, language) for leaf in blocks)
        return
    places = [leaf.lines[0][0] for leaf in blocks if leaf.lines]
    there = html.embedded(text, stretches, places, language)
    waiting = list(reversed(there.units))
    for leaf in blocks:
        while waiting and leaf.lines and waiting[-1].span[0] < leaf.lines[0][0]:
            yield waiting.pop()
        if leaf.kind != "html" and there.meant[leaf.lines[0][0]]:
            yield from _units(text, leaf, known, language)
    yield from reversed(waiting)


def _place(document: Document) -> Callable[[Unit], Literal["markdown", "block", "tag"]]:
    """Tell units of Markdown from those in blocks of HTML and those in tags that stand in a sentence."""
    starts: list[int] = []
    ends: list[int] = []
    if "<" in document.text:
        front = front_matter(document.text)
        for leaf in leaves(document.text, front.end, path=document.path):
            if leaf.kind == "html" and leaf.lines:
                starts.append(leaf.lines[0][0])
                ends.append(leaf.lines[-1][1])

    def tell(unit: Unit) -> Literal["markdown", "block", "tag"]:
        number = bisect_right(starts, unit.span[0]) - 1
        if number >= 0 and unit.span[0] < ends[number]:
            return "block"
        return "tag" if unit.kind == "attribute" else "markdown"

    return tell


def _units(text: str, leaf: Leaf, known: frozenset[str], language: str) -> Iterator[Found]:
    """Make the units of a block: one, or one for each line that stands for itself, and those in their markup."""
    run = Run(text, leaf.lines)
    if leaf.kind == "title":
        if not _BREAK.search(run.text):
            yield from _within(run, (0, len(run.text)), known, "title")
        return
    tokens = scan(run.text, references=known, cell=leaf.kind == "table-cell", language=language)
    place = 0
    for start, end in parts(run, tokens):
        inside: list[Token] = []
        while place < len(tokens) and tokens[place].end <= end:
            if tokens[place].start >= start:
                inside.append(tokens[place])
            place += 1
        source = run.compose(absorb(run.text, inside, start, end), start, end)
        if is_prose(source):
            yield Found((run.offset(start), run.offset(end)), source, leaf.kind)
        yield from _images(run, inside, known)


def _images(run: Run, tokens: Sequence[Token], known: frozenset[str]) -> Iterator[Found]:
    """Make units of the alternative texts of images, of titles of images and links, and of the texts in tags."""
    for token in tokens:
        if token.inner is None:
            yield from _attributes(run, token)
        else:
            kind = "footnote" if run.text[token.start] == "^" else "image"
            yield from _within(run, token.inner, known, kind)
        span = title(run.text, token.end) if run.text.startswith(("](", "!["), token.start) else None
        if span and span[0] > token.start and not _BREAK.search(run.text, *span):
            yield from _within(run, span, known, "title")


def _within(run: Run, span: Span, known: frozenset[str], kind: str) -> Iterator[Found]:
    """Make a unit of a text within markup; a title has no markup of its own."""
    start, end = span
    inner = [
        part._replace(start=part.start + start, end=part.end + start)
        for part in scan(run.text[start:end], references=known)
        if kind != "title" or part.kind == "literal"
    ]
    source = run.compose(inner, start, end)
    if is_prose(source):
        yield Found((run.offset(start), run.offset(end)), source, kind)


def _attributes(run: Run, token: Token) -> Iterator[Found]:
    """Make units of the texts in a tag that stands on one line."""
    tag = run.text[token.start : token.end]
    if "=" not in tag or not tag.startswith("<") or SOFT in tag or HARD in tag:
        return
    place = run.offset(token.start)
    for one in html.units(tag):
        yield Found((place + one.span[0], place + one.span[1]), one.source, "attribute")
