"""What is not text within a string: tags, references to characters, placeholders, line breaks.

Tags become codes. Placeholders are protected instead: they stand for words ("Deleted {count} files"), so an engine
has to see that there is something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from localize.formats.runs import Token
from localize.formats.syntax import ENTITY, spelled
from localize.formats.tags import Tag, pair_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TAG = re.compile(
    r"""
    <(?: /(?P<closed>[A-Za-z][\w:.-]{0,60}+|\d{1,3}) \s*+
       | (?P<opened>[A-Za-z][\w:.-]{0,60}+|\d{1,3})
         (?: \s++ [^\s"'<>/=]++ (?: \s*+ = \s*+ (?: "[^"<>]*+" | '[^'<>]*+' | [^\s"'<>=`/]++ ) )? )*+
         \s*+ (?P<void>/?)
     )> | <!--.{0,1000}?-->
    """,
    re.VERBOSE | re.DOTALL,
)
_HTML = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "area",
        "article",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "button",
        "center",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "font",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "li",
        "link",
        "main",
        "mark",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "select",
        "small",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "video",
        "wbr",
    ]
)
_BRACED = r"""
      \{\{\{?[^{}\n]{1,200}\}\}\}? | [$%\#]\{[^{}\n]{1,120}\}             # {{mustache}} ${js} %{ruby} #{ruby}
    | \{[^{}\s]{0,120}\} | \{\s*[\w.]+\s*(?:,[^{}\n]{1,120})?\}           # {name} {0:N2} {day, date, short}
"""
_ALWAYS = rf"""
      \$t\((?:[^()\n]|\([^()\n]{{0,200}}\)){{1,300}}\)                    # $t(key) of i18next
    | {_BRACED}
    | %\([\w .-]{{1,80}}\)[-+0#\ ]*\d*(?:\.\d+)?[A-Za-z]                   # %(name)s of Python
    | %<\w{{1,80}}>[-+0#\ ]*\d*(?:\.\d+)?[A-Za-z]?                         # %<name>d of Ruby, %<PRIu64> of gettext
    | @:\{{?[\w.]+\}}?|@\.\w+:[\w.]+                                       # @:linked of Vue
    | (?<![A-Za-z0-9_])__[A-Za-z]\w*?__(?!\w)
    | (?<![\w%])%[A-Za-z_][\w.]*[A-Za-z_]%(?!\w)                           # %name% of Symfony
"""
_PRINTF = r"""
    %(?:\d{1,2}\$|\[\d{1,2}\])?[-+0\#'I]*(?:\d{1,3}|\*(?:\d{1,2}\$)?)?(?:\.(?:\d{1,3}|\*(?:\d{1,2}\$)?)?)?
    (?:hh?|ll?|[qjzZtL])?
"""
_LOOSE = rf"(?<![\w%]){_PRINTF}[diouxXeEfFgGaAcCsSpnm@](?![A-Za-z]{{2}})|%%"
"""Directives of printf where nobody says that there are any: "50%discount" has none."""
_STRICT = rf"{_PRINTF}[diouxXeEfFgGaAcCsSpnm@bB] | %% | (?<!\w)%\ [dioufFeEgG](?!\w)"

EXTRA: Mapping[str, str] = {
    "printf": _STRICT,
    "qt": r"%L?(?:\d{1,2}|n)",
    "boost": r"%\|?\d{1,2}(?:\$[^|\s]*)?[%|]",
    "shell": r"\$\{?\w+\}?",
    "lisp": r"~\d*[:@]*[A-Za-z%~&]",
    "gcc": r"%<|%>|%q?[A-Za-z]",
    "chrome": r"\$[A-Za-z0-9_@]+\$|\$[1-9]",
    "plural": r"\#",
}
"""Placeholders that only some files have, by a name for them."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Finds what is not text in strings of one kind.

    Attributes:
        extra: Names in ``EXTRA``.
        entities: ``&amp;`` is read as ``&``.
    """

    extra: tuple[str, ...] = ()
    entities: bool = True

    def find(self, plain: str, known: Sequence[Token] = ()) -> list[Token]:
        """Find tags, character references and placeholders, as sorted and disjoint tokens; *known* ones are among them.

        ``open`` and ``close`` tokens are balanced and nested. A tag like ``<file>`` that is neither paired nor known
        to HTML is a placeholder.
        """
        ids = count(max((token.id for token in known), default=0) + 1)
        tokens: list[Token] = []
        tags: dict[int, Tag] = {}
        for found in _pattern(self.extra).finditer(plain):
            start, end = found.span()
            if any(token.start < end and start < token.end for token in known):
                continue
            if found["tag"]:
                if found["void_break"]:
                    tokens.append(Token(start, end, "break", next(ids)))
                    continue
                tags[start] = Tag.of(found)
                tokens.append(Token(start, end, "empty", next(ids)))
            elif found["entity"]:
                says = spelled(found[0]) if self.entities else None
                if says:
                    tokens.append(Token(start, end, "literal", 0, says))
            else:
                tokens += _protected(start, end, next(ids))
        tokens = sorted((*tokens, *known), key=lambda token: token.start) if known else tokens
        return list(_numbered(_with_placeholders(pair_tags(tokens, tags, ids), tags)))


def _with_placeholders(tokens: list[Token], tags: Mapping[int, Tag]) -> Iterator[Token]:
    for token in tokens:
        tag = tags.get(token.start) if token.kind == "empty" else None
        if tag and tag.name and not tag.closes and not tag.alone and tag.name not in _HTML:
            yield from _protected(token.start, token.end, token.id)
        else:
            yield token


def _protected(start: int, end: int, number: int) -> tuple[Token, Token]:
    return Token(start, start, "open", number, translate=False), Token(end, end, "close", number)


def _numbered(tokens: Iterator[Token]) -> Iterator[Token]:
    """Number pairs and single codes from 1, in the order in which they begin; literals have no number."""
    numbers: dict[int, int] = {}
    for token in tokens:
        if token.id:
            yield token._replace(id=numbers.setdefault(token.id, len(numbers) + 1))
        else:
            yield token


@cache
def _pattern(extra: tuple[str, ...]) -> re.Pattern[str]:
    """Compile what is looked for; made once for each choice."""
    others = [f"(?:{EXTRA[name]})" for name in extra]
    loose = [] if "printf" in extra or "gcc" in extra else [f"(?:{_LOOSE})"]
    tag = rf"(?P<tag>(?P<void_break><br\s*/?>)|{_TAG.pattern})"
    entity = "(?P<entity>" + ENTITY.pattern.replace("#", r"\#") + ")"
    placeholders = " | ".join([*others, f"(?:{_ALWAYS})", *loose])
    return re.compile(f"{tag} | {entity} | {placeholders}", re.VERBOSE | re.DOTALL)
