"""What holds for every format, by the samples of ``samples.py`` and the files in ``tests/data``."""

from __future__ import annotations

import io
import re
import time
import tracemalloc
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from localize import formats
from localize.document import Text
from localize.engines import load
from localize.errors import FormatError
from localize.glossary import Glossary
from localize.inline import place
from localize.pipeline import Localizer, unit_targets
from localize.segmentation import segment
from localize.xmltext import printable
from tests.formats.fuzz import inputs, survives
from tests.formats.samples import SAMPLES
from tests.formats.test_archive import facts
from tests.pace import least_seconds

if TYPE_CHECKING:
    from localize.document import Document

DATA = Path(__file__).parents[1] / "data"
FILES = sorted(
    path
    for path in DATA.rglob("*")
    if "termbases" not in path.parts  # glossaries, some of them in old encodings, are no articles
    and any(path.suffix in each.extensions for each in formats.FORMATS.values())
)
PROSE = {"docx": "word/document.xml", "odt": "content.xml", "pptx": "ppt/slides/slide2.xml", "epub": "x.opf"}
"""A member with prose."""
SECONDS, MEGABYTES = 4.0, 300
FUZZED = 150
each_format = pytest.mark.parametrize("name", formats.FORMATS)
each_archive = pytest.mark.parametrize("name", formats.PACKED_FORMATS)


def parsed(name: str, data: bytes | None = None) -> Document:
    return formats.parse(data or SAMPLES[name], path=f"a.{name}", using=formats.FORMATS[name])


def accented(source: Text) -> str:
    """Translate into a language with more accents."""
    parts: list[str] = []
    done = 0
    for start, end in [*source.protected(), (len(source.plain),) * 2]:
        parts += (source.plain[done:start].replace("e", "é"), source.plain[start:end])
        done = end
    return "".join(parts)


def translated(document: Document, language: str = "pt") -> bytes:
    """Translate all units."""
    targets = {}
    for unit in document.units:
        words = [found.span() for found in re.finditer(r"\S+", unit.source.plain)]
        targets[unit.id] = place(unit.source, accented(unit.source), tuple((w, w) for w in words)).text
    return formats.save(document, targets, language)


def test_every_format_has_a_sample() -> None:
    assert set(SAMPLES) == set(formats.FORMATS)
    assert set(PROSE) == set(formats.PACKED_FORMATS)


@each_format
def test_an_untranslated_file_is_written_to_the_byte(name: str) -> None:
    document = parsed(name)
    assert formats.save(document, {}, "pt") == SAMPLES[name]
    assert formats.save(document, {unit.id: unit.source for unit in document.units}, "pt") == SAMPLES[name]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_untranslated_file_of_a_real_program_is_written_to_the_byte(path: Path) -> None:
    assert formats.save(formats.read(path), {}, "pt") == path.read_bytes()


@each_format
def test_the_echo_gives_a_file_back_to_the_byte(name: str) -> None:
    document = replace(parsed(name), language="en")
    (result,) = Localizer(load("echo", {}), Glossary()).translate([document], "pt")
    targets = unit_targets(result.document, result.translations)
    assert formats.save(document, targets, "pt") == SAMPLES[name]


@each_format
def test_markup_does_not_part_a_sentence(name: str) -> None:
    unit = next(unit for unit in parsed(name).units if unit.source.plain.startswith("The Secretary"))
    first = next(iter(segment(unit, "en")))
    assert first.source.plain == "The Secretary-General arrived."
    marks = [code for code in first.source.codes if code.kind in {"open", "close"}]
    if name != "text":
        assert [(code.kind, code.at) for code in marks[:2]] == [("open", 4), ("close", 13)]


@each_format
def test_units_render_to_their_place_in_the_text_and_have_the_same_ids_again(name: str) -> None:
    document = parsed(name)
    assert [unit.source.render() for unit in document.units] == [
        document.text[slice(*unit.span)] for unit in document.units
    ]
    assert parsed(name) == document


@each_format
def test_a_translation_has_the_structure_of_its_source(name: str) -> None:
    document = parsed(name)
    written = translated(document)
    again = parsed(name, written)
    if name in {"po", "xliff"}:
        assert again.units == (), "its translations stand beside the sources"
        return
    assert [unit.source.plain for unit in again.units] == [accented(unit.source) for unit in document.units]
    assert formats.same_structure(document, written)


@each_format
def test_the_same_translation_gives_the_same_bytes(name: str) -> None:
    assert translated(parsed(name)) == translated(parsed(name))


@each_archive
def test_members_without_prose_stay_as_they_are(name: str) -> None:
    written = translated(parsed(name))
    assert facts(written) == facts(SAMPLES[name]), "order, dates, methods, comments"
    with zipfile.ZipFile(io.BytesIO(written)) as new, zipfile.ZipFile(io.BytesIO(SAMPLES[name])) as old:
        changed = {one for one in old.namelist() if old.read(one) != new.read(one)}
    assert PROSE[name] in changed
    assert all(
        re.search(r"document|footnotes|styles|content|meta|core|slide|master|\.opf|\.ncx|xhtml", one)
        for one in changed
    )
    assert not {"[Content_Types].xml", "mimetype", "META-INF/container.xml"} & changed


