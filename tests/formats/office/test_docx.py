"""DOCX: what is a sentence to a reader is one unit, and its translation looks the way the sentence did."""

from __future__ import annotations

import io
import zipfile

import pytest

from localize import formats
from localize.document import Text
from localize.errors import FormatError
from localize.exchange.bitext import as_written
from tests.formats.office.build import body, docx, member, parsed, seen, translated
from tests.formats.test_archive import packed

BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def shouted(content: str, language: str = "pt") -> str:
    """Translate a paragraph to capitals and give what is written."""
    return body(translated(docx(content), str.upper, language=language))


def test_runs_that_look_alike_are_one_text_and_others_are_pairs() -> None:
    content = paragraph(
        '<w:r w:rsidR="00A1"><w:t>The Sec</w:t></w:r>',
        '<w:proofErr w:type="spellStart"/>',
        '<w:r w:rsidR="00B2"><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">retary </w:t></w:r>',
        run("General", BOLD),
        run(" left.", "<w:rPr><w:noProof/></w:rPr>"),
    )
    assert seen(docx(content)) == ["The Secretary [General] left."]
    assert shouted(content) == paragraph(
        '<w:r w:rsidR="00A1"><w:t xml:space="preserve">THE SECRETARY </w:t></w:r>',
        f"<w:r>{BOLD}<w:t>GENERAL</w:t></w:r>",
        '<w:r w:rsidR="00A1"><w:t xml:space="preserve"> LEFT.</w:t></w:r>',
    )


def test_a_paragraph_all_in_bold_has_no_codes() -> None:
    content = paragraph(run("All ", BOLD), run("bold", BOLD))
    assert seen(docx(content)) == ["All bold"]
    assert shouted(content) == paragraph(f"<w:r>{BOLD}<w:t>ALL BOLD</w:t></w:r>")


def test_a_link_is_a_pair_and_the_look_of_its_text_goes_with_it() -> None:
    link = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
    content = paragraph(
        run("See "), '<w:hyperlink r:id="r9">', run("the text", link), "</w:hyperlink>", run(".")
    )
    assert seen(docx(content)) == ["See [the text]."]
    assert shouted(content) == paragraph(
        run("SEE "), '<w:hyperlink r:id="r9">', f"<w:r>{link}<w:t>THE TEXT</w:t></w:r>", "</w:hyperlink>",
        "<w:r><w:t>.</w:t></w:r>",
    )  # fmt: skip


def test_notes_pictures_and_bookmarks_stand_between_words() -> None:
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    content = paragraph(run("They left."), note, '<w:bookmarkStart w:id="0" w:name="x"/>', run(" It rained."))
    assert seen(docx(content)) == ["They left.** It rained."]
    assert note in shouted(content)


def test_what_stands_at_the_ends_of_a_paragraph_stays_there() -> None:
    picture = "<w:r><w:drawing/></w:r>"
    content = paragraph('<w:bookmarkStart w:id="0" w:name="x"/>', picture, run("They left."), picture)
    assert seen(docx(content)) == ["They left."]
    assert shouted(content) == content.replace("They left.", "THEY LEFT.").replace(
        ' xml:space="preserve"', ""
    )


def test_tabs_part_units_and_line_breaks_do_unless_the_sentence_goes_on() -> None:
    content = paragraph(
        "<w:r><w:t>Geneva</w:t><w:tab/><w:t>12 May</w:t><w:br/><w:t>The ministers</w:t><w:br/><w:t>met again.</w:t></w:r>"
    )
    assert seen(docx(content)) == ["Geneva", "12 May", "The ministers* met again."]
    written = shouted(content)
    assert written == paragraph(
        "<w:r></w:r><w:r><w:t>GENEVA</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>12 MAY</w:t></w:r><w:r><w:br/></w:r>"
        "<w:r><w:t>THE MINISTERS</w:t><w:br/><w:t>MET AGAIN.</w:t></w:r>"
    ).replace("<w:r></w:r>", "", 1)


def test_white_space_at_the_ends_of_a_unit_is_kept_and_in_it_is_one_space() -> None:
    content = paragraph(run("  The\n talks  ended. "))
    assert seen(docx(content)) == ["The talks ended."]
    assert shouted(content) == paragraph(run("  THE TALKS ENDED. "))


