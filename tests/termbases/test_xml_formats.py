"""TBX, TMX, XLIFF and PO files as other programs write them."""

from __future__ import annotations

import pytest

from localize.errors import GlossaryError
from tests.termbases.build import RICH, read, written

MICROSOFT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en-us"><text><body>
<termEntry id="28_1">
  <langSet xml:lang="en-US">
    <descripGrp><descrip type="definition">A file that is left behind.</descrip></descripGrp>
    <ntig><termGrp><term id="1">residual file</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig>
  </langSet>
  <langSet xml:lang="pt-PT">
    <ntig><termGrp><term id="2">ficheiro   residual</term>
      <termNote type="grammaticalGender">masculine</termNote></termGrp></ntig>
  </langSet>
</termEntry>
</body></text></martif>"""

VERSION_3 = """<?xml version="1.0"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
<conceptEntry id="c1">
  <descrip type="subjectField">law</descrip>
  <descripGrp><descrip type="definition">Order of
        a court.</descrip><admin type="source">Smith</admin></descripGrp>
  <transacGrp><transac type="transactionType">origination</transac><date>2024-01-02</date></transacGrp>
  <langSec xml:lang="en"><termSec><term>injunction</term></termSec>
    <termSec><term>restraining <hi>order</hi></term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
  </langSec>
  <langSec xml:lang="pt"><termSec><term>liminar</term>
      <termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termNoteGrp></termSec>
    <termSec><term>injunção</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"""

DCT = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c5"><min:subjectField>trade</min:subjectField>
  <langSec xml:lang="en"><termSec><term>WTO</term><basic:termType>acronym</basic:termType></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>OMC</term><basic:termType>acronym</basic:termType>
    <basic:grammaticalGender>feminine</basic:grammaticalGender><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
</conceptEntry></body></text></tbx>"""

MIN = """<TBX dialect="TBX-Min"><header><languages source="de" target="en"/></header><body>
<termEntry id="C002"><subjectField>biology</subjectField>
  <langSet xml:lang="de"><tig><term>Hund</term><termStatus>preferred</termStatus></tig></langSet>
  <langSet xml:lang="en"><tig><term>hound</term><termStatus>obsolete</termStatus></tig>
    <tig><term>dog</term><noteGrp><note><noteKey>usage</noteKey><noteValue>common</noteValue></note></noteGrp></tig></langSet>
</termEntry></body></TBX>"""


def test_microsofts_tbx() -> None:
    reading = read(MICROSOFT, "pt.tbx")
    assert reading.rows == [
        {
            "id": "28_1",
            "definition": "A file that is left behind.",
            "en-US": "residual file",
            "pt-PT": "ficheiro residual",
            "gender:pt-PT": "m",
        }
    ]
    assert reading.lost == {"category 'partofspeech'": 1}


def test_tbx_version_3_with_categories_as_attributes() -> None:
    reading = read(VERSION_3, "terms.tbx")
    assert reading.rows == [
        {
            "id": "c1",
            "domain": "law",
            "definition": "Order of a court.",
            "en": "injunction",
            "variants:en": "restraining order",
            "pt": "liminar",
            "deprecated:pt": "injunção",
        }
    ]
    assert reading.lost == {"category 'source'": 1, "history": 1}


def test_tbx_version_3_with_categories_as_elements() -> None:
    reading = read(DCT, "terms.xml")
    assert reading.rows == [
        {"id": "c5", "domain": "trade", "kind": "acronym", "en": "WTO", "fr": "OMC", "gender:fr": "f"}
    ]


def test_tbx_min() -> None:
    reading = read(MIN, "terms.tbx")
    assert reading.rows == [
        {
            "id": "C002",
            "domain": "biology",
            "note": "usage: common",
            "de": "Hund",
            "en": "dog",
            "deprecated:en": "hound",
        }
    ]


def test_what_other_programs_say_about_the_concept_beside_a_term_is_taken_for_it() -> None:
    text = """<tbx style="dca" type="TBX-Basic" xml:lang="en"><text><body><conceptEntry id="c7">
    <langSec xml:lang="en-US"><termSec><term>add-on</term><termNote type="partOfSpeech">noun</termNote>
      <descripGrp><descrip type="definition">A small program.</descrip><descrip type="context">Get it.</descrip></descripGrp>
    </termSec></langSec><langSec xml:lang="pt-BR"><termSec><term>complemento</term></termSec></langSec>
    </conceptEntry></body></text></tbx>"""
    reading = read(text, "pontoon.tbx")
    assert reading.rows == [
        {"id": "c7", "definition": "A small program.", "en-US": "add-on", "pt-BR": "complemento"}
    ]
    assert reading.lost == {"category 'partofspeech'": 1, "category 'context'": 1}


def test_weblates_tbx() -> None:
    text = """<martif type="TBX"><text><body><termEntry id="cid-1"><descrip>Name of a browser</descrip>
    <langSet xml:lang="en"><tig><term>Firefox</term><termNote type="Translation needed">no</termNote></tig></langSet>
    <langSet xml:lang="cs"><tig><term>Ohnivak</term><termNote type="administrativeStatus">forbidden</termNote>
      <note from="translator">never</note></tig></langSet></termEntry></body></text></martif>"""
    assert read(text, "cs.tbx").rows == [
        {
            "id": "cid-1",
            "definition": "Name of a browser",
            "kind": "do-not-translate",
            "note": "never",
            "en": "Firefox",
            "forbidden:cs": "Ohnivak",
        }
    ]


