"""What is found in articles: sentences, and candidates for concepts with the places where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from localize.document import Span
    from localize.glossary.concepts import Kind

_CONTEXTS = 3
_AROUND = 60


class Sentence(NamedTuple):
    """A sentence of an article, with the places that the glossary has something to say about."""

    path: str
    text: str
    known: tuple[Span, ...] = ()


@dataclass(slots=True)
class Candidate:
    """Something that could become a concept.

    Attributes:
        text: As articles write it.
        kind: What it looks like.
        count: How often it occurs, short forms of names included.
        score: C-value of terms; the count of others.
        files: Articles it occurs in.
        places: Up to three sentences and where it stands in them.
    """

    text: str
    kind: Kind
    count: int = 0
    score: float = 0.0
    files: set[str] = field(default_factory=set)
    places: list[tuple[str, Span]] = field(default_factory=list)

    def seen(self, sentence: Sentence, span: Span) -> None:
        """Count an occurrence."""
        self.count += 1
        self.files.add(sentence.path)
        if len(self.places) < _CONTEXTS and sentence.text not in {text for text, _ in self.places}:
            self.places.append((sentence.text, span))

    def add(self, other: Candidate) -> None:
        """Count the occurrences of another form."""
        self.count += other.count
        self.files |= other.files
        self.places += other.places[: max(0, _CONTEXTS - len(self.places))]

    @property
    def contexts(self) -> tuple[str, ...]:
        """Give the sentences, cut down to some words on each side."""
        return tuple(_context(text, span) for text, span in self.places)


def _context(text: str, span: Span) -> str:
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    cut = text[start:end]
    if start:
        cut = "…" + cut.partition(" ")[2]
    if end < len(text):
        cut = cut.rpartition(" ")[0] + "…"
    return " ".join(cut.split())
