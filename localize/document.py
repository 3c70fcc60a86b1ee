"""Words of the field as data: text with inline codes, units, documents, segments, translations, findings.

The names are those of XLIFF 2 (unit, segment, code, state) and TMX. Everything is frozen. Offsets are half-open
and count code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.glossary.concepts import TermVerdict

CodeKind = Literal["open", "close", "empty", "literal"]
Severity = Literal["error", "warning", "note"]
State = Literal["initial", "translated", "reviewed", "final"]
Span = tuple[int, int]
Alignment = tuple[tuple[Span, Span], ...]
"""Pairs of (source span, target span), sorted by target span; several pairs may share a source span."""


@dataclass(frozen=True, slots=True)
class Code:
    """Inline markup that rides beside plain text (XLIFF ``sc``, ``ec``, ``ph``).

    Attributes:
        at: Offset in ``Text.plain`` at which the markup stands, 0 to ``len(plain)``.
        markup: The characters of the file, verbatim.
        kind: ``open`` and ``close`` enclose text and share an ``id``; ``empty`` stands alone between characters
            (a line break, a footnote mark); ``literal`` spells ``plain[at:at + length]`` another way (``&amp;`` for
            ``&``, a backslash escape for its character, a newline with its quote prefix for one space).
        id: Number of the pair within the unit; unique over pairs and single codes.
        length: Code points of plain text that a ``literal`` stands for; 0 for the other kinds.
        translate: False on an ``open`` code whose content must come through unchanged (a code span, an autolink).
    """

    at: int
    markup: str
    kind: CodeKind
    id: int = 0
    length: int = 0
    translate: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text with its inline codes, in the order in which they stand in the file.

    ``codes`` is sorted by ``at``; codes at one offset keep file order.
    """

    plain: str
    codes: tuple[Code, ...] = ()

    def render(self) -> str:
        """Write the text as it stands in the file: plain characters with every code's markup in its place."""
        parts: list[str] = []
        done = 0
        for code in self.codes:
            parts += (self.plain[done : code.at], code.markup)
            done = max(done, code.at) + code.length
        parts.append(self.plain[done:])
        return "".join(parts)

    def slice(self, start: int, end: int) -> Text:
        """Cut out ``plain[start:end]`` with its codes.

        At a cut, the codes up to the last closing one there belong to the left part and all others to the right
        part, so that the parts of any division, rendered one after the other, are the whole. A cut never falls
        inside a ``literal``'s span. Offset 0 and ``len(plain)`` take every code that stands there.
        """
        first = self._cut(start) if start > 0 else 0
        last = self._cut(end) if end < len(self.plain) else len(self.codes)
        codes = (
            Code(c.at - start, c.markup, c.kind, c.id, c.length, c.translate) for c in self.codes[first:last]
        )
        return Text(self.plain[start:end], tuple(codes))

    def _cut(self, offset: int) -> int:
        """Count the codes that belong to the left of a cut."""
        index = bisect_left(self.codes, offset, key=lambda code: code.at)
        here = bisect_right(self.codes, offset, key=lambda code: code.at)
        while here > index and self.codes[here - 1].kind != "close":
            here -= 1
        return here

    def protected(self) -> Iterator[Span]:
        """Yield the spans that codes with ``translate=False`` enclose, in order."""
        opened: dict[int, int] = {}
        for code in self.codes:
            if code.kind == "open" and not code.translate:
                opened[code.id] = code.at
            elif code.kind == "close" and code.id in opened:
                yield opened.pop(code.id), code.at


