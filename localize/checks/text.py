"""Checks of the text as a whole: nothing there, not translated, too long or short, looping, in the wrong letters."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from localize.checks.base import Problem, cut, enumerate_some, quote, without_code
from localize.checks.lengths import expected_length
from localize.checks.markup import links
from localize.checks.scripts import LETTERS, beyond_latin, runs, written_in
from localize.languages import Pair, base
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Translation

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u0e01-\u0eb0\u1000-\u102a\u1780-\u17b3\u3041-\u30fa\u3400-\u9fff]")

_NEAR = ({"da", "nb", "nn", "no"}, {"bs", "hr", "sr"}, {"id", "ms"}, {"gl", "pt"}, {"cs", "sk"})
"""Languages so close to one another that a whole sentence can be the same in both."""

_LOW, _LOW_SENTENCE = 4, 2
"""Lower-case words from which on a text is taken to be a sentence and no name; the second, when it ends like one."""

_ENDED = re.compile(r"[^\W\d_][.!?…][\"”»’')\]]*\s*$")

_SHORT = 30
"""Characters below which a length says nothing."""

_MANY = 100
"""Different runs of one script that are looked at in one segment; one is enough to report."""

_SLACK = 15
"""Characters by which a target may leave the bounds, so that short sentences have room."""


def target_empty(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report segments that have no translation at all."""
    if translation.segment.source.plain.strip() and not translation.target.plain.strip():
        yield Problem(Message("%(words)s has no translation", words=quote(translation.segment.source.plain)))


def untranslated(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report segments, or long stretches of them, that stand in the translation as they were in the source.

    Names, numbers, addresses, code and glossary terms do not count; a segment has at least four lower-case words, or two
    and the mark that ends a sentence, and a stretch within a sentence eight in a row. Pairs of nearly equal languages are left out.
    """
    languages = {base(pair.source), base(pair.target)}
    if len(languages) == 1 or any(languages <= near for near in _NEAR):
        return
    source, target = translation.segment.source.plain, translation.target.plain
    if source.split() == target.split():
        terms = [verdict.match.span for verdict in translation.terms]
        prose = cut(source, [*translation.segment.source.protected(), *terms, *links(source)])
        low = [word for word in _WORD.findall(prose) if _is_low(word)]
        ended = _ENDED.search(source) and len(low) < len(_WORD.findall(source))  # "The minister resigned."
        if len(low) >= (_LOW_SENTENCE if ended else _LOW) or len(_UNSPACED.findall(prose)) >= 2 * _LOW:
            yield Problem(Message("%(words)s is left as it was", words=quote(source)))
    elif stretch := _shared(without_code(translation.segment.source), target):
        yield Problem(Message("%(words)s is left as it was", words=quote(stretch)))


def length_ratio(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report translations that are less than half or more than twice as long as they should be.

    Counted in characters, with regard to languages that write shorter; segments under 30 characters are exempt.
    """
    source, target = len(translation.segment.source.plain), len(translation.target.plain)
    expected = expected_length(translation.segment.source.plain, pair)
    if target and max(source, target) >= _SHORT:
        if target < expected / 2 - _SLACK:
            yield Problem(
                Message(
                    "the translation is too short: %(target)s characters for %(source)s",
                    target=target,
                    source=source,
                )
            )
        elif target > expected * 2 + _SLACK:
            yield Problem(
                Message(
                    "the translation is too long: %(target)s characters for %(source)s",
                    target=target,
                    source=source,
                )
            )


def wrong_script(translation: Translation, pair: Pair) -> Iterator[Problem]:
    """Report words in letters that the target language is not written in.

    Latin letters are at home everywhere as names and acronyms, but not as whole sentences. Words that the source
    quotes from a third script, words of required terms, and code are left alone.
    """
    target, source = without_code(translation.target), translation.segment.source.plain
    expected, native = written_in(pair.target), written_in(pair.source)
    required = " ".join(verdict.after for verdict in translation.terms)
    foreign: list[str] = []
    others = LETTERS if beyond_latin(target) else ()
    for script in (name for name in others if name not in expected):
        for run in islice(dict.fromkeys(runs(target, script)), _MANY):
            quoted = script not in native and run in source
            sign = script == "Greek" and len(run) == 1
            if not quoted and not sign and run not in required:
                foreign.append(run)
    if foreign:
        foreign.sort(key=target.find)
        yield Problem(
            Message(
                "%(words)s is in the wrong letters", words=enumerate_some([quote(run) for run in foreign])
            )
        )
    elif "Latin" not in expected and source.split() != target.split():
        latin = runs(target, "Latin")
        native_letters = sum(len(run) for script in expected for run in runs(target, script))
        low = [word for word in latin if _is_low(word)]
        if len(low) >= _LOW and sum(map(len, latin)) > native_letters:
            yield Problem(Message("%(words)s is in the wrong letters", words=quote(target)))


def _is_low(word: str) -> bool:
    return len(word) > 1 and word.islower()


def _shared(source: str, target: str) -> str:
    """Find eight words in a row, six of them in lower case, that stand in both texts; empty when there are none."""
    words = _WORD.findall(source)
    theirs = _WORD.findall(target)
    size = 2 * _LOW
    known = {tuple(theirs[at : at + size]) for at in range(len(theirs) - size + 1)}
    for at in range(len(words) - size + 1):
        end = at + size
        if tuple(words[at:end]) in known and sum(map(_is_low, words[at:end])) >= size - 2:
            while end < len(words) and tuple(words[end - size + 1 : end + 1]) in known:
                end += 1
            return " ".join(words[at:end])
    return ""
