"""What articles have and the glossary lacks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from localize.document import Draft
from localize.glossary.corpus.proposal import propose
from localize.glossary.corpus.suggestion import Candidate, Sentence, common_words, suggest


def found(*texts: str, least: int = 2, language: str = "en") -> list[tuple[str, str, int]]:
    sentences = [Sentence(f"{place}.txt", text) for place, text in enumerate(texts)]
    return [(one.kind, one.text, one.count) for one in suggest(sentences, language, least=least)]


def test_a_last_name_counts_for_the_full_name() -> None:
    assert found(
        "The talks were led by Amina Okafor of the delegation.",
        "Okafor left the room before noon.",
        "Reporters followed Okafor's car.",
    ) == [("name", "Amina Okafor", 3)]


def test_an_office_is_taken_off_the_name_of_its_holder() -> None:
    assert found(
        "They met Deputy Finance Minister Laura Quint on Tuesday.",
        "A week later Deputy Finance Minister Laura Quint resigned.",
    ) == [("title", "Deputy Finance Minister", 2), ("name", "Laura Quint", 2)]


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing() -> None:
    assert found("Farmers protested on Monday.", "Farmers went home in December.", "Yet nobody spoke.") == []


def test_a_word_that_is_a_name_elsewhere_counts_where_it_begins_a_sentence() -> None:
    assert found("Trade with Varland grew.", "Varland closed its ports.") == [("name", "Varland", 2)]


def test_organisations_and_acronyms_are_told_from_names() -> None:
    assert found(
        "The Varland Fisheries Agency (VFA) answered.",
        "Nobody at the Varland Fisheries Agency knew; the VFA had closed.",
    ) == [("organisation", "Varland Fisheries Agency", 2), ("acronym", "VFA", 2)]


def test_headlines_in_capitals_hold_no_names() -> None:
    assert found("Farmers Protest Against New Grain Tariffs", "FARMERS PROTEST AGAINST NEW TARIFFS") == []


def test_terms_are_whole_before_they_are_parts() -> None:
    texts = [
        "The coral reef restoration fund grew.",
        "A coral reef restoration fund was planned.",
        "They paid for it.",
    ]
    assert ("term", "coral reef restoration fund", 2) in found(*texts)
    assert ("term", "reef restoration", 2) not in found(*texts)


def test_a_part_that_stands_alone_elsewhere_is_a_term_of_its_own() -> None:
    texts = [
        "The coral reef fund grew.",
        "A coral reef fund died.",
        "No coral reef was saved.",
        "Each coral reef died.",
    ]
    assert [text for _, text, _ in found(*texts)] == ["coral reef fund", "coral reef"]


def test_a_small_word_may_stand_inside_a_term_but_not_at_its_edge() -> None:
    texts = ["He praised the rule of law there.", "There is no rule of law in it."]
    assert found(*texts) == [("term", "rule of law", 2)]


def test_terms_of_other_languages_are_found() -> None:
    texts = ["A reforma tributária passou.", "Sem reforma tributária não há acordo."]
    assert found(*texts, language="pt-BR") == [("term", "reforma tributária", 2)]
    assert common_words("pt-BR") == common_words("pt")
    assert common_words("xx") == frozenset()


def test_what_the_glossary_knows_is_left_out() -> None:
    text = "In Geneva Prime Minister Laura Quint signed."
    known = (text.index("Prime"), text.index("Prime") + len("Prime Minister"))
    sentences = [Sentence("a.txt", text, (known,)), Sentence("b.txt", "Geneva saw Laura Quint.")]
    assert [one.text for one in suggest(sentences, "en")] == ["Geneva", "Laura Quint"]


def test_contexts_are_cut_to_some_words_around() -> None:
    long = f"{'word ' * 40}the coral reef was {'word ' * 40}"
    (candidate,) = (one for one in suggest([Sentence("a", long)] * 2, "en") if one.text == "coral reef")
    assert candidate.contexts[0].startswith("…word")
    assert candidate.contexts[0].endswith("word…")
    assert "the coral reef was" in candidate.contexts[0]
    assert len(candidate.contexts[0]) < 150


@settings(max_examples=50)
@given(st.lists(st.text(st.sampled_from("aB C'-.,’&é1\n"), max_size=40), max_size=4))
def test_any_text_gives_candidates_that_stand_in_it(texts: list[str]) -> None:
    sentences = [Sentence("a.txt", text) for text in texts]
    for candidate in suggest(sentences, "en", least=1):
        assert candidate.count >= 1
        assert candidate.places[0][0][slice(*candidate.places[0][1])] == candidate.text


def test_proposals_are_the_renderings_in_the_sentences_before_those_alone() -> None:
    sentence = "The coral reef died."
    candidate = Candidate("coral reef", "term", places=[(sentence, (4, 14))])
    drafts = {
        "coral reef": Draft("Recife de coral."),
        sentence: Draft(
            "O banco de corais morreu.",
            (((0, 3), (0, 1)), ((4, 14), (2, 7)), ((4, 14), (11, 17)), ((15, 19), (18, 24))),
        ),
    }
    assert propose([candidate], lambda texts: [drafts[text] for text in texts], "pt") == [
        ("banco de corais", "recife de coral")
    ]


def test_a_plural_counts_for_its_singular_and_a_possessive_for_its_term() -> None:
    assert found(
        "An oil tanker was hit off the coast.",
        "Two oil tankers left, and the oil tanker's crew was safe.",
    ) == [("term", "oil tanker", 3)]


def test_numbers_begin_no_term_and_no_name() -> None:
    assert found(
        "The flight took eleven hours.", "After eleven hours, Forty-four Varlanders left.", least=1
    ) == [("name", "Varlanders", 1)]


def test_where_something_is_from_is_no_name() -> None:
    texts = ["They bought Norwegian salmon.", "The price of Norwegian salmon rose."]
    assert "Norwegian" not in [text for _, text, _ in found(*texts)]
    assert ("name", "Varlandian", 2) in found("He became a Varlandian.", "No Varlandian was there.")


def test_and_parts_two_names_but_not_a_country_or_an_office() -> None:
    texts = [
        "Storms hit New Varland and Quintia.",
        "They flew to Bosnia and Herzegovina.",
        "The Ministry of Trade and Industry was silent.",
    ]
    names = [text for _, text, _ in found(*texts, least=1)]
    assert {"New Varland", "Quintia", "Bosnia and Herzegovina", "Ministry of Trade and Industry"} <= set(
        names
    )
