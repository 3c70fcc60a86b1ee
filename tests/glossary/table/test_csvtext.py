"""A CSV text that is changed in one place stays as it is everywhere else."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from localize.glossary.table.csvtext import CsvText

CELL = st.text(st.sampled_from('ab ,"\n\rçé;|'), max_size=6)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5)
STYLE = st.tuples(st.sampled_from(["\n", "\r\n"]), st.booleans())


def written(table: list[list[str]], style: tuple[str, bool]) -> str:
    text = io.StringIO(newline="")
    csv.writer(
        text, lineterminator=style[0], quoting=csv.QUOTE_ALL if style[1] else csv.QUOTE_MINIMAL
    ).writerows(table)
    return text.getvalue()


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(TABLE, STYLE)
def test_records_and_cells_are_those_of_the_csv_module(
    table: list[list[str]], style: tuple[str, bool]
) -> None:
    text = written(table, style)
    lexed = CsvText(text)
    assert lexed.render() == text
    assert [lexed.cells(index) for index in range(len(lexed))] == read(text)


@given(TABLE, STYLE, st.data())
def test_a_changed_cell_changes_its_own_record_only(
    table: list[list[str]], style: tuple[str, bool], data: st.DataObject
) -> None:
    lexed = CsvText(written(table, style))
    before = [lexed.cells(index) for index in range(len(lexed))]
    index = data.draw(st.integers(0, len(before) - 1))
    place = data.draw(st.integers(0, 5))
    value = data.draw(st.text(st.sampled_from('xy ,"\n'), min_size=1, max_size=4))
    lexed.set(index, place, value)
    expected = [list(cells) for cells in before]
    expected[index] += [""] * (place + 1 - len(expected[index]))
    expected[index][place] = value
    assert read(lexed.render()) == expected


def test_quoting_and_line_ends_stay() -> None:
    lexed = CsvText('\ufeff"en",pt\r\n"NATO",OTAN\r\nUN,"ONU"')
    lexed.set(1, 0, "Nato")
    lexed.set(2, 0, 'the "UN"')
    assert lexed.render() == '\ufeff"en",pt\r\n"Nato",OTAN\r\n"the ""UN""","ONU"'


def test_a_file_that_quotes_everything_goes_on_doing_so() -> None:
    lexed = CsvText('"en","pt"\n"NATO","OTAN"\n')
    lexed.insert(1, ["UN", ""])
    assert lexed.render() == '"en","pt"\n"NATO","OTAN"\n"UN",""\n'


def test_a_file_without_a_last_line_end_stays_without() -> None:
    lexed = CsvText("en,pt\r\nNATO,OTAN\r\nUN,ONU")
    lexed.insert(2, ["EU", "UE"])
    assert lexed.render() == "en,pt\r\nNATO,OTAN\r\nUN,ONU\r\nEU,UE"
    lexed.remove(2)
    assert lexed.render() == "en,pt\r\nNATO,OTAN\r\nEU,UE"


def test_blank_lines_count_as_records_and_stay() -> None:
    lexed = CsvText("en,pt\n\nNATO,OTAN\n\n")
    assert [lexed.cells(index) for index in range(len(lexed))] == [["en", "pt"], [], ["NATO", "OTAN"], []]
    lexed.remove(2)
    assert lexed.render() == "en,pt\n\n\n"
