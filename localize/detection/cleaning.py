"""Take out of a text what is in no language: addresses, markup, placeholders, code, codes."""

from __future__ import annotations

import re
import unicodedata

_NOISE = re.compile(
    r"""
      (?:https?|ftp|file)://[!-~]+ | \bwww\.[!-~]+                      # addresses; ASCII, so that the Chinese
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}                   # that follows without a space stays
    | <[^<>]{1,200}> | &\#?\w{1,31};                                    # tags, entities
    | `[^`]{1,500}`                                                     # code spans
    | \{\{[^{}]{0,200}\}\} | [$%\#]?\{[^{}\s]{0,100}\} | %\(\w{1,64}\)[a-z] | %[a-z]\b | %\d\$[a-z]
    | (?<!\w)[@\#](?a:\w)+                                              # handles, tags
    | (?<!\w)--?[a-z](?a:[\w-])*                                        # options
    | \b[A-Za-z]:\\[!-~]* | (?<![\w/])(?:~|\.{1,2})?/[\w.-]+(?:/[\w.-]*)*   # paths
    | (?<![\w./-])[\w.-]{1,64}(?:/[\w.-]{1,64}){2,}
    | (?<![\w.])[a-z_](?a:\w){0,63}(?:\.[a-z_](?a:\w){0,63})+(?:\(\))?  # os.path.join, example.com
    | (?a:\b[\w-]{1,64}\.(?:md|txt|html?|pdf|docx?|jpe?g|png|py|js|com|org|net)\b)
    | (?a:\b\w+\(\))                                                    # calls
    | (?a:\b(?=\w{0,64}\d)(?=\w{0,64}[A-Za-z])[\w-]+)                   # A4, 0x1F, 20th
    | (?a:\b\w*[A-Za-z]_\w+) | (?a:\b[a-z]+[A-Z]\w*)                    # snake_case, camelCase
    """,
    re.VERBOSE,
)

_SHOUTED = 0.6
"""Share of capitals among cased letters from which a text is read in lower case."""

_PARTICLES = (
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "la", "las", "le",
    "of", "ter", "the", "van", "von", "y", "zu",
)  # fmt: skip
"""Small words inside names."""


def clean(text: str) -> str:
    """Give the words of a text on one line, composed (NFC), without what is in no language."""
    return " ".join(_NOISE.sub(" ", unicodedata.normalize("NFC", text)).split())


def lower_shouting(prose: str) -> str:
    """Write a text that is mostly capitals in lower case: n-gram models take capital words for acronyms."""
    upper = sum(char.isupper() for char in prose)
    cased = upper + sum(char.islower() for char in prose)
    return prose.lower() if upper > _SHOUTED * cased else prose


def only_names(prose: str) -> bool:
    """Say whether a text is up to four capitalised words, which may be a name in any language.

    "Reuters", "Angela Merkel", "Ludwig van Beethoven", "Breaking News". Words of scripts without case are no
    names by this rule.
    """
    words = [word.lstrip("\"'([«“„‘¿¡") for word in prose.split()]
    words = [word for word in words if word[:1].isalpha() and word not in _PARTICLES]
    return len(words) <= 4 and all(word[0].isupper() for word in words)
