"""Acronyms that an article uses for another body: [applied] and {kept quiet}."""

from __future__ import annotations

import pytest

from tests.glossary.build import matcher, outcome

CSV = "en,pt,kind,case\nIMF,FMI,acronym,exact\nECB,BCE,acronym,exact\nGDP,PIB,acronym,exact\nRed Cross,Cruz Vermelha,organisation,exact\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "The International Myeloma Foundation ({IMF}) paid.",
        "The {IMF} (International Myeloma Foundation) paid.",
        "The International Monetary Fund ([IMF]) paid.",
        "Guanosine diphosphate ({GDP}) is a molecule.",
        "Gross domestic product ([GDP]) fell.",
        "The crisis at the fund ([IMF]) is over.",
        "The {ECB} named its squad for the Ashes. The [ECB] raised its rate.",
    ],
)
def test_an_acronym_is_what_the_article_says_that_it_stands_for(sentence: str) -> None:
    assert outcome(sentence, matcher(CSV)) == (sentence, sentence)


def test_it_stays_so_in_the_rest_of_the_article() -> None:
    terms = matcher(CSV)
    first, second = terms.match_all(["The Winnipeg Gardeners' Drive (GDP) met.", "The GDP fell."])
    assert len(first.terms) == len(second.terms) == 1  # no name that it is made of
    first, second = terms.match_all(["The International Myeloma Foundation (IMF) paid.", "The IMF left."])
    assert (first.terms, second.terms) == ((), ())
    assert "International Myeloma Foundation" in second.quiet[0].reason
