"""The language and direction of a translated WordprocessingML document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.formats import xml
from localize.formats.office.ooxml import PREFIXES
from localize.formats.office.parts import WORD, main_part, related
from localize.formats.package import Edit
from localize.formats.xml import ATTRIBUTES
from localize.languages import base, direction
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from localize.formats.archive import Archive
    from localize.formats.office.atoms import Run
    from localize.formats.package import Package

_AFTER_RTL = "cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange"
_AFTER_BIDI = (
    "adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|"
    "textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange"
)
_AFTER_BIDI_VISUAL = (
    "tblStyleRowBandSize|tblStyleColBandSize|tblW|jc|tblCellSpacing|tblInd|tblBorders|shd|tblLayout|tblCellMar|"
    "tblLook|tblCaption|tblDescription|tblPrChange"
)
_AFTER_SECTION_BIDI = "rtlGutter|docGrid|printerSettings|sectPrChange"
"""Elements that have to stand after one that is added (ISO/IEC 29500-1, the schema in annex A.1)."""
_TWINS = {"b": "bCs", "i": "iCs", "sz": "szCs"}
"""Properties of runs and their like for text from right to left."""
_EAST_ASIAN = frozenset(["zh", "ja", "ko"])
_PREFIX = re.compile(r"<(?:([\w.-]+):)?\w")


class WordDialect:
    """Spells WordprocessingML in a language."""

    apart = True

    def __init__(self, language: str) -> None:
        self._language = language
        self._rtl = direction(language) == "rtl"
        self._openings: dict[str, str] = {}

    @classmethod
    def of(cls, package: Package, language: str) -> WordDialect:  # noqa: ARG003
        """Make one; the package does not matter."""
        return cls(language)

    def opening(self, run: Run) -> str:
        """Begin a run with its properties, in the language and direction of the translation."""
        if run.opening not in self._openings:
            self._openings[run.opening] = self._directed(_in_language(run.opening, self._language))
        return self._openings[run.opening]

    def text(self, characters: str, run: Run) -> str:
        """Spell characters as ``t`` elements."""
        prefix = prefix_of(run.opening)
        spelled: list[str] = []
        for index, piece in enumerate(characters.split("\u2011")):
            if index:
                spelled.append(f"<{prefix}noBreakHyphen/>")
            if piece:
                kept = ' xml:space="preserve"' if piece != piece.strip() or "  " in piece else ""
                spelled.append(f"<{prefix}t{kept}>{escaped(piece)}</{prefix}t>")
        return "".join(spelled)

    def head(self, markup: str) -> str:
        """Set the direction of a paragraph."""
        prefix = prefix_of(markup)
        markup = re.sub(rf"<{prefix}bidi{ATTRIBUTES}/>", "", markup)
        return _with(markup, "pPr", "bidi", _AFTER_BIDI) if self._rtl else markup

    def _directed(self, opening: str) -> str:
        prefix = prefix_of(opening)
        opening = re.sub(rf"<{prefix}rtl{ATTRIBUTES}/>", "", opening)
        if not self._rtl:
            return opening
        return _with(_twinned(opening), "rPr", "rtl", _AFTER_RTL)


def _twinned(markup: str) -> str:
    """Let the properties of a run hold for text from right to left, too."""
    prefix = prefix_of(markup)
    for name, twin in _TWINS.items():
        if f"<{prefix}{twin}" not in markup:
            markup = re.sub(rf"(<{prefix}){name}({ATTRIBUTES}/>)", rf"\g<0>\g<1>{twin}\g<2>", markup, count=1)
    return markup


def styles(archive: Archive) -> Sequence[str]:
    """Name the member with the styles, if there is one."""
    return related(archive, main_part(archive, WORD), ("styles",))


def settle(package: Package, language: str) -> tuple[Iterable[Edit], Mapping[str, bytes]]:
    """Set the language of the document, and the direction of its sections and tables."""
    members: dict[str, bytes] = {}
    for name in styles(package.archive):
        text = _styles(package.member(name), package.archive.path, name, language)
        members |= package.edited(name, text)
    return (list(_sides(package)) if direction(language) == "rtl" else []), members


def _sides(package: Package) -> Iterator[Edit]:
    """Turn tables and sections around."""
    for part in package.parts:
        for name, added, after in (
            ("tblPr", "bidiVisual", _AFTER_BIDI_VISUAL),
            ("sectPr", "bidi", _AFTER_SECTION_BIDI),
        ):
            for found in re.finditer(
                rf"<(?:[\w.-]+:)?{name}{ATTRIBUTES}>.*?</(?:[\w.-]+:)?{name}>", part.text, re.DOTALL
            ):
                if f":{added}" not in found[0]:
                    yield Edit(
                        part.at + found.start(), part.at + found.end(), _with(found[0], name, added, after)
                    )


def _styles(text: str, path: str, part: str, language: str) -> str:
    """Give the default style the language, and all others that are in the same as the default was."""
    start = end = -1
    for event in xml.events(text, PREFIXES, path=path, part=part):
        if event.name == "w:docDefaults":
            start, end = (event.start, end) if event.kind == "start" else (start, event.end)
    if start < 0:
        return text
    default = text[start:end]
    prefix = prefix_of(default)
    if f"<{prefix}lang" not in default:
        added = f'<{prefix}lang {prefix}val="{language}"/>'
        default = default.replace(f"</{prefix}rPr>", f"{added}</{prefix}rPr>", 1)
    tag = re.compile(rf"<{prefix}lang{ATTRIBUTES}/>")
    said = tag.search(default)
    rest = text[end:]
    if said:
        old = base(xml.attributes_of(said[0]).get(f"{prefix}val", ""))

        def renamed(found: re.Match[str]) -> str:
            same = base(xml.attributes_of(found[0]).get(f"{prefix}val", "")) == old
            return _in_language(found[0], language) if same else found[0]

        rest = tag.sub(renamed, rest)
    text = text[:start] + _in_language(default, language) + rest
    if direction(language) == "rtl":
        text = re.sub(
            rf"<{prefix}rPr>.*?</{prefix}rPr>", lambda found: _twinned(found[0]), text, flags=re.DOTALL
        )
    return text


def _in_language(markup: str, language: str) -> str:
    """Set the language in the first ``lang`` element, if there is one, for the kind of script that it is written in."""
    prefix = prefix_of(markup)
    found = re.search(rf"<{prefix}lang{ATTRIBUTES}/>", markup)
    if not found:
        return markup
    kind = "bidi" if direction(language) == "rtl" else "eastAsia" if base(language) in _EAST_ASIAN else "val"
    new = xml.with_attributes(found[0], {f"{prefix}{kind}": language})
    return f"{markup[: found.start()]}{new}{markup[found.end() :]}"


def _with(markup: str, properties: str, added: str, after: str) -> str:
    """Add an empty element to the properties of a run, a paragraph, a table or a section, where the schema wants it."""
    prefix = prefix_of(markup)
    element = f"<{prefix}{added}/>"
    opened = re.search(rf"<{prefix}{properties}({ATTRIBUTES})(/?)>", markup)
    if not opened:
        return f"{markup}<{prefix}{properties}>{element}</{prefix}{properties}>"
    if opened[2]:
        whole = f"<{prefix}{properties}{opened[1]}>{element}</{prefix}{properties}>"
        return markup[: opened.start()] + whole + markup[opened.end() :]
    place = re.compile(rf"<{prefix}(?:{after})\b|</{prefix}{properties}>").search(markup, opened.end())
    at = place.start() if place else opened.end()
    return markup[:at] + element + markup[at:]


def prefix_of(markup: str) -> str:
    """Give the prefix of the first element, with its colon; empty if it has none."""
    found = _PREFIX.match(markup)
    return f"{found[1]}:" if found and found[1] else ""
