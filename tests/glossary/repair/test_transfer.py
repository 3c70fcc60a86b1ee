"""Agreement far from the term, taken from the engine's own version and nothing else with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.alignment import apply_edits
from localize.glossary.repair.location import WORD
from localize.glossary.repair.transfer import agreement_edits, changed
from tests.glossary.drafts import grammar, spot


def taken(text: str, term: str, model: str, language: str = "pt") -> str:
    return apply_edits(text, agreement_edits(text, spot(text, term), model, grammar(language)))


@pytest.mark.parametrize(
    ("text", "term", "model", "wanted"),
    [
        # participles, predicates, pronouns
        (
            "O plano foi aprovada ontem.",
            "plano",
            "O plano foi aprovado ontem.",
            "O plano foi aprovado ontem.",
        ),
        ("As conversas foi longa.", "conversas", "As conversas foram longas.", "As conversas foram longas."),
        (
            "A junta disse que ele não sabia.",
            "junta",
            "A junta disse que ela não sabia.",
            "A junta disse que ela não sabia.",
        ),
        ("Os grupos decidiu sair.", "grupos", "Os grupos decidiram sair.", "Os grupos decidiram sair."),
        # other words are not taken over, wherever the engine reworded
        (
            "O plano foi aprovada ontem.",
            "plano",
            "O plano foi aceito na véspera.",
            "O plano foi aprovada ontem.",
        ),
        ("A lei é dura.", "lei", "A lei nova é muito dura.", "A lei é dura."),
        ("O plano foi aprovada.", "plano", "Aprovado foi o plano.", "O plano foi aprovada."),
        # the term stays, and so does the draft's case
        ("A Corte foi fechado.", "Corte", "A corte foi fechada.", "A Corte foi fechada."),
        ("FECHADO está a lei.", "lei", "Fechada está a lei.", "FECHADA está a lei."),
        ("", "", "", ""),
    ],
)
def test_inflections_of_the_same_words_are_taken_over(text: str, term: str, model: str, wanted: str) -> None:
    assert taken(text, term, model) == wanted


def test_other_languages_agree_as_well() -> None:
    assert taken("La ley fue aprobado.", "ley", "La ley fue aprobada.", "es") == "La ley fue aprobada."
    assert taken("La loi est national.", "loi", "La loi est nationale.", "fr") == "La loi est nationale."
    assert taken("La legge è italiano.", "legge", "La legge è italiana.", "it") == "La legge è italiana."


@given(st.text("ao sx.", max_size=30), st.text("ao sx.", max_size=30))
def test_no_word_is_added_or_lost_and_the_term_stays(text: str, model: str) -> None:
    text = f"tema {text}"
    made = taken(text, "tema", model)
    assert made.startswith("tema ")
    assert len(WORD.findall(made)) == len(WORD.findall(text))
    assert [c for c in made if not c.isalpha()] == [c for c in text if not c.isalpha()]


@given(st.text("ao sxé.'", max_size=40))
def test_the_same_version_changes_nothing(text: str) -> None:
    assert taken(f"tema {text}", "tema", f"tema {text}") == f"tema {text}"


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("A Suprema Corte decidiu.", "A XQ7 decidiu.", "Suprema Corte"),
        ("A Suprema Corte decidiu.", "O XQ7 decidiu.", "Suprema Corte"),
        ("Ele elogiou o cessar-fogo ontem.", "Ele elogiou XQ7 ontem.", "o cessar-fogo"),
        ("Ele saiu.", "Ele saiu com XQ7.", None),
        ("Ele saiu.", "Tudo mudou.", None),
        ("", "XQ7", None),
    ],
)
def test_the_stretch_that_a_stand_in_replaced_is_found(text: str, other: str, found: str | None) -> None:
    span = changed(text, other, "XQ7")
    assert (text[slice(*span)] if span else None) == found
