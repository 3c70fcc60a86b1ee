"""From segments to drafts: everything between a sentence and the engine, and back.

Each distinct sentence is translated once. Addresses ride through as stand-ins, headlines in capitals are translated
in title case, a dateline alone, an item without its number, and a sentence over the engine's limit in parts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from localize import lexicon, masking, openings, segmentation
from localize.document import Draft
from localize.searching import Searcher, initial_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from localize.document import Span
    from localize.engines import Engine
    from localize.languages import Pair

_LIMIT = 400
"""Code points of a sentence over which it is cut: translation models are trained on shorter ones."""
_WINDOW = 1024
"""Sentences given to the engine at once, of similar length: fewer make smaller batches (512 cost 4 % more time)."""
_ACRONYM, _SHORT_CAPITALS = 4, 6
"""One word in capitals up to these lengths is taken for an acronym; up to the second only if no dictionary has it."""
_SMALL = re.compile(
    r"(?<=\s)(?:(?:a|an|and|as|at|but|by|for|from|in|into|is|of|on|or|over|per|the|to|via|with"
    r"|das?|de|del|des|dos?|du|e|el|em|en|et|l[ao]s?|les?|na|no|para|por|und|y)(?=\s))+",
    re.IGNORECASE,
)
"""Words that titles have in small letters; in capitals, a model takes them for parts of a name and copies them."""

_STOP = re.compile(r"\w\s+\S+\s.*[^\W\d_]{4}[.!?]$", re.DOTALL)
"""Three words and a stop behind one that is no abbreviation."""


class Source(NamedTuple):
    """A sentence to be drafted.

    Attributes:
        text: As it stands in the article.
        protected: Spans of it that must come through unchanged, beside the addresses that are found in it.
        acronyms: Spans of it whose capitals are their spelling, in a headline that is all capitals.
    """

    text: str
    protected: tuple[Span, ...] = ()
    acronyms: tuple[Span, ...] = ()


class _Part(NamedTuple):
    """What the engine sees of a stretch of a sentence."""

    span: Span
    masked: masking.Masked
    capitals: bool = False
    kept: tuple[Span, ...] = ()
    label: bool = False


class Drafter:
    """Draft sentences with one engine in one direction."""

    def __init__(self, engine: Engine, pair: Pair) -> None:
        self._search = Searcher(engine, pair)
        self._language = pair.source
        self._shape: str | None = None
        self._probed = False

    def draft(
        self, sources: Sequence[Source], *, advance: Callable[[int], None] = lambda _done: None
    ) -> list[Draft]:
        """Translate sentences; same length, same order.

        Args:
            sources: Equal ones are translated once.
            advance: Told how many sentences have been finished since it was last called.
        """
        distinct = sorted(dict.fromkeys(sources), key=lambda source: (len(source.text), source))
        counts = dict.fromkeys(distinct, 0)
        for source in sources:
            counts[source] += 1
        drafts: dict[Source, Draft] = {}
        for start in range(0, len(distinct), _WINDOW):
            window = distinct[start : start + _WINDOW]
            drafts |= zip(window, self._window(window), strict=True)
            advance(sum(counts[source] for source in window))
        return [drafts[source] for source in sources]

    def _window(self, sources: Sequence[Source]) -> Iterator[Draft]:
        parts = [self._parts(source) for source in sources]
        flat = [part for of_source in parts for part in of_source]
        wordy = [i for i, part in enumerate(flat) if _wordy(_outside(part))]
        results: list[Draft | None] = [None] * len(flat)
        for i, draft in zip(wordy, self._cased([flat[i].masked.text for i in wordy]), strict=True):
            results[i] = masking.unmask(flat[i].masked, draft)
        counted = [i for i in wordy if results[i] is None and flat[i].masked != self._lettered(flat[i])]
        again = [self._lettered(flat[i]) for i in counted]
        for i, masked, draft in zip(counted, again, self._cased([one.text for one in again]), strict=True):
            results[i] = masking.unmask(masked, draft)
        lost = [i for i in wordy if results[i] is None]
        for i, draft in zip(lost, self._cased([flat[i].masked.original for i in lost]), strict=True):
            results[i] = draft
        for i in wordy:
            if not _keeps(flat[i], results[i]):
                results[i] = self._around(flat[i])
        done = iter(zip(flat, results, strict=True))
        for source, of_source in zip(sources, parts, strict=True):
            yield _join(source.text, [next(done) for _ in of_source])

    def _cased(self, texts: Sequence[str]) -> Iterator[Draft]:
        for text, draft in zip(texts, self._search.translate(texts), strict=True):
            yield replace(draft, text=_stopped(text, initial_case(text, draft.text)))

    def _around(self, part: _Part) -> Draft:
        """Translate the stretches between protected spans one by one: nothing else brought those through."""
        text, done = part.masked.original, 0
        spans: list[Span] = []
        for start, end in part.kept:
            spans += [*segmentation.cut(text, (done, start), _LIMIT), (start, end)]
            done = end
        spans += segmentation.cut(text, (done, len(text)), _LIMIT)
        parts = [_Part(span, masking.Masked(text[slice(*span)], text[slice(*span)])) for span in spans]
        free = [i for i, span in enumerate(spans) if span not in part.kept and _wordy(text[slice(*span)])]
        made = dict(zip(free, self._cased([parts[i].masked.text for i in free]), strict=True))
        return _join(text, [(inner, made.get(i)) for i, inner in enumerate(parts)])

    def _parts(self, source: Source) -> list[_Part]:
        text = source.text
        capitals = _all_capitals(text, self._language) and (0, len(text)) not in source.acronyms
        label = 0 if capitals else openings.label(text)
        seen = _title_case(text, source.acronyms, len(text) if capitals else label)
        kept = _merge([*source.protected, *masking.find(text)])
        begun = openings.item(text, self._language)
        report = None if capitals else openings.dateline(text)
        parts = []
        for whole in report or ((begun, len(text)),):
            spans: Sequence[Span] = [whole]
            if whole[1] - whole[0] > _LIMIT:
                spans = segmentation.cut(text, whole, _LIMIT, protected=kept)
            for start, end in spans:
                inside = tuple((a - start, b - start) for a, b in kept if start <= a and b <= end)
                masked = self._mask(seen[start:end], inside)
                parts.append(_Part((start, end), masked, capitals, inside, label=start < label))
        return parts

    def _mask(self, text: str, spans: Sequence[Span]) -> masking.Masked:
        if not spans:
            return masking.Masked(text, text)
        if not self._probed:
            self._shape = masking.choose_shape(self._search.translate)
            self._probed = True
        if not self._shape:
            return masking.Masked(text, text)
        return masking.mask(text, spans, self._shape, counting=True)

    def _lettered(self, part: _Part) -> masking.Masked:
        """Mask a part again, without numbers for stand-ins."""
        masked = part.masked
        spans = [span for span, _ in masked.kept]
        return masking.mask(masked.original, spans, self._shape) if self._shape and spans else masked


def _stopped(source: str, target: str) -> str:
    """End a target as its source ends: engines have learned some sentences without their stop ("All rights reserved.")."""
    last = target[-1:]
    lost = last.isalnum() and last < "\u0530" and _STOP.search(source)
    return f"{target}{source[-1]}" if lost else target


def _outside(part: _Part) -> str:
    """Give what of a part is not protected: an address alone is copied, since an engine would say something to it."""
    text, done = "", 0
    for start, end in part.kept:
        text += part.masked.original[done:start]
        done = end
    return text + part.masked.original[done:]


def _wordy(text: str) -> bool:
    return any(map(str.isalpha, text))


def _keeps(part: _Part, draft: Draft | None) -> bool:
    """Tell whether a draft has all that is protected, as often as the source."""
    kept = [part.masked.original[slice(*span)] for span in part.kept]
    return draft is not None and all(draft.text.count(text) >= kept.count(text) for text in set(kept))


def _join(text: str, parts: Sequence[tuple[_Part, Draft | None]]) -> Draft:
    """Join the drafts of a sentence's parts with the gaps of the source; a part without words is copied."""
    target, alignment, scores = "", [], []
    done = 0
    for part, draft in parts:
        start, end = part.span
        if text[done:start].strip():
            alignment.append(((done, start), (len(target), len(target) + start - done)))
        target += text[done:start]
        made = draft or Draft(text[start:end], (((0, end - start), (0, end - start)),))
        shouted = len(made.text) if part.capitals else made.text.find(":") if part.label else 0
        written = made.text[: max(0, shouted)].upper() + made.text[max(0, shouted) :]
        if made.text == part.masked.original:  # the engine gave back what it saw: so does the article
            written = text[start:end]
        shift = len(target)
        if len(written) == len(made.text):
            alignment += [
                ((a + start, b + start), (c + shift, d + shift)) for (a, b), (c, d) in made.alignment
            ]
        target += written
        scores += [] if made.score is None else [made.score]
        done = end
    return Draft(target + text[done:], tuple(alignment), min(scores, default=None))


def _merge(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _all_capitals(text: str, language: str) -> bool:
    """Tell whether a sentence is written in capitals throughout, and is more than an acronym ("SPORT", not "UNICEF")."""
    letters = [c for c in text if c.isalpha()]
    if not letters or any(c.islower() for c in letters) or not any(c.isupper() for c in letters):
        return False
    if len(text.split()) > 1 or len(letters) > _SHORT_CAPITALS:
        return True
    return len(letters) > _ACRONYM and text.isalpha() and lexicon.is_word(text.lower(), language)


def _title_case(text: str, acronyms: Sequence[Span], until: int) -> str:
    """Write capitals as a title, so that the model knows the words; acronyms stay. Offsets do not move."""
    written = "".join(
        c.lower() if i and (text[i - 1].isalpha() or text[i - 1] in "'’") and len(c.lower()) == 1 else c
        for i, c in enumerate(text[:until])
    )
    written = _SMALL.sub(lambda found: found.group().lower(), written) + text[until:]
    for start, end in acronyms:
        written = written[:start] + text[start:end] + written[end:]
    return written
