"""Titles that are part of a name: [applied] and {kept quiet}."""

from __future__ import annotations

import pytest

from tests.glossary.build import matcher, outcome


@pytest.mark.parametrize(
    "sentence",
    [
        "Steve Ash and Maria {Queen}-Harris opened it; the [Queen] stayed away.",
        "The [Secretary]-Designate spoke, and so did Acting [Queen]-Regent Anna.",
        "{Professor} Green, the rapper, was hurt; [Professor] Green, the historian, was not.",
        "{Doctor} Dolittle grossed 90 million dollars on its first weekend.",
        "[Doctor] Strand took his patients to the hospital.",
        "The {Senator} Lund Library is shut, and [Senator] Lund opened a library.",
        "The {Queen} Anna Medical Center is near where [Queen] Anna was born.",
        "James {Earl} Stone read it to the [earl].",
        "{Earl} Monroe scored 20 points.",
        "{Earl}, a 34-year-old plumber, was hurt.",
        "Power {Rangers} toys were recalled, but the park [rangers] were not.",
        "The Texas {Rangers} signed a pitcher.",
        "Republican [Senators] objected.",
        "{Prince} recorded the songs in 1984.",
        "A Ford {Ranger} was found by a [ranger].",
        "Ford [Senator] Anna Lund left.",
        "HMS {Queen} and the {Queen} Anna 2 docked; [Queen] Anna was there.",
        "The {Senator} Lund pub was shut, and the [Senator] Lund affair forgotten.",
        "{Senator} Records signed the band, but the [Senator] did not.",
        "[Senator] Records Show He Lied",
        "[Prince] Harry recorded the songs in 1984.",
    ],
)
def test_a_title_may_be_part_of_a_name(sentence: str) -> None:
    terms = matcher(
        "en,pt,kind\nQueen,rainha,title\nSecretary,secretário,title\nprofessor,catedrático,title\ndoctor,médico,title\n"
        "earl,conde,title\nranger,guarda florestal,title\nSenator,senador,title\nprince,príncipe,title\n"
    )
    assert outcome(sentence, terms) == (sentence, sentence)
