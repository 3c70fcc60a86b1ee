"""A place that the alignment gives is corrected by what the engine makes of the term alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from localize.document import Draft
from localize.glossary.repair.renderings import Place, Renderings
from tests.glossary.drafts import grammar, spot

if TYPE_CHECKING:
    from collections.abc import Sequence

ALONE = {
    "wildfires": "Incêndios florestais",
    "report": "o relatório",
    "storm": "tempestade",
    "company's": "empresa",
    "company": "empresa",
}


def translate(sources: Sequence[str]) -> list[Draft]:
    return [Draft(ALONE[source]) for source in sources]


def settled(
    source: str, term: str, text: str, old: str, *others: str, aligned: Sequence[tuple[str, str]] = ()
) -> str:
    pairs = tuple((spot(source, a), spot(text, b)) for a, b in aligned)
    place = Place(
        source,
        spot(source, term),
        Draft(text, pairs),
        spot(text, old) if old else None,
        [spot(text, other) for other in others],
    )
    (found,) = Renderings(translate, grammar()).settle([place])
    return text[slice(*found)] if found else ""


def test_a_rendering_of_two_words_goes_as_a_whole() -> None:
    source = "Landslides and wildfires are more frequent."
    text = "Deslizamentos e incêndios florestais são mais frequentes."
    assert settled(source, "wildfires", text, "incêndios") == "incêndios florestais"


def test_a_word_beside_the_term_s_own_is_not_taken_for_it() -> None:
    source = "The long-awaited report was only six pages long."
    text = "O tão esperado relatório tinha apenas seis páginas."
    assert settled(source, "report", text, "tão") == "relatório"
    assert settled(source, "report", text, "") == "relatório"


def test_an_adjective_that_would_be_lost_stays() -> None:
    source, text = "A violent storm fell.", "Uma violenta tempestade caiu."
    both = [("storm", "violenta"), ("storm", "tempestade")]
    assert settled(source, "storm", text, "violenta tempestade", aligned=both) == "tempestade"


def test_a_word_that_only_the_rendering_in_the_sentence_has_goes_with_it() -> None:
    source, text = "The storm fell.", "A tempestade tropical caiu."
    aligned = [("storm", "tempestade tropical"), ("fell", "caiu")]
    assert settled(source, "storm", text, "tempestade tropical", aligned=aligned) == "tempestade tropical"


def test_another_term_s_place_is_not_taken() -> None:
    source = "The company's letter."
    text = "A carta da empresa."
    assert settled(source, "company's", text, "carta") == "empresa"
    assert settled(source, "company's", text, "carta", "empresa") == "carta"


def test_a_word_that_stands_twice_tells_nothing() -> None:
    source = "The company sued the firm."
    text = "A empresa processou a empresa."
    assert settled(source, "company", text, "processou") == "processou"
