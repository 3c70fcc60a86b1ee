"""Slide shows in PresentationML (``.pptx``, ISO/IEC 29500-1, section 19).

Slides in the order of the show, each with its notes, charts and diagrams; title, subject and description of the file. Masters and layouts are left as they are, but
for their language and direction; so are comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.formats import xml
from localize.formats.office import ooxml, properties
from localize.formats.office.drawing import BESIDE, GRAMMAR
from localize.formats.office.files import Office
from localize.formats.office.parts import SHOW, main_part, opener, related, relations
from localize.formats.office.slidelanguage import SlideDialect, settle, styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.formats.archive import Archive
    from localize.formats.office.atoms import Block
    from localize.formats.package import Package, Part

_BESIDE = ("notesSlide", *BESIDE)


def _parts(archive: Archive) -> Sequence[str]:
    main = main_part(archive, SHOW)
    slides = {one.id: one.target for one in relations(archive, main) if one.kind == "slide"}
    text, _ = xml.decode(archive.read(main), path=archive.path, part=main)
    order = [
        event.attributes.get("r:id", "")
        for event in xml.events(text, ooxml.PREFIXES, path=archive.path, part=main)
        if event.kind == "start" and event.name == "p:sldId"
    ]
    found: list[str] = []
    for slide in [*(slides[one] for one in order if one in slides), *slides.values()]:
        found += [slide, *related(archive, slide, _BESIDE)]
    return (*(dict.fromkeys(found) or (main,)), *properties.names(archive))


def _blocks(package: Package, part: Part) -> Iterator[Block]:
    if properties.hold(package, part):
        return properties.blocks(part, package.archive.path)
    return ooxml.blocks(part, GRAMMAR, package.archive.path)


PPTX = Office("pptx", opener(_parts), _blocks, SlideDialect.of, styles, settle)
