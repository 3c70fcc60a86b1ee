"""XLIFF files, 1.2 and 2: read and write. Segments without a translation get one, marked as to be reviewed."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from localize.alignment import Edit, apply_edits
from localize.document import Document
from localize.errors import FormatError
from localize.formats import xml
from localize.formats.resources.marks import Marks
from localize.formats.resources.pieces import pieces
from localize.formats.resources.strings import spell
from localize.formats.resources.tongue import tag
from localize.formats.resources.values import codes
from localize.formats.resources.xliffscan import Holder, Scanned, scan
from localize.formats.units import Found, numbered
from localize.languages import base, name
from localize.xmltext import escaped, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from localize.document import Text, Unit
    from localize.formats.resources.xlifflayout import Content

_OPEN_STATES = frozenset({"", "initial", "new", "needs-translation", "needs-l10n"})
_MARKS = Marks(entities=False)
_QUOTING = re.compile("'[{}#']")
_CDATA = re.compile(r"\s*<!\[CDATA\[(?:[^\]]|\](?!\]>))*+\]\]>\s*")
_UNSEEN = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_ELEMENT = re.compile(r"</?[^\s<>/!?].*>", re.DOTALL)


def decode(data: bytes, *, path: str) -> tuple[str, str]:
    """Decode by byte order mark or declaration, as ``xml.decode``."""
    return xml.decode(data, path=path)


def read(text: str, path: str) -> Document:
    """Find the segments that have no translation: no target, an empty one, or the source again in a state that says so.

    Returns:
        Units of the kind string, named by the ids of the file; inline elements are codes.

    Raises:
        FormatError: It is no XLIFF.
    """
    scanned = scan(text, path=path)
    units = numbered(_units(text, scanned), path=path)
    return Document(path, "xliff", text, units, tag(_languages(scanned)[0]))


def _languages(scanned: Scanned) -> tuple[str, str]:
    said = scanned.attributes
    if not scanned.newer:
        said = scanned.files[0][1] if scanned.files else {}
        return said.get("source-language", ""), said.get("target-language", "")
    return said.get("srcLang", ""), said.get("trgLang", "")


def _open(text: str, holder: Holder) -> bool:
    """Tell whether a holder waits for a translation."""
    if not holder.segments or not all(one.translate for one in holder.segments):
        return False
    if holder.target is None:
        return True
    written = text[holder.target_tag[1] : holder.target[1]]
    inner = re.sub(r"<[^<>]*>|\s", "", written)
    if not inner and not any(one.target and one.target.codes for one in holder.segments):
        return True
    same = all(one.target and one.target.string.plain == one.source.string.plain for one in holder.segments)
    state = holder.segments[0].state
    return same and state in _OPEN_STATES and bool(state)


def _units(text: str, scanned: Scanned) -> Iterator[Found]:
    for holder in scanned.holders:
        if _open(text, holder):
            yield from _found(text, holder, target=False)


def _found(text: str, holder: Holder, *, target: bool) -> Iterator[Found]:
    for segment in holder.segments:
        content = segment.target if target else segment.source
        if content is None:
            continue
        label = "/".join(filter(None, segment.names))
        for start, end, source in _pieces(text, content):
            span = content.string.places[start], content.string.places[end]
            yield Found(span, source, "string", segment.notes, label)


def _pieces(text: str, content: Content) -> Iterator[tuple[int, int, Text]]:
    quoting = _QUOTING.search(content.string.plain) is not None  # programs do not agree on what that is
    messages = False if quoting else None
    for piece in pieces(text, content.string, _MARKS, messages=messages, known=content.codes):
        yield piece.start, piece.end, piece.source


def write(document: Document, targets: Mapping[str, Text], language: str) -> str:
    """Write a document with its units translated into targets, and the target language where it is not named.

    A new target has the state ``translated`` in version 2, ``needs-review-translation`` in 1.2.

    Raises:
        FormatError: The file is for another language.
    """
    if all(targets.get(unit.id, unit.source) == unit.source for unit in document.units):
        return document.text
    text, scanned = document.text, scan(document.text, path=document.path)
    said = tag(_languages(scanned)[1])
    if said and base(said) not in {base(language), base(document.language or "und")}:
        raise FormatError(
            f"is a file of translations into {name(said)} (it says so), not into {name(language)}",
            path=document.path,
            line=document.position(scanned.root[0])[0],
            hint="translate the file of that language",
        )
    edits = list(_declared(text, scanned, said, language))
    waiting = list(reversed(document.units))
    for holder in scanned.holders:
        own: list[Unit] = []
        while waiting and waiting[-1].span[0] < holder.source[1]:
            own.append(waiting.pop())
        if any(targets.get(unit.id, unit.source) != unit.source for unit in own):
            edits += _filled(document, holder, own, targets, newer=scanned.newer)
    return apply_edits(text, sorted(edits))


def _declared(text: str, scanned: Scanned, said: str | None, language: str) -> Iterator[Edit]:
    """Name the target language, unless it is named already."""
    if said and base(said) == base(language):
        return
    spans = [scanned.root] if scanned.newer else [span for span, _ in scanned.files]
    key = "trgLang" if scanned.newer else "target-language"
    for start, end in spans:
        yield Edit(start, end, xml.with_attributes(text[start:end], {key: language}))


def _filled(
    document: Document, holder: Holder, units: Sequence[Unit], targets: Mapping[str, Text], *, newer: bool
) -> Iterator[Edit]:
    """Yield the edits that give a holder a target."""
    text = document.text
    parts: list[str] = []
    done = holder.content[0]
    for segment in holder.segments:
        start, end = segment.source.span
        own = [unit for unit in units if start <= unit.span[0] < end]
        parts += (text[done:start], _content(document, segment.source, own, targets))
        done = end
    content = "".join((*parts, text[done : holder.content[1]]))
    prefix = _prefix(text[holder.source[0] : holder.source[1]])
    tag_ = text[slice(*holder.target_tag)] if holder.target else f"<{prefix}target>"
    tag_ = re.sub(r"\s*/>\Z", ">", tag_)
    if newer:
        start, end = holder.tag
        start_tag = re.sub(r"""\s+subState\s*=\s*("[^"]*"|'[^']*')""", "", text[start:end])
        yield Edit(start, end, xml.with_attributes(start_tag, {"state": "translated"}))
    else:
        state = {"state": "needs-review-translation", "state-qualifier": "leveraged-mt"}
        tag_ = xml.with_attributes(tag_, state)
    written = f"{tag_}{content}</{prefix}target>"
    if holder.target:
        yield Edit(*holder.target, written)
    else:
        yield Edit(holder.source[1], holder.source[1], _indentation(text, holder.source[0]) + written)


