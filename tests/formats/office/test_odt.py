"""ODT: spans, notes, fields and frames; languages and directions of styles."""

from __future__ import annotations

import io
import zipfile

import pytest

from localize.errors import FormatError
from tests.formats.office.build import DEFAULTS, member, odt, parsed, seen, translated, words
from tests.formats.test_archive import packed


def read(content: str) -> list[str]:
    return seen(odt(content), "odt")


def shouted(content: str) -> str:
    """Translate a text to capitals and give what is written."""
    return words(translated(odt(content), str.upper, "odt"))


def test_spans_that_only_remember_an_edit_are_nothing_and_others_are_pairs() -> None:
    content = (
        '<text:p>The <text:span text:style-name="R">Secretary </text:span>'
        '<text:span text:style-name="B">Gene</text:span><text:span text:style-name="B">ral</text:span> left.</text:p>'
    )
    assert read(content) == ["The Secretary [General] left."]
    assert shouted(content) == (
        '<text:p>THE SECRETARY <text:span text:style-name="B">GENERAL</text:span> LEFT.</text:p>'
    )


def test_a_span_around_everything_is_no_code() -> None:
    content = '<text:p><text:span text:style-name="B">The end</text:span></text:p>'
    assert read(content) == ["The end"]
    assert shouted(content) == content.replace("The end", "THE END")


def test_a_link_may_stand_in_a_span_and_a_span_in_a_link() -> None:
    content = (
        '<text:p>a <text:span text:style-name="B">see <text:a href="x">that <text:span text:style-name="C">ls</text:span></text:a>'
        "</text:span> too long</text:p>"
    )
    assert read(content) == ["a [see ][that [|ls]] too long"]
    written = words(translated(odt(content), {"a see that ls too long": "A VER QUE ls LONGO DEMAIS"}, "odt"))
    assert written == (
        '<text:p>A <text:span text:style-name="B">VER</text:span> <text:span text:style-name="B"><text:a href="x">QUE '
        '<text:span text:style-name="C">ls</text:span></text:a></text:span> LONGO DEMAIS</text:p>'
    )


def test_notes_stand_in_a_sentence_and_have_their_own() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    content = f"<text:p>They left.{note.format('A note')} It rained.</text:p>"
    assert read(content) == ["They left.* It rained.", "A note"]
    assert shouted(content) == f"<text:p>THEY LEFT.{note.format('A NOTE')} IT RAINED.</text:p>"


def test_spaces_tabs_and_breaks() -> None:
    content = "<text:p>Geneva<text:tab/>12 May<text:line-break/>The\n  men<text:s text:c='2'/>met<text:line-break/>again.</text:p>"
    assert read(content) == ["Geneva", "12 May", "The men met* again."]
    assert shouted(content) == (
        "<text:p>GENEVA<text:tab/>12 MAY<text:line-break/>THE MEN MET<text:line-break/>AGAIN.</text:p>"
    )


def test_several_spaces_in_a_translation_are_all_seen() -> None:
    written = words(translated(odt("<text:p>One</text:p>"), {"One": "Um   dois"}, "odt"))
    assert written == '<text:p>Um <text:s text:c="2"/>dois</text:p>'


def test_results_of_fields_come_through() -> None:
    content = '<text:p>Page <text:page-number text:select-page="current">3</text:page-number> of it</text:p>'
    assert read(content) == ["Page [|3] of it"]
    assert shouted(content) == content.replace("Page ", "PAGE ").replace(" of it", " OF IT")


def test_comments_and_deleted_text_are_left() -> None:
    content = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>The<office:annotation><text:p>Why?</text:p></office:annotation> end</text:p>"
    )
    assert read(content) == ["The* end"]
    assert shouted(content) == content.replace("The<", "THE<").replace(" end", " END")


def test_code_is_left() -> None:
    assert read(
        '<text:p text:style-name="Preformatted_20_Text">int main</text:p><text:p><text:span text:style-name="C">ls</text:span></text:p>'
    ) == []  # fmt: skip


def test_frames_have_texts_and_descriptions() -> None:
    content = (
        "<text:p>See<draw:frame><draw:text-box><text:p>A box</text:p></draw:text-box><svg:title>Six &amp; more</svg:title>"
        "</draw:frame> this</text:p>"
    )
    assert read(content) == ["See* this", "A box", "Six & more"]
    assert shouted(content) == (
        content.replace("See", "SEE").replace("A box", "A BOX").replace("Six &amp; more", "SIX &amp; MORE").replace("this", "THIS")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<text:h>{}</text:h>", "heading"),
        ('<text:p text:style-name="P1">{}</text:p>', "heading"),
        ("<table:table-cell><text:p>{}</text:p></table:table-cell>", "table-cell"),
        ("<text:list-item><text:p>{}</text:p></text:list-item>", "list-item"),
        ('<text:p text:style-name="Quotations">{}</text:p>', "quote"),
    ],
)
def test_a_unit_is_what_its_place_and_style_say(content: str, kind: str) -> None:
    assert [unit.kind for unit in parsed(odt(content.format("The talks")), "odt").units] == [kind]


