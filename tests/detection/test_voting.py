"""Documents: the language of most of it, the languages of all of it, unit by unit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from localize.detection import Detector, require
from localize.detection.voting import LIMIT, UNIT_LIMIT, prose, sample
from localize.document import Code, Document, Text, Unit

ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture(scope="module", params=["langdetect", "py3langid"])
def detector(request: pytest.FixtureRequest) -> Detector:
    if request.param == "py3langid":
        pytest.importorskip("py3langid")
    return Detector(backend=request.param)


def document(*paragraphs: str) -> Document:
    units, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        units.append(Unit(f"u{number}", (at, at + len(paragraph)), Text(paragraph)))
        at += len(paragraph) + 2
    return Document("news/harbour.txt", "text", "\n\n".join(paragraphs), tuple(units))


def sentences(language: str) -> list[str]:
    return (ARTICLES / f"{language}.txt").read_text(encoding="utf-8").split("\n\n")[1].splitlines()


def languages(found: tuple[tuple[str, float], ...]) -> list[str]:
    return [tag for tag, _ in found]


@pytest.mark.parametrize("language", ["en", "pt", "de", "tr", "ru", "ar", "hi", "ja", "zh", "ko", "el"])
def test_a_document_is_in_the_language_of_its_units(language: str, detector: Detector) -> None:
    found = detector.detect_document(document("Reuters", *sentences(language), "12 km"))
    assert found.language == language
    assert found.confidence >= 0.9


def test_a_mixed_document_is_in_the_language_of_most_of_it_and_lists_the_other(detector: Detector) -> None:
    found = detector.detect_document(document(*sentences("pt")[:6], *sentences("de")[:3]))
    assert found.language == "pt"
    assert languages(found.candidates)[:2] == ["pt", "de"]
    assert 0.5 < found.confidence < 0.9


def test_sentences_taken_for_portuguese_and_spanish_are_galician_together(detector: Detector) -> None:
    assert detector.detect_document(document(*sentences("gl"))).language == "gl"


def test_chinese_characters_weigh_more_than_letters(detector: Detector) -> None:
    found = detector.detect_document(document(*sentences("zh"), sentences("en")[0]))
    assert found.language == "zh"


def test_what_the_file_declares_is_not_looked_at(detector: Detector) -> None:
    article = document(*sentences("it"))
    declared = replace(article, language="en")
    assert detector.detect_document(declared) == detector.detect_document(article)


def test_units_that_are_not_translated_do_not_vote(detector: Detector) -> None:
    article = document(*sentences("en"), *sentences("fr")[:2])
    units = tuple(
        replace(unit, translate=index >= len(sentences("en"))) for index, unit in enumerate(article.units)
    )
    assert detector.detect_document(replace(article, units=units)).language == "fr"


def test_cells_too_short_to_vote_are_read_together(detector: Detector) -> None:
    cells = ("price", "weight of", "colour", "when", "where from", "length", "name of the owner", "which")
    assert detector.detect_document(document(*cells)).language == "en"


def test_a_document_without_units_or_words_cannot_be_told(detector: Detector) -> None:
    assert detector.detect_document(document()).language is None
    assert detector.detect_document(document("42 km", "Reuters", "https://example.com")).language is None


def test_every_unit_gets_its_own_answer_in_order(detector: Detector) -> None:
    article = document(sentences("pt")[0], sentences("de")[0], sentences("pt")[2], sentences("de")[3])
    assert [found.language for found in detector.detect_units(article)] == ["pt", "de", "pt", "de"]


def test_a_short_unit_is_judged_among_the_languages_of_its_document(detector: Detector) -> None:
    short = "Conclusões e recomendação final"
    alone = detector.detect(short)
    among = detector.detect_units(document(short, *sentences("pt")))[0]
    assert among.language == "pt"
    assert among.confidence >= alone.confidence
    assert languages(among.candidates) == ["pt"]


def test_a_long_quotation_keeps_its_language(detector: Detector) -> None:
    article = document(*sentences("en"), sentences("fr")[3], *sentences("en"))
    assert detector.detect_units(article)[len(sentences("en"))].language == "fr"


def test_a_unit_without_words_is_left_to_the_document(detector: Detector) -> None:
    units = detector.detect_units(document(*sentences("en"), "42 km", "Margaret Hollis"))
    assert [found.language for found in units[-2:]] == [None, None]


def test_a_document_leads_to_the_language_to_translate_from(detector: Detector) -> None:
    article = document(*sentences("pt"))
    assert require(detector.detect_document(article), path=article.path, installed=("en", "pt-BR")) == "pt-BR"


def test_protected_text_is_not_read() -> None:
    codes = (Code(6, "`", "open", 1, translate=False), Code(16, "`", "close", 1))
    assert prose(Unit("u", (0, 24), Text("Chame git rebase aqui.", codes))) == "Chame   aqui."


def test_a_sample_is_bounded_and_comes_from_the_whole_document() -> None:
    article = document(*(f"{number} " + "word " * 50 for number in range(1000)))
    chosen = sample(article)
    assert sum(map(len, chosen)) <= LIMIT
    assert int(chosen[-1].split()[0]) > 900


def test_a_unit_of_a_megabyte_is_read_in_part() -> None:
    assert sum(map(len, sample(document("lorem ipsum " * 100_000)))) == UNIT_LIMIT


def test_a_document_gives_the_same_answer_twice(detector: Detector) -> None:
    article = document(*sentences("nb"), *sentences("da"))
    assert detector.detect_document(article) == detector.detect_document(article)
    assert detector.detect_units(article) == detector.detect_units(article)
