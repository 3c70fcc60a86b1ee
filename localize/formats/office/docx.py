"""Documents of word processors in WordprocessingML (``.docx``, ISO/IEC 29500-1, section 17).

Charts and diagrams are DrawingML. Comments and deleted text are left as they are, inserted text is text; title, subject
and description of the file are prose. The language of what is translated, and of the document, becomes that of the
targets; its direction follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.formats.office import ooxml, properties
from localize.formats.office.drawing import BESIDE
from localize.formats.office.drawing import GRAMMAR as DRAWING
from localize.formats.office.files import Office
from localize.formats.office.parts import WORD, main_part, opener, related
from localize.formats.office.slidelanguage import SlideDialect
from localize.formats.office.wordlanguage import WordDialect, prefix_of, settle, styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.formats.archive import Archive
    from localize.formats.office.atoms import Block, Run
    from localize.formats.package import Package, Part
    from localize.formats.xml import Event

_CODE = frozenset(["VerbatimChar", "SourceText", "HTMLCode", "HTMLKeyboard", "HTMLSample", "HTMLTypewriter", "CodeChar"])  # fmt: skip
_CODE_PARAGRAPHS = frozenset(["SourceCode", "PreformattedText", "HTMLPreformatted", "Code", "CodeBlock"])


def _parts(archive: Archive) -> Sequence[str]:
    main = main_part(archive, WORD)
    kinds = (*BESIDE, "footnotes", "endnotes", "header", "footer")
    return [main, *related(archive, main, kinds), *properties.names(archive)]


def _kind(head: Sequence[Event], around: Sequence[str]) -> str:
    style = outline = ""
    listed = False
    for event in head:
        if event.name == "w:pStyle":
            style = event.attributes.get("w:val", style)
        elif event.name == "w:outlineLvl":
            outline = event.attributes.get("w:val", outline)
        listed = listed or event.name == "w:numPr"
    if style in _CODE_PARAGRAPHS:
        return ""
    name = style.lower()
    if name.startswith(("heading", "title", "subtitle")) or (outline.isdigit() and int(outline) < 9):
        return "heading"
    if "w:tc" in around:
        return "table-cell"
    if listed or name.startswith("list"):
        return "list-item"
    return (
        "quote" if "quote" in name or name == "blocktext" else "caption" if "caption" in name else "paragraph"
    )


def _hidden(properties: Sequence[Event]) -> bool:
    return any(
        event.kind == "start"
        and event.name == "w:vanish"
        and event.attributes.get("w:val", "true") not in {"0", "false", "off"}
        for event in properties
    )


_GRAMMAR = ooxml.Grammar(
    prefix="w",
    kinds={
        "w:proofErr": "noise",
        "w:lastRenderedPageBreak": "noise",
        "w:br": "break",
        "w:cr": "break",
        "w:tab": "tab",
        "w:ptab": "tab",
    },
    texts={"w:noBreakHyphen": "\u2011", "w:softHyphen": ""},
    pairs=frozenset(["w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdt", "w:dir", "w:bdo", "w:fldSimple"]),
    left=frozenset(["w:del", "w:moveFrom"]),
    unseen=frozenset(["w:lang", "w:noProof", "w:webHidden", "w:rPrChange", "w:ins", "w:moveTo", "w:hint", "w:rtl", "w:specVanish"]),
    kind=_kind,
    hidden=_hidden,
    code=_CODE,
)  # fmt: skip


def _blocks(package: Package, part: Part) -> Iterator[Block]:
    if properties.hold(package, part):
        return properties.blocks(part, package.archive.path)
    drawn = part.name in related(package.archive, package.parts[0].name, BESIDE)
    return ooxml.blocks(part, DRAWING if drawn else _GRAMMAR, package.archive.path)


class _Dialect:
    """Spells WordprocessingML, and DrawingML in its charts and diagrams."""

    apart = True

    def __init__(self, language: str) -> None:
        self._word, self._drawing = WordDialect(language), SlideDialect(language)

    @classmethod
    def of(cls, package: Package, language: str) -> _Dialect:  # noqa: ARG003
        """Make one; the package does not matter."""
        return cls(language)

    def opening(self, run: Run) -> str:
        """Begin a run."""
        return self._of(run.opening).opening(run)

    def text(self, characters: str, run: Run) -> str:
        """Spell characters."""
        return self._of(run.opening).text(characters, run)

    def head(self, markup: str) -> str:
        """Begin a paragraph."""
        return self._of(markup).head(markup)

    def _of(self, markup: str) -> WordDialect | SlideDialect:
        return self._drawing if prefix_of(markup) == f"{DRAWING.prefix}:" else self._word


DOCX = Office("docx", opener(_parts), _blocks, _Dialect.of, styles, settle)
