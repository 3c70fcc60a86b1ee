"""Which strings a person would translate, and which are there for programs only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from localize.document import Text

_LETTERS = re.compile(r"[^\W\d_]")
_DIRECTIVE = re.compile(r"%[-0^#_]?[A-Za-z%]|\\[a-z]")
"""Directives of strftime and of number formats: "%B %d, %Y" has no word in it."""
_WORDS = frozenset({"true", "false", "null", "none", "nil", "undefined", "ltr", "rtl", "utf-8", "px", "n/a"})
_CODE = re.compile(
    r"""
      (?:[a-z][\w+.-]{1,20}:|//)[^\s]+                                  # an address with its scheme
    | (?:mailto|tel|data|javascript):\S+
    | [^\s@]+@[^\s@]+\.\w+                                              # mail
    | \#[0-9A-Fa-f]{3,8} | (?:rgb|hsl)a?\([^()]*\) | var\(--[\w-]+\)    # colours
    | [-+]?[\d.,]+\s?(?:px|r?em|%|pt|vh|vw|m?s|deg|fr|[KMGT]i?B)        # lengths and times
    | (?:\.{0,2}/|~/|[A-Za-z]:\\)[\w./\\@%+~-]*                         # paths from a root
    | [\w@%+.-]+(?:/[\w@%+.-]+)+\.\w{1,5} | [\w-]+(?:\.[\w-]+)*\.(?:html?|pdf|docx?|xlsx?|pptx?|csv|json|xml|ya?ml
        |toml|txt|md|rst|py|jsx?|tsx?|css|scss|zip|gz|png|jpe?g|gif|svg|webp|ico|mp[34]|po|mo|exe|sh)   # files
    | (?:www\.)?(?:[a-z0-9-]+\.)+(?:com|org|net|int|gov|edu|eu|io|dev|app)(?:/\S*)?                      # domains
    | (?:text|image|audio|video|application|font|multipart)/[\w.+*-]+   # media types
    | [A-Za-z0-9]+(?:_[A-Za-z0-9]+)+_? | _[a-z]\w*                      # snake_case, CONSTANT_CASE
    | [a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+                                 # camelCase
    | (?:[A-Z][a-z0-9]+){2,}[A-Z]?[a-z0-9]*\(\)                         # calls
    | [a-z][\w-]*(?:[.:][\w-]+)+ | :[a-z_]\w*                           # dotted.keys, :symbols
    | (?:fa|icon|btn|mdi|bi|glyphicon)(?:-[a-z0-9]+)+                   # classes of style sheets
    | v?\d+(?:\.\d+)+[-+.\w]* | [\^~<>=]+\s?\d[\w.-]*                    # versions
    | \d{4}-\d\d?-\d\d?(?:[T\s]\d[\d:.+Z-]*)?                           # dates and times
    | [0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12} | (?=[A-Za-z]*\d)[0-9A-Fa-f]{16,}   # numbers of things
    | (?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9+/_-]{24,}={0,2}       # keys and hashes
    | (?:(?P<sign>[yYMdDHhmsSaAEeuwWLQZzXx])(?P=sign){0,4}(?:[\s.,:/'-]+|$)){2,}   # patterns of dates: dd/MM/yyyy
    | [a-z]{2,3}[-_](?:[A-Z][a-z]{3}[-_])?[A-Z]{2}                      # languages: pt-BR
    | &\w+;
    """,
    re.VERBOSE,
)
_KEYS = frozenset(
    {
        "id", "uuid", "key", "url", "uri", "href", "src", "icon", "color", "colour", "class", "classname", "slug",
        "path", "locale", "lang", "version", "delimiter", "separator", "encoding", "charset", "email", "regex",
        "pattern", "mimetype", "timezone",
    }
)  # fmt: skip


def technical(key: str) -> bool:
    """Tell whether the name of a value says that no person reads it."""
    return key.casefold() in _KEYS


def wordy(source: Text) -> bool:
    """Tell whether there is anything in a text that a person would translate.

    Left out are texts without letters outside placeholders, and those that are as a whole an address, a path or file
    name, a colour, a length, an identifier with an underscore, an inner capital or a dot in it, a version, a date
    pattern, or a word of programs ("true").
    """
    free: list[str] = []
    done = 0
    for start, end in source.protected():
        free.append(source.plain[done:start])
        done = max(done, end)
    rest = _DIRECTIVE.sub(" ", " ".join([*free, source.plain[done:]]))
    if not _LETTERS.search(rest):
        return False
    whole = source.plain.strip()
    return whole.casefold() not in _WORDS and _CODE.fullmatch(whole) is None
