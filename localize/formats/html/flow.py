"""Divide a page into runs of text and inline markup between the tags of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from localize.formats.html.attributes import phrases
from localize.formats.html.elements import BLOCK, ISLANDS
from localize.formats.html.scopes import Scopes
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from localize.document import Span
    from localize.formats.html.attributes import Attribute
    from localize.formats.html.marks import Mark, Page
    from localize.formats.html.scopes import Scope


class Piece(NamedTuple):
    """A mark in a run.

    Attributes:
        start: Where it begins; that of ``mark``.
        end: Where it ends; an island goes on to the end of its element.
        protects: It opens an element whose content must come through unchanged.
        island: It is a whole element.
    """

    start: int
    end: int
    mark: Mark
    protects: bool = False
    island: bool = False


class Run(NamedTuple):
    """What stands between two block tags; or, without pieces, the value of an attribute."""

    span: Span
    kind: str
    pieces: Sequence[Piece] = ()


class Flow:
    """Walks over a page once and collects its runs.

    Args:
        page: The page.
        language: BCP 47 tag of the language, base only, that most of it is in; what is in another is left out.
            Empty: all counts.
    """

    def __init__(self, page: Page, language: str) -> None:
        self._page = page
        self._language = language
        self._scopes = Scopes(page)
        self._pieces: list[Piece] = []
        self._kind = "paragraph"
        self._depth = 0
        self._outer: list[tuple[list[Piece], str, int, Mark, int]] = []
        self._found: list[Run] = []

    def runs(self, marks: Iterable[Mark]) -> Iterator[Run]:
        """Yield the runs in order; one in an island or a tag of another comes right after it."""
        for mark in marks:
            if mark.kind == "start":
                self._start(mark)
            elif mark.kind == "end":
                self._end(mark)
            else:
                self._add(mark)
            if self._found and not self._pieces and not self._outer:
                yield from self._taken()
        while self._outer:
            self._leave(len(self._page.text))
        self._flush()
        yield from self._taken()

    @property
    def meant(self) -> bool:
        """Tell whether text at the place that was reached is to be translated."""
        return self._meant(self._scopes.now)

    def part(self) -> None:
        """End the run that is being collected."""
        self._flush()

    def _taken(self) -> Iterator[Run]:
        found, self._found = self._found, []
        yield from sorted(found, key=lambda run: (run.span[0], -run.span[1]))

    def _meant(self, scope: Scope) -> bool:
        """Tell whether text in an element is to be translated."""
        return scope.translate and (
            not (self._language and scope.language) or base(scope.language.lower()) == self._language
        )

    def _start(self, mark: Mark) -> None:
        if mark.name in BLOCK:
            self._flush()
            scope, given = self._scopes.start(mark)
            self._leave_closed(mark.start)
            self._phrases(mark, scope, given)
            return
        before = self._meant(self._scopes.now)
        depth = self._scopes.depth
        scope, given = self._scopes.start(mark)
        self._phrases(mark, scope, given)
        opened = self._scopes.depth > depth
        if mark.name == "tspan" and not given.keys().isdisjoint(("x", "y", "dy")):  # a line of its own
            self._flush()
        if mark.name in ISLANDS and opened:
            self._outer.append((self._pieces, self._kind, self._depth, mark, depth))
            self._pieces = []
        elif self._pieces or before:
            # On a page that does not say its language, words that do are in another.
            foreign = not self._language and ("lang" in given or "xml:lang" in given) and scope.language
            protects = opened and (not self._meant(scope) or bool(foreign))
            self._push(Piece(mark.start, mark.end, mark, protects), depth)

    def _end(self, mark: Mark) -> None:
        if mark.name in BLOCK:
            self._flush()
            self._scopes.end(mark.name)
            self._leave_closed(mark.start)
            return
        closes = self._outer and self._outer[-1][3].name == mark.name
        if closes:
            self._flush()
        self._scopes.end(mark.name)
        if self._outer and self._scopes.depth <= self._outer[-1][4]:
            self._leave(mark.end if closes else mark.start)
            if closes:
                return
        if self._pieces and self._scopes.depth < self._depth and not self._meant(self._scopes.now):
            self._flush()
        elif self._pieces or self._meant(self._scopes.now):
            self._push(Piece(mark.start, mark.end, mark), self._scopes.depth)

    def _add(self, mark: Mark) -> None:
        if self._pieces or self._meant(self._scopes.now):
            self._push(Piece(mark.start, mark.end, mark), self._scopes.depth)

    def _push(self, piece: Piece, depth: int) -> None:
        if not self._pieces:
            self._kind, self._depth = self._scopes.now.kind, depth
        self._pieces.append(piece)

    def _leave_closed(self, place: int) -> None:
        """Leave the islands that a block tag has closed."""
        while self._outer and self._scopes.depth <= self._outer[-1][4]:
            self._leave(place)
            self._flush()

    def _leave(self, place: int) -> None:
        """Go on with what is around an island."""
        self._flush()
        self._pieces, self._kind, self._depth, mark, depth = self._outer.pop()
        if self._pieces or self._meant(self._scopes.now):
            self._push(Piece(mark.start, place, mark, island=True), depth)

    def _flush(self) -> None:
        if self._pieces:
            span = self._pieces[0].start, self._pieces[-1].end
            self._found.append(Run(span, self._kind, tuple(self._pieces)))
            self._pieces = []

    def _phrases(self, mark: Mark, scope: Scope, given: Mapping[str, Attribute]) -> None:
        if self._meant(scope._replace(translate=scope.attributes)):
            self._found += [Run(span, kind) for span, kind in phrases(mark.name, given)]