def test_hyphens_that_do_not_break_are_characters_and_soft_ones_are_nothing() -> None:
    content = paragraph(
        "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operate well</w:t><w:softHyphen/><w:t>ington</w:t></w:r>"
    )
    assert seen(docx(content)) == ["co\u2011operate wellington"]
    assert shouted(content) == paragraph(
        "<w:r><w:t>CO</w:t><w:noBreakHyphen/><w:t>OPERATE WELLINGTON</w:t></w:r>"
    )


def test_deleted_text_is_left_and_inserted_text_is_text() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>one</w:delText></w:r></w:del>'
    content = paragraph(run("The "), deleted, '<w:ins w:id="2">', run("two"), "</w:ins>", run(" men"))
    assert seen(docx(content)) == ["The *[two] men"]
    written = shouted(content)
    assert deleted in written
    assert '<w:ins w:id="2"><w:r><w:t>TWO</w:t></w:r></w:ins>' in written


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_results_of_fields_come_through_and_those_of_links_are_translated() -> None:
    content = paragraph(
        run("See "), field(" REF fig1 ", run("Figure 1")), run(" and "), field(' HYPERLINK "x" ', run("this")), run(".")
    )  # fmt: skip
    assert seen(docx(content)) == ["See [|Figure 1] and [this]."]
    written = body(translated(docx(content), {"See Figure 1 and this.": "Ver isto e Figure 1."}))
    assert field(" REF fig1 ", "<w:r><w:t>Figure 1</w:t></w:r>") in written


def test_a_field_that_goes_on_in_the_next_paragraph_is_left_in_its_pieces() -> None:
    start, end = (
        field("TOC", run("The talks")).split('<w:r><w:fldChar w:fldCharType="end"/></w:r>')[0],
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    )
    content = paragraph(start) + paragraph(run("The end"), end)
    assert seen(docx(content)) == ["The talks", "The end"]
    assert shouted(content).count("<w:fldChar ") == 3


def test_hidden_text_and_code_are_left() -> None:
    content = paragraph(
        run("Type "), run("ls -l", '<w:rPr><w:rStyle w:val="VerbatimChar"/></w:rPr>'), run(" now")
    )
    content += paragraph(run("secret", "<w:rPr><w:vanish/></w:rPr>"))
    content += paragraph(run("int main"), properties='<w:pPr><w:pStyle w:val="SourceCode"/></w:pPr>')
    assert seen(docx(content)) == ["Type [|ls -l] now"]


def test_text_boxes_are_units_within_the_markup_of_the_sentence_around_them() -> None:
    box = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
    content = paragraph(run("The text"), box.format(paragraph(run("A box"))), run(" goes on"))
    assert seen(docx(content)) == ["The text* goes on", "A box"]
    assert shouted(content) == paragraph(
        "<w:r><w:t>THE TEXT</w:t></w:r>", box.format(paragraph("<w:r><w:t>A BOX</w:t></w:r>")), run(" GOES ON")
    )  # fmt: skip


def test_a_box_is_translated_when_the_sentence_around_it_is_not() -> None:
    box = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
    data = docx(paragraph(run("The text"), box.format(paragraph(run("A box"))), run(" goes on")))
    assert body(translated(data, {"A box": "Uma caixa"})) == body(data).replace(
        run("A box"), "<w:r><w:t>Uma caixa</w:t></w:r>"
    )


def test_descriptions_of_pictures_are_units() -> None:
    content = paragraph(
        run("Flags"), '<w:r><w:drawing><wp:docPr id="1" descr="Six &amp; more flags"/></w:drawing></w:r>'
    )
    assert seen(docx(content)) == ["Flags", "Six & more flags"]
    written = body(translated(docx(content), {"Six & more flags": 'Seis & "mais"'}))
    assert '<wp:docPr id="1" descr="Seis &amp; &quot;mais&quot;"/>' in written


