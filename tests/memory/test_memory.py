"""What people have approved is kept, found in its place, and used."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Code, Document, Segment, Text, Unit
from localize.engines import load
from localize.errors import FormatError, InputError
from localize.exchange import tmx
from localize.exchange.bitext import Bitext, Intake
from localize.glossary import Glossary
from localize.languages import Pair
from localize.memory import Book, Memory, Place
from localize.pipeline import Localizer

if TYPE_CHECKING:
    from pathlib import Path

EN_PT = Pair("en", "pt")
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=40).filter(
    str.strip
)


def entry(source: str, target: str, **about: Any) -> Bitext:
    return replace(Bitext(Text(source), Text(target), EN_PT), **about)


def segment(text: str | Text, name: str = "p1") -> Segment:
    source = text if isinstance(text, Text) else Text(text)
    unit = Unit(name, (0, len(source.render())), source)
    return Segment(unit, 0, (0, len(source.plain)), source)


def remembered(folder: Path, *entries: Bitext) -> Memory:
    Book(folder).add(entries)
    return Memory.open([folder])


def test_a_sentence_is_found_word_for_word_only(tmp_path: Path) -> None:
    memory = remembered(tmp_path, entry("The Council met.", "O Conselho reuniu-se."))
    hit = memory.find(segment("The Council met."), EN_PT)
    assert hit
    assert (hit.kind, hit.score, hit.target) == ("exact", 100, Text("O Conselho reuniu-se."))
    assert memory.find(segment("The council met."), EN_PT) is None
    assert memory.find(segment("The Council met."), Pair("en", "es")) is None


def test_the_sentences_around_decide_between_two_translations(tmp_path: Path) -> None:
    memory = remembered(
        tmp_path,
        entry("Yes.", "Sim.", previous="Did he come?", following="He stayed."),
        entry("Yes.", "Pois.", previous="Is it true?", following="It is."),
    )
    hit = memory.find(segment("Yes."), EN_PT, Place("a.md", "Is it true?", "It is."))
    assert hit
    assert (hit.kind, hit.score, hit.entry.target.plain) == ("context", 101, "Pois.")


def test_the_place_in_the_article_counts_when_the_neighbours_were_edited(tmp_path: Path) -> None:
    memory = remembered(
        tmp_path,
        entry("Yes.", "Sim.", document="a.md", segment="p1/0", previous="A.", following="B."),
        entry("Yes.", "Pois.", document="b.md", segment="p1/0", previous="C.", following="D."),
    )
    hit = memory.find(segment("Yes."), EN_PT, Place("b.md", "X.", "Y."))
    assert hit
    assert (hit.kind, hit.entry.target.plain) == ("context", "Pois.")


def test_a_region_serves_the_language_and_no_other_region(tmp_path: Path) -> None:
    memory = remembered(tmp_path, replace(entry("Bus", "Ônibus"), pair=Pair("en", "pt-BR")))
    assert memory.find(segment("Bus"), EN_PT)
    assert memory.find(segment("Bus"), Pair("en-GB", "pt-BR"))
    assert memory.find(segment("Bus"), Pair("en", "pt-PT")) is None


def test_a_link_keeps_its_words_and_takes_the_new_address(tmp_path: Path) -> None:
    def link(plain: str, start: int, end: int, address: str) -> Text:
        return Text(plain, (Code(start, "[", "open", 3), Code(end, f"]({address})", "close", 3)))

    old = Bitext(
        link("Read the report now.", 5, 15, "old"), link("Leia agora o relatório.", 11, 22, "old"), EN_PT
    )
    hit = remembered(tmp_path, old).find(segment(link("Read the report now.", 5, 15, "new")), EN_PT)
    assert hit
    assert hit.target
    assert hit.target.render() == "Leia agora [o relatório](new)."


def test_markup_that_a_po_file_has_among_its_characters_becomes_codes(tmp_path: Path) -> None:
    bold = Text("The chief of NATO spoke.", (Code(4, "**", "open", 1), Code(9, "**", "close", 1)))
    written = entry("The **chief** of NATO spoke.", "O **chefe** da OTAN falou.", as_written=True)
    hit = remembered(tmp_path, written).find(segment(bold), EN_PT)
    assert hit
    assert hit.target == Text("O chefe da OTAN falou.", (Code(2, "**", "open", 1), Code(7, "**", "close", 1)))


def test_similar_sentences_are_offered_best_first(tmp_path: Path) -> None:
    memory = remembered(
        tmp_path,
        entry("The Council met on Monday.", "O Conselho reuniu-se na segunda-feira."),
        entry("The Council met on Monday and Tuesday.", "O Conselho reuniu-se na segunda e na terça-feira."),
        entry("Ukraine has asked for help.", "A Ucrânia pediu ajuda."),
    )
    hits = memory.similar(segment("The Council met on Sunday."), EN_PT)
    assert [hit.entry.source.plain for hit in hits] == [
        "The Council met on Monday.",
        "The Council met on Monday and Tuesday.",
    ]
    assert all(75 <= hit.score < 100 for hit in hits)


def test_a_new_review_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    book = Book(tmp_path)
    first = entry("The Council met.", "O Conselho encontrou-se.", document="a.md", segment="p1/0")
    assert book.add([first]).added == 1
    assert book.add([first]).same == 1
    assert book.add([replace(first, target=Text("O Conselho reuniu-se."))]).replaced == 1
    assert [one.target.plain for one in Memory.open([tmp_path])] == ["O Conselho reuniu-se."]


def test_two_translations_in_one_place_are_a_conflict(tmp_path: Path) -> None:
    first = entry("Yes.", "Sim.", document="a.md", segment="p1/0")
    change = Book(tmp_path).add([first, replace(first, target=Text("Pois."))])
    assert [(one.first.target.plain, one.second.target.plain) for one in change.conflicts] == [
        ("Sim.", "Pois.")
    ]


def test_the_file_does_not_depend_on_the_order_of_work(tmp_path: Path) -> None:
    one, two = entry("B.", "b."), entry("A.", "a.")
    Book(tmp_path / "x").add([one])
    Book(tmp_path / "x").add([two])
    Book(tmp_path / "y").add([two, one])
    assert (tmp_path / "x/en-pt.tmx").read_bytes() == (tmp_path / "y/en-pt.tmx").read_bytes()


def test_writers_wait_for_one_another_and_leave_nothing_but_the_memory(tmp_path: Path) -> None:
    (tmp_path / ".busy").touch()  # of an older version
    entries = [entry(f"Sentence {i}.", f"Frase {i}.") for i in range(24)]
    with ThreadPoolExecutor(8) as pool:
        changes = list(pool.map(lambda one: Book(tmp_path).add([one]), entries))
    assert [change.added for change in changes] == [1] * 24
    assert len(list(Memory.open([tmp_path]))) == 24
    assert [path.name for path in tmp_path.iterdir()] == ["en-pt.tmx"]


@given(TEXTS, TEXTS, TEXTS)
def test_tmx_comes_back(source: str, target: str, before: str) -> None:
    bold = Text(
        source, (Code(0, "<b>", "open", 4), Code(0, "<br/>", "empty", 7), Code(1, "</b>", "close", 4))
    )
    made = Bitext(
        bold,
        Text(target),
        EN_PT,
        "final",
        "a & b.md",
        "p1/0",
        before,
        "",
        "memory",
        "Ana",
        "20260101T000000Z",
    )
    assert list(tmx.read(tmx.write([made], "en").encode(), Intake("m.tmx"))) == [made]


def test_a_damaged_index_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("localize.memory.memory._SMALL", 0)
    Book(tmp_path / "memory").add([entry("Yes.", "Sim.")])
    index = tmp_path / "state/memory.sqlite"
    for damage in (b"", b"no database at all" * 100):
        if damage:
            index.write_bytes(damage)
        memory = Memory.open([tmp_path / "memory"], index=index)
        assert memory.find(segment("Yes."), EN_PT)
        memory.close()


def test_what_is_no_memory_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text("hello")
    with pytest.raises(FormatError, match=r"a\.tmx"):
        Memory.open([tmp_path])
    with pytest.raises(InputError, match="no such file"):
        Memory.open([tmp_path / "none"])


def test_an_approved_sentence_wins_over_the_engine(tmp_path: Path) -> None:
    text = "The Council met. It was late."
    unit = Unit("p1", (0, len(text)), Text(text))
    document = Document("a.txt", "text", text, (unit,), "en")
    memory = remembered(tmp_path, entry("The Council met.", "O Conselho reuniu-se.", state="final"))
    localizer = Localizer(load("echo", {}), Glossary(), memory=memory)
    (result,) = localizer.translate([document], "pt")
    assert [one.target.plain for one in result.translations] == ["O Conselho reuniu-se.", "It was late."]
    assert [one.state for one in result.translations] == ["final", "translated"]
    assert (result.from_memory, result.from_engine) == (1, 1)
