"""One CTranslate2 model with its tokenizer: translate, go on from a prefix, align, score.

Sentences are batched so that the result of one is the same whatever else is in the batch (``batches``): where padding
changes the order of floating-point additions, it changes about one greedy translation in a thousand (3,000 English
sentences on the shipped model: 2 differ from one-by-one translation in batches of any length, none in ours).
"""

from __future__ import annotations

import time
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from localize.document import Draft, Score
from localize.engines import heap
from localize.engines.batches import SCORED, batches, padded, padding_is_exact
from localize.engines.packages import ModelPackage, open_package
from localize.engines.shorthand import written_out
from localize.engines.spelling import Respelled, respell, restore
from localize.engines.tokens import read_vocabulary, spans
from localize.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.document import Alignment, Span

_POLL = 0.002
"""Seconds between two looks at whether a batch is done."""

_DEFAULT_BEAM = 4
"""What Argos Translate uses; a package may name its own in ``metadata.json`` as ``beam_size``."""

_WIDE_BEAM, _VERSIONS = 5, 3  # what is less likely than the third is often worse than the first
_MOST_TOKENS = 1000
"""Tokens that are decoded at most; models know some 2,000 places, half of them for a given beginning."""
_MANY = 256
"""Sentences of one call, which takes seconds, from which on what it leaves in the heap is given back to the system."""

_HINT = "install the package again"


class _Source(NamedTuple):
    """A sentence ready for the model."""

    spelled: Respelled
    tokens: list[str]
    spans: tuple[Span | None, ...]

    def places(self) -> list[Span | None]:
        """List where each token stands in the text as it was given."""
        return [self.spelled.to_original(span) if span else None for span in self.spans]


class _Result(NamedTuple):
    """What the model wrote, without the language's own prefix.

    Attributes:
        tokens: Of the target.
        heeds: Which token of the source each of them attends to most; empty where nobody asked.
        score: Mean log-probability, or None after greedy search.
        others: What is less likely, the likeliest first, as far as it was asked for.
    """

    tokens: list[str]
    heeds: Sequence[int]
    score: float | None
    others: tuple[_Result, ...] = ()


