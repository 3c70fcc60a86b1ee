"""PO files of gettext: read and write. What is untranslated is filled in and marked fuzzy; all else stays."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from localize.alignment import Edit, apply_edits
from localize.document import Document
from localize.errors import FormatError
from localize.formats import decoding
from localize.formats.resources import plurals
from localize.formats.resources.marks import Marks
from localize.formats.resources.pieces import pieces
from localize.formats.resources.poheader import header_fields, with_fields
from localize.formats.resources.poscan import Entry, entries, quoted, unescaped
from localize.formats.resources.tongue import tag
from localize.formats.resources.values import changed
from localize.formats.units import Found, numbered
from localize.languages import base, name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from localize.document import Text, Unit

_HEADER = re.compile(
    rb'^[ \t]*msgid[ \t]*""[ \t]*[\r\n]\s*msgstr[ \t]*((?:"(?:[^"\\\r\n]|\\.)*"\s*)+)', re.MULTILINE
)
_COMMENTS = re.compile(rb"((?:#.*\n|\s)+)")
"""At the head of a file that has no header."""
_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_FORMATS = {
    **dict.fromkeys(
        ["c", "objc", "python", "perl", "php", "awk", "tcl", "lua", "object-pascal", "kde", "java-printf", "go"], "printf"
    ),
    "qt": "qt", "qt-plural": "qt", "boost": "boost", "sh": "shell", "lisp": "lisp", "scheme": "lisp", "elisp": "printf",
    "gcc-internal": "gcc", "gfc-internal": "gcc",
}  # fmt: skip
"""Names in ``marks.EXTRA`` for the flags of gettext, without ``-format``."""


_CREDITS = frozenset(
    ["translator-credits", "translator_credits", "NAME OF TRANSLATORS", "EMAIL OF TRANSLATORS"]
)
"""Messages of GNOME, and contexts of KDE, for which translators give their names."""


def decode(data: bytes, *, path: str) -> tuple[str, str]:
    """Turn bytes into text in the encoding that the header names.

    Raises:
        FormatError: They are not in that encoding, or it is none that we know.
    """
    lines = data.replace(b"\r", b"\n")
    header = _HEADER.search(lines) or _COMMENTS.match(lines)
    found = _CHARSET.search(unescaped(header[1].decode("latin-1"))) if header else None
    said = found[1] if found else ""
    try:
        codec = codecs.lookup(said).name if said and said.upper() != "CHARSET" else "utf-8"
        known = len("a".encode(codec)) == 1
    except (LookupError, TypeError, ValueError):
        known = False
    if not known:
        raise FormatError(
            f"its header names the encoding '{said[:40]}', which cannot be read", path=path, line=1
        )
    if codec in {"utf-8", "ascii"} or data.startswith(codecs.BOM_UTF8):
        return decoding.decode(data, path=path)
    try:
        text = data.decode(codec)
    except (UnicodeError, ValueError) as error:
        raise FormatError(
            f"is not {said}, as its header says", path=path, hint="msgconv -t UTF-8 converts it"
        ) from error
    if text.encode(codec, "replace") != data:
        raise FormatError(
            f"is {said} that cannot be written again", path=path, hint="msgconv -t UTF-8 converts it"
        )
    return text, codec


def read(text: str, path: str) -> Document:
    """Find the entries of a PO file that have no translation.

    Returns:
        Units of the kind string: of an entry with plural forms one for the singular and one for the plural. The language
        is the one that the header names as ``X-Source-Language``, else English, as gettext has it.

    Raises:
        FormatError: It is no PO file.
    """
    found = tuple(entries(text, path=path))
    units = numbered(_units(text, found), path=path)
    return Document(path, "po", text, units, tag(header_fields(found).get("X-Source-Language", "")) or "en")


def _open(found: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield the entries that have no translation in any form; the names of translators are nothing to translate."""
    for entry in found:
        context = entry.fields.get("msgctxt")
        if entry.source in _CREDITS or (context and context.string.plain in _CREDITS):
            continue
        if entry.source and not any(entry.fields[name].string.plain for name in entry.targets):
            yield entry


def _units(text: str, found: tuple[Entry, ...]) -> Iterator[Found]:
    for entry in _open(found):
        marks = Marks(tuple(dict.fromkeys(_extra(entry))))
        for keyword in ("msgid", "msgid_plural"):
            if keyword not in entry.fields:
                continue
            string = entry.fields[keyword].string
            for start, end, source in pieces(text, string, marks, messages=False):
                span = string.places[start], string.places[end]
                yield Found(span, source, "string", entry.notes(), _name(entry, keyword))


def _extra(entry: Entry) -> Iterator[str]:
    for flag in entry.flags:
        kind = flag.removesuffix("-format")
        if kind != flag and kind in _FORMATS:
            yield _FORMATS[kind]