def test_headers_stand_in_the_styles() -> None:
    styles = DEFAULTS + (
        "<office:master-styles><style:header><text:p>The Dispatch</text:p></style:header></office:master-styles>"
    )
    written = translated(odt("<text:p>One</text:p>", styles=styles), {"The Dispatch": "O Despacho"}, "odt")
    assert "<style:header><text:p>O Despacho</text:p></style:header>" in member(written, "styles.xml")


META = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def test_title_subject_and_description_of_a_file_are_translated_and_its_author_is_not() -> None:
    meta = (
        f"<office:document-meta {META}><office:meta><dc:title>The end &amp; more</dc:title><dc:creator>Anna</dc:creator>"
        "<dc:description>All of it.</dc:description></office:meta></office:document-meta>"
    )
    written = translated(odt("<text:p>One</text:p>", meta_xml=meta), str.upper, "odt", "pt")
    assert "<dc:title>THE END &amp; MORE</dc:title><dc:creator>Anna</dc:creator>" in member(
        written, "meta.xml"
    )
    assert "<dc:description>ALL OF IT.</dc:description>" in member(written, "meta.xml")


def test_the_language_is_that_of_the_translation() -> None:
    meta = f"<office:document-meta {META}><office:meta><dc:language>en-GB</dc:language></office:meta></office:document-meta>"
    written = translated(odt("<text:p>One</text:p>", meta_xml=meta), str.upper, "odt", "pt-BR")
    assert '<style:text-properties fo:language="pt" fo:country="BR"/>' in member(written, "styles.xml")
    assert "<dc:language>pt-BR</dc:language>" in member(written, "meta.xml")


def test_a_translation_from_right_to_left_turns_paragraphs_and_tables_around() -> None:
    automatic = (
        '<office:automatic-styles><style:style style:name="T"><style:table-properties/></style:style><style:style style:name="P">'
        '<style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-weight="bold"/></style:style>'
        "</office:automatic-styles>"
    )
    written = translated(odt("<text:p>One</text:p>", automatic=automatic), str.upper, "odt", "ar")
    styles, content = member(written, "styles.xml"), member(written, "content.xml")
    assert '<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="end"/>' in styles
    assert 'style:language-complex="ar" style:country-complex="none"' in styles
    assert '<style:table-properties style:writing-mode="rl-tb"/>' in content
    assert '<style:paragraph-properties fo:text-align="start"/>' in content
    assert 'fo:font-weight="bold" style:font-weight-complex="bold"' in content


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            odt("", mimetype="formula"),
            "is another kind of file: 'application/vnd.oasis.opendocument.formula'",
        ),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is another kind of file: ''"),
        (odt("", META_INF_manifest_xml="<m:encryption-data/>"), "is protected by a password"),
        (odt("<text:p>"), r"member 'content\.xml' is no well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        parsed(data, "odt")


def test_a_style_gets_no_attribute_whose_prefix_its_part_does_not_declare() -> None:
    whole = odt("<text:p>One</text:p>")
    bare = member(whole, "styles.xml").replace(
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"', ""
    )
    bare = bare.replace('fo:language="en" fo:country="GB"', "")
    data = packed(
        ("content.xml", member(whole, "content.xml").encode()),
        ("styles.xml", bare.encode()),
    )
    styles = member(translated(data, str.upper, "odt", "ar"), "styles.xml")
    assert '<style:paragraph-properties style:writing-mode="rl-tb"/>' in styles
    assert "fo:" not in styles


FLAT = (
    '<?xml version="1.0" encoding="ISO-8859-1"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:meta>'
    "<dc:language>en</dc:language></office:meta><office:master-styles><text:p>Page head</text:p></office:master-styles><office:body>"
    "<text:p>The caf\u00e9</text:p></office:body></office:document>"
)


def test_a_document_that_is_one_xml_text_is_read_and_written_in_its_encoding() -> None:
    data = FLAT.format(kind="text").encode("latin-1")
    assert seen(data, "odt") == ["Page head", "The caf\u00e9"]
    written = translated(data, {"The caf\u00e9": "O caf\u00e9 \u2013 j\u00e1"}, "odt").decode("latin-1")
    assert "<text:p>O caf\u00e9 &#8211; j\u00e1</text:p>" in written
    assert "<dc:language>pt</dc:language>" in written


def test_what_slides_in_one_xml_text_are_made_after_is_left() -> None:
    assert seen(FLAT.format(kind="presentation").encode("latin-1"), "odt") == ["The caf\u00e9"]


def test_a_template_of_styles_without_content_has_the_words_of_its_page_heads() -> None:
    styles = "<office:master-styles><text:p>Page head</text:p></office:master-styles>"
    with zipfile.ZipFile(io.BytesIO(odt("", styles=styles))) as whole:
        data = packed(*((name, whole.read(name)) for name in whole.namelist() if name != "content.xml"))
    assert seen(data, "odt") == ["Page head"]


def test_of_a_spreadsheet_the_cells_that_hold_words_are_read_and_no_numbers_or_formulas() -> None:
    cell = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p></table:table-cell>'
    cells = (
        cell.format("string", "", "The old city")
        + cell.format("float", 'office:value="12"', "12")
        + cell.format("string", 'table:formula="of:=A1"', "The old city")
    )
    sheet = f"<office:spreadsheet><table:table><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet>"
    assert seen(odt(sheet, mimetype="spreadsheet"), "odt") == ["The old city"]
