"""PPTX: slides in their order, notes, tables, groups; languages and directions."""

from __future__ import annotations

import pytest

from localize.errors import FormatError
from tests.formats.office.build import docx, member, parsed, pptx, seen, slide, translated

BOLD = '<a:rPr lang="en-US" b="1" dirty="0"/>'


def run(text: str, properties: str = '<a:rPr lang="en-US"/>') -> str:
    return f"<a:r>{properties}<a:t>{text}</a:t></a:r>"


def shape(*content: str, place: str = "") -> str:
    return f"<p:sp>{place}<p:txBody><a:p>{''.join(content)}</a:p></p:txBody></p:sp>"


def test_runs_that_look_alike_are_one_text_and_others_are_pairs() -> None:
    text = shape(
        run("The Sec", '<a:rPr lang="en-US" err="1"/>'), run("retary "), run("General", BOLD), run(" left."),
        '<a:endParaRPr lang="en-US"/>',
    )  # fmt: skip
    assert seen(pptx(text), "pptx") == ["The Secretary [General] left."]
    assert slide(translated(pptx(text), str.upper, "pptx")) == shape(
        run("THE SECRETARY ", '<a:rPr lang="pt"/>'), run("GENERAL", '<a:rPr lang="pt" b="1"/>'),
        run(" LEFT.", '<a:rPr lang="pt"/>'), '<a:endParaRPr lang="en-US"/>',
    )  # fmt: skip


def test_a_line_break_in_a_sentence_is_a_code_between_runs() -> None:
    text = shape(run("The ministers"), "<a:br/>", run("met again."))
    assert seen(pptx(text), "pptx") == ["The ministers* met again."]
    written = slide(translated(pptx(text), str.upper, "pptx"))
    assert written == text.replace("The ministers", "THE MINISTERS").replace(
        "met again", "MET AGAIN"
    ).replace("en-US", "pt")


def test_slides_are_read_in_the_order_of_the_show_each_with_its_notes() -> None:
    data = pptx(shape(run("One")), shape(run("Two")), notesSlide=shape(run("Note")))
    assert seen(data, "pptx") == ["One", "Note", "Two"]
    assert "NOTE" in member(translated(data, str.upper, "pptx"), "ppt/slides/notesSlide.xml")


def test_groups_and_tables_are_read_and_slide_numbers_are_not() -> None:
    number = '<a:fld type="slidenum"><a:rPr/><a:t>7</a:t></a:fld>'
    group = f"<p:grpSp>{shape(run('Inside'))}</p:grpSp>"
    table = f"<a:tbl><a:tr><a:tc><a:txBody><a:p>{run('Cell')}</a:p></a:txBody></a:tc></a:tr></a:tbl>"
    document = parsed(pptx(shape(number) + group + table), "pptx")
    assert [(unit.kind, unit.source.plain) for unit in document.units] == [
        ("paragraph", "Inside"),
        ("table-cell", "Cell"),
    ]


def test_titles_are_headings() -> None:
    place = '<p:nvSpPr><p:nvPr><p:ph type="{}"/></p:nvPr></p:nvSpPr>'
    text = shape(run("A"), place=place.format("ctrTitle")) + shape(run("B"), place=place.format("body"))
    assert [unit.kind for unit in parsed(pptx(text), "pptx").units] == ["heading", "paragraph"]


def test_descriptions_of_pictures_are_units() -> None:
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture 3" descr="Flags"/></p:nvPicPr></p:pic>'
    written = translated(pptx(picture), {"Flags": "Bandeiras"}, "pptx")
    assert slide(written) == picture.replace("Flags", "Bandeiras")


def test_the_texts_of_masters_are_left_and_their_language_is_set() -> None:
    written = translated(pptx(shape(run("One"))), str.upper, "pptx", "pt-BR")
    assert '<a:lvl1pPr algn="l" rtl="0"><a:defRPr lang="pt-BR"/></a:lvl1pPr>' in member(
        written, "ppt/master.xml"
    )


def test_a_translation_from_right_to_left_turns_paragraphs_and_tables_around() -> None:
    text = shape('<a:pPr algn="l" lvl="1"/>', run("One")) + shape(run("Two")) + '<a:tblPr firstRow="1"/>'
    written = translated(pptx(text), str.upper, "pptx", "he")
    assert '<a:p><a:pPr algn="r" lvl="1" rtl="1"/>' in slide(written)
    assert '<a:p><a:pPr rtl="1"/><a:r><a:rPr lang="he"/><a:t>TWO</a:t>' in slide(written)
    assert '<a:tblPr firstRow="1" rtl="1"/>' in slide(written)
    assert '<a:lvl1pPr algn="r" rtl="1">' in member(written, "ppt/master.xml")
    back = slide(translated(written, str.lower, "pptx"))
    assert '<a:pPr algn="l" lvl="1" rtl="0"/>' in back


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(
        FormatError, match=r"a\.pptx: is another kind of file: its main part is 'application/vnd.*wordpro"
    ):
        parsed(docx(""), "pptx")