@dataclass(frozen=True, slots=True)
class Unit:
    """One block of an article: paragraph, heading, list item, table cell.

    Attributes:
        id: Stable within the document: same file, same ids.
        span: Place in ``Document.text``. ``source.render()`` equals that part of the text.
        source: What a translator sees.
        kind: What the block is; checks and enforcement treat headings otherwise than paragraphs.
        note: For the translator; goes into exchange files.
        translate: False for blocks that are shown but not translated.
    """

    id: str
    span: Span
    source: Text
    kind: str = "paragraph"
    note: str = ""
    translate: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """An article: decoded text, the units in it, and the skeleton between them, which is copied as it is.

    Attributes:
        path: Where it came from, relative or absolute as the user gave it; used in messages and reports.
        format: Name in ``formats.FORMATS``.
        text: The decoded file. A byte order mark and every newline stay as they are. Of an archive, its texts one
            after the other.
        units: Sorted by span, disjoint; but an attribute of a tag in a sentence (``alt``, ``title``) is a unit within the
            markup of one of that sentence's codes, and comes after it.
        language: BCP 47 tag that the file itself declares, or that the run has settled on; None while unknown.
        encoding: Python codec with which the bytes were decoded and will be encoded again.
        package: The whole file, if it is an archive of texts; else empty. Nobody sees lines in such a file, so the
            line of a place is the number of its unit, and the column counts the unit's plain text.
    """

    path: str
    format: str
    text: str
    units: tuple[Unit, ...]
    language: str | None = None
    encoding: str = "utf-8"
    package: bytes = field(default=b"", repr=False)

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column, both from 1, of an offset in ``text``. CRLF, CR and LF each end one line."""
        before = self.text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        return line, len(before) - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of a unit. The gaps and segments of a unit, joined, are the unit.

    Attributes:
        unit: The unit it is part of.
        index: Number within the unit, from 0.
        span: Place in ``unit.source.plain``, tight: no white space at either end.
        source: ``unit.source.slice(*span)``.
    """

    unit: Unit
    index: int
    span: Span
    source: Text

    @property
    def id(self) -> str:
        """Name the segment uniquely and stably within its document: the unit's id and the number in it."""
        return f"{self.unit.id}/{self.index}"


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine gives back for one segment.

    Attributes:
        text: The translation, plain.
        alignment: Which part of the source each part of ``text`` renders; empty when the engine cannot tell.
        score: Mean log-probability a token (natural logarithm), or None.
    """

    text: str
    alignment: Alignment = ()
    score: float | None = None


class Score(NamedTuple):
    """How likely an engine finds a given translation.

    Attributes:
        total: Sum of the log-probabilities (natural logarithm) of its tokens, end of sentence included.
        tokens: How many there are.
        places: Log-probability of each token that stands somewhere in the translation; empty when nobody asked.
    """

    total: float
    tokens: int
    places: tuple[tuple[Span, float], ...] = ()

    @property
    def mean(self) -> float:
        """Log-probability a token; minus infinity without tokens."""
        return self.total / self.tokens if self.tokens else float("-inf")


@dataclass(frozen=True, slots=True)
class Translation:
    """A segment with its target.

    Attributes:
        target: Translated text with its codes.
        state: How far it has come (XLIFF 2 ``state``).
        origin: Signature of what made it: engine, model, memory.
        terms: One verdict for every glossary match in the segment, in order of the source.
        names: Verdicts on names that the engine had damaged.
        unknown: Words of the source that the engine says it does not know.
        kept: Why the source stands in the place of a translation; empty: it does not.
        guessed: Codes of the source whose place in the target is an estimate.
    """

    segment: Segment
    target: Text
    state: State = "translated"
    origin: str = ""
    terms: tuple[TermVerdict, ...] = field(default=())
    names: tuple[TermVerdict, ...] = field(default=())
    unknown: tuple[str, ...] = ()
    kept: str = ""
    guessed: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check holds against a translation or a file.

    Attributes:
        check: Name in ``checks.CHECKS``.
        severity: ``error`` fails a run by default.
        message: What is wrong, with the words concerned.
        segment: The segment concerned, or None for a finding about the whole document.
        span: Place in the segment's source (plain), when there is one.
    """

    check: str
    severity: Severity
    message: str
    segment: Segment | None = None
    span: Span | None = None
