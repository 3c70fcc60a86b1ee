"""Give an approved translation the inline codes of the sentence that it is used for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from localize.document import Code, Text
from localize.exchange.bitext import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from localize.exchange.bitext import Bitext


def fit(entry: Bitext, source: Text) -> Text | None:
    """Write an entry's target with a source's codes in the entry's places.

    The n-th code of the entry's source stands for the n-th of *source*: a link keeps its words and gets the address
    of the article at hand. Literals are left out, as in the entry.

    Returns:
        The target, or None when its codes are not those of the source; then the words are good, the places unknown.
    """
    wanted = [code for code in source.codes if code.kind != "literal"]
    if entry.as_written:
        return _parsed(squeeze(entry.target.plain), source, wanted)
    known = [code for code in entry.source.codes if code.kind != "literal"]
    if [code.kind for code in known] != [code.kind for code in wanted]:
        return None
    by_code = {(old.kind, old.id): new for old, new in zip(known, wanted, strict=True)}
    if len(by_code) != len(wanted) or not _same_pairs(known, wanted):
        return None
    target = [code for code in entry.target.codes if code.kind != "literal"]
    if sorted((code.kind, code.id) for code in target) != sorted(by_code):
        return None
    codes = [replace(by_code[code.kind, code.id], at=code.at) for code in target]
    return Text(entry.target.plain, tuple(codes))


def _same_pairs(known: Sequence[Code], wanted: Sequence[Code]) -> bool:
    """Tell whether two lists of codes of the same kinds pair them the same way."""
    return _partners(known) == _partners(wanted)


def _partners(codes: Sequence[Code]) -> list[int]:
    first: dict[int, int] = {}
    return [
        first.setdefault(code.id, place) if code.kind != "empty" else place
        for place, code in enumerate(codes)
    ]


def _parsed(written: str, source: Text, wanted: Sequence[Code]) -> Text | None:
    """Find a source's markup among the characters of a target; None unless all of it is there, properly nested."""
    spelled = {
        code.markup: source.plain[code.at : code.at + code.length]
        for code in source.codes
        if code.kind == "literal" and code.markup.strip()
    }
    marks = sorted({squeeze(code.markup) for code in wanted} | set(spelled), key=len, reverse=True)
    if not any(marks):
        return Text(written) if not wanted else None
    pending: dict[str, list[Code]] = {}
    for code in wanted:
        pending.setdefault(squeeze(code.markup), []).append(code)
    plain, codes, done = "", list[Code](), 0
    opened: list[int] = []
    for found in re.finditer("|".join(map(re.escape, filter(None, marks))), written):
        plain += written[done : found.start()]
        done = found.end()
        mark = _next(pending.get(found.group(), []), opened)
        if mark is not None:
            pending[found.group()].remove(mark)
            codes.append(replace(mark, at=len(plain)))
        else:
            plain += spelled.get(found.group(), found.group())
    return Text(plain + written[done:], tuple(codes)) if not _left(pending.values()) else None


def _next(codes: Sequence[Code], opened: list[int]) -> Code | None:
    """Choose the code that a piece of markup is: what closes the innermost open pair, else the next in the source."""
    closing = next(
        (code for code in codes if code.kind == "close" and opened and code.id == opened[-1]), None
    )
    if closing:
        opened.pop()
        return closing
    code = next((code for code in codes if code.kind != "close" or code.id not in _ids(codes, "open")), None)
    if code and code.kind == "open":
        opened.append(code.id)
    return code


def _ids(codes: Iterable[Code], kind: str) -> set[int]:
    return {code.id for code in codes if code.kind == kind}


def _left(pending: Iterable[Sequence[Code]]) -> bool:
    return any(pending)
