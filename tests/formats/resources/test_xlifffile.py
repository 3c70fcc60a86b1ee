"""XLIFF as an article: what has no target gets one, with its inline elements, and in a state that asks for review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from translate.storage import xliff as toolkit12
from translate.storage import xliff2 as toolkit2

from localize import formats
from localize.document import Document, Text
from localize.errors import FormatError
from localize.exchange.bitext import Intake
from localize.exchange.reading import read as read_bilingual
from localize.formats.resources import xlifffile
from tests.exchange.test_xliff import needs_schemas, schema
from tests.formats.resources.samples import XLIFF_2, XLIFF_12

TEXTS = {"1.2": XLIFF_12, "2": XLIFF_2}


def shouted(document: Document, language: str = "pt") -> str:
    """Write a document with every unit in capitals."""
    targets = {
        unit.id: replace(
            unit.source,
            plain=unit.source.plain.upper(),
            codes=tuple(code for code in unit.source.codes if code.kind != "literal"),
        )
        for unit in document.units
    }
    return xlifffile.write(document, targets, language)


def targets(text: str) -> dict[str, Any]:
    root = etree.fromstring(text.encode())
    found = {}
    for target in root.iter("{*}target"):
        holder = target.getparent()
        if "alt-trans" in holder.tag or "match" in holder.tag:
            continue
        name = (
            holder.get("id")
            if "trans-unit" in holder.tag
            else f"{holder.getparent().get('id')}/{holder.get('id')}"
        )
        found[name] = target
    return found


def test_what_waits_for_a_translation_is_a_unit() -> None:
    assert [(unit.id, unit.source.plain) for unit in xlifffile.read(XLIFF_12, "a.xlf").units] == [
        ("greet", "Hello minister, you have messages & more."),
        ("copied", "A copied text"),
        ("native", "Press any key for %s"),
        ("seg/0", "The Prime Minister left."),
        ("seg/1", "Nobody spoke_to."),
    ]
    document = xlifffile.read(XLIFF_2, "a.xliff")
    assert document.language == "en-US"
    assert [(unit.id, unit.note) for unit in document.units] == [("1/s0", "Top"), ("3", "")]


def test_inline_elements_are_codes_in_pairs_where_they_pair() -> None:
    greet, _, native, first, second = xlifffile.read(XLIFF_12, "a.xlf").units
    kinds = [(code.kind, code.at) for code in greet.source.codes if code.kind != "literal"]
    assert kinds == [("open", 6), ("close", 14), ("empty", 25)]
    marks = [code.kind for code in native.source.codes if code.kind != "literal"]
    assert marks == ["open", "close", "open", "close", "empty"]
    assert [code.markup for code in first.source.codes] == ['<g id="1">', "</g>"]
    assert [second.source.plain[slice(*span)] for span in second.source.protected()] == ["spoke_to"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_targets_have_the_elements_of_their_sources_and_the_rest_keeps_its_bytes(text: str) -> None:
    document = xlifffile.read(text, "a.xlf")
    written = shouted(document)
    again = xlifffile.beside(document, xlifffile.read(written, "b.xlf"))
    for before, after in zip(document.units, again.units, strict=True):
        assert after.source.plain == before.source.plain.upper()
        marks = [
            [code.markup.strip() for code in unit.source.codes if code.kind != "literal"]
            for unit in (before, after)
        ]
        assert marks[1] == marks[0]
    cut = text.index("<note" if "<note" in text else "<xlf:notes")
    assert text[cut : cut + 40] in written
    assert xlifffile.read(written, "b.xlf").units == ()


def test_states_ask_for_review_and_what_was_translated_stays() -> None:
    older, newer = (targets(shouted(xlifffile.read(text, "a.xlf"))) for text in TEXTS.values())
    assert {name: one.get("state") for name, one in older.items() if name} == {
        "greet": "needs-review-translation",
        "done": None,
        "copied": "needs-review-translation",
        "native": "needs-review-translation",
        "seg": "needs-review-translation",
    }
    assert older["done"].text == "Pronto"
    assert [mark.get("mid") for mark in older["seg"].iterfind("{*}mrk")] == ["0", "1"]
    segment = newer["1/s0"].getparent()
    assert (segment.get("state"), segment.get("subState")) == ("translated", None)
    assert newer["1/s1"].text == "Choveu."


def test_nobody_takes_it_for_reviewed() -> None:
    for text in TEXTS.values():
        written = shouted(xlifffile.read(text, "a.xlf"))
        found = read_bilingual(written.encode(), Intake("a"))
        assert {one.state for one in found if one.target.plain.isupper()} <= {"initial", "translated"}


def test_the_language_is_declared_where_it_was_not() -> None:
    written = shouted(xlifffile.read(XLIFF_12, "a.xlf"), "pt-BR")
    assert 'datatype="plaintext" target-language="pt-BR">' in written
    assert 'trgLang="pt">' in shouted(xlifffile.read(XLIFF_2, "a.xlf"))
    with pytest.raises(FormatError, match="translations into Portuguese"):
        shouted(xlifffile.read(XLIFF_2, "a.xlf"), "fr")


@needs_schemas
@pytest.mark.parametrize(("text", "name"), [(XLIFF_12, "xliff-1.2"), (XLIFF_2, "xliff")])
def test_what_is_written_is_valid(text: str, name: str) -> None:
    schema(name).assertValid(etree.fromstring(shouted(xlifffile.read(text, "a.xlf")).encode()))


def test_the_toolkit_reads_what_was_written() -> None:
    older: Any = toolkit12.xlifffile
    newer: Any = toolkit2.Xliff2File
    for toolkit, text, words in (
        (older, XLIFF_12, "A COPIED TEXT"),
        (newer, XLIFF_2, "A <b>BOLD</b> & LONG TEXT"),
    ):
        units = toolkit.parsestring(shouted(xlifffile.read(text, "a.xlf")).encode()).units
        assert words in {unit.target for unit in units}


def test_an_encoding_that_lacks_a_character_gets_a_reference() -> None:
    data = XLIFF_12.replace("UTF-8", "ISO-8859-1").replace("Pronto", "É").encode("latin-1")
    document = formats.parse(data, path="a.xlf", using=formats.FORMATS["xliff"])
    assert formats.save(document, {}, "pt") == data
    written = formats.save(document, {"copied": Text("Дом & “é”")}, "pt")
    assert targets(written.decode("latin-1").replace("ISO-8859-1", "UTF-8"))["copied"].text == "Дом & “é”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<xliff><file>", "a.xlf:1"),
        ("<html/>", "is no XLIFF"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "entit"),
        ("<xliff>" * 600, "nest"),
        ("", "a.xlf"),
    ],
)
def test_what_is_no_xliff_is_refused(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        xlifffile.read(text, "a.xlf")


def _one(source: str) -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" datatype="html">'
        f'<body><trans-unit id="1"><source>{source}</source></trans-unit></body></file></xliff>'
    )


def _target(source: str, *targets: str) -> str:
    document = xlifffile.read(_one(source), "a.xlf")
    assert len(document.units) == len(targets)
    said = {
        unit.id: Text(target, unit.source.codes) for unit, target in zip(document.units, targets, strict=True)
    }
    written = xlifffile.write(document, said, "pt")
    return written.partition('leveraged-mt">')[2].partition("</target>")[0]


def test_the_forms_of_a_plural_are_texts_of_their_own() -> None:
    source = 'You have {N, plural, =1 {one day} other {<x id="N"/> days}}'
    assert _target(source, "Tem", "um dia", "dias") == 'Tem {N, plural, =1 {um dia} other {<x id="N"/> dias}}'


def test_markup_that_goes_over_the_borders_of_forms_makes_no_forms() -> None:
    source = '<g id="1">a day {N, plural, other {some</g> days}}'
    assert len(xlifffile.read(_one(source), "a.xlf").units) == 1


def test_a_text_in_one_cdata_section_gets_a_target_in_one() -> None:
    assert (
        _target("<![CDATA[A & B left.]]>", "A & B ]]> saíram.") == "<![CDATA[A & B ]]]]><![CDATA[> saíram.]]>"
    )


def test_a_comment_within_an_element_does_not_tear_it() -> None:
    made = _target('The <ph id="1"><!-- who? -->x</ph> left.', "He  left.")
    assert '<ph id="1">x</ph>' in made
