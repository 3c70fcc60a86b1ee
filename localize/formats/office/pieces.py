"""Make units of paragraphs: parted at tabs and line breaks, looks that differ from the rest as pairs of codes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from localize.formats.office.composing import Composer
from localize.formats.syntax import spelled
from localize.formats.units import is_prose
from localize.formats.wrapping import goes_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from localize.document import CodeKind, Span, Text
    from localize.formats.office.atoms import Atom, Block, Run

_LOOK = 200
"""Code points that are looked at on either side of a line break."""
_GOOD_PART = 4
"""A look counts as that of the paragraph if it has at least this part of what the most frequent one has."""
_NEUTRAL = re.compile(r"[\w:-]+=(?:normal|none|false|0|auto)(?=[;,)])")
_REFERENCE = re.compile(r"&[^;]*;")


class Mark(NamedTuple):
    """What a code stands for.

    Attributes:
        atom: Its markup; None for the code of a look.
        base: The look of the text after an opening code, but for what other codes say.
    """

    atom: Atom | None
    base: Run | None = None


class Piece(NamedTuple):
    """A part of a paragraph that is a unit.

    Attributes:
        before: The run that is open where it begins.
        after: The run that is open where it ends.
        base: The look of most of it.
        marks: By kind and id of code.
        lead: White space in front of the text.
        trail: White space behind it.
        head: Of its paragraph.
    """

    span: Span
    source: Text
    kind: str
    before: Run | None = None
    after: Run | None = None
    base: Run | None = None
    marks: Mapping[tuple[str, int], Mark] = {}
    lead: str = ""
    trail: str = ""
    head: Span | None = None


def pieces(text: str, block: Block) -> Iterator[Piece]:
    """Yield the units of a block in order; none if there is nothing to translate."""
    if block.value:
        start, end = block.value
        source = _value(text[start:end])
        if is_prose(source):
            yield Piece(block.value, source, block.kind)
        return
    for part in _parts(block.atoms):
        atoms = _trimmed(part)
        if any(atom.kind == "text" and atom.data.strip() for atom in atoms):
            piece = _piece(text, atoms, block)
            if is_prose(piece.source):
                yield piece


def _value(raw: str) -> Text:
    composer = Composer()
    done = 0
    for reference in _REFERENCE.finditer(raw):
        composer.text(raw[done : reference.start()], raw[done : reference.start()])
        composer.text(reference[0], spelled(reference[0]) or reference[0])
        done = reference.end()
    composer.text(raw[done:], raw[done:])
    return composer.finish()


def _parts(atoms: Sequence[Atom]) -> Iterator[Sequence[Atom]]:
    """Divide a paragraph at tabs, and at line breaks unless a sentence goes on there, outside of pairs."""
    first = depth = 0
    for index, atom in enumerate(atoms):
        depth += (atom.kind == "open") - (atom.kind == "close")
        if depth or atom.kind not in {"tab", "break"}:
            continue
        if atom.kind == "break":
            before = _words(atoms, range(index - 1, first - 1, -1))
            after = _words(atoms, range(index + 1, len(atoms)))
            if goes_on(before.rstrip(), after.lstrip()):
                continue
        yield atoms[first:index]
        first = index + 1
    yield atoms[first:]


def _words(atoms: Sequence[Atom], order: range) -> str:
    """Give the text on one side of a break."""
    words = ""
    for index in order:
        if len(words) >= _LOOK or atoms[index].kind in {"tab", "break"}:
            break
        data = atoms[index].data[-_LOOK:] if order.step < 0 else atoms[index].data[:_LOOK]
        words = data + words if order.step < 0 else words + data
    return words


def _trimmed(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Leave out what stands at both ends of a part and is no text, and pairs around everything."""
    first, last = 0, len(atoms)
    while True:
        start, end = first, last
        while start < end and atoms[start].kind == "noise":
            start += 1
        while end > start and atoms[end - 1].kind == "noise":
            end -= 1
        if start >= end:
            return ()
        one, other = atoms[start], atoms[end - 1]
        if one.kind in {"single", "break", "tab"}:
            first = start + 1
        elif other.kind in {"single", "break", "tab"}:
            last = end - 1
        elif one.kind == "open" and other.kind == "close" and one.pair == other.pair and one.translate:
            first, last = start + 1, end - 1
        else:
            return atoms[first:last]


def _piece(text: str, atoms: Sequence[Atom], block: Block) -> Piece:
    bases = _bases(atoms)
    build = _Build(text, bases)
    for atom in atoms:
        build.add(atom)
    source = build.finish()
    runs = (atom.run for atom in atoms if atom.run and atom.kind == "text")
    return Piece(
        (atoms[0].start, atoms[-1].end),
        source,
        block.kind,
        atoms[0].before,
        atoms[-1].after,
        bases.get(0) or next(runs, None),
        build.marks,
        build.composer.lead,
        build.composer.trail,
        block.head,
    )


