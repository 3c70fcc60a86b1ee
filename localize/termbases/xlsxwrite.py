"""Write Excel workbooks (ECMA-376): one sheet of text cells, its header fixed, nothing that is computed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from localize.termbases.safety import guard
from localize.xmltext import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from localize.glossary.table.rows import Row
    from localize.termbases.base import Writing

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXT, _HEADER, _GUARDED = 1, 2, 3
"""Styles: text; bold text; text with the mark that keeps Excel from ever reading it as a formula."""
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>
</styleSheet>"""

_PARTS = {
    "[Content_Types].xml": f"""{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>""",
    "_rels/.rels": f"""{_XML}<Relationships xmlns="{_LINKS}">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">
<sheets><sheet name="glossary" sheetId="1" r:id="rId1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""{_XML}<Relationships xmlns="{_LINKS}">
<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>""",
    "xl/styles.xml": _STYLES,
}


def write(rows: Sequence[Row], writing: Writing) -> bytes:
    """Write rows as a workbook. Same rows, same bytes."""
    sheet = "\n".join(_sheet(rows, writing.columns))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return file.getvalue()


def _sheet(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    yield f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    yield f'<cols><col min="1" max="{len(columns)}" width="24" style="{_TEXT}" customWidth="1"/></cols>'
    yield "<sheetData>"
    letters = [_letters(place) for place in range(len(columns))]
    yield _row(1, [(place, name, _HEADER) for place, name in zip(letters, columns, strict=True)])
    for number, row in enumerate(rows, start=2):
        cells = ((place, row.get(name, "")) for place, name in zip(letters, columns, strict=True))
        yield _row(number, [(place, text, _style(text)) for place, text in cells if text])
    yield "</sheetData></worksheet>"


def _row(number: int, cells: Sequence[tuple[str, str, int]]) -> str:
    return f'<row r="{number}">{"".join(_cell(f"{place}{number}", text, style) for place, text, style in cells)}</row>'


def _cell(place: str, text: str, style: int) -> str:
    text = _LOOKS_ESCAPED.sub("_x005F_", text).replace("\r", "_x000D_")
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'
    )


def _style(text: str) -> int:
    return _TEXT if guard(text) == text else _GUARDED


def _letters(place: int) -> str:
    """Give the name of a column: 0 is A, 26 is AA."""
    name, place = "", place + 1
    while place:
        place, digit = divmod(place - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
