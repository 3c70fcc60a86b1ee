"""The metrics measure what they say: every expectation is worked out by hand."""

from __future__ import annotations

import pytest

from tests.evaluation import metrics
from tests.evaluation.agreement import agrees, cell_of
from tests.evaluation.finding import hits, occurrences, places
from tests.evaluation.metrics import Rendering
from tests.evaluation.rendering import normalised
from tests.evaluation.rows import NameRow, Person, QuietRow, Row, Wanted

MINISTER = Wanted(("Prime Minister",), ("primeiro-ministro", "primeira-ministra", "primeiros-ministros"), "m")
DEFENCE = Wanted(
    ("Defence Minister", "Defense Minister"), ("ministro da Defesa", "ministra da Defesa"), gender="m"
)
PLAIN = Wanted(("minister",), ("ministro", "ministra", "ministros"), gender="m")
NATO = Wanted(("NATO",), ("OTAN",), gender="f", exact=True)
DRONE = Wanted(("drone",), ("aeronave não tripulada", "aeronaves não tripuladas"), gender="f")
MAYOR = Wanted(("mayor",), ("prefeito", "prefeita", "prefeitos"), gender="m")


def test_a_word_is_found_whole_and_in_any_letter_case() -> None:
    assert places("A Otan e a pró-OTAN, não a OTANA.", ["OTAN"]) == [(2, 6), (15, 19)]
    assert places("A Otan e a OTAN.", ["OTAN"], exact=True) == [(11, 15)]


def test_a_longer_form_is_found_before_the_shorter_that_it_begins_with() -> None:
    assert places("o ministro da Defesa", ["ministro", "ministro da Defesa"]) == [(2, 20)]


def test_two_occurrences_in_the_source_need_two_in_the_output() -> None:
    once, twice = "A OTAN disse.", "A OTAN disse que a OTAN espera."
    assert hits(once, [NATO, NATO]) == [(2, 6), None]
    assert hits(twice, [NATO, NATO]) == [(2, 6), (19, 23)]


def test_the_longer_term_takes_its_place_before_the_shorter() -> None:
    assert hits("O ministro da Defesa falou.", [PLAIN, DEFENCE]) == [None, (2, 20)]


def test_plurals_possessives_and_spellings_count_as_occurrences_of_the_longest_term() -> None:
    source = "The Prime Ministers praised NATO's drones, and the defense minister nodded."
    found = [
        (source[slice(*span)], term.lemma)
        for span, term in occurrences(source, [MINISTER, NATO, DRONE, DEFENCE])
    ]
    assert found == [
        ("Prime Ministers", "primeiro-ministro"),
        ("NATO's", "OTAN"),
        ("drones", "aeronave não tripulada"),
        ("defense minister", "ministro da Defesa"),
    ]


def test_a_term_whose_case_is_exact_does_not_occur_in_another_case() -> None:
    assert occurrences("the nato alliance", [NATO]) == []


@pytest.mark.parametrize(
    ("form", "term", "cell"),
    [
        ("primeiro-ministro", MINISTER, ("m", "sg")),
        ("primeira-ministra", MINISTER, ("f", "sg")),
        ("primeiros-ministros", MINISTER, ("m", "pl")),
        ("Aeronaves não tripuladas", DRONE, ("f", "pl")),
        ("países", Wanted(("country",), ("país", "países"), "m"), ("m", "pl")),
        ("ônibus", Wanted(("bus",), ("ônibus",), "m"), ("m", "")),
        ("Estados Unidos", Wanted(("United States",), ("Estados Unidos",), "m", "pl"), ("m", "pl")),
        ("chanceler", Wanted(("Chancellor",), ("chanceler", "chanceleres")), ("", "sg")),
    ],
)
def test_gender_and_number_come_from_the_form_and_the_lemma(
    form: str, term: Wanted, cell: tuple[str, str]
) -> None:
    assert cell_of(form, term) == cell


@pytest.mark.parametrize(
    ("text", "term", "verdict"),
    [
        ("A aeronave não tripulada caiu.", DRONE, True),
        ("O aeronave não tripulada caiu.", DRONE, False),
        ("Duas aeronaves não tripuladas caíram.", DRONE, True),
        ("Dois aeronaves não tripuladas caíram.", DRONE, False),
        ("A guerra das novas aeronaves não tripuladas.", DRONE, True),
        ("A guerra das novos aeronaves não tripuladas.", DRONE, False),
        ("Uma das três maiores aeronaves não tripuladas.", DRONE, True),
        ("Um dos 38 aeronaves não tripuladas.", DRONE, False),
        ("Eles abateram aeronaves não tripuladas.", DRONE, None),
        ("Sua antiga prefeita renunciou.", MAYOR, True),
        ("Seu antigo prefeita renunciou.", MAYOR, False),
        ("A ex-prefeita renunciou.", MAYOR, None),
    ],
)
def test_the_determiner_before_a_term_agrees_or_not(text: str, term: Wanted, verdict: bool | None) -> None:  # noqa: FBT001
    assert agrees("", text, places(text, term.forms)[0], term) is verdict


def test_a_preposition_that_looks_like_an_article_is_told_by_the_source() -> None:
    moscow = Wanted(("Moscow",), ("Moscou",), gender="f")
    berlin = Wanted(("Berlin",), ("Berlim",), gender="m")
    assert agrees("He flew to ", "Ele voou a Moscou.", (11, 17), moscow) is None
    assert agrees("He flew to ", "Ele voou a Berlim.", (11, 17), berlin) is None
    assert agrees("The wall of ", "O muro, a Berlim.", (10, 16), berlin) is None
    assert agrees("He praised ", "Louvou a Berlim.", (9, 15), berlin) is False


