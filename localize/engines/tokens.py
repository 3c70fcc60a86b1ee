"""Where the tokens of a subword model stand in the text that they spell."""

from __future__ import annotations

import html
import json
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from localize.document import Span

_SPACE_MARK = "▁"
_JOINER = "@@"
_WINDOW = 80
"""Code points that a token may be away from where it is expected: longer than any token."""


@lru_cache(maxsize=1 << 16)
def surface(token: str) -> str:
    """Strip a SentencePiece space mark or a BPE joiner, and undo Moses' escapes."""
    return html.unescape(token.removesuffix(_JOINER)).replace(_SPACE_MARK, "").strip()


def spans(tokens: Sequence[str], text: str) -> tuple[Span | None, ...]:
    """Find each token in the text that the tokens were made from, or make up.

    A token that the tokenizer normalised away from the text's spelling (a ligature, a full-width letter) gets the
    stretch that its neighbours leave; None where they leave nothing, and for tokens of white space only.
    """
    found: list[Span | None] = []
    cursor = 0
    for token in tokens:
        piece = surface(token)
        at = text.find(piece, cursor, cursor + _WINDOW + len(piece)) if piece else -1
        if at < 0 or (text[cursor:at].strip() and _normalised_away(text[cursor:at], at - cursor)):
            found.append(None)
            continue
        found.append((at, at + len(piece)))
        cursor = at + len(piece)
    return _fill(found, tokens, text)


def _normalised_away(skipped: str, distance: int) -> bool:
    """Tell whether a match so far ahead is another occurrence rather than the next token."""
    return distance > 12 or len(skipped.split()) > 2


def _fill(found: list[Span | None], tokens: Sequence[str], text: str) -> tuple[Span | None, ...]:
    """Give a run of tokens without a place the stretch between its neighbours, when there is one."""
    if None not in found:
        return tuple(found)
    starts = [len(text)]
    for span in reversed(found):
        starts.append(span[0] if span else starts[-1])
    filled: list[Span | None] = []
    before = 0
    for span, after, token in zip(found, reversed(starts[:-1]), tokens, strict=True):
        stretch = text[before:after]
        start, end = before + len(stretch) - len(stretch.lstrip()), before + len(stretch.rstrip())
        filled.append(span or ((start, end) if start < end and surface(token) else None))
        before = span[1] if span else before
    return tuple(filled)


def read_vocabulary(folder: Path) -> frozenset[str]:
    """Read the target tokens of a CTranslate2 model; none when the folder has no vocabulary that we know."""
    for name in ("target_vocabulary", "shared_vocabulary"):
        as_json, as_text = folder / f"{name}.json", folder / f"{name}.txt"
        if as_json.is_file():
            return frozenset(json.loads(as_json.read_text(encoding="utf-8")))
        if as_text.is_file():
            return frozenset(as_text.read_text(encoding="utf-8").split("\n"))
    return frozenset()
