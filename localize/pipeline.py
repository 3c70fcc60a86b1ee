"""The road from documents to translated documents: read this to know the architecture.

Every stage is handed data: units are matched, split into segments, drafted, made to follow the glossary, given their
inline codes back, and checked.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from localize import conventions, inline, masking, memory, segmentation
from localize.alignment import apply_edits, edit_alignment, shift_offset
from localize.document import Draft, Text, Translation
from localize.drafting import Drafter, Source
from localize.engines import ChoosingEngine, MarkingEngine
from localize.exchange import FileResult
from localize.glossary import Enforcer, Glossary, Job, Matcher, abbreviations
from localize.guards import Checking
from localize.languages import Pair
from localize.pivots import holding_pivots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from localize.alignment import Edit
    from localize.conventions import Conventions
    from localize.document import Document, Segment, Span, Unit
    from localize.engines import Engine
    from localize.exchange.bitext import Offer
    from localize.glossary import Enforced, TermMatch
    from localize.glossary.concepts import TermVerdict
    from localize.memory import Hit, Memory


class _Sentence(NamedTuple):
    """A segment with the matches in it; their spans count in the segment's source."""

    document: int
    segment: Segment
    matches: tuple[TermMatch, ...]


_USUAL = Checking()


@dataclass(frozen=True, slots=True)
class Localizer:
    """Translate documents with an engine and a glossary.

    Attributes:
        engine: Any engine; one that can be led makes better repairs.
        glossary: May be empty.
        domains: Glossary domains of the run; empty: all.
        checking: Which checks are run, and what becomes of bad output.
        memory: What people have approved; it wins over the engine.
        similar: Similarity in percent from which the approved translation of a similar sentence is used; 0: none is.
        conventions: For which targets quotation marks, numbers and dates are written as their region does.
        offer: True: results carry approved translations of similar sentences, for reviewers.
    """

    engine: Engine
    glossary: Glossary
    domains: tuple[str, ...] = ()
    checking: Checking = _USUAL
    memory: Memory | None = None
    similar: int = 0
    conventions: Conventions = "region"
    offer: bool = False

    def translate(
        self,
        documents: Sequence[Document],
        target: str,
        *,
        advance: Callable[[int], None] = lambda _done: None,
        announce: Callable[[int], None] = lambda _total: None,
    ) -> list[FileResult]:
        """Translate documents that are all in the same language.

        Args:
            documents: With ``language`` set, the same for all.
            target: BCP 47 tag.
            advance: Told how many segments were finished since it was last called.
            announce: Told how many segments there are, before the first is translated.

        Returns:
            One result a document, in order, without ``output``.

        Raises:
            UnsupportedPairError: No model leads from the documents' language to the target.
        """
        if not documents:
            return []
        started = time.perf_counter()
        pair = Pair(documents[0].language or "und", target)
        engine = self.engine.engine_for(pair) if isinstance(self.engine, ChoosingEngine) else self.engine
        chosen = engine
        engine = holding_pivots(engine, pair, self.glossary, domains=self.domains)
        origin = engine.origin(pair)
        matcher = Matcher(self.glossary, pair.source, pair.target, domains=self.domains)
        sentences = [
            sentence
            for i, document in enumerate(documents)
            for sentence in self._sentences(i, document, matcher, pair)
        ]
        announce(len(sentences))
        hits = self._recall(documents, sentences, pair)
        asked = [s for s, hit in zip(sentences, hits, strict=True) if hit is None]
        advance(len(sentences) - len(asked))
        drafts = Drafter(engine, pair).draft([_source(s) for s in asked], advance=advance)
        jobs = [_job(s, draft) for s, draft in zip(asked, drafts, strict=True)]
        enforced = iter(self._by_convention(Enforcer(engine, pair).enforce(jobs), asked, pair))
        translations: list[list[Translation]] = [[] for _ in documents]
        unknown = iter(_unknown(chosen, [job.source for job in jobs], pair))
        for sentence, hit in zip(sentences, hits, strict=True):
            segment = sentence.segment
            if hit:
                done = memory.translation(segment, sentence.matches, hit, target)
            else:
                done = replace(_translation(segment, next(enforced), origin), unknown=next(unknown))
            translations[sentence.document].append(done)
        seconds = time.perf_counter() - started
        return [
            self._result(document, target, made, seconds * len(made) / max(1, len(sentences)))
            for document, made in zip(documents, translations, strict=True)
        ]

    def recalled(self, document: Document, target: str) -> list[Hit | None]:
        """Look up what is approved for each segment of a document, whose ``language`` is set."""
        pair = Pair(document.language or "und", target)
        if not self.memory:
            return []
        matcher = Matcher(self.glossary, pair.source, pair.target, domains=self.domains)
        return self._recall([document], [*self._sentences(0, document, matcher, pair)], pair)

    def _sentences(self, index: int, document: Document, matcher: Matcher, pair: Pair) -> Iterator[_Sentence]:
        short = abbreviations(self.glossary, pair.source)
        units = [unit for unit in document.units if unit.translate]
        found = matcher.match_all(unit.source.plain for unit in units)
        for unit, matches in zip(units, (one.terms for one in found), strict=True):
            kept = [*(match.span for match in matches), *masking.find(unit.source.plain)]
            for segment in segmentation.segment(unit, pair.source, abbreviations=short, protected=kept):
                yield _Sentence(index, segment, tuple(_inside(matches, segment.span)))

    def _recall(
        self, documents: Sequence[Document], sentences: Sequence[_Sentence], pair: Pair
    ) -> list[Hit | None]:
        """Look every sentence up in the memory."""
        if not self.memory:
            return [None] * len(sentences)
        segments: list[list[Segment]] = [[] for _ in documents]
        for sentence in sentences:
            segments[sentence.document].append(sentence.segment)
        return [
            hit
            for document, own in zip(documents, segments, strict=True)
            for hit in memory.recall(self.memory, own, pair, document=document.path, similar=self.similar)
        ]

    def _by_convention(
        self, results: Sequence[Enforced], sentences: Sequence[_Sentence], pair: Pair
    ) -> Iterable[Enforced]:
        """Have quotation marks, numbers and dates as the target's region writes them, or else as all its regions do.

        An article that came back as it was has not been translated and stays.
        """
        if self.conventions == "never":
            return results
        asked = conventions.asked(self.conventions, pair.target)
        write = conventions.edits if asked else conventions.settled
        pairs = [*zip(results, sentences, strict=True)]
        changed = {s.document for result, s in pairs if asked or result.draft.text != s.segment.source.plain}
        return [
            _edited(result, write(s.segment.source.plain, result.draft.text, pair, fixed=_fixed(s, result)))
            if s.document in changed
            else result
            for result, s in pairs
        ]

    def _result(
        self, document: Document, target: str, translations: Sequence[Translation], seconds: float
    ) -> FileResult:
        checked, findings = self.checking.check(document, translations, target)
        recalled = sum(translation.origin.startswith("memory ") for translation in translations)
        made = len(translations) - recalled
        offers = self._offers([one.segment for one in translations], Pair(document.language or "und", target))
        return FileResult(document, target, "", checked, findings, recalled, made, seconds, offers)

    def _offers(self, segments: Sequence[Segment], pair: Pair) -> dict[str, tuple[Offer, ...]]:
        """Look up what is approved for sentences like these."""
        if not self.offer or not self.memory:
            return {}
        found = {segment.id: memory.offers(self.memory, segment, pair) for segment in segments}
        return {name: offers for name, offers in found.items() if offers}


