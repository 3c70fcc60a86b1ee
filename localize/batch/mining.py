"""The sentences of an article with what the glossary knows in them: where candidates for new concepts are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize import segmentation
from localize.glossary import abbreviations
from localize.glossary.corpus.sighting import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Document
    from localize.glossary import Glossary
    from localize.glossary.corpus.statistics import Sightings


def sentences(document: Document, language: str, glossary: Glossary, known: Sightings) -> Iterator[Sentence]:
    """Yield the sentences of an article.

    Args:
        document: The article.
        language: Of the article, a BCP 47 tag.
        glossary: Its abbreviations end no sentence.
        known: Finds what the glossary has something to say about, which is no candidate any more.
    """
    short = abbreviations(glossary, language)
    for unit in document.units:
        if not unit.translate:
            continue
        for segment in segmentation.segment(unit, language, abbreviations=short):
            text = segment.source.plain
            hits, _ = known.find(text)
            yield Sentence(document.path, text, tuple(sorted({span for span, _ in hits})))
