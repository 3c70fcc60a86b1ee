"""XLIFF 2.1: a unit with its segments, states, notes, glossary entries and translation candidates.

Specification: OASIS XLIFF 2.1 (2018); modules Glossary (5.2) and Translation Candidates (5.1).
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from localize.exchange.grouping import Part, units
from localize.exchange.nesting import content, lonely
from localize.exchange.remarks import Remark, findings, remarks
from localize.xmltext import escaped, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Finding, Span, Unit
    from localize.exchange.bitext import Offer
    from localize.exchange.nesting import Event
    from localize.exchange.rows import FileResult

_HEAD = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" '
    'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1"'
)
_NO_NAME = re.compile(r"[^A-Za-z0-9.\-_]|_(?=x)")


def export(result: FileResult) -> str:
    """Write the translations of a file as XLIFF 2.1.

    A unit is a block of the article, named as it is named there; its segments are ``s0``, ``s1`` and so on, so that a
    name stays as long as the article does. Markup is kept as original data. Same result, same text.
    """
    found = findings(result)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'{_HEAD} srcLang="{escaped(result.document.language or "und")}" trgLang="{escaped(result.language)}" '
            'xml:space="preserve">'
        ),
        f'<file id="f1" original="{escaped(result.document.path)}">',
    ]
    for unit, parts in units(result):
        lines += _Unit(unit, parts).lines(found, result.offers)
    if not result.translations:  # a file needs a unit
        lines.append('<unit id="none" translate="no"><segment><source></source></segment></unit>')
    return "\n".join((*lines, "</file>", "</xliff>", ""))


class _Unit:
    """One unit, being written."""

    def __init__(self, unit: Unit, parts: Sequence[Part]) -> None:
        self._unit = unit
        self._parts = parts
        self._data = _Data()
        self._marks = map("m{}".format, count(1))
        self._glossary: list[str] = []

    def lines(
        self, found: Mapping[str, Sequence[Finding]], offers: Mapping[str, Sequence[Offer]]
    ) -> Iterator[str]:
        segments = list(self._segments())
        identity = _NO_NAME.sub(lambda bad: f"_x{ord(bad.group()):x}_", self._unit.id)
        yield f'<unit id="{identity}" name="{escaped(self._unit.id)}">'
        candidates = [line for part in self._parts for line in _candidates(part, offers)]
        if candidates:
            yield from ("<mtc:matches>", *candidates, "</mtc:matches>")
        if self._glossary:
            yield from ("<gls:glossary>", *self._glossary, "</gls:glossary>")
        notes = [Remark("unit", self._unit.note)] if self._unit.note else []
        notes += self._remarks(found)
        if notes:
            yield from ("<notes>", *map(_note, notes), "</notes>")
        yield from self._data.lines()
        yield from (*segments, "</unit>")

    def _segments(self) -> Iterator[str]:
        sources = _Codes(self._data, lonely([part.source for part in self._parts]))
        targets = _Codes(self._data, lonely([part.target for part in self._parts]))
        for part in self._parts:
            if part.translation is None:
                yield f"<ignorable><source>{content(part.source, sources)}</source></ignorable>"
                continue
            yield f'<segment id="{part.name}" state="{part.translation.state}">'
            yield f"  <source>{content(part.source, sources, self._terms(part))}</source>"
            yield f"  <target>{content(part.target, targets)}</target>"
            yield "</segment>"

    def _terms(self, part: Part) -> dict[str, Span]:
        """Mark the terms of a segment, and make their glossary entries."""
        spans: dict[str, Span] = {}
        for verdict in part.translation.terms if part.translation else ():
            match, mark = verdict.match, next(self._marks)
            spans[mark] = match.span
            definition = match.concept.definition
            self._glossary += (
                f'<gls:glossEntry id="g{mark[1:]}" ref="#{mark}">',
                f"  <gls:term>{escaped(match.source.text)}</gls:term>",
                f"  <gls:translation>{escaped(match.target.text)}</gls:translation>",
                *([f"  <gls:definition>{escaped(definition)}</gls:definition>"] if definition else []),
                "</gls:glossEntry>",
            )
        return spans

    def _remarks(self, found: Mapping[str, Sequence[Finding]]) -> Iterator[Remark]:
        segments = [part for part in self._parts if part.translation]
        for part in segments:
            assert part.translation
            for one in remarks(part.translation, found.get(part.translation.segment.id, ())):
                place = f"{part.name}: " if len(segments) > 1 else ""
                yield Remark(one.about, f"{place}{one.text}", one.priority)


def _note(remark: Remark) -> str:
    return (
        f'<note category="{escaped(remark.about)}" priority="{remark.priority}">{escaped(remark.text)}</note>'
    )


def _candidates(part: Part, offers: Mapping[str, Sequence[Offer]]) -> Iterator[str]:
    """Write what memory has for a segment; a candidate has its own codes and data."""
    segment = part.translation.segment.id if part.translation else ""
    for number, offer in enumerate(offers.get(segment, ()), 1):
        data = _Data()
        source = content(offer.source, _Codes(data, lonely([offer.source])))
        target = content(offer.target, _Codes(data, lonely([offer.target])))
        origin = f"memory {offer.document}".strip()
        yield (
            f'<mtc:match id="{part.name}-{number}" ref="#{part.name}" type="tm" similarity="{offer.similarity}.0" '
            f'origin="{escaped(origin)}">'
        )
        yield from data.lines()
        yield from (f"  <source>{source}</source>", f"  <target>{target}</target>", "</mtc:match>")


class _Data:
    """The original data of a unit: each piece of markup once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, markup: str) -> str:
        return self._names.setdefault(markup, f"d{len(self._names) + 1}")

    def lines(self) -> Iterator[str]:
        if self._names:
            pieces = (f'  <data id="{name}">{_all(markup)}</data>' for markup, name in self._names.items())
            yield from ("<originalData>", *pieces, "</originalData>")


class _Codes:
    """The inline elements of XLIFF 2."""

    def __init__(self, data: _Data, alone: frozenset[str]) -> None:
        self._data = data
        self._alone = alone

    def characters(self, text: str) -> str:
        return _all(text)

    def tag(self, event: Event, other: Event | None) -> str:
        if event.code is None:
            return _annotation(event, other)
        if other and other.code and not event.code.markup and not other.code.markup:
            return ""  # it only protects what is in it, as the annotation in it says
        data = self._data.name(event.code.markup)
        if event.kind == "empty":
            return f'<ph id="{event.key}" dataRef="{data}"/>'
        if other and other.code:
            end = self._data.name(other.code.markup)
            start = f'<pc id="{event.key}" dataRefEnd="{end}" dataRefStart="{data}">'
            return start if event.kind == "open" else "</pc>"
        alone = ' isolated="yes"' if event.key in self._alone else ""
        if event.kind == "open":
            return f'<sc id="{event.key}" dataRef="{data}"{alone}/>'
        identity = f'id="{event.key}e"' if alone else f'startRef="{event.key}"'
        return f'<ec {identity} dataRef="{data}"{alone}/>'


def _annotation(event: Event, other: Event | None) -> str:
    about = 'translate="no"' if event.key.startswith("n") else 'type="term"'
    if event.kind == "close":
        return "</mrk>" if other else f'<em startRef="{event.key}"/>'
    return f'<{"mrk" if other else "sm"} id="{event.key}" {about}{">" if other else "/>"}'


def _all(text: str) -> str:
    """Write every character, also those that XML cannot hold."""
    if printable(text) == text:
        return escaped(text)
    return "".join(escaped(one) or f'<cp hex="{ord(one):04X}"/>' for one in text)
