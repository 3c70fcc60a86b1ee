"""Pair inline HTML tags with one another, around and inside the other markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from localize.formats.syntax import LANGUAGE, NOT_PROSE, UNTRANSLATED, VOID
from localize.languages import base

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping
    from itertools import count

    from localize.formats.runs import Token

_REACH = 100
"""Open elements that an end tag looks through for its start tag; bounds the time on junk."""


class Tag(NamedTuple):
    """What an inline HTML tag says.

    Attributes:
        name: Lower case.
        closes: It is an end tag.
        alone: It has no end tag: ``<br>``, ``<x/>``.
        protects: What is between it and its end tag must come through unchanged.
    """

    name: str
    closes: bool
    alone: bool
    protects: bool = False

    @classmethod
    def of(cls, found: re.Match[str], language: str = "") -> Tag:
        """Make a tag of what ``syntax.TAG`` has found; one that names another language than the text's protects."""
        name = (found["closed"] or found["opened"] or "").lower()
        said = LANGUAGE.search(found[0])
        foreign = said is not None and base(said[1].lower()) != language
        protects = name in NOT_PROSE or foreign or UNTRANSLATED.search(found[0]) is not None
        return cls(name, found["closed"] is not None, bool(found["void"]) or name in VOID, protects)


def pair_tags(tokens: Iterable[Token], tags: Mapping[int, Tag], ids: count[int]) -> list[Token]:
    """Turn the ``empty`` tokens of tags that belong together into ``open`` and ``close`` ones.

    Args:
        tokens: Sorted, disjoint, their pairs balanced.
        tags: By the start of their tokens.
        ids: Numbers for the pairs.

    Returns:
        The tokens, with pairs still properly nested. Tags that would cross other markup stay ``empty``.
    """
    result: list[Token] = []
    stack: list[int] = []
    for token in tokens:
        tag = tags.get(token.start) if token.kind == "empty" else None
        if token.kind == "open" or (tag and not tag.closes and not tag.alone):
            stack.append(len(result))
        elif token.kind == "close":
            while result[stack.pop()].id != token.id:
                pass
        elif tag and tag.closes:
            depth = _opening(tag.name, stack, result, tags)
            if depth is not None:
                number = next(ids)
                opening = result[stack[depth]]
                translate = not tags[opening.start].protects
                result[stack[depth]] = opening._replace(kind="open", id=number, translate=translate)
                del stack[depth:]
                result.append(token._replace(kind="close", id=number))
                continue
        result.append(token)
    return result


def _opening(name: str, stack: list[int], result: list[Token], tags: Mapping[int, Tag]) -> int | None:
    """Find the nearest start tag of that name that no other markup separates from here; give its depth."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _REACH), -1):
        token = result[stack[depth]]
        if token.kind == "open":
            return None
        if tags[token.start].name == name:
            return depth
    return None
