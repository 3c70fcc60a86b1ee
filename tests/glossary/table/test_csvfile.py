"""Glossary files, and what is said about bad ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.glossary.table.csvfile import parse_bytes
from localize.glossary.table.rows import Row, to_csv
from tests.termbases.build import rows


def problems(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    sheet, found = parse_bytes(data, "terms.csv")
    assert (sheet is None) == bool(found)
    return [str(problem) for problem in found]


def test_two_columns_are_a_glossary() -> None:
    sheet, _ = parse_bytes(b"en,pt\nceasefire,cessar-fogo\n", "terms.csv")
    assert sheet
    assert sheet.columns == {"en": ["ceasefire"], "pt": ["cessar-fogo"]}
    assert sheet.languages == ("en", "pt")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_end_are_taken(end: str) -> None:
    sheet, _ = parse_bytes(f"\ufeffen,pt{end}NATO,OTAN{end}".encode(), "terms.csv")
    assert sheet
    assert sheet.columns["en"] == ["NATO"]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    sheet, _ = parse_bytes(b'en,pt,note\nNATO,OTAN,"two\nlines"\n\n,,\nUN,ONU\n', "terms.csv")
    assert sheet
    assert list(zip(sheet.rows, sheet.columns["en"], strict=True)) == [(2, "NATO"), (5, "UN")]


def test_cells_lose_white_space_at_their_ends_and_that_is_remarked() -> None:
    sheet, _ = parse_bytes(b"en,pt\nNATO , OTAN\nUN,ONU\n", "terms.csv")
    assert sheet
    assert sheet.columns == {"en": ["NATO", "UN"], "pt": ["OTAN", "ONU"]}
    assert [(remark.row, remark.column) for remark in sheet.remarks] == [(2, "en"), (2, "pt")]


def test_short_rows_are_filled_and_empty_cells_beyond_the_header_ignored() -> None:
    sheet, _ = parse_bytes(b"en,pt,note\nNATO,OTAN\nUN,ONU,,,\n", "terms.csv")
    assert sheet
    assert sheet.columns["note"] == ["", ""]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "terms.csv:1: file: is empty"),
        ("\n\n", "terms.csv:1: file: is empty"),
        ("en,pt\n", "terms.csv:1: file: holds no concept"),
        ("note,domain\nx,y\n", "terms.csv:1: header: names no language"),
        ("en,pt\nNATO,OTAN,and more\n", "terms.csv:2: row: has 3 cells, the header has 2"),
        ("en,pt,kind\nNATO,OTAN,country\n", "terms.csv:2: kind: 'country' is none of title, name"),
        ("en,pt,status\nNATO,OTAN,draft\n", "terms.csv:2: status: 'draft' is none of preferred"),
        ("en,pt,case\nNATO,OTAN,upper\n", "terms.csv:2: case: 'upper' is none of fold, exact"),
        ("en,pt,guard\nNATO,OTAN,no\n", "terms.csv:2: guard: 'no' is none of on, off"),
        ("en,pt,gender:pt\nNATO,OTAN,x\n", "terms.csv:2: gender:pt: 'x' is none of m, f, n, mf"),
        ("en,pt,number:pt\nNATO,OTAN,plural\n", "terms.csv:2: number:pt: 'plural' is none of sg, pl"),
        ("id,en\na,NATO\nb,UN\na,EU\n", "terms.csv:4: id: 'a' is the id of row 2 already"),
        ("en,pt\nNATO,OTAN\n,ONU\nx,\n,\n", ""),
        ("en,pt,note\n,,lonely\n", "terms.csv:2: row: has no term in any language"),
        ("en,pt,\nNATO,OTAN,x\n", "terms.csv:2: column 3: has a cell but no name"),
        (f"en,pt\n{'a' * 1001},x\n", "terms.csv:2: en: is longer than 1000 characters"),
        (f"en,pt\n{'a ' * 70}b,x\n", "terms.csv:2: en: has a term of more than 64 words"),
        ('en,pt\n"NA\nTO",OTAN\n', "terms.csv:2: en: holds a line break"),
        ("en,pt\nNA\0TO,OTAN\n", "terms.csv:2: file: holds a NUL character"),
        ('en,pt\n"NATO,OTAN\n', "row: is no CSV"),
    ],
)
def test_each_problem_is_told_with_row_and_column(text: str, message: str) -> None:
    found = problems(text)
    assert len(found) == bool(message)
    assert all(message in line for line in found)


def test_bytes_that_are_no_utf8_are_placed() -> None:
    assert problems(b"en,pt\nS\xe3o,x\n") == [
        "terms.csv:2: file: byte 7 is not UTF-8; save the file as CSV in UTF-8"
    ]
    assert "byte 0 is not UTF-8" in problems("en,pt\nNATO,OTAN\n".encode("utf-16"))[0]


def test_all_problems_of_a_file_are_told_at_once_in_order() -> None:
    found = problems(
        "en,pt,kind,case\nNATO,OTAN,org,exact\nUN,ONU,acronym,loud\nEU,UE,acronym,fold,\n,,title,\n"
    )
    assert [line.split(": ")[0] for line in found] == ["terms.csv:2", "terms.csv:3", "terms.csv:5"]


def test_values_are_taken_in_any_letter_case() -> None:
    sheet, _ = parse_bytes(b"en,pt,kind,case\nNATO,OTAN,Acronym,EXACT\n", "terms.csv")
    assert sheet
    assert (sheet.columns["kind"], sheet.columns["case"]) == (["acronym"], ["exact"])


@given(st.binary(max_size=400))
def test_any_bytes_give_a_sheet_or_problems(data: bytes) -> None:
    sheet, found = parse_bytes(data, "terms.csv")
    assert (sheet is None) == bool(found)


@given(
    st.lists(
        st.lists(st.sampled_from(["NATO", "", " x ", '"', "a|b", "é", "id", ","]), max_size=5), max_size=8
    )
)
def test_any_rows_give_columns_of_one_length(rows: list[list[str]]) -> None:
    text = "en,pt,id\n" + "\n".join(",".join(row) for row in rows)
    sheet, _ = parse_bytes(text.encode(), "terms.csv")
    if sheet:
        assert {len(cells) for cells in sheet.columns.values()} == {len(sheet.rows)}


@given(before=rows())
def test_concepts_made_all_at_once_are_those_made_one_by_one(before: list[Row]) -> None:
    sheet, _ = parse_bytes(to_csv(before).encode(), "terms.csv")
    assert sheet
    names = [f"c{number}" for number in sheet.rows]
    one_by_one = [sheet.concept(index, name) for index, name in enumerate(names)]
    assert list(sheet.concepts(names)) == one_by_one
