"""What is found when somebody types, in which order, and how long that takes with fifty thousand concepts."""

from __future__ import annotations

import time

import pytest

from localize.glossary.table.csvfile import parse_bytes
from localize.studio.search import Index, Query, build, fold
from tests.studio.conftest import GLOSSARY


def index_of(text: str, path: str = "news.csv") -> Index:
    sheet, problems = parse_bytes(text.encode(), path)
    assert sheet is not None, problems
    return build([sheet])


def found(query: Query, text: str = GLOSSARY) -> list[str]:
    index = index_of(text)
    (sheet,) = index.sheets
    return [sheet.columns["id"][number] for number in index.search(query)]


def test_nothing_asked_gives_everything_in_the_order_of_the_file() -> None:
    assert found(Query())[:2] == ["secretary-general", "ceasefire"]


@pytest.mark.parametrize("text", ["cambio climatico", "CAMBIO CLIMÁTICO", "climático cambio", "clima"])
def test_case_accents_and_the_order_of_words_do_not_matter(text: str) -> None:
    assert found(Query(text=text)) == ["climate-change"]


@pytest.mark.parametrize(("text", "name"), [("truce", "ceasefire"), ("united nations", "secretary-general")])
def test_variants_and_notes_are_searched_too(text: str, name: str) -> None:
    assert found(Query(text=text)) == [name]


def test_the_term_itself_comes_before_terms_that_have_it() -> None:
    text = "id,en\na,non-member state\nb,member states of the Union\nc,state\nd,member state\n"
    assert found(Query(text="member state"), text) == ["d", "b", "a"]


def test_filters_leave_out_what_says_otherwise() -> None:
    assert found(Query(kind="title")) == ["secretary-general", "prime-minister"]
    assert found(Query(domain="defence", kind="term")) == ["ceasefire"]
    assert found(Query(missing="pt")) == ["climate-change"]
    assert found(Query(text="minister", kind="organisation")) == []


def test_terms_are_sorted_as_people_sort_them() -> None:
    assert found(Query(sort="pt")) == [
        "ceasefire",
        "nato",
        "prime-minister",
        "secretary-general",
        "climate-change",
    ]


def test_an_arabic_term_is_found_without_its_vowels() -> None:
    assert fold("مُدِير") == fold("مدير")


def test_fifty_thousand_concepts_are_searched_in_less_than_a_tenth_of_a_second() -> None:
    rows = (
        f"c{n},treaty {n} of the {n % 97}th session,tratado {n} da {n % 97}ª sessão\n" for n in range(50_000)
    )
    index = index_of("id,en,pt\n" + "".join(rows))
    for text in ("t", "sess", "treaty 4999", "sessão 96", "xyz", "ª da"):
        spent = []
        for _ in range(5):
            started = time.process_time()
            index.search(Query(text=text))
            spent.append(time.process_time() - started)
        assert min(spent) < 0.1, text
