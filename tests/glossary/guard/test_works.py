"""Terms whose capitals make names of them: [applied] and {kept quiet}."""

from __future__ import annotations

import pytest

from tests.glossary.build import matcher, outcome

CSV = (
    "en,pt,kind,case\ncivil war,guerra civil,term,fold\nclimate change,clima,term,fold\nstate of emergency,emergência,term,fold\n"
    "Prime Minister,primeiro-ministro,title,fold\nSpecial Envoy,enviado,title,fold\nhead of state,chefe de Estado,title,fold\n"
    "OAS,OEA,acronym,exact\nState Department,Departamento de Estado,organisation,exact\nWhite House,Casa Branca,organisation,exact\n"
    "sanctions,sanções,term,fold\nexecutive order,ordem executiva,term,fold\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        # said to be a band, a game, a horse; what films do
        "{Civil War}, a trio from Hull, sang about the [civil war].",
        "{Special Envoy}, a six-year-old gelding, won; the [Special Envoy], a diplomat, did not.",
        "The {Civil War} took nine million dollars on its first weekend.",
        # capitals, no article and no other name beside it
        "He directed {Civil War} in Ohio.",
        "Captain Stone: {Civil War} was shown at noon.",
        "The Minister for [Climate Change] spoke of [climate change].",
        "They learnt about the [Civil War] at school.",
        "She was the star of Yes, {Prime Minister} for years.",
        "Yes, [Prime Minister], he said.",
        # offices
        "{Special Envoy} won the race.",
        "[Special Envoy] Anna Lund won the vote.",
        "The {head of state} procurement met the [head of state].",
        # firms, and departments of states
        "The builder {OAS}, which built it, is not the [OAS].",
        "The New York {State Department} of Labor asked the [State Department].",
        "{White House}, Tennessee, has a mayor, the [White House], Ohio voters say, has none.",
        # phrases that reach across the edge of a term
        "The {head of state} television left.",
        "They saw the {state of emergency} exits and declared a [state of emergency].",
        "Its chief {executive orders} a review of the [executive order].",
        # a verb behind one noun
        "Our church {sanctions} no such marriage.",
        "It rarely {sanctions} a delay.",
        "New [sanctions] such as these hurt.",
        "The [sanctions] a court lifted were old.",
    ],
)
def test_a_term_may_be_a_name_or_another_word(sentence: str) -> None:
    assert outcome(sentence, matcher(CSV)) == (sentence, sentence)
