"""How people have translated candidates for the glossary before: their renderings in the memory."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from localize.document import Draft
from localize.engines import ChoosingEngine, SteerableEngine
from localize.errors import EngineError
from localize.glossary.repair.grammar import grammar_for
from localize.glossary.repair.location import locate
from localize.languages import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Span
    from localize.engines import Engine
    from localize.glossary.corpus.sighting import Candidate
    from localize.languages import Pair
    from localize.memory import Memory

_MOST = 6
"""Sentences a candidate that are looked at; more of them say the same again."""
_LONGEST = 400
"""Characters of a sentence that is worth aligning."""
_FIRST = re.compile(r"[^\W_]+")


def precedents(
    candidates: Sequence[Candidate], memory: Memory, pair: Pair, engine: Engine
) -> list[tuple[tuple[str, int], ...]]:
    """Find renderings of candidates in approved translations.

    A segment that is the candidate and nothing else tells by itself; in a sentence the engine's alignment shows what
    renders it. Names are looked for as they are written, terms in any case.

    Args:
        candidates: Any number.
        memory: Approved translations; those of regions of the same two languages count.
        pair: Language of the candidates and the one asked for.
        engine: One that cannot align tells of whole segments only.

    Returns:
        For each candidate (rendering, how often), the most frequent first; none where the memory has none.
    """
    votes: list[Counter[str]] = [Counter() for _ in candidates]
    placed: list[tuple[int, Span, str, str]] = []
    for number, span, source, target in _occurrences(candidates, memory, pair):
        if span == (0, len(source)):
            votes[number][target] += 1
        else:
            placed.append((number, span, source, target))
    grammar = grammar_for(pair.target)
    for (number, span, _, _), draft in zip(placed, _aligned(placed, pair, engine), strict=False):
        found = locate(draft, span, grammar)
        if found:
            votes[number][draft.text[slice(*found)]] += 1
    return [tuple(one.most_common()) for one in votes]


def _occurrences(
    candidates: Sequence[Candidate], memory: Memory, pair: Pair
) -> list[tuple[int, Span, str, str]]:
    """List (number of the candidate, its place, source, target) of segments that hold candidates, in their order."""
    by_word: dict[str, list[tuple[int, re.Pattern[str]]]] = defaultdict(list)
    for number, one in enumerate(candidates):
        first = _FIRST.search(one.text)
        if first:
            flags = re.IGNORECASE if one.kind == "term" else re.NOFLAG
            pattern = re.compile(rf"(?<!\w){re.escape(one.text)}(?!\w)", flags)
            by_word[first[0].casefold()].append((number, pattern))
    seen: Counter[int] = Counter()
    found: list[tuple[int, Span, str, str]] = []
    for entry in memory if by_word else ():
        if base(entry.pair.source) != base(pair.source) or base(entry.pair.target) != base(pair.target):
            continue
        source, target = entry.source.plain.strip(), entry.target.plain.strip()
        if len(source) > _LONGEST:
            continue
        for word in {word.casefold() for word in _FIRST.findall(source)} & by_word.keys():
            for number, pattern in by_word[word]:
                place = pattern.search(source) if seen[number] < _MOST else None
                if place:
                    seen[number] += 1
                    found.append((number, place.span(), source, target))
    return found


def _aligned(placed: Sequence[tuple[int, Span, str, str]], pair: Pair, engine: Engine) -> Sequence[Draft]:
    """Align approved translations with their sources; none when the engine cannot."""
    one = engine.engine_for(pair) if isinstance(engine, ChoosingEngine) else engine
    if not placed or not isinstance(one, SteerableEngine):
        return ()
    sources, targets = [source for _, _, source, _ in placed], [target for *_, target in placed]
    try:
        found = one.align(sources, targets, pair)
    except EngineError:
        return ()
    return [Draft(target, alignment) for target, alignment in zip(targets, found, strict=True)]
