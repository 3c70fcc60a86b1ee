"""The gender of terms, asked of the model that scores articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from localize.document import Score
from localize.glossary.repair.genders import Genders, is_name, is_person
from localize.glossary.repair.grammar import Features
from localize.languages import Pair
from tests.glossary.drafts import grammar, matched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from localize.engines.argos import ArgosEngine

PAIR = Pair("en", "pt")
BRIDGE = "en,pt\nbridge,ponte\n"


class Scorer:
    """Prefers the phrases that it is given, and counts what it is asked."""

    def __init__(self, *liked: str) -> None:
        self.liked = liked
        self.asked: list[tuple[str, str]] = []

    def score(self, sources: Sequence[str], targets: Sequence[str], pair: Pair) -> list[Score]:
        assert pair == PAIR
        self.asked += zip(sources, targets, strict=True)
        return [Score(-1.0 if target in self.liked else -9.0, 3) for target in targets]


def learnt(scorer: Scorer | ArgosEngine, csv: str, source: str) -> list[Features]:
    genders = Genders(scorer, PAIR, grammar())
    matches = matched(csv, source)
    genders.learn(matches)
    return [genders.of(match) for match in matches]


def test_the_article_that_the_model_prefers_tells() -> None:
    assert learnt(Scorer("a ponte"), BRIDGE, "A bridge.") == [Features(True, False)]
    assert learnt(Scorer("o ponte"), BRIDGE, "A bridge.") == [Features(False, False)]
    assert learnt(Scorer("as ponte"), BRIDGE, "A bridge.") == [Features(True, True)]


def test_a_model_without_a_preference_tells_no_gender() -> None:
    assert learnt(Scorer(), BRIDGE, "A bridge.") == [Features(None, False)]
    assert learnt(Scorer("a ponte", "o ponte"), BRIDGE, "A bridge.") == [Features(None, False)]


def test_all_terms_are_asked_in_one_call_and_each_once() -> None:
    scorer = Scorer("a ponte")
    genders = Genders(scorer, PAIR, grammar())
    matches = matched(BRIDGE + "tower,torre\n", "A bridge, a tower, a bridge.")
    genders.learn(matches)
    genders.learn(matches)
    assert [target for _, target in scorer.asked] == [
        "o ponte", "a ponte", "os ponte", "as ponte", "o torre", "a torre", "os torre", "as torre",
    ]  # fmt: skip
    assert {source for source, _ in scorer.asked} == {"the bridge", "the tower"}


@pytest.mark.parametrize(
    "csv",
    [
        "en,pt,gender:pt,number:pt\nbridge,ponte,f,sg\n",
        "en,kind\nbridge,do-not-translate\n",
    ],
)
def test_what_the_entry_tells_is_not_asked(csv: str) -> None:
    scorer = Scorer()
    assert learnt(scorer, csv, "A bridge.") == [Features()]
    assert scorer.asked == []


def test_without_an_engine_that_scores_or_a_grammar_nothing_is_known() -> None:
    matches = matched(BRIDGE, "A bridge.")
    for genders in (Genders(None, PAIR, grammar()), Genders(Scorer(), PAIR, None)):
        genders.learn(matches)
        assert genders.of(matches[0]) == Features()


@pytest.mark.model
def test_the_shipped_model_knows_its_genders(argos: ArgosEngine) -> None:
    csv = "en,pt\nbridge,ponte\ntree,árvore\nproblem,problema\nday,dia\nmilk,leite\nimage,imagem\n"
    found = learnt(argos, csv, "A bridge, a tree, a problem, a day, milk and an image.")
    assert [told.feminine for told in found] == [True, True, False, False, False, True]


@pytest.mark.parametrize(
    ("csv", "source", "named"),
    [
        ("en,pt\nHouse,Câmara\n", "The House.", True),
        ("en,pt\nceasefire,cessar-fogo\n", "A ceasefire.", False),
        ("en,pt,kind\nSecretary,Secretário,title\n", "The Secretary.", False),
        ("en,pt,kind\nNATO,OTAN,acronym\n", "NATO met.", True),
        ("en,pt,kind\nNGO,ONG,acronym\n", "NGOs met.", False),
    ],
)
def test_a_capital_makes_a_name_but_of_a_title(csv: str, source: str, *, named: bool) -> None:
    assert [is_name(match) for match in matched(csv, source)] == [named]


@pytest.mark.parametrize(
    ("row", "person"),
    [
        ("minister,ministro,title,,", True),
        ("asylum seeker,solicitante,term,mf,", True),
        ("federal prosecutor,procurador federal,term,m,procuradora federal", True),
        ("carrier,porta-aviões,term,m,porta-aviões", False),
        ("exit poll,boca de urna,term,f,", False),
        ("red card,cartão vermelho,term,m,cartões vermelhos", False),
    ],
)
def test_a_term_with_a_form_for_women_is_said_of_persons(row: str, *, person: bool) -> None:
    (match,) = matched(f"en,pt,kind,gender:pt,forms:pt\n{row}\n", f"The {row.partition(',')[0]}.")
    assert is_person(match, grammar()) == person


def test_what_was_learnt_of_one_source_term_says_nothing_of_another() -> None:
    genders = Genders(Scorer("a ponte"), PAIR, grammar())
    (bridge,), (viaduct,) = matched(BRIDGE, "A bridge."), matched("en,pt\nviaduct,ponte\n", "A viaduct.")
    genders.learn([bridge])
    assert (genders.of(bridge), genders.of(viaduct)) == (Features(True, False), Features())
