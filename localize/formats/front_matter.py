"""Front matter of Markdown files, spliced by position: YAML between ``---``, TOML between ``+++``, or JSON in braces."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.document import Text
from localize.formats.scalars import Scalar, scalar
from localize.formats.units import Found, is_prose
from localize.formats.wrapping import Line, wrapping
from localize.languages import LanguageTagError, normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from localize.document import Span
    from localize.formats.scalars import Style

PROSE_KEYS = frozenset({"title", "subtitle", "description", "summary", "abstract", "lead", "alt", "caption"})
"""Keys whose values are prose, wherever in the front matter they stand."""
LANGUAGE_KEYS = frozenset({"lang", "language"})

_OPENING = re.compile(r"\ufeff?(---|\+\+\+|\{)[ \t]*(?:\r\n|\r|\n)")
_CLOSING = {
    "---": re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "+++": re.compile(r"(?:(?<=\n)|(?<=\r))\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
    "{": re.compile(r"(?:(?<=\n)|(?<=\r))\}[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_ENTRY = {
    "---": re.compile(
        r"(?P<indent>[ \t]*(?:- +)?)(?P<key>\w[\w .-]{0,40}|\"[\w .-]+\"|'[\w .-]+')[ \t]*:(?:[ \t]+(?P<value>.*)|$)"
    ),
    "+++": re.compile(r"(?P<indent>[ \t]*)(?P<key>[\w.-]+|\"[\w .-]+\")[ \t]*=[ \t]*(?P<value>.*)"),
    "{": re.compile(r"(?P<indent>)[ \t]*(?P<key>\"[\w .-]+\")[ \t]*:[ \t]*(?P<value>.*?)[ \t]*,?[ \t]*"),
}
_OTHER = {"---": re.compile(r"[#\-\]}&*?]|\Z"), "+++": re.compile(r"[#\[\]\"'{}]|\Z")}
"""What else may stand at the start of a line: comments, list items, the end of a list."""
_BLOCK = re.compile(r"(?:[&!]\S+[ \t]+)*[|>][0-9+-]*[ \t]*(?:#.*)?")
_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the first block.

    Attributes:
        text: The whole document.
        end: Where the blocks begin; after the byte order mark if there is no front matter.
        scalars: Values, and paragraphs of those that are long, in order.
    """

    text: str
    end: int
    scalars: tuple[Scalar, ...] = ()

    @property
    def language(self) -> str | None:
        """BCP 47 tag under ``lang`` or ``language``; None if there is none or it is no tag."""
        found = self._language()
        return found[1] if found else None

    def units(self, keys: Collection[str]) -> Iterator[Found]:
        """Yield the values that are prose."""
        for item in self.scalars:
            source = item.source(self.text)
            if item.key in keys and is_prose(source):
                yield Found(item.span, source, "front-matter")

    def with_language(self, language: str) -> str:
        """Give the document with another language declared, if it declares one."""
        found = self._language()
        if not found:
            return self.text
        item = found[0]
        return self.text[: item.span[0]] + item.spell(Text(language)) + self.text[item.span[1] :]

    def _language(self) -> tuple[Scalar, str] | None:
        for item in self.scalars:
            if item.key in LANGUAGE_KEYS and item.top_level:
                try:
                    return item, normalise(self.text[slice(*item.span)])
                except LanguageTagError:
                    continue
        return None


