"""Spaces around what stands in a sentence like a word of its own: an image, a formula, a link around an image."""

from __future__ import annotations

from dataclasses import replace

from localize.document import Code, Text

_CLOSING = frozenset(".,;:!?)]}»”’%…")


def spaced(source: Text, target: Text) -> Text:
    """Put spaces on both sides of codes that have them on both sides in the source.

    To an engine, which does not see codes, these are two spaces in a row; it writes one.
    """
    wanted = {
        (code.kind, code.id)
        for code in source.codes
        if code.kind != "literal" and _apart(source.plain, code.at)
    }
    if not wanted:
        return target
    parts: list[str] = []
    codes: list[Code] = []
    done = grown = number = 0
    while number < len(target.codes):
        at, first = target.codes[number].at, number
        while number < len(target.codes) and target.codes[number].at == at:
            number += 1
        group = target.codes[first:number]
        places = [place for place, code in enumerate(group) if (code.kind, code.id) in wanted]
        left = bool(places) and at > 0 and not target.plain[at - 1].isspace()
        right = bool(places) and at < len(target.plain) and _begins_word(target.plain[at])
        for place, code in enumerate(group):
            inside = (left and place >= places[0]) + (right and place > places[-1])
            codes.append(replace(code, at=at + grown + inside))
        parts += (target.plain[done:at], " " * (left + right))
        done = at
        grown += left + right
    return Text("".join((*parts, target.plain[done:])), tuple(codes)) if grown else target


def _apart(plain: str, at: int) -> bool:
    return 0 < at < len(plain) and plain[at - 1].isspace() and plain[at].isspace()


def _begins_word(character: str) -> bool:
    return not character.isspace() and character not in _CLOSING
