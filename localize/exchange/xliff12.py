"""XLIFF 1.2, for tools that do not read version 2: a unit a block of the article, its sentences marked in it.

Specification: OASIS XLIFF 1.2 (2008).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from localize import __version__
from localize.document import State
from localize.exchange.grouping import Part, units
from localize.exchange.nesting import content, lonely
from localize.exchange.remarks import Remark, approved, findings, remarks
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import Finding, Translation, Unit
    from localize.exchange.bitext import Offer
    from localize.exchange.nesting import Event
    from localize.exchange.rows import FileResult

BETWEEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in ``equiv-text`` of a ``g`` for what is between the markup of its two ends."""

_STATES = {
    "initial": "needs-review-translation",
    "translated": "translated",
    "reviewed": "translated",
    "final": "final",
}
_DATATYPES = {"text": "plaintext", "html": "html"}


def export(result: FileResult) -> str:
    """Write the translations of a file as XLIFF 1.2.

    A unit of several sentences has them marked in ``seg-source`` and ``target``, numbered as the segments are; it is
    approved when all of them are, and has the state of the least. Markup stands as ``g``, ``bx``, ``ex`` and ``x``, with
    its characters as equivalent text. What XML cannot hold is left out. Same result, same text.
    """
    found = findings(result)
    kind = result.document.format
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">',
        (
            f'<file original="{escaped(result.document.path)}" source-language="{escaped(result.document.language or "und")}" '
            f'target-language="{escaped(result.language)}" datatype="{_DATATYPES.get(kind, f"x-{kind}")}" tool-id="localize">'
        ),
        f'<header><tool tool-id="localize" tool-name="localize" tool-version="{escaped(__version__)}"/></header>',
        "<body>",
    ]
    for unit, parts in units(result):
        lines += _unit(unit, parts, found, result.offers)
    return "\n".join((*lines, "</body>", "</file>", "</xliff>", ""))


def _unit(
    unit: Unit,
    parts: Sequence[Part],
    found: Mapping[str, Sequence[Finding]],
    offers: Mapping[str, Sequence[Offer]],
) -> Iterator[str]:
    translations = [part.translation for part in parts if part.translation]
    several = len(translations) > 1
    name = "" if several else f' resname="{escaped(translations[0].segment.id)}"'
    done = "yes" if all(map(approved, translations)) else "no"
    yield f'<trans-unit id="{escaped(unit.id)}"{name} approved="{done}" xml:space="preserve">'
    yield f"  <source>{_joined(parts, target=False, marked=False)}</source>"
    if several:
        yield f"  <seg-source>{_joined(parts, target=False, marked=True)}</seg-source>"
    target = _joined(parts, target=True, marked=several)
    yield f'  <target state="{_STATES[_least(translations)]}"{_qualifier(translations)}>{target}</target>'
    if unit.note:
        yield _note(Remark("unit", unit.note), "")
    for one in translations:
        place = f"{one.segment.index}: " if several else ""
        for remark in remarks(one, found.get(one.segment.id, ())):
            yield _note(remark, place)
        for offer in offers.get(one.segment.id, ()):
            yield _candidate(offer, f' mid="{one.segment.index}"' if several else "")
    yield "</trans-unit>"


def _joined(parts: Sequence[Part], *, target: bool, marked: bool) -> str:
    texts = [part.target if target else part.source for part in parts]
    codes = _Codes(lonely(texts))
    pieces: list[str] = []
    for part, inner in zip(parts, texts, strict=True):
        text = content(inner, codes)
        if part.translation and marked:
            text = f'<mrk mtype="seg" mid="{part.translation.segment.index}">{text}</mrk>'
        pieces.append(text)
    return "".join(pieces)


def _least(translations: Sequence[Translation]) -> State:
    order: Sequence[State] = get_args(State)
    return min((one.state for one in translations), key=order.index)


def _qualifier(translations: Sequence[Translation]) -> str:
    """Say where the target came from, if all of it came from one place."""
    kinds = {_origin(one.origin) for one in translations}
    return f' state-qualifier="{kinds.pop()}"' if len(kinds) == 1 else ""


def _origin(origin: str) -> str:
    name, _, score = origin.partition(" ")
    if name != "memory" or not score.isdecimal():
        return "leveraged-mt"
    return "fuzzy-match" if int(score) < 100 else "exact-match"


def _note(remark: Remark, place: str) -> str:
    about, text = escaped(remark.about), escaped(place + remark.text)
    return f'  <note from="{about}" priority="{remark.priority}">{text}</note>'


def _candidate(offer: Offer, place: str) -> str:
    origin = f"memory {offer.document}".strip()
    source, target = (content(text, _Codes(lonely([text]))) for text in (offer.source, offer.target))
    return (
        f'  <alt-trans{place} match-quality="{offer.similarity}" origin="{escaped(origin)}">'
        f"<source>{source}</source><target>{target}</target></alt-trans>"
    )


class _Codes:
    """The inline elements of XLIFF 1.2 that stand for markup; for half of a pair, the one that holds it."""

    def __init__(self, alone: frozenset[str]) -> None:
        self._alone = alone

    def characters(self, text: str) -> str:
        return escaped(text)

    def tag(self, event: Event, other: Event | None) -> str:
        if event.code is None:
            mark = '<mrk mtype="protected">' if event.kind == "open" else "</mrk>"
            return mark if other else ""
        markup = event.code.markup
        if event.kind == "empty":
            return f'<x id="{event.key}" equiv-text="{_attribute(markup)}"/>'
        if other and other.code:
            both = _attribute(markup + BETWEEN + other.code.markup)
            return "</g>" if event.kind == "close" else f'<g id="{event.key}" equiv-text="{both}">'
        if event.key in self._alone:
            return f'<it id="{event.key}" pos="{event.kind}">{escaped(markup)}</it>'
        name, end = ("bx", "") if event.kind == "open" else ("ex", "e")
        return f'<{name} id="{event.key}{end}" rid="{event.key}" equiv-text="{_attribute(markup)}"/>'


def _attribute(markup: str) -> str:
    """Write an attribute's value; without references, a parser would make spaces of line ends and tabs."""
    return escaped(markup).replace("\n", "&#10;").replace("\t", "&#9;")
