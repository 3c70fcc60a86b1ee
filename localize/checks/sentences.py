"""Checks of whole sentences: lost or made up by the engine, or kept in the source language on purpose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.checks.base import Problem
from localize.checks.lengths import expected_length
from localize.languages import Pair, base, name
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Translation

_END = re.compile(
    r"""(?<=[^\W\d_]{3})[.!?…]+["”»’')\]]*(?=\s)   # after a word, not an initial or a short abbreviation
    | [。！？]["”」』）]* | [।؟۔]                       # marks that end nothing but sentences
    """,
    re.VERBOSE,
)
_NEXT = re.compile(r"""\s*["“«„‘'(\[¿¡—–-]*\s*(?P<letter>[^\W\d_])""")
_UNMARKED = {"th", "lo", "km", "my"}
"""Languages that put a space at the end of a sentence, and elsewhere, too."""
_LESS, _MORE = 0.75, 1.25
"""Share of its expected length below which a translation with fewer sentences has lost one, and above which one with
more sentences has made one up: translators join and split sentences, but the length stays."""


def sentences_differ(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report translations that have lost a sentence, or have one that the source does not have.

    They have fewer sentences and are too short by a quarter, or more sentences and are too long by a quarter; to join
    two sentences or split one is no fault. Thai, Lao, Khmer and Burmese, which do not mark sentences, are left out.
    """
    if {base(pair.source), base(pair.target)} & _UNMARKED or not translation.target.plain.strip():
        return
    source, target = translation.segment.source.plain, translation.target.plain
    share = len(target) / max(1.0, expected_length(source, pair))
    if _LESS <= share <= _MORE:
        return
    before, after = _count(source), _count(target)
    if after < before and share < _LESS:
        yield Problem(
            Message(
                "the translation has %(after)s sentences, the source %(before)s, and is too short",
                after=after,
                before=before,
            )
            if after > 1
            else Message(
                "the translation has 1 sentence, the source %(before)s, and is too short", before=before
            )
        )
    elif after > before and share > _MORE:
        yield Problem(
            Message(
                "the translation has %(after)s sentences, the source %(before)s, and is too long",
                after=after,
                before=before,
            )
        )


def source_kept(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report sentences that stand in the source language because no translation of them passed the guards.

    Guards are the checks that tell bad output: copies, loops, lost sentences, numbers, addresses, wrong letters. This is
    what on_bad = "keep-source" does with it, after other searches have not helped. The reasons are in the message.
    """
    if translation.kept:
        yield Problem(
            Message(
                "left in %(language)s: %(reason)s",
                language=Message(name(pair.source)),
                reason=translation.kept,
            )
        )


def _count(text: str) -> int:
    """Count the sentences of a text: those that end before another begins, and the last."""
    ends = 0
    for end in _END.finditer(text):
        following = _NEXT.match(text, end.end())
        if following and not following["letter"].islower():
            ends += 1
    return ends + 1
