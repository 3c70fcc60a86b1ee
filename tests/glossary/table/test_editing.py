"""Entries are added, changed and removed with nothing else in the file moved."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.errors import GlossaryError
from localize.glossary.table.editing import Editor, assignments, with_items

BY_KIND = (
    "id,en,pt,kind\n"
    "envoy,envoy,enviado,title\n"
    "mayor,Mayor,prefeito,title\n"
    "senator,Senator,senador,title\n"
    "ceasefire,ceasefire,cessar-fogo,term\n"
    "tariff,tariff,tarifa,term\n"
)


def added(text: str, **cells: str) -> list[str]:
    """Give the lines that adding an entry adds and takes out."""
    editor = Editor(text.encode(), "terms.csv")
    editor.add(cells)
    return changes(text, editor.finish().decode())


def changes(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def test_a_new_entry_is_one_new_line() -> None:
    assert added("en,pt\nNATO,OTAN\nUN,ONU\n", en="summit", pt="cúpula") == ["+summit,cúpula"]


def test_a_new_entry_stands_where_the_order_of_its_kind_wants_it_with_an_id() -> None:
    editor = Editor(BY_KIND.encode(), "terms.csv")
    editor.add({"en": "Minister", "pt": "ministro", "kind": "title"})
    lines = editor.finish().decode().splitlines()
    assert lines[3] == "minister,Minister,ministro,title"
    assert len(lines) == 7


def test_the_first_of_its_kind_goes_in_front_of_the_others() -> None:
    editor = Editor(BY_KIND.encode(), "terms.csv")
    editor.add({"en": "armistice", "pt": "armistício", "kind": "term"})
    assert editor.finish().decode().splitlines()[4] == "armistice,armistice,armistício,term"


def test_an_unsorted_file_gets_its_new_entry_at_the_end() -> None:
    editor = Editor(b"en,pt\nzone,zona\narea,regi\xc3\xa3o\nmap,mapa\n", "terms.csv")
    editor.add({"en": "border", "pt": "fronteira"})
    assert editor.finish().decode().splitlines()[-1] == "border,fronteira"


def test_an_id_that_is_taken_is_numbered() -> None:
    editor = Editor(b"id,en,pt\ntariff,tariff,tarifa\n", "terms.csv")
    editor.add({"en": "Tariff", "pt": "Tarifa"})
    assert editor.finish().decode().splitlines()[-1] == "tariff-2,Tariff,Tarifa"


def test_a_column_that_the_file_lacks_is_added_to_the_header_and_the_new_row_alone() -> None:
    assert added("en,pt\nNATO,OTAN\n", en="summit", pt="cúpula", note="G7") == [
        "-en,pt",
        "+en,pt,note",
        "+summit,cúpula,G7",
    ]


@pytest.mark.parametrize("text", ["", "\ufeff", "en,pt\n"])
def test_a_file_without_entries_takes_its_first(text: str) -> None:
    editor = Editor(text.encode(), "terms.csv")
    editor.add({"en": "summit", "pt": "cúpula"})
    assert editor.finish().decode().removeprefix("\ufeff") == "en,pt\nsummit,cúpula\n"


def test_a_changed_cell_is_one_changed_line_and_quotation_marks_stay() -> None:
    text = '"en","pt"\r\n"NATO","OTAN"\r\n"UN","ONU"\r\n'
    editor = Editor(text.encode(), "terms.csv")
    editor.edit(2, {"pt": "Otan"})
    assert editor.finish().decode() == '"en","pt"\r\n"NATO","Otan"\r\n"UN","ONU"\r\n'


def test_a_removed_entry_is_one_line_less() -> None:
    editor = Editor(BY_KIND.encode(), "terms.csv")
    editor.remove(3)
    assert changes(BY_KIND, editor.finish().decode()) == ["-mayor,Mayor,prefeito,title"]


def test_the_last_entry_can_be_removed() -> None:
    editor = Editor(b"en,pt\nNATO,OTAN\n", "terms.csv")
    editor.remove(2)
    assert editor.finish() == b"en,pt\n"


def test_a_file_that_cannot_be_used_is_refused_when_opened() -> None:
    with pytest.raises(GlossaryError, match=r"terms\.csv:2: kind: 'country' is none of"):
        Editor(b"en,pt,kind\nNATO,OTAN,country\n", "terms.csv")


def test_a_change_that_the_file_could_not_be_read_after_is_refused() -> None:
    editor = Editor(BY_KIND.encode(), "terms.csv")
    editor.edit(2, {"id": "mayor"})
    with pytest.raises(GlossaryError, match=r"terms\.csv:3: id: 'mayor' is the id of row 2 already"):
        editor.finish()


def test_words_of_a_command_line_are_cells_and_items() -> None:
    words = ["PT=cessar-fogo", "note=", "forms:pt+=cessar-fogos", "variants:EN-=truce", "definition=a=b"]
    assert assignments(words) == (
        {"pt": "cessar-fogo", "note": "", "definition": "a=b"},
        {"forms:pt": [("+", "cessar-fogos")], "variants:en": [("-", "truce")]},
    )


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("ceasefire", "says nothing: write COLUMN=VALUE"),
        ("form:pt=x", "did you mean 'forms:pt'"),
        ("note+=x", "'note' is no list"),
        ("=x", "is no column"),
    ],
)
def test_words_that_name_no_cell_are_refused(word: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        assignments([word])


def test_items_are_added_once_and_taken_out() -> None:
    assert with_items("a|b", [("+", "c"), ("+", "a"), ("-", "b"), ("-", "z")]) == "a|c"


WORD = st.text(st.sampled_from('abcdeç,"-'), min_size=1, max_size=6).filter(lambda word: word.strip('-,"'))


@given(st.lists(WORD, min_size=1, max_size=6, unique=True), WORD, st.data())
def test_adding_and_removing_again_gives_the_same_bytes(
    words: list[str], new: str, data: st.DataObject
) -> None:
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    quoted = [f'"{word}"'.replace(word, word.replace('"', '""')) for word in words]
    before = (end.join(["en", *quoted]) + end).encode()
    editor = Editor(before, "terms.csv")
    editor.add({"en": new})
    after = editor.finish()
    again = Editor(after, "terms.csv")
    news = [number for number, row in again.rows.items() if row["en"] == new]
    again.remove(next(number for number in news if number - 2 >= len(words) or words[number - 2] != new))
    assert again.finish() == before