def unit_targets(document: Document, translations: Sequence[Translation]) -> dict[str, Text]:
    """Join the targets of each unit's segments with the unit's own gaps, by unit id."""
    by_unit: dict[str, list[Translation]] = {}
    for translation in translations:
        by_unit.setdefault(translation.segment.unit.id, []).append(translation)
    return {unit.id: _joined(unit, by_unit[unit.id]) for unit in document.units if unit.id in by_unit}


def _joined(unit: Unit, translations: Sequence[Translation]) -> Text:
    parts: list[Text] = []
    done = 0
    for translation in translations:
        start, end = translation.segment.span
        parts += (
            (unit.source.slice(done, start), translation.target) if start > done else (translation.target,)
        )
        done = end
    if done < len(unit.source.plain):
        parts.append(unit.source.slice(done, len(unit.source.plain)))
    plain, codes = "", []
    for part in parts:
        codes += [replace(code, at=code.at + len(plain)) for code in part.codes]
        plain += part.plain
    return Text(plain, tuple(codes))


def _unknown(engine: Engine, sources: Sequence[str], pair: Pair) -> list[tuple[str, ...]]:
    """Ask an engine that can tell which words of the sources it does not know."""
    if not isinstance(engine, MarkingEngine):
        return [()] * len(sources)
    distinct = list(dict.fromkeys(sources))
    known = dict(zip(distinct, engine.unknown(distinct, pair), strict=True))
    return [tuple(dict.fromkeys(known[source])) for source in sources]


def _job(sentence: _Sentence, draft: Draft) -> Job:
    source = sentence.segment.source
    return Job(source.plain, draft, sentence.matches, sentence.document, tuple(masking.wordless(source)))


def _source(sentence: _Sentence) -> Source:
    text = sentence.segment.source
    capitals = [m.span for m in sentence.matches if m.source.text.isupper()]
    return Source(text.plain, tuple(text.protected()), tuple(capitals))


def _inside(matches: Sequence[TermMatch], span: Span) -> Iterator[TermMatch]:
    start, end = span
    for match in matches:
        if start <= match.span[0] and match.span[1] <= end:
            yield replace(match, span=(match.span[0] - start, match.span[1] - start))


def _fixed(sentence: _Sentence, result: Enforced) -> list[Span]:
    """List what nobody may rewrite in a target: addresses, code, terms and names."""
    text, source = result.draft.text, sentence.segment.source
    spans = list(masking.addresses(text))
    kept = [source.plain[start:end] for start, end in source.protected()]
    for verdict in (*result.verdicts, *result.names):
        if verdict.span:
            spans.append(verdict.span)
        else:
            kept.append(verdict.after)
    return [
        *spans,
        *(found.span() for words in kept if words for found in re.finditer(re.escape(words), text)),
    ]


def _edited(result: Enforced, edits: Sequence[Edit]) -> Enforced:
    """Edit a target and carry its alignment and the places of its terms along."""
    draft = result.draft
    text, alignment = apply_edits(draft.text, edits), edit_alignment(draft.alignment, edits)
    return result._replace(
        draft=replace(draft, text=text, alignment=alignment),
        verdicts=tuple(_moved(verdict, edits) for verdict in result.verdicts),
        names=tuple(_moved(verdict, edits) for verdict in result.names),
    )


def _moved(verdict: TermVerdict, edits: Sequence[Edit]) -> TermVerdict:
    if not verdict.span:
        return verdict
    start, end = verdict.span
    return replace(verdict, span=(shift_offset(start, edits), shift_offset(end, edits, end=True)))


def _translation(segment: Segment, result: Enforced, origin: str) -> Translation:
    draft: Draft = result.draft
    known = [(one.match.span, one.span) for one in (*result.verdicts, *result.names) if one.span]
    placed = inline.place(segment.source, draft.text, draft.alignment, known=known)
    return Translation(
        segment, placed.text, "translated", origin, result.verdicts, result.names, guessed=placed.guessed
    )
