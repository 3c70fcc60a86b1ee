"""A text of a segment as HTML: its terms, the places of findings, and its inline codes."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from localize.exchange.review.elements import join, tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.document import Span, Text
    from localize.exchange.review.elements import Html

_LONGEST_CODE = 24
_NEWLINES = re.compile(r"[\r\n]+")


class Mark(NamedTuple):
    """A stretch of a text to be marked.

    Attributes:
        span: In the plain text.
        kind: Class of the element: a verdict, or ``finding`` with its severity.
        title: What the mark means.
        term: Number of the term in its segment, from 1; 0 for a finding.
    """

    span: Span
    kind: str
    title: str
    term: int = 0


def marked(text: Text, marks: Sequence[Mark]) -> Html:
    """Write a text with marks, which may overlap, and with codes at their places.

    A mark that a code or another mark cuts is several elements with one number. Codes that only spell characters are
    left out.
    """
    codes = [code for code in text.codes if code.kind != "literal"]
    cuts = {0, len(text.plain), *(code.at for code in codes)}
    cuts |= {place for mark in marks for place in mark.span if 0 <= place <= len(text.plain)}
    places = sorted(cuts)
    shown = {at: [_code(code.markup) for code in own] for at, own in groupby(codes, key=lambda code: code.at)}
    return join(*_pieces(text.plain, places, marks, shown))


def _pieces(
    plain: str, places: Sequence[int], marks: Sequence[Mark], shown: dict[int, list[Html]]
) -> Iterator[str | list[Html]]:
    """Yield codes and stretches between neighbouring places, each with the marks that hold there."""
    waiting = sorted(marks, key=lambda mark: mark.span[0])[::-1]
    here: list[Mark] = []
    for place, end in pairwise(places):
        yield shown.get(place, [])
        while waiting and waiting[-1].span[0] <= place:
            here.append(waiting.pop())
        here = [mark for mark in here if end <= mark.span[1]]
        yield _marked(plain[place:end], here) if here else plain[place:end]
    yield shown.get(places[-1], [])


def _marked(part: str, marks: Sequence[Mark]) -> Html:
    term = next((mark.term for mark in marks if mark.term), 0)
    return tag(
        "mark",
        part,
        class_=" ".join(dict.fromkeys(mark.kind for mark in marks)),
        title="\n".join(dict.fromkeys(mark.title for mark in marks)),
        data_term=str(term or ""),
    )


def _code(markup: str) -> Html:
    short = _NEWLINES.sub("⏎", markup).strip(" \t") or markup
    short = short if len(short) <= _LONGEST_CODE else f"{short[: _LONGEST_CODE - 1]}…"
    return tag("code", short, title="" if short == markup else markup, translate="no", dir="ltr")
