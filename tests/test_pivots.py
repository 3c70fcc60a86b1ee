"""Terms on the way: a name that the first model would spoil survives two of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from localize.engines.apertium import ApertiumEngine
from localize.engines.chains import Chain
from localize.glossary import Glossary, load
from localize.languages import Pair
from localize.pipeline import Localizer
from localize.pivots import Relay, SteerableRelay, holding_pivots
from tests.engines.test_black_box import article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from localize.engines.argos import ArgosEngine
    from localize.engines.firefox import FirefoxEngine

DATA = Path(__file__).parent / "data" / "blackbox"
EN_PT = Pair("en", "pt")


@pytest.fixture(scope="module")
def spanish(apertium: ApertiumEngine) -> Iterator[ApertiumEngine]:
    """Load Apertium so that it goes over Spanish rather than Catalan."""
    assert apertium.pairs()
    engine = ApertiumEngine({"pivots": ["es"]})
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def terms() -> Glossary:
    return load([DATA / "pivot.csv"])


def test_every_term_survives_english_spanish_portuguese(spanish: ApertiumEngine, terms: Glossary) -> None:
    sentences = (DATA / "pivot.txt").read_text(encoding="utf-8").splitlines()
    (result,) = Localizer(spanish, terms).translate([article(sentences, "en")], "pt")
    verdicts = [term for translation in result.translations for term in translation.terms]
    told = Counter(term.verdict for term in verdicts)
    assert told.total() == 50
    assert told["unresolved"] == 0
    assert told["satisfied"] > 25, "without terms on the pivot: 14"
    assert result.translations[14].target.plain.endswith("Mark Field."), (
        "else: 'é Mark possível , dito Campo.'"
    )
    assert result.translations[0].origin.endswith(", terms held in es")


def test_each_result_depends_on_its_own_sentence_only(spanish: ApertiumEngine, terms: Glossary) -> None:
    sentences = (DATA / "pivot.txt").read_text(encoding="utf-8").splitlines()[:6]
    together = holding_pivots(spanish, EN_PT, terms).translate(sentences, EN_PT)
    alone = [holding_pivots(spanish, EN_PT, terms).translate([one], EN_PT)[0] for one in reversed(sentences)]
    assert together == alone[::-1]


def test_a_mixed_way_holds_terms_in_between_and_names_everything(
    spanish: ApertiumEngine, argos: ArgosEngine, terms: Glossary
) -> None:
    chain = Chain([(spanish, Pair("es", "en")), (argos, EN_PT)])
    engine = holding_pivots(chain, Pair("es", "pt"), terms)
    assert isinstance(engine, SteerableRelay)
    assert engine.origin(Pair("es", "pt")) == (
        f"{spanish.origin(Pair('es', 'en'))} + {argos.origin(EN_PT)}, terms held in en"
    )
    source = "La Selva Negra perdió muchos árboles."
    (draft,) = engine.translate([source], Pair("es", "pt"))
    assert "Floresta Negra" in draft.text
    (led,) = engine.complete([source], ["A Floresta Negra"], Pair("es", "pt"))
    assert led.text.startswith("A Floresta Negra")
    good, bad = engine.score(
        [source] * 2, [draft.text, "O tribunal comprou um computador."], Pair("es", "pt")
    )
    assert good.mean > bad.mean


def test_an_engine_without_pivots_stays_what_it_is(argos: ArgosEngine, terms: Glossary) -> None:
    assert holding_pivots(argos, EN_PT, terms) is argos


def test_a_glossary_without_the_pivot_changes_nothing(firefox: FirefoxEngine, terms: Glossary) -> None:
    chain = Chain([(firefox, Pair("pt", "en")), (firefox, EN_PT)])
    assert isinstance(holding_pivots(chain, Pair("pt", "pt"), terms), Relay)
    assert holding_pivots(chain, Pair("pt", "pt"), Glossary()) is chain
    assert holding_pivots(chain, Pair("pt", "pt"), load([DATA / "pivot.csv"]), domains=["sport"]) is not chain
