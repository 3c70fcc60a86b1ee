"""EPUB: titles, tables of contents and chapters in reading order; protection and other files refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from localize import formats
from localize.document import Text
from localize.errors import FormatError
from localize.inline import place
from tests.formats.books import FULL, OLDER
from tests.formats.office.build import member, shown
from tests.formats.test_archive import packed

BOOK = Path(__file__).parents[1] / "data" / "office" / "book.epub"
EPUB = formats.FORMATS["epub"]
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xml:lang="en"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Six &amp; more</dc:title><dc:language>en-GB</dc:language>
<dc:creator>Anna Smith</dc:creator></metadata><manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="../b.xhtml" media-type="application/xhtml+xml"/><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
</manifest><spine toc="n"><itemref idref="b"/><itemref idref="a"/></spine></package>"""
NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navLabel><text>The first day</text></navLabel></ncx>'
)
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title/></head><body><p>{}</p></body></html>'


def book(*more: tuple[str, str], opf: str = OPF, mimetype: str = "application/epub+zip") -> bytes:
    """Make a book of two chapters."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="in/x.opf"/></rootfiles></container>'
    )
    members = [
        ("mimetype", mimetype),
        ("META-INF/container.xml", container),
        ("in/x.opf", opf),
        ("in/toc.ncx", NCX),
        ("in/a b.xhtml", PAGE.format("It <b>ended</b>&nbsp;well.")),
        ("b.xhtml", PAGE.format("It began.")),
        *more,
    ]
    return packed(*((name, content.encode()) for name, content in members))


def translated(data: bytes, language: str = "pt", **words: str) -> bytes:
    document = formats.parse(data, path="a.epub", using=EPUB)
    targets = {
        unit.id: place(unit.source, " ".join(words.get(w, w) for w in unit.source.plain.split(" ")), ()).text
        for unit in document.units
    }
    return formats.save(document, targets, language)


def test_titles_come_first_and_chapters_in_reading_order() -> None:
    document = formats.parse(book(), path="a.epub", using=EPUB)
    assert [(unit.kind, shown(unit.source)) for unit in document.units] == [
        ("heading", "Six & more"),
        ("heading", "The first day"),
        ("paragraph", "It began."),
        ("paragraph", "It [ended]\xa0well."),
    ]
    assert all(unit.source.render() == document.text[slice(*unit.span)] for unit in document.units)


def test_translations_go_to_their_places_and_languages_are_set() -> None:
    written = translated(book(), "pt-BR", Six="Seis <", first="primeiro", It="Isso")
    assert "<dc:title>Seis &lt; &amp; more</dc:title><dc:language>pt-BR</dc:language>" in member(
        written, "in/x.opf"
    )
    assert '<package xmlns="http://www.idpf.org/2007/opf" xml:lang="pt-BR">' in member(written, "in/x.opf")
    assert "<text>The primeiro day</text>" in member(written, "in/toc.ncx")
    assert '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="pt-BR">' in member(written, "b.xhtml")
    assert "<p>Isso <b>ended</b>&nbsp;well.</p>" in member(written, "in/a b.xhtml")


def test_a_book_from_right_to_left_is_turned_from_right_to_left() -> None:
    written = translated(book(), "ar", It="هو")
    assert '<spine toc="n" page-progression-direction="rtl">' in member(written, "in/x.opf")
    assert 'dir="rtl"' in member(written, "b.xhtml")


def test_the_mimetype_stays_first_and_is_not_packed() -> None:
    written = translated(book(), It="Isso")
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert written[30:58] == b"mimetypeapplication/epub+zip"


def test_a_book_in_which_nothing_is_translated_is_the_same_file() -> None:
    document = formats.read(BOOK)
    assert [unit.source.plain for unit in document.units][-2:] == ["France", "The Foreign Minister"]
    assert formats.save(document, {}, "pt") == BOOK.read_bytes()
    assert (
        formats.save(document, {unit.id: unit.source for unit in document.units}, "pt") == BOOK.read_bytes()
    )


def test_a_translated_book_has_the_units_of_its_source() -> None:
    document = formats.read(BOOK)
    targets = {unit.id: Text(unit.source.plain.upper(), unit.source.codes) for unit in document.units}
    written = formats.save(document, targets, "pt")
    assert formats.same_structure(document, written)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (book(mimetype="application/zip"), "its mimetype is not that of EPUB"),
        (packed(("mimetype", b"application/epub+zip")), r"has no member 'META-INF/container\.xml'"),
        (book(opf=OPF.replace("../b.xhtml", "../../c.xhtml")), r"has no member 'c\.xhtml'"),
        (book(opf="<package>"), r"member 'in/x\.opf' is no well-formed XML"),
        (book(("META-INF/encryption.xml", '<e xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:CipherReference URI="b.xhtml"/></e>')), r"member 'b\.xhtml' is encrypted"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        formats.parse(data, path="a.epub", using=EPUB)


def test_encrypted_fonts_hurt_nobody() -> None:
    said = '<e xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:CipherReference URI="font.ttf"/></e>'
    assert formats.parse(book(("META-INF/encryption.xml", said)), path="a.epub", using=EPUB).units


def test_a_page_that_is_a_drawing_is_read_and_its_language_set() -> None:
    document = formats.parse(FULL, path="a.epub", using=EPUB)
    assert [unit.source.plain for unit in document.units][-2:] == ["The map of the island", "The harbour"]
    written = translated(FULL, harbour="porto", first="primeiro")
    assert 'xml:lang="pt"><title>The map of the island</title><text x="9" y="9">The porto</text>' in member(
        written, "EPUB/map.svg"
    )


def test_the_names_of_the_parts_of_an_older_book_are_translated() -> None:
    written = translated(OLDER, Start='"Início"', text="texto's")
    opf = member(OLDER, "EPUB/package.opf").replace('"Start of the text"', "'Start of the text'")
    single = translated(book(opf=opf.replace("one.xhtml", "../b.xhtml")), text="texto's")
    assert "title='Start of the texto&#39;s'" in member(single, "in/x.opf")
    assert 'title="&quot;Início&quot; of the texto\'s" href="one.xhtml"' in member(
        written, "EPUB/package.opf"
    )
