"""JSON files of strings: read and write.

Known are plain ones, nested or not (i18next, react-intl, vue-i18n), Application Resource Bundles of Flutter (``@key``
describes ``key``, ``@@locale`` is the language), the messages of browser extensions (only ``message`` is shown), and
what FormatJS extracts (``defaultMessage``). Layout, order, escapes and comments stay as they are.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple

from localize.alignment import Edit, apply_edits
from localize.document import Document
from localize.formats.resources.icu import guarded, is_message
from localize.formats.resources.keyed import replaced
from localize.formats.resources.marks import Marks
from localize.formats.resources.moreforms import Form, added, completed, completed_message, form, without
from localize.formats.resources.pieces import pieces
from localize.formats.resources.scanner import Leaf, escaped, leaves
from localize.formats.resources.selection import EVERYTHING, Selection
from localize.formats.resources.tongue import like, of_path, tag
from localize.formats.units import Found, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from localize.document import Text

_ESCAPED_LETTER = re.compile(r"\\u(?!00[01])[0-9A-Fa-f]{4}")
_LOCALE = "@@locale"
_KEY = re.compile(r'("(?:[^"\\]|\\.)*")\s*:\s*\Z')
_NEAR = 2000
"""Code points before a value in which its key is looked for."""


class _Dialect(NamedTuple):
    """How a kind of file uses JSON.

    Attributes:
        name: Of the kind.
        text: Last key of what is shown; empty: every string.
        note: Key beside it that describes it.
        extra: For ``Marks``.
    """

    name: Literal["plain", "arb", "chrome", "formatjs"]
    text: str = ""
    note: str = ""
    extra: tuple[str, ...] = ()


_PLAIN = _Dialect("plain")
_ARB = _Dialect("arb")
_CHROME = _Dialect("chrome", "message", "description", ("chrome",))
_FORMATJS = _Dialect("formatjs", "defaultMessage", "description")


def read(text: str, path: str, *, keys: Selection = EVERYTHING) -> Document:
    """Find the strings of a JSON file that people read.

    Args:
        text: Of the file.
        path: May name the language (``en.json``).
        keys: Which strings are read by people, as far as the kind of file does not say.

    Returns:
        Units of the kind string, named by the keys that lead to them, with what the file says about them as note.

    Raises:
        FormatError: It is not JSON.
    """
    found = tuple(leaves(text, path=path))
    dialect = _dialect(found, path)
    units = numbered(_units(text, found, dialect, keys), path=path)
    return Document(path, "json", text, units, _language(found) or of_path(path))


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated; ``@@locale`` gets their language.

    Plurals get the forms that the language has and the source has not, as copies of ``other``.
    """
    found = tuple(leaves(document.text, path=document.path))
    if _messages(found, _dialect(found, document.path)):
        targets = {name: guarded(target) for name, target in targets.items()}
    ascii_only = document.text.isascii() and _ESCAPED_LETTER.search(document.text) is not None

    def escape(plain: str) -> str:
        return escaped(plain, ascii_only=ascii_only)

    def declare(written: str) -> str:
        return _finished(written, document, language)

    return replaced(document, targets, escape, declare)


def _finished(written: str, document: Document, language: str) -> str:
    """Declare the language in a translated text, and add the forms of plurals that it needs."""
    source, path = document.language or "", document.path
    shown = {unit.id.partition("#")[0] for unit in document.units}
    edits: list[Edit] = []
    for leaf in leaves(written, path=path):
        start, end = leaf.string.places[0], leaf.string.places[-1]
        if leaf.path == (_LOCALE,):
            edits.append(Edit(start, end, like(leaf.string.plain, language)))
        elif _name(leaf) in shown and is_message(leaf.string.plain):
            edits.append(Edit(start, end, completed_message(written[start:end], source, language)))
    written = apply_edits(written, edits)
    if not any(name.endswith("other") for name in shown):
        return written
    return completed(written, _forms(written, path, shown), source, language, comma=True)