@pytest.mark.parametrize("name", ["docx", "odt", "pptx"])
@example(words="a\u2011b  c\td\ne \x00\ud800 <&>\"' ]]> \u202e")
@settings(max_examples=60)
@given(words=st.text())
def test_whatever_a_translation_says_is_read_again(name: str, words: str) -> None:
    document = parsed(name)
    target = f"Olá{words}fim"
    written = formats.save(document, {unit.id: Text(target) for unit in document.units}, "pt")
    expected = " ".join(re.split(r"[ \t\r\n]+", printable(re.sub(r"[\t\r\n]", " ", target))))
    assert {unit.source.plain for unit in parsed(name, written).units} == {expected}


def attacked(name: str, content: bytes, member: str = "") -> bytes:
    """Replace the content of a member with prose."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SAMPLES[name])) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            new.writestr(one, content if one == (member or PROSE[name]) else old.read(one))
    return made.getvalue()


BOMB = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
ATTACKS = {
    "entities": (BOMB, "declares the entity 'a'"),
    "outside": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares the entity 'x'"),
    "deep": (b"<a>" * 100_000 + b"</a>" * 100_000, "nests more than 500 elements"),
    "cut off": (b"<a><b>", "no element found"),
    "surrogate": (b"<a>&#xD800;</a>", "reference to invalid character number"),
    "half a pair": ("<?xml version='1.0'?><a>\ud800</a>".encode("utf-16-le", "surrogatepass"), "cannot be read in the encoding"),
    "wrong encoding": (b"<a>caf\xe9</a>", "cannot be read in the encoding utf-8"),
    "no encoding": (b'<?xml version="1.0" encoding="rot13"?><n/>', "cannot be read in the encoding rot13"),
    "zeros": (bytes(50_000_000), "is packed like a zip bomb"),
    "blanks": (b"<a>" + b" " * 70_000_000 + b"</a>", "is larger than|is packed like a zip bomb"),
}  # fmt: skip


@each_archive
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_member_is_refused_by_name_in_bounded_time_and_memory(name: str, attack: str) -> None:
    content, message = ATTACKS[attack]
    data = attacked(name, content)
    tracemalloc.start()
    started = time.process_time()
    try:
        with pytest.raises(
            FormatError, match=rf"^a\.{name}: member '{re.escape(PROSE[name])}' .*({message})"
        ):
            parsed(name, data)
        assert time.process_time() - started < SECONDS
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 1_000_000
    finally:
        tracemalloc.stop()


@each_archive
def test_a_file_that_was_cut_off_anywhere_is_refused(name: str) -> None:
    data = SAMPLES[name]
    for end in range(0, len(data) - 1, 37):
        with pytest.raises(FormatError, match=rf"^a\.{name}: "):
            formats.parse(data[:end], path=f"a.{name}", using=formats.FORMATS[name])


MANY = [
    ("docx", "<w:p><w:hyperlink><w:r><w:t>a</w:t><w:br/></w:r></w:hyperlink></w:p>", ""),
    ("docx", "<w:r><w:t>a. B</w:t><w:br/></w:r>", "w:p"),
    ("docx", "<w:r><w:rPr><w:b/></w:rPr><w:t>a </w:t></w:r><w:r><w:t>b </w:t></w:r>", "w:p"),
    ("docx", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r>', "w:p"),
    ("docx", "<w:r><w:t>a</w:t><w:pict><w:p><w:r><w:t>b</w:t></w:r></w:p></w:pict></w:r>", "w:p"),
    (
        "odt",
        "<text:p>a<text:span text:style-name='B'>b</text:span><text:note><text:p>c</text:p></text:note></text:p>",
        "",
    ),
    ("odt", "a. B<text:line-break/>", "text:p"),
    ("odt", "a <text:span text:style-name='B'>b</text:span><text:s/>", "text:p"),
    ("odt", "a<draw:frame><text:p>b</text:p></draw:frame>", "text:p"),
    ("pptx", "<p:sp><p:ph type='title'/><a:p><a:r><a:t>a</a:t></a:r></a:p></p:sp>", ""),
    ("pptx", "<a:r><a:t>a. B</a:t></a:r><a:br/>", "a:p"),
    ("epub", "<dc:title>a</dc:title>", ""),
]


@pytest.mark.parametrize(("name", "piece", "around"), MANY)
def test_many_of_one_thing_take_time_in_proportion(name: str, piece: str, around: str) -> None:
    def work(count: int) -> None:
        opening, closing = (f"<{around}>", f"</{around}>") if around else ("", "")
        with zipfile.ZipFile(io.BytesIO(SAMPLES[name])) as file:
            content = file.read(PROSE[name]).decode()
        root = re.match(r"<[^>]*>", content)
        assert root
        page = f"{root[0]}{opening}{piece * count}{closing}</{root[0][1:].split()[0]}>"
        data = attacked(name, page.encode())
        document = parsed(name, data)
        assert document.units
        formats.save(document, {unit.id: Text("x") for unit in document.units}, "pt")

    few, many = (least_seconds(partial(work, count)) for count in (400, 1_600))
    assert many < 12 * max(few, 0.02)


@each_format
def test_damaged_files_are_read_or_refused(name: str) -> None:
    outcomes = [survives(name, data) for data in inputs(SAMPLES[name], FUZZED)]
    assert any(outcomes)
