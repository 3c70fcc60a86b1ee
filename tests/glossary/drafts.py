"""Drafts with hand-made alignments, and glossary matches, for the tests of enforcement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.document import Draft
from localize.glossary.repair.grammar import grammar_for
from tests.glossary.build import matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.document import Span
    from localize.glossary.concepts import TermMatch
    from localize.glossary.repair.grammar import Grammar


def spot(text: str, words: str) -> Span:
    """Find whole words in a text, else parts of words: the first, or the second with ``#2`` behind them."""
    words, _, number = words.partition("#")
    which = int(number or 1) - 1
    whole = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return (whole or [found.span() for found in re.finditer(re.escape(words), text)])[which]


def draft(source: str, target: str, *pairs: str) -> Draft:
    """Make a draft aligned by pairs of ``source words=target words``; each target word renders all the source words."""
    alignment: list[tuple[Span, Span]] = []
    for pair in pairs:
        left, right = pair.split("=")
        start, end = spot(target, right)
        origin = spot(source, left)
        alignment += [
            (origin, (start + word.start(), start + word.end()))
            for word in re.finditer(r"\w+", target[start:end])
        ]
    return Draft(target, tuple(sorted(alignment, key=lambda pair: pair[1])))


def matched(csv: str, source: str, pair: str = "en-pt") -> tuple[TermMatch, ...]:
    """Match the glossary of a CSV text in a sentence."""
    return matcher(csv, *pair.split("-", 1)).match(source).terms


def grammar(language: str = "pt") -> Grammar:
    """Give the grammar of a language that has one."""
    found = grammar_for(language)
    assert found is not None
    return found


def shown(text: str, spans: Sequence[Span | None]) -> list[str | None]:
    """Write spans of a text as the words that stand there."""
    return [text[slice(*span)] if span else None for span in spans]
