"""Two people change one glossary; only two values for one cell are a conflict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.errors import GlossaryError
from localize.glossary.table.editing import Editor
from localize.glossary.table.merging import merge
from localize.glossary.table.rows import Row, to_csv

BASE = (
    "id,en,pt,note,variants:pt\n"
    "mayor,Mayor,prefeito,,presidente da câmara\n"
    "summit,summit,cúpula,,\n"
    "truce,truce,trégua,,\n"
)


def merged(ours: str, theirs: str, base: str = BASE) -> tuple[str, list[str]]:
    result = merge(base.encode(), ours.encode(), theirs.encode(), path="terms.csv")
    said = [f"{one.row}: {one.concept}: {one.column}: {one.message}" for one in result.conflicts]
    return result.data.decode(), said


def test_changes_of_different_concepts_meet() -> None:
    ours, theirs = BASE.replace("cúpula", "cimeira"), BASE.replace("trégua", "armistício")
    assert merged(ours, theirs) == (ours.replace("trégua", "armistício"), [])


def test_changes_of_different_cells_of_one_concept_meet() -> None:
    ours = BASE.replace("summit,summit,cúpula,", "summit,summit,cimeira,")
    theirs = BASE.replace("cúpula,", "cúpula,leaders only")
    assert merged(ours, theirs) == (ours.replace("cimeira,", "cimeira,leaders only"), [])


def test_items_of_lists_meet() -> None:
    ours = BASE.replace("presidente da câmara", "presidente da câmara|alcaide")
    theirs = BASE.replace("presidente da câmara", "burgomestre")
    assert merged(ours, theirs) == (BASE.replace("presidente da câmara", "alcaide|burgomestre"), [])


def test_rows_added_at_one_place_meet() -> None:
    ours, theirs = BASE + "treaty,treaty,tratado,,\n", BASE + "envoy,envoy,enviado,,\n"
    text, conflicts = merged(ours, theirs)
    assert sorted(text.splitlines()) == sorted((ours + "envoy,envoy,enviado,,\n").splitlines())
    assert conflicts == []


def test_a_row_that_both_have_added_is_there_once() -> None:
    both = BASE + "treaty,treaty,tratado,,\n"
    assert merged(both, both) == (both, [])


def test_a_row_goes_behind_the_one_that_it_followed() -> None:
    theirs = BASE.replace("summit,summit", "sanction,sanction,sanção,,\nsummit,summit")
    ours = BASE.replace("cúpula", "cimeira")
    assert merged(ours, theirs)[0] == theirs.replace("cúpula", "cimeira")


def test_a_removed_row_goes_if_nobody_changed_it() -> None:
    theirs = BASE.replace("truce,truce,trégua,,\n", "")
    assert merged(BASE.replace("cúpula", "cimeira"), theirs) == (theirs.replace("cúpula", "cimeira"), [])


def test_two_values_for_one_cell_are_a_conflict_and_ours_is_kept() -> None:
    ours, theirs = BASE.replace("cúpula", "cimeira"), BASE.replace("cúpula", "cume")
    assert merged(ours, theirs) == (
        ours,
        ["3: summit: pt: 'cimeira' here, 'cume' there, 'cúpula' before; kept what is here"],
    )


def test_a_row_that_one_removed_and_the_other_changed_stays_with_a_conflict() -> None:
    changed, removed = BASE.replace("trégua", "armistício"), BASE.replace("truce,truce,trégua,,\n", "")
    assert merged(changed, removed) == (changed, ["4: truce: row: changed here (pt), removed there; kept"])
    assert merged(removed, changed) == (
        changed,
        ["0: truce: row: removed here, changed there; put back as it is there"],
    )


def test_a_column_that_they_have_added_is_added() -> None:
    theirs = "id,en,pt,note,variants:pt,es\nmayor,Mayor,prefeito,,presidente da câmara,alcalde\n" + "".join(
        f"{line},\n" for line in BASE.splitlines()[2:]
    )
    text, conflicts = merged(BASE, theirs)
    assert text == (
        "id,en,pt,note,variants:pt,es\nmayor,Mayor,prefeito,,presidente da câmara,alcalde\n"
        "summit,summit,cúpula,,\ntruce,truce,trégua,,\n"
    )
    assert conflicts == []


def test_our_quoting_and_line_ends_stay() -> None:
    ours = '"id","en","pt","note","variants:pt"\r\n' + "".join(
        ",".join(f'"{cell}"' for cell in line.split(",")) + "\r\n" for line in BASE.splitlines()[1:]
    )
    theirs = BASE.replace("cúpula", "cimeira")
    assert merged(ours, theirs) == (ours.replace("cúpula", "cimeira"), [])


def test_two_new_files_without_a_common_one_meet() -> None:
    assert merged("en,pt\nUN,ONU\n", "en,pt\nEU,UE\nUN,ONU\n", base="") == ("en,pt\nEU,UE\nUN,ONU\n", [])


def test_a_version_that_is_no_glossary_is_refused_by_name() -> None:
    with pytest.raises(
        GlossaryError, match=r"terms\.csv \(theirs\):4: row: has 1 cells|terms\.csv \(theirs\):"
    ):
        merged(BASE, BASE + "<<<<<<< HEAD,,,,,,\n")


IDS = "abcdef"
CELL = st.sampled_from(["x", "y", "z w", "ç,", '"'])
ROW = st.fixed_dictionaries({"en": CELL, "pt": CELL}, optional={"note": CELL, "variants:pt": CELL})
VERSION = st.dictionaries(st.sampled_from(IDS), ROW, min_size=1)
COLUMNS = ("id", "en", "pt", "note", "variants:pt")


def text(version: dict[str, Row]) -> bytes:
    return to_csv([{"id": name, **row} for name, row in version.items()], COLUMNS).encode()


def concepts(data: bytes) -> dict[str, Row]:
    rows = Editor(data, "terms.csv").rows.values()
    return {row["id"]: {name: cell for name, cell in row.items() if name != "id"} for row in rows}


@given(base=VERSION, ours=VERSION, theirs=VERSION)
def test_edits_of_different_concepts_never_conflict(
    base: dict[str, Row], ours: dict[str, Row], theirs: dict[str, Row]
) -> None:
    mine, other = set("abc"), set("def")

    def side(edited: dict[str, Row], own: set[str]) -> dict[str, Row]:
        rest = {name: row for name, row in base.items() if name not in own}
        return {**rest, **{name: row for name, row in edited.items() if name in own}}

    left, right = side(ours, mine), side(theirs, other)
    if not left or not right:
        return
    result = merge(text(base), text(left), text(right))
    wanted = {name: row for name, row in left.items() if name in mine}
    wanted |= {name: row for name, row in right.items() if name in other}
    assert result.conflicts == ()
    assert concepts(result.data) == wanted


@given(base=VERSION, new=VERSION)
def test_a_side_without_changes_takes_all_of_the_other(base: dict[str, Row], new: dict[str, Row]) -> None:
    assert concepts(merge(text(base), text(base), text(new)).data) == new
    assert merge(text(base), text(new), text(base)).data == text(new)
    assert merge(text(base), text(new), text(new)).data == text(new)


@given(base=VERSION, ours=VERSION, theirs=VERSION)
def test_what_only_one_side_changed_is_as_that_side_has_it(
    base: dict[str, Row], ours: dict[str, Row], theirs: dict[str, Row]
) -> None:
    result = concepts(merge(text(base), text(ours), text(theirs)).data)
    for name in IDS:
        if base.get(name) == theirs.get(name):
            assert result.get(name) == ours.get(name)
        elif base.get(name) == ours.get(name):
            assert result.get(name) == theirs.get(name)
