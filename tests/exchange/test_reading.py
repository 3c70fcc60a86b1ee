"""Bilingual files of other tools, back in: XLIFF 1.2 and 2, PO, TMX, and whatever else comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.errors import FormatError
from localize.exchange.bitext import Bitext, Intake
from localize.exchange.reading import read
from localize.languages import Pair
from tests.exchange.fuzz import SAMPLES, survives
from tests.formats.fuzz import inputs

OLDER = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="news/summit.md" source-language="en" target-language="pt" datatype="plaintext">
    <body>
      <trans-unit id="u1/0" approved="yes">
        <source>The <g id="1">minister</g> left.</source>
        <target>A <g id="1">ministra</g> saiu.</target>
      </trans-unit>
      <trans-unit id="u1/1">
        <source>Nobody spoke.</source>
        <target state="needs-review-translation">Ninguém falou.</target>
      </trans-unit>
      <trans-unit id="u1/2">
        <source>It rained.</source>
      </trans-unit>
      <trans-unit id="u1/3">
        <source>Two lines<x id="2"/> of text.</source>
        <target state="signed-off">Duas linhas<x id="2"/> de texto.</target>
      </trans-unit>
    </body>
  </file>
</xliff>
"""
NEWER = """<?xml version="1.0"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="pt-BR">
  <file id="f1" original="news/summit.md">
    <unit id="1" name="u7">
      <originalData><data id="d1">**</data></originalData>
      <segment id="s0" state="final">
        <source>The <pc id="1" dataRefStart="d1" dataRefEnd="d1">court</pc> ruled.</source>
        <target>O <pc id="1" dataRefStart="d1" dataRefEnd="d1">tribunal</pc> decidiu.</target>
      </segment>
      <segment id="s1" state="initial">
        <source>The <mrk id="m1" type="term">judge</mrk> left.</source>
        <target>O juiz saiu.</target>
      </segment>
    </unit>
  </file>
</xliff>
"""


def taken(text: str) -> tuple[list[Bitext], list[tuple[int, str]]]:
    intake = Intake("reviewed.xlf")
    return list(read(text.encode(), intake)), intake.left


def test_an_xliff_1_2_file_gives_its_translations_with_state_and_place() -> None:
    entries, left = taken(OLDER)
    assert [(one.source.plain, one.target.plain, one.state, one.segment) for one in entries] == [
        ("The minister left.", "A ministra saiu.", "reviewed", "u1/0"),
        ("Nobody spoke.", "Ninguém falou.", "initial", "u1/1"),
        ("Two lines of text.", "Duas linhas de texto.", "final", "u1/3"),
    ]
    assert {(one.pair, one.document) for one in entries} == {(Pair("en", "pt"), "news/summit.md")}
    assert [reason for _, reason in left] == ["it has no translation"]


def test_neighbours_in_the_file_are_the_context_also_those_without_a_translation() -> None:
    entries, _ = taken(OLDER)
    assert [(one.previous, one.following) for one in entries] == [
        ("", "Nobody spoke."),
        ("The minister left.", "It rained."),
        ("It rained.", ""),
    ]


def test_inline_codes_stand_where_the_file_has_them() -> None:
    (minister, _, lines), _ = taken(OLDER)
    assert [(code.kind, code.at, code.id) for code in minister.target.codes] == [
        ("open", 2, 1),
        ("close", 10, 1),
    ]
    assert [(code.kind, code.at, code.id) for code in lines.target.codes] == [("empty", 11, 2)]


def test_an_xliff_2_file_gives_segments_with_the_markup_it_keeps_apart() -> None:
    (court, judge), left = taken(NEWER)
    assert court.source.render() == "The **court** ruled."
    assert court.target.render() == "O **tribunal** decidiu."
    assert (court.pair, court.state, court.segment) == (Pair("en", "pt-BR"), "final", "u7/0")
    assert (judge.source.plain, judge.state, judge.segment) == ("The judge left.", "initial", "u7/1")
    assert left == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no bilingual file"),
        ("Dear reader,", "no bilingual file"),
        ("<html><body/></html>", "neither TMX nor XLIFF"),
        ("<xliff version='1.2'><file>", "reviewed.xlf"),
        ("<!DOCTYPE xliff [<!ENTITY a 'x'>]><xliff>&a;</xliff>", "reviewed.xlf"),
        ('<xliff version="1.2">' + "<g>" * 50_000, "reviewed.xlf"),
        ('msgid ""\nmsgstr ""\n\nmsgid "a', "reviewed.xlf"),
    ],
)
def test_what_is_broken_or_hostile_is_refused_with_its_name(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        taken(text)


@given(st.sampled_from([OLDER, NEWER]), st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.text(st.sampled_from("<>/\"'&;=x1 é\0\x1b"), max_size=8))
    try:
        entries, _ = taken(text[:start] + put + text[start + length :])
    except FormatError:
        return
    assert all(one.source.plain.strip() and one.target.plain.strip() for one in entries)


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_are_read_or_refused_and_what_was_read_stays_the_same(name: str) -> None:
    assert sum(map(survives, inputs(SAMPLES[name], 150))) > 10


def test_an_empty_note_of_a_reviewer_says_nothing() -> None:
    notes = '<target>A ministra saiu.</target><note from="reviewer">Why?</note><note from="reviewer"></note>'
    text = OLDER.replace('<target>A <g id="1">ministra</g> saiu.</target>', notes)
    first, *_ = read(text.encode(), Intake("a.xlf"))
    assert first.note == "Why?"
