"""HTML made of elements, so that no text gets into a page without being escaped."""

from __future__ import annotations

import html
import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that show nothing, or turn the direction of what follows them, or that no file can hold. They are shown by
number, so that nobody is deceived; a carriage return, too, since HTML reads it as a line feed. Joiners and the marks of
direction stay: Persian, Hindi and Hebrew need them, and they reach no further than their neighbours."""
_VOID = frozenset({"meta", "input", "br", "wbr"})


class Html(str):
    """A part of a page; a ``str`` that is none is text and is escaped."""

    __slots__ = ()


def tag(name: str, /, *content: str | Iterable[str], **attributes: str | bool) -> Html:
    """Make an element.

    Args:
        name: Of the element.
        content: Elements, texts, or several of them.
        attributes: ``class_`` for ``class``; underscores become hyphens. True is an attribute without a value; False
            and the empty string leave it out, but for ``value`` and ``alt``.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escaped(str(value))}"')
        for key, value in attributes.items()
        if value or (value == "" and key in {"value", "alt"})
    )
    if name in _VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{join(*content)}</{name}>")


def join(*content: str | Iterable[str]) -> Html:
    """Write elements and texts one after the other."""
    flat = chain.from_iterable([one] if isinstance(one, str) else one for one in content)
    return Html("".join(one if isinstance(one, Html) else _text(one) for one in flat))


def escaped(text: str) -> str:
    """Write the value of an attribute; what does not show is spelled out."""
    return html.escape(_HIDDEN.sub(lambda bad: f"[{_number(bad[0])}]", text)).replace("\n", "&#10;")


def _text(text: str) -> str:
    return "".join(_pieces(text)) if _HIDDEN.search(text) else html.escape(text, quote=False)


def _pieces(text: str) -> Iterator[str]:
    places = [place for bad in _HIDDEN.finditer(text) for place in bad.span()]
    for start, end in pairwise([0, *places, len(text)]):
        part = text[start:end]
        if _HIDDEN.fullmatch(part):
            yield tag("span", _number(part), class_="hidden-sign", title="a character that does not show")
        else:
            yield html.escape(part, quote=False)


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"
