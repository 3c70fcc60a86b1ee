"""Quotation marks: whichever the engine wrote become those of the region, nested ones its second kind."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from localize.alignment import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.conventions.locales import Locale

_MARK = re.compile('["“”„‟«»「」『』]')
_OPENING, _CLOSING = "«「『", "»」』"
_BEFORE_OPENING = "([{—–-¡¿'‘/"
_SPACES = " \u00a0\u202f"
_INNER = re.compile(r"(?<!\w)(?:'(?=\w)[^'\"]+'|‘(?=\w)[^‘“”]+?’)(?!\w)")
_BOTH_CLOSE = re.compile(r"['’][,.]?[\"”]")


def quotes(text: str, ours: Locale) -> Iterator[Edit]:
    """Yield the edits that give a translation the region's quotation marks; none where a mark's side is in doubt.

    A quotation may go on before or after the sentence. Single quotation marks stay: they may be apostrophes.
    """
    open_, close, inner_open, inner_close = ours.quotes
    edits: list[Edit] = []
    depth = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        opens = _opens(text, start)
        if opens is None:
            return
        if not opens and not depth and match[0] == '"' and text[start - 1].isdecimal():
            continue  # inches
        if opens:
            mark = (inner_open if depth % 2 else open_) + ours.inner
            depth += 1
            end += len(text[end:]) - len(text[end:].lstrip(_SPACES))
        else:
            depth = max(0, depth - 1)
            mark = ours.inner + (inner_close if depth % 2 else close)
            start = len(text[:start].rstrip(_SPACES))
        if text[start:end] != mark:
            edits.append(Edit(start, end, mark))
    yield from edits


def nested(source: str, text: str) -> Iterator[Edit]:
    """Yield the edits that give a quotation within one its single marks back, which engines write like the outer ones.

    Only where the source has single marks within double ones; one that closes with the outer one and was left out comes
    back, too.
    """
    inner = list(_INNER.finditer(source))
    sides = [_opens(source, found.start()) for found in _MARK.finditer(source)]
    if not inner or not sides or None in sides or any(one == other for one, other in pairwise(sides)):
        return
    edits: list[Edit] = []
    depth = int(not sides[0])
    for found in _MARK.finditer(text):
        opens = _opens(text, found.start())
        if opens is None or depth + (1 if opens else -1) not in {0, 1, 2}:
            return
        if depth == (1 if opens else 2):
            edits.append(Edit(*found.span(), inner[0].group()[0 if opens else -1]))
        depth += 1 if opens else -1
    open_after = int(bool(sides[-1]))
    if len(edits) != 2 * len(inner) or depth not in {open_after, open_after + 1}:
        return
    if depth > open_after:
        if not _BOTH_CLOSE.search(source):
            return
        last = edits[-1]
        edits[-1] = last._replace(replacement=last.replacement + text[last.start : last.end])
    yield from edits


def _opens(text: str, at: int) -> bool | None:
    """Tell whether a mark opens a quotation, by what is around it, else by its kind; None: nobody can tell."""
    mark, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    free = not before or before.isspace() or before in _BEFORE_OPENING or bool(_MARK.fullmatch(before))
    bound = bool(after) and not after.isspace()
    if free and bound and (after.isalnum() or after in "¿¡([$€£#@…'‘" or _MARK.fullmatch(after)):
        return True
    if before and not before.isspace() and not (after and after.isalnum()) and before not in "([{":
        return False
    if mark in _OPENING:
        return True
    return False if mark in _CLOSING else None