def _content(document: Document, content: Content, units: Sequence[Unit], targets: Mapping[str, Text]) -> str:
    """Write what is inside an element with the targets of its units; what is between them stays.

    Comments do not stay, nor does a CDATA section, since a unit may have half of one, unless all is in one.
    """
    text, string = document.text, content.string
    write: Callable[[str], str] = _Writer(document.encoding)
    section = not content.codes and _CDATA.fullmatch(text, *content.span) is not None
    if section and all(_fits(one.plain, document.encoding) for one in targets.values()):
        write = _in_section
    plain = "<!" in text[slice(*content.span)] or "<?" in text[slice(*content.span)]

    def raw(start: int, end: int) -> str:
        return text[string.places[start] : string.places[end]]

    def rebuilt(start: int, end: int) -> str:
        each = range(start, end)
        return "".join(_element(raw(at, at + 1)) or write(string.plain[at]) for at in each)

    copied = rebuilt if plain else raw
    parts: list[str] = []
    done = 0
    for unit in units:
        start, end = (bisect_left(string.places, place) for place in unit.span)
        target = targets.get(unit.id, unit.source)
        reads = {key: rebuilt(*span) for key, span in codes(string, unit).items()}
        new = copied(start, end) if target == unit.source else spell(target, write, reads)
        parts += (copied(done, start), new)
        done = end
    written = "".join((*parts, copied(done, len(string.plain))))
    return f"<![CDATA[{written}]]>" if write is _in_section else written


def _in_section(plain: str) -> str:
    """Write plain characters as they stand in a CDATA section."""
    return printable(plain).replace("]]>", "]]]]><![CDATA[>")


def _fits(plain: str, codec: str) -> bool:
    """Tell whether an encoding has all characters of a text; in a CDATA section there are no references."""
    return printable(plain).encode(codec, "ignore").decode(codec) == printable(plain)


def _element(raw: str) -> str:
    """Give an inline element without comments around it; empty if it is none."""
    found = _ELEMENT.search(_UNSEEN.sub("", raw))
    return found[0] if found else ""


class _Writer:
    """Writes plain characters as XML; those that the file's encoding lacks become references."""

    def __init__(self, codec: str) -> None:
        self._codec = codec

    def __call__(self, plain: str) -> str:
        return (
            escaped(plain).replace("&quot;", '"').encode(self._codec, "xmlcharrefreplace").decode(self._codec)
        )


def _prefix(element: str) -> str:
    found = re.match(r"<((?:[^\s<>/:]+:)?)", element)
    return found[1] if found else ""


def _indentation(text: str, start: int) -> str:
    """Give the white space that parts an element from what stands before it."""
    before = text[:start]
    return before[len(before.rstrip()) :]


def beside(document: Document, written: Document) -> Document:
    """Give a file that was filled in, read again, the units of its source, each with its translation for a source.

    Where there is none, the source stands for it.
    """
    scanned = scan(written.text, path=written.path)
    found = (one for holder in scanned.holders for one in _found(written.text, holder, target=True))
    units = {unit.id: unit for unit in numbered(found, path=written.path)}
    return replace(written, units=tuple(units.get(unit.id, unit) for unit in document.units))
