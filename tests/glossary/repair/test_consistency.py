"""Terms written as the glossary has them, and what stands before them."""

from __future__ import annotations

import pytest

from localize.alignment import apply_edits
from localize.glossary.repair.consistency import case_edits, quiet_edit
from tests.glossary.drafts import grammar, matched, spot


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "las tropas DE LA OTAN", "las tropas de la OTAN"),
        ("es", "el ministro de DE LA OTAN", "el ministro de la OTAN"),
        ("es", "DE LA OTAN vino nada", "De la OTAN vino nada"),
        ("es", "De DE LA OTAN vino nada", "De la OTAN vino nada"),
        ("es", "habló DEL OTAN", "habló del OTAN"),
        ("fr", "le siège de DE L'OTAN", "le siège de l'OTAN"),
        ("pt", "críticos de DA OTAN", "críticos da OTAN"),
        # nothing to do
        ("pt", "Cúpula: A OTAN decide", "Cúpula: A OTAN decide"),
        ("pt", "críticos da OTAN", "críticos da OTAN"),
        ("pt", "CRÍTICOS DA OTAN", "CRÍTICOS DA OTAN"),
        ("pt", "a CIA OTAN", "a CIA OTAN"),
        ("pt", "disse DA, OTAN", "disse DA, OTAN"),
    ],
)
def test_prepositions_and_articles_do_not_shout_with_an_acronym(
    language: str, text: str, wanted: str
) -> None:
    made = quiet_edit(text, spot(text, "OTAN"), grammar(language))
    assert (apply_edits(text, [made]) if made else text) == wanted


@pytest.mark.parametrize(
    ("source", "text", "written", "wanted"),
    [
        (
            "The Secretary-General left.",
            "O Secretário Geral saiu.",
            "Secretário Geral",
            "O secretário-geral saiu.",
        ),
        ("SECRETARY-GENERAL LEAVES", "SECRETÁRIO GERAL SAI", "SECRETÁRIO GERAL", "SECRETÁRIO-GERAL SAI"),
        (
            "Minister Meets Secretary-General",
            "Ministro Encontra Secretário Geral",
            "Secretário Geral",
            "Ministro Encontra Secretário-Geral",
        ),
        ("&Secretary-General", "&Secretário Geral", "Secretário Geral", "&Secretário-geral"),
    ],
)
def test_a_term_has_its_hyphen_in_headlines_too(source: str, text: str, written: str, wanted: str) -> None:
    (match,) = matched("en,pt,kind\nSecretary-General,secretário-geral,title\n", source)
    assert apply_edits(text, case_edits(source, text, [(match, spot(text, written))])) == wanted
