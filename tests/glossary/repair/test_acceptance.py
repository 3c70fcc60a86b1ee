"""Whether a draft holds what the glossary asks for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.document import Draft
from localize.glossary.concepts import Concept, Kind, Term
from localize.glossary.repair.acceptance import accept, forms, pattern, terms_of
from tests.glossary.build import glossary
from tests.glossary.drafts import draft, matched, shown

COURT = "en,pt,kind\nSupreme Court,Supremo Tribunal,organisation\n"


def held(csv: str, source: str, target: str, *pairs: str, pair: str = "en-pt") -> list[str | None]:
    """List for each match of a source the words of the target that satisfy it."""
    made = draft(source, target, *pairs)
    found = accept(made, matched(csv, source, pair), pair.split("-", 1)[1])
    return shown(target, [one.span for one in found])


@pytest.mark.parametrize(
    ("csv", "source", "target", "satisfied"),
    [
        (COURT, "The Supreme Court ruled.", "O Supremo Tribunal decidiu.", "Supremo Tribunal"),
        (COURT, "The Supreme Court ruled.", "O supremo tribunal decidiu.", "supremo tribunal"),
        (COURT, "The Supreme Court ruled.", "O SUPREMO TRIBUNAL DECIDIU.", "SUPREMO TRIBUNAL"),
        (COURT, "The Supreme Court ruled.", "O Supremo  Tribunal decidiu.", "Supremo  Tribunal"),
        (COURT, "The Supreme Court ruled.", "A Suprema Corte decidiu.", None),
        (COURT, "The Supreme Court ruled.", "Os Supremos Tribunalistas.", None),
        # plural and feminine forms count
        ("en,pt\nmissile,míssil\n", "Two missiles fell.", "Dois mísseis caíram.", "mísseis"),
        ("en,pt,kind\njudge,juiz,title\n", "The judge left.", "A juíza saiu.", "juíza"),
        ("en,pt,kind\njudge,juiz,title\n", "The judges left.", "As juízas saíram.", "juízas"),
        ("en,pt\njudge,juiz\n", "The judge left.", "A juíza saiu.", None),
        ("en,pt,gender:pt\njudge,juiz,mf\n", "The judge left.", "A juíza saiu.", "juíza"),
        # forms and admitted terms of the entry count, rejected ones do not
        ("en,pt,forms:pt\nspy,espião,espiã|espiões\n", "A spy left.", "Uma espiã saiu.", "espiã"),
        ("en,pt,variants:pt\nGaza Strip,Faixa de Gaza,Gaza\n", "In the Gaza Strip.", "Em Gaza.", "Gaza"),
        ("en,pt,forbidden:pt\nGaza Strip,Faixa de Gaza,Gaza\n", "In the Gaza Strip.", "Em Gaza.", None),
        # hyphens and apostrophes may be written otherwise
        ("en,pt\nspokesman,porta-voz\n", "A spokesman said.", "Um porta voz disse.", "porta voz"),
        ("en,pt\nspokesman,porta-voz\n", "A spokesman said.", "Um porta‑voz disse.", "porta‑voz"),
        ("en,pt\nglass of water,copo d'água\n", "A glass of water.", "Um copo d'água.", "copo d'água"),
        ("en,pt\nglass of water,copo d’água\n", "A glass of water.", "Um copo d'água.", "copo d'água"),
        ("en,pt\nglass of water,copo d'água\n", "A glass of water.", "Um copo d’água.", "copo d’água"),
        # whole words; names count inside compounds, words only behind a prefix
        ("en,pt,kind\nNATO,OTAN,acronym\n", "A pro-NATO party.", "Um partido pró-OTAN.", "OTAN"),
        ("en,pt\nminister,ministro\n", "The ex-minister.", "O ex-ministro.", "ministro"),
        ("en,pt\nminister,ministro\n", "The deputy minister.", "O vice-ministro.", "ministro"),
        ("en,pt\nmember,membro\n", "Two non-members.", "Dois não-membros.", "membros"),
        ("en,pt\nminister,ministro\n", "The minister.", "O primeiro-ministro.", None),
        ("en,pt\nminister,ministro\n", "The minister.", "A administração.", None),
        ("en,pt,kind\nNGO,ONG,acronym\n", "Two NGOs.", "Duas ONGs.", "ONGs"),
        # an acronym is not the word that is spelled like it, but another term may be in small letters
        (
            "en,pt,kind,variants:pt\nGDP,PIB,acronym,produto interno bruto\n",
            "GDP fell.",
            "O produto interno bruto caiu.",
            "produto interno bruto",
        ),
        ("en,pt,kind\nIRA,IRA,acronym\n", "The IRA split.", "A ira dividiu-se.", None),
        ("en,pt,kind\nNATO,OTAN,acronym\n", "NATO met.", "A Otan reuniu-se.", "Otan"),
        # what is not translated has to stand there to the letter
        ("en,kind\neBay,do-not-translate\n", "Shares of eBay.", "Ações do eBay.", "eBay"),
        ("en,kind\neBay,do-not-translate\n", "Shares of eBay.", "Ações do Ebay.", None),
        ("en,kind\nWorld Vision,do-not-translate\n", "World Vision left.", "A Visão Mundial saiu.", None),
    ],
)
def test_a_term_is_held_in_any_form_of_it(csv: str, source: str, target: str, satisfied: str | None) -> None:
    assert held(csv, source, target) == [satisfied]


@pytest.mark.parametrize(
    ("header", "target", "term"),
    [
        ("pt", "pt-BR", "acordo"),
        ("pt-BR", "pt", "acordo"),
        ("pt-BR", "pt-BR", "acordo"),
        ("pt-PT", "pt", "acordo"),
    ],
)
def test_a_column_serves_the_language_and_its_regions(header: str, target: str, term: str) -> None:
    assert held(f"en,{header}\ndeal,{term}\n", "A deal.", "Um acordo.", pair=f"en-{target}") == [term]


def test_a_region_s_own_term_goes_before_the_language_s() -> None:
    csv = "en,pt,pt-PT\ntrain,trem,comboio\n"
    assert held(csv, "A train.", "Um trem.", pair="en-pt-PT") == [None]
    assert held(csv, "A train.", "Um comboio.", pair="en-pt-PT") == ["comboio"]
    assert held(csv, "A train.", "Um trem.", pair="en-pt-BR") == ["trem"]


def test_a_column_with_rejected_terms_only_adds_them_to_its_language_s() -> None:
    csv = "en,pt,forbidden:pt-PT,pt-PT\ntrain,comboio,trem,\n"
    source, target = "A train.", "Um comboio, não um trem."
    (found,) = accept(Draft(target), matched(csv, source, "en-pt-PT"), "pt-PT")
    assert shown(target, [found.span, found.forbidden]) == ["comboio", "trem"]
    (found,) = accept(Draft(target), matched(csv, source, "en-pt-BR"), "pt-BR")
    assert shown(target, [found.span, found.forbidden]) == ["comboio", None]


@pytest.mark.parametrize(
    ("target", "term", "satisfied"),
    [
        ("他在联合国工作。", "联合国", "联合国"),
        ("北约NATO总部", "NATO", "NATO"),
        ("北约NATOS总部", "NATO", None),
    ],
)
def test_words_of_a_language_without_spaces_are_found_in_the_running_text(
    target: str, term: str, satisfied: str | None
) -> None:
    assert held(f"en,zh\nUnited Nations,{term}\n", "The United Nations.", target, pair="en-zh") == [satisfied]


def test_two_occurrences_need_two_renderings() -> None:
    source = "A minister met a minister."
    csv = "en,pt\nminister,ministro\n"
    assert held(csv, source, "Um ministro encontrou um ministro.") == ["ministro", "ministro"]
    assert held(csv, source, "Um ministro encontrou um colega.") == ["ministro", None]


def test_the_aligned_place_is_taken_first() -> None:
    source = "The minister called the Minister of Defence."
    target = "O ministro da Defesa foi chamado pelo ministro."
    csv = "en,pt,kind\nminister,ministro,title\nMinister of Defence,ministro da Defesa,title\n"
    made = draft(source, target, "minister=ministro#2", "Minister of Defence=ministro da Defesa")
    found = accept(made, matched(csv, source), "pt")
    last = target.rindex("ministro")
    assert [one.span for one in found] == [(last, last + 8), (2, 20)]


def test_a_term_elsewhere_counts_too_since_alignments_err() -> None:
    source, target = "NATO met.", "Reuniu-se a OTAN."
    assert held("en,pt,kind\nNATO,OTAN,acronym\n", source, target, "NATO=Reuniu") == ["OTAN"]


def test_a_longer_term_is_not_served_by_the_middle_of_another() -> None:
    source = "The Prime Minister met the minister."
    csv = "en,pt,kind\nPrime Minister,primeiro-ministro,title\nminister,ministro,title\n"
    assert held(csv, source, "O primeiro-ministro encontrou o colega.") == ["primeiro-ministro", None]


def test_a_rejected_term_is_found_at_the_aligned_place_only() -> None:
    csv = "en,pt,forbidden:pt\nUkrainian war,guerra na Ucrânia,conflito\n"
    source = "The Ukrainian war is a conflict."
    target = "A guerra na Ucrânia é um conflito."
    matches = matched(csv, source)
    (elsewhere,) = accept(
        draft(source, target, "Ukrainian war=guerra na Ucrânia", "conflict=conflito"), matches, "pt"
    )
    (here,) = accept(draft(source, target, "Ukrainian war=conflito"), matches, "pt")
    (unknown,) = accept(Draft(target), matches, "pt")
    assert elsewhere.forbidden is None
    assert shown(target, [here.forbidden, unknown.forbidden]) == ["conflito", "conflito"]


def test_a_rejected_word_inside_the_right_term_is_no_fault() -> None:
    csv = "en,pt,forbidden:pt\nSecretary-General,secretário-geral,secretário\n"
    source = "The Secretary-General."
    assert accept(Draft("O secretário-geral."), matched(csv, source), "pt")[0].forbidden is None
    assert accept(Draft("O secretário."), matched(csv, source), "pt")[0].forbidden is not None


def test_forms_come_longest_first_and_each_once() -> None:
    assert forms(Term("míssil", "pt"), "term") == ("mísseis", "míssil")
    assert forms(Term("juiz", "pt", forms=("magistrado",)), "title")[0] == "magistrado"
    assert forms(Term("Raketen", "de"), "term") == ("Raketen",)
    assert forms(Term("míssil", "pt"), "do-not-translate") == ("míssil",)


def test_a_concept_without_terms_of_a_status_has_no_pattern() -> None:
    (concept,) = glossary("en,pt\ntrain,trem\n").concepts
    assert pattern(concept, "pt", "forbidden") is None
    assert pattern(concept, "fr", "preferred") is None
    assert [term.text for term in terms_of(concept, "pt", "preferred", "admitted")] == ["trem"]


def test_no_matches_are_nothing_to_accept() -> None:
    assert accept(Draft("Olá."), (), "pt") == []


def test_strange_terms_make_no_strange_patterns() -> None:
    for text in ("(c) [x] {y}", "a|b", "C++", "\\d+", "a" * 3000, "é" * 40 + "'", "- -", "^$"):
        concept = Concept("1", {"pt": (Term(text, "pt"),)})
        found = pattern(concept, "pt", "preferred")
        assert found is not None
        started = time.perf_counter()
        assert found.fullmatch(text)
        found.search("a" * 5000 + " " + "- " * 5000)
        assert time.perf_counter() - started < 1


@given(
    st.lists(st.text("ab -'", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=3),
    st.text("ab -'", max_size=30),
    st.sampled_from(["term", "acronym", "title", "do-not-translate"]),
)
def test_places_are_in_the_text_and_used_once(words: list[str], target: str, kind: Kind) -> None:
    terms = [Term(word, "pt") for word in words]
    concepts = [
        Concept(str(i), {"en": (Term("x", "en"),), "pt": (term,)}, kind=kind) for i, term in enumerate(terms)
    ]
    source = matched("en,pt\nx,y\n", "x " * len(words))
    matches = [
        match.__class__(m.span, c, m.source, t)
        for m, c, t, match in zip(source, concepts, terms, source, strict=True)
    ]
    spans = [one.span for one in accept(Draft(target), matches, "pt") if one.span]
    assert all(0 <= a < b <= len(target) for a, b in spans)
    assert len(set(spans)) == len(spans)
    assert all(a[1] <= b[0] for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False))


@pytest.mark.parametrize(
    ("csv", "source", "target", "satisfied"),
    [
        ("en,pt\nwar crime,crime de guerra\n", "Os crimes de guerra.", "The war crimes.", "war crimes"),
        ("en,pt\nwar crime,crime de guerra\n", "Os crimes de guerra.", "The wars crime.", None),
        ("en,pt,kind\nRussia,Rússia,place\n", "O governo da Rússia.", "The Russian government.", "Russian"),
        ("en,pt,kind\nRussia,Rússia,organisation\n", "Na Rússia.", "The Russian company.", None),
    ],
)
def test_english_has_its_plurals_and_what_is_made_from_places(
    csv: str, source: str, target: str, satisfied: str | None
) -> None:
    assert held(csv, source, target, pair="pt-en") == [satisfied]
