"""YAML files of strings: read and write.

Known are those of Rails, whose one outer key is the language, and plain ones, nested or not. Comments, layout, order,
quotes and anchors stay as they are; a plain scalar gets quotes where its translation needs them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.document import Document
from localize.errors import FormatError
from localize.formats.resources.marks import Marks
from localize.formats.resources.moreforms import Form, added, completed, completed_message, form, without
from localize.formats.resources.pieces import pieces
from localize.formats.resources.selection import EVERYTHING, Selection
from localize.formats.resources.tongue import like, of_path, tag
from localize.formats.resources.values import changed
from localize.formats.resources.yamlscan import Scalar, scalars
from localize.formats.resources.yamlspelling import double, spell
from localize.formats.scalars import needs_quotes
from localize.formats.units import Found, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Text, Unit


def read(text: str, path: str, *, keys: Selection = EVERYTHING) -> Document:
    """Find the strings of a YAML file that people read.

    Args:
        text: Of the file.
        path: May name the language (``en.yml``).
        keys: Which strings are read by people.

    Returns:
        Units of the kind string, named by the keys that lead to them.

    Raises:
        FormatError: It is not YAML.
    """
    found = tuple(scalars(text, path=path))
    root = _root(found)
    skip = 1 if root else 0
    units = numbered(_units(text, found, keys, skip), path=path)
    return Document(path, "yaml", text, units, (root and tag(root.string.plain)) or of_path(path))


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated; an outer key that names the language gets the new one."""
    if all(targets.get(unit.id, unit.source) == unit.source for unit in document.units):
        return document.text
    found = tuple(scalars(document.text, path=document.path))
    source = document.language or ""
    values = {
        place: completed_message(value, source, language)
        for place, value in _values(found, document.units, targets).items()
    }
    root = _root(found)
    if root:
        values[root.span[0]] = like(root.string.plain, language)
    quoted: set[int] = set()
    for _ in range(2):
        written = _spliced(document.text, found, values, quoted)
        wrong = _wrong(written, found, values, document.path)
        if not wrong:
            return completed(written, _forms(written, document), source, language, comma=False)
        quoted |= wrong
    raise FormatError("cannot be written so that it reads as translated", path=document.path)


def _forms(written: str, document: Document) -> Iterator[Form]:
    """Yield the translated strings whose keys say that they are forms of plurals: ``one`` and ``other`` below one key."""
    if not any(unit.id.partition("#")[0].endswith(".other") for unit in document.units):
        return
    key: Scalar | None = None
    for scalar in scalars(written, path=document.path):
        one = key and scalar.text and not scalar.key and form(scalar.path, key.span, scalar.span)
        if one and one.group[-1] == "":
            yield one
        key = scalar if scalar.key else None


def beside(document: Document, written: Document) -> Document:
    """Give a translation that was read again the units that it has in common with its source: no forms of plurals more."""
    sources = {
        _place(one, document): one.string for one in scalars(document.text, path=document.path) if not one.key
    }
    more = [
        span
        for one in scalars(written.text, path=written.path)
        if not one.key
        for span in added(one.string, sources.get(_place(one, written)))
    ]
    return without(written, more)


def _place(scalar: Scalar, document: Document) -> tuple[str | int, ...]:
    """Give the keys that lead to a scalar, without one that names the language."""
    outer = scalar.path[:1]
    named = (
        outer
        and isinstance(outer[0], str)
        and document.language is not None
        and tag(outer[0]) == document.language
    )
    return scalar.path[1:] if named else scalar.path


def _root(found: Sequence[Scalar]) -> Scalar | None:
    """Give the one outer key, if it names a language."""
    outer = [one for one in found if one.key and len(one.path) == 1]
    if len(outer) == 1 and all(one.path and one.path[0] == outer[0].path[0] for one in found):
        nested = any(len(one.path) > 1 for one in found)
        return outer[0] if nested and tag(outer[0].string.plain) else None
    return None


def _units(text: str, found: Sequence[Scalar], wanted: Selection, skip: int) -> Iterator[Found]:
    marks = Marks()
    for scalar in found:
        if scalar.key or not scalar.text or not wanted.takes(scalar.path[skip:]):
            continue
        name = ".".join(str(key) for key in scalar.path[skip:])
        for start, end, source in pieces(text, scalar.string, marks):
            span = scalar.string.places[start], scalar.string.places[end]
            yield Found(span, source, "string", "", name)


def _values(found: Sequence[Scalar], units: Sequence[Unit], targets: Mapping[str, Text]) -> dict[int, str]:
    """Give the new values of scalars that change, by the place at which they begin."""
    values: dict[int, str] = {}
    waiting = list(reversed(units))
    for scalar in found:
        own: list[Unit] = []
        while waiting and waiting[-1].span[0] < scalar.span[1]:
            own.append(waiting.pop())
        if any(targets.get(unit.id, unit.source) != unit.source for unit in own):
            values[scalar.span[0]] = changed(scalar.string, own, targets)
    return values


def _spliced(text: str, found: Sequence[Scalar], values: Mapping[int, str], quoted: set[int]) -> str:
    parts: list[str] = []
    done = 0
    for scalar in found:
        start = scalar.span[0]
        if start not in values or (scalar.key and start < done):
            continue
        value = values[start]
        end = scalar.string.places[-1] if scalar.style in {"|", ">"} else scalar.span[1]
        if start in quoted:
            new = double(value) + (re.search(r"[\r\n]*\Z", text[start:end]) or [""])[0]
        elif scalar.key and not scalar.style:
            new = double(value) if needs_quotes(value) else value
        else:
            new = spell(text, scalar, value)
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))


def _wrong(written: str, found: Sequence[Scalar], values: Mapping[int, str], path: str) -> set[int]:
    """Read what was written; name the scalars that do not say what they have to."""
    try:
        again = tuple(scalars(written, path=path))
    except FormatError:
        return set(values)
    if len(again) != len(found):
        return set(values)
    expected = [values.get(one.span[0], one.string.plain) for one in found]
    return {
        old.span[0]
        for old, new, value in zip(found, again, expected, strict=True)
        if old.span[0] in values and (new.string.plain != value or new.text != (old.text or old.key))
    }