class _Build:
    """The codes of a unit in the making."""

    def __init__(self, text: str, bases: Mapping[int, Run]) -> None:
        self.composer = Composer()
        self.marks: dict[tuple[str, int], Mark] = {}
        self._text = text
        self._bases = bases
        self._containers = [0]
        self._look: tuple[Run, int] | None = None
        self._noise: list[Atom] = []

    def add(self, atom: Atom) -> None:
        """Add the next atom."""
        if atom.kind == "noise":
            self._noise.append(atom)
            return
        run = atom.run if atom.kind not in {"open", "close"} else None
        if self._look and not (run and run.look == self._look[0].look):
            self._leave()
        if not self._look and run and atom.kind == "text" and atom.data.strip():
            self._enter(run)
        self.composer.noise(self._flush())
        if atom.kind == "text":
            self.composer.text(self._text[atom.start : atom.end], atom.data)
        else:
            self._code(atom)

    def finish(self) -> Text:
        """Give the text."""
        self._leave()
        self.composer.noise(self._flush())
        return self.composer.finish()

    def _enter(self, run: Run) -> None:
        """Open a pair for a look that is not the one of most of the text around."""
        base = self._bases.get(self._containers[-1])
        if base is None or run.look != base.look:
            number = self.composer.number()
            self._look = run, number
            self.marks["open", number] = Mark(None, run)
            before, markup = self._turning(self._noise)
            del self._noise[: len(before) + len(markup)]
            self.composer.noise(self._raw(before))
            self.composer.code(self._raw(markup), "open", number, translate=run.translate)

    def _leave(self) -> None:
        """Close that pair; the ends of tags that follow its text are its closing half."""
        if not self._look:
            return
        run, number = self._look
        count = 0
        while count < len(self._noise) and (open_ := self._noise[count].before) and open_.look == run.look:
            count += 1
        before, markup = self._turning(self._noise[:count])
        del self._noise[: len(before) + len(markup)]
        self.marks["close", number] = Mark(None)
        self.composer.noise(self._raw(before))
        self.composer.code(self._raw(markup), "close", number)
        self._look = None

    def _turning(self, noise: Sequence[Atom]) -> tuple[Sequence[Atom], Sequence[Atom]]:
        """Find the last markup at which another run begins or ends, to stand for all; and what is in front of it."""
        places = [place for place, atom in enumerate(noise) if atom.before is not atom.after]
        last = places[-1] if places else 0
        return noise[:last], noise[last : last + 1]

    def _raw(self, noise: Sequence[Atom]) -> str:
        return self._text[noise[0].start : noise[-1].end] if noise else ""

    def _code(self, atom: Atom) -> None:
        number = self.composer.number(atom.pair)
        kind: CodeKind = "open" if atom.kind == "open" else "close" if atom.kind == "close" else "empty"
        base = self._bases.get(atom.pair) if kind == "open" else None
        self.marks[kind, number] = Mark(atom, base)
        self.composer.code(self._text[atom.start : atom.end], kind, number, translate=atom.translate)
        if kind == "open":
            self._containers.append(atom.pair)
        elif kind == "close":
            self._containers.pop()
        elif atom.kind in {"break", "tab"}:
            self.composer.text("", " ")

    def _flush(self) -> str:
        """Give the markup of the noise that has come by."""
        markup = self._raw(self._noise)
        self._noise = []
        return markup


def _bases(atoms: Sequence[Atom]) -> dict[int, Run]:
    """Find the look of each container's text that the others differ from: 0 is the paragraph, others are pairs.

    That is the plainest of those that have a good part of the text.
    """
    sizes: dict[int, Counter[str]] = {}
    runs: dict[tuple[int, str], Run] = {}
    containers = [0]
    for atom in atoms:
        if atom.kind == "open":
            containers.append(atom.pair)
        elif atom.kind == "close":
            containers.pop()
        elif atom.kind == "text" and atom.run and atom.run.translate:
            sizes.setdefault(containers[-1], Counter())[atom.run.look] += 1 + 2 * len(atom.data.strip())
            runs.setdefault((containers[-1], atom.run.look), atom.run)
    return {pair: runs[pair, _plainest(found)] for pair, found in sizes.items()}


def _plainest(sizes: Counter[str]) -> str:
    enough = max(sizes.values()) / _GOOD_PART
    looks = (look for look in sizes if sizes[look] >= enough)
    return min(looks, key=lambda look: (len(_NEUTRAL.sub("", look)), -sizes[look]))
