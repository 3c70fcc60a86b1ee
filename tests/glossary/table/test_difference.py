"""Two versions of a glossary are compared by concept, not by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from localize.glossary.table.difference import compare, lines, pairing

if TYPE_CHECKING:
    from localize.glossary.table.rows import Row

OLD: list[Row] = [
    {"id": "summit", "en": "summit", "pt": "cúpula"},
    {"id": "mayor", "en": "Mayor", "pt": "prefeito", "forms:pt": "prefeita|prefeitos"},
    {"id": "truce", "en": "truce", "pt": "trégua"},
]


def said(old: list[Row], new: list[Row]) -> list[str]:
    return [line for change in compare(old, new) for line in lines(change)]


def test_order_does_not_matter() -> None:
    assert compare(OLD, [dict(reversed(list(row.items()))) for row in reversed(OLD)]) == ()


def test_additions_removals_and_changes_are_told_by_concept() -> None:
    new: list[Row] = [
        {"id": "treaty", "en": "treaty", "pt": "tratado"},
        {"id": "summit", "en": "summit", "pt": "cimeira", "note": "Portugal"},
        {"id": "mayor", "en": "Mayor", "pt": "prefeito", "forms:pt": "prefeita|prefeitas"},
    ]
    assert said(OLD, new) == [
        "- truce: en truce | pt trégua",
        "+ treaty: en treaty | pt tratado",
        "~ summit",
        "    pt: cúpula -> cimeira",
        "    note: (empty) -> Portugal",
        "~ mayor",
        "    forms:pt: +prefeitas, -prefeitos",
    ]


def test_concepts_without_id_are_known_by_their_first_term_and_domain() -> None:
    old: list[Row] = [
        {"en": "bank", "pt": "banco", "domain": "economy"},
        {"en": "bank", "pt": "margem", "domain": "rivers"},
    ]
    new: list[Row] = [
        {"en": "Bank", "pt": "ribeira", "domain": "rivers"},
        {"en": "bank", "pt": "banco", "domain": "economy"},
    ]
    assert said(old, new) == ["~ Bank", "    en: bank -> Bank", "    pt: margem -> ribeira"]


def test_a_concept_whose_first_term_changed_is_known_by_another() -> None:
    old: list[Row] = [{"en": "cease-fire", "pt": "cessar-fogo"}, {"en": "truce", "pt": "trégua"}]
    assert pairing(old, [{"en": "ceasefire", "pt": "cessar-fogo"}]) == {0: 0}


def test_another_id_is_another_concept() -> None:
    assert pairing([{"id": "a", "en": "truce"}], [{"id": "b", "en": "truce"}]) == {}
    assert pairing([{"en": "truce"}], [{"id": "b", "en": "truce"}]) == {0: 0}


def test_equal_rows_are_paired_one_by_one() -> None:
    row: Row = {"en": "summit", "pt": "cúpula"}
    assert pairing([row, row], [row, row, row]) == {0: 0, 1: 1}


ROWS = st.lists(
    st.dictionaries(st.sampled_from(["id", "en", "pt", "domain"]), st.sampled_from("abc"), min_size=1),
    max_size=6,
)


@given(old=ROWS, new=ROWS)
def test_no_row_is_paired_twice(old: list[Row], new: list[Row]) -> None:
    partners = pairing(old, new)
    assert len(set(partners.values())) == len(partners)
    assert set(partners) <= set(range(len(new)))
    assert set(partners.values()) <= set(range(len(old)))


@given(rows=ROWS)
def test_a_version_does_not_differ_from_itself(rows: list[Row]) -> None:
    assert compare(rows, rows) == ()
