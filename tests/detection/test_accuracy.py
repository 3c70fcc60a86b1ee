"""The promises of detection, on news in 33 languages that nothing was tuned on."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from localize.detection import Detector

NEWS = Path(__file__).parents[1] / "data" / "languages"


def read(name: str) -> list[tuple[str, str]]:
    """Read pairs of language and text."""
    lines = (NEWS / name).read_text(encoding="utf-8").splitlines()
    return [(language, text) for language, _, text in (line.partition("\t") for line in lines)]


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(backend="py3langid")


def test_articles_are_told_in_99_of_100(detector: Detector) -> None:
    articles = defaultdict(list)
    for language, text in read("sentences.tsv"):
        articles[language].append(text)
    wrong = [tag for tag, texts in articles.items() if detector.detect("\n".join(texts)).language != tag]
    assert len(articles) == 33
    assert len(wrong) <= 0.01 * len(articles), wrong


def test_sentences_of_more_than_50_characters_are_told_in_95_of_100(detector: Detector) -> None:
    news = read("sentences.tsv")
    wrong = [text for language, text in news if detector.detect(text).language != language]
    assert all(len(text) > 50 for _, text in news)
    assert len(wrong) <= 0.05 * len(news), wrong


def test_what_is_said_of_a_headline_is_wrong_in_1_of_100_at_most(detector: Detector) -> None:
    answers = [(detector.detect(text).language, language, text) for language, text in read("headlines.tsv")]
    given = [answer for answer in answers if answer[0]]
    wrong = [answer for answer in given if answer[0] != answer[1]]
    assert len(given) >= 0.9 * len(answers)
    assert len(wrong) <= 0.01 * len(given), wrong