def test_notes_headers_and_footers_are_read_and_comments_are_not() -> None:
    parts = {
        kind: paragraph(run(f"In the {kind}"))
        for kind in ("header", "comments", "endnotes", "footnotes", "footer")
    }
    data = docx(paragraph(run("In the text")), **parts)
    assert seen(data) == [
        "In the text",
        "In the footnotes",
        "In the endnotes",
        "In the header",
        "In the footer",
    ]
    written = translated(data, str.upper)
    assert "IN THE FOOTER" in member(written, "word/footer.xml")
    assert member(written, "word/comments.xml") == member(data, "word/comments.xml")


@pytest.mark.parametrize(
    ("properties", "around", "kind"),
    [
        ('<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>', "{}", "heading"),
        ('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', "{}", "heading"),
        ("<w:pPr><w:numPr/></w:pPr>", "{}", "list-item"),
        ("", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", "table-cell"),
        ('<w:pPr><w:pStyle w:val="Caption"/></w:pPr>', "{}", "caption"),
        ("", "{}", "paragraph"),
    ],
)
def test_a_unit_is_what_its_style_says(properties: str, around: str, kind: str) -> None:
    data = docx(around.format(paragraph(run("The talks"), properties=properties)))
    assert [unit.kind for unit in parsed(data).units] == [kind]


def test_the_language_of_what_is_translated_and_of_the_document_is_set() -> None:
    data = docx(paragraph(run("The end", '<w:rPr><w:lang w:val="en-GB"/></w:rPr>')))
    written = translated(data, str.upper, language="pt-BR")
    assert '<w:lang w:val="pt-BR"/>' in body(written)
    assert member(written, "word/styles.xml") == (
        member(data, "word/styles.xml").replace("en-US", "pt-BR").replace("en-GB", "pt-BR")
    )


def test_a_translation_from_right_to_left_says_so_in_runs_paragraphs_tables_and_sections() -> None:
    content = paragraph(
        run("The ", "<w:rPr><w:b/><w:lang w:val='en-GB'/></w:rPr>"),
        properties='<w:pPr><w:jc w:val="left"/></w:pPr>',
    )
    content += "<w:tbl><w:tblPr><w:tblW w:w='0'/></w:tblPr></w:tbl><w:sectPr><w:docGrid/></w:sectPr>"
    written = shouted(content, "ar")
    assert '<w:pPr><w:bidi/><w:jc w:val="left"/></w:pPr>' in written
    assert """<w:rPr><w:b/><w:bCs/><w:rtl/><w:lang w:val='en-GB' w:bidi="ar"/></w:rPr>""" in written
    assert "<w:tblPr><w:bidiVisual/><w:tblW w:w='0'/></w:tblPr>" in written
    assert "<w:sectPr><w:bidi/><w:docGrid/></w:sectPr>" in written
    back = body(translated(docx(written), str.lower)).split("<w:tbl>")[0]
    assert "bidi/" not in back
    assert "rtl" not in back


def test_a_file_in_which_nothing_is_translated_is_the_same_file() -> None:
    data = docx(paragraph(run("The end")))
    document = parsed(data)
    assert formats.save(document, {}, "pt") == data
    assert formats.save(document, {unit.id: unit.source for unit in document.units}, "pt") == data


def test_codes_that_are_lost_or_in_disorder_give_well_formed_files_all_the_same() -> None:
    data = docx(
        paragraph(run("See "), "<w:hyperlink>", run("the "), run("text", BOLD), "</w:hyperlink>", run(" now"))
    )
    document = parsed(data)
    (unit,) = document.units
    marks = [code for code in unit.source.codes if code.kind != "literal"]
    for chosen in (marks[:1], marks[1:], marks[::-1], [marks[0], marks[2], marks[1], marks[3]], marks * 2):
        codes = tuple(sorted(chosen, key=lambda code: code.at))
        written = formats.save(document, {unit.id: Text("Veja o texto agora", codes)}, "pt")
        assert "".join(text.source.plain for text in parsed(written).units) == "Veja o texto agora"


def test_what_is_no_document_is_refused_with_a_reason() -> None:
    with pytest.raises(FormatError, match="says nowhere which part"):
        parsed(packed(("a.xml", b"<a/>")))


@pytest.mark.parametrize("content", ["<w:p>", "<w:p><w:r></w:p></w:r>", "&x;", "\x01"])
def test_broken_parts_are_refused_with_their_place(content: str) -> None:
    with pytest.raises(FormatError, match=r"a\.docx: member 'word/document.xml' is no well-formed XML"):
        parsed(docx(content))


def test_signs_of_markup_in_attributes_are_no_markup() -> None:
    data = docx(
        paragraph(run("The end", '<w:rPr><w:rFonts w:ascii="a > b"/><w:lang w:val="en > GB"/></w:rPr>'))
    )
    written = body(translated(data, str.upper, language="ar"))
    assert '<w:rFonts w:ascii="a > b"/><w:rtl/><w:lang w:val="en > GB" w:bidi="ar"/>' in written


def test_a_document_with_macros_is_a_document_too() -> None:
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = docx(paragraph(run("The end")))
    types = member(data, "[Content_Types].xml").replace(
        kind.decode(), "application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        members = [
            (name, types.encode() if name.startswith("[") else file.read(name)) for name in file.namelist()
        ]
    assert seen(packed(*members)) == ["The end"]


def test_people_who_see_the_markup_see_what_matters_of_it() -> None:
    data = docx(
        paragraph(
            run("The "),
            run("end", BOLD),
            '<w:hyperlink r:id="r9">',
            run(" is near"),
            "</w:hyperlink>",
            run("."),
        )
    )
    (unit,) = parsed(data).units
    assert as_written(unit.source) == (
        'The <w:rPr><w:b/></w:rPr>end</w:r><w:hyperlink r:id="r9"> is near</w:hyperlink>.'
    )


def test_titles_of_charts_and_words_in_diagrams_are_translated_as_they_are_drawn() -> None:
    title = '<c:title xmlns:c="c" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:rPr lang="en-US" b="1"/><a:t>Talks held</a:t></a:r></a:p></c:title>'
    data = docx("<w:p><w:r><w:t>The talks</w:t></w:r></w:p>", chart=title)
    assert seen(data) == ["The talks", "Talks held"]
    written = translated(data, {"The talks": "As conversas", "Talks held": "Conversas feitas"})
    assert '<a:r><a:rPr lang="pt" b="1"/><a:t>Conversas feitas</a:t></a:r>' in member(
        written, "word/chart.xml"
    )
    assert "<w:t>As conversas</w:t>" in body(written)


def test_title_subject_and_description_of_a_file_are_translated_and_its_author_is_not() -> None:
    core = (
        "<dc:title>The end</dc:title><dc:subject>A &lt;long&gt; story</dc:subject><dc:creator>Anna</dc:creator>"
        "<dc:description>All of it.</dc:description><dc:language>en-US</dc:language>"
    )
    written = translated(docx("<w:p><w:r><w:t>One</w:t></w:r></w:p>", core=core), str.upper)
    assert (
        "<dc:title>THE END</dc:title><dc:subject>A &lt;LONG&gt; STORY</dc:subject><dc:creator>Anna</dc:creator>"
        "<dc:description>ALL OF IT.</dc:description><dc:language>pt</dc:language>"
    ) in member(written, "core.xml")


def test_properties_that_cannot_be_read_hinder_nobody() -> None:
    assert seen(docx("<w:p><w:r><w:t>One</w:t></w:r></w:p>", core="<dc:title>The end")) == ["One"]


def test_what_shows_above_a_link_and_letters_that_are_drawn_are_translated() -> None:
    body_ = (
        '<w:p><w:hyperlink w:tooltip="A tip"><w:r><w:t>Here</w:t></w:r></w:hyperlink><w:r><w:pict><v:shape xmlns:v='
        '"urn:schemas-microsoft-com:vml" alt="A sign"><v:textpath string="The end"/></v:shape></w:pict></w:r></w:p>'
    )
    assert sorted(seen(docx(body_))) == ["A sign", "A tip", "Here", "The end"]
    written = translated(docx(body_), str.upper)
    for expected in ('w:tooltip="A TIP"', 'alt="A SIGN"', 'string="THE END"'):
        assert expected in body(written)
