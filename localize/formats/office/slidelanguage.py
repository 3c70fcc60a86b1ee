"""The language and direction of translated slides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from localize.formats import xml
from localize.formats.office.parts import SHOW, main_part, related
from localize.formats.package import Edit
from localize.languages import direction
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from localize.formats.archive import Archive
    from localize.formats.office.atoms import Run
    from localize.formats.package import Package

_MIRRORED = {"l": "r", "r": "l"}
_NAME = re.compile(r"<(?:([\w.-]+):)?(\w+)")
_LEVEL, _TABLE, _DEFAULT, _PARAGRAPH = (
    re.compile(rf"<(?:[\w.-]+:)?(?:{names})\b{xml.ATTRIBUTES}/?>")
    for names in (r"lvl\dpPr|defPPr|pPr", "tblPr", "defRPr|rPr|endParaRPr", "pPr")
)


class SlideDialect:
    """Spells the text of drawings in a language."""

    apart = True

    def __init__(self, language: str) -> None:
        self._language = language
        self._rtl = direction(language) == "rtl"

    @classmethod
    def of(cls, package: Package, language: str) -> SlideDialect:  # noqa: ARG003
        """Make one; the package does not matter."""
        return cls(language)

    def opening(self, run: Run) -> str:
        """Begin a run with its properties, in the language of the translation; it has not been proofread."""
        found = _DEFAULT.search(run.opening)
        if not found:
            return run.opening
        tag = xml.with_attributes(found[0], {"err": None, "dirty": None})
        return run.opening[: found.start()] + _in_language(tag, self._language) + run.opening[found.end() :]

    def text(self, characters: str, run: Run) -> str:
        """Spell characters as a ``t`` element."""
        prefix = _prefix(run.opening)
        return f"<{prefix}t>{escaped(characters)}</{prefix}t>"

    def head(self, markup: str) -> str:
        """Set the direction of a paragraph."""
        found = _PARAGRAPH.search(markup)
        if found:
            return markup[: found.start()] + _directed(found[0], rtl=self._rtl) + markup[found.end() :]
        return f'{markup}<{_prefix(markup)}pPr rtl="1"/>' if self._rtl else markup


def styles(archive: Archive) -> Sequence[str]:
    """Name the presentation and its masters."""
    main = main_part(archive, SHOW)
    return (main, *related(archive, main, ("slideMaster", "notesMaster")))


def settle(package: Package, language: str) -> tuple[Iterable[Edit], Mapping[str, bytes]]:
    """Set the language and direction of what slides inherit: the masters' styles and the presentation's."""
    rtl = direction(language) == "rtl"
    parts = {part.name for part in package.parts}
    members: dict[str, bytes] = {}
    for name in styles(package.archive):
        text = _DEFAULT.sub(lambda found: _in_language(found[0], language), package.member(name))
        text = _LEVEL.sub(lambda found: _directed(found[0], rtl=rtl), text)
        members |= package.edited(name, text) if name not in parts else {}
    edits = [
        Edit(part.at + found.start(), part.at + found.end(), _directed(found[0], rtl=rtl))
        for part in package.parts
        for found in _TABLE.finditer(part.text)
    ]
    return edits, members


def _in_language(tag: str, language: str) -> str:
    """Set the language of properties that name one."""
    return xml.with_attributes(tag, {"lang": language}) if "lang" in xml.attributes_of(tag) else tag


def _directed(tag: str, *, rtl: bool) -> str:
    """Set the direction of a paragraph's properties; what was on one side goes to the other if it changes."""
    given = xml.attributes_of(tag)
    if (given.get("rtl") in {"1", "true", "on"}) == rtl:
        return tag
    new = {"rtl": str(int(rtl))}
    if given.get("algn") in _MIRRORED:
        new["algn"] = _MIRRORED[given["algn"]]
    return xml.with_attributes(tag, new)


def _prefix(markup: str) -> str:
    found = _NAME.match(markup)
    return f"{found[1]}:" if found and found[1] else ""
