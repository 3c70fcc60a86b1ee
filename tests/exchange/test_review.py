"""The law of exports: what a reviewer approves in one, and only that, comes back, word for word and code for code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polib
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from localize.document import Code, Document, Segment, Text, Translation, Unit
from localize.exchange import EXPORT_FORMATS, FileResult
from localize.exchange.bitext import Bitext, Intake, as_written, squeeze, without_literals
from localize.exchange.reading import read

if TYPE_CHECKING:
    from collections.abc import Collection

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12).filter(
    str.strip
)
V2 = "{urn:oasis:names:tc:xliff:document:2.0}"
V1 = "{urn:oasis:names:tc:xliff:document:1.2}"
SPACE = " "


def coded(draw: st.DrawFn, words: str) -> Text:
    """Put a pair, an overlapping pair, or a single code into a text, or none."""
    first, last = sorted(draw(st.tuples(st.integers(0, len(words)), st.integers(0, len(words)))))
    codes = draw(
        st.sampled_from(
            [
                (),
                (Code(first, "<b>", "open", 1), Code(last, "</b>", "close", 1)),
                (Code(first, "[", "open", 1, translate=False), Code(last, "](u)", "close", 1)),
                (
                    Code(first, "<i>", "open", 1),
                    Code(first, "**", "open", 2),
                    Code(last, "</i>", "close", 1),
                    Code(last, "**", "close", 2),
                ),
                (Code(first, "", "open", 5, translate=False), Code(last, "", "close", 5)),
                (Code(first, "\n", "empty", 3),),
                (Code(first, "</p>", "close", 4),),
            ]
        )
    )
    return Text(words, codes)


@st.composite
def results(draw: st.DrawFn) -> FileResult:
    """Draw an article of one to three blocks of one to three sentences, and its translation."""
    translations: list[Translation] = []
    units: list[Unit] = []
    written = ""
    for number in range(draw(st.integers(1, 3))):
        sentences = draw(st.lists(WORDS.map(str.strip), min_size=1, max_size=3))
        plain = SPACE.join(sentences)
        source = coded(draw, plain)
        start = len(written)
        written += source.render() + "\n\n"
        unit = Unit(
            f"b{number} é/_x", (start, len(written) - 2), source, note=draw(st.sampled_from(["", "lead"]))
        )
        units.append(unit)
        done = 0
        for index, sentence in enumerate(sentences):
            span = (done, done + len(sentence))
            done = span[1] + 1
            segment = Segment(unit, index, span, source.slice(*span))
            target = Text(draw(WORDS))
            codes = tuple(replace(code, at=min(code.at, len(target.plain))) for code in segment.source.codes)
            translations.append(Translation(segment, replace(target, codes=codes)))
    document = Document("news/a.md", "markdown", written, tuple(units), "en")
    return FileResult(document, "pt-BR", "", tuple(translations))


def taken(text: str) -> dict[str, Bitext]:
    entries = read(text.encode(), Intake("reviewed"))
    return {one.segment: one for one in entries if one.state in {None, "reviewed", "final"}}


def approve_xliff(text: str, chosen: Collection[str]) -> str:
    root = etree.fromstring(text.encode())
    for segment in root.iter(f"{V2}segment"):
        if f"{segment.getparent().get('name')}/{segment.get('id')[1:]}" in chosen:
            segment.set("state", "reviewed")
    return str(etree.tostring(root, encoding="unicode"))


def approve_xliff_12(text: str, chosen: Collection[str]) -> str:
    root = etree.fromstring(text.encode())
    for unit in root.iter(f"{V1}trans-unit"):
        marks = [mark.get("mid") for mark in unit.iter(f"{V1}mrk") if mark.get("mtype") == "seg"]
        names = {f"{unit.get('id')}/{mark}" for mark in marks or "0"}
        unit.set("approved", "yes" if names <= set(chosen) else "no")
    return str(etree.tostring(root, encoding="unicode"))


def approve_tmx(text: str, chosen: Collection[str]) -> str:
    root: Any = etree.fromstring(text.encode())
    for unit in root.iter("tu"):
        said = {prop.get("type"): prop for prop in unit.iter("prop")}
        if said["id"].text in chosen:
            said["state"].text = "reviewed"
    return str(etree.tostring(root, encoding="unicode"))


def approve_po(text: str, chosen: Collection[str]) -> str:
    file = polib.pofile(f"#\n{text}")
    for entry in file:
        if entry.msgctxt in chosen:
            entry.flags.remove("fuzzy")
    return str(file)


@given(results(), st.data())
def test_a_reviewed_file_gives_what_was_approved_and_nothing_else(
    made: FileResult, data: st.DataObject
) -> None:
    every = {one.segment.id: one for one in made.translations}
    chosen = data.draw(st.sets(st.sampled_from(sorted(every))))
    for name, approve in {"xliff": approve_xliff, "tmx": approve_tmx}.items():
        back = taken(approve(EXPORT_FORMATS[name](made), chosen))
        assert set(back) == chosen, name
        for segment, entry in back.items():
            assert entry.document == "news/a.md"
            for mine, sent in (
                (entry.source, every[segment].segment.source),
                (entry.target, every[segment].target),
            ):
                assert mine.plain == sent.plain, name
                assert without_literals(mine).render() == without_literals(sent).render(), name


@given(results(), st.data())
def test_in_xliff_1_2_a_block_is_approved_as_a_whole(made: FileResult, data: st.DataObject) -> None:
    every = {one.segment.id: one for one in made.translations}
    units = sorted({one.segment.unit.id for one in made.translations})
    chosen = data.draw(st.sets(st.sampled_from(units)))
    segments = {name for name, one in every.items() if one.segment.unit.id in chosen}
    back = taken(approve_xliff_12(EXPORT_FORMATS["xliff-1.2"](made), segments))
    assert set(back) == segments
    for segment, entry in back.items():
        assert entry.source.render() == every[segment].segment.source.render()
        assert entry.target.render() == every[segment].target.render()


@given(results(), st.data())
def test_a_po_file_gives_what_is_no_longer_fuzzy(made: FileResult, data: st.DataObject) -> None:
    every = {one.segment.id: one for one in made.translations}
    chosen = data.draw(st.sets(st.sampled_from(sorted(every))))
    back = taken(approve_po(EXPORT_FORMATS["po"](made), chosen))
    assert set(back) == chosen
    for segment, entry in back.items():
        assert squeeze(entry.target.plain) == squeeze(as_written(every[segment].target))
