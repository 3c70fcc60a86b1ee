"""XLIFF as others see it: valid by the schemas of OASIS, read by the Translate Toolkit, with all that a reviewer needs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from translate.storage import xliff as toolkit12
from translate.storage import xliff2 as toolkit2

from localize.document import Code, Document, Segment, Text, Translation, Unit
from localize.exchange import EXPORT_FORMATS, FileResult
from localize.exchange.bitext import Intake, Offer
from localize.exchange.reading import read
from tests.exchange.build import HOSTILE, result
from tests.exchange.test_review import results

SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
"""Where Debian's php-symfony-translation keeps the schemas of OASIS; .ci/run installs it."""
NAMES = {"xliff": "xliff-core-2.0.xsd", "xliff-1.2": "xliff-core-1.2-strict.xsd"}
V2 = {
    "x": "urn:oasis:names:tc:xliff:document:2.0",
    "g": "urn:oasis:names:tc:xliff:glossary:2.0",
    "m": "urn:oasis:names:tc:xliff:matches:2.0",
}
needs_schemas = pytest.mark.skipif(not SCHEMAS.exists(), reason="php-symfony-translation is not installed")


def schema(name: str) -> Any:
    """Read a schema that imports the one of the xml: attributes, which stands beside it."""
    tree = etree.parse(SCHEMAS / NAMES[name])
    for imported in tree.iter("{http://www.w3.org/2001/XMLSchema}import"):
        imported.set("schemaLocation", str(SCHEMAS / "xml.xsd"))
    return etree.XMLSchema(tree)


def offered() -> FileResult:
    bold = Text("NATO met in Lisbon.", (Code(0, "**", "open", 1), Code(4, "**", "close", 1)))
    offer = Offer(bold, Text("A OTAN reuniu-se em Lisboa."), 87, "news/old.md")
    return replace(result(), offers={"p1/0": (offer,)})


def sentences() -> FileResult:
    """Translate a block of two sentences, the first approved, with bold that goes on from one into the other."""
    codes = (Code(4, "**", "open", 1), Code(17, "**", "close", 1), Code(26, "\n", "empty", 2))
    source = Text("The minister left. Nobody\tspoke.", codes)
    unit = Unit("p1", (0, len(source.render())), source)
    one, two = (
        Segment(unit, 0, (0, 18), source.slice(0, 18)),
        Segment(unit, 1, (19, 32), source.slice(19, 32)),
    )
    made = (
        Translation(one, Text("O ministro saiu.", (Code(2, "**", "open", 1),)), "reviewed", "memory 100"),
        Translation(
            two,
            Text("Ninguém falou.", (Code(3, "**", "close", 1), Code(8, "\n", "empty", 2))),
            origin="argos",
        ),
    )
    return FileResult(Document("a.md", "markdown", source.render(), (unit,), "en"), "pt", "", made)


@needs_schemas
@pytest.mark.parametrize("name", NAMES)
def test_files_are_valid_whatever_is_in_them(name: str) -> None:
    valid = schema(name)
    empty = replace(result(), translations=())
    for made in (
        result(),
        offered(),
        sentences(),
        result(HOSTILE, HOSTILE),
        *([empty] if name == "xliff" else []),
    ):
        valid.assertValid(etree.fromstring(EXPORT_FORMATS[name](made).encode()))


@needs_schemas
@pytest.mark.parametrize("name", NAMES)
def test_any_result_is_valid(name: str) -> None:
    valid = schema(name)

    @settings(max_examples=40)
    @given(results())
    def check(made: FileResult) -> None:
        valid.assertValid(etree.fromstring(EXPORT_FORMATS[name](made).encode()))

    check()