def _forms(written: str, path: str, shown: Collection[str]) -> Iterator[Form]:
    """Yield the strings whose keys say that they are forms of plurals."""
    for leaf in leaves(written, path=path):
        start, end = leaf.string.places[0] - 1, leaf.string.places[-1] + 1
        key = _KEY.search(written, max(0, start - _NEAR), start) if _name(leaf) in shown else None
        one = form(leaf.path, key.span(1), (start, end)) if key else None
        if one:
            yield one


def beside(document: Document, written: Document) -> Document:
    """Give a translation that was read again the units that it has in common with its source: no forms of plurals more."""
    sources = {leaf.path: leaf.string for leaf in leaves(document.text, path=document.path)}
    more = [
        span
        for leaf in leaves(written.text, path=written.path)
        for span in added(leaf.string, sources.get(leaf.path))
    ]
    return without(written, more)


def _name(leaf: Leaf) -> str:
    return ".".join(str(key) for key in leaf.path)


def _dialect(found: Sequence[Leaf], path: str) -> _Dialect:
    """Tell which kind of file it is."""
    if path.lower().endswith(".arb") or any(leaf.path == (_LOCALE,) for leaf in found):
        return _ARB
    tops = {leaf.path[0] for leaf in found if leaf.path}
    for dialect in (_CHROME, _FORMATJS):
        shown = {leaf.path[0] for leaf in found if len(leaf.path) == 2 and leaf.path[1] == dialect.text}
        if shown and shown == tops and (dialect is _FORMATJS or _is_extension(found, path)):
            return dialect
    return _PLAIN


def _is_extension(found: Sequence[Leaf], path: str) -> bool:
    described = any(leaf.path[-1:] in {("description",), ("content",)} for leaf in found)
    return described or PurePath(path).name == "messages.json"


def _units(text: str, found: Sequence[Leaf], dialect: _Dialect, wanted: Selection) -> Iterator[Found]:
    notes = _notes(found, dialect)
    marks = Marks(dialect.extra)
    messages = _messages(found, dialect)
    for leaf in found:
        if not _shown(leaf, dialect, wanted):
            continue
        note = notes.get(leaf.path[:1], "")
        for start, end, source in pieces(text, leaf.string, marks, messages=messages):
            span = leaf.string.places[start], leaf.string.places[end]
            yield Found(span, source, "string", note, _name(leaf))


def _messages(found: Sequence[Leaf], dialect: _Dialect) -> bool:
    """Tell whether strings are in the message format of ICU: where one has a plural or a choice, all are."""
    return dialect is _ARB or any(is_message(leaf.string.plain) for leaf in found)


def _shown(leaf: Leaf, dialect: _Dialect, wanted: Selection) -> bool:
    """Tell whether people read a string, going by its keys."""
    if dialect.text:
        return len(leaf.path) == 2 and leaf.path[1] == dialect.text
    keys = [key for key in leaf.path if isinstance(key, str)]
    if any(key.startswith("@") for key in keys[: 1 if dialect is _ARB else 0]):
        return False
    if not wanted.patterns and keys[-1:] == ["language"] and tag(leaf.string.plain):
        return False
    return dialect is _ARB or (
        wanted.takes(leaf.path) and not (keys and keys[0].startswith(("$schema", "//")))
    )


def _notes(found: Sequence[Leaf], dialect: _Dialect) -> dict[tuple[str | int, ...], str]:
    """Collect what a file says about its strings, by the first key of each."""
    if dialect is _ARB:
        return {
            (str(leaf.path[0])[1:],): leaf.string.plain
            for leaf in found
            if len(leaf.path) == 2 and leaf.path[1] == "description" and str(leaf.path[0]).startswith("@")
        }
    return {
        leaf.path[:1]: leaf.string.plain
        for leaf in found
        if dialect.note and len(leaf.path) == 2 and leaf.path[1] == dialect.note
    }


def _language(found: Sequence[Leaf]) -> str | None:
    """Give the language that the file declares as BCP 47 tag, if it is one."""
    said = next((leaf.string.plain for leaf in found if leaf.path == (_LOCALE,)), None)
    return said and tag(said)
