from __future__ import annotations

import pytest

from localize.checks import CHECKS
from localize.glossary.concepts import CasePolicy, Term, TermVerdict
from localize.languages import Pair
from tests.checks.build import translated, verdict

PAIR = Pair("en", "pt")
SENTENCE = "The Secretary-General of NATO spoke in Brussels."
SECRETARY = (
    Term("Secretário-Geral", "pt"),
    Term("Secretário", "pt", status="forbidden", forms=("Secretária",)),
    Term("secretário-executivo", "pt", status="deprecated"),
)
NATO = (Term("OTAN", "pt"), Term("NATO", "pt", status="forbidden"))


def forbidden(target: str, *terms: TermVerdict) -> list[str]:
    found = CHECKS["term-forbidden"].function(translated(SENTENCE, target, terms), PAIR)
    return [problem.message for problem in found]


def test_an_unresolved_term_is_missing() -> None:
    failed = verdict(
        SENTENCE, "NATO", NATO, outcome="unresolved", before="Aliança", reason="no place for it was found"
    )
    kept = verdict(SENTENCE, "Secretary-General", SECRETARY)
    (problem,) = CHECKS["term-missing"].function(translated(SENTENCE, "...", (kept, failed)), PAIR)
    assert problem.message == '"NATO" should be "OTAN", not "Aliança" (no place for it was found)'
    assert SENTENCE[slice(*problem.span or (0, 0))] == "NATO"


def test_what_was_repaired_for_the_document_alone_is_told() -> None:
    made = verdict(
        SENTENCE, "NATO", NATO, outcome="repaired", before="Aliança", after="OTAN", reason="as elsewhere"
    )
    (problem,) = CHECKS["term-unified"].function(translated(SENTENCE, "OTAN", (made,)), PAIR)
    assert problem.message == '"NATO" is "OTAN" instead of "Aliança", as elsewhere'
    plain = verdict(SENTENCE, "NATO", NATO, outcome="repaired", before="Aliança")
    assert not [*CHECKS["term-unified"].function(translated(SENTENCE, "OTAN", (plain,)), PAIR)]


def test_a_forbidden_rendering_is_reported_with_the_right_one() -> None:
    assert forbidden("O Secretário da OTAN falou.", verdict(SENTENCE, "Secretary-General", SECRETARY)) == [
        '"Secretário" is forbidden, use "Secretário-Geral"'
    ]


def test_forms_of_a_forbidden_rendering_count_whatever_their_case() -> None:
    assert forbidden("A secretária falou.", verdict(SENTENCE, "Secretary-General", SECRETARY)) == [
        '"secretária" is forbidden, use "Secretário-Geral"'
    ]


def test_a_deprecated_rendering_is_called_so() -> None:
    assert forbidden("O secretário-executivo\nfalou.", verdict(SENTENCE, "Secretary-General", SECRETARY)) == [
        '"secretário" is forbidden, use "Secretário-Geral"',
        '"secretário-executivo" is deprecated, use "Secretário-Geral"',
    ]


def test_a_forbidden_word_inside_the_required_term_is_fine() -> None:
    assert forbidden("O Secretário-Geral falou.", verdict(SENTENCE, "Secretary-General", SECRETARY)) == []


def test_a_forbidden_word_inside_a_longer_word_is_fine() -> None:
    assert forbidden("O Secretariado e os secretários falaram.", verdict(SENTENCE, "NATO", NATO)) == []
    assert forbidden("A NATOlogia não existe.", verdict(SENTENCE, "NATO", NATO)) == []


def test_a_word_that_another_concept_requires_is_fine() -> None:
    spokesman = (Term("Secretário", "pt"),)
    source = "The Secretary-General met the Secretary."
    terms = (verdict(source, "Secretary-General", SECRETARY), verdict(source, "the Secretary", spokesman))
    translation = translated(source, "O Secretário-Geral encontrou o Secretário.", terms)
    assert list(CHECKS["term-forbidden"].function(translation, PAIR)) == []


@pytest.mark.parametrize("case", ["fold", "exact"])
def test_a_spelling_that_is_forbidden_for_its_case_alone_is_found(case: CasePolicy) -> None:
    otan = (Term("OTAN", "pt"), Term("Otan", "pt", status="forbidden"))
    assert forbidden("A Otan falou.", verdict(SENTENCE, "NATO", otan, case=case)) == [
        '"Otan" is forbidden, use "OTAN"'
    ]
    assert forbidden("A OTAN falou.", verdict(SENTENCE, "NATO", otan, case=case)) == []


def test_rejected_terms_of_the_base_language_count_for_a_region() -> None:
    source = "NATO spoke."
    otan = (Term("OTAN", "pt"), Term("NATO", "pt", status="forbidden"))
    translation = translated(source, "A NATO falou.", (verdict(source, "NATO", otan),))
    found = list(CHECKS["term-forbidden"].function(translation, Pair("en", "pt-BR")))
    assert [problem.message for problem in found] == ['"NATO" is forbidden, use "OTAN"']


def test_words_are_not_asked_for_where_a_script_has_none() -> None:
    source = "NATO spoke."
    nato = (Term("北约", "zh"), Term("北大西洋", "zh", status="forbidden"))
    translation = translated(source, "昨日北大西洋发言了。", (verdict(source, "NATO", nato),))
    found = list(CHECKS["term-forbidden"].function(translation, Pair("en", "zh")))
    assert [problem.message for problem in found] == ['"北大西洋" is forbidden, use "北约"']
