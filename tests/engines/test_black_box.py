"""The glossary over an engine that gives text and nothing else: located by perturbation, repaired, proved."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.document import Document, Text, Unit
from localize.glossary import load
from localize.languages import Pair
from localize.pipeline import Localizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines.apertium import ApertiumEngine
    from localize.exchange import FileResult

DATA = Path(__file__).parents[1] / "data" / "blackbox"
ARTICLES = {
    "en": (
        "The Secretary-General asked the Security Council for a ceasefire.",
        "The European Union and the World Bank signed the road map.",
        "The Supreme Court bought a computer.",
    ),
    "fr": (
        "Le Secrétaire général a demandé un cessez-le-feu au Conseil de sécurité.",
        "La Banque mondiale a signé la feuille de route.",
        "La Cour suprême a acheté un ordinateur.",
    ),
    "es": (
        "El Secretario General pidió un alto el fuego al Consejo de Seguridad.",
        "El Banco Mundial firmó la hoja de ruta de la Unión Europea.",
        "El Tribunal Supremo compró un ordenador.",
    ),
}


def article(sentences: Sequence[str], language: str) -> Document:
    """Make a text of one sentence a paragraph."""
    units, at = [], 0
    for number, sentence in enumerate(sentences):
        units.append(Unit(f"p{number}", (at, at + len(sentence)), Text(sentence)))
        at += len(sentence) + 2
    return Document("news.txt", "text", "\n\n".join(sentences), tuple(units), language)


def verdicts(result: FileResult) -> Counter[str]:
    return Counter(term.verdict for translation in result.translations for term in translation.terms)


def test_terms_succeed_in_99_of_100_cases_over_apertium_english_spanish(apertium: ApertiumEngine) -> None:
    sentences = (DATA / "en.txt").read_text(encoding="utf-8").splitlines()
    localizer = Localizer(apertium, load([DATA / "en-es.csv"]))
    (result,) = localizer.translate([article(sentences, "en")], "es")
    found = verdicts(result)
    assert found.total() >= 85
    assert (found["satisfied"] + found["repaired"]) / found.total() >= 0.99
    assert found["repaired"] > 30, "the engine alone reaches half of them"


@pytest.mark.parametrize(
    "pair", [Pair("en", "ca"), Pair("es", "pt"), Pair("fr", "es"), Pair("es", "it"), Pair("fr", "pt")]
)
def test_the_whole_road_leads_through_other_pairs(apertium: ApertiumEngine, pair: Pair) -> None:
    localizer = Localizer(apertium, load([DATA / "many.csv"]))
    (result,) = localizer.translate([article(ARTICLES[pair.source], pair.source)], pair.target)
    found = verdicts(result)
    assert found.total() >= 6
    assert found["unresolved"] == 0
    assert all(translation.origin.startswith("apertium (") for translation in result.translations)
