"""Styles of OpenDocument: how runs look, and the language and direction of a translated document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from localize.formats import xml
from localize.formats.office.atoms import Run
from localize.formats.package import Edit
from localize.languages import base, direction
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from localize.formats.package import Package, Part
    from localize.formats.xml import Event

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    **{f"{_ODF}{name}:1.0": name for name in ("office", "style", "text", "table", "presentation")},
    f"{_ODF}drawing:1.0": "draw",
    f"{_ODF}svg-compatible:1.0": "svg",
    f"{_ODF}xsl-fo-compatible:1.0": "fo",
    f"{_ODF}manifest:1.0": "manifest",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_CODE = frozenset(["Source_20_Text", "Source_Text", "Teletype", "User_20_Entry", "Example"])
_UNSEEN = re.compile(r"(?:.* )?(?:paragraph-)?rsid|.*:(?:language|country|script|rfc-language-tag)(?:-.*)?")
_EAST_ASIAN = frozenset(["zh", "ja", "ko"])
_DIRECTED = frozenset(
    [
        "style:paragraph-properties",
        "style:page-layout-properties",
        "style:graphic-properties",
        "style:table-properties",
    ]
)
_MODES = {"ltr": "lr-tb", "rtl": "rl-tb"}
_MIRRORED = {"start": "end", "end": "start", "left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The automatic styles of a part: what programs make up for looks that have no name.

    Attributes:
        looks: Of text styles, by name.
        parents: Names of the styles that others are made from.
    """

    looks: Mapping[str, str]
    parents: Mapping[str, str]

    @classmethod
    def of(cls, part: Part, path: str) -> Styles:
        """Read them."""
        looks: dict[str, str] = {}
        parents: dict[str, str] = {}
        name = ""
        automatic = False
        for event in xml.events(part.text, PREFIXES, path=path, part=part.name):
            if event.name == "office:automatic-styles":
                automatic = event.kind == "start"
            elif not automatic or event.kind != "start":
                continue
            elif event.name == "style:style":
                name = event.attributes.get("style:name", "")
                parents[name] = event.attributes.get("style:parent-style-name", "")
                looks[name] = parents[name]
            elif name:
                seen = (
                    f"{key}={value};"
                    for key, value in sorted(event.attributes.items())
                    if not _UNSEEN.fullmatch(key)
                )
                looks[name] += "".join(seen)
        return cls(looks, parents)

    def look(self, name: str) -> Run:
        """Give the look of a text style; it has no markup."""
        named = self.parents.get(name, name)
        return Run("", "", self.looks.get(name, name), named not in _CODE)

    def paragraph(self, name: str) -> str:
        """Give the name of the style that a paragraph's style is, or is made from."""
        return self.parents.get(name) or name


class OdfDialect:
    """Spells OpenDocument; languages and directions are matters of styles."""

    apart = False

    def __init__(self, prefix: str) -> None:
        self._spaces = re.compile(" ( +)")
        self._prefix = prefix

    @classmethod
    def of(cls, package: Package, language: str) -> OdfDialect:  # noqa: ARG003
        """Make one for a file."""
        found = re.search(rf"""xmlns:([\w.-]+)=["']{_ODF}text:1\.0["']""", package.parts[0].text[:20_000])
        return cls(found[1] if found else "text")

    def opening(self, run: Run) -> str:
        """Begin a run."""
        return run.opening

    def text(self, characters: str, run: Run) -> str:  # noqa: ARG002
        """Spell characters; of several spaces, only the first one counts if it is written as it is."""

        def spaces(found: re.Match[str]) -> str:
            return f' <{self._prefix}:s {self._prefix}:c="{len(found[1])}"/>'

        return self._spaces.sub(spaces, escaped(characters))

    def head(self, markup: str) -> str:
        """Give the head of a paragraph as it is."""
        return markup


