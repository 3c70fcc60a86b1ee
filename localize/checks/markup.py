"""Checks of what has to come through unchanged: inline codes, web and mail addresses, handles."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from localize.checks.base import Problem, enumerate_some, quote
from localize.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.document import Code, Span, Text, Translation
    from localize.languages import Pair

_LINK = re.compile(
    r"""
    (?:https?|ftp)://[A-Za-z0-9\-._~:/?\#\[\]@!$&'()*+,;=%]+          # RFC 3986 characters
    | (?<![\w.@-])www\.[A-Za-z0-9\-._~:/?\#\[\]@!$&'()*+,;=%]+
    | (?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}  # RFC 5321: 64 before the at sign
    | (?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,8}
      (?:com|org|net|int|edu|gov|info|eu|uk|br|pt|fr|ch|ru)(?:/[A-Za-z0-9\-._~/?\#=&%+]*)?(?![\w-])
    | (?<![\w@./])@\w{2,30}
    """,
    re.VERBOSE,
)
_DOT = re.compile(r"\.[a-z]")


def links(text: str) -> Iterator[Span]:
    """Yield the places of web addresses, mail addresses and handles, without the punctuation that follows them."""
    if not ("@" in text or "://" in text or "www." in text or _DOT.search(text)):
        return  # most sentences have none, and this is quicker to see
    for hit in _LINK.finditer(text):
        start, end = hit.span()
        while end > start and text[end - 1] in ".,;:!?'*_~":
            end -= 1
        if text[end - 1] in ")]" and not re.search(r"[(\[]", text[start:end]):
            end -= 1
        yield start, end


def url_changed(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report web addresses, mail addresses and handles that the translation does not have as they were."""
    source, target = translation.segment.source.plain, translation.target.plain
    found = list(links(source))
    places = {source[slice(*span)]: span for span in found}
    before = Counter(source[slice(*span)] for span in found)
    after = Counter(target[slice(*span)] for span in links(target))
    lost, added = list(before - after), list(after - before)
    if lost and added:
        message = Message("%(old)s became %(new)s", old=_listed(lost), new=_listed(added))
    elif lost:
        message = Message("%(words)s is missing", words=_listed(lost))
    elif added:
        message = Message("%(words)s is not in the source", words=_listed(added))
    else:
        return
    yield Problem(message, places[lost[0]] if lost else None)


def code_lost(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report inline markup that is missing, added, out of order or empty in the translation.

    Markup is compared character by character; codes that only spell a character (``&amp;``) may come and go with it.
    """
    source, target = translation.segment.source, translation.target
    before, after = Counter(_marks(source)), Counter(_marks(target))
    if lost := list(before - after):
        place = next(code.at for code in source.codes if code.markup == lost[0][1])
        yield Problem(
            Message("markup %(markup)s is missing", markup=_listed([markup for _, markup in lost])),
            (place, place),
        )
    if added := list(after - before):
        yield Problem(
            Message("markup %(markup)s is not in the source", markup=_listed([markup for _, markup in added]))
        )
    if not lost and not added and (faults := list(Counter(_faults(target)) - Counter(_faults(source)))):
        yield Problem(
            enumerate_some(
                [
                    Message("markup %(markup)s %(fault)s", markup=quote(markup), fault=fault)
                    for markup, fault in faults
                ]
            )
        )


def code_guessed(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report inline markup whose place in the translation is an estimate: neither alignment nor equal words tell it.

    Look whether it stands around the right words.
    """
    if translation.guessed:
        markup = list(dict.fromkeys(code.markup for code in translation.guessed))
        first = translation.guessed[0].at
        yield Problem(
            Message("markup %(markup)s stands where it was estimated to belong", markup=_listed(markup)),
            (first, first),
        )


def placeholder_lost(translation: Translation, pair: Pair) -> Iterator[Problem]:  # noqa: ARG001
    """Report placeholders and code that the translation does not have as they were.

    What stands for a value when a program runs (``{name}``, ``%s``) and what is in no language (a code span) has to
    be there character for character, and as often as in the source.
    """
    source, target = translation.segment.source, translation.target.plain
    spans = {source.plain[slice(*span)]: span for span in source.protected()}
    counts = Counter(source.plain[slice(*span)] for span in source.protected())
    lost = [text for text, count in counts.items() if text.strip() and target.count(text) < count]
    if lost:
        yield Problem(Message("%(words)s is missing", words=_listed(lost)), spans[lost[0]])


def _listed(items: list[str]) -> str:
    return enumerate_some([quote(item) for item in items])


def _marks(text: Text) -> Iterator[tuple[str, str]]:
    """Name the codes that have to come through; numbers of pairs may differ from file to file and do not count.

    Codes without markup of their own only say where something is protected.
    """
    return ((code.kind, code.markup) for code in text.codes if code.kind != "literal" and code.markup)


def _faults(text: Text) -> Iterator[tuple[str, str]]:
    """Yield markup that does not enclose what it should, with what is wrong.

    Pairs of which one half is in another segment are left alone.
    """
    opens = {code.id for code in text.codes if code.kind == "open"}
    closes = {code.id for code in text.codes if code.kind == "close"}
    stack: dict[int, Code] = {}
    closed: set[int] = set()
    last: Code | None = None
    for code in text.codes:
        if code.kind == "open" and code.id in closes:
            if code.id in closed:
                yield code.markup, Message("opens after it is closed")
            stack[code.id] = code
        elif code.kind == "close" and code.id in opens:
            closed.add(code.id)
            if code.id in stack:
                if next(reversed(stack)) != code.id:
                    yield code.markup, Message("crosses other markup")
                opening = stack.pop(code.id)
                if last is opening and opening.at == code.at:
                    yield opening.markup, Message("encloses nothing")
        if code.kind != "literal":
            last = code
