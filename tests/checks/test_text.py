from __future__ import annotations

import pytest

from localize.checks import CHECKS
from localize.document import Code, Text
from localize.glossary.concepts import Term
from localize.languages import Pair
from tests.checks.build import messages, translated, verdict

SENTENCE = "The council met behind closed doors until late on Thursday."


def test_a_sentence_without_translation_is_empty() -> None:
    assert messages("target-empty", "The talks failed.", " ") == ['"The talks failed." has no translation']
    assert messages("target-empty", "The talks failed.", "As negociações fracassaram.") == []


def test_a_sentence_that_stayed_as_it_was_is_untranslated() -> None:
    assert messages("untranslated", SENTENCE, SENTENCE) == [f'"{SENTENCE}" is left as it was']


@pytest.mark.parametrize("text", ["The minister resigned.", "“He left early,” she said.", "Why did they go?"])
def test_a_short_sentence_is_told_by_its_end(text: str) -> None:
    assert messages("untranslated", text, text) == [f'"{text}" is left as it was']


@pytest.mark.parametrize(
    "text", ["ad hoc.", "Les Misérables", "Washington D.C.", "Vladimir Putin.", "status quo ante"]
)
def test_a_phrase_that_ends_like_no_sentence_may_stay(text: str) -> None:
    assert messages("untranslated", text, text) == []


@pytest.mark.parametrize(
    "text",
    ["Ursula von der Leyen", "BBC News, 12 May 2024", "The New York Times", "1 234 567", "https://example.org/the/quick/brown/fox", "São Paulo x Santos"],
)  # fmt: skip
def test_names_numbers_and_addresses_may_stay_as_they_were(text: str) -> None:
    assert messages("untranslated", text, text) == []


def test_code_may_stay_as_it_was() -> None:
    code = Text(
        "make all the tests run", (Code(0, "`", "open", 1, translate=False), Code(22, "`", "close", 1))
    )
    assert messages("untranslated", code, code) == []


def test_glossary_terms_may_stay_as_they_were() -> None:
    source = "The wind in the willows festival"
    kept = verdict(source, "The wind in the willows", (Term("The wind in the willows", "pt"),))
    translation = translated(source, source, (kept,))
    assert list(CHECKS["untranslated"].function(translation, Pair("en", "pt"))) == []


def test_a_long_stretch_that_stayed_is_untranslated() -> None:
    target = "O conselho met behind closed doors until late on Thursday."
    source = "The council, which met behind closed doors until late on Thursday."
    assert messages("untranslated", source, target) == [
        '"met behind closed doors until late on Thursday" is left as it was'
    ]


def test_a_quoted_title_within_a_translated_sentence_is_fine() -> None:
    target = "Ela cantou “Somewhere Over the Rainbow” ontem à noite em Lisboa."
    assert (
        messages("untranslated", "She sang “Somewhere Over the Rainbow” last night in Lisbon.", target) == []
    )


def test_sentences_may_be_the_same_in_twin_languages() -> None:
    assert messages("untranslated", SENTENCE, SENTENCE, "en-en-GB") == []
    text = "Det er ikke mulig å si hva som skjer nå."
    assert messages("untranslated", text, text, "nb-da") == []


def test_a_sentence_without_spaces_can_be_untranslated_too() -> None:
    text = "安理会星期四举行了闭门会议。"
    assert messages("untranslated", text, text, "zh-pt") == [f'"{text}" is left as it was']


def test_half_a_translation_is_too_short() -> None:
    source = "The minister, who has led the country since March, said on Monday that he would not resign before the vote."
    target = "O ministro disse."
    assert messages("length-ratio", source, target) == [
        f"the translation is too short: {len(target)} characters for {len(source)}"
    ]


def test_a_translation_that_rambles_is_too_long() -> None:
    source = "The minister said he would stay on."
    target = "O ministro disse que ficaria no cargo, no cargo de ministro, de ministro do governo, do governo do país."
    assert messages("length-ratio", source, target) == [
        f"the translation is too long: {len(target)} characters for {len(source)}"
    ]


def test_scripts_differ_in_length() -> None:
    english = "The Security Council met behind closed doors on Thursday to discuss the crisis in the region."
    chinese = "安理会星期四举行闭门会议讨论该地区的危机。"
    assert messages("length-ratio", english, chinese, "en-zh") == []
    assert messages("length-ratio", chinese, english, "zh-en") == []


def test_short_texts_may_have_any_length() -> None:
    assert messages("length-ratio", "No.", "De maneira nenhuma.") == []


@pytest.mark.parametrize(
    ("pair", "source", "target", "said"),
    [
        ("en-pt", "The council met.", "O conselho совет reuniu-se.", ['"совет" is in the wrong letters']),
        ("en-pt", "The council met.", "O conselho reuniu-se.", []),
        ("en-pt", "The word мир means peace.", "A palavra мир significa paz.", []),
        ("en-pt", "A dose of 5 micrograms.", "Uma dose de 5 μg.", []),
        ("ru-en", "Совет собрался.", "The Совет met.", ['"Совет" is in the wrong letters']),
        ("en-ru", "The WHO met in Geneva.", "ВОЗ (WHO) собралась в Женеве.", []),
        ("en-ru", "The old council met again in secret.", "The old council met again втайне.", ['"The old council met again втайне." is in the wrong letters']),
        ("en-ja", "The council met.", "理事会が会合した。", []),
        ("en-zh", "The council met.", "理事会が会合した。", ['"が", "した" is in the wrong letters']),
        ("en-sr-Latn", "The council met.", "Savet се sastao.", ['"се" is in the wrong letters']),
        ("en-sr", "The council met.", "Savet se sastao.", []),
    ],
)  # fmt: skip
def test_letters_belong_to_the_language(pair: str, source: str, target: str, said: list[str]) -> None:
    assert messages("wrong-script", source, target, pair) == said