def settle(package: Package, language: str) -> tuple[Iterable[Edit], Mapping[str, bytes]]:
    """Set the language and direction of the default styles, and of those that had the same."""
    path = package.archive.path
    defaults = [event for part in package.parts for event in _defaults(package, part)]
    modes = {event.attributes.get("style:writing-mode", "") for event in defaults}
    languages = (event.attributes.get("fo:language", "") for event in defaults)
    settling = _Settling(
        language,
        next((tag for tag in languages if tag), ""),
        "rtl" if modes & {"rl-tb", "rl"} else "ltr",
        frozenset(event.start for event in defaults),
    )
    edits: list[Edit] = []
    for part in package.parts:
        said = False
        for event in xml.events(part.text, PREFIXES, path=path, part=part.name, at=part.at):
            if said and event.kind == "text":
                edits.append(Edit(event.start, event.end, language))
            said = event.kind == "start" and event.name == "dc:language"
            if event.kind == "start" and (new := _bound(settling.attributes(event), part)):
                raw = part.text[event.start - part.at : event.end - part.at]
                edits.append(Edit(event.start, event.end, xml.with_attributes(raw, new)))
    return edits, {}


def _bound(attributes: Mapping[str, str], part: Part) -> dict[str, str]:
    """Leave out attributes with a prefix that a part does not declare: it would not be XML any more."""
    return {
        name: value for name, value in attributes.items() if f"xmlns:{name.partition(':')[0]}=" in part.text
    }


def _defaults(package: Package, part: Part) -> Iterator[Event]:
    """Yield the properties of default styles."""
    default = False
    for event in xml.events(part.text, PREFIXES, path=package.archive.path, part=part.name, at=part.at):
        if event.name == "style:default-style":
            default = event.kind == "start"
        elif default and event.kind == "start" and event.name.endswith("-properties"):
            yield event


@dataclass(frozen=True, slots=True)
class _Settling:
    """What changes in styles.

    Attributes:
        language: BCP 47 tag of the translation.
        old: Language of the default style.
        way: Direction of the source.
        defaults: Where the properties of default styles stand.
    """

    language: str
    old: str
    way: Literal["ltr", "rtl"]
    defaults: frozenset[int]

    def attributes(self, event: Event) -> dict[str, str]:
        """Give the new attributes of an element."""
        default = event.start in self.defaults
        if event.name == "style:text-properties":
            same = default or (self.old and event.attributes.get("fo:language") == self.old)
            return (self._language() if same else {}) | self._twins(event)
        if event.name in _DIRECTED:
            return self._direction(event, default=default)
        return {}

    def _language(self) -> dict[str, str]:
        tag, _, region = self.language.partition("-")
        country = region if len(region) == 2 else "none"
        if direction(self.language) == "rtl":
            return {"style:language-complex": tag, "style:country-complex": country}
        if base(self.language) in _EAST_ASIAN:
            return {"style:language-asian": tag, "style:country-asian": country}
        return {"fo:language": tag, "fo:country": country}

    def _twins(self, event: Event) -> dict[str, str]:
        """Let text from right to left be as bold as other text; programs keep the two apart."""
        if direction(self.language) != "rtl":
            return {}
        names = (("fo:font-weight", "style:font-weight"), ("fo:font-style", "style:font-style"), ("fo:font-size", "style:font-size"))  # fmt: skip
        given = event.attributes
        return {
            f"{twin}-complex": given[name]
            for name, twin in names
            if name in given and f"{twin}-complex" not in given
        }

    def _direction(self, event: Event, *, default: bool) -> dict[str, str]:
        way = direction(self.language)
        given = event.attributes
        new: dict[str, str] = {}
        mode = given.get("style:writing-mode", "")
        table = event.name == "style:table-properties"
        if mode in {"lr-tb", "rl-tb", "lr", "rl"} or (way == "rtl" and (default or table) and not mode):
            new["style:writing-mode"] = _MODES[way]
        align = given.get("fo:text-align", "")
        if way != self.way and align in _MIRRORED:
            new["fo:text-align"] = _MIRRORED[align]
        elif way == "rtl" and default and not align and event.name == "style:paragraph-properties":
            new["fo:text-align"] = "end"  # LibreOffice takes start for left, whatever the direction is
        return new