def front_matter(text: str) -> FrontMatter:
    """Find the front matter of a document.

    Two rules with prose between them are no front matter: every line in it that is not indented has to be an entry,
    a list item or a comment.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING[opening[1]].search(text, opening.end()) if opening else None
    if not opening or not closing:
        return FrontMatter(text, int(text.startswith("\ufeff")))
    fence = opening[1]
    lines = [found.span() for found in _LINE.finditer(text, opening.end(), closing.start())]
    if fence == "{":
        return _json(text, closing.end(), lines)
    checked = lines if fence == "---" else lines[:1]
    for start, end in checked:
        known = (
            text[start] in " \t"
            or _ENTRY[fence].match(text, start, end)
            or _OTHER[fence].match(text, start, end)
        )
        if not known:
            return FrontMatter(text, int(text.startswith("\ufeff")))
    found = _toml(text, lines) if fence == "+++" else _yaml(text, lines)
    return FrontMatter(text, closing.end(), tuple(found))


def _json(text: str, end: int, lines: list[Span]) -> FrontMatter:
    """Read an object of JSON, as Hugo has it, if it is one."""
    try:
        known = isinstance(json.loads(text[:end].lstrip("\ufeff")), dict)
    except (ValueError, RecursionError):
        known = False
    if not known:
        return FrontMatter(text, int(text.startswith("\ufeff")))
    entries = (entry for line in lines if (entry := _ENTRY["{"].fullmatch(text, *line)))
    found = (
        one for entry in entries if entry["value"][-1:] == '"' for one in _scalar(text, entry, toml=True)
    )
    return FrontMatter(text, end, tuple(found))


def _yaml(text: str, lines: list[Span]) -> Iterator[Scalar]:
    """Yield the values, those that go on in lines further in, too."""
    number = 0
    while number < len(lines):
        start, end = lines[number]
        number += 1
        entry = _ENTRY["---"].match(text, start, end)
        if not entry or not entry["value"]:
            continue
        first = number
        while number < len(lines) and _indent(text, *lines[number]) > len(entry["indent"]):
            number += 1
        further = lines[first:number]
        if block := _BLOCK.fullmatch(entry["value"]):
            yield from _block(text, entry, further, literal="|" in block[0].partition("#")[0])
        elif further:
            yield from _continued(text, entry, further)
        else:
            yield from _scalar(text, entry, toml=False)


def _block(text: str, entry: re.Match[str], lines: list[Span], *, literal: bool) -> Iterator[Scalar]:
    """Yield the paragraphs of a block scalar; where line breaks count, each line, unless it was wrapped at a width."""
    paragraphs: list[list[Line]] = []
    spans: list[list[Span]] = []
    for start, end in lines:
        indent = _indent(text, start, end)
        gap = text[spans[-1][-1][1] : start] if spans else ""
        if not spans or len(_BREAK.findall(gap)) > 1 or indent != paragraphs[-1][-1].column:
            paragraphs.append([])
            spans.append([])
        inner = start + indent, start + len(text[start:end].rstrip())
        paragraphs[-1].append(Line(indent, text[slice(*inner)]))
        spans[-1].append(inner)
    for measured, paragraph in zip(paragraphs, spans, strict=True):
        whole = not literal or wrapping(measured) == "sure"
        for group in [paragraph] if whole else [[line] for line in paragraph]:
            if group[0][0] < group[-1][1]:
                yield _of_lines(entry, group, "block")


def _continued(text: str, entry: re.Match[str], lines: list[Span]) -> Iterator[Scalar]:
    """Yield a value that goes on in the next lines, if no comment and no blank line is between them."""
    start, end = entry.start("value"), lines[-1][1]
    found = scalar(text, start, end, toml=False)
    if not found or len(_BREAK.findall(text[start:end])) > len(lines):
        return
    (start, end), style = found
    if style == "plain" and ("#" in text[start:end] or end < lines[-1][0]):
        return
    inner = [(max(start, line[0]), min(end, line[1])) for line in (entry.span("value"), *lines)]
    trimmed = [
        (a + len(text[a:b]) - len(text[a:b].lstrip()), b - len(text[a:b]) + len(text[a:b].rstrip()))
        for a, b in inner
    ]
    if all(a < b for a, b in trimmed) and not any(text[b - 1] == "\\" for _, b in trimmed):
        yield _of_lines(entry, trimmed, style)


def _of_lines(entry: re.Match[str], lines: list[Span], style: Style) -> Scalar:
    span = lines[0][0], lines[-1][1]
    return Scalar(_key(entry), span, style, not entry["indent"], tuple(lines))


def _toml(text: str, lines: list[Span]) -> Iterator[Scalar]:
    """Yield the values that stand on one line; what is in multi-line strings is left out."""
    quotes = ""
    for start, end in lines:
        if quotes:
            quotes = "" if text.find(quotes, start, end) >= 0 else quotes
            continue
        entry = _ENTRY["+++"].match(text, start, end)
        if not entry:
            continue
        value = entry["value"]
        if value.startswith(('"""', "'''")):
            quotes = "" if value.find(value[:3], 3) >= 0 else value[:3]
        else:
            yield from _scalar(text, entry, toml=True)


def _scalar(text: str, entry: re.Match[str], *, toml: bool) -> Iterator[Scalar]:
    found = scalar(text, *entry.span("value"), toml=toml)
    if found and found[0][0] < found[0][1]:
        yield Scalar(_key(entry), *found, not entry["indent"])


def _key(entry: re.Match[str]) -> str:
    return entry["key"].strip("\"' ").lower()


def _indent(text: str, start: int, end: int) -> int:
    """Give the number of blanks at the start of a line."""
    return end - start - len(text[start:end].lstrip(" \t"))
