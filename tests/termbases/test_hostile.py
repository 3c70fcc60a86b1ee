"""Files made to do harm are refused, with the place."""

from __future__ import annotations

import io
import zipfile

import pytest

from localize.errors import GlossaryError
from tests.termbases.build import RICH, read, written

BOMB = """<?xml version="1.0"?>
<!DOCTYPE martif [
<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<martif><text><body><termEntry><langSet xml:lang="en"><tig><term>&b;</term></tig></langSet></termEntry></body></text></martif>"""


def refused(data: bytes | str, name: str, *, using: str = "") -> str:
    with pytest.raises(GlossaryError) as caught:
        read(data, name, using=using, source="en", target="pt")
    return caught.value.problems[0]


def workbook(**parts: str) -> bytes:
    """Make a workbook of one sheet; parts replace the usual ones (``sheet``, ``workbook``)."""
    file = io.BytesIO(written(RICH, "xlsx"))
    names = {"sheet": "xl/worksheets/sheet1.xml", "workbook": "xl/workbook.xml"}
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            key = next((key for key, name in names.items() if name == info.filename), "")
            new.writestr(info.filename, parts.get(key, old.read(info).decode()))
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["a.tbx", "a.tmx", "a.xlf"])
def test_declared_entities_are_refused_where_they_stand(name: str, encoding: str) -> None:
    text = BOMB.replace('<?xml version="1.0"?>', "").encode(encoding)
    assert (
        refused(text, name)
        == f"{name}:3: file: declares the entity 'a'; entities can be made to fill the memory"
    )


def test_files_named_by_entities_are_never_opened() -> None:
    text = BOMB.replace('<!ENTITY a "aaaaaaaaaa">', '<!ENTITY a SYSTEM "file:///etc/passwd">')
    assert "declares the entity 'a'" in refused(text, "a.tbx")


def test_entities_of_html_are_understood_where_a_dtd_would_declare_them_and_unknown_ones_refused() -> None:
    start = '<!DOCTYPE martif SYSTEM "a.dtd"><martif><termEntry><langSet xml:lang="pt"><tig><term>'
    end = "</term></tig></langSet></termEntry></martif>"
    assert read(f"{start}a&ccedil;&atilde;o{end}", "a.tbx").rows == [{"pt": "ação"}]
    assert "uses the entity 'boom'" in refused(f"{start}&boom;{end}", "a.tbx")


def test_deep_nesting_is_refused() -> None:
    assert "nests more than 100 elements" in refused("<tbx>" + "<a>" * 200_000, "a.tbx")


def test_an_entry_without_end_is_refused() -> None:
    assert "more than 100,000 elements" in refused("<tbx><termEntry>" + "<a/>" * 100_001, "a.tbx")
    long = "<tbx><termEntry><note>" + "x" * 1_100_000 + "</note></termEntry></tbx>"
    assert "more than 1,000,000 characters" in refused(long, "a.tbx")


def test_truncated_xml_is_refused_whole_with_its_line() -> None:
    text = written(RICH, "tbx").decode()
    assert refused(text[: text.rindex("<conceptEntry")], "a.tbx").startswith(
        f"a.tbx:{text[: text.rindex('<conceptEntry')].count(chr(10)) + 1}: file: is no well-formed XML"
    )


def test_a_zip_bomb_is_refused() -> None:
    sheet = "<worksheet><sheetData>" + "<row><c t='inlineStr'><is><t>x</t></is></c></row>" * 500_000
    assert "unpacks to far more than its size" in refused(workbook(sheet=sheet), "a.xlsx")


def test_entities_in_a_workbook_are_refused() -> None:
    assert "declares the entity 'a'" in refused(workbook(sheet=BOMB), "a.xlsx")


def test_a_workbook_wider_than_a_glossary_is_read_as_far_as_it_goes() -> None:
    cell = "<c r='{}' t='inlineStr'><is><t>{}</t></is></c>"
    header = cell.format("A1", "en") + cell.format("B1", "pt") + cell.format("XFD1", "zz")
    sheet = f"<worksheet><sheetData><row r='1'>{header}</row><row r='2'>{cell.format('A2', 'summit')}</row></sheetData></worksheet>"
    reading = read(workbook(sheet=sheet), "a.xlsx")
    assert reading.rows == [{"en": "summit"}]
    assert reading.lost == {"cells beyond column 1,000": 1}


def test_zips_that_are_no_workbook_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("hello.txt", "hello")
    assert "is a zip file, but no Excel workbook" in refused(out.getvalue(), "a.xlsx")
    assert "is no Excel workbook" in refused(b"PK\x03\x04junk", "a.xlsx")


def test_every_sheet_with_a_header_of_terms_is_read() -> None:
    book = workbook(
        workbook="<workbook xmlns:r='r'><sheets><sheet name='glossary' r:id='rId1'/>"
        "<sheet name='again' r:id='rId1'/></sheets></workbook>"
    )
    reading = read(book, "a.xlsx")
    again = [{name: cell for name, cell in row.items() if name != "id"} for row in RICH]  # ids stand once
    assert reading.rows == [*RICH, *again]
    assert reading.notes == ["2 sheets were read: glossary, again"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c t='s'><v>1</v></c>", ""),
        ("<c t='b'><v>1</v></c>", "true"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
        ("<c t='str'><f>A1</f><v>x_x000A_y</v></c>", "x\ny"),
        ("<c t='e'><v>#N/A</v></c>", ""),
        (
            "<c t='inlineStr'><is><r><t>rich</t></r><r><t> text</t></r><rPh><t>no</t></rPh></is></c>",
            "rich text",
        ),
    ],
)
def test_cells_of_every_kind_give_what_they_show(cell: str, text: str) -> None:
    sheet = (
        "<worksheet><sheetData><row><c t='inlineStr'><is><t>note</t></is></c><c t='inlineStr'><is><t>en</t></is></c></row>"
        f"<row>{cell}<c t='inlineStr'><is><t>summit</t></is></c></row></sheetData></worksheet>"
    )
    assert read(workbook(sheet=sheet), "a.xlsx").rows[0].get("note", "") == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an Excel workbook of before 2007"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "is a PDF"),
        (b'{"terms": [["summit", "c\xc3\xbapula"]]}', "is JSON"),
        (b"<!DOCTYPE html>\n<html><body>404</body></html>", "is an HTML page"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "is a file of LibreOffice"),
        (bytes(range(256)) * 20, "is no text"),
    ],
)  # fmt: skip
def test_what_people_take_for_a_termbase_is_called_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(data, "terms.csv")
    assert caught.value.problems[0].startswith(f"terms.csv: {what}")
    assert caught.value.hint
