"""Put approved translations in the places of their sentences, with a verdict for every term."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from localize import inline
from localize.document import Draft, Text, Translation
from localize.exchange.bitext import Offer, contexts
from localize.glossary import TermVerdict
from localize.glossary.repair.acceptance import accept
from localize.memory.memory import Place
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Segment
    from localize.glossary import TermMatch
    from localize.languages import Pair
    from localize.memory.memory import Hit, Memory


def recall(
    memory: Memory, segments: Sequence[Segment], pair: Pair, *, document: str, similar: int = 0
) -> list[Hit | None]:
    """Find what is approved for the segments of one document.

    Args:
        memory: What people have approved.
        segments: All of the document, in order; they are each other's context.
        pair: Language of the document and the one asked for.
        document: Its path.
        similar: Similarity in percent from which the translation of a similar sentence is used; 0: none is.
    """
    hits: list[Hit | None] = []
    for segment, around in zip(segments, contexts(segments), strict=True):
        hit = memory.find(segment, pair, Place(document, *around))
        if hit is None and similar:
            hit = next(iter(memory.similar(segment, pair, least=similar, most=1)), None)
        hits.append(hit)
    return hits


def offers(memory: Memory, segment: Segment, pair: Pair) -> tuple[Offer, ...]:
    """Give the approved translations of up to three sentences like this one, for a reviewer."""
    return tuple(
        Offer(hit.entry.source, hit.entry.target, hit.score, hit.entry.document)
        for hit in memory.similar(segment, pair)
    )


def translation(segment: Segment, matches: Sequence[TermMatch], hit: Hit, target: str) -> Translation:
    """Use an approved translation as it is: a term that it lacks is a finding, never a repair.

    Codes stand where they were approved; where the article has others, they are placed anew. Only an exact match keeps
    its state; a similar one is nothing that anybody has approved for this sentence.
    """
    text = hit.entry.target.plain if hit.target is None else hit.target.plain
    placed = inline.place(segment.source, text, ()).text
    if hit.target is not None:
        literals = (code for code in placed.codes if code.kind == "literal")
        codes = sorted((*hit.target.codes, *literals), key=lambda code: code.at)
        placed = Text(text, tuple(codes))
    found = accept(Draft(text), matches, target)
    verdicts = []
    for match, accepted in zip(matches, found, strict=True):
        if accepted.span is None or accepted.forbidden:
            reason = Message("the approved translation does not have it")
            verdicts.append(TermVerdict(match, "unresolved", reason=reason))
        else:
            words = text[slice(*accepted.span)]
            verdicts.append(TermVerdict(match, "satisfied", "memory", words, words, span=accepted.span))
    state = hit.entry.state or "reviewed"
    made = Translation(segment, placed, state, f"memory {hit.score}", tuple(verdicts))
    return replace(made, state="initial") if hit.kind == "similar" else made
