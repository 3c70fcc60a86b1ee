from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Document, Segment, Text, Translation, Unit
from localize.exchange import EXPORT_FORMATS, FileResult
from localize.exchange.bitext import Offer
from localize.exchange.po import export
from tests.exchange.build import HOSTILE, result

if TYPE_CHECKING:
    from pathlib import Path


def article(*pairs: tuple[str, str]) -> FileResult:
    """Make a result of a unit of one segment a pair."""
    translations: list[Translation] = []
    text = ""
    for number, (source, target) in enumerate(pairs):
        unit = Unit(f"p{number}", (len(text), len(text) + len(source)), Text(source))
        segment = Segment(unit, 0, (0, len(source)), unit.source)
        translations.append(Translation(segment, Text(target)))
        text += source + "\n"
    units = tuple(item.segment.unit for item in translations)
    return FileResult(Document("a.txt", "text", text, units, "en"), "pt", "", tuple(translations))


def read(text: str, folder: Path) -> polib.POFile:
    path = folder / "export.po"
    path.write_bytes(text.encode("utf-8"))
    return polib.pofile(str(path))


def test_an_entry_is_a_segment_with_markup_terms_findings_and_place(tmp_path: Path) -> None:
    first, second = read(export(result()), tmp_path)
    assert (first.msgctxt, first.msgid, first.msgstr) == (
        "p1/0",
        "NATO met in Brussels.",
        "A OTAN reuniu-se em Bruxelas.",
    )
    assert (first.comment, first.occurrences) == ("NATO -> OTAN: satisfied", [("news/nato.md", "1")])
    assert second.msgid == "The **Secretary-General** of NATO spoke of 32 members."
    assert second.msgstr == "O **Secretário-Geral** da NATO falou dos membros."
    assert second.comment.split("\n") == [
        "lead",
        "Secretary-General -> Secretário-Geral: repaired",
        "NATO -> OTAN: unresolved",
        'error: term-missing "NATO" should be "OTAN"',
        'warning: number-mismatch "32" is missing',
    ]
    assert second.occurrences == [("news/nato.md", "3")]


def test_the_header_says_languages_and_no_time(tmp_path: Path) -> None:
    file = read(export(result(language="pt-BR")), tmp_path)
    assert file.metadata == {
        "Language": "pt_BR",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "localize 0.1.0",
        "X-Source-Language": "en",
    }
    assert export(result()) == export(result())


def test_an_entry_is_fuzzy_until_somebody_has_approved_it(tmp_path: Path) -> None:
    made = result()
    first, second = made.translations
    approved = replace(made, translations=(replace(first, state="reviewed"), second))
    assert [entry.fuzzy for entry in read(export(approved), tmp_path)] == [False, True]


def test_what_memory_has_for_a_similar_sentence_is_told_and_named_where_it_is_used(tmp_path: Path) -> None:
    made = result()
    first = replace(made.translations[0], origin="memory 95", state="initial")
    offer = Offer(Text("NATO met in Lisbon."), Text("A OTAN reuniu-se em Lisboa."), 95)
    offers = {"p1/0": (offer,)}
    with_offer = replace(made, translations=(first, made.translations[1]), offers=offers)
    one, two = read(export(with_offer), tmp_path)
    assert one.previous_msgid == "NATO met in Lisbon."
    assert one.comment.endswith("memory 95%: NATO met in Lisbon. -> A OTAN reuniu-se em Lisboa.")
    assert two.previous_msgid is None


def test_equal_sentences_stay_apart(tmp_path: Path) -> None:
    file = read(export(article(("Good morning.", "Bom dia."), ("Good morning.", "Boa tarde."))), tmp_path)
    assert [(entry.msgctxt, entry.msgstr) for entry in file] == [("p0/0", "Bom dia."), ("p1/0", "Boa tarde.")]


@pytest.mark.parametrize(
    "text",
    [
        'He said "no" \\ "yes".',
        'Tab\there, back\\slash n \\n, quote at the end "',
        "One line\nand another\r\nand a third\n\n",
        "A very long line that goes on and on and on, far beyond the seventy-eight columns of old terminals, - and on.",
        "Separators \u2028 and \x85 and \x1c and \x0b.",
        "%s %d 100% {name} 日本 é \U0001f600",
        '#~ msgid "fake"',
        "\\",
        '"',
    ],
)  # fmt: skip
def test_special_characters_come_back(text: str, tmp_path: Path) -> None:
    (entry,) = read(export(article((text, text[::-1]))), tmp_path)
    assert (entry.msgid, entry.msgstr) == (text, text[::-1])


def test_a_segment_of_nothing_is_no_header(tmp_path: Path) -> None:
    (entry,) = read(export(article(("", ""), ("Yes.", "Sim."))), tmp_path)
    assert entry.msgid == "Yes."


def test_a_path_with_blanks_stays_one_reference() -> None:
    assert "#: \u2068my news/nato.md\u2069:1\n" in export(result("my news/nato.md"))


def test_hostile_paths_and_messages_stay_comments(tmp_path: Path) -> None:
    file = read(export(result(HOSTILE, HOSTILE)), tmp_path)
    assert len(file) == 2
    assert "\\r\\n::error::\\x1b[31m" in file[1].comment


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), min_size=1, max_size=4
    )
)
def test_everything_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    file = read(export(article(*((text, text) for text in texts))), tmp_path_factory.getbasetemp())
    assert [entry.msgid for entry in file] == texts
    assert [entry.msgstr for entry in file] == texts


def test_po_is_in_the_table_of_exports() -> None:
    assert EXPORT_FORMATS["po"] is export
