"""The ways to make an engine use a term that are compared; each takes rows and gives one output a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize import segmentation
from localize.alignment import Edit, apply_edits
from localize.document import Document, Text, Unit
from localize.drafting import Drafter, Source
from localize.engines import SteerableEngine, load
from localize.languages import Pair
from localize.pipeline import Localizer
from tests.evaluation.finding import hits, occurrences, places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from localize.document import Alignment, Translation
    from localize.glossary import Glossary
    from tests.evaluation.rows import Row, Wanted

ALONE = "engine alone"
OURS = "localize"
PAIR = Pair("en", "pt")
_TOKEN = "XQ{}"
"""A stand-in that the shipped model leaves alone in all carriers that were tried; the placeholder method's best case."""


class Bench:
    """The shipped engine, and what it makes of rows by each method. What the engine alone makes is kept."""

    def __init__(self, pair: Pair = PAIR) -> None:
        engine = load("argos", {})
        assert isinstance(engine, SteerableEngine)
        self.engine = engine
        self.pair = pair
        self.origin = engine.origin(pair)
        self._drafter = Drafter(engine, pair)
        self._drafts: dict[str, str] = {}

    def alone(self, sources: Sequence[str]) -> list[str]:
        """Translate sentences without any glossary or repair."""
        new = [source for source in dict.fromkeys(sources) if source not in self._drafts]
        drafts = self._drafter.draft([Source(source) for source in new])
        self._drafts |= {source: draft.text for source, draft in zip(new, drafts, strict=True)}
        return [self._drafts[source] for source in sources]

    def substitution(self, rows: Sequence[Row], *, violated: bool) -> list[str]:
        """Write the target terms into the sources, and translate those."""
        return self._rewritten(rows, lambda _i, term: term.lemma, violated=violated)

    def placeholder(self, rows: Sequence[Row], *, violated: bool) -> list[str]:
        """Let stand-ins ride through in place of the terms, and put the target terms in their place."""
        outputs = self._rewritten(rows, lambda i, _term: _TOKEN.format(i + 1), violated=violated)
        result = []
        for text, row in zip(outputs, rows, strict=True):
            edits = [
                Edit(*place, term.lemma)
                for i, (_, term) in enumerate(occurrences(row.source, row.terms))
                for place in places(text, [_TOKEN.format(i + 1)], exact=True)
            ]
            result.append(apply_edits(text, sorted(edits)))
        return result

    def localize(self, documents: Sequence[Document], glossary: Glossary) -> list[tuple[Translation, ...]]:
        """Translate documents the way the project does."""
        found = Localizer(self.engine, glossary).translate(documents, self.pair.target)
        return [result.translations for result in found]

    def align(self, sources: Sequence[str], targets: Sequence[str]) -> list[Alignment]:
        """Align outputs of any method with their sources."""
        return self.engine.align(sources, targets, self.pair)

    def _rewritten(
        self, rows: Sequence[Row], write: Callable[[int, Wanted], str], *, violated: bool
    ) -> list[str]:
        """Translate sources in which terms were replaced: all, or those that the engine alone violates."""
        sources = []
        for row, draft in zip(rows, self.alone([row.source for row in rows]), strict=True):
            spots = occurrences(row.source, row.terms)
            held = hits(draft, [term for _, term in spots])
            edits = [
                Edit(*span, write(i, term) + _possessive(row.source[slice(*span)]))
                for i, (span, term) in enumerate(spots)
                if not (violated and held[i])
            ]
            sources.append(apply_edits(row.source, edits))
        return self.alone(sources)


METHODS: dict[str, Callable[[Bench, Sequence[Row]], list[str]]] = {
    ALONE: lambda bench, rows: bench.alone([row.source for row in rows]),
    "source substitution, all terms": lambda bench, rows: bench.substitution(rows, violated=False),
    "source substitution, violated": lambda bench, rows: bench.substitution(rows, violated=True),
    "placeholder, all terms": lambda bench, rows: bench.placeholder(rows, violated=False),
    "placeholder, violated": lambda bench, rows: bench.placeholder(rows, violated=True),
}
"""What localize is compared with."""


def sentence(identity: str, source: str, language: str = PAIR.source) -> Document:
    """Make an article of one sentence."""
    return Document(identity, "text", source, (Unit("1", (0, len(source)), Text(source)),), language)


def written(translations: Sequence[Translation]) -> str:
    """Join the targets of an article's segments."""
    return " ".join(translation.target.plain for translation in translations)


def sentences(document: Document) -> list[str]:
    """Split an article into its sentences, without help from a glossary."""
    return [
        segment.source.plain for unit in document.units for segment in segmentation.segment(unit, PAIR.source)
    ]


def _possessive(words: str) -> str:
    return words[-2:] if words.endswith(("'s", "’s")) else words[-1] if words.endswith(("'", "’")) else ""