def test_a_unit_has_terms_candidates_and_notes_beside_its_segments() -> None:
    root = etree.fromstring(EXPORT_FORMATS["xliff"](offered()).encode())
    entries = root.findall(".//g:glossEntry", V2)
    marks = {f"#{mark.get('id')}": mark.text for mark in root[0][1].iterfind(".//x:mrk", V2)}
    assert [
        (one.findtext("g:term", None, V2), one.findtext("g:translation", None, V2)) for one in entries
    ] == [
        ("NATO", "OTAN"),
        ("Secretary-General", "Secretário-Geral"),
        ("NATO", "OTAN"),
    ]
    assert [marks[one.get("ref")] for one in entries[1:]] == ["Secretary-General", "NATO"]
    (match,) = root.findall(".//m:match", V2)
    assert (match.get("ref"), match.get("similarity"), match.get("origin")) == (
        "#s0",
        "87.0",
        "memory news/old.md",
    )
    assert match.findtext("x:target", None, V2) == "A OTAN reuniu-se em Lisboa."
    notes = [(note.get("category"), note.text) for note in root[0][1].iterfind(".//x:note", V2)]
    assert notes[0] == ("unit", "lead")
    assert ("number-mismatch", 'warning: number-mismatch "32" is missing') in notes


def test_a_placeholder_is_marked_as_such_and_has_no_other_element_around_it() -> None:
    codes = (Code(6, "", "open", 1, translate=False), Code(12, "", "close", 1))
    source = Text("Hello {name}!", codes)
    unit = Unit("greeting", (0, 13), source)
    segment = Segment(unit, 0, (0, 13), source)
    translation = Translation(
        segment, Text("Olá, {name}!", tuple(replace(one, at=one.at - 1) for one in codes))
    )
    made = FileResult(Document("en.json", "json", source.plain, (unit,), "en"), "pt", "", (translation,))
    text = EXPORT_FORMATS["xliff"](made)
    assert '<source>Hello <mrk id="n1" translate="no">{name}</mrk>!</source>' in text
    (entry,) = read(text.encode(), Intake("a"))
    assert [(code.kind, code.at, code.id) for code in entry.target.codes] == [
        ("open", 5, 1),
        ("close", 11, 1),
    ]


def test_the_toolkit_reads_segments_with_their_states_and_codes() -> None:
    toolkit: Any = toolkit2.Xliff2File
    file = toolkit.parsestring(EXPORT_FORMATS["xliff"](sentences()).encode())
    units = [unit for unit in file.units if unit.source.strip()]
    assert [(unit.source, unit.target) for unit in units] == [
        ("The minister left.", "O ministro saiu."),
        ("Nobody\tspoke.", "Ninguém falou."),
    ]


def test_the_toolkit_reads_version_1_2() -> None:
    toolkit: Any = toolkit12.xlifffile
    file = toolkit.parsestring(EXPORT_FORMATS["xliff-1.2"](result()).encode())
    first, second = file.units
    assert (first.source, first.target) == ("NATO met in Brussels.", "A OTAN reuniu-se em Bruxelas.")
    assert not first.isapproved()
    assert "lead" in second.getnotes()
    assert 'term-missing "NATO" should be "OTAN"' in second.getnotes()


def test_version_1_2_marks_sentences_and_offers_what_memory_has() -> None:
    root = etree.fromstring(EXPORT_FORMATS["xliff-1.2"](sentences()).encode())
    (unit,) = root.iter("{*}trans-unit")
    assert [mark.get("mid") for mark in unit.iterfind("{*}seg-source/{*}mrk")] == ["0", "1"]
    assert (unit.get("approved"), unit.find("{*}target").get("state")) == ("no", "translated")
    assert "".join(unit.find("{*}source").itertext()) == "The minister left. Nobody\tspoke."
    other = etree.fromstring(EXPORT_FORMATS["xliff-1.2"](offered()).encode())
    (match,) = other.iter("{*}alt-trans")
    assert (match.get("match-quality"), match.findtext("{*}target")) == ("87", "A OTAN reuniu-se em Lisboa.")


def test_same_result_same_text() -> None:
    for name in NAMES:
        assert EXPORT_FORMATS[name](offered()) == EXPORT_FORMATS[name](offered())
