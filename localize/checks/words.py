"""Check of words that an engine does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.alignment import overlap
from localize.checks.base import Problem, quote
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Translation
    from localize.languages import Pair


def word_unknown(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report words that the engine does not know and that stand in the translation as they stand in the source.

    Only engines that mark such words are asked (Apertium). Words with a capital are mostly names, and words of a
    glossary term are dealt with there: neither is reported. Put the word into the glossary.
    """
    source, target = translation.segment.source.plain, translation.target.plain
    terms = [verdict.match.span for verdict in translation.terms]
    for word in translation.unknown:
        whole = rf"(?<!\w){re.escape(word)}(?!\w)"
        places = (found.span() for found in re.finditer(whole, source))
        free = next((span for span in places if not any(overlap(span, term) for term in terms)), None)
        if word.islower() and free and re.search(whole, target):
            yield Problem(Message("the engine does not know %(words)s", words=quote(word)), free)
