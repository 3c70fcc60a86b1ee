"""Front matter of Markdown files, spliced by position: YAML between ``---``, TOML between ``+++``, or JSON in braces."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from localize.document import Text
from localize.formats.scalars import Scalar, scalar
from localize.formats.units import Found, is_prose
from localize.languages import LanguageTagError, normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from localize.document import Span

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


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the first block.

    Attributes:
        text: The whole document.
        end: Where the blocks begin; after the byte order mark if there is no front matter.
        scalars: Values on one line, in order.
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
    """Yield the values that stand on one line; those that go on in lines further in are left out."""
    inside = -1
    for number, (start, end) in enumerate(lines):
        indent = _indent(text, start, end)
        if 0 <= inside < indent:
            continue
        inside = -1
        entry = _ENTRY["---"].match(text, start, end)
        if not entry or not entry["value"]:
            continue
        goes_on = number + 1 < len(lines) and _indent(text, *lines[number + 1]) > len(entry["indent"])
        if goes_on or _BLOCK.fullmatch(entry["value"]):
            inside = indent
        else:
            yield from _scalar(text, entry, toml=False)


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
        yield Scalar(entry["key"].strip("\"' ").lower(), *found, not entry["indent"])


def _indent(text: str, start: int, end: int) -> int:
    """Give the number of blanks at the start of a line."""
    return end - start - len(text[start:end].lstrip(" \t"))
