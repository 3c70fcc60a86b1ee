"""Terms in text: whole words, longest first, in every spelling that reads the same."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localize.glossary.words.tokens import WORD, key_of
from tests.glossary.build import found, matcher, outcome

if TYPE_CHECKING:
    from localize.glossary.concepts import TermMatch
    from localize.glossary.matching import Matcher, Matches

NEWSROOM = """\
en,pt,kind,case,variants:en,number:pt
NATO,OTAN,acronym,,,
US,EUA,acronym,,,pl
U.S.,EUA,acronym,,,pl
MP,deputado,acronym,,,
Secretary-General,secretário-geral,title,,Sec.-Gen.,
Prime Minister,primeiro-ministro,title,,,
Minister of Defence,ministro da Defesa,title,,,
Minister,ministro,title,,,
President,presidente,title,,,
United Nations,Nações Unidas,organisation,,,
United Nations Security Council,Conselho de Segurança das Nações Unidas,organisation,,,
United States,Estados Unidos,place,,,
Ukraine,Ucrânia,place,,,
Turkey,Turquia,place,,,
ceasefire,cessar-fogo,term,,cease-fire,
weapon of mass destruction,arma de destruição em massa,term,,,
gunman,atirador,term,,,
leader,líder,term,,,
election,eleição,term,,,
state,Estado,term,,,
operation,operação,term,,,
Côte d'Ivoire,Costa do Marfim,place,,,
AT&T,AT&T,organisation,,,
turkey,peru,term,exact,,
"""


@pytest.fixture(scope="module")
def newsroom() -> Matcher:
    return matcher(NEWSROOM)


@pytest.mark.parametrize(
    "marked",
    [
        "The [Secretary-General] of [NATO] met the [Prime Minister].",
        "The [secretary general] met the [prime minister] and the [PRIME MINISTER].",
        "Both [Secretaries-General] and four [Prime Ministers] signed.",
        "The [Ministers of Defence] and the other [ministers] agreed.",
        "The [United Nations Security Council] met; the [United Nations] did not.",
        "The [United\u00a0Nations] and the [United\nNations], in the [secretary\u2011general's] words",
        "[NATO's] plan, [NATO’s] money and the [leaders'] photograph",
        "Three [MPs] and the [MP's] aide left.",
        "Two [gunmen] fled; a [gunman] was shot.",
        "[Weapons of mass destruction] were never found.",
        "A [ceasefire], a [cease-fire] and a [cease fire] are one thing.",
        "A pro-[NATO] party, a [NATO]-led force and a [Ukraine]-based analyst.",
        "The [U.S.] said so. In the [US] it was different, they told us.",
        "The [U.S.'s] position and the [U.S.]-led force in the [U.S].",
        "[Turkey] exports [turkey] and dates.",
        "[Co\u0302te d’Ivoire] and [Côte d'Ivoire]",
        "Ask the [Sec.-Gen.] first.",
        "[AT&T] and [AT & T] are one firm.",
        "A re-election is an [election], a co-operation no [operation].",
        "A state-of-the-art camera for the [state].",
        "The vice-[president] and the [president]-elect",
        "'[NATO] is ready,' he said, and \"[Ukraine]\" too.",
    ],
)
def test_terms_in_sentences(newsroom: Matcher, marked: str) -> None:
    assert outcome(marked, newsroom) == (marked, marked)


@pytest.mark.parametrize(
    "text",
    [
        "natoion, Natoland, NATOs2 and NATO2 are other words",
        "Nato spelled like this is another entry's matter",
        "the ministerial meeting was administered",
        "tell us what happened in the United\n\nNations",
        "He paid US$5 and bought an S&US share.",
        "The nato_report variable and my_NATO too",
        "Do not say president't.",
    ],
)
def test_parts_of_words_are_no_terms(newsroom: Matcher, text: str) -> None:
    assert [one for one in found(text, newsroom) if one != "president"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to info@NATO.int today.",
        "See https://www.NATO.int/US/ for more.",
        "See NATO.int for more.",
        "Open /srv/NATO/US today.",
        "Read NATO.pdf today.",
        "They wrote @NATO and #Ukraine on Friday.",
        "Set q=NATO here.",
    ],
)
def test_addresses_keep_quiet_and_say_why(newsroom: Matcher, text: str) -> None:
    matches = newsroom.match(text)
    assert matches.terms == ()
    assert {quiet.reason for quiet in matches.quiet} == {"inside an address, a file name or code"}


def only(matches: Matches) -> TermMatch:
    (match,) = matches.terms
    return match


@pytest.mark.parametrize(
    ("text", "number", "possessive"),
    [
        ("The prime minister left.", "sg", False),
        ("The prime ministers left.", "pl", False),
        ("The prime minister's car left.", "sg", True),
        ("The prime ministers' cars left.", "pl", True),
        ("The Ministers of Defence left.", "pl", False),
        ("The weapon of mass destruction was found.", "sg", False),
        ("The MPs left.", "pl", False),
        ("In the United States it rained.", "", False),
    ],
)
def test_number_and_possessive_are_told(newsroom: Matcher, text: str, number: str, possessive: bool) -> None:  # noqa: FBT001
    match = only(newsroom.match(text))
    assert (match.number, match.possessive) == (number, possessive)


def test_the_number_of_a_title_is_that_of_its_head() -> None:
    csv = "en,pt,kind\nchargé d'affaires,encarregado de negócios,title\n"
    assert only(matcher(csv).match("The chargé d’affaires left.")).number == "sg"


def test_an_apostrophe_that_closes_a_quotation_is_no_possessive(newsroom: Matcher) -> None:
    text = "They wrote 'to all ministers' and left."
    match = only(newsroom.match(text))
    assert (text[slice(*match.span)], match.possessive) == ("ministers", False)


def test_a_match_carries_the_source_term_that_stands_there(newsroom: Matcher) -> None:
    match = only(newsroom.match("The cease-fires held."))
    assert (match.source.text, match.source.status) == ("cease-fire", "admitted")
    assert match.target.text == "cessar-fogo"


def test_a_full_stop_of_an_abbreviation_is_left_to_the_sentence_it_ends(newsroom: Matcher) -> None:
    assert found("It happened in the U.S.", newsroom) == ["U.S"]
    assert found("It happened in the U.S. The president was away.", newsroom) == ["U.S", "president"]
    assert found("The U.S. Senate sat.", newsroom) == ["U.S."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UKRAINE AND THE UNITED NATIONS AGREE", ["UKRAINE", "UNITED NATIONS"]),
        ("UKRAINE - The president left.", ["UKRAINE", "president"]),
        ("Prime Minister Resigns", ["Prime Minister"]),
        ("ukraine and the united nations", []),
    ],
)
def test_headlines_in_capitals_match_but_small_names_do_not(
    newsroom: Matcher, text: str, expected: list[str]
) -> None:
    assert found(text, newsroom) == expected


def test_only_concepts_of_a_named_domain_apply() -> None:
    rows = "en,pt,domain\nbank,banco,finance\nbank,margem,rivers\nriver,rio,\n"
    texts = {
        domains: [
            match.target.text for match in matcher(rows, domains=domains).match("The bank of the river").terms
        ]
        for domains in ((), ("rivers",), ("Finance",), ("sport",))
    }
    assert texts == {
        (): ["banco", "rio"],
        ("rivers",): ["margem", "rio"],
        ("Finance",): ["banco", "rio"],
        ("sport",): ["rio"],
    }


def test_a_named_domain_goes_before_none() -> None:
    rows = "en,pt,domain\nbank,banco,\nbank,margem,rivers\n"
    assert only(matcher(rows, domains=["rivers"]).match("the bank")).target.text == "margem"
    assert only(matcher(rows).match("the bank")).target.text == "banco"


def test_a_preferred_term_goes_before_a_variant_of_an_earlier_row() -> None:
    rows = "en,pt,variants:en\nUnited Nations,Nações Unidas,UN\nUN,ONU,\n"
    assert only(matcher(rows).match("the UN said")).target.text == "ONU"


def test_deprecated_and_forbidden_rows_do_not_apply() -> None:
    rows = "en,pt,status\nBurma,Birmânia,deprecated\nNATO,Nato,forbidden\nMyanmar,Mianmar,admitted\n"
    assert found("Burma, Myanmar and NATO", matcher(rows)) == ["Myanmar"]


def test_names_and_places_have_no_plural() -> None:
    rows = "en,pt,kind\nJordan,Jordânia,place\nmedal,medalha,term\n"
    assert found("The Jordans won medals.", matcher(rows)) == ["medals"]


@pytest.mark.parametrize(
    ("language", "rows", "text", "expected"),
    [
        ("pt", "ministro,Minister", "Os ministros chegaram.", ["ministros"]),
        ("pt", "primeiro-ministro,Prime Minister", "Dois primeiros-ministros.", ["primeiros-ministros"]),
        ("pt", "arma nuclear,nuclear weapon", "As armas nucleares.", ["armas nucleares"]),
        ("es", "juez,judge", "Los jueces votaron.", ["jueces"]),
        ("fr", "OTAN,NATO", "Le chef de l’OTAN et d'OTAN.", ["OTAN", "OTAN"]),
        ("fr", "journal,newspaper", "Les journaux de l'Europe.", ["journaux"]),
        ("it", "ministro,minister", "I ministri dell'Unione.", ["ministri"]),
        ("de", "Land,state", "Die Länder und das Land.", ["Länder", "Land"]),
        ("uz", "NATO,NATO", "NATO'ning qarori.", ["NATO"]),
    ],
)
def test_other_source_languages(language: str, rows: str, text: str, expected: list[str]) -> None:
    assert found(text, matcher(f"{language},en\n{rows}\n", language, "en")) == expected


def test_listed_forms_of_the_source_are_found() -> None:
    rows = "pt,en,forms:pt\nprimeiro-ministro,Prime Minister,primeira-ministra\n"
    match = only(matcher(rows, "pt", "en").match("A primeira-ministra falou."))
    assert match.source.text == "primeiro-ministro"


def test_marks_that_belong_to_a_term_must_stand_there() -> None:
    terms = matcher("en,pt\nC++,C++\n.NET,.NET\nYahoo!,Yahoo!\n")
    assert found("We use C++, .NET and Yahoo! here; C and NET and Yahoo are others.", terms) == [
        "C++",
        ".NET",
        "Yahoo!",
    ]


def test_a_brand_in_the_genitive_goes_before_a_possessive() -> None:
    terms = matcher("en,pt,kind\nLloyd's,Lloyd's,organisation\nLloyd,Lloyd,name\n")
    matches = terms.match("Lloyd's paid.").terms
    assert [(match.source.text, match.possessive) for match in matches] == [("Lloyd's", False)]


MATCHER = matcher(NEWSROOM)
TERMS = [
    "NATO",
    "Prime Minister",
    "Prime Ministers",
    "U.S.",
    "United Nations",
    "ceasefire",
    "Ukraine",
    "AT&T",
]
PIECES = st.one_of(
    st.sampled_from(
        [*TERMS, "prime minister", " ", "-", "'s", "’", ".", "\n", "the", "Jordan", "@", "/", "_", '"']
    ),
    st.text(max_size=6),
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_matches_are_sorted_disjoint_and_whole_words(text: str) -> None:
    matches = MATCHER.match(text)
    spans = sorted([match.span for match in matches.terms] + [quiet.span for quiet in matches.quiet])
    assert [match.span for match in matches.terms] == sorted(match.span for match in matches.terms)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    edges = [edge for word in WORD.finditer(text) for edge in range(word.start() + 1, word.end())]
    assert not {offset for span in spans for offset in span} & set(edges)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_what_matched_is_spelled_like_the_term(text: str) -> None:
    for match in MATCHER.match(text).terms:
        written = key_of(re.sub(r"['’]s?$", "", text[slice(*match.span)]))
        if match.number == "pl":
            written = written.removesuffix("s")
        assert written in {key_of(match.source.text), key_of(match.source.text).removesuffix("s")}


@given(st.text(max_size=200))
def test_any_text_is_searched_and_twice_alike(text: str) -> None:
    assert MATCHER.match(text) == MATCHER.match(text)


LATIN = st.one_of(
    st.sampled_from([*TERMS, " ", "-", "'s", "."]), st.text(st.characters(max_codepoint=0x24F), max_size=6)
)


@given(st.lists(LATIN, max_size=15).map("".join))
def test_decomposed_text_has_the_same_terms(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert [match.concept for match in MATCHER.match(composed).terms] == [
        match.concept for match in MATCHER.match(decomposed).terms
    ]