def _name(entry: Entry, keyword: str) -> str:
    """Name a message by what it is, since its place changes with every extraction."""
    context = entry.fields.get("msgctxt")
    whole = f"{context.string.plain if context else ''}\x04{entry.source}\x04{keyword}"
    return f"m{blake2b(whole.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated into ``msgstr``, and ``Language`` and ``Plural-Forms`` in the header.

    Raises:
        FormatError: The header names another language.
    """
    if all(targets.get(unit.id, unit.source) == unit.source for unit in document.units):
        return document.text
    found = tuple(entries(document.text, path=document.path))
    fields = header_fields(found)
    said = tag(fields.get("Language", "").partition("@")[0])
    if said and base(said) not in {base(language), base(document.language or "en")}:
        raise FormatError(
            f"is a file of translations into {name(said)} (its header says so), not into {name(language)}",
            path=document.path,
            line=1,
            hint="translate the template (.pot), or the file of that language",
        )
    rule = plurals.parsed(fields.get("Plural-Forms", ""))
    if rule is None or (said and base(said) != base(language)):
        rule = plurals.of(language)
    newline = "\r\n" if "\r\n" in document.text else "\n"
    edits = with_fields(document.text, found, language, rule, newline=newline, encoding=document.encoding)
    own: dict[int, list[Unit]] = defaultdict(list)
    starts = [entry.start for entry in found]
    for unit in document.units:
        own[_before(starts, unit.span[0])].append(unit)
    for entry in _open(found):
        if any(targets.get(unit.id, unit.source) != unit.source for unit in own[entry.start]):
            edits += _filled(entry, own[entry.start], targets, rule, newline)
    return apply_edits(
        document.text, sorted(edits, key=lambda edit: edit[:2])
    )  # a header stays before what is there


def _before(starts: list[int], place: int) -> int:
    return starts[bisect_right(starts, place) - 1]


def _filled(
    entry: Entry, units: list[Unit], targets: Mapping[str, Text], rule: plurals.Rule, newline: str
) -> Iterator[Edit]:
    """Yield what has to be put where, so that an entry has a translation that is marked fuzzy."""
    values = {
        keyword: changed(
            part.string, [unit for unit in units if part.span[0] < unit.span[0] < part.span[1]], targets
        )
        for keyword, part in entry.fields.items()
        if keyword in {"msgid", "msgid_plural"}
    }
    wrapped = entry.fields["msgid"].lines > 1
    yield _fuzzy(entry, newline)
    if "msgid_plural" not in entry.fields:
        part = entry.fields[entry.targets[0]]
        yield Edit(*part.span, quoted(values["msgid"], newline, wrapped=wrapped))
        return
    singular = rule.singular()
    first, last = entry.fields[entry.targets[0]], entry.fields[entry.targets[-1]]
    lines = []
    for number in range(rule.forms):
        value = values["msgid" if number == singular else "msgid_plural"]
        lines.append(f"msgstr[{number}] {quoted(value, newline, wrapped=wrapped)}")
    yield Edit(first.start, last.span[1], newline.join(lines))


def _fuzzy(entry: Entry, newline: str) -> Edit:
    if "fuzzy" in entry.flags:
        return Edit(entry.start, entry.start, "")
    flags = next((place for place, line in entry.comments if line.startswith("#,")), None)
    if flags is not None:
        return Edit(flags + 2, flags + 2, " fuzzy,")
    previous = next((place for place, line in entry.comments if line.startswith("#|")), entry.start)
    return Edit(previous, previous, f"#, fuzzy{newline}")


def beside(document: Document, written: Document) -> Document:
    """Give a file that was filled in, read again, the units of its template, each with its translation for a source.

    Where there is none, programs show the source, and so does this.
    """
    found = tuple(entries(written.text, path=written.path))
    rule = plurals.parsed(header_fields(found).get("Plural-Forms", "")) or plurals.Rule(2, "n != 1")
    units = {unit.id: unit for unit in numbered(_translated(written.text, found, rule), path=written.path)}
    return replace(written, units=tuple(units.get(unit.id, unit) for unit in document.units))


def _translated(text: str, found: tuple[Entry, ...], rule: plurals.Rule) -> Iterator[Found]:
    """Yield the texts of all translations; of plural forms, that for one and the last."""
    for entry in found:
        marks = Marks(tuple(dict.fromkeys(_extra(entry))))
        fields = {"msgid": entry.targets[0]}
        if "msgid_plural" in entry.fields:
            fields = {"msgid": f"msgstr[{rule.singular() or 0}]", "msgid_plural": entry.targets[-1]}
        for keyword, name_ in fields.items():
            if name_ in entry.fields and entry.source:
                string = entry.fields[name_].string
                for start, end, source in pieces(text, string, marks, messages=False):
                    span = string.places[start], string.places[end]
                    yield Found(span, source, "string", "", _name(entry, keyword))
