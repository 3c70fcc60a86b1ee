"""Checks of brackets and quotation marks. Their style may change, their number may not."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from localize.checks.base import Problem, enumerate_some, quote
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Translation
    from localize.languages import Pair

_NARROW = str.maketrans("（）［］｛｝【】", "()[]{}[]")
_DOUBLE = re.compile('["“”„‟«»「」『』＂〝〞]')
_SINGLE = re.compile(r"[‘‚‹›]|(?<!\w)'(?=\w)|(?<=[\w.,!?])'(?!\w)")
_INCH = re.compile(r"\d[\"”]")


def brackets_mismatch(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report round, square and curly brackets that the translation has more or fewer of.

    Full-width brackets count as the narrow ones.
    """
    source, target = (
        Counter(re.findall(r"[()\[\]{}]", text.plain.translate(_NARROW)))
        for text in (translation.segment.source, translation.target)
    )
    lost, added = list(source - target), list(target - source)
    said = [Message("%(words)s is missing", words=quote(mark)) for mark in lost] + [
        Message("%(words)s is not in the source", words=quote(mark)) for mark in added
    ]
    if said:
        yield Problem(enumerate_some(said, limit=6))


def quotes_mismatch(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report quotation marks that are lost altogether, or left without their partner.

    Straight, curly, angular and corner marks are all the same here; single quotation marks may stand for double ones.
    """
    source, target = translation.segment.source.plain, translation.target.plain
    before, after = len(_DOUBLE.findall(source)), len(_DOUBLE.findall(target))
    inches = before == 1 and _INCH.search(source)
    if before and not after and not inches and not _SINGLE.search(target):
        place = _DOUBLE.search(source)
        yield Problem(Message("the quotation marks are missing"), place.span() if place else None)
    elif before % 2 == 0 and after % 2 == 1:
        yield Problem(Message("a quotation mark has no partner"))
