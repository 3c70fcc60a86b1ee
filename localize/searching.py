"""Ask the engine again where its first answer is bad: with a wider search, past a loop, to a number, in parts.

What is fine stays as it is: only drafts that a guard holds against are asked for again, and another
answer has to be better by that same measure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from localize import conventions, guards, headlines, segmentation
from localize.alignment import Edit, apply_edits, edit_alignment, overlap
from localize.checks import invented
from localize.document import Draft
from localize.engines import SteerableEngine, WideEngine
from localize.loops import find_loop

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.document import Alignment, Span
    from localize.engines import Engine
    from localize.languages import Pair

_DIVISIBLE = 60
"""Code points from which on a sentence is translated in parts when nothing else has helped."""
_ROOM = 15
"""Code points that a half may have more, so that the cut falls at a comma rather than anywhere."""
_LOW = re.compile(r"(?<![\w/])[a-zà-öø-ÿ]{2,}(?![\w/])")
"""Words in small letters: initials between slashes ("bur/abc/jm") are none."""
_FIRST = re.compile(r"\W*\w+")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_BRACKET = re.compile(r"[(\[]")
_ASIDE = re.compile(r"\s\([^()]{1,40}\)")
_INVENTIONS = 4
"""Made-up words of a draft that are forbidden one after the other."""
_WORDY = 2
"""Words in lower case from which on a copy of a sentence is looked at again: names and titles may well be copied."""


class _Mark(NamedTuple):
    """How many guards hold against a draft: as warnings or errors, and as notes."""

    serious: int
    light: int


class Searcher:
    """Translate with one engine in one direction, and search again where that is needed."""

    def __init__(self, engine: Engine, pair: Pair) -> None:
        self._engine = engine
        self._pair = pair

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """Translate sentences as the engine sees them; same length, same order."""
        drafts = self._small(texts, self._engine.translate(texts, self._pair) if texts else [])
        marks = [self._mark(text, draft) for text, draft in zip(texts, drafts, strict=True)]
        for search, lightly in (
            (self._bare, True),
            (self._wider, True),
            (self._led, False),
            (self._stopped, False),
            (self._in_parts, False),
        ):
            bad = [i for i, mark in enumerate(marks) if mark.serious or (lightly and mark.light)]
            again = search([texts[i] for i in bad], [drafts[i] for i in bad]) if bad else []
            for i, draft in zip(bad, again, strict=True):
                mark = self._mark(texts[i], draft)
                if mark < marks[i] if lightly else mark.serious < marks[i].serious:
                    drafts[i], marks[i] = draft, mark
        return drafts

    def _small(self, texts: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
        """Translate headlines with a capital at each word from small letters, too, and take what is the better."""
        small = [headlines.lowered(text, self._pair) for text in texts]
        tried = [i for i, text in enumerate(texts) if small[i] != text]
        made = self._engine.translate([small[i] for i in tried], self._pair) if tried else []
        found = list(drafts)
        for i, draft in zip(tried, made, strict=True):
            if headlines.better(texts[i], drafts[i].text, draft.text, self._pair) and not (
                self._mark(texts[i], drafts[i]) < self._mark(texts[i], draft)
            ):
                found[i] = draft
        return found

    def _mark(self, text: str, draft: Draft) -> _Mark:
        written = apply_edits(draft.text, conventions.settled(text, draft.text, self._pair))
        serious, light = guards.weigh(text, written, self._pair)
        copied = draft.text.split() == text.split() and len(_LOW.findall(text)) >= _WORDY
        return _Mark(serious, light + copied)

    def _bare(self, texts: Sequence[str], drafts: Sequence[Draft]) -> Sequence[Draft]:
        """Drop what a draft adds in brackets to a text that has none: "Edie (em inglês)."."""
        return [
            draft
            if _BRACKET.search(text)
            else _without(draft, [found.span() for found in _ASIDE.finditer(draft.text)])
            for text, draft in zip(texts, drafts, strict=True)
        ]

    def _wider(self, texts: Sequence[str], drafts: Sequence[Draft]) -> Sequence[Draft]:
        """Search wider, and take the likeliest of the versions that the fewest guards hold against."""
        engine = self._engine
        if not isinstance(engine, WideEngine):
            return drafts
        made = [
            self._best(text, versions)
            for text, versions in zip(texts, engine.versions(texts, self._pair), strict=True)
        ]
        aligned = engine.align(texts, [draft.text for draft in made], self._pair)
        return [replace(draft, alignment=alignment) for draft, alignment in zip(made, aligned, strict=True)]

    def _best(self, text: str, versions: Sequence[Draft]) -> Draft:
        return min(versions, key=lambda draft: self._mark(text, draft))

    def _led(self, texts: Sequence[str], drafts: Sequence[Draft]) -> Sequence[Draft]:
        """Lead the engine past the place where it went wrong."""
        engine = self._engine
        if not isinstance(engine, SteerableEngine):
            return drafts
        both = zip(texts, drafts, strict=True)
        return [
            _out_of_loop(engine, self._pair, *one)
            or _to_number(engine, self._pair, *one)
            or _to_words(engine, self._pair, *one)
            or one[1]
            for one in both
        ]

    def _stopped(self, texts: Sequence[str], drafts: Sequence[Draft]) -> Sequence[Draft]:
        """Translate headings and cells with a full stop, as the sentences that the engine knows, and drop it again."""
        short = [i for i, text in enumerate(texts) if len(text) < _DIVISIBLE and text[-1:].isalnum()]
        made = self._engine.translate([f"{texts[i]}." for i in short], self._pair) if short else []
        found = list(drafts)
        for i, draft in zip(short, made, strict=True):
            end = len(draft.text.removesuffix("."))
            within = (pair for pair in draft.alignment if pair[0][1] <= len(texts[i]) and pair[1][1] <= end)
            found[i] = replace(draft, text=draft.text[:end], alignment=tuple(within))
        return found

    def _in_parts(self, texts: Sequence[str], drafts: Sequence[Draft]) -> Sequence[Draft]:
        """Translate the halves of sentences, cut where punctuation allows, and join them."""
        halves = [self._halves(text) for text in texts]
        parts = [text[slice(*span)] for text, spans in zip(texts, halves, strict=True) for span in spans]
        made = iter(self._engine.translate(parts, self._pair) if parts else [])
        return [
            _joined(text, [(span, next(made)) for span in spans]) if spans else draft
            for text, spans, draft in zip(texts, halves, drafts, strict=True)
        ]

    def _halves(self, text: str) -> tuple[Span, ...]:
        if len(text) < _DIVISIBLE:
            return ()
        spans = segmentation.cut(text, (0, len(text)), -(-len(text) // 2) + _ROOM)
        wordy = all(any(map(str.isalpha, text[slice(*span)])) for span in spans)
        return spans if wordy and len(spans) > 1 else ()


def _out_of_loop(engine: SteerableEngine, pair: Pair, text: str, draft: Draft) -> Draft | None:
    """Lead an engine past the place where it goes round; None where it does not.

    With the word that follows the rounds, else with all that follows them, else with another word in place of the round.
    """
    loop = find_loop(draft.text)
    if loop is None or find_loop(text) is not None:
        return None
    following = _FIRST.match(loop.after)
    for begin in (following.group(), loop.after) if following else ():
        led = engine.complete([text], [loop.before + begin], pair)[0]
        if find_loop(led.text) is None:
            return led
    other = engine.complete([text], [loop.before], pair, forbid=[loop.round])[0].text
    word = _FIRST.match(other[len(loop.before) :])
    if not other.startswith(loop.before) or not word:
        return None
    return engine.complete([text], [loop.before + word.group()], pair)[0]


def _to_number(engine: SteerableEngine, pair: Pair, text: str, draft: Draft) -> Draft | None:
    """Lead an engine to a number that it has changed.

    To its first digits, and freely on ("63 milhões" for "63,000,000"), else to all of it.
    """
    ours, theirs = list(_NUMBER.finditer(text)), list(_NUMBER.finditer(draft.text))
    known, made = ({_digits(one.group()) for one in some} for some in (ours, theirs))
    lost = [one for one in ours if _digits(one.group()) not in made]
    wrong = [one for one in theirs if _digits(one.group()) not in known]
    if not lost or not wrong:
        return None
    raw = lost[0].group()
    for begin in (re.split(r"\D", raw)[0], conventions.numeral(raw, pair)):
        led = engine.complete([text], [draft.text[: wrong[0].start()] + begin], pair)[0] if begin else draft
        if _digits(raw) in {_digits(one.group()) for one in _NUMBER.finditer(led.text)}:
            return led
    return led


def _to_words(engine: SteerableEngine, pair: Pair, text: str, draft: Draft) -> Draft | None:
    """Lead an engine to the places where it makes up words, and forbid these; None where it makes up more and more."""
    made, forbid = draft, list[str]()
    while place := invented(text, made.text, pair):
        if len(forbid) == _INVENTIONS:
            return None
        start, end = place
        forbid.append(made.text[start:end])
        made = engine.complete([text], [made.text[:start].rstrip()], pair, forbid=forbid)[0]
    return made if forbid else None


def _without(draft: Draft, spans: Sequence[Span]) -> Draft:
    """Cut places out of a draft, and out of its alignment."""
    edits = [Edit(*span, "") for span in spans]
    rest = tuple(pair for pair in draft.alignment if not any(overlap(pair[1], span) for span in spans))
    return replace(draft, text=apply_edits(draft.text, edits), alignment=edit_alignment(rest, edits))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def initial_case(source: str, target: str) -> str:
    """Begin a target with a capital or a small letter as its source does ("common rules": an item of a list).

    A first word that the source has with the same capital somewhere, or that holds more capitals, is a name and stays.
    """
    ours, theirs = re.search(r"\w+", source), re.search(r"\w+", target)
    if not ours or not theirs:
        return target
    old, word, at = ours.group(), theirs.group(), theirs.start()
    if old.islower() and word[0].isupper() and not any(map(str.isupper, word[1:])) and word not in source:
        return _with(target, at, word[0].lower())
    if old[0].isupper() and word[0].islower():
        return _with(target, at, word[0].upper())
    return target


def _with(text: str, at: int, letter: str) -> str:
    """Write one letter in another's place, so that no offset moves: ß has no capital of one letter."""
    return text[:at] + letter + text[at + 1 :] if len(letter) == 1 else text


def _joined(text: str, parts: Iterable[tuple[Span, Draft]]) -> Draft:
    """Join the drafts of parts with the gaps of the source; a full stop that only a whole sentence has is dropped."""
    target, scores, done = "", [], 0
    alignment: list[tuple[Span, Span]] = []
    for (start, end), draft in parts:
        source = text[start:end]
        made = replace(draft, text=initial_case(source, draft.text))
        if made.text.endswith(".") and not source.endswith((".", "…")):
            made = replace(made, text=made.text[:-1])
        target += text[done:start]
        alignment += _moved(made.alignment, start, len(target), len(made.text))
        target += made.text
        scores += [] if made.score is None else [made.score]
        done = end
    return Draft(target + text[done:], tuple(alignment), min(scores, default=None))


def _moved(alignment: Alignment, by: int, target_by: int, length: int) -> Iterable[tuple[Span, Span]]:
    for (start, end), (first, last) in alignment:
        if first < length:
            yield (start + by, end + by), (first + target_by, min(last, length) + target_by)
