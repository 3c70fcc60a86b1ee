"""HTML, a page or a part of one: read and write.

Prose is found by position and spliced, so that every byte that is not translated stays: the order and the quotes of
attributes, entities, comments, broken markup. Elements that are part of a sentence are inline codes; ``alt``, ``title``
and their like are units of their own, those of a tag in a sentence within its code.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from localize.document import Document
from localize.formats.decoding import UNICODE
from localize.formats.html.compose import found
from localize.formats.html.embedded import embedded
from localize.formats.html.encoding import declares
from localize.formats.html.flow import Flow
from localize.formats.html.language import Declared, declared, renamed, renamed_parts
from localize.formats.html.marks import Page
from localize.formats.html.spelling import Speller
from localize.formats.units import numbered, splice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from localize.document import Span, Text
    from localize.formats.units import Found

__all__ = ["Speller", "declared", "embedded", "is_xml", "read", "renamed", "renamed_parts", "units", "write"]


def read(text: str, path: str) -> Document:
    """Find the prose of an HTML file.

    Returns:
        Units of the kinds heading, paragraph, list-item, quote, table-cell, caption, label, image (alternative text)
        and attribute. ``language`` is that of the ``lang`` attribute that holds for most of the text; text in another
        language is left as it is.

    Raises:
        FormatError: It has more than ``MAX_UNITS`` units.
    """
    page = Page.of(text, xml=is_xml(text))
    said = declared(page)
    return Document(path, "html", text, numbered(_units(page, said), path=path), said.tag)


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated.

    The ``lang`` attributes of what was translated become the target language, the direction of the page follows it,
    and a page of ASCII that gets other characters, or one whose encoding had to be told by its words, says that it is in
    UTF-8, for browsers take it for another; none of it if nothing changes.
    """
    xml = is_xml(document.text)
    silent = not xml and not declares(document.text)
    if silent and document.encoding not in UNICODE:
        document = replace(document, encoding="utf-8")
    elif not document.text.isascii():
        silent = False
    written = splice(document, targets, Speller(document, targets, xml=xml).spell)
    if written == document.text:
        return written
    written = renamed(written, document.text, language, xml=xml)
    return written if written.isascii() or not silent else _declaring(written)


def _declaring(text: str) -> str:
    """Give a page that names its encoding, UTF-8, where a browser looks for that; a part of a page stays as it is."""
    page = Page.of(text)
    tags = (mark for mark in page.marks() if mark.kind == "start")
    place = 0
    for mark in tags:
        if mark.name in {"html", "head"}:
            place = mark.end
        if mark.name != "html":
            break
    return f'{text[:place]}<meta charset="utf-8">{text[place:]}' if place else text


def is_xml(text: str) -> bool:
    """Tell whether a text is XHTML in the syntax of XML: it begins with an XML declaration."""
    return text.lstrip("\ufeff \t\r\n").startswith("<?xml")


def units(text: str, *, xml: bool = False, blanks: Iterable[Span] = ()) -> Iterator[Found]:
    """Yield the units of a part of a file; ``blanks`` are stretches that count as white space."""
    page = Page.of(text, xml=xml, blanks=blanks)
    return _units(page, declared(page))


def _units(page: Page, said: Declared) -> Iterator[Found]:
    flow = Flow(page, said.language)
    made = chain.from_iterable(found(page, run) for run in flow.runs(page.marks()))
    return iter(sorted(made, key=lambda unit: (unit.span[0], -unit.span[1])))