def rows(*pairs: tuple[str, str, tuple[Wanted, ...]]) -> list[Row]:
    return [Row(str(i), source, terms, reference) for i, (source, reference, terms) in enumerate(pairs)]


TWO = rows(
    (
        "NATO sent a drone to the mayor.",
        "A OTAN enviou uma aeronave não tripulada ao prefeito.",
        (NATO, DRONE, MAYOR),
    ),
    ("The drones returned.", "As aeronaves não tripuladas voltaram.", (DRONE,)),
)


def test_term_success_counts_terms_in_any_listed_form_and_exact_lemma_only_lemmas() -> None:
    outputs = ["A OTAN enviou um drone ao prefeito.", "As aeronaves não tripuladas voltaram."]
    assert metrics.term_success(outputs, TWO) == (75.0, 4)
    assert metrics.exact_lemma(outputs, TWO) == (50.0, 4)


def test_the_form_of_the_reference_is_counted_where_the_set_names_it() -> None:
    named = [TWO[1]._replace(terms=(DRONE._replace(reference_form="aeronaves não tripuladas"),)), TWO[0]]
    assert metrics.same_form(["A aeronave não tripulada voltou.", "A OTAN"], named) == (0.0, 1)
    assert metrics.same_form(["As aeronaves não tripuladas voltaram.", ""], named) == (100.0, 1)


def test_agreement_is_counted_at_terms_that_the_engine_alone_did_not_have() -> None:
    drafts = ["A OTAN enviou um drone ao prefeito.", "Os drones voltaram."]
    outputs = [
        "O OTAN enviou um aeronave não tripulada ao prefeito.",
        "As aeronaves não tripuladas voltaram.",
    ]
    assert metrics.determiner_agreement(outputs, drafts, TWO) == (50.0, 2)


def test_the_window_compares_the_words_on_both_sides_of_a_term() -> None:
    mayor = rows(("The new mayor of Porto spoke.", "O novo prefeito do Porto falou.", (MAYOR,)))
    assert metrics.window_overlap(["O novo prefeito do Porto discursou."], mayor, 2) == (100.0, 1)
    assert metrics.window_overlap(["O recente prefeito do Porto falou."], mayor, 2) == (75.0, 1)
    assert metrics.window_overlap(["Falou o alcaide."], mayor, 2) == (0.0, 0)


def test_a_perfect_output_scores_a_hundred_and_the_signature_names_the_metric() -> None:
    for score in (metrics.chrf, metrics.bleu):
        figure, signature = score([row.reference for row in TWO], TWO)
        assert figure.value == pytest.approx(100)
        assert "version:" in signature


JORDAN = Wanted(("Jordan",), ("Jordânia",), exact=True)
QUIET = [
    QuietRow("1", "Michael Jordan paid.", JORDAN, ("Jordânia",), speaks=False, kind="place", case="exact"),
    QuietRow(
        "2", "The Jordan River is dry.", JORDAN, ("Jordânia",), speaks=False, kind="place", case="exact"
    ),
    QuietRow("3", "He flew to Jordan.", JORDAN, (), speaks=True, kind="place", case="exact"),
]


def test_what_the_engine_itself_wrote_is_not_over_application() -> None:
    drafts = ["Michael Jordan pagou.", "O rio da Jordânia está seco.", "Ele voou para a Jordânia."]
    outputs = ["Michael Jordânia pagou.", "O rio da Jordânia está seco.", "Ele voou para Jordan."]
    assert metrics.forbidden(outputs, QUIET) == (100.0, 2)
    assert metrics.over_application(outputs, drafts, QUIET) == (50.0, 2)
    assert metrics.spoken(outputs, QUIET) == (0.0, 1)
    assert metrics.spoken(drafts, QUIET) == (100.0, 1)


def test_firing_is_counted_apart_where_it_is_right_and_where_it_is_wrong() -> None:
    matched = [True, False, True]
    assert metrics.fired(matched, QUIET, speaks=False) == (50.0, 2)
    assert metrics.fired(matched, QUIET, speaks=True) == (100.0, 1)


def test_a_name_is_whole_letter_by_letter_only() -> None:
    found = [NameRow("1", "Adam West met José.", ("Adam West", "José"))]
    assert metrics.names_whole(["Adam Ocidente encontrou José."], found) == (50.0, 2)
    assert metrics.names_whole(["Adam West encontrou Jose."], found) == (50.0, 2)


def test_people_are_kept_as_often_as_the_article_names_them() -> None:
    people = [Person("court.txt", "Richard Long", "Long", 3), Person("court.txt", "Denise Bush", "Bush", 1)]
    text = "Richard Long perdeu. Longo saiu. Bush riu, e Bush saiu. Long voltou."
    assert metrics.people_kept({"court.txt": text}, people) == (75.0, 4)


def test_consistency_asks_for_the_glossary_s_word_or_for_the_most_frequent_one() -> None:
    found = [
        Rendering("summit", "cúpula", predefined=True),
        Rendering("summit", "cimeira", predefined=False),
        Rendering("summit", "cimeira", predefined=False),
        Rendering("NATO", "OTAN", predefined=True),
    ]
    assert metrics.predefined_consistency(found) == (50.0, 4)
    assert metrics.frequent_consistency(found) == (200 / 3, 3)


def test_renderings_are_compared_by_lemma_without_articles() -> None:
    assert normalised("Os novos juízes dos tribunais", [(0, 15)]) == normalised("o novo juiz", [(2, 11)])


def test_changed_bytes_count_from_the_first_difference_to_the_end() -> None:
    assert metrics.changed_bytes(["igual", "São Paulo"], ["igual", "São Paula e"]) == (3.0, 2)
    assert metrics.changed_bytes(["a", "ab"], ["a", "a"]) == (1.0, 2)
