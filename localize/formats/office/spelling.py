"""Write a translation in the markup of an office file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from localize.formats.office.pieces import Mark
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.document import Text
    from localize.formats.office.atoms import Run
    from localize.formats.office.pieces import Piece

_BLANKS = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*")


class Dialect(Protocol):
    """How a format spells runs, in the language of a translation.

    Attributes:
        apart: What stands alone has a run of its own.
    """

    apart: bool

    def opening(self, run: Run) -> str:
        """Begin a run of a look."""
        ...

    def text(self, characters: str, run: Run) -> str:
        """Spell characters within a run."""
        ...

    def head(self, markup: str) -> str:
        """Give the head of a paragraph that is translated."""
        ...


def spell(piece: Piece, target: Text, dialect: Dialect, markup: Callable[[int, int], str]) -> str:
    """Give what to write in the place of a unit, always well-formed, whatever codes the target has lost or moved.

    Args:
        piece: The unit.
        target: Its translation.
        dialect: Of the format.
        markup: Gives what is to stand for a stretch of the document's text; it may have been edited.
    """
    if piece.base is None:
        return escaped(_BLANKS.sub(" ", target.plain))
    items = _items(piece, piece.base, target)
    _strip_breaks(items)
    writer = _Writer(dialect, markup)
    if piece.before:
        writer.out.append(piece.before.closing)
    for item in items:
        if isinstance(item, Mark):
            writer.emit(item)
        elif item.text:
            writer.write(item)
    writer.switch(None)
    if piece.after:
        writer.out.append(dialect.opening(piece.after))
    return "".join(writer.out)


@dataclass(slots=True)
class _Words:
    text: str
    run: Run


def _items(piece: Piece, base: Run, target: Text) -> list[_Words | Mark]:
    """List what a target says, its pairs balanced; codes that the source does not have are left out."""
    items: list[_Words | Mark] = [_Words(piece.lead, base)]
    stack: list[tuple[int, Run]] = [(0, base)]
    seen: set[tuple[str, int]] = set()
    done = 0

    def close(number: int) -> None:
        while stack[-1][0] != number:
            close(stack[-1][0])
        stack.pop()
        items.append(piece.marks["close", number])

    for code in target.codes:
        key = code.kind, code.id
        mark = piece.marks.get(key)
        if mark is None or key in seen:
            continue
        seen.add(key)
        if code.kind == "close" and code.id not in {number for number, _ in stack}:
            continue
        items.append(_Words(_BLANKS.sub(" ", target.plain[done : code.at]), stack[-1][1]))
        done = max(done, code.at)
        if code.kind == "close":
            close(code.id)
            continue
        items.append(mark)
        if code.kind == "open":
            stack.append((code.id, mark.base or stack[-1][1]))
    items.append(_Words(_BLANKS.sub(" ", target.plain[done:]), stack[-1][1]))
    if len(stack) > 1:
        close(stack[1][0])
    items.append(_Words(piece.trail, base))
    return items


def _strip_breaks(items: Sequence[_Words | Mark]) -> None:
    """Take away spaces on both sides of tabs and line breaks."""
    for order in (1, -1):
        after = False
        for item in items[::order]:
            if isinstance(item, Mark):
                after = (item.atom is not None and item.atom.kind in {"break", "tab"}) or after
            elif after:
                item.text = item.text.lstrip(" ") if order > 0 else item.text.rstrip(" ")
                after = not item.text


class _Writer:
    """Keeps track of the run that is open."""

    def __init__(self, dialect: Dialect, markup: Callable[[int, int], str]) -> None:
        self.out: list[str] = []
        self._dialect = dialect
        self._markup = markup
        self._run: Run | None = None
        self._words: list[str] = []

    def write(self, words: _Words) -> None:
        """Write characters."""
        self.switch(words.run)
        self._words.append(words.text)

    def emit(self, mark: Mark) -> None:
        """Write the markup of a code."""
        if mark.atom is None:
            return
        atom = mark.atom
        apart = self._dialect.apart and atom.kind not in {"break", "tab"}
        if apart:
            self.switch(None)
        self.switch(atom.run if atom.within else None)
        self._flush()
        self.out.append(self._markup(atom.start, atom.end))
        if atom.within:
            self._run = atom.run if atom.before is atom.after else atom.after
        if apart:
            self.switch(None)

    def switch(self, run: Run | None) -> None:
        """See to it that a run of a look is open, or none."""
        if self._run is not None and run is not None and self._run.opening == run.opening:
            return
        self._flush()
        if self._run is not None:
            self.out.append(self._run.closing)
        if run is not None:
            self.out.append(self._dialect.opening(run))
        self._run = run

    def _flush(self) -> None:
        if self._words and self._run is not None:
            self.out.append(self._dialect.text("".join(self._words), self._run))
            self._words.clear()
