"""The marks of an HTML text: tags, character references, comments, and what template languages put among them.

turbohtml reads the text by the algorithm of the standard (HTML Living Standard, section 13.2.5). It takes CR LF for one
character, leaves ``</>`` out, and knows no templates; so it is given a shadow of the text, of the same length, in which
these are replaced by others of no effect. Found by measurement (1.15): an unfinished tag at the end of a text is not
reported; it is no prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import turbohtml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from localize.document import Span

MarkKind = Literal["text", "start", "end", "reference", "expression", "unseen"]

_TEMPLATE = re.compile(
    r"""
      (?P<echo><\?=|<%[=-]|\{\{\{|\{\{(?![\#/!>{%])|\$\{)
    | (?P<act><\?|<%|\{\{|\{%|\{\#|<!\[CDATA\[)
    """,
    re.VERBOSE,
)
_ENDS = {"<?": "?>", "<%": "%>", "{{{": "}}}", "{{": "}}", "{%": "%}", "{#": "#}", "${": "}", "<!": "]]>"}
_LONGEST = 2_000
"""Code points of the longest expression in braces; more is program text that only looks like one."""
_FILLER = "\ue000"
_NAME = re.compile(r"</?([^\s/>]*+)")
_RAW = re.compile(r"(</?)n(?=o(?:script|frames)\b)", re.IGNORECASE)
_RAW_XML = re.compile(
    r"(</?)[a-z](?=(?:cript|tyle|itle|extarea|frame|oembed|oframes|oscript|mp|laintext)\b)", re.IGNORECASE
)


class Mark(NamedTuple):
    """A stretch of the text.

    Attributes:
        kind: ``reference`` is a character reference, ``expression`` a template's value, ``unseen`` a comment, a
            declaration or a statement of a template.
        name: Of a tag, lower case.
        plain: What a reference stands for.
        alone: A tag that ends with a slash.
    """

    kind: MarkKind
    start: int
    end: int
    name: str = ""
    plain: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its shadow.

    Attributes:
        shadow: The text as turbohtml gets it; places are the same in both.
        templates: What of the text belongs to template languages, and whether it stands for a value.
        xml: It is XHTML in the syntax of XML.
    """

    text: str
    shadow: str
    templates: tuple[tuple[Span, bool], ...]
    xml: bool

    @classmethod
    def of(cls, text: str, *, xml: bool = False, blanks: Iterable[Span] = ()) -> Page:
        """Make the shadow of a text; ``blanks`` are stretches that are to count as white space."""
        templates = tuple(_templates(text, xml=xml))
        pieces: list[str] = []
        done = 0
        for (start, end), filler in sorted(
            [*((span, " ") for span in blanks), *((span, _FILLER) for span, _ in templates)]
        ):
            if start >= done:
                pieces += (text[done:start], filler * (end - start))
                done = end
        pieces.append(text[done:])
        shadow = "".join(pieces).replace("\r\n", " \n").replace("\r", "\n").replace("</>", "<!>")
        shadow = shadow.replace("\0", " ")
        return cls(text, _renamed(shadow, xml=xml), templates, xml)

    def marks(self) -> Iterator[Mark]:
        """Yield the marks in order; joined, they are the text, but for an unfinished tag at its end."""
        at, number = 0, 0
        for token in turbohtml.tokenize(
            self.shadow, resolve_references=False, capture_source=True, capture_attributes=False
        ):
            kind = token.type.name
            piece = token.source if kind != "TEXT" else token.data
            end = at + len(piece or "")
            while number < len(self.templates) and self.templates[number][0][1] <= at:
                number += 1
            if kind == "TEXT":
                yield from self._text(at, end, number)
            elif kind == "CHARACTER_REFERENCE":
                yield Mark("reference", at, end, plain=token.data or "")
            elif kind in {"START_TAG", "END_TAG"}:
                found = _NAME.match(self.text, at)
                name = found[1].lower() if found else ""
                yield Mark(
                    "start" if kind == "START_TAG" else "end", at, end, name, "", self.shadow[end - 2] == "/"
                )
            else:
                yield Mark("unseen", at, end)
            at = end

    def _text(self, start: int, end: int, number: int) -> Iterator[Mark]:
        """Part text from the templates in it."""
        while number < len(self.templates) and self.templates[number][0][0] < end:
            (first, last), value = self.templates[number]
            if start < first:
                yield Mark("text", start, first)
            yield Mark("expression" if value else "unseen", max(start, first), min(last, end))
            start, number = min(last, end), number + 1
        if start < end:
            yield Mark("text", start, end)


def _renamed(shadow: str, *, xml: bool) -> str:
    """Keep elements from being read as raw text: those for old browsers, and in XML all."""
    return (_RAW_XML if xml else _RAW).sub(r"\1q", shadow)


def _templates(text: str, *, xml: bool) -> Iterator[tuple[Span, bool]]:
    """Yield what belongs to template languages, in order: where it stands, and whether it is a value."""
    absent: set[str] = set()
    place = 0
    while found := _TEMPLATE.search(text, place):
        opening = found[0]
        closing = _ENDS.get(opening) or _ENDS[opening[:2]]
        start, place = found.span()
        if closing in absent or (closing == "]]>" and not xml):
            continue
        braces = closing[-1] == "}"
        end = text.find(closing, place, place + _LONGEST if braces else len(text))
        if end < 0:
            if not braces:
                absent.add(closing)
            if text.startswith("<?php", start):
                yield (start, len(text)), False
                return
        elif not (braces and "\n\n" in text[place:end]):
            place = end + len(closing)
            yield (start, place), found["echo"] is not None