def test_each_of_several_terms_in_one_group_has_its_own_status() -> None:
    text = """<martif><text><body><termEntry><langSet xml:lang="de"><ntig>
    <termGrp><term>Rechner</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp>
    <termGrp><term>Computer</term></termGrp></ntig></langSet></termEntry></body></text></martif>"""
    assert read(text, "de.tbx").rows == [{"de": "Computer", "deprecated:de": "Rechner"}]


def test_an_entry_in_a_language_that_is_none_is_left_out_and_told() -> None:
    text = DCT.replace('"en"', '"x-klingon"').replace('"fr"', '"qaa"')
    with pytest.raises(GlossaryError, match=r"terms\.tbx:3: entry: has no term in a language"):
        read(text, "terms.tbx")


def test_a_tmx_memory_of_terms() -> None:
    text = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="en"/><body>
    <tu tuid="7"><note>from the archive</note><prop type="x-domain">law</prop><prop type="x-created">2020</prop>
    <tuv xml:lang="EN-GB"><seg>court of <bpt i="1">&lt;b></bpt>appeal<ept i="1">&lt;/b></ept></seg></tuv>
    <tuv lang="pt"><seg>tribunal de recurso</seg></tuv></tu></body></tmx>"""
    reading = read(text, "memory.tmx")
    assert reading.rows[0]["pt"] == "tribunal de recurso"
    assert reading.rows[0]["note"] == "from the archive"
    assert reading.rows[0]["domain"] == "law"
    assert reading.lost == {"property 'x-created'": 1}


def test_the_inline_codes_of_tmx_and_xliff_are_no_part_of_a_term() -> None:
    text = """<tmx><body><tu><tuv xml:lang="en"><seg>court of <bpt i="1">&lt;b></bpt>appeal<ept i="1">&lt;/b></ept></seg></tuv>
    </tu></body></tmx>"""
    assert read(text, "memory.tmx").rows == [{"en": "court of appeal"}]


def test_the_glossary_module_of_xliff_2() -> None:
    text = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"
      xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><file id="f"><unit id="u"><gls:glossary>
      <gls:glossEntry ref="#m1"><gls:term source="publicTermbase">TAB key</gls:term>
        <gls:translation id="1" source="myTermbase">touche TAB</gls:translation>
        <gls:translation>touche de tabulation</gls:translation>
        <gls:definition source="publicTermbase">A keyboard key.</gls:definition></gls:glossEntry></gls:glossary>
      <segment><source>Press the TAB key.</source></segment></unit></file></xliff>"""
    reading = read(text, "f.xlf")
    assert reading.rows == [
        {
            "en": "TAB key",
            "fr": "touche TAB",
            "variants:fr": "touche de tabulation",
            "definition": "A keyboard key.",
        }
    ]
    assert reading.lost == {"a segment beside the glossary": 1}


def test_xliff_1_2_is_read_unit_by_unit() -> None:
    text = """<xliff version="1.2"><file source-language="en" target-language="pt"><body>
      <trans-unit id="1"><source>summit</source><target>cúpula</target><note>G7</note></trans-unit></body></file></xliff>"""
    assert read(text, "f.xlf").rows == [{"en": "summit", "pt": "cúpula", "note": "G7"}]


def test_weblates_terminology_in_po() -> None:
    text = """msgid ""
msgstr "Language: pt_BR\\nContent-Type: text/plain; charset=UTF-8\\n"

#. Meeting of leaders
msgid "summit"
msgstr "cúpula"

#, read-only
msgid "Politico"
msgstr ""

#, forbidden
msgid "speaker"
msgstr "alto-falante"

#, fuzzy
msgid "truce"
msgstr "trégua"

#~ msgid "old"
#~ msgstr "velho"
"""
    reading = read(text, "pt_BR.po", source="en")
    assert reading.rows == [
        {"en": "summit", "pt-BR": "cúpula", "note": "Meeting of leaders"},
        {"en": "Politico", "kind": "do-not-translate"},
        {"en": "speaker", "forbidden:pt-BR": "alto-falante"},
        {"en": "truce", "variants:pt-BR": "trégua"},
    ]


def test_utx_groups_the_lines_of_a_concept() -> None:
    text = (
        "#UTX 1.11; ja-JP/en-US; 2008-05-21; copyright: AAMT (2008)\n#description: sample\n"
        "#src\ttgt\tsrc:pos\tterm status\tconcept ID\n"
        "首脳会議\tsummit\tnoun\tapproved\tC1\n首脳会議\tmeeting of chiefs\tnoun\tforbidden\tC1\n条約\ttreaty\tnoun\t\t\n"
    )
    reading = read(text, "terms.utx")
    assert reading.rows == [
        {"id": "C1", "ja-JP": "首脳会議", "en-US": "summit", "forbidden:en-US": "meeting of chiefs"},
        {"ja-JP": "条約", "en-US": "treaty"},
    ]
    assert (reading.entries, reading.joined) == (3, 1)
    assert reading.lost == {"column 'src:pos'": 3}


def test_ids_that_are_no_xml_names_come_back() -> None:
    text = written([{"id": "24 horas/_x0041_", "en": "a"}], "tbx").decode()
    assert 'id="_x0032_4_x0020_horas_x002F__x005F_x0041_"' in text
    assert read(text, "a.tbx").rows == [{"id": "24 horas/_x0041_", "en": "a"}]


def test_dct_puts_categories_into_their_modules() -> None:
    text = written(RICH, "tbx-dct").decode()
    assert "<min:subjectField>diplomacy</min:subjectField>" in text
    assert "<basic:grammaticalGender>masculine</basic:grammaticalGender>" in text
    assert "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>" in text
