"""Markdown (CommonMark and GitHub Flavored Markdown, with front matter and footnotes): read and write.

What is not prose comes back as it is: code, HTML blocks, link targets, reference definitions, table rules, markers,
blank lines. Prose is found by position and spliced.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from localize.document import Document
from localize.formats.blocks import leaves
from localize.formats.front_matter import PROSE_KEYS, front_matter
from localize.formats.inlines import scan
from localize.formats.parts import parts
from localize.formats.runs import Run, absorb
from localize.formats.spelling import Speller
from localize.formats.syntax import normalised
from localize.formats.units import Found, is_prose, numbered, splice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from localize.document import Text, Unit
    from localize.formats.blocks import Leaf
    from localize.formats.runs import Token

_DEFINITION = re.compile(r"(?:\A|(?<=[\r\n]))[ \t>]*\[(?!\^)((?:[^\[\]\\\r\n]|\\.){1,999})\]:")


def read(text: str, path: str, *, keys: Collection[str] = PROSE_KEYS) -> Document:
    """Find the prose of a Markdown file.

    Args:
        text: The decoded file; a byte order mark may come first.
        path: For the document and for messages.
        keys: Front matter keys, lower case, whose values are prose.

    Returns:
        Units of the kinds heading, paragraph, list-item, quote, table-cell, footnote, image (alternative text) and
        front-matter. ``language`` is what the front matter says under ``lang`` or ``language``.

    Raises:
        FormatError: A single list or table is too large to be parsed.
    """
    front = front_matter(text)
    blocks = leaves(text, front.end, path=path)
    known = references(text)
    found = chain(front.units(keys), chain.from_iterable(_units(text, leaf, known) for leaf in blocks))
    return Document(path, "markdown", text, numbered(found, path=path), front.language)


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated.

    Args:
        document: As it was read.
        targets: By unit id; a unit that is missing keeps its source.
        language: BCP 47 tag of the targets. Front matter that names a language gets it, unless nothing changes.
    """
    values = {item.span[0]: item for item in front_matter(document.text).scalars}
    speller = Speller(document.text, references(document.text))

    def spell(unit: Unit, target: Text) -> str:
        value = values.get(unit.span[0]) if unit.kind == "front-matter" else None
        return value.spell(target) if value else speller.spell(unit, target)

    written = splice(document, targets, spell)
    if written == document.text or document.language is None:
        return written
    return front_matter(written).with_language(language)


def references(text: str) -> frozenset[str]:
    """Collect the labels that link reference definitions define, normalised."""
    return frozenset(normalised(found[1]) for found in _DEFINITION.finditer(text))


def _units(text: str, leaf: Leaf, known: frozenset[str]) -> Iterator[Found]:
    """Make the units of a block: one, or one for each line that stands for itself."""
    run = Run(text, leaf.lines)
    tokens = scan(run.text, references=known, cell=leaf.kind == "table-cell")
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
        else:
            yield from _images(run, inside, known)


def _images(run: Run, tokens: Sequence[Token], known: frozenset[str]) -> Iterator[Found]:
    """Make units of the alternative texts of images that stand alone."""
    for token in tokens:
        if token.inner is None:
            continue
        start, end = token.inner
        inner = [
            part._replace(start=part.start + start, end=part.end + start)
            for part in scan(run.text[start:end], references=known)
        ]
        source = run.compose(inner, start, end)
        if is_prose(source):
            yield Found((run.offset(start), run.offset(end)), source, "image")
