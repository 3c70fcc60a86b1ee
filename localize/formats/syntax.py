"""Inline constructs of Markdown that begin with a character of their own, as patterns.

Source: CommonMark 0.31, sections 2.4 to 2.5 and 6.3 to 6.6; GitHub Flavored Markdown 0.29, sections 6.9 and 6.11.
All of them take time linear in what they consume; quantifiers are possessive or bounded.
"""

from __future__ import annotations

import re
from html.entities import html5

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""The characters that a backslash escapes."""

SPECIAL = re.compile(
    r"""
      [\\`*_~\[\]!<&$^\r]
    | %%(?=[^%\s]) | ==(?=[^=\s])
    | \{[{%\#.:/]
    | (?<![\w/])(?:https?://|ftp://|www\.)(?=[^\s<>])
    | (?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+
    """,
    re.VERBOSE,
)
"""The next place at which something other than text may begin."""

MARKS = "\\`*_~[]!<&$\r{^%="
"""The first characters of ``SPECIAL`` that do not begin an address."""

ADDRESS = re.compile(r"[^\s<>\[\]`|\"“”«»‘]+")
"""The rest of a bare web address, with punctuation that may belong to the sentence."""

AUTOLINK = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|"
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*+)>"
)
ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
FOOTNOTE = re.compile(r"\[\^[^\]\[\s]{1,200}\]")
LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
TAG = re.compile(
    r"""
    <(?: (?P<close>/) (?P<closed>[A-Za-z][A-Za-z0-9-]*+) \s*+
       | (?P<opened>[A-Za-z][A-Za-z0-9-]*+)
         (?: \s++ [A-Za-z_:][\w.:-]*+ (?: \s*+ = \s*+ (?: [^\s"'=<>`]++ | '[^']*+' | "[^"]*+" ) )? )*+
         \s*+ (?P<void>/?)
     )>
    """,
    re.VERBOSE | re.ASCII,
)
LANGUAGE = re.compile(
    r"""\s(?:xml:)?lang\s*+=\s*+["']?([A-Za-z]{2,8}(?![A-Za-z])(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE
)
"""In a tag: what language its content is in."""
UNTRANSLATED = re.compile(
    r"""\stranslate\s*+=\s*+["']?no(?![\w-])|\sclass\s*+=\s*+(?:"[^"]*?|'[^']*?|)(?<![\w-])(?:notranslate|skiptranslate)(?![\w-])""",
    re.IGNORECASE,
)
"""In a tag: its content is not to be translated."""
TEMPLATE = re.compile(
    r"\{\{[^{}\n\r]{0,500}\}\}|\{%[^{}\n\r]{0,500}%\}|\{[#.:][^{}\n\r]{0,200}\}|\{/\*[^*]{0,500}\*/\}"
)
"""Shortcodes and expressions of site generators (Hugo, Jekyll) and attribute lists (kramdown, Pandoc), comments of MDX."""

COMMENT = re.compile(r"%%[^%\n\r]{1,2000}%%")
"""What Obsidian shows to nobody."""
MARKED = re.compile(r"==(?=[^=\s])([^=\n\r`*_~\[\]<>\\$&]{1,500})(?<=[^=\s])==(?!=)")
"""Highlighted text, as in Pandoc, Obsidian and Hugo."""
RAISED = re.compile(r"\^[^\s^\[\]`*_~<>\\]{1,50}\^")
"""A superscript of Pandoc."""
INLINE_NOTE = re.compile(r"\^\[([^\[\]\n\r`*_~<>\\$&^]{1,1000})\]")
"""A footnote of Pandoc that stands where it is called."""
WIKI_LINK = re.compile(r"\[\[([^\[\]|\n\r]{1,500}?)(\\?\|([^\[\]|\n\r]{1,500}))?\]\](?![(\[])")
"""A link by the name of a page, in wikis and Obsidian; maybe with a text of its own."""

UNSEEN = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
"""Comments, processing instructions, CDATA sections and declarations: how they begin and end."""

VOID = frozenset(
    ["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
"""Elements that have no end tag (HTML Living Standard, section 13.1.2)."""

NOT_PROSE = frozenset(
    ["code", "kbd", "samp", "var", "tt", "pre", "script", "style", "textarea", "math", "svg"]
)
"""Elements whose content is not in any language."""

_MATH = re.compile(r"(\$\$?)(?![\s$])([^$\n\r]{1,200}?)(?<![\s\\])\1(?![\d$])")
_FORMULA = re.compile(r"[\\^_{}=<>+/|]")
_DESTINATION = re.compile(r"(?:[^\s()\\\x00-\x1f]|\\.)++|[()]|\\")
_ANGLE = re.compile(r"<(?:[^<>\n\r\\]|\\.)*+>")
_TITLES = {
    '"': re.compile(r'"(?:[^"\\]|\\.){0,2000}"', re.DOTALL),
    "'": re.compile(r"'(?:[^'\\]|\\.){0,2000}'", re.DOTALL),
    "(": re.compile(r"\((?:[^()\\]|\\.){0,2000}\)", re.DOTALL),
}
_SPACE = re.compile(r"[ \t\n\r]*+")


def math(text: str, start: int) -> tuple[int, int] | None:
    """Give the end of the opening and of the closing dollar signs of a formula at ``start``.

    Prices are not formulas: like Pandoc, we want no space inside the signs and no digit after them, and besides
    either a single letter or a sign that mathematics uses and sentences do not.
    """
    found = _MATH.match(text, start)
    if not found or text[start - 1 : start].isalnum():
        return None
    body = found[2]
    if not _FORMULA.search(body) and not (len(body) == 1 and body.isalpha()):
        return None
    return start + len(found[1]), found.end()


def link_tail(text: str, start: int) -> int:
    """Give the end of ``(destination "title")`` at ``start``, or -1."""
    place = _space(text, start + 1)
    if text.startswith("<", place):
        angle = _ANGLE.match(text, place)
        if not angle:
            return -1
        place = angle.end()
    else:
        place = _destination(text, place)
        if place < 0:
            return -1
    after = _space(text, place)
    title = _TITLES.get(text[after : after + 1])
    if title and after > place:
        found = title.match(text, after)
        if not found:
            return -1
        after = _space(text, found.end())
    return after + 1 if text.startswith(")", after) else -1


def title(text: str, end: int) -> tuple[int, int] | None:
    """Give the place of the title, without its quotes, in a link or an image whose markup ends at ``end``."""
    place = end - 1
    while place and text[place - 1] in " \t\n\r":
        place -= 1
    quote = {"'": "'", '"': '"', ")": "("}.get(text[place - 1 : place])
    if not quote or text[end - 1 : end] != ")":
        return None
    start = place - 1
    while start > 0 and (text[start - 1] != quote or text[start - 2 : start - 1] == "\\"):
        start -= 1
    found = _TITLES[quote].fullmatch(text, start - 1, place) if start else None
    return (start, place - 1) if found and text[start - 2 : start - 1].isspace() else None


def spelled(entity: str) -> str | None:
    """Give the characters that a character reference stands for, or None if there is no such reference."""
    if not entity.startswith("&#"):
        return html5.get(entity[1:])
    number = int(entity[3:-1], 16) if entity[2] in "xX" else int(entity[2:-1])
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    return " " if number in {9, 10, 13} else chr(number)


def address_end(text: str, start: int) -> int:
    """Give the end of the bare web address at ``start``, without punctuation that ends a sentence or a bracket."""
    found = ADDRESS.match(text, start)
    end = found.end() if found else start
    closing = text.count(")", start, end) - text.count("(", start, end)
    while end > start and (text[end - 1] in "?!.,:;*_~'’" or (text[end - 1] == ")" and closing > 0)):
        closing -= text[end - 1] == ")"
        end -= 1
    return end


def normalised(label: str) -> str:
    """Write a reference label the way labels are compared."""
    return " ".join(label.split()).casefold()


def _space(text: str, start: int) -> int:
    found = _SPACE.match(text, start)
    return found.end() if found else start


def _destination(text: str, start: int) -> int:
    """Give the end of a link destination without angle brackets, in which parentheses are balanced, or -1."""
    depth, place = 0, start
    while found := _DESTINATION.match(text, place):
        if found[0] == "(":
            depth += 1
            if depth > 32:
                return -1
        elif found[0] == ")":
            if depth == 0:
                return place
            depth -= 1
        place = found.end()
    return place if depth == 0 else -1
