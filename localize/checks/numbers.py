"""Check of numbers: every number of the source is in the translation, and none that the source has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.checks.base import Problem, enumerate_some, quote
from localize.checks.markup import links
from localize.checks.numerals import WORDS
from localize.checks.quantities import Quantity, quantities, spells
from localize.languages import Pair, base, name
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from localize.checks.readings import Value
    from localize.document import Text, Translation

_DIGIT = re.compile(r"[\d½¼¾]")


def number_mismatch(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report numbers that the translation lacks, adds or changes.

    Numbers are compared by value, each read the way its language writes it: "1,500.5" is "1.500,5" in Portuguese,
    "4:44 p.m." is "16h44", "$5 billion" is "US$ 5 bilhões" but in Spanish "5000 millones", "1 October" may be "01/10"
    and "two" may be "2". Numbers in addresses, code and glossary terms are not looked at.
    """
    if not (_DIGIT.search(translation.segment.source.plain) or _DIGIT.search(translation.target.plain)):
        return  # numbers in words vouch for others, but are never missed
    large = all(base(language) in WORDS for language in pair)
    source = quantities(_countable(translation.segment.source), pair.source, mantissa=not large)
    target = quantities(_countable(translation.target), pair.target, mantissa=not large)
    terms = [verdict.match.span for verdict in translation.terms]
    required = "; ".join(verdict.after or verdict.match.target.text for verdict in translation.terms)
    ours = _Values([*source, *quantities(required, pair.target, mantissa=True)])
    theirs = _Values(target)
    lost = [
        number
        for number in source
        if not any(start <= number.span[0] < end for start, end in terms)
        and _lacks(number, theirs, pair.target)
    ]
    added = [number for number in target if _lacks(number, ours, pair.source)]
    if lost or added:
        yield Problem(_message(lost, added, pair), lost[0].span if lost else None)


def _countable(text: Text) -> str:
    """Blank addresses and code, whose numbers count nothing."""
    parts: list[str] = []
    done = 0
    for start, end in sorted((*links(text.plain), *text.protected())):
        if start >= done:
            parts += (text.plain[done:start], " " * (end - start))
            done = end
    return "".join((*parts, text.plain[done:]))


class _Values:
    """The numbers that a text vouches for."""

    def __init__(self, numbers: Iterable[Quantity]) -> None:
        self._values = {value for number in numbers for reading in number.readings for value in reading}
        self._short = {value % 100 for value in self._values if _is_year(value)}

    def has(self, value: Value) -> bool:
        """Tell whether a number is there; a year may be cut to two digits, on either side ("2019-20")."""
        return (
            value in self._values or value in self._short or (_is_year(value) and value % 100 in self._values)
        )


def _is_year(value: Value) -> bool:
    return 1000 <= value <= 2999 and value.denominator == 1


def _lacks(number: Quantity, values: _Values, language: str) -> bool:
    """Tell whether a number in digits has no reading whose parts are all among the values of the other text.

    One is never missed, for it may be an article, and "one of the" may be a word of its own.
    """
    if number.spelled or number.readings[0] == (1,):
        return False
    lenient = not spells(language)
    return not any(
        all(values.has(part) or (lenient and _may_be_a_word(part)) for part in reading)
        for reading in number.readings
    )


def _may_be_a_word(value: Value) -> bool:
    """Tell whether newspapers would write a number out: up to twenty, tens, and one, ten, a hundred thousand, ..."""
    small = value <= 20 or (value <= 100 and value % 10 == 0)
    return small or (value.denominator == 1 and str(value).strip("0") == "1")


def _message(lost: list[Quantity], added: list[Quantity], pair: Pair) -> str:
    """Say what happened to the numbers of one segment."""
    gone, new = list(dict.fromkeys(n.text for n in lost)), list(dict.fromkeys(n.text for n in added))
    if gone == new:
        return Message(
            "%(words)s is another number in %(language)s",
            words=_listed(gone),
            language=Message(name(pair.target)),
        )
    if gone and new:
        return Message("%(old)s became %(new)s", old=_listed(gone), new=_listed(new))
    return (
        Message("%(words)s is missing", words=_listed(gone))
        if gone
        else Message("%(words)s is not in the source", words=_listed(new))
    )


def _listed(items: list[str]) -> str:
    return enumerate_some([quote(item) for item in items])