class Model:
    """A loaded model.

    Args:
        package: Where it is.
        beam: Beam size; 0 for what the model was made for.
        threads: Sentences are translated in that many threads.
    """

    def __init__(self, package: ModelPackage, *, beam: int, threads: int) -> None:
        self.package = package
        self.beam = beam or package.beam or _DEFAULT_BEAM
        opened = open_package(package)
        self._tokenizer = opened.tokenizer
        self._target_prefix: list[str] = [opened.target_prefix] if opened.target_prefix else []
        self._vocabulary = cache(lambda: read_vocabulary(package.path / "model"))
        self.covers = lru_cache(maxsize=4096)(self._coverage())
        self._pads = padding_is_exact(package.path / "model")
        ctranslate2 = import_module("ctranslate2")
        try:
            self._translator = ctranslate2.Translator(
                str(package.path / "model"),
                device="cpu",
                compute_type="int8",
                inter_threads=threads,
                intra_threads=1,
            )
        except (RuntimeError, LookupError, ValueError) as error:
            raise EngineError(f"{package.path}: the model cannot be loaded ({error})", hint=_HINT) from error

    def translate(self, sources: Sequence[str]) -> list[Draft]:
        """Translate sentences; same length, same order."""
        return [draft for (draft,) in self._search(sources, self.beam, 1)]

    def versions(self, sources: Sequence[str]) -> list[tuple[Draft, ...]]:
        """Give the best that a search with a beam of at least 5 finds, the likeliest first, not aligned."""
        return self._search(sources, max(self.beam, _WIDE_BEAM), _VERSIONS)

    def _search(self, sources: Sequence[str], beam: int, versions: int) -> list[tuple[Draft, ...]]:
        prepared = [self._prepare(source, asked=True) for source in sources]
        results = self._run(prepared, [[] for _ in prepared], beam=beam, versions=versions)
        return [
            tuple(self._draft(source, one) for one in (result, *(result.others if result else ())))
            for source, result in zip(prepared, results, strict=True)
        ]

    def complete(self, sources: Sequence[str], prefixes: Sequence[str], forbid: Sequence[str]) -> list[Draft]:
        """Go on from given beginnings; words of *forbid* stay out of what is added."""
        prepared = [self._prepare(source, asked=True) for source in sources]
        begin = [self._prepare(prefix) for prefix in prefixes]
        suppressed = [tokens for word in forbid for tokens in self._writings(word)]
        given = [prefix.tokens for prefix in begin]
        results = self._run(prepared, given, beam=self.beam, suppress_sequences=suppressed or None)
        return [self._begun(*made) for made in zip(prepared, results, begin, strict=True)]

    def align(self, sources: Sequence[str], targets: Sequence[str]) -> list[Alignment]:
        """Align given targets with their sources by forced decoding."""
        prepared = [self._prepare(source, asked=True) for source in sources]
        spelled = [self._prepare(target) for target in targets]
        begin = [target.tokens for target in spelled]
        results = self._run(prepared, begin, beam=1, forced=True)
        return [
            _alignment(source, target.places(), result.heeds if result else [])
            for source, target, result in zip(prepared, spelled, results, strict=True)
        ]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[Score]:
        """Score given targets; an empty source has no tokens."""
        given = [self._prepare(source, asked=True).tokens for source in sources]
        spelled = [self._prepare(target) for target in targets]
        tokens = [target.tokens for target in spelled]
        waiting: list[tuple[int, Any]] = []
        for batch in batches([(len(s), len(t)) for s, t in zip(given, tokens, strict=True)], most=SCORED):
            forced = [[*self._target_prefix, *tokens[i]] for i in batch]
            queued = self._translator.score_batch([given[i] for i in batch], forced, asynchronous=True)
            waiting += zip(batch, queued, strict=True)
        skip = len(self._target_prefix)
        scores = [Score(0.0, 0)] * len(given)
        for i, one in waiting:
            found = self._wait(one).log_probs[skip:]
            places = zip(spelled[i].places(), found, strict=False)  # the end of sentence has no place
            scores[i] = Score(sum(found), len(found), tuple((span, p) for span, p in places if span))
        heap.release()
        return scores

    def _run(
        self,
        sources: Sequence[_Source],
        prefixes: Sequence[Sequence[str]],
        *,
        beam: int,
        forced: bool = False,
        versions: int = 1,
        **options: object,
    ) -> list[_Result | None]:
        """Translate batch by batch, all queued at once so that every thread has work.

        Greedy search takes beginnings of any length in one batch (measured: 157 of 157 have the same tokens and the
        same alignment as alone, in a quarter of the time); with a beam they are kept apart. There tokens and scores are
        those of the sentence alone (300 of 300), but CTranslate2 mixes up the attention of a batch (34 of 300 are
        aligned otherwise): one version is aligned by force, several are not aligned.

        Returns:
            A result a source; None for an empty source, and for an empty target that is forced.
        """
        greedy = beam == 1
        size = padded if self._pads and (greedy or not any(prefixes)) else int
        keys = [
            (0 if forced and not p else size(len(s.tokens)), 0 if greedy else len(p))
            for s, p in zip(sources, prefixes, strict=True)
        ]
        waiting: list[tuple[int, int, Any]] = []
        for batch in batches(keys):
            begin = [[*self._target_prefix, *prefixes[i]] for i in batch]
            free = [0 if forced else min(3 * len(sources[i].tokens) + 16, _MOST_TOKENS) for i in batch]
            limits = [len(given) + own for given, own in zip(begin, free, strict=True)]
            queued = self._translator.translate_batch(
                [sources[i].tokens for i in batch],
                target_prefix=begin if any(begin) else None,
                beam_size=beam,
                max_decoding_length=max(limits),
                num_hypotheses=versions,
                return_attention=greedy,
                return_scores=not greedy,  # greedy search does without; they would cost it 9 % more time
                replace_unknowns=not forced,
                asynchronous=True,
                **options,
            )
            waiting += zip(batch, limits, queued, strict=True)
        results: list[_Result | None] = [None] * len(sources)
        for i, limit, one in waiting:
            made = self._wait(one)
            kept = slice(len(self._target_prefix), limit)  # as long as alone, whatever its neighbours may be
            heeds = [row.index(max(row)) for row in made.attention[0][kept]] if greedy else ()
            scores = made.scores or [None]
            best, *others = (_Result(t[kept], heeds, s) for t, s in zip(made.hypotheses, scores, strict=True))
            results[i] = best._replace(others=tuple(others))
        if not greedy and versions == 1:
            found = [result.tokens if result else [] for result in results]
            forced_ = self._run(sources, found, beam=1, forced=True)
            results = [a and b and a._replace(heeds=b.heeds) for a, b in zip(results, forced_, strict=True)]
        if len(sources) >= _MANY:
            heap.release()
        return results

    def _wait(self, queued: Any) -> Any:
        """Wait for a result without holding Ctrl-C back until its batch is through, as ``result()`` would."""
        while not queued.done():
            time.sleep(_POLL)
        try:
            return queued.result()
        except RuntimeError as error:
            raise EngineError(f"{self.package.path}: the model fails ({error})", hint=_HINT) from error

    def _draft(self, source: _Source, result: _Result | None) -> Draft:
        if result is None:
            return Draft("")
        tokens, heeds, score, _ = result
        text = self._decode(tokens)
        text, alignment = restore(source.spelled, text, _alignment(source, spans(tokens, text), heeds))
        return Draft(text, alignment, score)

    def _begun(self, source: _Source, result: _Result | None, prefix: _Source) -> Draft:
        """Read a result that was begun with a prefix; it begins so letter by letter, whatever the model can spell."""
        begin = prefix.spelled.original
        if result is None:
            return Draft(begin)
        tokens, heeds, score, _ = result
        text = self._decode(tokens)
        head = len(self._decode(tokens[: len(prefix.tokens)]))
        places = _alignment(source, spans(tokens, text), heeds)
        text, (*pairs, (_, (_, end))) = restore(source.spelled, text, (*places, ((0, 0), (0, head))))
        if text.startswith(begin):
            return Draft(text, tuple(pairs), score)
        skipped = end + (text[end : end + 1].isspace() and begin[-1:].isspace())
        shift = len(begin) - skipped
        rest = ((origin, (a + shift, b + shift)) for origin, (a, b) in pairs if a >= skipped)
        first = _alignment(source, prefix.places(), heeds[: len(prefix.tokens)])
        return Draft(begin + text[skipped:], (*first, *rest), score)

    def _prepare(self, text: str, *, asked: bool = False) -> _Source:
        edits = written_out(text, *self.package.pair, self.covers) if asked else ()
        spelled = respell(text, self.covers, edits)
        tokens = self._encode(spelled.text)
        return _Source(spelled, tokens, spans(tokens, spelled.text))

    def _encode(self, text: str) -> list[str]:
        return list(self._tokenizer.encode(text)) if text.strip() else []

    def _decode(self, tokens: Sequence[str]) -> str:
        if hasattr(self._tokenizer, "lazy_processor"):  # Argos' own decode() loses underscores
            return str(self._tokenizer.lazy_processor().decode_pieces(list(tokens))).strip()
        return str(self._tokenizer.decode(list(tokens))).strip()

    def _writings(self, word: str) -> Iterator[list[str]]:
        """Encode a word as it may stand in a target: lower case, capitalised, after a space or not."""
        for written in dict.fromkeys((word, word.lower(), word.capitalize())):
            spelled = respell(written, self.covers).text
            quote = len(self._encode("("))
            for tokens in (self._encode(spelled), self._encode(f"({spelled}")[quote:]):
                if tokens and self._vocabulary().issuperset(tokens):
                    yield tokens

    def _coverage(self) -> Callable[[str], bool]:
        """Make the test whether a character is in the vocabulary; word-level BPE packages take every character.

        One that the tokenizer makes another of (NFKC: "™" is "TM", "₂" is "2", "…" is "...") is not.
        """
        if not hasattr(self._tokenizer, "lazy_processor"):
            return lambda _character: True
        processor = self._tokenizer.lazy_processor()
        unknown = processor.unk_id()

        def covers(character: str) -> bool:
            tokens = processor.encode(character)
            kept = character.isspace() or processor.decode(tokens).strip() == character
            return character == " " or (unknown not in tokens and kept)

        return covers


def _alignment(source: _Source, targets: Sequence[Span | None], heeds: Sequence[int]) -> Alignment:
    """Name for each target token the source token with most attention; the end of sentence is no token."""
    pairs = []
    for place, heed in zip(targets, heeds, strict=False):
        origin = source.spans[heed] if heed < len(source.spans) else None
        if place is not None and origin is not None:
            pairs.append((source.spelled.to_original(origin), place))
    return tuple(pairs)
