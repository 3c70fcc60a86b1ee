"""The glossary that ships is well-formed, and says the same thing once."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from localize.glossary import Matcher, load

PATH = Path(__file__).parents[2] / "glossaries" / "international.csv"
TARGETS = ("pt", "pt-PT", "es", "fr")
PLAIN = ("id", "en", *TARGETS, "kind", "domain", "case", "note", "variants:en", "forbidden:pt")
BY_LANGUAGE = tuple(f"{name}:{tag}" for tag in TARGETS for name in ("variants", "forms", "gender", "number"))
KINDS = {"title", "organisation", "place", "acronym", "term", "do-not-translate"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def items(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def test_every_column_is_one_of_the_contract(rows: list[dict[str, str]]) -> None:
    assert sorted(rows[0]) == sorted((*PLAIN, *BY_LANGUAGE))


def test_every_row_has_as_many_cells_as_the_header() -> None:
    with PATH.open(encoding="utf-8", newline="") as file:
        widths = {len(row) for row in csv.reader(file, strict=True)}
    assert widths == {len(PLAIN) + len(BY_LANGUAGE)}


def test_every_concept_has_an_id_of_its_own_and_a_term_in_every_language(rows: list[dict[str, str]]) -> None:
    assert len({row["id"] for row in rows}) == len(rows)
    assert [row["id"] for row in rows if not all(row[tag] for tag in ("id", "en", "pt", "es", "fr"))] == []


def test_closed_columns_hold_their_values_only(rows: list[dict[str, str]]) -> None:
    assert {row["kind"] for row in rows} == KINDS
    assert {row["case"] for row in rows} == {"fold", "exact"}
    for tag in TARGETS:
        assert {row[f"gender:{tag}"] for row in rows} <= {"", "m", "f", "mf"}
        assert {row[f"number:{tag}"] for row in rows} <= {"", "pl"}


def test_every_target_to_inflect_has_a_gender(rows: list[dict[str, str]]) -> None:
    inflected = [row for row in rows if row["kind"] != "do-not-translate"]
    missing = [
        (row["id"], tag) for row in inflected for tag in TARGETS if row[tag] and not row[f"gender:{tag}"]
    ]
    assert missing == []


def test_no_cell_has_stray_spaces_or_an_empty_list_item(rows: list[dict[str, str]]) -> None:
    words = [item for row in rows for cell in row.values() if cell for item in cell.split("|")]
    assert [word for word in words if not word or word != " ".join(word.split())] == []


def test_forms_and_variants_repeat_neither_the_term_nor_one_another(rows: list[dict[str, str]]) -> None:
    for row in rows:
        for tag in TARGETS:
            listed = [row[tag], *items(row[f"forms:{tag}"]), *items(row[f"variants:{tag}"])]
            folded = Counter(word.casefold() for word in listed if word)
            assert [word for word, count in folded.items() if count > 1] == [], row["id"]


def test_forms_have_as_many_words_as_their_term(rows: list[dict[str, str]]) -> None:
    for row in rows:
        for tag in TARGETS:
            lengths = {len(form.split()) for form in items(row[f"forms:{tag}"])}
            assert lengths <= {len(row[tag].split())}, row["id"]


def test_no_english_spelling_belongs_to_two_concepts(rows: list[dict[str, str]]) -> None:
    spellings = Counter(word.casefold() for row in rows for word in [row["en"], *items(row["variants:en"])])
    assert [word for word, count in spellings.items() if count > 1] == []


def test_a_term_is_not_forbidden_in_its_own_row(rows: list[dict[str, str]]) -> None:
    for row in rows:
        wanted = {row["pt"], *items(row["forms:pt"]), *items(row["variants:pt"])}
        assert not wanted & set(items(row["forbidden:pt"])), row["id"]


def test_what_is_not_to_be_translated_is_the_same_in_every_language(rows: list[dict[str, str]]) -> None:
    kept = [row for row in rows if row["kind"] == "do-not-translate"]
    assert {len({row["en"], row["pt"], row["es"], row["fr"]}) for row in kept} == {1}


def test_rows_stand_by_kind_and_then_by_english_term(rows: list[dict[str, str]]) -> None:
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    assert len(kinds) == len(KINDS)
    order = [(kinds.index(row["kind"]), row["en"].casefold()) for row in rows]
    assert order == sorted(order)


@pytest.mark.parametrize(
    "sentence",
    [
        "A aprovação da lei foi adiada.",
        "A popularidade da banda cresceu em toda a Europa.",
        "As instituições europeias festejam a data.",
        "A comissão parlamentar ouviu o líder parlamentar.",
        "A bolsa de estudos paga mil reais por mês.",
        "O time sofreu um duro golpe no último minuto.",
        "O vice do clube pediu demissão.",
        "A cédula de identidade estava no táxi, ao lado da câmara.",
        "A escola primária fica perto da refinaria.",
        "O executivo da empresa viu uma prévia do filme.",
        "O desemprego e a inflação caíram, e o petróleo subiu.",
        "Wagner Moura mora na Bahia.",
    ],
)
def test_no_everyday_word_of_portuguese_is_taken_for_a_term(sentence: str) -> None:
    found = Matcher(load([PATH]), "pt", "en").match(sentence)
    assert [match.source.text for match in found.terms] == []


def test_a_federal_deputy_of_brazil_is_no_member_of_some_parliament() -> None:
    found = Matcher(load([PATH]), "pt", "en").match("A deputada federal votou contra o projeto.")
    assert [match.target.text for match in found.terms] == ["federal deputy"]
