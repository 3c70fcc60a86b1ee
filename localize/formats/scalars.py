"""Scalars of YAML and TOML: find them, read their escapes, spell new values.

Source: YAML 1.2.2, sections 5.7 and 7.3; TOML 1.0.0, section "String". The core schema of YAML 1.1, in which ``no`` is
a boolean, is what most site generators still read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from localize.formats.runs import Run, Token

if TYPE_CHECKING:
    from localize.document import Span, Text

Style = Literal["plain", "double", "single", "literal", "block"]
"""Unquoted; ``"escapes"``; YAML's ``'it''s'``; TOML's ``'no escapes at all'``; a paragraph of YAML's ``>`` and ``|``."""

_QUOTED: dict[Style, re.Pattern[str]] = {
    "double": re.compile(r'"((?:[^"\\]|\\.)*+)"[ \t]*(?:#.*)?'),
    "single": re.compile(r"'((?:[^']|'')*+)'[ \t]*(?:#.*)?"),
    "literal": re.compile(r"'([^']*+)'[ \t]*(?:#.*)?"),
}
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_NAMED = {"n": " ", "t": " ", "r": " ", "b": " ", "f": " ", "v": " ", "0": "\ufffd", "N": " ", "_": "\xa0"}
_NOT_PLAIN = re.compile(r"[\[\]{}&*!|>%@`,#\"'=~]|[-?:](?:\s|$)")
_COMMENT = re.compile(r"[ \t]#")
_TYPED = re.compile(
    r"(?:true|false|yes|no|on|off|y|n|null|<<|0[xo][0-9a-f_]+|[-+]?\.?[0-9][0-9.,_:eExXoTZ+\-/ ]*|[-+]?\.(?:inf|nan))",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class Scalar(NamedTuple):
    """A value in the front matter, or a paragraph of one, without its quotes.

    Attributes:
        key: In lower case.
        span: From the first to the last character.
        style: How it is written.
        top_level: Whether its key is.
        lines: Where its lines stand, if it has more than one.
    """

    key: str
    span: Span
    style: Style
    top_level: bool
    lines: tuple[Span, ...] = ()

    def source(self, text: str) -> Text:
        """Read the value; escapes become ``literal`` codes."""
        run = Run(text, self.lines or (self.span,))
        tokens: list[Token] = []
        if self.style == "double":
            tokens = [
                Token(found.start(), found.end(), "literal", plain=_unescaped(found))
                for found in _ESCAPE.finditer(run.text)
            ]
        elif self.style == "single":
            tokens = [Token(at.start(), at.end(), "literal", plain="'") for at in re.finditer("''", run.text)]
        return run.compose(tokens, 0, len(run.text))

    def spell(self, value: Text) -> str:
        """Write another value in the place of this one; a plain one gets quotes if YAML needs them."""
        if self.style == "block":
            return " ".join(_CONTROL.sub(" ", value.plain).split())
        if self.style == "plain":
            plain = _CONTROL.sub(" ", value.plain).strip()
            return f'"{_escaped(plain)}"' if needs_quotes(plain) else plain
        parts: list[str] = []
        done = 0
        for code in value.codes:
            if (
                code.kind == "literal"
                and code.at >= done
                and "\n" not in code.markup
                and "\r" not in code.markup
            ):
                parts += (self._spelled(value.plain[done : code.at]), code.markup)
                done = code.at + code.length
        parts.append(self._spelled(value.plain[done:]))
        return "".join(parts)

    def _spelled(self, plain: str) -> str:
        plain = _CONTROL.sub(" ", plain)
        if self.style == "double":
            return _escaped(plain)
        return plain.replace("'", "''" if self.style == "single" else "’")


def scalar(text: str, start: int, end: int, *, toml: bool) -> tuple[Span, Style] | None:
    """Find the value at ``text[start:end]``, the rest of a line, if it is a scalar that ends there."""
    styles: tuple[Style, ...] = ("double", "literal") if toml else ("double", "single")
    for style in styles:
        found = _QUOTED[style].fullmatch(text, start, end)
        if found and text[start + 1 : start + 3] not in {'""', "''"}:
            return found.span(1), style
    if toml or _NOT_PLAIN.match(text, start, end):
        return None
    comment = _COMMENT.search(text, start, end)
    stop = comment.start() if comment else end
    return (start, start + len(text[start:stop].rstrip())), "plain"


def _escaped(plain: str) -> str:
    return plain.replace("\\", "\\\\").replace('"', '\\"')


def _unescaped(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if not digits:
        return _NAMED.get(found[4], found[4])
    number = int(digits, 16)
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    return _CONTROL.sub(" ", chr(number))


def needs_quotes(plain: str) -> bool:
    """Tell whether YAML would read a plain value as anything but that string."""
    return (
        not plain
        or _NOT_PLAIN.match(plain) is not None
        or _TYPED.fullmatch(plain) is not None
        or ": " in plain
        or " #" in plain
        or plain.endswith(":")
        or plain.startswith(("---", "..."))
    )
