"""The elements that are open at a place, as far as they tell what is to be translated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.html.attributes import attributes
from localize.formats.html.elements import (
    BLOCK,
    CLOSED_BY,
    DRAWN,
    ISLANDS,
    KINDS,
    LISTS,
    UNTRANSLATED,
    VOID,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from localize.formats.html.attributes import Attribute
    from localize.formats.html.marks import Mark, Page

_REACH = 100
"""Open elements that a tag looks through for the one that it ends; bounds the time on junk."""


class Scope(NamedTuple):
    """An open element.

    Attributes:
        language: What ``lang`` says here, as it stands in the file.
        translate: Its content is to be translated, as far as ``translate`` and the element say.
        kind: Of the units in it.
        raw: Nothing in it can be prose.
        attributes: Its own attributes are to be translated.
        drawn: It is part of a drawing in which some elements hold words.
    """

    name: str
    language: str = ""
    translate: bool = True
    kind: str = "paragraph"
    raw: bool = False
    attributes: bool = True
    drawn: bool = False


class Scopes:
    """The stack of open elements of a page; end tags that are missing or wrong are made up for."""

    def __init__(self, page: Page, root: Scope | None = None) -> None:
        self._page = page
        self._stack = [root or Scope("")]
        self._blocks: list[int] = [0]
        self._open: Counter[str] = Counter()

    @property
    def now(self) -> Scope:
        """The innermost open element."""
        return self._stack[-1]

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def start(self, mark: Mark) -> tuple[Scope, Mapping[str, Attribute]]:
        """Open an element; one without content is not left open.

        Returns:
            What holds for it and in it, and its attributes.
        """
        name = mark.name
        if name in BLOCK:
            self._end_others(name)
        given = attributes(self._page, mark)
        scope = _scope(name, given, self.now)
        if name not in VOID and not (self._page.xml and mark.alone):
            if name in BLOCK or name in ISLANDS:
                self._blocks.append(len(self._stack))
            self._stack.append(scope)
            self._open[name] += 1
        return scope, given

    def end(self, name: str) -> None:
        """Close an element and all that is open in it; an end tag without element has no effect."""
        if not self._open[name]:
            return
        last = 0 if name in BLOCK or name in ISLANDS else max(self._blocks[-1], len(self._stack) - _REACH)
        for place in range(len(self._stack) - 1, last, -1):
            if self._stack[place].name == name:
                self._cut(place)
                return

    def _end_others(self, name: str) -> None:
        """Close what the start of a block closes."""
        if self.now.name == "p" or self._stack[self._blocks[-1]].name == "p":
            self._cut(self._blocks[-1])
        wanted = CLOSED_BY.get(name)
        if not wanted:
            return
        cut = 0
        for place in reversed(self._blocks[-_REACH:]):
            if self._stack[place].name in wanted:
                cut = place
            elif self._stack[place].name in LISTS:
                break
        if cut:
            self._cut(cut)

    def _cut(self, place: int) -> None:
        """Take elements off the stack."""
        while len(self._stack) > max(place, 1):
            self._open[self._stack.pop().name] -= 1
        while self._blocks[-1] >= len(self._stack):
            self._blocks.pop()


def _scope(name: str, given: Mapping[str, Attribute], parent: Scope) -> Scope:
    """Tell what holds in an element."""
    language = given.get("lang") or given.get("xml:lang")
    said = given["translate"].value.strip().lower() if "translate" in given else None
    classes = given["class"].value.split() if "class" in given else ()
    own = parent.translate or (parent.drawn and name in DRAWN)
    translate = own and name not in UNTRANSLATED
    drawn = (name == "svg" and own) or (parent.drawn and not own)
    if said in {"yes", ""}:
        own = translate = True
    elif said == "no" or "notranslate" in classes or "skiptranslate" in classes:
        own = translate = drawn = False
    raw = parent.raw or (name in ISLANDS and name in UNTRANSLATED and name != "svg")
    return Scope(
        name,
        language.value.strip() if language else parent.language,
        translate and not raw,
        KINDS.get(name, parent.kind),
        raw,
        own and not parent.raw,
        drawn and not raw,
    )
