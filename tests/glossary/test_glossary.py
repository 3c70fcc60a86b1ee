"""Loading, looking up, and language pairs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from localize.errors import GlossaryError
from localize.glossary.concepts import Concept, Term
from localize.glossary.glossary import Glossary, load
from localize.glossary.pairs import chain
from tests.glossary.build import glossary

if TYPE_CHECKING:
    from pathlib import Path

DIPLOMACY = (
    "id,en,pt,pt-PT,fr,kind,domain,status,case,note,variants:en,forms:pt,gender:pt,number:pt,forbidden:pt\n"
    "sg,Secretary-General,secretário-geral,,secrétaire général,title,diplomacy,,,A note.,Sec.-Gen.,"
    "secretária-geral|secretários-gerais,m,,secretário geral\n"
    "iran,Iran,Irã,Irão,Iran,place,,,,,,,m,,\n"
    "us,United States,Estados Unidos,,États-Unis,place,,,,,US|U.S.,,m,pl,\n"
    "old,Burma,Birmânia,,Birmanie,place,,deprecated,,,,,,,\n"
    "keep,Reuters,,,,do-not-translate,,,,,,,,,\n"
)


def test_a_row_becomes_a_concept() -> None:
    concept = glossary(DIPLOMACY).concepts[0]
    assert concept == Concept(
        id="sg",
        terms={
            "en": (Term("Secretary-General", "en"), Term("Sec.-Gen.", "en", "admitted")),
            "pt": (
                Term("secretário-geral", "pt", "preferred", ("secretária-geral", "secretários-gerais"), "m"),
                Term("secretário geral", "pt", "forbidden"),
            ),
            "fr": (Term("secrétaire général", "fr"),),
        },
        kind="title",
        domain="diplomacy",
        case="fold",
        note="A note.",
        path="terms.csv",
        row=2,
    )


@pytest.mark.parametrize(
    ("cells", "case"),
    [
        ("Prime Minister,primeiro-ministro,title,", "fold"),
        ("climate change,mudança climática,term,", "fold"),
        ("NATO,OTAN,acronym,", "exact"),
        ("Ministry of Defence,Ministério da Defesa,organisation,", "exact"),
        ("Polish,polonês,,", "exact"),
        ("Polish,polonês,,fold", "fold"),
        ("speaker,presidente,,exact", "exact"),
    ],
)
def test_case_is_chosen_by_kind_and_spelling_unless_given(cells: str, case: str) -> None:
    assert glossary(f"en,pt,kind,case\n{cells}\n").concepts[0].case == case


def test_german_capitals_make_no_name() -> None:
    assert glossary("en,de\nclimate change,Klimawandel\n").concepts[0].case == "fold"


def test_a_folder_stands_for_its_csv_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("en,pt\nUN,ONU\n", encoding="utf-8")
    (tmp_path / "a.CSV").write_text("en,pt\nNATO,OTAN\nEU,UE\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("no glossary", encoding="utf-8")
    loaded = load([tmp_path, tmp_path / "b.csv"])
    assert [concept.id for concept in loaded.concepts] == ["nato", "eu", "un"]
    assert [(file.path, file.concepts) for file in loaded.files] == [
        (str(tmp_path / "a.CSV"), 2),
        (str(tmp_path / "b.csv"), 1),
    ]
    assert loaded.files[1].sha256 == hashlib.sha256(b"en,pt\nUN,ONU\n").hexdigest()


def test_problems_of_all_files_come_in_one_error(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("en,pt,kind\nNATO,OTAN,thing\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("en,pt\n", encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        load([tmp_path, tmp_path / "c.csv"])
    assert [problem.removeprefix(str(tmp_path)).partition(" ")[0] for problem in caught.value.problems] == [
        "/a.csv:2:",
        "/b.csv:1:",
        "/c.csv:",
    ]
    assert caught.value.hint


def test_an_empty_folder_is_no_glossary(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"holds no \.csv file"):
        load([tmp_path])


def test_an_id_of_an_earlier_file_gets_the_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,en\nx,NATO\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id,en\ny,UN\nx,EU\n", encoding="utf-8")
    assert [concept.id for concept in load([tmp_path]).concepts] == ["x", "y", "b/x"]


def test_very_many_problems_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"term {number},termo,nothing\n" for number in range(500))
    (tmp_path / "a.csv").write_text(f"en,pt,kind\n{rows}", encoding="utf-8")
    with pytest.raises(GlossaryError, match="and 300 more problems"):
        load([tmp_path / "a.csv"])


def test_ids_are_made_from_terms_and_stay_when_rows_move() -> None:
    first = glossary(
        "en,pt,domain\nBank of England,Banco,\nbank,banco,money\nbank,margem,rivers\nbank,banco,money\n"
    )
    ids = [concept.id for concept in first.concepts]
    assert ids[:2] == ["bank-of-england", "bank"]
    assert ids[2].startswith("bank-")
    assert len(set(ids)) == 4
    second = glossary("en,pt,domain\nbank,banco,money\nstate,estado,\nbank,margem,rivers\n")
    assert [concept.id for concept in second.concepts] == ["bank", "state", ids[2]]


def test_made_ids_avoid_stated_ones() -> None:
    ids = [concept.id for concept in glossary("id,en\n,NATO\nnato,UN\n").concepts]
    assert ids[1] == "nato"
    assert ids[0] != "nato"


def test_lookup_minds_neither_case_nor_hyphens_nor_status() -> None:
    terms = glossary(DIPLOMACY)
    assert [concept.id for concept in terms.lookup("secretary general", "en")] == ["sg"]
    assert [concept.id for concept in terms.lookup("Secretários‑gerais", "pt-BR")] == ["sg"]
    assert [concept.id for concept in terms.lookup("u.s.", "en")] == ["us"]
    assert [concept.id for concept in terms.lookup("Birmânia", "pt")] == ["old"]
    assert terms.lookup("NATO", "en") == ()


@pytest.mark.parametrize(
    ("tag", "languages", "expected"),
    [
        ("pt-BR", ("en", "pt", "pt-BR"), ("pt-BR", "pt")),
        ("pt-BR", ("en", "pt", "pt-PT"), ("pt",)),
        ("en", ("en-US", "pt", "en-GB"), ("en-US", "en-GB")),
        ("zh-Hant", ("zh", "en"), ()),
        ("zh", ("zh-Hant",), ()),
        ("fr", ("en",), ()),
    ],
)
def test_a_language_is_served_by_its_base_and_a_base_by_its_regions(
    tag: str, languages: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert chain(tag, languages) == expected


def test_a_pair_takes_rows_with_both_languages() -> None:
    entries = {entry.concept.id: entry for entry in glossary(DIPLOMACY).pair("en", "pt-PT")}
    assert list(entries) == ["sg", "iran", "us", "keep"]
    assert entries["iran"].target.text == "Irão"
    assert entries["us"].target == Term("Estados Unidos", "pt", gender="m", number="pl")
    assert [term.text for term in entries["us"].sources] == ["United States", "US", "U.S."]


def test_what_is_not_translated_is_its_own_target_in_every_language() -> None:
    entries = {entry.concept.id: entry for entry in glossary(DIPLOMACY).pair("pt", "de")}
    assert entries["keep"].target == Term("Reuters", "de")
    assert list(entries) == ["keep"]


@pytest.mark.parametrize("pair", [("en", "pt"), ("pt", "en"), ("fr", "pt-PT"), ("pt", "de")])
def test_spellings_by_column_are_those_of_the_concepts(pair: tuple[str, str]) -> None:
    by_column = glossary(DIPLOMACY)
    one_by_one = Glossary(tuple(by_column.concepts))
    assert sorted(by_column.surfaces(*pair)) == sorted(one_by_one.surfaces(*pair))


def test_domains_leave_out_others_but_not_those_without() -> None:
    texts = {text for text, _ in glossary(DIPLOMACY).surfaces("en", "pt", frozenset({"sport"}))}
    assert "Iran" in texts
    assert "Secretary-General" not in texts


def test_concepts_are_a_sequence() -> None:
    concepts = glossary(DIPLOMACY).concepts
    assert len(concepts) == 5
    assert concepts[-1].id == "keep"
    assert [concept.id for concept in concepts[1:3]] == ["iran", "us"]
    with pytest.raises(IndexError):
        concepts[5]


def test_spellings_of_a_language_are_listed_without_making_concepts() -> None:
    by_column = glossary(DIPLOMACY)
    listed = [
        "Birmânia",
        "Estados Unidos",
        "Irã",
        "Irão",
        "secretária-geral",
        "secretário geral",
        "secretário-geral",
    ]
    listed.append("secretários-gerais")
    assert sorted(by_column.spellings("pt-PT")) == listed
    assert sorted(Glossary(tuple(by_column.concepts)).spellings("pt-PT")) == listed


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("en,pt\nNATO,OTAN\n", encoding="utf-8")
    monkeypatch.setattr("localize.glossary.glossary.MOST_BYTES", 10)
    with pytest.raises(GlossaryError, match="is larger than 256 MiB"):
        load([tmp_path / "a.csv"])


def test_a_missing_file_has_no_cells_to_mend(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="does not exist; check the path") as caught:
        load([tmp_path / "nope.csv"])
    assert caught.value.hint == "name a .csv file, or a folder of such files"


def test_abbreviations_are_listed_by_language_and_once() -> None:
    terms = glossary("en,pt\nSec.-Gen.,Sec.-Ger.\nmayor,prefeito\nGov.,governador\n")
    assert terms.abbreviations("en") == {"Sec.-Gen.", "Gov."}
    assert terms.abbreviations("pt") == {"Sec.-Ger."}
    assert terms.abbreviations("en") is terms.abbreviations("en")  # asked for with every article
