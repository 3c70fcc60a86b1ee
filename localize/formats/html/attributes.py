"""The attributes of a tag, with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.html.elements import BUTTONS, META, PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from localize.document import Span
    from localize.formats.html.marks import Mark, Page

_TAG = re.compile(r"<[^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\s>]*+)))?"""
)


class Attribute(NamedTuple):
    """The value of an attribute: what stands in the file, and where, without its quotation marks."""

    value: str
    span: Span


def attributes(page: Page, mark: Mark) -> dict[str, Attribute]:
    """Read the attributes of a start tag by their names in lower case; of two of one name the first counts."""
    found: dict[str, Attribute] = {}
    tag = _TAG.match(page.text, mark.start)
    place = tag.end() if tag else mark.end
    while (attribute := _ATTRIBUTE.match(page.shadow, place, mark.end - 1)) and attribute.end() > place:
        place = attribute.end()
        group = attribute.lastindex or 1
        span = attribute.span(group) if group > 1 else (attribute.end(), attribute.end())
        name = page.text[slice(*attribute.span(1))].lower()
        found.setdefault(name, Attribute(page.text[slice(*span)], span))
    return found


def phrases(name: str, given: Mapping[str, Attribute]) -> Iterator[tuple[Span, str]]:
    """Yield the places of the values that are prose, in order, with the kind of unit that each makes."""
    found = [(attribute.span, kind) for key, kind in PHRASES.items() if (attribute := given.get(key))]
    if name in {"option", "optgroup", "track"} and "label" in given:
        found.append((given["label"].span, "label"))
    if name == "input" and "value" in given and _said(given, "type") in BUTTONS:
        found.append((given["value"].span, "label"))
    if name == "meta" and "content" in given:
        kinds = (META.get(_said(given, key)) for key in ("name", "property", "itemprop"))
        kind = next((each for each in kinds if each), None)
        found += [(given["content"].span, kind)] if kind else []
    if name == "link":
        return
    yield from sorted(found)


def _said(given: Mapping[str, Attribute], key: str) -> str:
    return given[key].value.strip().lower() if key in given else ""
